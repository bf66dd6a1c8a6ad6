/** "Publication: NAME Volume: 19 Issue: 167" and the other ways in which a masthead says where an article came out. */
import type { Publication } from '../../src/model/index.ts';
import type { DayMonthOrder, Range } from '../../src/text/index.ts';
import { blanked, readDateLine, readDateLineIn, type DateLine } from './date-line.ts';

export interface PublicationLine {
  publication: Publication;
  dateLine?: DateLine | undefined;
  /** Page numbers. */
  unused: Range[];
  /** Whether it has a volume or an issue, so that it can be nothing else. */
  numbered: boolean;
  /** Whether the label is one that credits of images and citations have as well. */
  source: boolean;
}

/** No such line is longer. */
const longestLine = 200;

const label =
  /^\s*(?:(publication|published in|originally published in|first published in|appeared in|journal|magazine|newspaper|outlet)|(source))\s*:\s*/iu;
const volume =
  /(?<![\p{L}\p{N}])(?:volume|vol\b\.?)\s*:?\s*(\d{1,4}[a-z]?|[IVXLC]{1,8})(?![\p{L}\p{N}])/iu;
const issue =
  /(?<![\p{L}\p{N}])(?:issue|iss\b\.?|number|no\b\.?|nr\b\.?|nos\b\.?|#)\s*:?\s*(?:no\.?\s*)?(\d{1,4}(?:[-–/]\d{1,4})?[a-z]?)(?![\p{L}\p{N}])/iu;
const pages =
  /(?<![\p{L}\p{N}])(?:pages?|pp?\.)\s*:?\s*\d{1,5}(?:\s*[-–]\s*\d{1,5})?(?![\p{L}\p{N}])/iu;
const joints = /^[\s|•·,;:()—–/.-]+|[\s|•·,;:(—–/-]+$/gu;
const address = /^(?:https?:\/\/|www\.)\S+$/iu;
const publicationWord =
  /(?<![\p{L}])(?:times|post|news|journal|review|herald|tribune|gazette|daily|weekly|monthly|quarterly|magazine|press|monitor|observer|guardian|chronicle|telegraph|independent|standard|bulletin|digest|reporter|register|examiner|courier|mirror|express|mail|globe|star|today|tidings|dispatch|sentinel|record|reuters|bloomberg|bbc|cnn|npr|agency|online|affairs|economist|atlantic|newsletter|blog|notebook|newswire|insider|spectator|argus|inquirer|enquirer|advertiser|advocate|shimbun|zeitung|gazeta)(?![\p{L}])/iu;

/** Whether this is a name such as newspapers have. */
export function isPublicationName(text: string): boolean {
  const name = text.trim();
  return isTitleCase(name) && publicationWord.test(name);
}

/** Whether a name ends on the word that makes it one of a newspaper, or has its article: "A Daily Struggle" is a headline. */
export function closesAsPublication(name: string): boolean {
  const words = name.trim().split(/\s+/);
  return (
    words.length <= 6 &&
    (/^the$/iu.test(words[0] as string) || publicationWord.test(words.at(-1) as string))
  );
}

/** Reads a whole line. Undefined where a word is left over. */
export function readPublicationLine(
  text: string,
  order: DayMonthOrder,
): PublicationLine | undefined {
  if (text.length > longestLine) return undefined;
  const labels = label.exec(text);
  const start = labels?.[0].length ?? 0;
  const rest: Range[] = [{ start, end: text.length }];
  const take = (pattern: RegExp): { found: string; range: Range } | undefined => {
    for (const [index, range] of rest.entries()) {
      const match = pattern.exec(text.slice(range.start, range.end));
      if (!match) continue;
      const from = range.start + match.index;
      const to = from + match[0].length;
      rest.splice(index, 1, { start: range.start, end: from }, { start: to, end: range.end });
      return { found: match[1] ?? match[0], range: { start: from, end: to } };
    }
    return undefined;
  };
  const volumeFound = take(volume);
  const issueFound =
    volumeFound || labels?.[1] || /\bissue\b/i.test(text) ? take(issue) : undefined;
  const pagesFound = volumeFound || issueFound ? take(pages) : undefined;
  const numbered = volumeFound !== undefined || issueFound !== undefined;
  if (!labels && !numbered) return unlabelled(text, order);

  const pieces = rest.map((range) => trim(text, range)).filter((range) => range.end > range.start);
  const first = pieces.shift();
  const numbers = (volumeFound ?? issueFound)?.range;
  // The name stands before the numbers.
  if (!first || (numbers && first.start > numbers.start)) return undefined;
  let { name, dateLine } = splitDate(text, first, order);
  for (const piece of pieces) {
    const line = readDateLineIn(text, piece, order) ?? yearOnly(text, piece, order);
    if (!line || dateLine) return undefined;
    dateLine = line;
  }
  name = trim(text, name);
  const words = text.slice(name.start, name.end);
  if (!fitsName(words, numbered, labels !== null)) return undefined;
  return {
    publication: {
      name: words,
      volume: volumeFound?.found ?? null,
      issue: issueFound?.found ?? null,
    },
    numbered,
    source: labels?.[2] !== undefined,
    unused: pagesFound ? [pagesFound.range] : [],
    ...(dateLine ? { dateLine } : {}),
  };
}

/** "The Weekly Herald, May 4, 2021": a newspaper's name with a date. */
function unlabelled(text: string, order: DayMonthOrder): PublicationLine | undefined {
  const whole = trim(text, { start: 0, end: text.length });
  const { name, dateLine } = splitDate(text, whole, order);
  if (!dateLine) return undefined;
  const words = text.slice(name.start, name.end).replace(joints, '');
  if (!isPublicationName(words) || words.split(/\s+/).length > 5) return undefined;
  const publication = { name: words, volume: null, issue: null };
  return { publication, dateLine, numbered: false, source: false, unused: [] };
}

/** The name, and the date that closes it after a comma, a bar or a bracket. */
function splitDate(
  text: string,
  range: Range,
  order: DayMonthOrder,
): { name: Range; dateLine?: DateLine | undefined } {
  const words = text.slice(range.start, range.end);
  for (const match of words.matchAll(/\s*[,|•·(]\s*|\s+[—–-]\s+/gu)) {
    const from = range.start + match.index;
    const line = readDateLineIn(text, { start: from, end: range.end }, order);
    if (line && match.index > 0) return { name: { start: range.start, end: from }, dateLine: line };
  }
  return { name: range };
}

function yearOnly(text: string, range: Range, order: DayMonthOrder): DateLine | undefined {
  const year = /^\d{4}$/.test(text.slice(range.start, range.end));
  if (!year || range.start < 6) return undefined;
  // The label makes the reader take a year alone.
  const line = readDateLine(blanked(text, range).replace(/^ {5}/, 'date '), order);
  return line && { ...line, labelled: false };
}

function trim(text: string, range: Range): Range {
  let { start, end } = range;
  const words = text.slice(start, end);
  start += /^[\s|•·,;:)(—–/.-]*/u.exec(words)?.[0].length ?? 0;
  while (end > start && /[\s|•·,;:()—–/-]/u.test(text[end - 1] as string)) end--;
  return { start, end };
}

function fitsName(name: string, numbered: boolean, labelled: boolean): boolean {
  if (name === '' || address.test(name) || /[.!?:]\s|[!?]$|["“”]/u.test(name)) return false;
  const words = name.split(/\s+/).length;
  if (words > 12) return false;
  if (numbered && labelled) return true;
  return isTitleCase(name);
}

const smallWords =
  /^(?:a|an|and|as|at|for|from|in|la|le|les|de|del|der|die|das|des|du|of|on|the|to|und|et|y|&|vs?\.?|by|with)$/u;

/** Whether all words but articles, prepositions and conjunctions begin with a capital or a figure. */
export function isTitleCase(name: string): boolean {
  const words = name.split(/\s+/);
  return (
    (/^[\p{Lu}\p{Lo}\p{N}]/u.test(name) &&
      words.every(
        (word) =>
          smallWords.test(word) ||
          /^[("'’]?[\p{Lu}\p{Lo}\p{N}]/u.test(word) ||
          /^\p{Ll}+\.\p{Ll}/u.test(word),
      )) ||
    /^[\p{Ll}\p{N}-]+(?:\.[\p{Ll}\p{N}-]+)+$/u.test(name)
  );
}
