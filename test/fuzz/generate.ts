/**
 * Articles made of parts: blocks within blocks, citations, names, marks, lists, tables, notes, odd characters. The same article can be
 * written in each format that is read. fast-check makes those that break a law smaller by taking parts out.
 */
import fc, { type Arbitrary } from 'fast-check';
import { docx, paragraph, run, styled } from '../src/readers/docx/docx.ts';
import type { Seed } from './corpus.ts';
import { tokens } from './tokens.ts';

/** What stands in running text. Whether a space parts it from what stands before is its own affair: citations are often glued to a word. */
type Inline =
  | { type: 'text'; value: string; glued: boolean }
  | { type: 'mark'; mark: 'em' | 'strong' | 'del'; children: Inline[]; glued: boolean }
  | { type: 'link'; url: string; children: Inline[]; glued: boolean }
  | { type: 'image'; url: string; alt: string; glued: boolean }
  | { type: 'code'; value: string; glued: boolean }
  | { type: 'note'; number: number; glued: boolean }
  | { type: 'break'; glued: boolean };

type Block =
  | { type: 'paragraph'; children: Inline[] }
  | { type: 'heading'; depth: number; children: Inline[] }
  | { type: 'list'; ordered: boolean; loose: boolean; items: Block[][] }
  | { type: 'quote'; children: Block[] }
  | { type: 'table'; rows: Inline[][][] }
  | { type: 'code'; value: string }
  | { type: 'rule' };

interface Article {
  head: string[];
  blocks: Block[];
  notes: Inline[][];
}

const words = [
  'the', 'a', 'of', 'said', 'port', 'mill', 'river', 'council', 'on Monday', 'in March', 'was closed', 'and', 'but', 'according to', 'wrote',
  'in 2019', 'told', 'reported', 'the report', 'Reuters', 'Jane Roe', 'Roe', 'President Ana Silva', 'Oslo', 'Kenyan', 'NATO',
  'the World Bank', 'the Nile Basin Initiative (NBI)', 'The Guardian', 'Prof. Wren', 'U.S.', 'AT&T', 'R&D', 'St. John’s', 'don\'t', '"open"', '“shut”',
  'e.g.', 'cf.', 'No. 4', '12.5%', '€30', '5 May 2020', 'May 5', 'fig. 2', 'mid-March', 'naïve', 'Łódź', 'São Paulo', 'über',
]; // prettier-ignore
const citations = [
  '(Reuters, May 5)', '(Reuters, 5 May 2020; AP, May 6)', '(AP 2019)', '(TASS, May 3)', '(The Guardian, 3 March 2020)', '(, March 9)', '(Reuters)', '()',
  '(Smith 2012)', '(Smith, 2012, p. 4)', '(see Smith and Jones 2014: 12–14)', '(Smith et al., 2012a; Doe, n.d.)', '(ibid.)', 'Smith (2012)',
  '[1]', '[2, 3]', '[12, p. 3]', '[a]', '¹', '²˒³', '(1)', 'https://news.example/a-b_(c)?d=e&f=g', '(https://news.example/x)', '<https://news.example>',
  'www.news.example/a', 'doi:10.1000/182', 'Roe v. Wade, 410 U.S. 113 (1973)', '5 U.S. 137', '42 U.S.C. § 1983', 'Id., at 4', 'Ibid., p. 4',
  'Case C-131/12', '[2019] UKSC 41', '(Author interview, May 2021)', '(Photo: A. Roe/Agency)', '[outlet missing]',
]; // prettier-ignore
const stops = [
  '.',
  ',',
  ';',
  ':',
  '!',
  '?',
  '…',
  '...',
  '”',
  '"',
  "'",
  '’',
  ')',
  ' —',
  ' - ',
  '--',
];
const heads = [
  'The Mill That Would Not Close', 'By Jane Roe', 'By Jane Roe and A. N. Wren, Oslo', '5 May 2020', 'May 5, 2020', 'Published: 2020-05-05', 'Publication: The Herald',
  'Photo: A. Roe/Agency', 'The harbour at dawn. (Photo: A. Roe)', 'OSLO, May 5 (Reuters) —', 'LONDON —', 'Updated 6 May 2020', 'The port, a history: part one', 'Source: The Herald',
  'https://news.example/story', '12/03/2024', 'Share this', 'Volume 12, Issue 4',
]; // prettier-ignore

