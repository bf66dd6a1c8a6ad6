/** Reads an entry of a reference list as far as tying and the output need it. */
import type { CslName } from '../../../src/model/index.ts';
import { findDates } from '../../../src/text/index.ts';
import { wordKey } from '../grammar/names.ts';
import { trimUrl } from '../grammar/tokens.ts';
import { beginsWithGivenName } from '../grammar/well-known.ts';
import { connectors, institutions } from '../grammar/words.ts';
import type { ReferenceEntry } from '../model.ts';

/** Authors stand at the beginning; what comes later is not looked at for them. */
const authorReach = 400;

const yearInBrackets = /\((?:\p{L}{3,9}\.?\s)?((?:1[5-9]|20)\d\d)([a-z])?(?:,\s[^)]{1,40})?\)/u;
const yearBetweenStops = /[.,;]\s((?:1[5-9]|20)\d\d)([a-z])?(?=[.,:;])/;
const address = /https?:\/\/[^\s<>"“”]+/i;
const doi = /\b10\.\d{4,9}\/[^\s<>"“”]+/i;

export function readEntry(text: string, index: number, number?: number): ReferenceEntry {
  const year = yearOf(text);
  const authorPart = authorsPart(text, year?.at);
  const authors = authorsOf(authorPart);
  const entry: ReferenceEntry = { index, text, families: wordsOf(authorPart), authors };
  if (number !== undefined) entry.number = number;
  if (year) {
    entry.year = year.year;
    if (year.suffix !== undefined) entry.suffix = year.suffix;
  }
  const title = titleOf(text, year);
  if (title !== undefined) entry.title = title;
  const url = address.exec(text);
  if (url) entry.url = trimUrl(url[0]);
  const identifier = doi.exec(text);
  if (identifier) entry.doi = trimUrl(identifier[0]);
  return entry;
}

interface EntryYear {
  year: number;
  suffix?: string;
  at: number;
  end: number;
}

function yearOf(text: string): EntryYear | undefined {
  const match = yearInBrackets.exec(text) ?? yearBetweenStops.exec(text);
  if (match) {
    return {
      year: Number(match[1]),
      ...(match[2] === undefined ? {} : { suffix: match[2] }),
      at: match.index,
      end: match.index + match[0].length,
    };
  }
  const readable = text.replace(address, (url) => ' '.repeat(url.length));
  const suffixed = /(?<![\p{L}\p{N}])((?:1[5-9]|20)\d\d)([a-z])(?![\p{L}\p{N}])/u.exec(readable);
  if (suffixed) {
    return {
      year: Number(suffixed[1]),
      suffix: suffixed[2] as string,
      at: suffixed.index,
      end: suffixed.index + 5,
    };
  }
  const dates = findDates(readable).filter((date) => date.dates.at(-1)?.year !== undefined);
  // A year that is the first thing of all is a title: "1984".
  const date = dates.find((each) => each.start > 3) ?? dates[0];
  const year = date?.dates.at(-1)?.year;
  return date && year !== undefined ? { year, at: date.start, end: date.end } : undefined;
}

/** What stands before the title and the year. */
function authorsPart(text: string, year: number | undefined): string {
  const quote = text.search(/[“"«]/);
  const ends = [authorReach, year ?? authorReach, quote > 0 ? quote : authorReach];
  let part = text.slice(0, Math.min(...ends));
  // "Smith, J. Title. Publisher, 2019": a sentence that begins behind the names is the title.
  if (year === undefined || year > 120) {
    const stop = /(?:\p{Ll}{2}|\bet al)\.\s(?=\p{Lu}\p{L}+\s)/u.exec(part);
    if (stop) part = part.slice(0, stop.index + stop[0].length);
  }
  return part;
}

function wordsOf(part: string): string[] {
  return (
    part
      .toLowerCase()
      .match(/[\p{L}\p{M}][\p{L}\p{M}\p{N}’'-]*/gu)
      ?.map((word) => word.replace(/[’']s$/, '').replace(/’/g, "'")) ?? []
  );
}

const initials = String.raw`(?:\p{Lu}\.?[-\s]?){1,4}`;
const particle = String.raw`(?:(?:van|von|de|der|den|del|della|di|da|dos|du|la|le|bin|al|el|ten|ter)\s){0,3}`;
const family = String.raw`${particle}\p{Lu}[\p{L}\p{M}’'-]+(?:\s\p{Lu}[\p{L}\p{M}’'-]+)?`;
/** "Smith, J. A.", "Smith, John" */
const inverted = new RegExp(
  `^(${family}),\\s(${initials}(?![\\p{L}])|\\p{Lu}[\\p{L}\\p{M}.’'-]+(?:\\s\\p{Lu}\\.?(?![\\p{L}]))?)`,
  'u',
);
/** "Smith JA" */
const vancouver = new RegExp(`^(${family})\\s(\\p{Lu}{1,3})(?=[,.]|$)`, 'u');
/** "J. A. Smith", "John Smith" */
const straight = new RegExp(
  `^((?:\\p{Lu}\\.[-\\s]?){1,4}|\\p{Lu}[\\p{L}’'-]+\\s(?:\\p{Lu}\\.\\s)?)(${particle}\\p{Lu}[\\p{L}\\p{M}’'-]+)`,
  'u',
);

/** Authors, as far as they are written in one of the common ways; else the whole as one name. */
function authorsOf(part: string): CslName[] {
  const result: CslName[] = [];
  let rest = part.replace(/[\s(.,]+$/, '').trim();
  if (rest === '') return result;
  if (!/[.,]$/.test(rest)) rest += part.slice(rest.length).startsWith('.') ? '.' : '';
  const house = organisationOf(rest);
  if (house !== undefined) return [{ literal: house }];
  let guard = 0;
  let last = false;
  let joined = false;
  while (rest !== '' && !last && guard++ < 40) {
    const named = beginsWithGivenName(rest.split(/[,.;:(]/, 1)[0] as string);
    const invertedName = vancouver.exec(rest) ?? (named ? null : inverted.exec(rest));
    const straightName = invertedName ? null : straight.exec(rest);
    const match = invertedName ?? straightName;
    if (!match) break;
    const [familyName, given] = invertedName ? [match[1], match[2]] : [match[2], match[1]];
    result.push({ family: (familyName as string).trim(), given: (given as string).trim() });
    // Behind "and" stands the last one.
    last = result.length > 1 && joined;
    const joint = /^\s*(?:\.|,)?\s*(?:,?\s*(and|&)\s+|,\s*)?/.exec(rest.slice(match[0].length));
    joined = joint?.[1] !== undefined;
    rest = rest.slice(match[0].length + (joint?.[0].length ?? 0));
    if (rest.startsWith('et al')) break;
  }
  return result;
}

/** The institution that an entry begins with: "Swedish Transport Board", "World Bank", "OECD". */
function organisationOf(text: string): string | undefined {
  const name = /^(?:(?:\p{Lu}\.){2,}|[^.,(:;“"«])+/u.exec(text)?.[0].trim() ?? '';
  const words = name.split(/\s+/);
  if (words.length > 10 || !/^\p{Lu}/u.test(name)) return undefined;
  if (!words.every((word) => /^[\p{Lu}&\d]/u.test(word) || connectors.has(word))) return undefined;
  const keys = words.map((word) => wordKey(word));
  if (words.length === 1) return /^\p{Lu}{3,}$/u.test(name) ? name : undefined;
  if (keys.some((key) => houses.has(key) || institutions.has(key))) return name;
  // Three capitals in a row are more than a given name and a family name.
  const initialled = words.some((word) => /^(?:\p{Lu}\.?-?){1,3}$/u.test(word));
  const joined = words.some((word) => /^(?:and|&|et|und|y)$/.test(word));
  const personal = initialled || joined || beginsWithGivenName(name);
  const capitals = words.filter((word) => /^\p{Lu}/u.test(word)).length;
  return capitals > 2 && !personal ? name : undefined;
}

/** Words in the names of those who publish under their own name. */
const houses: ReadonlySet<string> = new Set(
  (
    'authority board bundestag chamber charity coalition company congress consortium corporation foundation forum fund government group inc initiative institution international ltd ' +
    'nations network observatory organisation organization panel parliament partnership party programme project secretariat senate society taskforce team treasury trust union watch academy administration'
  ).split(' '),
);

/** Whether a text without a number reads as an entry and not as prose: names and a year at its start, a title, or an address. */
export function readsAsEntry(text: string): boolean {
  if (text.length > 900 || !/(?:1[5-9]|20)\d\d|https?:\/\/|n\.d\./.test(text)) return false;
  if (/^(?:https?:\/\/|www\.)/.test(text)) return true;
  const names = inverted.exec(text) ?? vancouver.exec(text) ?? straight.exec(text);
  if (names && /^(?:\s?[,.(;:“"&]|\s(?:and|&|et al)\b)/.test(text.slice(names[0].length)))
    return true;
  if (/^[“"‘«][^”"’»]{4,200}[”"’»]/.test(text)) return true;
  // An organisation: "World Bank (2019).", "OECD. 2019."
  if (/^\p{Lu}[^.(]{1,90}(?:\.|\()\s?\(?(?:1[5-9]|20)\d\d/u.test(text)) return true;
  return /https?:\/\//.test(text) && text.length < 400;
}

function titleOf(text: string, year: EntryYear | undefined): string | undefined {
  const quoted = /[“"«]([^”"»]{3,300})[”"»]/.exec(text);
  if (quoted) return (quoted[1] as string).replace(/[.,]$/, '');
  if (year && year.end < 200) {
    const after = /^[.,:]?\s*([^.?!]{3,300}[?!]?)/.exec(text.slice(year.end).replace(/^\)/, ''));
    if (after && !/^https?:/.test(after[1] as string)) return (after[1] as string).trim();
  }
  return undefined;
}
