import { characterSize, unitClass } from '../../src/text/index.ts';
import { WordTable } from '../../src/text/word-table.ts';
import { kinds, lexicon, markerIndex } from './lexicon.ts';

/** What is counted in the words of a sentence, in one pass. */
export interface Words {
  /** How many words there are. */
  count: number;
  letters: number;
  /** Words with a capital, the first apart. */
  capitalised: number;
  /** Words of capitals alone, from two letters. */
  capitals: number;
  /** Words with digits. */
  numeric: number;
  /** Words that end in -ed, and past forms of irregular verbs. */
  past: number;
  /** Words that end in -est, and "most". */
  superlative: number;
  /** Abstract nouns by their endings: -tion, -ity, -ness, -ment, -ism. */
  abstract: number;
  /** Content words that are not among the commonest. */
  rare: number;
  /** How many words are of each kind, by the place of its bit: for `countOf`. */
  kinds: number[];
  /** Which of `markers` are among the words: bits by their places, for `hasMarker`. */
  markers: [first: number, rest: number];
  /** The first word, in lower case. */
  first: string;
  second: string;
  /** Content words, each once, in lower case and without a plural's s. */
  content: string[];
}

/** How many words are of a kind, by its bit. */
export function countOf(words: Words, kind: number): number {
  return words.kinds[31 - Math.clz32(kind)] as number;
}

/** Whether a word of `markers` is among the words, by its place in them: 0 or 1. */
export function hasMarker({ markers }: Words, index: number): number {
  return index < 32 ? (markers[0] >>> index) & 1 : (markers[1] >>> (index - 32)) & 1;
}

const abstractEnding = /(?:tion|sion|ity|ness|ment|ism|ance|ence)s?$/;
const noKinds = Object.keys(kinds).map(() => 0);
const dateIndex = 31 - Math.clz32(kinds.date);

export function readWords(text: string): Words {
  if (described.size >= mostKept) forget();
  const number = ++readings;
  const ofKinds = noKinds.slice();
  const content: string[] = [];
  let count = 0;
  let letters = 0;
  let capitalised = 0;
  let capitals = 0;
  let numeric = 0;
  let past = 0;
  let superlative = 0;
  let abstract = 0;
  let rare = 0;
  let firstMarkers = 0;
  let restMarkers = 0;
  let first = '';
  let second = '';
  for (let at = nextWord(text, 0); at < text.length;) {
    const end = wordEnd(text, at);
    const word = described.at(text, at, end);
    for (let bits = word.flags; bits !== 0; bits &= bits - 1) {
      const index = 31 - Math.clz32(bits & -bits);
      ofKinds[index] = (ofKinds[index] as number) + 1;
    }
    // The month, not the verb.
    if (word.may && count > 0) ofKinds[dateIndex] = (ofKinds[dateIndex] as number) + 1;
    if (word.marker >= 32) restMarkers |= 1 << (word.marker - 32);
    else if (word.marker >= 0) firstMarkers |= 1 << word.marker;
    count++;
    letters += word.lower.length;
    if (count === 1) first = word.lower;
    else {
      if (count === 2) second = word.lower;
      capitalised += word.capitalised;
    }
    capitals += word.capitals;
    numeric += word.numeric;
    past += word.past;
    superlative += word.superlative;
    abstract += word.abstract;
    rare += word.rare;
    const own = word.content;
    if (own !== undefined && own.readIn !== number) {
      own.readIn = number;
      content.push(own.text);
    }
    at = nextWord(text, end);
  }
  return {
    count,
    letters,
    capitalised,
    capitals,
    numeric,
    past,
    superlative,
    abstract,
    rare,
    kinds: ofKinds,
    markers: [firstMarkers, restMarkers],
    first,
    second,
    content,
  };
}

/** What there is to say of a word, wherever it stands. Numbers are 0 or 1. */
interface Word {
  lower: string;
  /** Bits of its kinds. */
  flags: number;
  /** Its place among the markers; -1 where it is none. */
  marker: number;
  may: boolean;
  capitalised: number;
  capitals: number;
  numeric: number;
  past: number;
  superlative: number;
  abstract: number;
  rare: number;
  content: ContentWord | undefined;
}

/** What words are counted as that differ by a plural or a capital. */
interface ContentWord {
  text: string;
  /** The last reading in which it was met. */
  readIn: number;
}

/** How many texts have been read, to tell their words apart. */
let readings = 0;

/** Most of an article's words are those of all articles. */
const mostKept = 20_000;
let described = new WordTable(describe);
let contentWords = new Map<string, ContentWord>();

function forget(): void {
  described = new WordTable(describe);
  contentWords = new Map();
}

function contentWord(text: string): ContentWord {
  let word = contentWords.get(text);
  if (!word) contentWords.set(text, (word = { text, readIn: 0 }));
  return word;
}

function describe(printed: string): Word {
  const lower = printed.toLowerCase().replaceAll('’', "'");
  const flags = lexicon.get(lower) ?? 0;
  const code = printed.charCodeAt(0);
  const capital = code < 128 ? code >= 65 && code <= 90 : lower[0] !== printed[0];
  const numeric = code >= 48 && code <= 57;
  const isStop = (flags & kinds.stop) !== 0;
  const isContent = !numeric && !isStop && lower.length >= 3;
  const isPast = (lower.length > 4 && lower.endsWith('ed')) || (flags & kinds.past) !== 0;
  const isSuperlative = lower === 'most' || (lower.length > 4 && lower.endsWith('est') && !isStop);
  return {
    lower,
    flags,
    marker: markerIndex.get(lower) ?? -1,
    may: printed === 'May',
    capitalised: Number(capital && lower !== 'i' && !lower.startsWith("i'")),
    capitals: Number(capital && printed.length > 1 && printed === printed.toUpperCase()),
    numeric: Number(numeric),
    past: Number(!numeric && isPast),
    superlative: Number(!numeric && isSuperlative),
    abstract: Number(!numeric && lower.length > 6 && abstractEnding.test(lower)),
    rare: Number(isContent && (flags & kinds.common) === 0 && !capital),
    content: isContent ? contentWord(stem(lower)) : undefined,
  };
}

const firstBits = unitClass.letter | unitClass.digit;
const wordBits = firstBits | unitClass.mark;
const firstPair = /[\p{L}\p{N}]/u;
const wordPair = /[\p{L}\p{N}\p{M}]/u;

/** Where the next word begins, with a letter or a number. */
function nextWord(text: string, from: number): number {
  let at = from;
  while (at < text.length && characterSize(text, at, firstBits, firstPair) === 0) at++;
  return at;
}

/** Where the word ends that begins at an offset. An apostrophe or a hyphen between letters is part of it. */
function wordEnd(text: string, start: number): number {
  let end = start;
  for (;;) {
    for (let size = 1; size > 0; end += size) size = characterSize(text, end, wordBits, wordPair);
    const unit = text.charCodeAt(end);
    if (unit !== 0x27 && unit !== 0x2019 && unit !== 0x2d) return end;
    if (characterSize(text, end + 1, wordBits, wordPair) === 0) return end;
    end++;
  }
}

/** Brings plurals and possessives together, no more: "rivers", "river's". */
export function stem(lower: string): string {
  const base = lower.endsWith("'s") ? lower.slice(0, -2) : lower;
  if (base.length > 4 && base.endsWith('ies')) return `${base.slice(0, -3)}y`;
  return base.length > 3 && base.endsWith('s') && !base.endsWith('ss') ? base.slice(0, -1) : base;
}
