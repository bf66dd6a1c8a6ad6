/** A newsroom in which everything that an article may name is hostile, and the articles that bring an attack by each route. */
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import remarkRehype from 'remark-rehype';
import rehypeStringify from 'rehype-stringify';
import { unified } from 'unified';
import { stringify } from 'yaml';
import { createPipeline, type BuildResult, type Pipeline } from '../../src/index.ts';
import { docx, paragraph, run } from '../src/readers/docx/docx.ts';
import type { Exhibit } from './watch.ts';

export interface HostileArticle {
  name: string;
  path: string;
  value: string | Uint8Array;
  decisions?: string;
}

export const sentence =
  '“The harbour belongs to those who work in it, and to nobody else,” said Ingrid Vollan of the town on Monday.';
const prose = `The ferry left at noon, and nobody on the quay had expected it (Reuters, May 2, 2024). ${sentence} The tide was late.`;

/** Every kind of place that a template can put a value in. */
const template = `<!DOCTYPE html>
<html lang="{{lang}}" dir="{{dir}}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="{{policy}}">
<title>{{title}} | {{publication}}</title>
<meta name="description" content="{{description}}">
<meta name=keywords content={{authors}}>
{{metadata}} {{style}}
<style>.house { color: inherit }</style>
</head>
<body>
<header title='{{title}}' class="house {{lang}}"><a href="{{url}}">{{publication}} {{volume}} {{issue}}</a></header>
<main aria-label="{{subtitle}}">{{header}} {{contents}} {{text}} {{notes}} {{names}}</main>
<footer>{{authors}}, <time datetime="{{datetime}}">{{date}}</time>, {{minutes}}</footer>
</body>
</html>
`;

export interface House {
  folder: string;
  whole: Pipeline;
  fragment: Pipeline;
  templated: Pipeline;
}

/** @param names - What entries of the registry and the table of outlets are called. */
export function openHouse(names: readonly string[]): House {
  const folder = mkdtempSync(join(tmpdir(), 'copydesk-security-'));
  const entries = names.map((name, index) => ({
    name,
    type: (['person', 'organization', 'place', 'work'] as const)[index % 4],
    description: name,
    sameAs: `https://a.test/?q=${encodeURIComponent(name)}&<script>alert(1)</script>`.replace(/[<>\s]/g, '_'), // prettier-ignore
  }));
  writeFileSync(join(folder, 'entities.yaml'), stringify({ entities: entries }));
  writeFileSync(
    join(folder, 'outlets.yaml'),
    stringify(names.map((name) => ({ name: `${name} Times`, kind: 'newspaper' }))),
  );
  writeFileSync(join(folder, 'page.html'), template);
  const plugins = [
    'masthead',
    'cleanup',
    { citations: { outlets: 'outlets.yaml' } },
    { entities: { registry: 'entities.yaml' } },
    'pull-quotes',
  ];
  // The same attack many times packs well.
  const limits = { docxRatio: 1000 };
  const config = { plugins, markdown: { pullQuotes: 'html' }, limits };
  const pipeline = (more: object): Pipeline =>
    createPipeline({ cwd: folder, config: { ...config, ...more } });
  return {
    folder,
    whole: pipeline({ formats: ['html', 'ninjs', 'markdown', 'json'] }),
    fragment: pipeline({ formats: ['html'], html: { page: 'fragment' } }),
    templated: pipeline({ formats: ['html'], html: { template: 'page.html' } }),
  };
}

/** HTML of an article, on a page of its own. */
export function pageArticle(name: string, html: string): HostileArticle {
  const value = `<!DOCTYPE html><html><head><title>A page</title></head><body><article><h1>The harbour</h1><p>By Rosa Lindqvist</p><p>${prose}</p>${html}<p>${prose}</p></article></body></html>`;
  return { name: `html ${name}`, path: 'article.html', value };
}

