/** "By A B and C D, Staff Writers, in Nairobi": who wrote the article. */
import { findDates, type DayMonthOrder, type Range } from '../../src/text/index.ts';
import { isAffiliation, isOccupation } from './affiliation.ts';
import { readDateLine, type DateLine } from './date-line.ts';
import { isName, nameLength, nameWords, recase } from './names.ts';
import { isPlace, isRegion } from './places.ts';
import { isPublicationName } from './publication.ts';

export interface Byline {
  authors: string[];
  /** A date that stands on the same line. */
  dateLine?: DateLine | undefined;
  /** Roles and places. */
  unused: Range[];
}

/** No byline is longer. */
const longestByline = 300;

const opening =
  /^\s*(?:(?:(?:written|story|words|text|article|analysis|essay|report|interview|posted|reported) )?by(?=[\s:])\s*:?\s*|(?:authors?|byline|writers?|author\(s\)|words|text|story)\s*:\s*)/iu;
/** Who did what else: no author. */
const otherWork =
  /^\s*(?:photos?|photographs?|photography|pictures?|images?|videos?|film|illustrations?|graphics?|maps?|additional reporting|data|edited|editing|produced|translated|translation)\s+by\s/iu;
const separator = /\s*(?:,\s*and\s+|,\s*|;\s*|\s+and\s+|\s+AND\s+|\s+&\s+|\s+with\s+)/g;
const role =
  /\b(?:writers?|reporters?|correspondents?|editors?|columnists?|contributors?|staff|analysts?|professors?|fellows?|directors?|bureau|chief|special to|news|press|agency|service|times|post|herald|journal|guardian|tribune|gazette|university|institute|reuters|afp|intern|producer|photographer|opinion|contributing|senior|md|phd|m\.d|ph\.d)\b/iu;
