/**
 * Sources by author and year.
 *
 *     group   = segment (";" segment)*
 *     segment = [signal] authors [","] [title] year ("," year)* ["," locator]
 *             | year ["," locator]          — of the authors before: "(Smith 2019; 2020)"
 *     authors = name ("," name)* [("and" | "&") name] ["et al."]
 */
import { isFamilyName } from './names.ts';
import { beginsWithGivenName } from './well-known.ts';
import type { SourceItem } from '../model.ts';
import type { CslName } from '../../../src/model/index.ts';
import type { TextDate } from '../../../src/text/index.ts';
import { toSourceDates } from './outlet-date.ts';
import { clean, type Field, type Segment } from './field.ts';
import { joinLocators } from './locator.ts';

export interface AuthorItem extends SourceItem {
  /** A sign that only citations bear: "et al.", two names, a letter behind the year, a page. */
  strong: boolean;
}

const joint = / (?:and|&|und|et|y|e|with) (?!al\b)/;
const etAl = /,? et al\.?$|,? and (?:others|colleagues)$|,? & (?:others|colleagues)$/;

/** The sources of a group. Undefined where anything in it is not understood. */
export function readAuthorGroup(segments: readonly Segment[]): AuthorItem[] | undefined {
  const items: AuthorItem[] = [];
  for (const segment of segments) {
    const read = readSegment(segment, items.at(-1));
    if (!read) return undefined;
    items.push(...read);
  }
  return items.length > 0 ? items : undefined;
}

/** "cited in Jones", "and Jones", "& Jones": what joins a further source within a segment. */
const furtherSource =
  /^(?:and|&|or|with|(?:as )?(?:cited|quoted|reprinted|discussed|reported|reviewed|translated) (?:in|by)|but see|see also|see|cf\.) /;

function readSegment(segment: Segment, before: AuthorItem | undefined): AuthorItem[] | undefined {
  const items: AuthorItem[] = [];
  let names: string[] = [];
  let authors: ParsedAuthors | undefined;
  let start: number | undefined;
  let title: string | undefined;
  let signal = segment.signal;
  for (const [index, field] of segment.fields.entries()) {
    const last = items.at(-1);
    if (field.type === 'name' && last && isPart(field.text)) {
      addLocator(last, { label: 'section', value: field.text, text: field.text }, field.end);
    } else if (
      field.type === 'name' &&
      last &&
      /^for (?:an? |the |more |further |details|discussion|examples)/.test(field.text)
    ) {
      (last.remarks ??= []).push(field.text);
    } else if (field.type === 'name') {
      const joint = furtherSource.exec(field.text);
      // "& 2020" after a year is a further year.
      if (last && names.length === 0 && /^(?:and|&)$/.test(field.text)) continue;
      if (joint && last && names.length === 0)
        signal = /^(?:and|&|or|with) $/.test(joint[0]) ? signal : joint[0].trim();
      names.push(
        joint && last && names.length === 0 ? field.text.slice(joint[0].length) : field.text,
      );
      start ??= field.start;
    } else if (field.type === 'title' && names.length > 0 && title === undefined) {
      title = field.text;
    } else if (field.type === 'date' && !field.date && last && names.length === 0) {
      // "2023, in press"
      (last.remarks ??= []).push(field.literal);
    } else if (field.type === 'date' && !field.accessed) {
      // Before the names are read: most dates in brackets are those of papers.
      if (!isYearOfAuthor(field, title)) return undefined;
      if (names.length > 0) authors = parseAuthors(names);
      else if (!last) authors = previousAuthors(before);
      if (!authors) return undefined;
      const made = toItem(
        field,
        authors,
        names.length > 0 && start !== undefined ? start : field.start,
        title,
      );
      if (!made) return undefined;
      if (signal !== undefined) made.signal = signal;
      made.strong ||=
        signal !== undefined &&
        /^(?:see|cf|e\.g|but see|for |(?:as )?(?:cited|quoted|discussed|reviewed))/i.test(signal);
      signal = undefined;
      items.push(made);
      names = [];
      start = undefined;
      title = undefined;
    } else if (field.type === 'locator' && last) {
      last.strong ||= field.locator.text !== field.locator.value;
      addLocator(last, field.locator, field.end);
    } else if (field.type === 'remark' && last) {
      (last.remarks ??= []).push(field.text);
    } else if (
      field.type === 'remark' &&
      names.length > 0 &&
      /^\[\d{4}\]$/.test(field.text) &&
      index > 0
    ) {
      // "Smith [1985] 1999": the year of the original.
      continue;
    } else {
      return undefined;
    }
  }
  if (items.length === 0 || names.length > 0 || title !== undefined) return undefined;
  if (items.length > 1) for (const item of items) item.strong = true;
  return items;
}

