/** "Vol. 14, Issue 3 | Published: Sept. 7, 2023": volume and issue on a line without the name of the publication. */
import type { DayMonthOrder, Range } from '../../src/text/index.ts';
import { foundDate, readDateLineIn, type DateLine } from './date-line.ts';

export interface Numbering {
  volume: string | null;
  issue: string | null;
  dateLine?: DateLine | undefined;
  pages: Range | undefined;
  /** Where the numbers stand. */
  numbers: Range;
}

const longest = 120;
const numbers =
  /^\s*(?:(?:volume|vol\.?)\s*:?\s*(\d{1,4}|[IVXLC]{1,8})(?![\p{L}\p{N}]))?[\s,;|·•:()–—-]*(?:(?:issue|iss\.|number|no\.|nr\.?|#)(?:\s+no\.?)?\s*:?\s*(\d{1,5}(?:[-–/]\d{1,4})?)(?![\p{L}\p{N}]))?/iu;

const pages = /(?<![\p{L}\p{N}])(?:pages?|pp?\.)\s*:?\s*\d{1,5}(?:\s?[-–]\s?\d{1,5})?\s*$/iu;

/** Reads a whole line. A number alone may be that of anything; it counts as that of an issue by its word, or beside a date. */
export function readNumbering(text: string, order: DayMonthOrder): Numbering | undefined {
  if (text.length > longest) return undefined;
  const match = numbers.exec(text);
  const [found = '', volume = null, issue = null] = match ?? [];
  if (volume === null && issue === null) return undefined;
  const pagesAt = pages.exec(text)?.index ?? text.length;
  const rest = text.slice(found.length, Math.max(found.length, pagesAt));
  const dateLine = /[\p{L}\p{N}]/u.test(rest)
    ? readRest(text, { start: found.length, end: found.length + rest.length }, order)
    : undefined;
  if (/[\p{L}\p{N}]/u.test(rest) && !dateLine) return undefined;
  if (volume === null && !dateLine && !/^\s*issue\b/iu.test(text)) return undefined;
  const end = found.replace(/[\s,;|·•:()–—-]+$/u, '').length;
  return {
    pages: pagesAt < text.length ? { start: pagesAt, end: text.trimEnd().length } : undefined,
    volume,
    issue,
    dateLine,
    numbers: { start: found.length - found.trimStart().length, end },
  };
}

/** The date, which may be a year or a season alone beside numbers. */
function readRest(text: string, range: Range, order: DayMonthOrder): DateLine | undefined {
  const dateLine = readDateLineIn(text, range, order);
  if (dateLine) return dateLine;
  const rest = text.slice(range.start, range.end);
  const season =
    /^[\s,;|·•:()–—-]*((?:(?:winter|spring|summer|autumn|fall)(?:\s*[/–-]\s*(?:winter|spring|summer|autumn|fall))?\s+)?((?:1[6-9]|20)\d\d))[\s).,;]*$/iu.exec(
      rest,
    );
  if (!season) return undefined;
  const [, words = '', year = ''] = season;
  const start = range.start + rest.indexOf(words);
  const date = foundDate({ year: Number(year) }, start, start + words.length);
  return (
    date && {
      dates: [date],
      labelled: false,
      unused: words === year ? [] : [{ start, end: start + words.length - year.length }],
    }
  );
}
