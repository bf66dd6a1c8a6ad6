/**
 * Lines that hold a date and nothing else but its label and the time of day: "Published: October 19, 2022, 5:32 PM GMT".
 */
import {
  latestNotAfter,
  parseDateAt,
  toEdtf,
  type DayMonthOrder,
  type PartialDate,
  type Range,
} from '../../src/text/index.ts';
import { isPlace } from './places.ts';

/** A date as a masthead states it. */
export interface FoundDate extends Range {
  value: string;
  parts: PartialDate;
  /** Whether it says when the article was changed, not when it came out. */
  updated: boolean;
  /** The other reading, where day and month could change places. */
  otherReading?: string;
}

export interface DateLine {
  dates: FoundDate[];
  /** Whether a label such as "Published" says what the date is. */
  labelled: boolean;
  /** Words that belong to no date: the time of day. */
  unused: Range[];
}

/** No date line is longer. */
const longestLine = 160;

const joint = /[\s|•·,;—–/()[\]-]+/y;
const label =
  /(?:(?:first|last|originally|date|story|article)[ \u00A0]+)?(?:(?:published|posted|issued|released|created|filed|publication date|release date|date|dated)|(updated?|modified|revised|edited))(?![\p{L}\p{N}])(?:[ \u00A0]+(?:published|posted|updated|on|at|online)(?!\p{L}))*\s*:?\s*/iuy;
const isoTime = /((?:1\d|20)\d\d-\d\d-\d\d)T(\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d:?\d\d)?)/y;
const time =
  /(?:at[ \u00A0]+)?(?:\d{1,2}[:.h]\d{2}(?::\d{2})?(?:[ \u00A0]?[ap]\.?[ \u00A0]?m\b\.?)?|\d{1,2}[ \u00A0]?[ap]\.?m\b\.?|noon|midnight)(?![\p{L}\p{N}])/iuy;
const zone =
  /(?:(?:GMT|UTC|[A-Z]{1,4}T|Z|Uhr)(?:[ \u00A0]?[+-][ \u00A0]?\d{1,2}(?::?\d{2})?)?|local time|eastern time|(?:eastern|central|mountain|pacific) (?:daylight|standard)? ?time)(?![\p{L}\p{N}])/iuy;

/** How long ago, as pages count it. */
const relative =
  /(?:age\s*:\s*)\d{1,3}[ \u00A0]+(?:minute|min|hour|hr|day|week|month|year)s?(?!\p{L})|\d{1,3}[ \u00A0]+(?:minute|min|hour|hr|day|week|month|year)s?[ \u00A0]+ago(?!\p{L})/iuy;
/** Reads a whole line as dates. Undefined where a word is left over. */
export function readDateLine(text: string, order: DayMonthOrder): DateLine | undefined {
  if (text.length > longestLine) return undefined;
  const line: DateLine = { dates: [], labelled: false, unused: [] };
  let at = 0;
  let updated = false;
  let labelledHere = false;
  const match = (pattern: RegExp): RegExpExecArray | undefined => {
    pattern.lastIndex = at;
    const found = pattern.exec(text);
    if (!found || found[0] === '') return undefined;
    at += found[0].length;
    return found;
  };
  const end = text.trimEnd().replace(/\.$/, '').length;
  while (at < end) {
    if (match(joint)) continue;
    const from = at;
    const labels = match(label);
    if (labels) {
      updated = labels[1] !== undefined;
      labelledHere = true;
      line.labelled = true;
      continue;
    }
    const iso = match(isoTime);
    if (iso) {
      const value = iso[1] as string;
      const [year, month, day] = value.split('-').map(Number) as [number, number, number];
      line.dates.push({ value, parts: { year, month, day }, updated, start: from, end: from + 10 });
      line.unused.push({ start: from + 11, end: at });
      continue;
    }
    const date = parseDateAt(text, at, { dayMonth: order, years: labelledHere });
    const parts = date?.dates[0];
    if (date && parts?.year !== undefined && date.extent === 'single' && !date.part) {
      const found = foundDate(parts, from, date.end, updated);
      if (!found) return undefined;
      if (date.ambiguous) found.otherReading = swapped(parts);
      line.dates.push(found);
      at = date.end;
      labelledHere = false;
      continue;
    }
    const isTold =
      match(time) ?? match(relative) ?? (line.unused.length > 0 ? match(zone) : undefined);
    // Where it was written may close the line.
    if (!isTold && line.dates.length > 0 && isPlace(text.slice(from, end))) at = end;
    if (at === from) return undefined;
    line.unused.push({ start: from, end: at });
  }
  return line.dates.length > 0 ? line : undefined;
}

/** The same of a part of a text, with the offsets of the whole. */
export function readDateLineIn(
  text: string,
  { start, end }: Range,
  order: DayMonthOrder,
): DateLine | undefined {
  return readDateLine(blanked(text, { start, end }), order);
}

/** The text up to the end of a range, with all before it blanked out, so that offsets stay those of the whole. */
export function blanked(text: string, { start, end }: Range): string {
  return ' '.repeat(start) + text.slice(start, end);
}

/** "14 NOV, 09:31": a day and an hour without a year. */
export function isHour(text: string): boolean {
  return /^\s*(?:\d{1,2} \p{L}{3,9}|\p{L}{3,9} \d{1,2}),?\s+\d{1,2}[:.]\d{2}(?:\s?[ap]\.?m\.?)?\s*$/iu.test(
    text,
  );
}

/** A date of EDTF level 0; a season has only its year there. */
export function foundDate(
  parts: PartialDate,
  start: number,
  end: number,
  updated = false,
): FoundDate | undefined {
  const level0 = { ...parts };
  delete level0.season;
  const value = toEdtf(level0);
  return value === undefined || level0.year === undefined
    ? undefined
    : { value, parts: level0, updated, start, end };
}

function swapped(parts: PartialDate): string {
  const { day, month } = parts;
  return toEdtf({ ...parts, month: day as number, day: month as number }) as string;
}

/** Whether two EDTF dates can be the same, one of them perhaps with less precision. */
export function agree(a: string, b: string): boolean {
  return a.startsWith(b) || b.startsWith(a);
}

/** Fills up a date from one that lacks the year: what a dateline adds to a publication date. Undefined where they disagree. */
export function refine(value: string, day: PartialDate): string | undefined {
  const [year, month] = value.split('-').map(Number);
  if (year === undefined || value.length >= 10) return undefined;
  if (day.year !== undefined && day.year !== year) return undefined;
  if (month !== undefined && day.month !== month) return undefined;
  const full = latestNotAfter(day, { year, ...(month === undefined ? {} : { month }) }, 0);
  return full?.year === year ? toEdtf(full) : undefined;
}
