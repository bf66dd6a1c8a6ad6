/** What a date is, as far as a text tells it. */

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
  /** The month is named in another language than English. */
  foreign?: boolean;
}

export interface DateOptions {
  /** The order of day and month in figures, where both would do. Default `mdy`. */
  dayMonth?: DayMonthOrder | undefined;
  /** Whether a year alone is a date. Default true. */
  years?: boolean | undefined;
  /** Whether days with a month in French, German, Spanish, Portuguese or Italian are read as well. Default false. */
  foreign?: boolean | undefined;
}

/** Whether the day exists in its month; without a year February has 29. */
export function isPossible(date: Readonly<PartialDate>): boolean {
  const { year, month, day } = date;
  if (month !== undefined && (month < 1 || month > 12)) return false;
  if (day === undefined) return true;
  return month !== undefined && day >= 1 && day <= daysInMonth(month, year);
}

/** Days of a month, 1 to 12; without a year February has 29. */
export function daysInMonth(month: number, year?: number): number {
  if (month !== 2) return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
  if (year === undefined) return 29;
  return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
}
