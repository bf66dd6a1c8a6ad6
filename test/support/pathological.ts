/**
 * Forms of Markdown that cost some parser time, memory or stack out of proportion to their length: those that the tests of CommonMark
 * parsers are known for, in kind, and those that came up here. Each is a way to fill any number of characters.
 */

export interface Pathological {
  name: string;
  /** About so many characters. */
  make: (size: number) => string;
}

export const filled = (piece: string, size: number): string =>
  piece.repeat(Math.max(1, Math.floor(size / piece.length)));

/** Pieces that grow or are numbered, until there is enough. */
export function counted(size: number, piece: (index: number) => string): string {
  const parts: string[] = [];
  for (let index = 0, length = 0; length < size; index++) {
    const next = piece(index);
    parts.push(next);
    length += next.length;
  }
  return parts.join('');
}

/** One piece over and over. */
const repeated: Readonly<Record<string, string>> = {
  'open brackets': '[',
  'closing brackets': ']',
  'open brackets of images': '![',
  'open brackets and words': '[a ',
  'closing brackets and words': 'a] ',
  'empty links': '[]()',
  'empty references': '[][]',
  'pairs of brackets': '[a]',
  'links without an end': '[a](b',
  'links without an end, in angle brackets': '[a](<b',
  'links with a title without an end': '[a](b "c',
  'brackets and parentheses': '[ (](',
  'images of links': '![[]()',
  'brackets inside out': '][',
  'footnote calls': '[^1]',
  'footnote calls without an end': '[^a',
  'inline notes': '^[a',
  'open brackets and carets': '[^',
  'links and emphasis': '[a*](b)*',
  'open brackets before emphasis': '*a[',
  'openers of emphasis': '*a ',
  'closers of emphasis': 'a* ',
  'openers of strong emphasis': '**a ',
  'closers of strong emphasis': 'a** ',
  'openers of both': '*a **a ',
  'openers of either mark': '*a _a ',
  'mismatched emphasis': '*a_ ',
  'emphasis by threes': 'a**b***c*',
  'emphasis within words': 'a*b',
  'underscores within words': 'a_b',
  asterisks: '*',
  underscores: '_',
  'asterisks in fours': '**** ',
  'asterisks and underscores': '*_',
  'strong and not': '**x* ',
  'openers of strikethrough': '~~a ',
  'closers of strikethrough': 'a~~ ',
  tildes: '~',
  'single tildes': 'a~b ',
  backticks: '`',
  'spaced backticks': '` ',
  'escaped backticks': '\\`',
  'backticks and escapes': '`\\',
  'pairs of backticks and single ones': '``a`',
  backslashes: '\\',
  'escaped brackets': '\\[',
  'escaped asterisks': '\\*',
  'angle brackets': '<',
  'closing angle brackets': '>x',
  'tags without an end': '<a ',
  tags: '<a>',
  'attributes without an end': '<a b="',
  attributes: ' a=b',
  'closing tags': '</a',
  'comments without an end': 'a <!-- ',
  'comments at a line': '<!-- a\n\n',
  'instructions without an end': 'a <? ',
  'declarations without an end': 'a <!A ',
  'character data without an end': 'a <![CDATA[ ',
  'addresses in angle brackets': '<a:b',
  'mail addresses': 'a@',
  'mail addresses in angle brackets': '<a@b.',
  'bare addresses': 'www._',
  'bare addresses with a scheme': 'http://',
  'addresses with parentheses': 'www.a.b(',
  ampersands: '&',
  'references to characters': '&amp;',
  'references to characters without an end': '&amp',
  'numbers of characters': '&#1234567',
  'hexadecimal numbers of characters': '&#x41;',
  'quotes within quotes': '> ',
  'quotes within quotes without spaces': '>',
  'lists within lists': '- ',
  'numbered lists within lists': '1. ',
  'quotes and lists by turns': '> - ',
  'lists of plus and asterisk': '+ * ',
  'list items': '- a\n',
  'empty list items': '-\n',
  'list items of every mark': '- a\n+ a\n* a\n',
  'list items with paragraphs': '- a\n\n  b\n\n',
  'quoted lines': '> a\n',
  'quoted and not': '> a\nb\n',
  'quotes in pairs': '> > a\n> b\n',
  'lines of one letter': 'a\n',
  'lines that end with carriage returns': 'a\r',
  'empty lines': '\n',
  'carriage returns': '\r',
  spaces: ' ',
  tabs: '\t',
  'hard breaks': 'a  \n',
  'hard breaks of backslashes': 'a\\\n',
  headings: '# a\n',
  hashes: '#',
  'heading with closing hashes': '# a #',
  'underlined headings': 'a\n-\n',
  'lines of an underlined heading': 'a\n=a\n',
  breaks: '---\n',
  'spaced breaks': '- - -\n',
  fences: '```\n',
  'fences without an end': '```a\n~~~b\n',
  'indented code': '    a\n\n',
  pipes: '|',
  cells: '|a',
  'table heads': '|a|\n|-|\n\n',
  'tables in carriage returns': 'aaa\rbbb\n-\v\n',
  'rows of one cell': '|a|\n',
  'delimiter rows': '|-|\n',
  'colons and hyphens': ':-:|',
  definitions: '[a]: b\n',
  'definitions without an end': '[a]: <b\n',
  'titles of definitions without an end': '[a]: b "c\n',
  'notes of the same name': '[^1]: a\n',
  'exclamation marks': '!',
  carets: '^',
  colons: ':a',
  directives: ':a[',
  'front matter fences': '---\na: b\n',
  NUL: '\0',
  'byte order marks': '\uFEFF',
  'combining marks': 'e\u0301\u0301',
  'characters of two units': '😀',
  'lone surrogates': '\uD800',
  'right-to-left overrides': '\u202E\u202C',
  'quotation marks': '“',
  parentheses: '(a',
  words: 'word ',
  'one word': 'w',
  'full stops': '. ',
};

