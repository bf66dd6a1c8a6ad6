/**
 * The style sheet of the page. It is put into each page, so it is kept small; names are those of elements and roles where these say
 * enough.
 */
export const defaultStyle = `
:root {
  color-scheme: light dark;
  --paper: #fffdf8;
  --ink: #1f1c18;
  --soft: #635c53;
  --line: #ddd6ca;
  --tint: #f5f0e6;
  --accent: #9a2f1c;
  --serif: Charter, 'Bitstream Charter', 'Sitka Text', 'Iowan Old Style', Cambria, 'Noto Serif', Georgia, serif;
  --sans: system-ui, 'Segoe UI', Roboto, 'Helvetica Neue', 'Noto Sans', 'Liberation Sans', sans-serif;
}
@media (prefers-color-scheme: dark) {
  :root {
    --paper: #17181b;
    --ink: #e4e0d8;
    --soft: #a9a297;
    --line: #3a3a3d;
    --tint: #212226;
    --accent: #f2957f;
  }
}
*, ::before, ::after { box-sizing: border-box; }
html {
  scroll-padding-block: 4rem;
  text-size-adjust: 100%;
  -webkit-text-size-adjust: 100%;
  background: var(--paper);
}
body {
  margin: 0;
  padding: clamp(1.5rem, 6vw, 5rem) clamp(1.125rem, 5vw, 3rem) 4rem;
  color: var(--ink);
  font: clamp(1.0625rem, 1rem + 0.3vw, 1.25rem)/1.62 var(--serif);
  font-kerning: normal;
  overflow-wrap: break-word;
}
article { max-width: 34em; margin-inline: auto; }

p, ul, ol, dl, blockquote, figure, .scroll { margin: 0 0 1.1em; }
.body p { hanging-punctuation: first allow-end; text-wrap: pretty; }
a { color: inherit; text-decoration: underline 1px var(--accent); text-underline-offset: 0.18em; }
a:hover { color: var(--accent); }
a:focus-visible, summary:focus-visible, .scroll:focus-visible {
  outline: 2px solid var(--accent);
  outline-offset: 3px;
  border-radius: 2px;
}
h1, h2, h3, h4, h5, h6 { margin: 2.2em 0 0.7em; line-height: 1.2; text-wrap: balance; break-after: avoid; }
h2 { font-size: 1.4em; }
h3 { font-size: 1.12em; }
h4, h5, h6 { font-size: 1em; }
hr { width: 6em; margin: 2.5em auto; border: 0; border-top: 1px solid var(--soft); }
ul, ol { padding-inline-start: 1.5em; }
li + li { margin-top: 0.35em; }
li > :is(ul, ol) { margin: 0.35em 0 0; }
blockquote { padding-inline-start: 1.2em; border-inline-start: 3px solid var(--line); color: var(--soft); }
blockquote > :last-child, figure > :last-child, aside > :last-child { margin-bottom: 0; }
img { display: block; max-width: 100%; height: auto; }
p img { display: inline-block; }
code, pre { font: 0.84em/1.55 ui-monospace, 'Cascadia Mono', Menlo, Consolas, 'Liberation Mono', monospace; }
code { padding: 0.1em 0.3em; border-radius: 3px; background: var(--tint); }
sup, sub { font-size: 0.72em; line-height: 0; }

article > header { margin-bottom: 2.4em; }
h1 { margin: 0 0 0.35em; font-size: clamp(2rem, 1.25rem + 3.4vw, 3.5rem); line-height: 1.08; letter-spacing: -0.015em; }
.unseen { position: absolute; width: 1px; height: 1px; margin: 0; overflow: hidden; clip-path: inset(50%); }
.publication, .byline, .caption, figcaption, article > nav, article > details, th {
  font-family: var(--sans);
  font-size: 0.8em;
  line-height: 1.5;
}
.publication { margin-bottom: 1.6em; padding-top: 0.7em; border-top: 3px solid var(--accent); color: var(--soft); }
.publication cite { color: var(--ink); font-style: normal; font-weight: 650; }
.subtitle { margin-bottom: 1em; color: var(--soft); font-size: 1.22em; line-height: 1.42; text-wrap: pretty; }
.byline { display: flex; flex-wrap: wrap; gap: 0.1em 1.2em; padding-block: 0.8em; border-block: 1px solid var(--line); }
.byline span { font-weight: 600; }
.byline time { color: var(--soft); }
.caption, figcaption { color: var(--soft); }
.caption { padding-inline-start: 0.9em; border-inline-start: 3px solid var(--line); }
figcaption { padding-top: 0.6em; }
figure { margin-block: 1.8em; }
.dateline { font: 600 0.8em var(--sans); letter-spacing: 0.02em; }

article > nav { margin: 0 0 2.4em; }
article > nav::before { content: attr(aria-label); display: block; margin-bottom: 0.4em; font-weight: 650; }
article > nav ol { margin: 0; padding: 0; list-style: none; }
article > nav ol ol { padding-inline-start: 1.2em; }
article > nav a { text-decoration: none; }
article > nav a:hover { text-decoration: underline; }

[typeof]:is(a) { color: inherit; text-decoration: none; }
[typeof]:is(a):hover, [typeof]:is(a):focus-visible { text-decoration: underline dotted 1px var(--soft); }

.scroll { overflow-x: auto; }
table { width: 100%; border-collapse: collapse; font-variant-numeric: lining-nums tabular-nums; line-height: 1.4; }
caption { padding-bottom: 0.5em; color: var(--soft); text-align: start; }
th, td { padding: 0.45rem 0.7rem; border-bottom: 1px solid var(--line); text-align: start; vertical-align: top; }
th { color: var(--soft); font-weight: 600; white-space: nowrap; }
tr > :first-child { padding-inline-start: 0; }
tr > :last-child { padding-inline-end: 0; }
thead :is(th, td) { border-bottom: 2px solid var(--soft); }
td { font-size: 0.92em; }
.align-center { text-align: center; }
.align-right { text-align: end; }
pre { width: max-content; min-width: 100%; margin: 0; padding: 0.9em 1.1em; border-radius: 4px; background: var(--tint); }
pre code { padding: 0; background: none; font-size: 1em; }

[role='doc-pullquote'] {
  clear: inline-end;
  margin: 2.2em 0;
  padding-block: 1em;
  border-block: 1px solid var(--line);
  border-top: 3px solid var(--accent);
  font-size: 1.38em;
  font-style: italic;
  line-height: 1.32;
  text-wrap: balance;
}
[dir='rtl'] [role='doc-pullquote'] { font-style: normal; }
[role='doc-pullquote'] p { margin: 0; }
/* A quote may begin in the middle of its sentence. */
[role='doc-pullquote'] p:first-child::first-letter { text-transform: uppercase; }
[role='doc-pullquote'] cite {
  display: block;
  margin-top: 0.9em;
  color: var(--soft);
  font: 0.6em/1.4 var(--sans);
}
[role='doc-pullquote'] cite::before { content: '— '; }

[role='doc-noteref'] { padding: 0.6em 0.12em; color: var(--accent); font-family: var(--sans); text-decoration: none; }
[role='doc-noteref']:hover { text-decoration: underline; }
[role='doc-noteref']:target { border-radius: 3px; background: var(--accent); color: var(--paper); }
[role='doc-backlink'] { padding: 0 0.25em; color: var(--accent); font-family: var(--sans); text-decoration: none; white-space: nowrap; }
[role='doc-backlink']:has(~ [role='doc-backlink'])::after, [role='doc-backlink'] ~ [role='doc-backlink']::after {
  counter-increment: back;
  content: counter(back, lower-alpha);
  content: counter(back, lower-alpha) / '';
  font-size: 0.8em;
  vertical-align: 0.3em;
}
[role='doc-endnotes'] { clear: inline-end; margin-top: 3.5em; padding-top: 1.4em; border-top: 1px solid var(--line); font-size: 0.86em; line-height: 1.5; }
[role='doc-endnotes'] h2 { margin-top: 0; font-size: 1.25em; }
[role='doc-endnotes'] ol { padding-inline-start: 2em; }
[role='doc-endnotes'] li::marker { color: var(--soft); font-family: var(--sans); font-size: 0.9em; }
[role='doc-endnotes'] li { counter-reset: back; }
[role='doc-endnotes'] li > p { margin-bottom: 0.5em; }

article > details { margin-top: 2.4em; padding-block: 0.8em; border-block: 1px solid var(--line); }
article > details summary { font-weight: 650; cursor: pointer; }
article > details dl { margin: 0.8em 0 0; }
article > details dt { margin-top: 0.9em; color: var(--soft); }
article > details dd { display: inline; margin: 0; }
article > details dd:not(:last-child, :has(+ dt))::after { content: ', '; }

@media screen {
  /* The note whose mark was followed is read in place, at the foot of the window. */
  [role='doc-endnotes'] li:target {
    position: fixed;
    inset: auto 0 0;
    z-index: 1;
    max-height: 45vh;
    margin: 0;
    padding: 1em max(clamp(1.125rem, 5vw, 3rem), 50vw - 19.8em) 1.2em;
    overflow-y: auto;
    border-top: 3px solid var(--accent);
    background: var(--tint);
    box-shadow: 0 -6px 24px rgb(0 0 0 / 18%);
    list-style-position: inside;
  }
  [role='doc-endnotes'] li:target > p:first-child { display: inline; }
}
@media (min-width: 68rem) {
  [role='doc-pullquote'] {
    float: inline-end;
    width: 13.5em;
    margin-block: 0.3em 1em;
    margin-inline: 1.6em -6.5em;
  }
}
@media (min-width: 84rem) {
  [role='doc-pullquote'] { width: 10em; margin-inline: 1.2em -11.2em; }
  article > nav {
    position: sticky;
    top: 3rem;
    float: inline-start;
    width: 13rem;
    max-height: calc(100vh - 6rem);
    margin-inline-start: -15.5rem;
    overflow-y: auto;
  }
}
@media (max-width: 30rem) {
  .body { hyphens: auto; }
}
@media print {
  :root { --paper: #fff; --ink: #000; --soft: #444; --line: #bbb; --tint: #f4f4f4; --accent: #000; }
  @page { margin: 2.2cm; }
  body { padding: 0; font-size: 10.5pt; line-height: 1.45; }
  h1 { font-size: 24pt; }
  article > :is(nav, details), [role='doc-backlink'] { display: none; }
  .body a[href^='http']:not([typeof])::after { content: ' <' attr(href) '>'; font-size: 0.8em; }
  figure, aside, tr, pre { break-inside: avoid; }
  p { orphans: 3; widows: 3; }
  pre { width: auto; white-space: pre-wrap; }
}
`;
