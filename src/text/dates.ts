/**
 * Dates in English running text: finding them, and reckoning with dates of which only a part is known.
 *
 * Reading is linear: a date is tried only where a word or a number begins, and no try looks further than a few words ahead.
 */
import { DateReader } from './date-reader.ts';

/** A date as far as it is known. A season or a month needs no year, a day needs a month. */
export interface PartialDate {
  /** As printed; two-digit years are filled up (69 to 99 are of the twentieth century). */
  year?: number;
  /** 1 to 12. */
  month?: number;
  /** 1 to 31. */
  day?: number;
  /** 1 spring, 2 summer, 3 autumn, 4 winter. */
  season?: 1 | 2 | 3 | 4;
}

/** Which order of day and month a date in figures has: `12/03/2024` is 12 March or December 3. */
export type DayMonthOrder = 'dmy' | 'mdy';

/** How a date is written. */
export type DateForm =
  /** With the name of a month or a season: `October 11, 2022`, `Fall 2021`. */
  | 'words'
  /** `2022-10-11`. */
  | 'iso'
  /** In figures that leave the order of day and month to custom: `4.5.2021`. */
  | 'numeric'
  /** `2013`. */
  | 'year';

/** A date in a text. */
export interface TextDate {
  /** Offsets into the text, end exclusive. A weekday and a word such as `early` belong to it. */
  start: number;
  end: number;
  form: DateForm;
  /** One date; the first and the last of a range (`June 3–5`); or the dates of a list (`12, 14 March`). */
  dates: [PartialDate, ...PartialDate[]];
  extent: 'single' | 'range' | 'list';
  /** Whether day and month could change places without an impossible date (`4.5.2021`). */
  ambiguous: boolean;
  /** Of a date in figures with slashes or hyphens: the order in which it was read. */
  order?: DayMonthOrder;
  /** Which part of the month, season or year is meant. */
  part?: 'early' | 'mid' | 'late';
  /** 1 Monday to 7 Sunday. */
  weekday?: number;
}

export interface DateOptions {
  /** The order of day and month in figures, where both would do. Default `mdy`. */
  dayMonth?: DayMonthOrder | undefined;
  /** Whether a year alone is a date. Default true. */
  years?: boolean | undefined;
}

/** The date that begins at an offset, the longest that can be read there; undefined where none does. */
export function parseDateAt(
  text: string,
  offset: number,
  options: Readonly<DateOptions> = {},
): TextDate | undefined {
  return new DateReader(text, offset, options).date();
}

/** All dates of a text, in order, without overlap. */
export function findDates(text: string, options: Readonly<DateOptions> = {}): TextDate[] {
  const result: TextDate[] = [];
  wordStart.lastIndex = 0;
  for (let match = wordStart.exec(text); match; match = wordStart.exec(text)) {
    const date = parseDateAt(text, match.index, options);
    if (date) result.push(date);
    wordStart.lastIndex = Math.max(date?.end ?? 0, match.index + match[0].length);
  }
  return result;
}