const whereabouts = /^\s*(?:reporting )?(?:in|for|at|from|of)\s+(?:the )?\p{Lu}[\p{L}. ]{1,40}$/u;
/** What ends a name and begins a role or a place. */
const tail = /^\s*(?:$|\(|\/|[—–@]|--?\s|(?:in|for|of|at|from|is|reporting|on)\s)/u;

/** Reads a whole line as a byline. Undefined where it is prose. */
export function readByline(text: string, order: DayMonthOrder): Byline | undefined {
  if (text.length > longestByline) return undefined;
  const start = opening.exec(text)?.[0].length;
  return start === undefined ? undefined : readNames(text, start, order);
}

/** Reads a whole line that begins with a name and has no label: "Jane Roe in Lima", "Jane Roe, May 4, 2021". */
export function readBareByline(text: string, order: DayMonthOrder): Byline | undefined {
  // "Jane Roe is a writer in York" is a sentence.
  if (text.length > longestByline || /\s(?:is|was)\s|[\p{L}]{4,}\.\s*$/u.test(text))
    return undefined;
  const found = readNames(text, foreignBy.exec(text)?.[0].length ?? 0, order);
  if (!found?.authors.every((name) => isBareAuthor(name) && !isOccupation(name))) return undefined;
  // What follows a name says where its bearer is, and what: "Jane Roe on the wall" is a headline.
  const isTold = ({ start, end }: Range): boolean => {
    const words = text.slice(start, end).replace(/^[\s(]+|[\s)]+$/gu, '');
    return whereabouts.test(words) || isAffiliation(words) || degree.test(words);
  };
  return found.unused.every(isTold) ? found : undefined;
}

/** "By" in the languages whose papers are translated most. */
const foreignBy = /^\s*(?:von|par|por|di|door|av|af)\s+(?=\p{Lu}\p{L})/iu;
const degree =
  /^(?:ph\.?\s?d|m\.?\s?d|d\.?\s?phil|m\.?\s?a|m\.?\s?sc|b\.?\s?a|j\.?\s?d|ll\.?\s?m|mba|mp|msc|rn|esq)\.?$/iu;

function readNames(text: string, start: number, order: DayMonthOrder): Byline | undefined {
  const { end, dateLine } = splitDate(text, start, order);
  const names = readAuthors(text.slice(start, end));
  if (!names) return undefined;
  return {
    authors: names.authors,
    unused: names.unused.map((range) => ({ start: range.start + start, end: range.end + start })),
    ...(dateLine ? { dateLine } : {}),
  };
}

/** Names joined by commas and "and", with their roles. */
export function readAuthors(text: string): { authors: string[]; unused: Range[] } | undefined {
  const authors: string[] = [];
  const unused: Range[] = [];
  const trimmed = text.trimEnd();
  const pieces = piecesOf(trimmed.replace(/[,|•·—–-]+\s*$/u, ''));
  for (const [index, piece] of pieces.entries()) {
    const words = text.slice(piece.start, piece.end);
    const suffixed = /^(.{3,60}),\s*(?:Jr|Sr|JR|SR|II|III)\.?$/u.exec(words.trim());
    const length =
      suffixed && isName(suffixed[1] as string) ? words.trimEnd().length : nameLength(words);
    const rest = words.slice(length);
    const isRole = role.test(words.slice(0, length)) && (index > 0 || !isName(words));
    const alone =
      index > 0 &&
      nameWords(words.slice(0, length)) < 2 &&
      !(index === 1 && pieces.length === 2 && piece.joint.includes('and'));
    // "By Design for Living" is a headline.
    const short = nameWords(words.slice(0, length)) < 2 && /^\s+\p{Ll}/u.test(rest);
    const place = index > 0 && (isPlace(words) || isRegion(words));
    if (length > 0 && !isRole && !short && !alone && !place && (tail.test(rest) || rest === '.')) {
      authors.push(recase(words.slice(0, length)));
      if (/[\p{L}\p{N}]/u.test(rest)) unused.push(trim(text, piece.start + length, piece.end));
    } else if (
      index > 0 &&
      (role.test(words) ||
        place ||
        isName(words) ||
        whereabouts.test(words) ||
        otherWork.test(words))
    ) {
      unused.push(trim(text, piece.start, piece.end));
    } else {
      return undefined;
    }
  }
  return authors.length > 0 ? { authors, unused } : undefined;
}

interface Piece extends Range {
  joint: string;
}

function piecesOf(text: string): Piece[] {
  const pieces: Piece[] = [];
  let from = 0;
  let joint = '';
  const push = (end: number): void => {
    const words = text.slice(from, end);
    // "Jr." belongs to the name before the comma.
    const last = pieces.at(-1);
    if (last && /^\s*(?:Jr|Sr|JR|SR|II|III)\.?\s*$/.test(words)) last.end = end;
    else if (words.trim() !== '') pieces.push({ start: from, end, joint });
  };
  for (const match of text.matchAll(separator)) {
    push(match.index);
    from = match.index + match[0].length;
    joint = match[0].toLowerCase();
  }
  push(text.length);
  return pieces;
}

/** Where the date begins that closes a byline, with the label before it. */
function splitDate(
  text: string,
  start: number,
  order: DayMonthOrder,
): { end: number; dateLine?: DateLine } {
  for (const date of findDates(text, { years: false })) {
    if (date.start < start || date.dates[0].year === undefined) continue;
    const before = text.slice(start, date.start);
    const lead =
      /[\s,;|•·(—–-]*(?:(?:(?:first|last)\s+)?(?:published|posted|updated|modified|on)(?:\s+on)?\s*:?\s*)?$/iu.exec(
        before,
      );
    const end = date.start - (lead?.[0].length ?? 0);
    const line = readDateLine(
      text.slice(end).replace(/^[\s,;]*on\s+/i, (on) => ' '.repeat(on.length)),
      order,
    );
    if (line && end > start) return { end, dateLine: shift(line, end) };
    break;
  }
  return { end: text.length };
}

/** A date line read from a slice, with the offsets of the whole. */
export function shift(line: DateLine, by: number): DateLine {
  const move = <Type extends Range>(range: Type): Type => ({
    ...range,
    start: range.start + by,
    end: range.end + by,
  });
  return { ...line, dates: line.dates.map(move), unused: line.unused.map(move) };
}

function trim(text: string, start: number, end: number): Range {
  const words = text.slice(start, end);
  const lead = /^[\s|—–@/,-]*/u.exec(words)?.[0].length ?? 0;
  return { start: start + lead, end: start + words.trimEnd().length };
}

/** "Jane Roe" beside a date: a name of two to four words that is neither a place nor a publication. */
export function isBareAuthor(text: string): boolean {
  const name = text.trim();
  const count = nameWords(name);
  return (
    isName(name) &&
    count >= 2 &&
    count <= 4 &&
    !isPlace(name) &&
    !isPublicationName(name) &&
    !/^the\b/i.test(name)
  );
}
