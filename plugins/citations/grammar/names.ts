/** What a name is likely to be: an outlet, a person, or neither. */
import { nameKey, type Outlet, type OutletTable } from '../outlets.ts';
import type { Sureness } from '../model.ts';
import { isPlace } from './places.ts';
import { beginsWithGivenName, isWellKnown } from './well-known.ts';
import {
  articles,
  calendarWords,
  connectors,
  descriptors,
  institutions,
  leadingOthers,
  otherThings,
  outletWords,
} from './words.ts';

export interface NameVerdict {
  sureness: Sureness | 'none';
  /** The name without descriptors, a spelled-out dot written as one. */
  name: string;
  outlet?: Outlet;
  descriptor?: string;
  /** A plain name that is rather a person's. */
  person?: boolean;
}

/** What may have a number in its name. */
const channels: ReadonlySet<string> = new Set(
  'channel, kanal, canal, tv, radio, rai, rtl, svt, nrk, yle, news, bbc, sky, fm, antena, antenne, tele, tvr, tvn, trt, rossiya, perviy, kan, studio, hub'.split(
    ', ',
  ),
);

/** No outlet has a longer name. */
const longestName = 12;

const domain = /^(?:[\p{L}\p{N}-]+\.)+\p{L}{2,}(?:\/[^\s]*)?$/u;
const handle = /^@[\p{L}\p{N}_.]{2,30}$/u;
/** Models and numbers: "iPhone 13", "Sputnik V", "COP26". "News 24" is a channel. */
const numbered = /(?:[ -](?:v?\d{1,5}(?:\.\d+)*|[IVX]+|[A-Z])|^\p{Lu}{2,}\d+)$/u;
const commonAbbreviation = /^(?:\p{L}\.)+\p{L}?$/u;
const initialLetter = /^[“"'’(]?[\p{Lu}\p{Lt}\p{N}@#]/u;
const uncased = /^[\p{Lo}\p{Lm}]/u;
const upper = /[\p{Lu}\p{Lt}]/u;
const lower = /\p{Ll}/u;

/**
 * Judges a name that stands where an outlet would.
 *
 * "Reuters" is known; "Daily Planet", "kremlin.ru" and "RFE/RL’s Kyrgyz Service" show signs; "Kommersant" is a name like
 * others; "Paris", "Battle of Kursk" and "as of" are none.
 */
export function judgeName(text: string, table: OutletTable, emphasised = false): NameVerdict {
  const dotted = text.includes('dot') ? text.replace(/ (?:dot|\[dot\]|\(dot\)) /g, '.') : text;
  if (dotted.includes('.') && domain.test(dotted) && !commonAbbreviation.test(dotted)) {
    // A host is not made the name of the house behind it, but for one that goes by its host: "Gazeta.Ru".
    const outlet = table.find(dotted);
    return verdict(
      'cue',
      dotted,
      outlet && nameKey(outlet.name) === nameKey(dotted) ? outlet : undefined,
    );
  }
  // "@KyivPost": the account of somebody, whoever it is.
  if (text.startsWith('@') && handle.test(text)) return verdict('cue', text);
  const words = text.split(' ');
  if (text === '' || words.length > longestName) return verdict('none', text);
  if (!upper.test(text) && lower.test(text)) return verdict('none', text);
  const whole = table.find(text);
  if (whole) return verdict('known', text, whole);

  const descriptor = trailingDescriptor(words);
  if (descriptor) {
    const inner = judgeName(
      words.slice(0, words.length - descriptor.length).join(' '),
      table,
      emphasised,
    );
    if (inner.sureness === 'none') return verdict('none', text);
    return {
      ...inner,
      sureness: inner.sureness === 'plain' ? 'cue' : inner.sureness,
      descriptor: descriptor.join(' '),
    };
  }
  const lead = leadingDescriptor(words);
  if (lead > 0) {
    const inner = judgeName(words.slice(lead).join(' '), table, emphasised);
    if (inner.sureness === 'none') return verdict('none', text);
    return {
      ...inner,
      sureness: inner.sureness === 'plain' ? 'cue' : inner.sureness,
      descriptor: words.slice(0, lead).join(' '),
    };
  }
  if (!isNameShaped(words) || isPlace(text) || isWellKnown(text)) return verdict('none', text);
  if (
    numbered.test(text) &&
    !text.endsWith('24') &&
    !words.some((word) => channels.has(wordKey(word).replace(/\d+$/, '')))
  )
    return verdict('none', text);
  // "Ajax–Tottenham" is a match, "S.D.N.Y." a court.
  if (/\p{L}–\p{Lu}/u.test(text) || /^(?:\p{Lu}\.){3,}$/u.test(text)) return verdict('none', text);
  if (beginsKnown(words, table)) return verdict('cue', text);

  const keys = words.map(wordKey);
  const last = keys.at(-1) as string;
  // "Star-Gazette", "Journal-Constitution"
  const signs = keys.filter(
    (key) => outletWords.has(key) || outletWords.has(key.slice(key.lastIndexOf('-') + 1)),
  ).length;
  if (isInstitution(keys)) return verdict('cue', text);
  const first = keys[articles.has(words[0] as string) ? 1 : 0] as string;
  const others =
    keys.some((key) => otherThings.has(key)) ||
    leadingOthers.has(first) ||
    calendarWords.has(first);
  // "Daily Graphic" is a paper, whatever a graphic is.
  const paper = /^(?:daily|weekly)$/.test(first) && words.length > 1;
  if (others && !paper && !(signs > 0 && outletWords.has(last))) return verdict('none', text);
  // "Smith v. Jones" is a case.
  if (/^(?:utc|gmt)\b/.test(keys[0] as string)) return verdict('none', text);
  if (keys.includes('v') || keys.includes('vs')) return verdict('none', text);
  if (signs > 0 || emphasised) return verdict('cue', text);
  return { ...verdict('plain', text), person: beginsWithGivenName(text) };
}

/** "Reuters/AP", "Reuters and AP", "TASS & Interfax": several known outlets in one name. */
export function splitKnown(text: string, table: OutletTable): string[] | undefined {
  if (!/\/| and | & /.test(text) || table.find(text)) return undefined;
  const parts = text.split(/ ?(?:\/| and | & ) ?/);
  if (parts.length < 2 || parts.length > 4) return undefined;
  return parts.every((part) => upper.test(part) && table.find(part)) ? parts : undefined;
}

const initial = /^(?:\p{Lu}\.-?){1,3}$/u;
const personWord = /^\p{Lu}[\p{L}\p{M}'’.-]*$/u;
const particles = new Set([
  'de',
  'del',
  'della',
  'di',
  'da',
  'dos',
  'du',
  'la',
  'le',
  'van',
  'von',
  'der',
  'den',
  'ter',
  'ten',
  'bin',
  'ibn',
  'ben',
  'al',
  'el',
  'abu',
  'y',
  'e',
  'dela',
  'st.',
]);

/** "Jane Doe", "J. R. Roe", "Ludwig van Beethoven": two to five words that could be a person's name. */
export function looksLikePerson(text: string, table: OutletTable): boolean {
  const words = text.split(' ');
  if (words.length < 2 || words.length > 5 || words[0] === 'The' || table.find(text)) return false;
  const full = words.filter((word) => !particles.has(word));
  if (!full.every((word) => initial.test(word) || personWord.test(word))) return false;
  // An acronym is nobody's name.
  if (full.some((word) => /^\p{Lu}{3,}$/u.test(word))) return false;
  return !words.some((word) => outletWords.has(wordKey(word)) || otherThings.has(wordKey(word)));
}

/** A family name as it stands in an author-date citation: "Smith", "O’Neill", "de la Cruz", "García-Márquez". */
export function isFamilyName(text: string): boolean {
  const words = text.split(' ').filter((word) => word !== '');
  if (words.length === 0 || words.length > 4) return false;
  const last = words.at(-1) as string;
  if (!personWord.test(last) && !uncased.test(last)) return false;
  if (/^\p{Lu}{3,}$/u.test(last) && words.length > 1) return false;
  return words.every(
    (word) =>
      particles.has(word.toLowerCase()) ||
      initial.test(word) ||
      personWord.test(word) ||
      uncased.test(word),
  );
}

export function wordKey(word: string): string {
  return word
    .toLowerCase()
    .replace(/[’']s$/, '')
    .replace(/^[“"'’(]+|[”"'’),.:]+$/g, '');
}

function verdict(sureness: NameVerdict['sureness'], name: string, outlet?: Outlet): NameVerdict {
  return outlet ? { sureness, name, outlet } : { sureness, name };
}

/** The lower-case nouns at the end of "Interfax news agency". */
function trailingDescriptor(words: string[]): string[] | undefined {
  let from = words.length;
  while (from > 1 && isDescriptor(words[from - 1] as string)) from--;
  return from < words.length ? words.slice(from) : undefined;
}

/** How many lower-case nouns stand before the name in "state news agency Belta". */
function leadingDescriptor(words: string[]): number {
  let until = 0;
  if (words[0] === 'the' || words[0] === 'a' || words[0] === 'an') until++;
  while (until < words.length - 1 && isDescriptor(words[until] as string)) until++;
  const article = words[0] === 'the' || words[0] === 'a' || words[0] === 'an';
  return article && until === 1 ? 0 : until;
}

function isDescriptor(word: string): boolean {
  return descriptors.has(word) && !connectors.has(word);
}

function isNameShaped(words: string[]): boolean {
  const first = articles.has(words[0] as string) ? words[1] : words[0];
  if (
    first === undefined ||
    !(initialLetter.test(first) || upper.test(first) || uncased.test(first))
  )
    return false;
  if (/^\d+$/.test(first) && !words.some((word) => upper.test(word) && !/^\d/.test(word)))
    return false;
  const last = words.at(-1) as string;
  if (connectors.has(last)) return false;
  let capitals = 0;
  for (const word of words) {
    if (initialLetter.test(word) || upper.test(word) || uncased.test(word)) capitals++;
    else if (!connectors.has(word) && !articles.has(word)) return false;
  }
  return capitals * 2 >= words.length || words.length <= 3;
}

/** "Ministry of Justice", "State Committee on Fisheries" */
function isInstitution(keys: readonly string[]): boolean {
  return keys.some(
    (key, index) => institutions.has(key) && /^(?:of|for|on)$/.test(keys[index + 1] ?? ''),
  );
}

/** "BBC Russian Service", "RFE/RL’s Kyrgyz Service": begins with the name of a known outlet. */
function beginsKnown(words: string[], table: OutletTable): boolean {
  for (let count = Math.min(words.length - 1, 4); count > 0; count--) {
    const head = words
      .slice(0, count)
      .join(' ')
      .replace(/[’']s$/, '');
    const outlet = upper.test(head) ? table.find(head) : undefined;
    if (outlet && (head.length > 3 || head === head.toUpperCase()))
      return !otherThings.has(wordKey(words.at(-1) as string));
  }
  return false;
}
