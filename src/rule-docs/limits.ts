import type { RuleDoc, RuleExample } from './rule-doc.ts';

const text = 'The harbour opens again\n\nThe harbour opened again on Monday.';
const paragraph = '<w:p><w:r><w:t>The harbour opened again.</w:t></w:r></w:p>';
const why = (what: string): string =>
  `Articles come from strangers, and ${what} No sound article comes near the limit; where one does, raise it in the config.`;
const word = (name: string, value: number, body: string): RuleExample => ({
  name: 'article.docx',
  article: body,
  config: `limits:\n  ${name}: ${value}`,
});
const limit = (name: string): string => `\`limits.${name}\``;
const nested = (depth: number): string =>
  `<article><h1>The harbour opens again</h1>${'<div>'.repeat(depth)}<p>The harbour opened again on Monday, and the ships that had waited for nine days came in.</p>${'</div>'.repeat(depth)}</article>`;
const table = (cells: number): string =>
  `<article><h1>The harbour opens again</h1><p>The harbour opened again on Monday, and the ships that had waited for nine days came in.</p><table><tr>${'<td>ship</td>'.repeat(cells)}</tr><tr>${'<td>ferry</td>'.repeat(cells)}</tr></table></article>`;

const linked = (count: number): string =>
  `# The harbour opens again\n\n${Array.from({ length: count }, (_, index) => `[Ship ${index}](https://example.org/${index})`).join(' and ')} waited for nine days.\n`;
const listed = (count: number): string =>
  `# The harbour opens again\n\nThere came:\n\n${'- a ship\n'.repeat(count)}`;
const defined = (count: number): string =>
  `# The harbour opens again\n\nThe [harbour][1] opened again on Monday.\n\n${Array.from({ length: count }, (_, index) => `[${index + 1}]: https://example.org/${index}\n`).join('')}`;

export const limitsDocs = {
  'limits/input-bytes': {
    why: why('a file of gigabytes would fill the memory before anything could be said of it.'),
    bad: { article: text, config: 'limits:\n  inputBytes: 20' },
    good: { article: text },
    setting: limit('inputBytes'),
  },
  'limits/time': {
    why: why('an input that takes minutes would hold up all others.'),
    bad: 'A plugin of the house never comes to an end.',
    good: 'Each article is done within `limits.time` seconds, or, where it has more than 2,000,000 bytes, as much more as it is longer.',
    setting: limit('time'),
  },
  'limits/memory': {
    why: why('an input that fills the memory would end the whole run.'),
    bad: 'A plugin of the house gathers more than the memory holds.',
    good: 'Each article is done within `limits.memory` megabytes.',
    setting: limit('memory'),
  },
  'limits/nesting-depth': {
    why: why('the time to read deeply nested elements grows with the square of their depth.'),
    bad: { name: 'article.html', article: nested(40), config: 'limits:\n  nestingDepth: 20' },
    good: { name: 'article.html', article: nested(4), config: 'limits:\n  nestingDepth: 20' },
    setting: limit('nestingDepth'),
  },
  'limits/open-formatting': {
    why: why(
      'each formatting element that is never closed is opened again in every paragraph that follows.',
    ),
    bad: {
      name: 'article.html',
      article: `<article><h1>The harbour opens again</h1><p>${'<b><i>'.repeat(6)}The harbour opened again on Monday, and the ships that had waited for nine days came in.</p></article>`,
      config: 'limits:\n  openFormatting: 4',
    },
    good: {
      name: 'article.html',
      article:
        '<article><h1>The harbour opens again</h1><p><b>The harbour</b> opened again on Monday, and the ships that had waited for nine days came in.</p></article>',
      config: 'limits:\n  openFormatting: 4',
    },
    setting: limit('openFormatting'),
  },
  'limits/html-elements': {
    why: why('a page of a million elements takes many times its size in memory.'),
    bad: { name: 'article.html', article: nested(120), config: 'limits:\n  htmlElements: 100' },
    good: { name: 'article.html', article: nested(4), config: 'limits:\n  htmlElements: 100' },
    setting: limit('htmlElements'),
  },
  'limits/table-cells': {
    why: why('a hundred lines of markup can ask for a million cells.'),
    bad: { name: 'article.html', article: table(6), config: 'limits:\n  tableCells: 8' },
    good: { name: 'article.html', article: table(3), config: 'limits:\n  tableCells: 8' },
    setting: limit('tableCells'),
  },
  'limits/table-characters': {
    why: why('one long cell makes a whole column as wide, in every row.'),
    bad: { name: 'article.html', article: table(6), config: 'limits:\n  tableCharacters: 8' },
    good: { name: 'article.html', article: table(3), config: 'limits:\n  tableCharacters: 200' },
    setting: limit('tableCharacters'),
  },
  'limits/paragraph-marks': {
    why: why('the time to parse a paragraph of Markdown may grow with the square of its marks.'),
    bad: { name: 'article.md', article: linked(60), config: 'limits:\n  paragraphMarks: 100' },
    good: { name: 'article.md', article: linked(3), config: 'limits:\n  paragraphMarks: 100' },
    setting: limit('paragraphMarks'),
  },
  'limits/markdown-items': {
    why: why('each list item takes the parser many times its size in memory.'),
    bad: { name: 'article.md', article: listed(4), config: 'limits:\n  markdownItems: 3' },
    good: { name: 'article.md', article: listed(2), config: 'limits:\n  markdownItems: 3' },
    setting: limit('markdownItems'),
  },
  'limits/definitions': {
    why: why('each pair of brackets is compared with all that is defined.'),
    bad: { name: 'article.md', article: defined(4), config: 'limits:\n  definitions: 2' },
    good: { name: 'article.md', article: defined(2), config: 'limits:\n  definitions: 2' },
    setting: limit('definitions'),
  },
  'limits/front-matter-length': {
    why: why('YAML takes many times its size in memory.'),
    bad: {
      name: 'article.md',
      article: '---\ntitle: The harbour opens again\n---\n\nShips had waited.',
      config: 'limits:\n  frontMatterLength: 10',
    },
    good: {
      name: 'article.md',
      article: '---\ntitle: The harbour opens again\n---\n\nShips had waited.',
      config: 'limits:\n  frontMatterLength: 100',
    },
    setting: limit('frontMatterLength'),
  },
  'limits/front-matter-keys': {
    why: why('a few lines of YAML can stand for billions of values.'),
    bad: {
      name: 'article.md',
      article:
        '---\ntitle: The harbour opens again\ntags: [port, ferry, rain]\n---\n\nShips had waited.',
      config: 'limits:\n  frontMatterKeys: 3',
    },
    good: {
      name: 'article.md',
      article:
        '---\ntitle: The harbour opens again\ntags: [port, ferry, rain]\n---\n\nShips had waited.',
      config: 'limits:\n  frontMatterKeys: 30',
    },
    setting: limit('frontMatterKeys'),
  },
  'limits/output-ratio': {
    why: why(
      'some few bytes can be made to print megabytes: one long note or name, repeated wherever it is referred to.',
    ),
    bad: 'An output of a million characters or more is more than `limits.outputRatio` times as large as its article.',
    good: 'The JSON of an article is 10 to 30 times as large.',
    setting: limit('outputRatio'),
  },
  'limits/findings': {
    why: why(
      'a hundred thousand findings take more memory than their article, and nobody reads them.',
    ),
    bad: {
      article: `${text}\n\n${'The ships came in [x], '.repeat(4)}and left.`.replaceAll('[x]', '()'),
      config: 'limits:\n  findings: 2',
    },
    good: { article: text, config: 'limits:\n  findings: 2' },
    setting: limit('findings'),
  },
  'limits/decisions-bytes': {
    why: why('decisions are short; a long file is none.'),
    bad: {
      article: text,
      decisions: 'metadata:\n  title: The harbour opens again\n',
      config: 'limits:\n  decisionsBytes: 10',
    },
    good: { article: text, decisions: 'metadata:\n  title: The harbour opens again\n' },
    setting: limit('decisionsBytes'),
  },
  'limits/docx-files': {
    why: why('a Word file is a package that can hold any number of files.'),
    bad: word('docxFiles', 1, paragraph),
    good: word('docxFiles', 100, paragraph),
    setting: limit('docxFiles'),
  },
  'limits/docx-inflated-bytes': {
    why: why('a package of kilobytes can be gigabytes once it is unpacked.'),
    bad: word('docxInflatedBytes', 100, paragraph),
    good: word('docxInflatedBytes', 100_000, paragraph),
    setting: limit('docxInflatedBytes'),
  },
  'limits/docx-part-bytes': {
    why: why('one part of a package can be gigabytes once it is unpacked.'),
    bad: word('docxPartBytes', 100, paragraph),
    good: word('docxPartBytes', 100_000, paragraph),
    setting: limit('docxPartBytes'),
  },
  'limits/docx-ratio': {
    why: why('what packs to a thousandth of its size is no text.'),
    bad: 'A part of 250,000 bytes or more takes more than `limits.docxRatio` times its packed size: the same few bytes over and over.',
    good: 'Text packs to a tenth of its size.',
    setting: limit('docxRatio'),
  },
  'limits/docx-elements': {
    why: why('tiny elements take many times their size in memory.'),
    bad: word('docxElements', 3, paragraph.repeat(3)),
    good: word('docxElements', 100, paragraph),
    setting: limit('docxElements'),
  },
  'limits/docx-paragraphs': {
    why: why('what is done to each paragraph adds up.'),
    bad: word('docxParagraphs', 2, paragraph.repeat(3)),
    good: word('docxParagraphs', 20, paragraph),
    setting: limit('docxParagraphs'),
  },
} as const satisfies Record<string, RuleDoc>;
