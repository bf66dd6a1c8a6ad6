/** When the article was published, from what is stated or from what the text betrays. */
import type { VFile } from 'vfile';
import {
  findDates,
  firstDay,
  fromEdtf,
  lastDay,
  type PartialDate,
  type TextDate,
  type Range,
} from '../../src/text/index.ts';
import type { Found, SourceItem } from './model.ts';
import { overlapsAny } from './ranges.ts';
import { anchorsOf, datedItems, showHabit } from './neighbouring-years.ts';
import type { Settings } from './options.ts';

export interface PublicationDate {
  date: PartialDate;
  origin: 'stated' | 'inferred';
  /** What an inferred date was taken from: `early October 2022`. */
  from?: string;
  /** What sources without a year are not later than, where it is known better than the date. */
  limit?: PartialDate;
  /** Whether sources without a year take it from the ones around them that state one. */
  neighbours?: boolean;
  /** Days from 1970 to the newest date that the prose tells; an article is not older. */
  newest?: number;
}

/** Words before a date that lies ahead, or that bounds a stretch of time. */
const ahead =
  /\b(?:by|until|till|through|to|before|expected|planned|scheduled|due|set|slated|deadline|expires?|expiring|ends?|ending|target|goal|projected|forecast|from now|upcoming|next|will|would|could|should|may|might|begins?|starting|launch)\b[^.;:]{0,25}$/i;
const issueNumber = /\d+/;
const halfYear = 183;

/** The stated date: the caller's, the front matter's, the masthead's. */
export function statedDate(file: VFile): PublicationDate | undefined {
  for (const value of [
    file.data.publicationDate,
    file.data.stated?.date?.value,
    file.data.masthead?.date?.value,
  ]) {
    const date = value === undefined ? undefined : fromEdtf(value.slice(0, 10));
    if (date?.year !== undefined) return { date, origin: 'stated' };
  }
  return undefined;
}

/** No line of a masthead is longer. */
const longestLine = 120;

/** The date that stands in a short line at the head, and is no sentence: "A digest of the press, 28 September 2021". */
export function headDate(lines: readonly string[]): PublicationDate | undefined {
  for (const line of lines) {
    if (line.length > longestLine || /[.!?:;,]$/.test(line.trimEnd())) continue;
    const [date, ...others] = findDates(line).filter(
      (each) => each.dates[0].day !== undefined && each.dates[0].year !== undefined,
    );
    if (date && others.length === 0 && date.extent !== 'list' && !date.ambiguous) {
      // "The week, 6–12 August 2019" was written on its last day.
      const last = date.dates.at(-1) as PartialDate;
      return { date: last, origin: 'inferred', from: line.slice(date.start, date.end) };
    }
  }
  return undefined;
}

/** A block's text with its dates and the citations in it. */
export interface DatedBlock {
  text: string;
  dates: readonly TextDate[];
  found: readonly Found[];
  /** Citations that have their note already, in order: their dates are no part of the prose either. */
  marked: readonly Range[];
}

/**
 * Works the year of publication out.
 *
 * The best evidence is a month of a year in the running text that does not lie ahead: an article is not older than what it tells. Then
 * come the volume of a known publication, the years that most citations state, and the latest year that the text names more than once.
 */
export function inferDate(
  blocks: readonly DatedBlock[],
  file: VFile,
  settings: Settings,
): PublicationDate | undefined {
  const volume = fromVolume(file, settings);
  if (volume) return volume;
  let best: { day: number; year: number; from: string } | undefined;
  const years = new Map<number, number>();
  /** The latest year that the text plainly tells of as begun: "in 2021", "since 2021". */
  let reached = 0;
  for (const { text, dates, found, marked } of blocks) {
    // An entry of a reference list that no mark names.
    if (/^\s*\[\d{1,3}\]/.test(text)) continue;
    let next = 0;
    for (const date of dates) {
      const last = date.dates.at(-1) as PartialDate;
      if (
        last.year === undefined ||
        ahead.test(text.slice(Math.max(0, date.start - 45), date.start))
      )
        continue;
      while (next < found.length && (found[next] as Found).end <= date.start) next++;
      const citation = found[next];
      if (citation && citation.start < date.end) continue;
      if (overlapsAny(marked, date)) continue;
      if (last.month === undefined) {
        if (date.form !== 'year' || isQuantity(text, date)) continue;
        years.set(last.year, (years.get(last.year) ?? 0) + 1);
        if (tellsPast(text, date)) reached = Math.max(reached, last.year);
        continue;
      }
      const day = firstDay(last) as number;
      if (!best || day > best.day)
        best = { day, year: last.year, from: text.slice(date.start, date.end) };
    }
  }
  // "in April 2014" in an article that tells of 2021 is history.
  if (best && reached > best.year) best = { ...best, year: reached, from: String(reached) };
  const items = datedItems(blocks.flatMap(({ found }) => found));
  const cited = fromSources(items, best, reached);
  if (cited) return cited;
  if (best) {
    const inferred: PublicationDate = {
      date: { year: best.year },
      origin: 'inferred',
      from: best.from,
    };
    const limit = acrossNewYear(items, best);
    return limit ? { ...inferred, date: { year: limit.year as number }, limit } : inferred;
  }
  const named = [...years].filter(([, count]) => count > 1).map(([year]) => year);
  const latest = Math.max(...years.keys());
  if (named.length > 0 && named.includes(latest) && latest >= 1900)
    return { date: { year: latest }, origin: 'inferred', from: String(latest) };
  return undefined;
}

