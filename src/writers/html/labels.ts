import type { EntityType } from '../../model/index.ts';

/** The words that the page says of itself. */
export const labels = {
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
  } satisfies Record<EntityType, string>,
  /** The names of authors as a byline has them: `A`, `A and B`, `A, B and C`. */
  list: (names: readonly string[]): string =>
    names.length < 2
      ? names.join('')
      : `${names.slice(0, -1).join(', ')} and ${names[names.length - 1]}`,
  /** What a return link is called: of the first, second… mark of a note. */
  backlink: (note: number, occurrence: number): string => {
    if (occurrence === 1) return `Back to reference ${note}`;
    const ordinal = ordinals[occurrence];
    const mark = ordinal === undefined ? `mark ${occurrence}` : `${ordinal} mark`;
    return `Back to reference ${note}, ${mark}`;
  },
};

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
 * An EDTF date as a reader writes it, with the precision that it has: `October 19, 2022`, `October 2022`, `2022`. In a language other than
 * English it is left as it is: the names of months that a runtime knows differ from one version to the next.
 */
export function printDate(value: string, language: string): string {
  const match = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/.exec(value);
  const month = match?.[2] === undefined ? undefined : months[Number(match[2]) - 1];
  if (!match || month === undefined || !/^en(?:-|$)/i.test(language)) return value;
  const [, year, , day] = match;
  if (day === undefined) return `${month} ${year}`;
  const number = String(Number(day));
  return monthFirst.test(language) ? `${month} ${number}, ${year}` : `${number} ${month} ${year}`;
}
