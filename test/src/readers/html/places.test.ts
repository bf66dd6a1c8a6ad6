/** Every word knows where in the page it stands. */
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import rehypeParse from 'rehype-parse';
import { unified } from 'unified';
import { describe, expect, it } from 'vitest';
import { visit } from 'unist-util-visit';
import { VFile } from 'vfile';
import { rawText } from '../../../../src/readers/html/hast.ts';
import { readHtml } from '../../../../src/readers/html/index.ts';
import { textBlocks, textView } from '../../../../src/text/index.ts';

const folder = fileURLToPath(new URL('../../../fixtures/html/pages/', import.meta.url));

const fragments = unified().use(rehypeParse, { fragment: true }).freeze();

/** What a stretch of a page says, as a browser has it. */
function said(html: string): string {
  return plain(rawText(fragments.parse(html)));
}

function plain(text: string): string {
  return text.normalize('NFKC').replace(/["“”‘’\s]+/g, '');
}

function expectPlaces(html: string, ranges: readonly (readonly [number, number])[]): void {
  const file = new VFile(html);
  const tree = readHtml(file);
  // A mark stands for the words of its link.
  let page = html;
  visit(tree, 'footnoteReference', ({ position }) => {
    const [start, end] = [position?.start.offset as number, position?.end.offset as number];
    page = page.slice(0, start) + ' '.repeat(end - start) + page.slice(end);
  });
  // So does what stands between two.
  page = page.replace(/<sup>[\s,]*<\/sup>/g, (sup) => ' '.repeat(sup.length));
  for (const { node } of textBlocks(tree)) {
    const view = textView(node, file);
    const { length } = view.text;
    // The words of a link to a film are those of an attribute.
    const [only] = node.children;
    if (only?.type === 'link' && view.place(0, length) === undefined) {
      expect(page).toContain(view.text);
      continue;
    }
    for (const [a, b] of [[0, 1] as const, ...ranges]) {
      const [start, end] = [
        Math.floor(Math.min(a, b) * length),
        Math.ceil(Math.max(a, b) * length),
      ];
      if (start === end) continue;
      const position = view.place(start, end);
      const slice = page.slice(position?.start.offset, position?.end.offset);
      expect(said(slice), slice).toBe(plain(view.text.slice(start, end)));
    }
  }
}

const thirds = [
  [0, 0.31],
  [0.31, 0.72],
  [0.5, 0.52],
  [0.72, 1],
] as const;

describe('places', () => {
  it.each(readdirSync(folder))('of %s', (name) => {
    expectPlaces(readFileSync(`${folder}${name}`, 'utf8'), thirds);
  });

  it.each([
    [
      'references',
      '<p>Salt &amp; fish &mdash; caf&eacute; &#8220;x&#8221; &#x2019; &copy 2020 &notanentity; AT&T a &lt b</p>',
    ],
    ['line endings', '<p>One\r\n   two\r\n\r\nthree <b>four\r\n</b> five</p>\r\n<p>six</p>'],
    ['comments', '<p>One <!-- no > word --> two<!---->three</p>'],
    ['attributes with brackets', '<p>One <a href="/x?a>b" title=\'c > d\'>two</a> three</p>'],
    ['misnested markup', '<p>One <b>two <i>three</b> four</i> five</p>'],
    ['foster parents', '<table>lost words<tr><td>cell one<td>cell two</table>'],
    ['quotations', '<p>He said <q>yes, <q>really</q> so</q> twice</p>'],
    ['figures', '<p>10<sup>6</sup> and H<sub>2</sub>O and 19<sup>th</sup></p>'],
    ['breaks', '<p>One<br>two<br><br>three <em> four </em>five</p>'],
    ['non-breaking spaces', '<p>One&nbsp;two &nbsp; three</p>'],
    ['astral characters', '<p>One 😀 two &#x1F600; three</p>'],
    ['windows numbers', '<p>One &#150; two &#146;s</p>'],
    ['cells with blocks', '<table><tr><th>a<th>b<tr><td><p>one</p><p>two</p><td>three</table>'],
  ])('with %s', (_, html) => {
    expectPlaces(html, thirds);
  });

  it('of any running text', () => {
    const piece = fc.constantFrom(
      'word',
      'Two words',
      ' ',
      '\n',
      '\r\n  ',
      '\t',
      '&amp;',
      '&mdash;',
      '&nbsp;',
      '&#233;',
      '<b>',
      '</b>',
      '<em>',
      '</em>',
      '<i> ',
      '</i>',
      '<br>',
      '<a href="/a&amp;b">',
      '</a>',
      '<!-- c -->',
      '<q>',
      '</q>',
      '<sup>2</sup>',
      '<span class="x">',
      '</span>',
      '</p><p>',
      '<',
      '& ',
      '.',
      ', ',
      'é',
      '😀',
      '<p>',
      '<li>',
      '<td>',
      '<h2>',
      '</h2>',
      '<blockquote>',
    );
    fc.assert(
      fc.property(
        fc.array(piece, { minLength: 1, maxLength: 25 }),
        fc.array(
          fc.tuple(
            fc.double({ min: 0, max: 1, noNaN: true }),
            fc.double({ min: 0, max: 1, noNaN: true }),
          ),
          { maxLength: 4 },
        ),
        (pieces, ranges) => expectPlaces(`<p>${pieces.join('')}</p>`, ranges),
      ),
      { numRuns: 800 },
    );
  });
});
