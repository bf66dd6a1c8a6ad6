/**
 * Sources that the sentence names, with the year in brackets: "Smith (2019) argues", "Smith and Jones (2019, p. 4)".
 * The names stay in the text.
 */
import { classOf, isSpaceAt, unitClass } from '../../../src/text/index.ts';
import type { SourceItem } from '../model.ts';
import { isFamilyName, wordKey } from './names.ts';
import { isPlace } from './places.ts';
import { parseAuthors, toName } from './author-date.ts';
import { toSourceDates } from './outlet-date.ts';
import type { Segment } from './field.ts';
import { alsoSurnames, beforeAuthor, notAuthors, otherThings, reportingVerbs } from './words.ts';

export interface Narrative {
  /** Where the names begin. */
  start: number;
  items: SourceItem[];
  /** "et al." or two names; nothing else is written so. */
  strong: boolean;
  /** A verb of saying follows. */
  verb: boolean;
  /** One family name, with nothing capitalised before it. */
  single: boolean;
  /** The names are those of places or things: only an entry of the reference list makes them authors. */
  other: boolean;
}

/** How far back names are looked for. */
const reach = 150;

/** Reads years in brackets that follow the names of authors. */
export function readNarrative(
  text: string,
  open: number,
  end: number,
  segments: readonly Segment[],
): Narrative | undefined {
  if (!areYears(segments)) return undefined;
  const names = namesBefore(text, open);
  if (!names) return undefined;
  const items: SourceItem[] = [];
  let strong = names.strong;
  for (const { fields, signal } of segments) {
    if (signal !== undefined) return undefined;
    for (const field of fields) {
      const last = items.at(-1);
      if (
        field.type === 'date' &&
        (field.date?.form === 'year' || !field.date) &&
        /^(?:and)?$/.test(field.introduction)
      ) {
        const date = field.date
          ? toSourceDates(field.date, field.suffix)[0]
          : {
              from: {},
              form: 'words' as const,
              ambiguous: false,
              year: 'stated' as const,
              literal: field.literal,
            };
        if (!date) return undefined;
        strong ||= field.suffix !== undefined;
        items.push({
          kind: 'author-date',
          authorText: names.text,
          authors: names.authors,
          date,
          start: names.start,
          end,
        });
      } else if (field.type === 'locator' && last) {
        last.locator = field.locator;
        strong ||= field.locator.label === 'page' && field.locator.text !== field.locator.value;
      } else {
        return undefined;
      }
    }
  }
  if (items.length === 0) return undefined;
  const after =
    /^\s(?:also\s|has\s|have\s|had\s|further\s|first\s|later\s|\p{Ll}+ly\s)?(\p{Ll}+)/u.exec(
      text.slice(end, end + 60),
    );
  const verb = (after !== null && reportingVerbs.has(after[1] as string)) || names.introduced;
  return { start: names.start, items, strong, verb, single: names.single, other: names.other };
}

/** Whether years and places in the source are all that stands in the brackets. */
function areYears(segments: readonly Segment[]): boolean {
  return segments.every(
    ({ fields, signal }) =>
      signal === undefined &&
      fields.every(
        (field) =>
          field.type === 'locator' ||
          (field.type === 'date' && (field.date?.form === 'year' || !field.date)),
      ),
  );
}

interface Names {
  start: number;
  text: string;
  authors: NonNullable<SourceItem['authors']>;
  strong: boolean;
  single: boolean;
  /** "as Smith (2019)", "Smith’s (2019) study" */
  introduced: boolean;
  other: boolean;
}

