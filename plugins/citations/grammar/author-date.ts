/**
 * Sources by author and year.
 *
 *     group   = segment (";" segment)*
 *     segment = [signal] authors [","] year ("," year)* ["," locator]
 *             | year ["," locator]          — of the authors before: "(Smith 2019; 2020)"
 *     authors = name ("," name)* [("and" | "&") name] ["et al."]
 */
import { isFamilyName, wordKey } from './names.ts';
import { isPlace } from './places.ts';
import type { SourceItem } from '../model.ts';
import type { CslName } from '../../../src/model/index.ts';
import { toSourceDates } from './outlet-date.ts';
import { clean, type Field, type Segment } from './fields.ts';
import { notAuthors, outletWords } from './words.ts';

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

function readSegment(segment: Segment, before: AuthorItem | undefined): AuthorItem[] | undefined {
  const names: string[] = [];
  const items: AuthorItem[] = [];
  let authors: ParsedAuthors | undefined;
  const start = segment.fields[0]?.start ?? segment.start;
  for (const [index, field] of segment.fields.entries()) {
    if (field.type === 'name' && items.length === 0) {
      names.push(field.text);
    } else if (field.type === 'date' && !field.accessed) {
      if (items.length === 0) {
        authors = names.length > 0 ? parseAuthors(names) : previousAuthors(before);
        if (!authors) return undefined;
      }
      const made = toItem(field, authors as ParsedAuthors, index === 0 ? field.start : start);
      if (!made) return undefined;
      items.push(made);
    } else if (field.type === 'name' && /^\p{Lu}\p{L}+\.? (?:\d{1,3}|[A-Z])(?:[a-z]|\.\d+)?$/u.test(field.text)) {
      // "Experiment 1", "Table 2", "Appendix A"
      const last = items.at(-1) as AuthorItem;
      const locator = { label: 'section', value: field.text, text: field.text };
      last.locator = last.locator ? joinLocators(last.locator, locator) : locator;
      last.strong = true;
      last.end = field.end;
    } else if (field.type === 'locator' && items.length > 0) {
      const last = items.at(-1) as AuthorItem;
      if (last.locator) last.locator = joinLocators(last.locator, field.locator);
      else last.locator = field.locator;
      last.strong ||= field.locator.text !== field.locator.value;
      last.end = field.end;
    } else if (field.type === 'remark' && items.length > 0) {
      const last = items.at(-1) as AuthorItem;
      (last.remarks ??= []).push(field.text);
    } else {
      return undefined;
    }
  }
  const first = items[0];
  if (!first) return undefined;
  if (segment.signal !== undefined) {
    first.signal = segment.signal;
    first.strong ||= /^(?:see|cf|e\.g|but see|for )/i.test(segment.signal);
  }
  if (items.length > 1) for (const item of items) item.strong = true;
  return items;
}

function toItem(field: Field & { type: 'date' }, authors: ParsedAuthors, start: number): AuthorItem | undefined {
  const base = { kind: 'author-date' as const, authorText: authors.text, authors: authors.names, start, end: field.end };
  if (!field.date) {
    return { ...base, date: { from: {}, form: 'words', ambiguous: false, year: 'stated', literal: field.literal }, strong: true };
  }
  if (field.introduced) return undefined;
  // "(Smith, May 2019)" cites as a letter or a post; a day makes it a source by outlet.
  const [first] = field.date.dates;
  if (first.year === undefined || first.month !== undefined || first.season !== undefined) return undefined;
  const [date] = toSourceDates(field.date, field.suffix);
  if (!date) return undefined;
  return { ...base, date, strong: authors.strong || field.suffix !== undefined };
}

interface ParsedAuthors {
  text: string;
  names: CslName[];
  strong: boolean;
}

function previousAuthors(before: AuthorItem | undefined): ParsedAuthors | undefined {
  if (before?.authorText === undefined || !before.authors) return undefined;
  return { text: before.authorText, names: before.authors, strong: true };
}

/** Names from what stands before the year: "Smith", "Smith and Jones", ["Smith", "Jones", "and Lee"], "Smith et al." */
export function parseAuthors(fields: readonly string[]): ParsedAuthors | undefined {
  const text = clean(fields.join(', ')).replace(/[’']s$/, '');
  if (text.length > 150) return undefined;
  const others = etAl.test(text);
  const parts = text
    .replace(etAl, '')
    .split(', ')
    .flatMap((part) => part.replace(/^(?:and|&) /, '').split(joint))
    .map((part) => part.trim())
    .filter((part) => part !== '');
  if (parts.length === 0 || parts.length > 10) return undefined;
  if (parts.some((part) => calendarOr(part))) return undefined;
  if (parts.every(isFamilyName)) {
    const names = parts.filter((part) => !/^(?:\p{Lu}\.)+$/u.test(part)).map(toName);
    if (names.length === 0) return undefined;
    return { text, names, strong: others || parts.length > 1 };
  }
  // An organisation: "World Bank", "Office for National Statistics".
  const whole = parts.length === 1 || fields.length === 1;
  if (whole && isOrganisation(text)) return { text, names: [{ literal: text }], strong: false };
  return undefined;
}

function calendarOr(part: string): boolean {
  return part.split(' ').some((word) => notAuthors.has(wordKey(word)) && !/^(?:and|of|for|the|in|on|to)$/.test(word) && !outletWords.has(wordKey(word))) || isPlace(part);
}

function isOrganisation(text: string): boolean {
  const words = text.split(' ');
  if (words.length > 9) return false;
  const capitals = words.filter((word) => /^[\p{Lu}\p{N}]/u.test(word)).length;
  if (!/^(?:the )?\p{Lu}/u.test(text)) return false;
  return words.every((word) => /^[\p{Lu}\p{N}&]/u.test(word) || /^(?:of|for|the|and|in|on|to|de|des|du|la)$/.test(word)) && capitals > 0;
}

/** "Smith", "J. Smith", "van der Berg" as CSL has them. */
export function toName(text: string): CslName {
  const words = text.split(' ');
  let initials = 0;
  while (initials < words.length - 1 && /^(?:\p{Lu}\.-?)+$/u.test(words[initials] as string)) initials++;
  const family = words.slice(initials).join(' ');
  return initials > 0 ? { family, given: words.slice(0, initials).join(' ') } : { family };
}

function joinLocators(a: NonNullable<SourceItem['locator']>, b: NonNullable<SourceItem['locator']>): NonNullable<SourceItem['locator']> {
  return { label: a.label, value: `${a.value}, ${b.value}`, text: `${a.text}, ${b.text}` };
}
