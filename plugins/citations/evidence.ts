/** What the article as a whole tells: its habits of writing dates, its reference list, what it is about. */
import { findDates, type DayMonthOrder, type TextDate } from '../../src/text/index.ts';
import { artsWords, softwareWords } from './grammar/words.ts';
import type { Settings } from './options.ts';
import { nameKey, type OutletTable } from './outlets.ts';
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
  isSoftware: () => boolean;
  /** The article is about songs, films or paintings: a name with a title and a year is one. */
  isArts: () => boolean;
  /** Keys of names that the article uses as those of places: "near Bakhmut". */
  places: () => ReadonlySet<string>;
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
    isSoftware: once(() => isAbout(softwareWords, texts)),
    isArts: once(() => isAbout(artsWords, texts)),
    places: once(() => placesIn(texts)),
    dates,
  };
}

/** Most articles need no answer: it is worked out when it is asked for. */
function once<Value>(find: () => Value): () => Value {
  let found: { value: Value } | undefined;
  return () => (found ??= { value: find() }).value;
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

/** Words that only places have behind them. */
const placing =
  /(?:near|outside|around|towards?|(?:north|south|east|west|northeast|northwest|southeast|southwest) of|(?:city|cities|town|village|port|district|province|region|capital|island|suburb|settlement|front) of|(?:based|born|raised|lives|lived|living|fighting|battle|killed|wounded|arrested|residents|held|soldiers|troops|forces|people|protests?|protesters|landed|arrived) in)\s/g;
const placeName = /\p{Lu}[\p{L}’'-]+(?:\s\p{Lu}[\p{L}’'-]+){0,2}/uy;

function placesIn(texts: readonly string[]): Set<string> {
  const result = new Set<string>();
  for (const text of texts) {
    placing.lastIndex = 0;
    for (let match = placing.exec(text); match; match = placing.exec(text)) {
      const end = match.index + match[0].length;
      placeName.lastIndex = end;
      const name = /\p{L}$/u.test(text.slice(Math.max(0, match.index - 2), match.index))
        ? null
        : placeName.exec(text);
      placing.lastIndex = name ? end + name[0].length : match.index + 1;
      if (!name) continue;
      const words = name[0].split(/\s/);
      for (let count = 1; count <= words.length; count++)
        result.add(
          nameKey(
            words
              .slice(0, count)
              .join(' ')
              .replace(/[’']s?$/, ''),
          ),
        );
    }
  }
  return result;
}

/** Whether words of a field come up often enough, each counted once. */
function isAbout(field: ReadonlySet<string>, texts: readonly string[]): boolean {
  const seen = new Set<string>();
  for (const text of texts) {
    for (const match of text.matchAll(/[\p{L}.]{3,14}/gu)) {
      const word = match[0].toLowerCase().replace(/\.$/, '');
      if (field.has(word)) seen.add(word);
      if (seen.size >= 4) return true;
    }
  }
  return false;
}
