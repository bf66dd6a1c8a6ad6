/** What the article as a whole tells: its habits of writing dates, its reference list, what it is about. */
import { findDates, type DayMonthOrder, type TextDate } from '../../src/text/index.ts';
import { softwareWords } from './grammar/words.ts';
import type { Settings } from './options.ts';
import type { OutletTable } from './outlets.ts';
import type { EntryIndex } from './references/tie.ts';

export interface ArticleEvidence {
  settings: Settings;
  kinds: Settings['kinds'];
  table: OutletTable;
  entries: EntryIndex;
  /** The order of day and month in figures. */
  dayMonth: DayMonthOrder;
  /** The order was shown by the article or set, and is no mere guess. */
  dayMonthSure: boolean;
  /** The article is about software: names with a month are releases. */
  isSoftware: boolean;
  /** Dates of each block. */
  dates: TextDate[][];
}

export function gatherEvidence(
  texts: readonly string[],
  settings: Settings,
  table: OutletTable,
  entries: EntryIndex,
): ArticleEvidence {
  const dates = texts.map((text) => findDates(text));
  const all = dates.flat();
  const order = orderOf(all);
  return {
    settings,
    kinds: settings.kinds,
    table,
    entries,
    dayMonth: order ?? settings.dayMonth ?? habitOf(texts, all, dates) ?? 'mdy',
    dayMonthSure: order !== undefined || settings.dayMonth !== undefined,
    isSoftware: isAboutSoftware(texts),
    dates,
  };
}

/** The order that dates in figures show which allow one reading only: 31/12/2024. */
function orderOf(dates: readonly TextDate[]): DayMonthOrder | undefined {
  let dayFirst = 0;
  let monthFirst = 0;
  for (const {
    form,
    ambiguous,
    dates: [date],
    order,
  } of dates) {
    if (form !== 'numeric' || ambiguous || order === undefined || date.day === date.month) continue;
    if (order === 'dmy') dayFirst++;
    else monthFirst++;
  }
  if (dayFirst === monthFirst) return undefined;
  return dayFirst > monthFirst ? 'dmy' : 'mdy';
}

/** The order in which dates are spelled out: "11 October" or "October 11". */
function habitOf(
  texts: readonly string[],
  all: readonly TextDate[],
  dates: readonly TextDate[][],
): DayMonthOrder | undefined {
  if (!all.some((date) => date.form === 'numeric' && date.ambiguous)) return undefined;
  let dayFirst = 0;
  let monthFirst = 0;
  for (const [index, text] of texts.entries()) {
    for (const {
      form,
      start,
      dates: [date],
    } of dates[index] ?? []) {
      if (form !== 'words' || date.day === undefined) continue;
      if (/\d/.test(text[start] as string)) dayFirst++;
      else monthFirst++;
    }
  }
  if (dayFirst === monthFirst) return undefined;
  return dayFirst > monthFirst ? 'dmy' : 'mdy';
}

function isAboutSoftware(texts: readonly string[]): boolean {
  const seen = new Set<string>();
  for (const text of texts) {
    for (const match of text.matchAll(/[\p{L}.]{3,14}/gu)) {
      const word = match[0].toLowerCase().replace(/\.$/, '');
      if (softwareWords.has(word)) seen.add(word);
      if (seen.size >= 4) return true;
    }
  }
  return false;
}
