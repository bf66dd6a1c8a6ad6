/** One line of a masthead: what it is, and what it says. */
import type { MastheadRole, Publication } from '../../src/model/index.ts';
import type { DayMonthOrder, Range } from '../../src/text/index.ts';
import { isBareAuthor, readAuthors, readByline } from './byline.ts';
import { foundDate, readDateLine, type DateLine, type FoundDate } from './date-line.ts';
import { isFurniture } from './furniture.ts';
import { isName } from './names.ts';
import { isPlace } from './places.ts';
import { isPublicationName, readPublicationLine } from './publication.ts';

/** What a line says. */
export interface Line {
  role: MastheadRole;
  authors: string[];
  publication?: Publication | undefined;
  dates: FoundDate[];
  url?: string | undefined;
  /** Words that are neither labels nor in one of the fields above. */
  unused: Range[];
  /** Whether a label or a number tells it, so that it is recognised below the text as well. */
  labelled: boolean;
  /** "Source: …", which credits an image where one stands before it. */
  source?: boolean;
}

export interface LineOptions {
  order: DayMonthOrder;
  bylines: boolean;
}

/** What kind of text it is, as research institutes print it beside the date. */
const documentKind =
  /^(?:(?:briefing|policy|research|technical|issue|working|discussion|background|occasional|concept) (?:note|brief|paper|report)|fact ?sheet|white paper|situation report|press release|briefing)$/iu;
const institution =
  /^(?:the )?\p{Lu}[\p{L}’'-]*(?: (?:of|for|on|the|and|in|\p{Lu}[\p{L}’'-]*)){1,7}$/u;
/** "Volume 7, 2022" below the name of a journal. */
const volumeAndYear =
  /^\s*(?:volume|vol\.?)\s(?:\d{1,4}|[IVXLC]{1,8})(?:,?\s(?:issue|number|no\.?)\s\d{1,4})?(?:,\s|\s?\()((?:1[6-9]|20)\d\d)\)?\s*$/iu;