/** HTML as Markdown may hold it, as a block and within a line. Each stands in a quotation, which ends what is left open. */
export function rawArticle(name: string, attacks: readonly string[]): HostileArticle {
  const blocks = attacks.flatMap((attack) => [
    `> ${attack.replaceAll(/\r?\n/g, '\n> ')}`,
    `Words ${attack.replaceAll(/[\r\n]+/g, ' ')} and more.`,
  ]);
  return {
    name: `md ${name}`,
    path: 'article.md',
    value: `# T\n\n${blocks.join('\n\n')}\n\n${prose}\n`,
  };
}

export function markdownArticle(name: string, attack: string): HostileArticle {
  return {
    name: `md ${name}`,
    path: 'article.md',
    value: `# T\n\n${prose}\n\n${attack}\n\n${prose}\n`,
  };
}

export function textArticle(name: string, attacks: readonly string[]): HostileArticle {
  const [first = '', ...others] = attacks;
  const value = `${first}\n\nBy ${first}\n\n${prose}\n\n${others.map((attack) => `Words ${attack}`).join('\n\n')}\n\nPhoto: ${first}\n`;
  return { name: `txt ${name}`, path: 'article.txt', value };
}

export function wordArticle(name: string, attacks: readonly string[]): HostileArticle {
  const links = Object.fromEntries(attacks.map((attack, index) => [`l${index}`, xml(attack)]));
  const body = attacks.map((attack, index) =>
    paragraph(
      `${run(xml(attack))}<w:hyperlink r:id="l${index}">${run(`Link ${xml(attack)}`)}</w:hyperlink>`,
    ),
  );
  const core = `<dc:title>${xml(attacks[0] ?? '')}</dc:title><dc:creator>${xml(attacks[0] ?? '')}</dc:creator>`;
  const value = docx({ body: `${paragraph(xml(prose))}${body.join('')}`, links, core });
  return { name: `docx ${name}`, path: 'article.docx', value };
}

/** An attack in everything that is known of an article beside its text. */
export function statedArticle(name: string, attack: string): HostileArticle {
  const front = stringify({
    title: attack,
    subtitle: attack,
    authors: [attack, 'Rosa Lindqvist'],
    publication: { name: attack, volume: attack, issue: attack },
    date: `2024-05-02${attack}`,
    dateline: attack,
    language: attack,
    canonical: attack,
    images: [{ src: attack, alt: attack, caption: `The harbour ${attack}`, credit: attack }],
    pullQuotes: [{ text: sentence, speaker: attack }],
    [attack]: attack,
    tags: [attack],
  });
  const alt = attack.replaceAll(/[[\]\r\n\\]/g, ' ');
  const value = `---\n${front}---\n\n${prose}\n\n![${alt}](<x.png> '${alt.replaceAll("'", ' ')}')\n\nWords \`\` ${alt.replaceAll('`', ' ')} \`\` of it.[^1]\n\n[^1]: ${attack.replaceAll(/[\r\n]+/g, ' ')}\n`;
  return { name: `front matter ${name}`, path: 'article.md', value };
}

/** The same in a page's own metadata. */
export function statedPage(name: string, attack: string): HostileArticle {
  const value = xml(attack);
  const tags =
    ['og:title', 'og:description', 'og:url', 'og:image', 'og:site_name', 'article:author', 'article:published_time'] // prettier-ignore
      .map((property) => `<meta property="${property}" content="${value}">`);
  const data = { '@context': 'https://schema.org', '@type': 'NewsArticle', headline: attack, author: { '@type': 'Person', name: attack, url: attack }, url: attack, image: attack, publisher: { name: attack }, inLanguage: attack }; // prettier-ignore
  return {
    name: `page metadata ${name}`,
    path: 'article.html',
    value: `<!DOCTYPE html><html lang="${value}" dir="${value}"><head><title>${value}</title>${tags.join('')}<link rel=canonical href="${value}"><script type="application/ld+json">${JSON.stringify(data).replaceAll('<', '\\u003C')}</script></head><body><article><h1>${value}</h1><p class=byline>By <a rel=author href="${value}">${value}</a></p><p id="${value}" class="${value}" lang="${value}" dir="${value}">${prose}</p><p><a href="${value}" title="${value}">Link</a> <q cite="${value}">quoted</q> <time datetime="${value}">Monday</time></p><figure><img src="${value}" alt="${value}" title="${value}" srcset="${value} 2x"><figcaption>${value} Photo: ${value}</figcaption></figure><blockquote class=pullquote cite="${value}"><p>${sentence}</p><cite>${value}</cite></blockquote><table><caption>${value}</caption><tr><th abbr="${value}" scope="${value}">${value}<td headers="${value}">${value}</table><pre><code class="language-${value}">${value}</code></pre><p>Words.<sup id=r1><a href="#n1">1</a></sup></p><ol><li id=n1>${value} <a href="#r1">back</a></ol></article></body></html>`,
  };
}

