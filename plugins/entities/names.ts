/** How names are compared: the forms of a word that a name may take in print. */
import { remembered } from '../../src/text/remembered.ts';
import { tokens } from '../../src/text/tokens.ts';

const marks = /\p{M}/gu;
/** Letters that decomposition leaves as they are. */
const letters: Readonly<Record<string, string>> = {
  ø: 'o', đ: 'd', ł: 'l', ı: 'i', ß: 'ss', æ: 'ae', œ: 'oe', ð: 'd', þ: 'th', ŋ: 'n',
}; // prettier-ignore

/** A word without case, diacritics and typographic variants: equal keys are the same word in print. */
export function keyOf(word: string): string {
  let lower = true;
  for (let at = 0; at < word.length; at++) {
    const unit = word.charCodeAt(at);
    if (unit >= 0x80) return foldedKey(word);
    if (unit <= 0x5a && unit >= 0x41) lower = false;
  }
  return lower ? word : word.toLowerCase();
}

const foldedKey = remembered((word) => fold(word).toLowerCase());

/** A word with straight apostrophes, plain hyphens and no diacritics; its case stays. */
export function fold(word: string): string {
  let plain = true;
  for (let at = 0; at < word.length && plain; at++) {
    const unit = word.charCodeAt(at);
    plain = unit < 0x80 && unit !== 0x60;
  }
  if (plain) return word;
  return word
    .replace(/[‘’ʼʻ`´]/g, "'")
    .replace(/[\u2010\u2011\u00AD]/g, '-')
    .normalize('NFKD')
    .replace(marks, '')
    .replace(/[øđłıßæœðþŋ]/gi, (letter) => letters[letter.toLowerCase()] ?? letter);
}

/** The words of a name, as the tokenizer cuts them. */
export function wordsOf(name: string): string[] {
  return tokens(name).map(({ start, end }) => name.slice(start, end));
}

const spellings: Readonly<Record<string, string>> = {
  centre: 'center', defence: 'defense', labour: 'labor', programme: 'program', theatre: 'theater',
  harbour: 'harbor', '&': 'and',
}; // prettier-ignore

/**
 * A key by which the names of one thing agree: without a leading article, in one spelling of the two that English has
 * ("Organisation", "Organization"), without full stops in initials.
 */
export const nameKey: (name: string) => string = remembered((name) => {
  const words = wordsOf(name).map((word) => {
    const key = keyOf(word).replace(/\./g, '');
    return spellings[key] ?? key.replace(/(.{3})is(ations?|ing|ed|es)$/, '$1iz$2');
  });
  if (words.length > 1 && words[0] === 'the') words.shift();
  return words.filter((word) => word !== '' && word !== '-').join(' ');
});

/** A name as the last part of an id: lower case, ASCII where its letters have such forms, words joined by hyphens. */
export function slugOf(name: string): string {
  const slug = fold(name)
    .toLowerCase()
    .replace(/['.]/g, '')
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-|-$/g, '');
  return slug || 'unnamed';
}

/** What a word begins with. */
export const cases = { other: 1, small: 2, capital: 3 } as const;

/** By UTF-16 unit, filled as units are met; 0 is "not yet looked up". */
const casesOfUnits = new Uint8Array(0x10000);

/** Whether a word begins with a small letter, a capital or anything else. */
export function caseOf(word: string): number {
  const unit = word.charCodeAt(0);
  if (unit < 0x80) {
    if (unit >= 0x61 && unit <= 0x7a) return cases.small;
    return unit >= 0x41 && unit <= 0x5a ? cases.capital : cases.other;
  }
  if (!(unit < 0xd800 || unit > 0xdfff)) return letterCase(word);
  return (casesOfUnits[unit] ||= letterCase(word));
}

/** Of a letter beyond ASCII. */
function letterCase(word: string): number {
  const first = word.codePointAt(0);
  if (first === undefined) return cases.other;
  const letter = String.fromCodePoint(first);
  if (letter !== letter.toLowerCase() && letter === letter.toUpperCase()) return cases.capital;
  // Marks of punctuation, which are most of what is met here, are told by their block alone.
  const isMark = first >= 0x2000 && first <= 0x206f;
  return !isMark && /^\p{Ll}/u.test(letter) ? cases.small : cases.other;
}

/** Whether a word begins with a capital letter. */
export function isCapitalised(word: string): boolean {
  return caseOf(word) === cases.capital;
}

/** Whether a word has at least two letters, all of them capitals. */
export function isAllCaps(word: string): boolean {
  return word.length > 1 && word === word.toUpperCase() && /\p{Lu}.*\p{Lu}/u.test(word);
}

/** Whether a word begins with a small letter. */
export function isLower(word: string): boolean {
  return caseOf(word) === cases.small;
}