const composed: Readonly<Record<string, (size: number) => string>> = {
  'a bracket before a text': (size) => `[${filled('word ', size)}`,
  'a bracket before paragraphs': (size) => `[${filled('word word\n\n', size)}`,
  'a backtick before a text': (size) => `\`${filled('word ', size)}`,
  'nested brackets': (size) => `${filled('[', size / 2)}a${filled(']', size / 2)}`,
  'nested links': (size) => `${filled('[', size / 5)}a${filled('](b)', (size / 5) * 4)}`,
  'nested images': (size) => `${filled('![', size / 3)}a${filled('](b)', (size / 3) * 2)}`,
  'nested references': (size) =>
    `${filled('[', size / 4)}a${filled('][b]', (size / 4) * 3)}\n\n[b]: c\n`,
  'nested strong emphasis': (size) =>
    `${filled('*a **a ', size / 2)}b${filled(' a** a*', size / 2)}`,
  'nested emphasis': (size) => `${filled('*a ', size / 2)}b${filled(' a*', size / 2)}`,
  'nested strikethrough': (size) => `${filled('~~a ', size / 2)}b${filled(' a~~', size / 2)}`,
  'nested parentheses in an address': (size) =>
    `[a](${filled('(', size / 2)}${filled(')', size / 2)})`,
  'emphasis and a hard link': (size) => filled('**x [a*b**c*](d) ', size),
  'emphasis in a deep quote': (size) => `${filled('>', size / 2)}${filled('a*', size / 2)}`,
  'backticks of growing length': (size) => counted(size, (index) => `e${'`'.repeat(index)}`),
  'backticks of falling length': (size) => {
    const most = Math.ceil(Math.sqrt(size * 2));
    return counted(size, (index) => `${'`'.repeat(Math.max(1, most - index))}e`);
  },
  'a list that is nested by its indent': (size) =>
    counted(size, (index) => `${'  '.repeat(index)}- a\n`),
  'a numbered list that is nested by its indent': (size) =>
    counted(size, (index) => `${'   '.repeat(index)}1. a\n`),
  'empty lines in deep lists': (size) => `${filled('- ', size / 2)}x${filled('\n', size / 2)}`,
  'empty lines in deep lists in a quote': (size) =>
    `> ${filled('- ', size / 2)}x\n${filled('>\n', size / 2)}`,
  'quotes that grow': (size) => counted(size, (index) => `${'>'.repeat(index % 400)} a\n\n`),
  'lines that go on lazily in a deep quote': (size) =>
    `${filled('>', size / 2)} a\n${filled('a\n', size / 2)}`,
  'lines that go on in a deep list': (size) =>
    `${filled('- ', 400)}a\n${filled(`${' '.repeat(400)}a\n`, size)}`,
  'references to nothing': (size) => counted(size, (index) => `[${index}]`),
  'definitions of many names': (size) => counted(size, (index) => `[${index}]: /a\n`),
  'definitions and references': (size) =>
    `${counted(size / 2, (index) => `[a${index}]: /b\n`)}\n${counted(size / 2, (index) => `[a${index}] `)}`,
  'references to a long address': (size) =>
    `[a]: ${filled('b', size / 2)}\n\n${filled('[a] ', size / 2)}`,
  'notes of many names': (size) => counted(size, (index) => `[^${index}]: a\n`),
  'notes and calls': (size) =>
    `${counted(size / 2, (index) => `[^${index}] `)}\n\n${counted(size / 2, (index) => `[^${index}]: a\n`)}`,
  'calls of one note': (size) => `${filled('[^1] ', size)}\n\n[^1]: a\n`,
  'a note that calls itself': (size) => `[^1]\n\n[^1]: ${filled('[^1] ', size)}\n`,
  'a note within a note': (size) =>
    counted(size, (index) => `${'    '.repeat(index)}[^${index}]: a\n`),
  'notes that call each other': (size) =>
    `[^0]\n\n${counted(size, (index) => `[^${index}]: a [^${index + 1}]\n\n`)}`,
  'a wide table': (size) =>
    `${filled('|a', size / 3)}\n${filled('|-', size / 3)}\n${filled('|b\n', size / 3)}`,
  'a long table': (size) => `|a|b|\n|-|-|\n${filled('|c|d|\n', size)}`,
  'a table with a long cell': (size) =>
    `|a|b|\n|-|-|\n|${filled('c', size / 2)}|d|\n${filled('|c|d|\n', size / 2)}`,
  'a table of brackets': (size) => `|a|\n|-|\n${filled('|[b|\n', size)}`,
  'pipes before a delimiter row': (size) => `${filled('a|', size / 2)}\n${filled('-|', size / 2)}`,
  'a label without an end': (size) => `[${filled('a\n', size)}`,
  'a title without an end': (size) => `[a]: b "${filled('c\n', size)}`,
  'an address without an end': (size) => `[a](<${filled('b', size)}`,
  'raw text without an end': (size) => `<script>\n${filled('a\n', size)}`,
  'a fence without an end': (size) => `\`\`\`\n${filled('a\n', size)}`,
  'front matter without an end': (size) => `---\n${filled('a: b\n', size)}`,
  'front matter of many keys': (size) =>
    `---\n${counted(size, (index) => `k${index}: v\n`)}---\n\nA.\n`,
  'front matter that is nested': (size) =>
    `---\na: ${filled('[', size / 2)}${filled(']', size / 2)}\n---\n`,
  'front matter of long indents': (size) =>
    `---\n${counted(size, (index) => `${'  '.repeat(index)}a:\n`)}---\n`,
  'numbers of lists that grow': (size) => counted(size, (index) => `${index}. a\n`),
  'numbers that are too long': (size) => filled('1234567890. a\n', size),
  'a long number of a character': (size) => `&#${filled('1', size)};`,
  'a long name of a character': (size) => `&${filled('a', size)};`,
  'a long tag': (size) => `<a${filled(' b', size)}>`,
  'a long attribute': (size) => `<a b="${filled('c', size)}">`,
  'elements within elements': (size) => filled('<div>', size),
  'formatting that is never closed': (size) => `<p>${filled('<b><i>', size)}`,
  'elements on lines of their own': (size) => filled('<div>\n\n', size),
  'all marks in turn': (size) => filled('*a [b](c) `d` <e> &amp; ~~f~~ ![g](h)\n', size),
  'all marks, none closed': (size) => filled('*a [b `d <e &amp ~~f ![g](\n', size),
  'noise of marks': (size) => {
    const marks = '*_[]()!`<>&\\~|#-+:\n ^"\'ab1.';
    let state = 7;
    return counted(size, () => {
      state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
      return marks[(state >>> 16) % marks.length] as string;
    });
  },
};

export const pathological: readonly Pathological[] = [
  ...Object.entries(repeated).map(([name, piece]) => ({
    name,
    make: (size: number) => filled(piece, size),
  })),
  ...Object.entries(composed).map(([name, make]) => ({ name, make })),
];
