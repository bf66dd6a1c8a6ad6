/** What the features need to know of a word, whatever stands around it; worked out once for each different word. */
import { hashString, mix } from './hash.ts';
import type { Memory } from './memory.ts';
import { classBit, fold, isAscii, wordClasses, type Lexicon, type WordEntry } from './lexicon.ts';

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
  /** What the last document taken in remembers of it. */
  memory: Memory | undefined;
}

/** Small words that stand inside of names, or between them. */
const connectors = new Set(
  "of the and for de la del da do dos das di du des van von der den al el bin ibn e y et on in to against le & '".split(
    ' ',
  ),
);
/** Particles that stand in lower case inside personal names. */
const particles = new Set(
  'al el bin bint ibn de la del da do dos das di du van von der den ter ten ul ur ud ould ben abu zu y e della le'.split(
    ' ',
  ),
);

const unknown: WordEntry = { classes: 0, casing: 0, types: 0 };

export interface Word {
  text: string;
  folded: string;
  /** Hash of the folded form. */
  key: number;
  look: number;
  /** Begins with a capital, or has one inside ("eBay"). */
  capital: boolean;
  connector: boolean;
  particle: boolean;
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

/** Kinds of character: what they are in a shape. */
const kinds = { mark: 0, upper: 1, lower: 2, digit: 3 } as const;
const shapeLetters = ['', 'X', 'x', 'd'];

/** The kind of a character that is ASCII, or a general mark of punctuation; -1 of others. */
function plainKindOf(unit: number): number {
  if (unit >= 0x80) return unit >= 0x2000 && unit <= 0x206f ? kinds.mark : -1;
  if (unit >= 0x61 && unit <= 0x7a) return kinds.lower;
  if (unit >= 0x41 && unit <= 0x5a) return kinds.upper;
  return unit >= 0x30 && unit <= 0x39 ? kinds.digit : kinds.mark;
}

function kindOf(char: string): number {
  const plain = plainKindOf(char.charCodeAt(0));
  if (plain >= 0) return plain;
  if (/\p{Lu}/u.test(char)) return kinds.upper;
  if (/\p{L}|\p{M}/u.test(char)) return kinds.lower;
  return /\p{N}/u.test(char) ? kinds.digit : kinds.mark;
}

function shapeOf(text: string): { full: string; short: string } {
  let full = '';
  let short = '';
  let last = '';
  let run = 0;
  for (const char of text) {
    const kind = kindOf(char);
    const next = kind === kinds.mark ? char : shapeLetters[kind]!;
    run = next === last ? run + 1 : 1;
    if (run <= 4) full += next;
    if (run === 1) short += next;
    last = next;
    if (full.length > 12) break;
  }
  return { full, short };
}

const isHyphen = (text: string): boolean => text === '-' || text === '‐' || text === '‑';

function lookOf(text: string): number {
  if (isHyphen(text)) return looks.hyphen;
  let lower = 0;
  let upper = 0;
  let digits = 0;
  for (let at = 0; at < text.length; at++) {
    const kind = plainKindOf(text.charCodeAt(at));
    if (kind < 0) return lookOfAny(text);
    if (kind === kinds.lower) lower++;
    else if (kind === kinds.upper) upper++;
    else if (kind === kinds.digit) digits++;
  }
  if (lower + upper === 0) return digits === 0 ? looks.mark : looks.number;
  if (upper === 0) return looks.lower;
  if (upper === 1 && plainKindOf(text.charCodeAt(0)) === kinds.upper) return looks.capital;
  return lower === 0 ? looks.upper : looks.mixed;
}

/** The same of words in any script. The others are told without tables of Unicode, which take their time to be made. */
function lookOfAny(text: string): number {
  if (!/[\p{L}\p{N}]/u.test(text)) return looks.mark;
  if (!/\p{L}/u.test(text)) return looks.number;
  const lower = text.toLowerCase();
  const upper = text.toUpperCase();
  if (text === lower && text !== upper) return looks.lower;
  if (/^\p{Lu}[^\p{Lu}]*$/u.test(text)) return looks.capital;
  return text === upper ? looks.upper : looks.mixed;
}

/** Which of the two shapes its quotation marks have is a matter of the typesetter and says nothing of a word. */
function straightQuotes(text: string): string {
  if (isAscii(text)) return text;
  return text.replace(/[‘’ʼ]/g, "'").replace(/[“”]/g, '"');
}

const digits = /\p{N}/gu;

function withoutDigits(folded: string): string {
  for (let at = 0; at < folded.length; at++) {
    const kind = plainKindOf(folded.charCodeAt(at));
    if (kind < 0 || kind === kinds.digit) return folded.replace(digits, '0');
  }
  return folded;
}

/** Works a word out. `entry` stands in for the lexicon's, where training holds its own document out. */
export function makeWord(
  text: string,
  lexicon: Lexicon | undefined,
  lemmas: Map<string, Lemma>,
  entry?: WordEntry,
): Word {
  const plain = straightQuotes(text);
  const folded = fold(plain);
  let lemma = lemmas.get(folded);
  if (!lemma) lemmas.set(folded, (lemma = { lowerIn: 0, memory: undefined }));
  const look = lookOf(text);
  const capital = look === looks.capital || look === looks.upper || look === looks.mixed;
  const { full, short } = shapeOf(plain);
  const known = entry ?? lexicon?.word(folded) ?? unknown;
  const word: Word = {
    text,
    folded,
    key: hashString(withoutDigits(folded)),
    look,
    capital,
    connector: connectors.has(folded),
    particle: particles.has(folded),
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
  word.own = ownFeatures(word, plain);
  word.near = nearFeatures(word);
  word.far = Int32Array.of(
    mix(1, word.key),
    mix(2, word.shortShape),
    mix(3, known.classes & contextMask),
  );
  return word;
}

/** Classes that say something of the neighbours, too. */
const contextMask = ~classBit('phraseStart');
const contextClasses = wordClasses.length - 1;
const mostOfOne = 100;
const room = new Int32Array(mostOfOne);

/** @param plain the word's text with straight quotation marks */
function ownFeatures(word: Word, plain: string): Int32Array {
  const { folded, look, classes, casing, types } = word;
  const cased = word.capital ? 1 : 0;
  let count = 0;
  room[count++] = mix(1, hashString(plain));
  room[count++] = mix(2, word.key);
  room[count++] = mix(3, word.shape);
  room[count++] = mix(4, word.shortShape);
  room[count++] = mix(5, look);
  if (look <= looks.mixed) {
    const length = folded.length;
    for (let size = 1; size <= 5 && size < length; size++) {
      if (size < 5) room[count++] = mix(10 + size + 100 * cased, hashString(folded, 0, size));
      room[count++] = mix(20 + size + 100 * cased, hashString(folded, length - size));
    }
    room[count++] = mix(31 + 100 * cased, Math.min(length, 9));
  }
  room[count++] = mix(40 + cased, classes & contextMask);
  for (let bit = 0; bit < contextClasses; bit++) {
    if ((classes >>> bit) & 1) room[count++] = mix(42 + cased, bit);
  }
  room[count++] = mix(44 + look, casing);
  room[count++] = mix(60 + cased, types);
  return room.slice(0, count);
}

function nearFeatures(word: Word): Int32Array {
  const { classes, casing, types, folded } = word;
  const cased = word.capital ? 1 : 0;
  let count = 0;
  room[count++] = mix(1, word.key);
  room[count++] = mix(2, word.shortShape);
  if (word.look <= looks.mixed && folded.length > 3)
    room[count++] = mix(3, hashString(folded, folded.length - 3));
  room[count++] = mix(4 + cased, classes & contextMask);
  for (let bit = 0; bit < contextClasses; bit++) {
    if ((classes >>> bit) & 1) room[count++] = mix(6 + cased, bit);
  }
  room[count++] = mix(8 + cased, types);
  room[count++] = mix(10 + cased, casing);
  return room.slice(0, count);
}

/** The features that a word has for a place `distance` words away. */
export function featuresAt(word: Word, distance: number): Int32Array {
  return distance === 0 ? word.own : Math.abs(distance) === 1 ? word.near : word.far;
}

/** The hash of a word's feature seen from a place `distance` words away. */
export const atDistance = (distance: number, feature: number): number =>
  mix(3000 + distance, feature);
/** The hash of the feature "no word at this distance". */
export const missing = (distance: number): number => mix(4000, distance);
