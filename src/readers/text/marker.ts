/** The markers that list items begin with. */
import { isSpace, type Line } from './lines.ts';

/** A marker and what it may count. */
export interface Marker {
  /** Items of one list have markers of one style: the bullet, or the punctuation around the number. */
  style: string;
  ordered: boolean;
  /** A bullet that nothing but a list item begins with. */
  plain: boolean;
  /** What the marker counts in each way of counting that it can belong to. */
  counts: Partial<Record<Counting, number>>;
  /** Where the text of the item begins. */
  textStart: number;
  /** Columns from the marker to the text. */
  columns: number;
}

export type Counting = 'number' | 'letter' | 'roman';

/** Bullets that also have other uses in prose, which more than one line has to rule out. */
const commonBullets = new Set(['-', '*', '–', '·']);
const plainBullets = new Set([
  '•',
  '◦',
  '▪',
  '▫',
  '●',
  '○',
  '■',
  '□',
  '►',
  '▸',
  '‣',
  '⁃',
  '∙',
  '\uF0B7',
]);

/** "(12)", "12.", "12)", "(a)", "a)", "a.", "(iv)", "iv)". Capitals only in brackets: "A." is an initial. */
const ordinal =
  /(?:\((?:(\d{1,3})|([A-Z]|[a-z]|[ivx]{2,5}))\)|(\d{1,3})[.)]|([a-z])[.)]|([A-Z]|[ivx]{2,5})\))(?=[ \t\u00A0\u2002\u2003])/y;

/** The marker at the start of a line; undefined where there is none, or no text after it. */
export function markerOf(source: string, line: Line): Marker | undefined {
  const first = source[line.start] as string;
  let marker = line.start;
  let style = first;
  let counts: Marker['counts'] = {};
  const plain = plainBullets.has(first);
  if (plain || commonBullets.has(first)) {
    marker++;
    if (!plain && !isSpace(source.charCodeAt(marker))) return undefined;
  } else {
    if (!/[(\dA-Za-z]/.test(first)) return undefined;
    ordinal.lastIndex = line.start;
    const match = ordinal.exec(source);
    if (!match) return undefined;
    marker += match[0].length;
    const number = match[1] ?? match[3];
    const letters = match[2] ?? match[4] ?? match[5];
    style = match[0].replace(/[\da-zA-Z]+/, letters && /[A-Z]/.test(letters) ? 'A' : '1');
    counts = number === undefined ? countsOf(letters as string) : { number: Number(number) };
  }
  let textStart = marker;
  while (textStart < line.end && isSpace(source.charCodeAt(textStart))) textStart++;
  if (textStart >= line.end) return undefined;
  return {
    style,
    ordered: !plain && !commonBullets.has(first),
    plain,
    counts,
    textStart,
    columns: textStart - line.start,
  };
}

function countsOf(letters: string): Marker['counts'] {
  const counts: Marker['counts'] = {};
  const roman = romanOf(letters);
  if (roman > 0) counts.roman = roman;
  if (letters.length === 1) counts.letter = letters.toLowerCase().charCodeAt(0) - 96;
  return counts;
}

const romanNumerals =
  'i ii iii iv v vi vii viii ix x xi xii xiii xiv xv xvi xvii xviii xix xx'.split(' ');

function romanOf(letters: string): number {
  return romanNumerals.indexOf(letters) + 1;
}

/** In which way of counting a marker is followed by another. */
export function countingOf(marker: Marker, next: Marker): Counting | undefined {
  for (const counting of ['number', 'roman', 'letter'] as const) {
    const count = marker.counts[counting];
    if (count !== undefined && next.counts[counting] === count + 1) return counting;
  }
  return undefined;
}