const bars = /\s*[|•·]\s*|\s+[–—]\s+/gu;
const addressLine =
  /^\s*(?:(?:url|link|original|original url|source|web|permalink)\s*:\s*)?(https?:\/\/[^\s<>"]{4,500})\s*$/iu;

/** Reads a line of a masthead. Undefined where it is none. */
export function readLine(text: string, options: LineOptions): Line | undefined {
  if (isFurniture(text)) {
    return line('other', { unused: [{ start: 0, end: text.length }] });
  }
  const address = addressLine.exec(text);
  if (address) return line('other', { url: address[1] });
  const dateLine = readDateLine(text, options.order);
  if (dateLine) return line('date', fromDates(dateLine));
  const year = volumeAndYear.exec(text)?.[1];
  if (year !== undefined) {
    const start = text.lastIndexOf(year);
    const date = foundDate({ year: Number(year) }, start, start + year.length);
    return line('other', {
      dates: date ? [date] : [],
      unused: [{ start: 0, end: text.slice(0, start).replace(/[\s,(]+$/u, '').length }],
      labelled: true,
    });
  }
  const publication = readPublicationLine(text, options.order);
  if (publication) {
    return line('publication', {
      ...fromDates(publication.dateLine),
      publication: publication.publication,
      unused: [...publication.unused, ...(publication.dateLine?.unused ?? [])],
      labelled: publication.numbered,
      source: publication.source && !publication.numbered,
    });
  }
  const byline = options.bylines ? readByline(text, options.order) : undefined;
  if (byline) {
    return line('byline', {
      ...fromDates(byline.dateLine),
      authors: byline.authors,
      unused: [...byline.unused, ...(byline.dateLine?.unused ?? [])],
    });
  }
  if (options.bylines && nameless.test(text)) {
    return line('byline', { unused: [{ start: 0, end: text.length }] });
  }
  return (
    readSegments(text, options) ?? readPlacedDate(text, options) ?? readDatedByline(text, options)
  );
}

/** "Karachi, September 1, 2022": a place of one word, or a well-known one. */
function readPlacedDate(text: string, options: LineOptions): Line | undefined {
  const comma = text.length <= 80 ? text.indexOf(',') : -1;
  const place = text.slice(0, Math.max(0, comma)).trim();
  if (place === '' || !(isPlace(place) || /^\p{Lu}\p{L}+$/u.test(place))) return undefined;
  const date = readDateLine(' '.repeat(comma + 1) + text.slice(comma + 1), options.order);
  if (!date || date.labelled || !date.dates.every(({ parts }) => parts.day !== undefined)) {
    return undefined;
  }
  return line('date', {
    ...fromDates(date),
    unused: [{ start: text.indexOf(place), end: comma }, ...date.unused],
  });
}

/** "By our Moscow correspondent": a byline that names nobody. */
const nameless =
  /^\s*by (?:our|the|a|an) (?:[\p{L}’'-]{1,20} ){0,4}(?:correspondents?|staff|desk|editors?|editorial board|team|reporters?|writers?|bureau|newsroom)\.?\s*$/iu;

/** "May 4, 2021 by A B" */
function readDatedByline(text: string, options: LineOptions): Line | undefined {
  const at = text.length <= 200 ? text.search(/\sby\s/iu) : -1;
  if (at < 0) return undefined;
  const date = readDateLine(text.slice(0, at), options.order);
  const rest = date && options.bylines ? readByline(text.slice(at), options.order) : undefined;
  if (!date || !rest || rest.dateLine) return undefined;
  const unused = rest.unused.map(({ start, end }) => ({ start: start + at, end: end + at }));
  return line('byline', {
    ...fromDates(date),
    authors: rest.authors,
    unused: [...date.unused, ...unused],
  });
}

/** "By A B | The Herald | May 4, 2021": parts that are told apart by bars. */
function readSegments(text: string, options: LineOptions): Line | undefined {
  if (text.length > 300) return undefined;
  const segments: Range[] = [];
  let from = 0;
  for (const match of text.matchAll(bars)) {
    segments.push({ start: from, end: match.index });
    from = match.index + match[0].length;
  }
  segments.push({ start: from, end: text.length });
  const filled = segments.filter((segment) => text.slice(segment.start, segment.end).trim() !== '');
  if (filled.length < 2 || filled.length > 6) return undefined;

  const result = line('other', {});
  const open: Range[] = [];
  let kind: Range | undefined;
  for (const segment of filled) {
    if (documentKind.test(text.slice(segment.start, segment.end).trim())) {
      kind = segment;
      result.unused.push(segment);
      continue;
    }
    const part = readLine(text.slice(segment.start, segment.end), options);
    if (!part) {
      open.push(segment);
      continue;
    }
    const move = <Type extends Range>(range: Type): Type => ({
      ...range,
      start: range.start + segment.start,
      end: range.end + segment.start,
    });
    result.authors.push(...part.authors);
    result.dates.push(...part.dates.map(move));
    result.unused.push(...part.unused.map(move));
    if (part.publication && result.publication) return undefined;
    result.publication ??= part.publication;
    result.labelled ||= part.labelled;
  }
  // Without a date or a name that is known by its form, bars may as well part the words of a headline.
  if (result.dates.length === 0 && result.authors.length === 0 && !result.publication)
    return undefined;
  for (const segment of open) {
    const words = text.slice(segment.start, segment.end).trim();
    const asPublication =
      isPublicationName(words) ||
      (result.authors.length > 0 && isName(words)) ||
      (kind !== undefined && result.dates.length > 0 && institution.test(words));
    if (asPublication && !result.publication) {
      result.publication = { name: words, volume: null, issue: null };
    } else if (
      options.bylines &&
      isAuthors(words) &&
      result.authors.length === 0 &&
      result.dates.length > 0
    ) {
      result.authors.push(...(readAuthors(words)?.authors ?? []));
    } else {
      return undefined;
    }
  }
  result.role =
    result.authors.length > 0
      ? 'byline'
      : result.publication
        ? 'publication'
        : result.dates.length > 0
          ? 'date'
          : 'other';
  return result;
}

function isAuthors(words: string): boolean {
  return words.split(/,\s*|\s+and\s+|\s+&\s+/).every(isBareAuthor);
}

function fromDates(dateLine: DateLine | undefined): Partial<Line> {
  if (!dateLine) return {};
  return { dates: dateLine.dates, unused: dateLine.unused, labelled: dateLine.labelled };
}

function line(role: MastheadRole, fields: Partial<Line>): Line {
  return { role, authors: [], dates: [], unused: [], labelled: false, ...fields };
}
