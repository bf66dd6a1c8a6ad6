/**
 * The date in the headline of what comes out in series: "Weekly Digest, October 12, 2023", "Border File, May 2023: The Crossing".
 *
 * The headline of any other article may name the day of an event ("A Massacre, June 4, 1989"), which is no date of publication.
 */
import { findDates, toEdtf, type DayMonthOrder } from '../../src/text/index.ts';

/** Names of what appears again and again. */
const series =
  /(?<!\p{L})(?:assessment|brief|briefing|bulletin|diary|digest|dispatch|edition|file|issue|letter|log|monitor|newsletter|notes?|outlook|overview|press|report|review|round-?up|sitrep|summary|survey|tracker|update|watch|weekly|daily|monthly)(?!\p{L})/iu;
const numeric = /(?<![\d./-])(\d{1,2})([./-])(\d{1,2})\2(\d{4})(?![\d/-])/g;

/** @returns the date in EDTF, or undefined. `body` is the text below, whose other dates show the order of day and month. */
export function headlineDate(
  headline: string,
  body: string,
  order: DayMonthOrder,
): string | undefined {
  const found = findDates(headline, { years: false, dayMonth: shownOrder(body) ?? order });
  const [date] = found;
  const parts = date?.dates[0];
  if (!date || found.length > 1 || date.extent !== 'single' || date.part) return undefined;
  if (parts?.year === undefined || parts.month === undefined) return undefined;
  if (date.ambiguous && shownOrder(body) === undefined) return undefined;
  const after = headline.slice(date.end);
  if (!/^\s*(?:$|:\s)/u.test(after)) return undefined;
  const name = /^(.+?)(?:,|\s[|•·–—-]|:)\s*$/u.exec(headline.slice(0, date.start))?.[1];
  if (name === undefined || !series.test(name)) return undefined;
  // Whoever tells of later years writes about that day, not on it.
  if (newestYear(body) > parts.year + 1) return undefined;
  return toEdtf({ ...parts });
}

/** The order that a date tells which has a number above 12; undefined where none does, or both orders occur. */
function shownOrder(text: string): DayMonthOrder | undefined {
  let order: DayMonthOrder | undefined;
  for (const [, first, , second] of text.matchAll(numeric)) {
    const [a, b] = [Number(first), Number(second)];
    const shown = a > 12 && b <= 12 ? 'dmy' : b > 12 && a <= 12 ? 'mdy' : undefined;
    if (shown === undefined) continue;
    if (order !== undefined && order !== shown) return undefined;
    order = shown;
  }
  return order;
}

/** The latest year up to 2100 that stands in plain figures, not ahead of its time: "by 2030" does not count. */
function newestYear(text: string): number {
  let newest = 0;
  for (const { 0: year, index } of text.matchAll(/(?<![\d.,$€£-])(?:19|20)\d\d(?![\d%,-]|\.\d)/g)) {
    const before = text.slice(Math.max(0, index - 24), index);
    if (/\b(?:by|until|till|through|to|before|will|for|target|of)\b[^.;]{0,12}$/i.test(before))
      continue;
    newest = Math.max(newest, Number(year));
  }
  return newest;
}