const others = /^(?:al\.?|(?:colleagues|others|co-?workers|co-?authors))(?:[’']s?)?$/;

/** Whether the word before an offset can end the names of authors: it has a capital, or stands for further ones. */
function mayEndNames(text: string, from: number, open: number): boolean {
  let end = open;
  while (end > from && isSpaceAt(text, end - 1)) end--;
  let start = end;
  while (start > from && !isSpaceAt(text, start - 1)) start--;
  if (start === end || end === open) return false;
  const first = classOf(text.charCodeAt(start));
  return (
    (first & (unitClass.upper | unitClass.surrogate)) !== 0 || others.test(text.slice(start, end))
  );
}

/** The names that end right before an offset, read backwards word by word. */
function namesBefore(text: string, open: number): Names | undefined {
  const from = Math.max(0, open - reach);
  if (!mayEndNames(text, from, open)) return undefined;
  const words: { value: string; start: number }[] = [];
  for (let start = from; start < open;) {
    let end = start;
    while (end < open && !isSpaceAt(text, end)) end++;
    if (end > start) words.push({ value: text.slice(start, end), start });
    start = end + 1;
  }
  let at = words.length - 1;
  const value = (index: number): string => words[index]?.value ?? '';
  let etAl = false;
  if (/^al\.?(?:[’']s)?$/.test(value(at)) && value(at - 1) === 'et') {
    etAl = true;
    at -= 2;
  } else if (
    /^(?:colleagues|others|co-workers|coworkers|co-authors|coauthors)(?:[’']s?)?$/.test(
      value(at),
    ) &&
    /^(?:and|&|his|her|their)$/.test(value(at - 1))
  ) {
    etAl = true;
    at -= /^(?:his|her|their)$/.test(value(at - 1)) ? 3 : 2;
  }
  let first = takeName(at);
  if (first === undefined) return undefined;
  let several = false;
  for (let guard = 0; guard < 8; guard++) {
    const joint = value(first - 1);
    const before: number = /^(?:and|&)$/.test(joint)
      ? first - 2
      : joint.endsWith(',') && (several || etAl)
        ? first - 1
        : -1;
    if (before < 0 || (guard === 0 && before === first - 1 && !etAl)) break;
    const next = takeName(before, true);
    if (next === undefined) break;
    several = true;
    first = next;
  }
  const start = (words[first] as { start: number }).start;
  const printed = text
    .slice(start, open)
    .trim()
    .replace(/[’']s$/, '')
    .replace(/\s+/g, ' ');
  const parsed =
    parseAuthors([
      printed.replace(
        / (?:and|&) (?:(?:his|her|their) )?(?:colleagues|others|co-workers|coworkers|co-authors|coauthors)$/,
        ' et al.',
      ),
    ]) ??
    (isFamilyName(printed)
      ? { text: printed, names: [toName(printed)], strong: false, personal: false }
      : undefined);
  if (!parsed) return undefined;
  const before = value(first - 1);
  const opensSentence = first === 0 || /[.!?:;”]$/.test(before);
  const single = opensSentence || !/^[\p{Lu}“"‘]/u.test(before);
  const other =
    isPlace(printed) ||
    printed
      .split(' ')
      .some((word) => otherThings.has(wordKey(word)) && !alsoSurnames.has(wordKey(word)));
  const introduced =
    beforeAuthor.has(before.toLowerCase().replace(/[,.]$/, '')) ||
    /[’']s?\s*$/.test(text.slice(start, open));
  return {
    start,
    text: printed,
    authors: parsed.names,
    strong: etAl || several,
    single,
    introduced,
    other,
  };

  /** Index of the first word of the name that ends at an index. */
  function takeName(index: number, comma = false): number | undefined {
    const word = value(index);
    const bare = comma
      ? word.replace(/,$/, '')
      : word.replace(/[’']s$|(?<=s)[’']$/, '').replace(etAl ? /,$/ : /$^/, '');
    if (
      !/^\p{Lu}[\p{L}\p{M}’'-]+$/u.test(bare) ||
      (notAuthors.has(wordKey(bare)) && !alsoSurnames.has(wordKey(bare)))
    )
      return undefined;
    let start = index;
    while (
      start > 0 &&
      /^(?:van|von|de|der|den|del|della|di|da|dos|du|la|le|bin|al|el|ten|ter|\p{Lu}\.)$/u.test(
        value(start - 1),
      )
    )
      start--;
    // A particle that belongs to the sentence is none: "by la Cruz" does not occur, "in de" neither.
    return start;
  }
}
