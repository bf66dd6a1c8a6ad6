/**
 * The width at which lines were cut. A cut leaves a trace: the first word of the next line would not have fitted on the line
 * before it; and most cuts fall into sentences.
 */
import { endsSentence, opening } from './characters.ts';
import { columnsAt, isSpace, skipBlank, skipText, widthOf, type Line } from './lines.ts';

/** Widths at which prose is cut. */
const narrowest = 50;
const widest = 130;
/** Narrower columns, as from a page with several, have to be evident over many lines. */
const narrowColumn = 28;
const narrowPairs = 6;

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

/** Compares a line with the next one, given the width at which both may have been cut. */
export function pairOf(source: string, line: Line, next: Line, width: number): Pair {
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

/** The width at which a run of lines was cut, given that of its region; 0 where it was not. */
export function wrappedAt(
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