/** An attack in each text of a file of decisions. */
export function decidedArticle(name: string, attack: string): HostileArticle {
  const decisions = stringify({
    metadata: { title: attack, subtitle: attack, authors: [attack], date: '2024-05-02' },
    citations: [{ quote: '(Reuters, May 2, 2024)', outlet: attack, url: 'https://a.test/' }],
    entities: [{ quote: 'Ingrid Vollan', type: 'person', name: attack, sameAs: 'https://a.test/' }],
    pullQuotes: [{ quote: sentence, take: true, speaker: attack }],
    accept: [{ rule: 'citations/missing-outlet', quote: attack, reason: attack }],
  });
  return {
    name: `decisions ${name}`,
    path: 'article.txt',
    value: `The harbour\n\n${prose}\n`,
    decisions,
  };
}

function xml(text: string): string {
  return (
    text
      // oxlint-disable-next-line no-control-regex -- XML has none of them.
      .replace(/[\0-\x08\x0B\x0C\x0E-\x1F\uFFFE\uFFFF]|\p{Surrogate}/gu, '')
      .replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`)
  );
}

const renderer = unified()
  .use(remarkParse)
  .use(remarkGfm)
  .use(remarkRehype, { allowDangerousHtml: true })
  .use(rehypeStringify, { allowDangerousHtml: true, allowDangerousProtocol: true } as never)
  .freeze();

/** Markdown as a site shows it that trusts it: with its raw HTML. */
export async function rendered(markdown: string): Promise<string> {
  const text = markdown.replace(/^---\n[^]*?\n---\n/, '');
  return `<!DOCTYPE html><meta charset=utf-8><title>x</title>${String(await renderer.process(text))}`;
}

/** What is shown of an article: its page without its policy, so that what keeps a script from running is that there is none. */
export async function exhibitsOf(house: House, article: HostileArticle): Promise<Exhibit[]> {
  const { name, ...input } = article;
  const result = await house.whole.build(input);
  const { html = '', ninjs = '{}', markdown = '' } = result.outputs;
  const exhibits: Exhibit[] = [{ name, html: unguarded(html) }];
  const bodies = (JSON.parse(ninjs) as { bodies?: { value: string }[] }).bodies;
  exhibits.push({ name: `${name}, ninjs`, html: `<!DOCTYPE html>${bodies?.[0]?.value ?? ''}` });
  // Raw HTML of a Markdown article is kept in Markdown: whoever renders it has to know (SECURITY.md).
  if (!article.path.endsWith('.md'))
    exhibits.push({ name: `${name}, Markdown`, html: await rendered(markdown), isChecked: false });
  return exhibits;
}

/** Its page in a template of the house, and as a part of a page. */
export async function framesOf(house: House, article: HostileArticle): Promise<Exhibit[]> {
  const { name, ...input } = article;
  const build = async (pipeline: Pipeline): Promise<BuildResult> => pipeline.build(input);
  const [templated, fragment] = [await build(house.templated), await build(house.fragment)];
  return [
    { name: `${name}, template`, html: unguarded(templated.outputs.html ?? '') },
    { name: `${name}, fragment`, html: `<!DOCTYPE html>${fragment.outputs.html ?? ''}` },
  ];
}

function unguarded(html: string): string {
  const without = html.replace(/<meta http-equiv="Content-Security-Policy"[^>]*>/, '');
  if (without === html) throw new Error('Unexpected page without a policy');
  return without;
}
