/** Years for the sources that state none. */
import {
  firstDay,
  isPossible,
  lastDay,
  latestNotAfter,
  type PartialDate,
} from '../../src/text/index.ts';
import type { SourceDate, SourceItem } from './model.ts';

/** A source so much later than the one that lends its year belongs to the year before. */
const halfYear = 183;

/** Resolves the dates of one citation's sources. `limit` is the publication date. */
export function resolveYears(items: readonly SourceItem[], limit: PartialDate | undefined): void {
  let lender: PartialDate | undefined;
  for (const item of [...items].reverse()) {
    const { date } = item;
    if (!date) continue;
    if (limit) preferPast(date, limit);
    if (date.from.year !== undefined) {
      if (date.year === 'stated') lender = date.from;
      continue;
    }
    if (lender) takeYear(date, lender);
    else if (limit) inferYear(date, limit);
  }
}

/** A year on the last item serves the earlier ones: "(Kommersant, June 3; Interfax, June 4, 2020)". */
function takeYear(date: SourceDate, lender: PartialDate): void {
  const year = lender.year as number;
  const same = { ...date.from, year };
  const until = lastDay(lender) as number;
  const late = isPossible(same) && (firstDay(same) as number) - until > halfYear;
  setYear(date, late ? year - 1 : year, 'group');
}

function inferYear(date: SourceDate, limit: PartialDate): void {
  const found = latestNotAfter(date.to ?? date.from, limit);
  if (found?.year === undefined) return;
  // Of a range over New Year the first day is in the year before.
  const wraps = date.to !== undefined && (date.from.month ?? 0) > (date.to.month ?? 12);
  if (wraps) {
    (date.to as PartialDate).year = found.year;
    date.from = { ...date.from, year: found.year - 1 };
    date.year = 'inferred';
  } else {
    setYear(date, found.year, 'inferred');
  }
}

function setYear(date: SourceDate, year: number, how: SourceDate['year']): void {
  date.from = { ...date.from, year };
  if (date.to) date.to = { ...date.to, year };
  date.year = how;
}

/** Of two readings of a date in figures the one that is not in the future. */
function preferPast(date: SourceDate, limit: PartialDate): void {
  if (!date.ambiguous || date.from.year === undefined) return;
  const until = (lastDay(limit) ?? 0) + 1;
  const other: PartialDate = {
    year: date.from.year,
    month: date.from.day as number,
    day: date.from.month as number,
  };
  const now = (firstDay(date.from) as number) <= until;
  const then = (firstDay(other) as number) <= until;
  if (now === then) return;
  if (then) date.from = other;
  date.ambiguous = false;
}
