/** Pull quotes: words of the article that the author has set apart as well. */
import type { StatedPullQuote } from '../../model/index.ts';
import type { Entry, ParagraphEntry } from './entries.ts';

/** More are not looked for: each is compared with the whole text. */
const mostQuotes = 100;
/** Longer texts in boxes, and shorter ones, are no quotes. In letters. */
const [shortest, longest] = [20, 1000];

const speakerLine = /^\s*[—–―-]{1,2}\s*(\S.{0,80})$/;

/**
 * Takes pull quotes out of the text, and opens boxes. What a style says to be a pull quote, what looks like a quotation and what stands in a
 * box is one where the text has the same words; it isn't printed twice then. Otherwise it stays: no words are lost.
 */
export function takePullQuotes(entries: readonly Entry[]): {
  entries: Entry[];
  quotes: StatedPullQuote[];
} {
  const quotes: StatedPullQuote[] = [];
  const kept: Entry[] = [];
  let body: readonly string[] | undefined;
  let looked = 0;
  const take = (group: readonly Entry[]): boolean => {
    const found = readQuote(group);
    if (!found || looked++ >= mostQuotes) return false;
    body ??= bodyLetters(entries);
    const wanted = lettersOf(found.text);
    if (!body.some((text) => text.includes(wanted))) return false;
    quotes.push(found);
    return true;
  };
  for (let at = 0; at < entries.length;) {
    const entry = entries[at] as Entry;
    const end = isQuote(entry) ? endOfQuote(entries, at) : at + 1;
    const group = entry.type === 'box' ? entry.entries : entries.slice(at, end);
    const isCandidate = entry.type === 'box' || isQuote(entry);
    if (!(isCandidate && take(group))) for (const each of group) kept.push(each);
    at = end;
  }
  return { entries: kept, quotes };
}

function isQuote(entry: Entry | undefined): entry is ParagraphEntry {
  const type = entry?.type === 'paragraph' && !entry.place ? entry.role?.type : undefined;
  return type === 'quote' || type === 'pullQuote';
}

function endOfQuote(entries: readonly Entry[], start: number): number {
  const first = entries[start] as ParagraphEntry;
  let end = start + 1;
  for (
    let next = entries[end];
    isQuote(next) && next.role?.type === first.role?.type;
    next = entries[end]
  ) {
    end++;
  }
  return end;
}

/** The words of a quote, and who says them, where its last line says so. */
function readQuote(group: readonly Entry[]): StatedPullQuote | undefined {
  const paragraphs = group.filter((entry): entry is ParagraphEntry => entry.type === 'paragraph');
  const holdsMore = paragraphs.some(({ children }) =>
    children.some((node) => node.type === 'image' || node.type === 'footnoteReference'),
  );
  if (paragraphs.length !== group.length || holdsMore) return undefined;
  const lines = paragraphs.flatMap(({ text }) => text.split('\n'));
  const speaker = lines.length > 1 ? speakerLine.exec(lines.at(-1) ?? '')?.[1]?.trim() : undefined;
  const text = (speaker === undefined ? lines : lines.slice(0, -1)).join(' ').trim();
  const { length } = lettersOf(text);
  if (length < shortest || length > longest) return undefined;
  return { text, origin: 'author', ...(speaker === undefined ? {} : { speaker }) };
}

function bodyLetters(entries: readonly Entry[]): string[] {
  return entries
    .filter((entry): entry is ParagraphEntry => entry.type === 'paragraph' && !isQuote(entry))
    .map(({ text }) => lettersOf(text));
}

function lettersOf(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '');
}
