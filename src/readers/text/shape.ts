/**
 * Which lines make a paragraph.
 *
 * Articles come in three shapes: paragraphs with blank lines between them, one paragraph a line, and lines that were cut at
 * a width. A cut leaves a trace: the first word of the next line would not have fitted on the line before. Verse, addresses and
 * lists of names break off earlier, and begin with capitals. The article as a whole decides where a few lines say too little.
 */
import { endsSentence, opening } from './characters.ts';
import { isBlank, skipBlank, skipText, widthOf, type Line } from './lines.ts';
import { pairOf, wrappedAt } from './width.ts';

/** Lines that make one paragraph. `broken`: each stays on a line of its own. */
export interface Paragraphing {
  from: number;
  to: number;
  broken: boolean;
}

/** A line that was cut in the middle of a sentence is this wide at least, where nothing else says that it was. */
const narrowest = 50;
/** A line of verse or of an address is at most this wide. */
const widestVerse = 64;
/** A shorter line is no part of a sentence that was cut. */
const shortestPart = 15;
/** How many lines may stand in one block above the running text and still be parts of the masthead. */
const mastheadLines = 8;

/** What shape decisions need to know of the region. */
interface Surroundings {
  /** 0 where the region's prose was not cut. */
  width: number;
  /** Whether paragraphs are set apart by blank lines. */
  spaced: boolean;
  /** Whether the lines stand above the running text. */
  masthead: boolean;
}

/** Divides lines without a blank one between them into paragraphs. */
export function paragraphs(
  source: string,
  lines: readonly Line[],
  from: number,
  to: number,
  around: Surroundings,
): Paragraphing[] {
  if (to - from === 1) return [{ from, to, broken: false }];
  const width = wrappedAt(source, lines, from, to, around.width);
  if (width > 0) return wrapped(source, lines, from, to, width);
  if (around.masthead && to - from <= mastheadLines) return eachLine(from, to);
  if (isVerse(source, lines, from, to, around.spaced)) return [{ from, to, broken: true }];
  return unwrapped(source, lines, from, to);
}

/** Paragraphs of lines that were cut at a width: one ends where a line breaks off, or where an indent says so. */
function wrapped(
  source: string,
  lines: readonly Line[],
  from: number,
  to: number,
  width: number,
): Paragraphing[] {
  const indents = indentStyle(source, lines, from, to);
  const result: Paragraphing[] = [];
  let start = from;
  for (let at = from + 1; at < to; at++) {
    const line = lines[at - 1] as Line;
    const next = lines[at] as Line;
    const pair = pairOf(source, line, next, width);
    const indented = next.indent > indents.base;
    const byIndent =
      (indents.style === 'first' && indented) || (indents.style === 'hanging' && !indented);
    const short = widthOf(line, source) <= width * 0.66;
    const byBreak = !pair.full && (pair.parts || (short && opening(source, next) === 'upper'));
    if (byIndent || (byBreak && !(indents.style === 'hanging' && indented))) {
      result.push({ from: start, to: at, broken: false });
      start = at;
    }
  }
  result.push({ from: start, to, broken: false });
  return result;
}

/** Whether indents in a run of lines mark the first lines of paragraphs, or all others. */
function indentStyle(
  source: string,
  lines: readonly Line[],
  from: number,
  to: number,
): { style: 'first' | 'hanging' | 'none'; base: number } {
  let base = Infinity;
  for (let at = from; at < to; at++) base = Math.min(base, (lines[at] as Line).indent);
  let first = 0;
  let hanging = 0;
  for (let at = from + 1; at < to; at++) {
    const above = lines[at - 1] as Line;
    const line = lines[at] as Line;
    const starts = endsSentence(source, above) && opening(source, line) !== 'lower';
    const indented = line.indent > base;
    if (indented) {
      if (starts) first++;
      else hanging++;
    } else if (above.indent > base) {
      if (starts) hanging++;
      else first++;
    }
  }
  if (first === 0 && hanging === 0) return { style: 'none', base };
  return { style: first >= hanging ? 'first' : 'hanging', base };
}

/** Short lines, most of which end no sentence. Where blank lines part the paragraphs, lines within one belong together anyway. */
function isVerse(
  source: string,
  lines: readonly Line[],
  from: number,
  to: number,
  spaced: boolean,
): boolean {
  let sentences = 0;
  let addresses = 0;
  for (let at = from; at < to; at++) {
    const line = lines[at] as Line;
    if (widthOf(line, source) > widestVerse) return false;
    if (endsSentence(source, line)) sentences++;
    if (/^(?:https?:|www\.)/i.test(source.slice(line.start, line.start + 8))) addresses++;
  }
  if (addresses * 2 > to - from) return false;
  return sentences * 2 < to - from || (spaced && to - from >= 3);
}

/** One paragraph a line; a line that breaks off in the middle of a sentence goes on in the next. */
function unwrapped(
  source: string,
  lines: readonly Line[],
  from: number,
  to: number,
): Paragraphing[] {
  const result: Paragraphing[] = [];
  // Where the last line ends a sentence, shorter lines may be parts of it.
  const least = endsSentence(source, lines[to - 1] as Line) ? shortestPart : narrowest;
  let start = from;
  for (let at = from + 1; at < to; at++) {
    const line = lines[at - 1] as Line;
    const goes =
      widthOf(line, source) >= least &&
      !endsSentence(source, line) &&
      opening(source, lines[at] as Line) === 'lower';
    if (goes) continue;
    result.push({ from: start, to: at, broken: false });
    start = at;
  }
  result.push({ from: start, to, broken: false });
  return result;
}

function eachLine(from: number, to: number): Paragraphing[] {
  return Array.from({ length: to - from }, (_, index) => ({
    from: from + index,
    to: from + index + 1,
    broken: false,
  }));
}

/** Index of the line with which the running text begins: a long line, or lines that make a long paragraph. -1 where there is none. */
export function bodyStart(source: string, lines: readonly Line[], width: number): number {
  for (let at = skipBlank(lines, 0); at < lines.length;) {
    const end = skipText(lines, at);
    if (end - at >= 3 && wrappedAt(source, lines, at, end, width) > 0) {
      // A headline may stand right on top of the first paragraph.
      return at;
    }
    for (let line = at; line < end; line++) {
      const each = lines[line] as Line;
      if (each.end - each.start >= 160) return line;
      if (each.end - each.start >= 80 && endsSentence(source, each)) return line;
    }
    at = skipBlank(lines, end);
  }
  return -1;
}

/** Whether blank lines part the paragraphs: more blocks of one line, or of cut lines, than blocks of several long lines. */
export function isSpaced(source: string, lines: readonly Line[], width: number): boolean {
  let apart = 0;
  let together = 0;
  for (let at = skipBlank(lines, 0); at < lines.length;) {
    const end = skipText(lines, at);
    if (end - at === 1) {
      if (widthOf(lines[at] as Line, source) > widestVerse) apart++;
    } else if (width > 0 && wrappedAt(source, lines, at, end, width) > 0) {
      apart++;
    } else if (lines.slice(at, end).some((line) => widthOf(line, source) > widestVerse)) {
      together++;
    }
    at = skipBlank(lines, end);
  }
  return apart > together && !lines.every(isBlank);
}
