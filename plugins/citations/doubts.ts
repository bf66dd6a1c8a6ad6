/** Settles doubtful citations by what the article does elsewhere. */
import type { BlockScan } from './grammar/scan.ts';
import type { Doubt } from './grammar/weigh.ts';
import type { OutletItem } from './grammar/outlet-date.ts';
import type { Found } from './model.ts';
import { overlapsAny } from './ranges.ts';

/** A source is seldom so many years older than all others whose outlet is sure; an event is. */
const longBefore = 10;

/** The earliest year that citations by outlet state which are beyond doubt. */
function earliestYear(sure: readonly Found[]): number | undefined {
  let result: number | undefined;
  for (const { kind, items } of sure) {
    if (kind !== 'outlet-date') continue;
    for (const { date } of items) {
      if (date?.from.year !== undefined && date.from.year < (result ?? Infinity))
        result = date.from.year;
    }
  }
  return result;
}

/** "(Waterloo, June 18, 1815)" among the papers of this year. */
function isLongBefore({ kind, items }: Found, since: number | undefined): boolean {
  return (
    kind === 'outlet-date' &&
    since !== undefined &&
    items.some(
      ({ date }) =>
        date?.from.month !== undefined && (date.from.year ?? since) < since - longBefore,
    )
  );
}

/** The citations of each block, in order and without overlap. Doubtful ones that don't count become suggestions. */
export function settleDoubts(scans: readonly BlockScan[]): Found[][] {
  const sure = scans.flatMap((scan) => scan.sure);
  const outlets = sure.filter((found) => found.kind === 'outlet-date').length;
  const authors = sure.filter((found) => found.kind === 'author-date').length;
  const datedFirst = sure.filter(({ items }) =>
    items.some((item) => (item as Partial<OutletItem>).dateFirst),
  ).length;
  const alike = new Map<string, number>();
  for (const { reason } of scans.flatMap((scan) => scan.doubts))
    alike.set(reason, (alike.get(reason) ?? 0) + 1);
  const since = earliestYear(sure);
  const counts = ({
    outlets: fewest,
    authors: fewestAuthors,
    alike: fewestAlike,
    datesFirst: fewestFirst,
    reason,
    found,
  }: Doubt): boolean =>
    !isLongBefore(found, since) &&
    ((fewest !== undefined && outlets >= fewest) ||
      (fewestFirst !== undefined && datedFirst >= fewestFirst) ||
      (fewestAuthors !== undefined && authors >= fewestAuthors) ||
      (fewestAlike !== undefined && (alike.get(reason) ?? 0) >= fewestAlike));

  return scans.map((scan) => {
    const found = [...scan.sure];
    for (const doubt of scan.doubts) {
      if (counts(doubt)) found.push(doubt.found);
      else
        scan.suggestions.push({
          start: doubt.found.start,
          end: doubt.found.end,
          reason: doubt.reason,
        });
    }
    found.sort((a, b) => a.start - b.start || b.end - a.end);
    let end = 0;
    const settled = found.filter((each) => {
      if (each.start < end) return false;
      end = each.end;
      return true;
    });
    // One place may have been read in two ways: it is told once, and not at all where it became a citation.
    const told = new Set<number>();
    scan.suggestions = scan.suggestions.filter((each) => {
      if (told.has(each.start) || overlapsAny(settled, each)) return false;
      told.add(each.start);
      return true;
    });
    return settled;
  });
}