const glued = fc.constantFrom(false, false, false, true);
const odd = fc.string({ unit: 'binary', minLength: 1, maxLength: 4 });
const text: Arbitrary<Inline> = fc.record({
  type: fc.constant('text'),
  value: fc.oneof(
    { weight: 10, arbitrary: fc.constantFrom(...words) },
    { weight: 5, arbitrary: fc.constantFrom(...citations) },
    { weight: 4, arbitrary: fc.constantFrom(...stops) },
    { weight: 1, arbitrary: fc.constantFrom(...tokens) },
    { weight: 1, arbitrary: odd },
  ),
  glued,
});
const url = fc.constantFrom(
  'https://news.example/a',
  '/b c',
  '#d',
  'e(f)g',
  'mailto:a@b.example',
  'x_y_z',
  '',
);

const { inline } = fc.letrec<{ inline: Inline; inlines: Inline[] }>((tie) => ({
  inlines: fc.array(tie('inline'), { minLength: 1, maxLength: 3 }),
  inline: fc.oneof(
    { maxDepth: 2, depthSize: 'small' },
    { weight: 24, arbitrary: text },
    {
      weight: 2,
      arbitrary: fc.record({
        type: fc.constant('mark' as const),
        mark: fc.constantFrom('em' as const, 'strong' as const, 'del' as const),
        children: tie('inlines'),
        glued,
      }),
    },
    {
      weight: 1,
      arbitrary: fc.record({
        type: fc.constant('link' as const),
        url,
        children: tie('inlines'),
        glued,
      }),
    },
    {
      weight: 1,
      arbitrary: fc.record({
        type: fc.constant('image' as const),
        url,
        alt: fc.constantFrom('', 'A quay', 'a_b*c'),
        glued,
      }),
    },
    {
      weight: 1,
      arbitrary: fc.record({
        type: fc.constant('code' as const),
        value: fc.constantFrom('x', 'a b', '`', '<b>', '(AP 2019)'),
        glued,
      }),
    },
    {
      weight: 1,
      arbitrary: fc.record({
        type: fc.constant('note' as const),
        number: fc.integer({ min: 1, max: 3 }),
        glued,
      }),
    },
    { weight: 1, arbitrary: fc.record({ type: fc.constant('break' as const), glued }) },
  ),
}));

const running = fc.array(inline, { minLength: 1, maxLength: 14 });
const cell = fc.array(inline, { maxLength: 3 });

const { block } = fc.letrec<{ block: Block; blocks: Block[] }>((tie) => ({
  blocks: fc.array(tie('block'), { minLength: 1, maxLength: 3 }),
  block: fc.oneof(
    { maxDepth: 2, depthSize: 'small' },
    {
      weight: 10,
      arbitrary: fc.record({ type: fc.constant('paragraph' as const), children: running }),
    },
    {
      weight: 2,
      arbitrary: fc.record({
        type: fc.constant('heading' as const),
        depth: fc.integer({ min: 1, max: 4 }),
        children: fc.array(inline, { maxLength: 5 }),
      }),
    },
    {
      weight: 2,
      arbitrary: fc.record({
        type: fc.constant('list' as const),
        ordered: fc.boolean(),
        loose: fc.boolean(),
        items: fc.array(tie('blocks'), { minLength: 1, maxLength: 3 }),
      }),
    },
    {
      weight: 1,
      arbitrary: fc.record({ type: fc.constant('quote' as const), children: tie('blocks') }),
    },
    {
      weight: 1,
      arbitrary: fc.record({
        type: fc.constant('table' as const),
        rows: fc.array(fc.array(cell, { minLength: 1, maxLength: 3 }), {
          minLength: 1,
          maxLength: 3,
        }),
      }),
    },
    {
      weight: 1,
      arbitrary: fc.record({
        type: fc.constant('code' as const),
        value: fc.constantFrom('x = 1', '```', '', '\n\ny', '(AP 2019)'),
      }),
    },
    { weight: 1, arbitrary: fc.record({ type: fc.constant('rule' as const) }) },
  ),
}));

