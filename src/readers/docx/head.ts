/** Headline, standfirst and authors, where their styles tell them. */
import type { Author, StatedMetadata } from '../../model/index.ts';
import type { Entry, ParagraphEntry } from './entries.ts';

/** How far down a headline may stand, and how long what stands above it may be. */
const [deepestTitle, longestAbove] = [6, 120];
/** As many characters make running text. */
const runningText = 200;
/** A bold line of more words is no heading. */
const longestHeading = 12;

export interface Head {
  entries: Entry[];
  stated: StatedMetadata;
  /** What is to be added to the depth of headings: below a headline that has a style of its own, sections begin with 2. */
  shift: number;
}

export function arrangeHead(entries: readonly Entry[]): Head {
  const stated: StatedMetadata = {};
  const rest = [...entries];
  const title = titleIn(rest);
  const placed: Entry[] = [];
  if (title) {
    rest.splice(rest.indexOf(title), 1);
    stated.title = squeezed(title.text);
    placed.push(title);
  }
  const authors: Author[] = [];
  const isHead = (entry: Entry, at: number): boolean => at < deepestTitle * 2 && isShort(entry);
  for (let at = 0; at < rest.length && isHead(rest[at] as Entry, at); at++) {
    const entry = rest[at] as ParagraphEntry;
    if (entry.role?.type === 'subtitle' && stated.subtitle === undefined) {
      stated.subtitle = squeezed(entry.text);
    } else if (entry.role?.type === 'author') {
      const names = namesIn(entry.text);
      authors.push(...names);
      if (names.length > 0) rest.splice(at--, 1);
    }
  }
  if (authors.length > 0) stated.authors = authors;
  const below = boldHeadings(rest);
  return { entries: [...placed, ...below], stated, shift: title ? 2 - shallowest(below) : 0 };
}

function shallowest(entries: readonly Entry[]): number {
  let depth = Infinity;
  for (const entry of entries) {
    if (entry.type !== 'paragraph' || entry.text.trim() === '') continue;
    if (entry.role?.type === 'heading') depth = Math.min(depth, entry.role.depth);
  }
  return Number.isFinite(depth) ? depth : 2;
}

function titleIn(entries: readonly Entry[]): ParagraphEntry | undefined {
  for (const entry of entries.slice(0, deepestTitle)) {
    if (entry.type === 'paragraph' && entry.role?.type === 'title' && entry.text.trim() !== '')
      return entry;
    if (!isShort(entry) || (entry.type === 'paragraph' && entry.role?.type === 'heading'))
      return undefined;
  }
  return undefined;
}

function isShort(entry: Entry): boolean {
  if (entry.type !== 'paragraph')
    return entry.type === 'node' && entry.node.type === 'thematicBreak';
  return entry.text.length <= longestAbove || entry.role?.type === 'subtitle';
}

/** Names in a line that has the style of a byline. None where it says more than names. */
function namesIn(text: string): Author[] {
  const names = squeezed(text)
    .replace(/^by\b:?\s*/i, '')
    .split(/\s*[,;&]\s*|\s+and\s+/i)
    .filter((name) => name !== '');
  const isName = (name: string): boolean =>
    /^\p{Lu}/u.test(name) && name.split(' ').length <= 5 && !/[\d@:/]/.test(name);
  const isOrdinary = names.length > 0 && names.every(isName);
  return isOrdinary ? names.map((name) => ({ name })) : [];
}

/** Bold lines within the text are headings in a file that has no others. */
function boldHeadings(entries: readonly Entry[]): Entry[] {
  const hasHeadings = entries.some(
    (entry) => entry.type === 'paragraph' && entry.role?.type === 'heading',
  );
  if (hasHeadings) return [...entries];
  let isBody = false;
  return entries.map((entry, at) => {
    if (entry.type !== 'paragraph') return entry;
    const next = entries[at + 1];
    const isHeading =
      isBody &&
      !entry.role &&
      !entry.place &&
      entry.bold &&
      looksLikeHeading(entry.text) &&
      next?.type === 'paragraph' &&
      !next.bold &&
      next.text.length > entry.text.length;
    isBody ||= entry.text.length >= runningText;
    return isHeading ? { ...entry, role: { type: 'heading', depth: 2 } } : entry;
  });
}

function looksLikeHeading(text: string): boolean {
  return (
    !text.includes('\n') &&
    !/[.?!,;:…]["”’)]?\s*$/.test(text) &&
    squeezed(text).split(' ').length <= longestHeading
  );
}

function squeezed(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
