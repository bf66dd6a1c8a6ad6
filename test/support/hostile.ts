/** Articles that do harm: forms of input that cost a parser time or memory out of proportion, and files that are no articles. */
import { randomNumbers } from '../../bench/articles.ts';

export interface HostileArticle {
  name: string;
  content: string | Uint8Array;
}

const kilobyte = 1000;

/** A text of a length, made of one piece. */
const filled = (piece: string, length: number): string =>
  piece.repeat(Math.ceil(length / piece.length));

const numbered = (count: number, line: (index: number) => string): string =>
  Array.from({ length: count }, (_, index) => line(index)).join('\n');

/** Forty, of all formats that are read. They are written out here and not kept as files, of which some would be large. */
export function hostileArticles(): HostileArticle[] {
  const size = 100 * kilobyte;
  const texts: Record<string, string | Uint8Array> = {
    'brackets-open.md': filled('[', size),
    'brackets-close.md': filled(']', size),
    'bracket-before-text.md': `[${filled('word ', size)}`,
    'links-nested.md': `${filled('[', 5000)}a${filled('](b)', 20_000)}`,
    'images-nested.md': filled('![', size),
    'lists-nested.md': filled('- ', 8 * kilobyte),
    'lists-indented.md': numbered(400, (index) => `${' '.repeat(index * 2)}- item`),
    'quotes-nested.md': filled('> ', size),
    'emphasis.md': filled('*a **b ', size),
    'emphasis-open.md': filled('_a', size),
    'backticks.md': numbered(400, (index) => `${'`'.repeat(index + 1)}a`),
    'escaped-backticks.md': filled('\\`', size),
    'entities.md': filled('&#1234567', size),
    'angles.md': filled('<a ', size),
    'comments.md': filled('<!-- ', size),
    'autolinks.md': filled('www._', size),
    'footnotes.md': numbered(4000, (index) => `[^${index}]: note`),
    'footnote-calls.md': `${filled('[^1] ', size)}\n\n[^1]: note [^1]\n`,
    'definitions.md': numbered(4000, (index) => `[${index}]: /a`),
    'table-wide.md': `${filled('|a', 8000)}\n${filled('|-', 8000)}\n${filled('|b\n', 2000)}`,
    'front-matter-keys.md': `---\n${numbered(32_000, (index) => `k${index}: ${index}`)}\n---\n\nText.\n`,
    'front-matter-aliases.md': `---\na: &a [x, x, x, x]\n${numbered(20, (index) => `b${index}: &b${index} [*${index === 0 ? 'a' : `b${index - 1}`}, *${index === 0 ? 'a' : `b${index - 1}`}]`)}\n---\n\nText.\n`,
    'front-matter-open.md': `---\n${filled('a: [', 20 * kilobyte)}`,
    'elements-nested.html': `<p>${filled('<div>', size)}`,
    'formatting-misnested.html': filled('<b><i><u></b>text ', size),
    'anchors.html': filled('<p><a href=x>', size),
    'colspan.html': `<table>${filled('<tr><td colspan=1000>a', size)}</table>`,
    'tables-nested.html': filled('<table><tr><td>', size),
    'attributes.html': `<p ${numbered(10_000, (index) => `a${index}=b`)}>Text.</p>`,
    'no-end.html': `<script>${filled('a', size)}`,
    'one-word.txt': filled('a', size * 5),
    'one-line.txt': filled('A sentence (Reuters, May 5, 2022), “so to speak”. ', size * 5),
    'quotation-marks.txt': filled('“', size),
    'parentheses.txt': filled('(Reuters, ', size),
    'capitals.txt': filled('Aa Bb Cc ', size * 2),
    'white-space.txt': `Title\n\n${filled(' \t', size * 5)}x`,
    'line-endings.txt': filled('\r\n\n\r', size),
    'nul-and-surrogates.txt': new Uint8Array(Buffer.from(filled('\0\uD800x', 20_000), 'utf16le')),
    'noise.txt': noise(size),
    'noise.docx': noise(size),
  };
  return Object.entries(texts).map(([name, content]) => ({ name, content }));
}

function noise(length: number): Uint8Array {
  const number = randomNumbers(5);
  return Uint8Array.from({ length }, () => Math.floor(number() * 256));
}