/** "Experiment 1", "Table 2", "Appendix A" */
function isPart(text: string): boolean {
  return /^\p{Lu}\p{L}+\.? (?:\d{1,3}|[A-Z])(?:[a-z]|\.\d+)?$/u.test(text);
}

function addLocator(
  item: AuthorItem,
  locator: NonNullable<SourceItem['locator']>,
  end: number,
): void {
  item.locator = item.locator ? joinLocators(item.locator, locator) : locator;
  item.strong ||= locator.label === 'section';
  item.end = end;
}

/** "(Smith, May 2019)" cites as a letter or a post does; "(Jane Smith, “Grain,” May 4, 2019)" an article. */
function isYearOfAuthor(field: Field & { type: 'date' }, title: string | undefined): boolean {
  const { date, introduction } = field;
  if (introduction !== '' && introduction !== 'and' && introduction !== '&') return false;
  if (!date) return true;
  return date.dates[0].year !== undefined && (isOnlyYear(date) || title !== undefined);
}

function isOnlyYear({ dates: [first] }: TextDate): boolean {
  return first.month === undefined && first.season === undefined;
}

function toItem(
  field: Field & { type: 'date' },
  authors: ParsedAuthors,
  start: number,
  title: string | undefined,
): AuthorItem | undefined {
  const base = {
    kind: 'author-date' as const,
    ...(title === undefined ? {} : { title }),
    authorText: authors.text,
    authors: authors.names,
    start,
    end: field.end,
  };
  if (!field.date) {
    return {
      ...base,
      date: { from: {}, form: 'words', ambiguous: false, year: 'stated', literal: field.literal },
      strong: true,
    };
  }
  if (!isOnlyYear(field.date) && !authors.personal) return undefined;
  const [date] = toSourceDates(field.date, field.suffix);
  if (!date) return undefined;
  return { ...base, date, strong: authors.strong || field.suffix !== undefined };
}

interface ParsedAuthors {
  text: string;
  names: CslName[];
  strong: boolean;
  /** Given names or initials stand there, or several names. */
  personal: boolean;
}

function previousAuthors(before: AuthorItem | undefined): ParsedAuthors | undefined {
  if (before?.authorText === undefined || !before.authors) return undefined;
  return { text: before.authorText, names: before.authors, strong: true, personal: true };
}

/** Names from what stands before the year: "Smith", "Smith and Jones", ["Smith", "Jones", "and Lee"], "Smith et al." */
export function parseAuthors(fields: readonly string[]): ParsedAuthors | undefined {
  const text = clean(fields.join(', ')).replace(/[’']s$/, '');
  if (text.length > 150) return undefined;
  // "Landis et al, eLife": where it appeared stands behind the authors.
  const closing = fields.findIndex((field) => etAl.test(field));
  if (closing >= 0 && closing < fields.length - 1) {
    const authors = parseAuthors(fields.slice(0, closing + 1));
    return authors && { ...authors, text };
  }
  const others = etAl.test(text);
  const parts = text
    .replace(etAl, '')
    .split(', ')
    .flatMap((part) => part.replace(/^(?:and|&) /, '').split(joint))
    .map((part) => part.trim())
    .filter((part) => part !== '');
  if (parts.length === 0 || parts.length > 10) return undefined;
  if (parts.every(isFamilyName)) {
    const names = parts.filter((part) => !/^(?:\p{Lu}\.)+$/u.test(part)).map(toName);
    if (names.length === 0) return undefined;
    const several = others || names.length > 1;
    const personal =
      several || parts.every((part) => beginsWithGivenName(part) || /^\p{Lu}\.\s/u.test(part));
    return { text, names, strong: several, personal };
  }
  // An organisation: "World Bank", "Office for National Statistics".
  const whole = parts.length === 1 || fields.length === 1;
  if (whole && isOrganisation(text))
    return { text, names: [{ literal: text }], strong: false, personal: false };
  return undefined;
}

function isOrganisation(text: string): boolean {
  const words = text.split(' ');
  if (words.length > 9) return false;
  const capitals = words.filter((word) => /^[\p{Lu}\p{N}]/u.test(word)).length;
  if (!/^(?:the )?\p{Lu}/u.test(text)) return false;
  return (
    words.every(
      (word) =>
        /^[\p{Lu}\p{N}&]/u.test(word) || /^(?:of|for|the|and|in|on|to|de|des|du|la)$/.test(word),
    ) && capitals > 0
  );
}

/** "Smith", "J. Smith", "van der Berg" as CSL has them. */
export function toName(text: string): CslName {
  const words = text.split(' ');
  let initials = 0;
  while (initials < words.length - 1 && /^(?:\p{Lu}\.-?)+$/u.test(words[initials] as string))
    initials++;
  const family = words.slice(initials).join(' ');
  return initials > 0 ? { family, given: words.slice(0, initials).join(' ') } : { family };
}