const article: Arbitrary<Article> = fc.record({
  head: fc.array(fc.constantFrom(...heads), { maxLength: 3 }),
  blocks: fc.array(block, { minLength: 1, maxLength: 6 }),
  notes: fc.array(running, { maxLength: 2 }),
});

const writers: Readonly<Record<string, (article: Article) => string | Uint8Array>> = {
  '.txt': (each) => textOf(each, '.txt'),
  '.md': (each) => textOf(each, '.md'),
  '.html': (each) => html(each),
  '.docx': (each) => word(each),
};

/** An article in one of the formats. */
export const articles: Arbitrary<Seed> = fc
  .tuple(article, fc.constantFrom('.md', '.txt', '.html', '.docx'))
  .map(([made, extension]) => {
    const written = (writers[extension] as (article: Article) => string | Uint8Array)(made);
    return { extension, value: typeof written === 'string' ? Buffer.from(written) : written };
  });

/** Joins what stands in running text, with spaces where it isn't glued. */
function join(children: readonly Inline[], write: (child: Inline) => string): string {
  return children
    .map((child, index) => (index > 0 && !child.glued ? ' ' : '') + write(child))
    .join('');
}

const signs = { em: '*', strong: '**', del: '~~' } as const;

/** Plain text and Markdown; in plain text the signs of markup are left out, and nothing is escaped in either. */
function textOf({ head, blocks, notes }: Article, extension: '.txt' | '.md'): string {
  const marked = extension === '.md';
  const inlines = (children: readonly Inline[]): string =>
    join(children, (child) => {
      if (child.type === 'text') return child.value;
      if (child.type === 'break') return marked ? '\\\n' : '\n';
      if (child.type === 'note') return `[^${child.number}]`;
      if (child.type === 'code') return marked ? `\`${child.value}\`` : child.value;
      if (child.type === 'image') return marked ? `![${child.alt}](${child.url})` : child.alt;
      const inside = inlines(child.children);
      if (!marked) return inside;
      if (child.type === 'link') return `[${inside}](<${child.url}>)`;
      return signs[child.mark] + inside + signs[child.mark];
    });
  const indented = (value: string, first: string, rest: string): string =>
    value
      .split('\n')
      .map((line, index) => (index === 0 ? first + line : line === '' ? '' : rest + line))
      .join('\n');
  const one = (each: Block): string => {
    switch (each.type) {
      case 'paragraph':
        return inlines(each.children);
      case 'heading':
        return `${marked ? `${'#'.repeat(each.depth)} ` : ''}${inlines(each.children).replaceAll(/\\?\n/g, ' ')}`;
      case 'list':
        return each.items
          .map((item, index) => {
            const sign = each.ordered ? `${index + 1}. ` : '- ';
            return indented(
              item.map(one).join(each.loose ? '\n\n' : '\n'),
              sign,
              ' '.repeat(sign.length),
            );
          })
          .join(each.loose ? '\n\n' : '\n');
      case 'quote':
        return indented(each.children.map(one).join('\n\n'), '> ', '> ').replaceAll('\n\n', '\n>\n'); // prettier-ignore
      case 'table': {
        const rows = each.rows.map(
          (cells) =>
            `| ${cells.map((value) => inlines(value).replaceAll(/\\?\n/g, ' ')).join(' | ')} |`,
        );
        const columns = each.rows[0]?.length ?? 1;
        return [rows[0], `|${' - |'.repeat(columns)}`, ...rows.slice(1)].join('\n');
      }
      case 'code':
        return marked ? `~~~\n${each.value}\n~~~` : each.value;
      default:
        return marked ? '***' : '* * *';
    }
  };
  return [
    ...head,
    ...blocks.map(one),
    ...notes.map((note, index) => `[^${index + 1}]: ${inlines(note).replaceAll(/\\?\n/g, ' ')}`),
  ].join('\n\n');
}

function escaped(value: string): string {
  return value.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
}