/** The year that the sources state which have one, where they show a habit and the prose does not tell of a later time. */
function fromSources(
  items: readonly SourceItem[],
  told: { day: number; from: string } | undefined,
  reached: number,
): PublicationDate | undefined {
  const anchors = anchorsOf(items, told?.day);
  const latest = anchors.toSorted((a, b) => b.day - a.day)[0];
  if (!latest || reached > latest.year) return undefined;
  if (told && told.day - latest.day > halfYear) return undefined;
  if (!showHabit(items, anchors)) return undefined;
  const sources = anchors.length === 1 ? 'citation' : 'citations';
  return {
    date: { year: latest.year },
    origin: 'inferred',
    from: `${anchors.length} ${sources}`,
    neighbours: true,
    ...(told ? { newest: told.day } : {}),
  };
}

/**
 * The last of sources without a year that lie around New Year: of "December 12" and "January 20" the second is the later
 * one. Undefined where they are of one year, or of all seasons.
 */
function acrossNewYear(
  items: readonly SourceItem[],
  told: { day: number; year: number },
): PartialDate | undefined {
  const open = items
    .flatMap(({ date }) => (date && date.from.year === undefined ? [date.to ?? date.from] : []))
    .map((date) => ({ date, day: dayOfYear(date) }))
    .toSorted((a, b) => a.day - b.day);
  let last: PartialDate | undefined;
  let widest = halfYear;
  for (const [index, { date, day }] of open.entries()) {
    const next = open[index + 1];
    if (!next || next.day - day <= widest) continue;
    widest = next.day - day;
    last = date;
  }
  if (!last) return undefined;
  // The first such day that the article can know of, two months of grace for what the prose foresees.
  for (let year = told.year - 1; ; year++) {
    const limit = { ...last, year };
    if ((lastDay(limit) as number) >= told.day - 60) return limit;
  }
}

/** Days from 1 January in a leap year. */
function dayOfYear({ month = 1, day = 1 }: PartialDate): number {
  return (firstDay({ year: 2000, month, day }) as number) - (firstDay({ year: 2000 }) as number);
}

function fromVolume(file: VFile, settings: Settings): PublicationDate | undefined {
  const publication = file.data.masthead?.publication ?? file.data.stated?.publication;
  const known = publication ? settings.publications[publication.name] : undefined;
  const volume = issueNumber.exec(publication?.volume ?? '')?.[0];
  if (!known || volume === undefined) return undefined;
  return {
    date: { year: known.firstVolume + Number(volume) - 1 },
    origin: 'inferred',
    from: `volume ${volume}`,
  };
}

function tellsPast(text: string, { start, end }: TextDate): boolean {
  const before = /\b(?:in|since|during|In|Since|During)\s$/.test(
    text.slice(Math.max(0, start - 8), start),
  );
  return (
    before &&
    !/\b(?:will|would|plans?|could|may|might|should|expect|goal|target)\b/.test(
      text.slice(Math.max(0, start - 60), end + 60),
    )
  );
}

function isQuantity(text: string, { start, end }: TextDate): boolean {
  return (
    /[$€£#№]\s?$|\b(?:about|some|than|nearly|almost|over|No\.?)\s$/.test(
      text.slice(Math.max(0, start - 8), start),
    ) ||
    /^\s(?:people|men|women|troops|soldiers|tons|tonnes|km|miles|metres|meters|dollars|euros|words|seats|jobs|employees)\b/.test(
      text.slice(end, end + 12),
    )
  );
}
