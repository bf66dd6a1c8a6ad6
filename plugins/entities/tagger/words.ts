/** What the features need to know of a word, whatever stands around it; worked out once for each different word. */
import { hashString, mix } from './hash.ts';
import { classBit, fold, wordClasses, type Lexicon, type WordEntry } from './lexicon.ts';

/** Kinds of word by their look. */
export const looks = {
  lower: 0,
  capital: 1,
  upper: 2,
  mixed: 3,
  number: 4,
  mark: 5,
  hyphen: 6,
} as const;

/** What a document shows of a word in any case. */
export interface Lemma {
  /** The last document in which it stood in lower case. */
  lowerIn: number;
}

const unknown: WordEntry = { classes: 0, casing: 0, types: 0 };

export interface Word {
  text: string;
  folded: string;
  /** Hash of the folded form. */
  key: number;
  look: number;
  /** Begins with a capital, or has one inside ("eBay"). */
  capital: boolean;
  shape: number;
  shortShape: number;
  /** What the lexicon says of it. */
  classes: number;
  casing: number;
  types: number;
  /** Hashes of features for a place at distance 0, 1 and 2; salted with the distance where they are used. */
  own: Int32Array;
  near: Int32Array;
  far: Int32Array;
  /** Shared by all words of the same folded form. */
  lemma: Lemma;
  /** Where the scorer keeps its scores; -1 when it does not. */
  slot: number;
}

function shapeOf(text: string): { full: string; short: string } {
  let full = '';
  let short = '';
  let run = 0;
  for (const char of text) {
    const next = /\p{Lu}/u.test(char)
      ? 'X'
      : /\p{L}|\p{M}/u.test(char)
        ? 'x'
        : /\p{N}/u.test(char)
          ? 'd'
          : char;
    const same = full.endsWith(next);
    run = same ? run + 1 : 1;
    if (run <= 4) full += next;
    if (!short.endsWith(next)) short += next;
    if (full.length > 12) break;
  }
  return { full, short };
}

function lookOf(text: string): number {
  if (/^[-‐‑]$/.test(text)) return looks.hyphen;
  if (!/[\p{L}\p{N}]/u.test(text)) return looks.mark;
  if (!/\p{L}/u.test(text)) return looks.number;
  if (text === text.toLowerCase() && text !== text.toUpperCase()) return looks.lower;
  if (/^\p{Lu}[^\p{Lu}]*$/u.test(text)) return looks.capital;
  if (text === text.toUpperCase()) return looks.upper;
  return looks.mixed;
}

const digits = /\p{N}/gu;

/** Works a word out. `entry` stands in for the lexicon's, where training holds its own document out. */
export function makeWord(
  text: string,
  lexicon: Lexicon | undefined,
  lemmas: Map<string, Lemma>,
  entry?: WordEntry,
): Word {
  const folded = fold(text);
  let lemma = lemmas.get(folded);
  if (!lemma) lemmas.set(folded, (lemma = { lowerIn: 0 }));
  const look = lookOf(text);
  const capital = look === looks.capital || look === looks.upper || look === looks.mixed;
  const { full, short } = shapeOf(text);
  const known = entry ?? lexicon?.word(folded) ?? unknown;
  const word: Word = {
    text,
    folded,
    key: hashString(folded.replace(digits, '0')),
    look,
    capital,
    shape: hashString(full),
    shortShape: hashString(short),
    classes: known.classes,
    casing: known.casing,
    types: known.types,
    own: new Int32Array(0),
    near: new Int32Array(0),
    far: new Int32Array(0),
    lemma,
    slot: -1,
  };
  word.own = Int32Array.from(ownFeatures(word));
  word.near = Int32Array.from(nearFeatures(word));
  word.far = Int32Array.from([
    mix(1, word.key),
    mix(2, word.shortShape),
    mix(3, known.classes & contextMask),
  ]);
  return word;
}

/** Classes that say something of the neighbours, too. */
const contextMask = ~classBit('phraseStart');

function* ownFeatures(word: Word): Generator<number> {
  const { folded, look, classes, casing, types } = word;
  const cased = word.capital ? 1 : 0;
  yield mix(1, hashString(word.text));
  yield mix(2, word.key);
  yield mix(3, word.shape);
  yield mix(4, word.shortShape);
  yield mix(5, look);
  if (look <= looks.mixed) {
    const length = folded.length;
    for (let size = 1; size <= 5 && size < length; size++) {
      if (size < 5) yield mix(10 + size + 100 * cased, hashString(folded, 0, size));
      yield mix(20 + size + 100 * cased, hashString(folded, length - size));
    }
    yield mix(31 + 100 * cased, Math.min(length, 9));
  }
  yield mix(40 + cased, classes & contextMask);
  for (let bit = 0; bit < wordClasses.length - 1; bit++) {
    if ((classes >>> bit) & 1) yield mix(42 + cased, bit);
  }
  yield mix(44 + look, casing);
  yield mix(60 + cased, types);
}

function* nearFeatures(word: Word): Generator<number> {
  const { classes, casing, types, folded } = word;
  yield mix(1, word.key);
  yield mix(2, word.shortShape);
  if (word.look <= looks.mixed && folded.length > 3)
    yield mix(3, hashString(folded, folded.length - 3));
  yield mix(4 + (word.capital ? 1 : 0), classes & contextMask);
  for (let bit = 0; bit < wordClasses.length - 1; bit++) {
    if ((classes >>> bit) & 1) yield mix(6 + (word.capital ? 1 : 0), bit);
  }
  yield mix(8 + (word.capital ? 1 : 0), types);
  yield mix(10 + (word.capital ? 1 : 0), casing);
}
