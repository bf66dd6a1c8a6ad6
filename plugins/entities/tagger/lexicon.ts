/** What is known of words and phrases without their context: lists of names and of words that go with names, compiled into one table. */
import { hashString } from './hash.ts';

/** Classes of words, one bit each. */
export const wordClasses = [
  'given',
  'surname',
  'bigCity',
  'city',
  'sport',
  'country',
  'region',
  'demonym',
  'title',
  'orgHead',
  'orgSuffix',
  'placeHead',
  'eventHead',
  'workHead',
  'role',
  'speech',
  'calendar',
  'particle',
  'org',
  'famous',
  'landmark',
  'productHead',
  'team',
  'phraseStart',
] as const;
export type WordClass = (typeof wordClasses)[number];

const bits = Object.fromEntries(wordClasses.map((name, index) => [name, 1 << index]));
/** The bit of a class. */
export const classBit = (name: WordClass): number => bits[name] ?? 0;

/** Classes of phrases of two words or more; 0 is none. */
export const phraseClasses = [
  '',
  'city',
  'country',
  'region',
  'org',
  'person',
  'landmark',
  'event',
  'product',
] as const;

/** How many words the longest phrase has. */
export const longestPhrase = 6;

const folds: Record<string, string> = {
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ı: 'i',
  þ: 'th',
  ð: 'd',
  ʼ: "'",
  '’': "'",
  '‘': "'",
};

export function isAscii(text: string): boolean {
  for (let at = 0; at < text.length; at++) if (text.charCodeAt(at) >= 0x80) return false;
  return true;
}

/** The form in which words are looked up: lower case, no accents, straight apostrophes. */
export function fold(word: string): string {
  const lower = word.toLowerCase();
  if (isAscii(lower)) return lower;
  return lower
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[øłđßæœıþðʼ’‘]/g, (char) => folds[char] ?? char);
}

/** What the table says of a word. */
export interface WordEntry {
  /** Bits of `wordClasses`. */
  classes: number;
  /** How the word is written in running text: 0 unseen, 1 to 7 from always capitalised to always lower case. */
  casing: number;
  /** In which names it occurs, a code made by `typeCode`; 0 unseen. */
  types: number;
}

const nothing: WordEntry = { classes: 0, casing: 0, types: 0 };

/** Tables of fingerprints: a slot is free when its value is 0, and a key is looked for from its own slot on. */
export class Lexicon {
  readonly words: Uint32Array;
  readonly wordPrints: Uint16Array;
  readonly phrases: Uint8Array;
  readonly phrasePrints: Uint16Array;

  /** `words` and `phrases` have slots to spare: a search ends at a free one. A word's value holds classes (24 bits), casing (3) and types (5). */
  constructor(
    words: Uint32Array,
    wordPrints: Uint16Array,
    phrases: Uint8Array,
    phrasePrints: Uint16Array,
  ) {
    this.words = words;
    this.wordPrints = wordPrints;
    this.phrases = phrases;
    this.phrasePrints = phrasePrints;
  }

  /** @param folded a word in the form that `fold` gives */
  word(folded: string): WordEntry {
    const slot = find(this.words, this.wordPrints, hashString(folded));
    const value = this.words[slot] ?? 0;
    if (!value) return nothing;
    return { classes: value & 0xffffff, casing: (value >>> 24) & 7, types: value >>> 27 };
  }

  /** The class of a phrase. @param hash of its folded words, joined by spaces */
  phrase(hash: number): number {
    return this.phrases[find(this.phrases, this.phrasePrints, hash)] ?? 0;
  }
}

/** The slot of a key, or the free slot in which it would be put. */
export function find(values: Uint32Array | Uint8Array, prints: Uint16Array, hash: number): number {
  const size = values.length;
  const print = hash >>> 16;
  let slot = (Math.imul(hash, 0x9e3779b1) >>> 7) % size;
  while (values[slot] && prints[slot] !== print) slot = slot + 1 === size ? 0 : slot + 1;
  return slot;
}
