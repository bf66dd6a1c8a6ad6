/** CSL dates in the forms of other formats, with the precision that they have. */
import type { CslDate } from '../../model/index.ts';

/** Year, month and day, as far as they are known. A date may be known but for its year. */
export interface DateParts {
  year?: number;
  month?: number;
  day?: number;
}

const seasonNames = ['Spring', 'Summer', 'Fall', 'Winter'];

/** The first day, month or year of a date, and the last of a range. Undefined where a date is words alone. */
export function partsOf(date: CslDate): { from: DateParts; to?: DateParts } | undefined {
  const [from, to] = (date['date-parts'] ?? []).map(toParts);
  if (from?.year !== undefined) return to ? { from, to } : { from };
  // Without a year a date has no parts in CSL: it stands there as EDTF.
  const match = /^XXXX-(\d\d)(?:-(\d\d))?$/.exec(date.literal ?? '');
  const month = Number(match?.[1]);
  if (!match || month < 1 || month > 12) return undefined;
  return {
    from: match[2] === undefined ? { month } : { month, day: Number(match[2]) },
  };
}

function toParts([year, month, day]: readonly (number | string)[]): DateParts {
  return {
    ...(year === undefined ? {} : { year: Number(year) }),
    ...(month === undefined ? {} : { month: Number(month) }),
    ...(day === undefined ? {} : { day: Number(day) }),
  };
}

/** EDTF: `2022-10-11`, `2020-06-03/2020-06-05`, `2021-23` for a season. Undefined where no year is known. */
export function toEdtf(date: CslDate): string | undefined {
  const parts = partsOf(date);
  if (parts?.from.year === undefined) return undefined;
  const season = seasonOf(date);
  if (season !== undefined) return `${digits(parts.from.year, 4)}-${20 + season}`;
  return [parts.from, ...(parts.to ? [parts.to] : [])].map(partsToEdtf).join('/');
}

function partsToEdtf({ year, month, day }: DateParts): string {
  const values = [digits(year ?? 0, 4)];
  if (month !== undefined) values.push(digits(month, 2));
  if (month !== undefined && day !== undefined) values.push(digits(day, 2));
  return values.join('-');
}

/** 1 to 4, spring first. */
export function seasonOf({ season }: CslDate): number | undefined {
  const number = Number(season);
  return number >= 1 && number <= 4 ? number : undefined;
}

/** `Fall` */
export function seasonName(date: CslDate): string | undefined {
  const season = seasonOf(date);
  return season === undefined ? undefined : seasonNames[season - 1];
}

export function digits(value: number, length: number): string {
  return String(value).padStart(length, '0');
}
