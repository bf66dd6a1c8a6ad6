import { translations, type Translation } from './translations.ts';

/** The words that the page says of itself. */
export interface Labels extends Omit<Translation, 'and' | 'back' | 'date'> {
  /** The names of authors as a byline has them: `A`, `A and B`, `A, B and C`. */
  list: (names: readonly string[]) => string;
  /** What a return link is called: of the first, second… mark of a note. */
  backlink: (note: number, occurrence: number) => string;
}

/** The words in English. */
export const labels: Labels = {
  untitled: 'Untitled article',
  by: 'By',
  contents: 'Contents',
  notes: 'Notes',
  names: 'People, organizations and places',
  table: 'Table',
  code: 'Code',
  volume: 'Volume',
  issue: 'Issue',
  entityTypes: {
    person: 'People',
    organization: 'Organizations',
    place: 'Places',
    group: 'Groups',
    event: 'Events',
    work: 'Works',
    product: 'Products',
  },
  list: (names) => listed(names, 'and'),
  backlink: (note, occurrence) => {
    if (occurrence === 1) return `Back to reference ${note}`;
    const ordinal = ordinals[occurrence];
    const mark = ordinal === undefined ? `mark ${occurrence}` : `${ordinal} mark`;
    return `Back to reference ${note}, ${mark}`;
  },
};

/** The words in the language of an article, BCP 47; in English where we have none in it. */
export function labelsFor(language: string): Labels {
  const translation = translationOf(language);
  if (!translation) return labels;
  const { and, back, ...words } = translation;
  return {
    ...words,
    list: (names) => listed(names, and),
    backlink: (note, occurrence) =>
      occurrence === 1 ? `${back} ${note}` : `${back} ${note} (${occurrence})`,
  };
}

function translationOf(language: string): Translation | undefined {
  const primary = language.toLowerCase().split('-', 1)[0] as string;
  return Object.hasOwn(translations, primary) ? translations[primary] : undefined;
}

function listed(names: readonly string[], and: string): string {
  if (names.length < 2) return names.join('');
  // In Arabic the word is written together with the name that it leads.
  const last = `${and}${and === 'و' ? '' : ' '}${names[names.length - 1]}`;
  return `${names.slice(0, -1).join(', ')} ${last}`;
}

const ordinals = [
  '',
  'first',
  'second',
  'third',
  'fourth',
  'fifth',
  'sixth',
  'seventh',
  'eighth',
  'ninth',
  'tenth',
];

const months = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

/** Kinds of English that put the month before the day. */
const monthFirst = /^en(?:$|-(?:US|CA|PH)\b)/i;

/**
 * An EDTF date as a reader writes it, with the precision that it has: `October 19, 2022`, `October 2022`, `2022`. In a language whose
 * dates we can't write it is left as it is: the names of months that a runtime knows differ from one version to the next.
 */
export function printDate(value: string, language: string): string {
  const match = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/.exec(value);
  const other = translationOf(language)?.date;
  if (other && match?.[2] !== undefined) {
    const name = other.months.split(' ')[Number(match[2]) - 1];
    const year = match[1] as string;
    if (name === undefined) return value;
    return match[3] === undefined
      ? other.month(name, year)
      : other.day(Number(match[3]), name, year);
  }
  const month = match?.[2] === undefined ? undefined : months[Number(match[2]) - 1];
  if (!match || month === undefined || !/^en(?:-|$)/i.test(language)) return value;
  const [, year, , day] = match;
  if (day === undefined) return `${month} ${year}`;
  const number = String(Number(day));
  return monthFirst.test(language) ? `${month} ${number}, ${year}` : `${number} ${month} ${year}`;
}