function html({ head, blocks, notes }: Article): string {
  const inlines = (children: readonly Inline[]): string =>
    join(children, (child) => {
      switch (child.type) {
        case 'text':
          return escaped(child.value);
        case 'break':
          return '<br>';
        case 'note':
          return `<sup id="r${child.number}"><a href="#n${child.number}">${child.number}</a></sup>`;
        case 'code':
          return `<code>${escaped(child.value)}</code>`;
        case 'image':
          return `<img src="${escaped(child.url)}" alt="${escaped(child.alt)}">`;
        case 'link':
          return `<a href="${escaped(child.url)}">${inlines(child.children)}</a>`;
        default:
          return `<${child.mark}>${inlines(child.children)}</${child.mark}>`;
      }
    });
  const one = (each: Block): string => {
    switch (each.type) {
      case 'paragraph':
        return `<p>${inlines(each.children)}</p>`;
      case 'heading':
        return `<h${each.depth}>${inlines(each.children)}</h${each.depth}>`;
      case 'list': {
        const name = each.ordered ? 'ol' : 'ul';
        return `<${name}>${each.items.map((item) => `<li>${item.map(one).join('\n')}</li>`).join('')}</${name}>`;
      }
      case 'quote':
        return `<blockquote>${each.children.map(one).join('')}</blockquote>`;
      case 'table':
        return `<table>${each.rows.map((cells) => `<tr>${cells.map((value) => `<td>${inlines(value)}</td>`).join('')}</tr>`).join('')}</table>`;
      case 'code':
        return `<pre><code>${escaped(each.value)}</code></pre>`;
      default:
        return '<hr>';
    }
  };
  const list = notes.map(
    (note, index) => `<li id="n${index + 1}">${inlines(note)} <a href="#r${index + 1}">↩</a></li>`,
  );
  return [
    ...head.map((line, index) => (index === 0 ? `<h1>${escaped(line)}</h1>` : `<p>${escaped(line)}</p>`)), // prettier-ignore
    ...blocks.map(one),
    ...(list.length > 0 ? [`<ol class="footnotes">${list.join('')}</ol>`] : []),
  ].join('\n');
}

/** What XML can't hold is left out. */
const notXml = /[^\t\n\r -\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu;

function word({ head, blocks, notes }: Article): Uint8Array {
  const links: Record<string, string> = {};
  const properties = { em: '<w:i/>', strong: '<w:b/>', del: '<w:strike/>' } as const;
  const runs = (children: readonly Inline[], outer = ''): string =>
    join(children, (child) => {
      const space = '';
      switch (child.type) {
        case 'text':
        case 'code':
          return space + run(escaped(child.value.replaceAll(notXml, '')), outer);
        case 'break':
          return '<w:r><w:br/></w:r>';
        case 'note':
          return notes.length >= child.number
            ? `<w:r><w:footnoteReference w:id="${child.number}"/></w:r>`
            : '';
        case 'image':
          return run(escaped(child.alt), outer);
        case 'link': {
          const id = `link${Object.keys(links).length}`;
          links[id] = escaped(child.url);
          return `<w:hyperlink r:id="${id}">${runs(child.children, outer)}</w:hyperlink>`;
        }
        default:
          return runs(child.children, outer + properties[child.mark]);
      }
    }).replaceAll(/(?<=>) (?=<)/g, run(' '));
  const one = (each: Block): string => {
    switch (each.type) {
      case 'paragraph':
        return `<w:p>${runs(each.children)}</w:p>`;
      case 'heading':
        return `<w:p><w:pPr><w:pStyle w:val="Heading${each.depth}"/></w:pPr>${runs(each.children)}</w:p>`;
      case 'list':
        return each.items.flatMap((item) => item.map(one)).join('');
      case 'quote':
        return each.children.map(one).join('');
      case 'table':
        return `<w:tbl>${each.rows.map((cells) => `<w:tr>${cells.map((value) => `<w:tc><w:p>${runs(value)}</w:p></w:tc>`).join('')}</w:tr>`).join('')}</w:tbl>`;
      case 'code':
        return paragraph(run(escaped(each.value)));
      default:
        return paragraph(run('* * *'));
    }
  };
  const body = [
    ...head.map((line, index) =>
      index === 0 ? styled('Title', run(escaped(line))) : paragraph(run(escaped(line))),
    ),
    ...blocks.map(one),
  ].join('');
  const footnotes = notes
    .map((note, index) => `<w:footnote w:id="${index + 1}"><w:p>${runs(note)}</w:p></w:footnote>`)
    .join('');
  return docx({ body, links, ...(footnotes === '' ? {} : { footnotes }) });
}
