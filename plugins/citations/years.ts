/** Years for the sources that state none. */
import {
  firstDay,
  isPossible,
  lastDay,
  latestNotAfter,
  type PartialDate,
} from '../../src/text/index.ts';
import type { Found, SourceDate, SourceItem } from './model.ts';
import { anchorsOf, datedItems, yearsFromNeighbours } from './neighbouring-years.ts';
import type { PublicationDate } from './publication-date.ts';

/** A source so much later than the one that lends its year belongs to the year before. */
const halfYear = 183;

/**
 * Resolves the dates of all sources, in the order of the text.
 *
 * @returns the publication date; one that was inferred is moved to the latest year that a source turned out to have.
 */
export function resolveYears(
  all: readonly Found[],
  published: PublicationDate | undefined,
): PublicationDate | undefined {
  for (const { items } of all) lendYears(items, published?.date);
  if (!published) return undefined;
  if (!published.neighbours) {
    const limit = published.limit ?? published.date;
    for (const { date } of all.flatMap(({ items }) => items)) {
      if (date && date.from.year === undefined) inferYear(date, limit);
    }
    return published;
  }
  const items = datedItems(all);
  const anchors = anchorsOf(items, published.newest);
  let latest = published.date.year as number;
  for (const [index, year] of yearsFromNeighbours(items, anchors)) {
    inferYear((items[index] as SourceItem).date as SourceDate, { year });
    latest = Math.max(latest, year);
  }
  // What has neither day nor month of its own kind, such as a season, goes by the year alone.
  for (const { date } of all.flatMap(({ items: each }) => each)) {
    if (date && date.from.year === undefined) inferYear(date, published.date);
  }
  return { ...published, date: { ...published.date, year: latest } };
}

/** Resolves what the sources of one citation tell of each other. `limit` is the publication date. */
function lendYears(items: readonly SourceItem[], limit: PartialDate | undefined): void {
  let lender: PartialDate | undefined;
  for (const item of [...items].reverse()) {
    const { date } = item;
    if (!date) continue;
    if (limit) preferPast(date, limit);
    if (date.from.year !== undefined) {
      // A year that can't be right helps no other source.
      const possible = limit?.year === undefined || date.from.year <= limit.year + 1;
      if (date.year === 'stated' && possible) lender = date.from;
    } else if (lender) takeYear(date, lender);
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
