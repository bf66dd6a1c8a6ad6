/**
 * Years for sources that state none, from the sources around them that state one.
 *
 * An article that gives the year once, "(Daily Post, 2 May 2019)", and leaves it out afterwards, "(The Courier, 9 May)", means
 * the same year, or the one beside it where that lies nearer: "January 4" behind "December 28, 2019" is of 2020.
 */
import { firstDay, isPossible, type PartialDate } from '../../src/text/index.ts';
import type { Found, SourceItem } from './model.ts';

/** Where a source with a stated year stands among all that have a date, and when it appeared. */
export interface Anchor {
  index: number;
  day: number;
  year: number;
}

/** A source that is older than the newest by more years tells of the past. */
const oldestYears = 3;
const year = 366;
const halfYear = 183;
/** Up to this many days from the source before it, a date needs no second opinion. */
const near = 120;
/** One stated year at the edge of an article counts for sources that are no farther from it. */
const close = 60;
/** So many sources of one year show a habit. */
const habit = 2;

/** The sources that have at least a month, in the order of the text. */
export function datedItems(all: readonly Found[]): SourceItem[] {
  return all.flatMap(({ items }) =>
    items.filter(
      ({ kind, date }) =>
        kind === 'outlet-date' && date !== undefined && (date.to ?? date.from).month !== undefined,
    ),
  );
}

/**
 * The sources whose stated year can serve others: none that tells of the past.
 *
 * @param newest days from 1970 to the newest date that the prose tells
 */
export function anchorsOf(items: readonly SourceItem[], newest = -Infinity): Anchor[] {
  const stated = items.flatMap(({ date }, index): Anchor[] => {
    const last = date?.to ?? date?.from;
    const day = last && firstDay(last);
    return day === undefined || date?.year === 'inferred'
      ? []
      : [{ index, day, year: last?.year as number }];
  });
  const latest = stated.reduce((most, { day }) => Math.max(most, day), newest);
  const anchors: Anchor[] = [];
  for (const anchor of stated) {
    if (latest - anchor.day > oldestYears * year) continue;
    // A step back of more than a year is an aside; a chronicle goes forward.
    const before = anchors.at(-1);
    const aside = latest - anchor.day > year && before && before.day - anchor.day > halfYear;
    if (!aside) anchors.push(anchor);
  }
  return anchors;
}

/** Whether the stated years are more than an exception: the first source has one, several have, or all is of one time. */
export function showHabit(items: readonly SourceItem[], anchors: readonly Anchor[]): boolean {
  const [first] = anchors;
  if (!first) return false;
  if (first.index === 0) return true;
  const last = anchors.at(-1) as Anchor;
  if (anchors.filter((each) => each.year === last.year).length >= habit) return true;
  return (
    last.index === items.length - 1 &&
    items.every(({ date }) => {
      const found = date && nearest(date.to ?? date.from, last);
      return date?.from.year !== undefined || (found && found.distance <= close);
    })
  );
}

/** The year of each source that has none, by its index. */
export function yearsFromNeighbours(
  items: readonly SourceItem[],
  anchors: readonly Anchor[],
): Map<number, number> {
  const years = new Map<number, number>();
  let next = 0;
  for (const [index, { date }] of items.entries()) {
    while (next < anchors.length && (anchors[next] as Anchor).index <= index) next++;
    if (!date || date.from.year !== undefined) continue;
    const day = date.to ?? date.from;
    const [before, after] = [anchors[next - 1], anchors[next]];
    const byBefore = before && nearest(day, before);
    const byAfter = after && nearest(day, after);
    const later =
      byAfter && (!byBefore || (byBefore.distance > near && byAfter.distance < byBefore.distance));
    const found = later ? byAfter : byBefore;
    if (found) years.set(index, found.year);
  }
  return years;
}

/** The year in which a date is nearest to an anchor. */
function nearest(
  date: PartialDate,
  anchor: Anchor,
): { year: number; distance: number } | undefined {
  let best: { year: number; distance: number } | undefined;
  // One object, which has all that a date can have: copies of many shapes are slow to read.
  const { month, day, season } = date;
  const dated = { year: 0, month, day, season } as PartialDate;
  for (let step = 0; step < 3; step++) {
    const candidate = anchor.year + (step === 1 ? -1 : step === 2 ? 1 : 0);
    dated.year = candidate;
    if (!isPossible(dated)) continue;
    const distance = Math.abs((firstDay(dated) as number) - anchor.day);
    if (!best || distance < best.distance) best = { year: candidate, distance };
  }
  return best;
}
