/**
 * Dates in English running text: finding them, and reckoning with dates of which only a part is known.
 *
 * Reading is linear: a date is tried only where a word or a number begins, and no try looks further than a few words ahead.
 */
import { DateReader, mayBeginDate } from './date-reader.ts';
import { characterSize, unitClass } from './unit-class.ts';
import {
  daysInMonth,
  isPossible,
  type DateOptions,
  type PartialDate,
  type TextDate,
} from './partial-date.ts';

export * from './partial-date.ts';

/** The date that begins at an offset, the longest that can be read there; undefined where none does. */
export function parseDateAt(
  text: string,
  offset: number,
  options: Readonly<DateOptions> = {},
): TextDate | undefined {
  if (!mayBeginDate(text, offset)) return undefined;
  return new DateReader(text, options).date(offset);
}

/** All dates of a text, in order, without overlap. */
export function findDates(text: string, options: Readonly<DateOptions> = {}): TextDate[] {
  const result: TextDate[] = [];
  let reader: DateReader | undefined;
  for (let at = 0; at < text.length;) {
    const unit = text.charCodeAt(at);
    const size = unit < 0x80 ? (plainSizes[unit] as number) : wordSizeAt(text, at);
    if (size === 0) {
      at++;
      continue;
    }
    const date = mayBeginDate(text, at)
      ? (reader ??= new DateReader(text, options)).date(at)
      : undefined;
    if (date) result.push(date);
    at = Math.max(date?.end ?? 0, wordEnd(text, at + size));
  }
  return result;
}

const wordBits = unitClass.letter | unitClass.digit;
const pairInWord = /[\p{L}\p{N}]/u;
/** "Brief 22/07, 16 May": what stands behind the slash is no day. */
const numberBehindSlash = /\/\d+(?=,\s)/y;

/** How many units the character of a word at an offset has: a letter, a number, `_`, `#` or a sign of money; 0 where none stands there. */
function wordSizeAt(text: string, at: number): 0 | 1 | 2 {
  const size = characterSize(text, at, wordBits, pairInWord);
  if (size > 0) return size;
  const unit = text.charCodeAt(at);
  const isSign =
    unit === 0x5f || unit === 0x24 || unit === 0x23 || unit === 0xa3 || unit === 0x20ac;
  return isSign ? 1 : 0;
}

/** The same of ASCII. */
const plainSizes = new Uint8Array(0x80);
for (let unit = 0; unit < 0x80; unit++) plainSizes[unit] = wordSizeAt(String.fromCharCode(unit), 0);

/** Where the word ends that goes on at an offset, as a whole, so that no date begins in the middle of one. */
function wordEnd(text: string, from: number): number {
  let end = from;
  while (end < text.length) {
    const unit = text.charCodeAt(end);
    const size = unit < 0x80 ? (plainSizes[unit] as number) : wordSizeAt(text, end);
    if (size === 0) break;
    end += size;
  }
  if (text.charCodeAt(end) !== 0x2f) return end;
  numberBehindSlash.lastIndex = end;
  return numberBehindSlash.test(text) ? numberBehindSlash.lastIndex : end;
}

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
