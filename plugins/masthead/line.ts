/** One line of a masthead: what it is, and what it says. */
import type { MastheadRole, Publication } from '../../src/model/index.ts';
import type { DayMonthOrder, Range } from '../../src/text/index.ts';
import { isBareAuthor, readAuthors, readByline } from './byline.ts';
import { isAffiliation } from './affiliation.ts';
import { readDateLine, readDateLineIn, type DateLine, type FoundDate } from './date-line.ts';
import { isFurniture } from './furniture.ts';
import { isName } from './names.ts';
import { readNumbering } from './numbering.ts';
import { isPlace, isRegion } from './places.ts';
import { isPublicationName, readPublicationLine } from './publication.ts';
import { isSection } from './section.ts';

/** What a line says. */
export interface Line {
  role: MastheadRole;
  authors: string[];
  publication?: Publication | undefined;
  /** Volume and issue of a publication that another line names. */
  numbering?: Pick<Publication, 'volume' | 'issue'> | undefined;
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

/** When it was changed, without a day. */
const hourOnly =
  /^\s*(?:last )?(?:updated|modified|edited|published|posted):?\s+(?:at )?(?:\d{1,2}[:.]\d{2}(?:\s?[ap]\.?m\.?)?(?:\s[A-Z]{2,4})?|\d{1,3} (?:minute|min|hour|day|week|month|year)s? ago|just now|today|yesterday)\s*$/iu;
/** No line that files is longer. */
const longestFiling = 160;

/** What kind of text it is, as research institutes print it beside the date. */
const documentKind =
  /^(?:(?:briefing|policy|research|technical|issue|working|discussion|background|occasional|concept) (?:note|brief|paper|report)|fact ?sheet|white paper|situation report|press release|briefing)$/iu;
const institution =
  /^(?:the )?\p{Lu}[\p{L}’'-]*(?: (?:of|for|on|the|and|in|\p{Lu}[\p{L}’'-]*)){1,7}$/u;
const bars = /\s*[|•·]\s*|\s+(?:[–—/]|--?)\s+/gu;
/** What else a page files an article under. */
const filing =
  /^\s*(?:(?:web |copy )?editors?|edited by|proofread(?:er|ing)?|producer|topics?|categor(?:y|ies)|tags?|tagged|filed under|posted in|section|department|from|reading time|read time|word count|views?|language|location|place|dateline|id|doi|isbn|issn)\s*:\s*\S/iu;
