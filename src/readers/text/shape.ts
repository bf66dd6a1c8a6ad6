/**
 * Which lines make a paragraph.
 *
 * Articles come in three shapes: paragraphs with blank lines between them, one paragraph a line, and lines that were cut at
 * a width. A cut leaves a trace: the first word of the next line would not have fitted on the line before. Verse, addresses and
 * lists of names break off earlier, and begin with capitals. The article as a whole decides where a few lines say too little.
 */
import { endsSentence, opening } from './characters.ts';
import { columnsAt, isBlank, isSpace, skipBlank, skipText, widthOf, type Line } from './lines.ts';

/** Lines that make one paragraph. `broken`: each stays on a line of its own. */
export interface Paragraphing {
  from: number;
  to: number;
  broken: boolean;
}

/** Widths at which prose is cut. */
const narrowest = 50;
const widest = 130;
/** Narrower columns, as from a page with several, have to be evident over many lines. */
const narrowColumn = 28;
const narrowPairs = 6;
/** A line of verse or of an address is at most this wide. */
const widestVerse = 64;
/** A shorter line is no part of a sentence that was cut. */
const shortestPart = 15;
/** How many lines may stand in one block above the running text and still be parts of the masthead. */
const mastheadLines = 8;

/** How two neighbouring lines stand to each other. */
interface Pair {
  /** The next line's first word would not have fitted. */
  full: boolean;
  /** The next line begins in the middle of a sentence. */
  continues: boolean;
  /** The next line can begin a sentence after the end of another. */
  parts: boolean;
}

/** The width at which the prose of these lines was cut: of nine in ten paragraphs that show it. 0 where it was not. */
export function wrapWidth(source: string, lines: readonly Line[]): number {
  const widths: number[] = [];
  for (let at = skipBlank(lines, 0); at < lines.length;) {
    const end = skipText(lines, at);
    const own = end - at >= 3 ? evidentWidth(source, lines, at, end) : 0;
    if (own > 0) for (let line = at; line < end; line++) widths.push(own);
    at = skipBlank(lines, end);
  }
  widths.sort((a, b) => a - b);
  return widths[Math.floor(widths.length * 0.9)] ?? 0;
}

/** The width at which a run of lines was evidently cut; else 0. */
function evidentWidth(source: string, lines: readonly Line[], from: number, to: number): number {
  const width = ownWidth(source, lines, from, to);
  if (width < narrowColumn || width > widest) return 0;
  let full = 0;
  let continuing = 0;
  let parting = 0;
  for (let at = from; at < to - 1; at++) {
    const pair = pairOf(source, lines[at] as Line, lines[at + 1] as Line, width);
    if (pair.full) full++;
    else if (pair.parts) parting++;
    if (pair.full && pair.continues) continuing++;
  }
  const pairs = to - from - 1 - parting;
  if (pairs < 2 || full < pairs * 0.8 || full * 2 < to - from - 1) return 0;
  if (continuing < full * 0.35) return 0;
  return width >= narrowest || full >= narrowPairs ? width : 0;
}

/** The width of the widest line that could have been cut. */
function ownWidth(source: string, lines: readonly Line[], from: number, to: number): number {
  let width = 0;
  for (let at = from; at < to; at++) {
    const line = lines[at] as Line;
    const own = widthOf(line, source);
    // A word without a space, such as an address, may reach over any width.
    if (own <= widest || hasSpace(source, line)) width = Math.max(width, own);
  }
  return width;
}

function pairOf(source: string, line: Line, next: Line, width: number): Pair {
  const slack = Math.max(3, width * 0.08);
  const ends = endsSentence(source, line);
  const start = opening(source, next);
  const full =
    widthOf(line, source) + 1 + firstWordWidth(source, next) > width - slack ||
    (start === 'lower' && endsInHyphen(source, line));
  const continues = !ends && (start === 'lower' || start === 'caseless');
  return { full, continues: continues || start === 'lower', parts: ends && start !== 'lower' };
}

/** Whether a line ends in the middle of a word. */
function endsInHyphen(source: string, line: Line): boolean {
  return /\p{L}[-‐\u00AD]$/u.test(source.slice(Math.max(line.start, line.end - 3), line.end));
}

/** Columns of the piece of a line that would have had to fit on the line before. */
function firstWordWidth(source: string, line: Line): number {
  let width = 0;
  for (let at = line.start; at < line.end && width < 40; at++) {
    if (isSpace(source.charCodeAt(at))) break;
    const columns = columnsAt(source, at);
    width += columns;
    // Wide characters can be parted anywhere, words after a hyphen.
    if (columns === 2 || source[at] === '-' || source[at] === '—') break;
  }
  return width;
}

function hasSpace(source: string, line: Line): boolean {
  const limit = Math.min(line.end, line.start + 1000);
  for (let at = line.start; at < limit; at++) if (isSpace(source.charCodeAt(at))) return true;
  return false;
}

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

/** Whether a line goes on in the next, for lines outside a run of prose. */
export function goesOn(source: string, line: Line, next: Line, width: number): boolean {
  const pair = pairOf(source, line, next, width || widthOf(line, source));
  if (width > 0) return pair.full || opening(source, next) === 'lower';
  return widthOf(line, source) >= 40 && pair.continues;
}

/** Whether a line breaks off before the width at which the region was cut. */
export function breaksOff(source: string, line: Line, next: Line, width: number): boolean {
  return width > 0 && !pairOf(source, line, next, width).full;
}

function wrappedAt(
  source: string,
  lines: readonly Line[],
  from: number,
  to: number,
  width: number,
): number {
  const own = to - from >= 3 ? evidentWidth(source, lines, from, to) : 0;
  if (own > 0) return width > own && width - own <= 10 ? width : own;
  const widestLine = ownWidth(source, lines, from, to);
  if (width > 0) {
    if (widestLine > width + Math.max(4, width * 0.1)) return 0;
    return allFit(source, lines, from, to, width, 1) ? width : 0;
  }
  // A short paragraph of its own: at least one line has to go on in the middle of a sentence.
  if (widestLine < narrowest || widestLine > widest) return 0;
  for (let at = from; at < to - 1; at++) {
    if (pairOf(source, lines[at] as Line, lines[at + 1] as Line, widestLine).continues) {
      return allFit(source, lines, from, to, widestLine, Math.ceil((to - from - 1) / 2))
        ? widestLine
        : 0;
    }
  }
  return 0;
}

/**
 * Whether each line was cut, ends a paragraph, or goes on all the same in the middle of a sentence; and at least some, and
 * most of the others, were cut.
 */
function allFit(
  source: string,
  lines: readonly Line[],
  from: number,
  to: number,
  width: number,
  least: number,
): boolean {
  let full = 0;
  let early = 0;
  for (let at = from; at < to - 1; at++) {
    const pair = pairOf(source, lines[at] as Line, lines[at + 1] as Line, width);
    if (pair.full) full++;
    else if (pair.continues) early++;
    else if (!pair.parts) return false;
  }
  return full >= least && full >= early;
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