/** A word or a number as a whole, so that no date begins in the middle of one. */
const wordStart = /[\p{L}\p{N}_$€£#]+/gu;

/**
 * A date as EDTF: level 0 for years, months and days, level 1 for seasons (`2021-21`), level 2 where no year is known
 * (`XXXX-10-11`). Undefined where nothing is known.
 */
export function toEdtf(date: Readonly<PartialDate>): string | undefined {
  const { year, month, day, season } = date;
  if (year === undefined && month === undefined && season === undefined) return undefined;
  const parts = [year === undefined ? 'XXXX' : String(year).padStart(4, '0')];
  if (season !== undefined) parts.push(String(20 + season));
  else if (month !== undefined) parts.push(twoDigits(month));
  if (month !== undefined && day !== undefined) parts.push(twoDigits(day));
  return parts.join('-');
}

/** A date in a text as EDTF; a range as `from/to`, a list as `{a,b}` (level 2). */
export function textDateToEdtf(date: Readonly<TextDate>): string {
  const all = date.dates.map((each) => toEdtf(each) ?? 'XXXX');
  if (date.extent === 'range') return all.join('/');
  return date.extent === 'list' ? `{${all.join(',')}}` : (all[0] as string);
}

/** Reads an EDTF date of level 0, a season, or one with an unknown year. Undefined for anything else. */
export function fromEdtf(value: string): PartialDate | undefined {
  const match = /^(\d{4}|XXXX)(?:-(\d\d)(?:-(\d\d))?)?$/.exec(value);
  if (!match) return undefined;
  const [, year, second, third] = match;
  const date: PartialDate = {};
  if (year !== 'XXXX') date.year = Number(year);
  if (second === undefined) return date;
  const number = Number(second);
  if (number >= 21 && number <= 24 && third === undefined) {
    date.season = (number - 20) as 1 | 2 | 3 | 4;
    return date;
  }
  if (number < 1 || number > 12) return undefined;
  date.month = number;
  if (third === undefined) return date;
  date.day = Number(third);
  return isPossible(date) ? date : undefined;
}

/** The date as one tuple of CSL's `date-parts`. Undefined without a year, which CSL can't do without. */
export function toDateParts(date: Readonly<PartialDate>): number[] | undefined {
  if (date.year === undefined) return undefined;
  if (date.month === undefined) return [date.year];
  return date.day === undefined ? [date.year, date.month] : [date.year, date.month, date.day];
}

/** Whether the day exists in its month; without a year February has 29. */
export function isPossible(date: Readonly<PartialDate>): boolean {
  const { year, month, day } = date;
  if (month !== undefined && (month < 1 || month > 12)) return false;
  if (day === undefined) return true;
  return month !== undefined && day >= 1 && day <= daysInMonth(month, year);
}

/** Days from 1 January 1970 to the first day that a date can mean. Undefined without a year. */
export function firstDay(date: Readonly<PartialDate>): number | undefined {
  if (date.year === undefined) return undefined;
  if (date.season !== undefined) return dayNumber(date.year, (date.season - 1) * 3 + 1, 1);
  return dayNumber(date.year, date.month ?? 1, date.day ?? 1);
}

/** Days from 1 January 1970 to the last day that a date can mean. Undefined without a year. */
export function lastDay(date: Readonly<PartialDate>): number | undefined {
  if (date.year === undefined) return undefined;
  // Seasons fall differently on the two hemispheres and in journals: only the year is sure.
  if (date.season !== undefined) return dayNumber(date.year, 12, 31);
  const month = date.month ?? 12;
  return dayNumber(date.year, month, date.day ?? daysInMonth(month, date.year));
}

/** Orders dates by their first possible day, then the more exact one first; dates without a year stand last. */
export function compareDates(a: Readonly<PartialDate>, b: Readonly<PartialDate>): number {
  const first = firstDay(a) ?? Number.MAX_SAFE_INTEGER;
  const second = firstDay(b) ?? Number.MAX_SAFE_INTEGER;
  if (first !== second) return first - second;
  return (lastDay(a) ?? first) - (lastDay(b) ?? second);
}

/**
 * The date in the latest year in which it is not later than another date: not later than that one's last possible day,
 * with a tolerance in days for time zones and for what goes to press a day early.
 */
export function latestNotAfter(
  date: Readonly<PartialDate>,
  limit: Readonly<PartialDate>,
  tolerance = 1,
): PartialDate | undefined {
  const until = lastDay(limit);
  if (until === undefined || limit.year === undefined) return undefined;
  // Eight years hold a 29 February, also around 1900.
  for (let year = limit.year + 1; year >= limit.year - 8; year--) {
    const candidate = { ...date, year };
    if (!isPossible(candidate)) continue;
    if ((firstDay(candidate) as number) <= until + tolerance) return candidate;
  }
  return undefined;
}

/** Days of a month, 1 to 12; without a year February has 29. */
export function daysInMonth(month: number, year?: number): number {
  if (month !== 2) return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
  if (year === undefined) return 29;
  return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
}

/** Days from 1 January 1970, in the Gregorian calendar also before its time. */
function dayNumber(year: number, month: number, day: number): number {
  const shifted = month <= 2 ? year - 1 : year;
  const era = Math.floor(shifted / 400);
  const yearOfEra = shifted - era * 400;
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1;
  const dayOfEra =
    yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * 146_097 + dayOfEra - 719_468;
}

function twoDigits(value: number): string {
  return String(value).padStart(2, '0');
}