const addressLine =
  /^\s*(?:(?:url|link|original|original url|source|web|permalink)\s*:\s*)?(https?:\/\/[^\s<>"]{4,500})\s*$/iu;

/** Reads a line of a masthead. Undefined where it is none. */
export function readLine(text: string, options: LineOptions): Line | undefined {
  if (isFurniture(text)) {
    return fieldless(text);
  }
  if (text.length <= longestFiling && (filing.test(text) || hourOnly.test(text))) {
    return fieldless(text);
  }
  const address = addressLine.exec(text);
  if (address) return lineOf('other', { url: address[1] });
  const dateLine = readDateLine(text, options.order);
  if (dateLine) return lineOf('date', fromDates(dateLine));
  const numbering = readNumbering(text, options.order);
  if (numbering) {
    const { volume, issue, numbers, pages, dateLine } = numbering;
    return lineOf('other', {
      ...fromDates(dateLine),
      numbering: { volume, issue },
      unused: [numbers, ...(dateLine?.unused ?? []), ...(pages ? [pages] : [])],
      labelled: true,
    });
  }
  const issue = readIssueLine(text, options.order);
  if (issue) return issue;
  const publication = readPublicationLine(text, options.order);
  if (publication) {
    return lineOf('publication', {
      ...fromDates(publication.dateLine),
      publication: publication.publication,
      unused: [...publication.unused, ...(publication.dateLine?.unused ?? [])],
      labelled: publication.numbered,
      source: publication.source && !publication.numbered,
    });
  }
  const byline = options.bylines ? readByline(text, options.order) : undefined;
  if (byline) {
    return lineOf('byline', {
      ...fromDates(byline.dateLine),
      authors: byline.authors,
      unused: [...byline.unused, ...(byline.dateLine?.unused ?? [])],
    });
  }
  if (options.bylines && nameless.test(text)) {
    return lineOf('byline', { unused: [{ start: 0, end: text.length }] });
  }
  return (
    readSegments(text, options) ?? readPlacedDate(text, options) ?? readDatedByline(text, options)
  );
}

/** "From the May 2021 issue": the issue that it stood in. */
const issueLine =
  /^\s*(?:this (?:article|story|essay|piece|interview|review) )?(?:(?:originally |first )?(?:appears|appeared|was published|is published|published) )?(?:from|in) (?:the|our) ([^.,;:]{4,40}?) (?:print )?(?:issue|edition)(?: of (?:the )?([^.;:]{2,60}))?\.?\s*$/iu;

function readIssueLine(text: string, order: DayMonthOrder): Line | undefined {
  const match = text.length <= 160 ? issueLine.exec(text) : null;
  const [, words = '', name] = match ?? [];
  if (words === '') return undefined;
  const start = text.indexOf(words);
  const dateLine = readDateLineIn(text, { start, end: start + words.length }, order);
  if (!dateLine || (name !== undefined && !isPublicationName(name) && !isName(name)))
    return undefined;
  const publication =
    name === undefined ? {} : { publication: { name, volume: null, issue: null } };
  return lineOf(name === undefined ? 'date' : 'publication', {
    ...fromDates(dateLine),
    ...publication,
    labelled: true,
  });
}

/** "Karachi, September 1, 2022": a place of one word, or a well-known one. */
function readPlacedDate(text: string, options: LineOptions): Line | undefined {
  if (text.length > 100) return undefined;
  const trimmed = text.replace(wire, '');
  const [first = '', second] = trimmed.split(',');
  const place = first.trim();
  if (place === '' || !(isPlace(place) || /^\p{Lu}\p{L}+$/u.test(place))) return undefined;
  const region = second !== undefined && isRegion(second.trim());
  const end = first.length + (region ? second.length + 1 : 0);
  if (trimmed[end] !== ',') return undefined;
  const date = readDateLineIn(trimmed, { start: end + 1, end: trimmed.length }, options.order);
  if (!date || date.labelled || !date.dates.every(({ parts }) => parts.day !== undefined)) {
    return undefined;
  }
  const agency = trimmed.length < text.trimEnd().length;
  return lineOf('date', {
    ...fromDates(date),
    unused: [
      { start: text.indexOf(place), end },
      ...date.unused,
      ...(agency ? [{ start: trimmed.length, end: text.trimEnd().length }] : []),
    ],
  });
}

/** The wire that a release went over: "/PRNewswire/", "(Reuters)", with the dash after it. */
const wire = /\s+(?:\/[\p{L} -]{2,30}\/|\(\p{Lu}[\p{L} ]{1,30}\))\s*(?:--?|[–—])?\s*$/u;

/** "By our Moscow correspondent": a byline that names nobody. */
const nameless =
  /^\s*by (?:our|the|a|an) (?:[\p{L}’'-]{1,20} ){0,4}(?:correspondents?|staff|desk|editors?|editorial board|team|reporters?|writers?|bureau|newsroom)\.?\s*$/iu;

/** "by admin in Energy": what a site puts in place of a name. */
const nobody =
  /^\s*by (?:admin|administrator|editors?|staff|webmaster|guest|user|author|web ?desk|news ?desk|team)(?: in [\p{L}\p{N} ,&/-]{2,80})?\s*$/iu;

/** "by jroe on May 4, 2021": the name of an account. */
const accountDate = /^\s*(?:[Pp]osted )?[Bb]y [\p{Ll}\p{N}][\p{Ll}\p{N}_.-]{1,30} on\s/u;

/** "May 4, 2021 by A B" */
function readDatedByline(text: string, options: LineOptions): Line | undefined {
  const account = text.length <= longestFiling ? accountDate.exec(text)?.[0].length : undefined;
  if (account !== undefined) {
    const dateLine = readDateLineIn(text, { start: account, end: text.length }, options.order);
    if (dateLine)
      return lineOf('date', {
        ...fromDates(dateLine),
        unused: [{ start: 0, end: account }, ...dateLine.unused],
      });
  }
  const at = text.length <= 200 ? text.search(/\sby\s/iu) : -1;
  if (at < 0) return undefined;
  const date = readDateLine(text.slice(0, at), options.order);
  if (date && nobody.test(text.slice(at))) {
    return lineOf('date', {
      ...fromDates(date),
      unused: [...date.unused, { start: at + 1, end: text.trimEnd().length }],
    });
  }
  const rest = date && options.bylines ? readByline(text.slice(at), options.order) : undefined;
  if (!date || !rest || rest.dateLine) return undefined;
  const unused = rest.unused.map(({ start, end }) => ({ start: start + at, end: end + at }));
  return lineOf('byline', {
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

  const result = lineOf('other', {});
  const open: Range[] = [];
  let kind: Range | undefined;
  for (const segment of filled) {
    const words = text.slice(segment.start, segment.end).trim();
    if (documentKind.test(words)) {
      kind = segment;
      result.unused.push(segment);
      continue;
    }
    if (isSection(words)) {
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
      (result.authors.length > 0 && isName(words) && !isPlace(words)) ||
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
    } else if (
      result.dates.length > 0 &&
      result.authors.length > 0 &&
      (isPlace(words) || institution.test(words) || isAffiliation(words))
    ) {
      result.unused.push(segment);
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

/** A line of which no field holds anything: it is told. */
export function fieldless(text: string): Line {
  return lineOf('other', { unused: [{ start: 0, end: text.length }] });
}

/** A line that says what is given, and nothing else. */
export function lineOf(role: MastheadRole, fields: Partial<Line>): Line {
  return { role, authors: [], dates: [], unused: [], labelled: false, ...fields };
}
