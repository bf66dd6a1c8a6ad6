/** Dates that an editor should look at. */
import { report } from '../../../src/model/index.ts';
import { firstDay, lastDay, toEdtf, type PartialDate } from '../../../src/text/index.ts';
import type { SourceItem } from '../model.ts';
import type { PublicationDate } from '../publication-date.ts';
import type { CheckCase, PlacedFound } from './case.ts';

/** Fewer sources than these show no habit that one could break. */
const fewestOthers = 4;

/** A source of the year before is odd enough to be explained: its day lies after the publication date. */
function whyEarlier(date: PartialDate, published: PublicationDate | undefined): string {
  const year = published?.date.year;
  if (year === undefined || date.year !== year - 1 || date.month === undefined) return '';
  const [last, first] = [published && lastDay(published.date), firstDay({ ...date, year })];
  return last !== undefined && first !== undefined && first > last
    ? `, as the article is of ${toEdtf(published?.date as PartialDate) as string}`
    : '';
}

export function checkDates({ file, settings, found, published, dayMonthSure }: CheckCase): void {
  checkPublicationDate({ file, found, published });
  const years = datedYears(found);
  for (const placed of found) {
    for (const item of placed.found.items) {
      const { date } = item;
      if (!date || date.literal !== undefined) continue;
      const name = nameOf(item, placed);
      if (date.from.year === undefined) {
        report(
          file,
          'citations/unresolved-year',
          `Unexpected citation of ${name} without a year, expected one, or a publication date to take it from`,
          { place: placed.place, actual: placed.text },
        );
        continue;
      }
      if (date.year === 'inferred') {
        report(
          file,
          'citations/inferred-year',
          `The citation of ${name} gives no year; ${date.from.year} was taken${whyEarlier(date.from, published)}`,
          { place: placed.place, expected: [toEdtf(date.from) as string] },
        );
      }
      if (date.ambiguous && !dayMonthSure) {
        const other = {
          year: date.from.year,
          month: date.from.day as number,
          day: date.from.month as number,
        };
        report(
          file,
          'citations/ambiguous-date',
          `Unexpected date of ${name} that can be read in two ways; ${toEdtf(date.from) as string} was taken`,
          {
            place: placed.place,
            actual: placed.text,
            expected: [toEdtf(date.from) as string, toEdtf(other) as string],
          },
        );
      }
      checkFuture(file, item, placed, published, name);
      if (isSuspicious(item, years, settings.suspiciousYears)) {
        report(
          file,
          'citations/suspicious-date',
          `Unexpected year ${date.from.year} of ${name}, expected one nearer to the other sources, most of which are of ${median(years)}`,
          {
            place: placed.place,
            actual: String(date.from.year),
          },
        );
      }
    }
  }
}

function checkPublicationDate({
  file,
  found,
  published,
}: Pick<CheckCase, 'file' | 'found' | 'published'>): void {
  if (published?.origin === 'stated') return;
  const needed = found.some((each) =>
    each.found.items.some(
      (item) => item.date && (item.date.year === 'unknown' || item.date.year === 'inferred'),
    ),
  );
  if (!needed) return;
  if (!published)
    report(
      file,
      'citations/unknown-publication-date',
      'The publication date is not stated and nothing in the text tells it; years of citations stay open',
    );
  else
    report(
      file,
      'citations/unknown-publication-date',
      `The publication date is not stated; the year ${published.date.year ?? ''} was inferred from “${published.from ?? ''}”`,
    );
}

function checkFuture(
  file: CheckCase['file'],
  item: SourceItem,
  placed: PlacedFound,
  published: CheckCase['published'],
  name: string,
): void {
  if (published?.origin !== 'stated' || item.date?.from.year === undefined) return;
  const until = lastDay(published.date);
  const day = firstDay(item.date.from);
  if (until === undefined || day === undefined || day <= until + 1) return;
  report(
    file,
    'citations/future-date',
    `Unexpected date ${toEdtf(item.date.from) ?? ''} of ${name}, expected one not after the publication on ${toEdtf(published.date) ?? ''}`,
    { place: placed.place },
  );
}

/** Years of sources of the press: those of books and papers are old by nature. */
function datedYears(found: readonly PlacedFound[]): number[] {
  const years: number[] = [];
  for (const item of found.flatMap((each) => each.found.items)) {
    if (item.kind === 'outlet-date' && item.date?.from.year !== undefined)
      years.push(item.date.from.year);
  }
  return years.sort((a, b) => a - b);
}

function isSuspicious(item: SourceItem, years: readonly number[], limit: number): boolean {
  const { date } = item;
  if (
    item.kind !== 'outlet-date' ||
    date?.from.year === undefined ||
    (date.year !== 'stated' && date.year !== 'group')
  )
    return false;
  if (years.length - 1 < fewestOthers) return false;
  return median(years) - date.from.year > limit;
}

function median(sorted: readonly number[]): number {
  return sorted[sorted.length >> 1] as number;
}

function nameOf(item: SourceItem, placed: PlacedFound): string {
  return (
    item.outlet ??
    item.authorText ??
    (item.lost ? `a lost outlet in “${placed.text}”` : `“${placed.text}”`)
  );
}
