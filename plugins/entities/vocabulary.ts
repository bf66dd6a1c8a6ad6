/** Words that articles are made of: what a word says by itself is worked out once, whatever articles it stands in. */
import { caseOf, keyOf } from './names.ts';
import { hashString } from './tagger/hash.ts';
import type { Word } from './tagger/words.ts';

/** Words kept; more than an article has, fewer than fill a machine. */
const mostWords = 30_000;

/** A word as it is printed. */
export class VocabularyWord {
  readonly text: string;
  /** As `keyOf` gives it. */
  readonly key: string;
  /** What it begins with, as `caseOf` says. */
  readonly casing: number;
  /** What the tagger knows of it, and the scorer that does. */
  tagged: Word | undefined = undefined;
  owner: object | undefined = undefined;
  /** The last count of words in small letters in which it was one. */
  smallIn = 0;

  constructor(text: string) {
    this.text = text;
    this.key = keyOf(text);
    this.casing = caseOf(text);
  }
}

export class Vocabulary {
  #words: VocabularyWord[] = [];
  /** A hash table of their numbers, counted from 1. */
  #index = new Int32Array(4096);

  get size(): number {
    return this.#words.length;
  }

  /** The word that stands between two offsets of a text. */
  at(text: string, start: number, end: number): VocabularyWord {
    const slot = this.#find(text, start, end);
    const number = this.#index[slot] as number;
    return number === 0
      ? this.#add(text.slice(start, end), slot)
      : (this.#words[number - 1] as VocabularyWord);
  }

  /** A word, if it is one of the vocabulary. */
  get(text: string): VocabularyWord | undefined {
    return this.#words[(this.#index[this.#find(text, 0, text.length)] as number) - 1];
  }

  #find(text: string, start: number, end: number): number {
    const index = this.#index;
    const last = index.length - 1;
    for (let slot = hashString(text, start, end) & last; ; slot = (slot + 1) & last) {
      const number = index[slot] as number;
      if (number === 0 || isAt((this.#words[number - 1] as VocabularyWord).text, text, start, end))
        return slot;
    }
  }

  #add(text: string, slot: number): VocabularyWord {
    const word = new VocabularyWord(text.length < shortestCut ? text : copied(text));
    this.#words.push(word);
    this.#index[slot] = this.#words.length;
    if (2 * this.#words.length > this.#index.length) this.#grow();
    return word;
  }

  #grow(): void {
    const larger = new Int32Array(2 * this.#index.length);
    const last = larger.length - 1;
    for (const [index, { text }] of this.#words.entries()) {
      let slot = hashString(text) & last;
      while (larger[slot]) slot = (slot + 1) & last;
      larger[slot] = index + 1;
    }
    this.#index = larger;
  }
}

let shared = new Vocabulary();

/** The vocabulary for the next article: the one of those before, unless it has too many words by now. */
export function sharedVocabulary(): Vocabulary {
  if (shared.size >= mostWords) shared = new Vocabulary();
  return shared;
}

/** From this length on, engines make a part of a text a reference to the whole text, which would be kept with it. */
const shortestCut = 13;

const copied = (text: string): string => text.split('').join('');

function isAt(word: string, text: string, start: number, end: number): boolean {
  if (word.length !== end - start) return false;
  for (let at = 0; at < word.length; at++)
    if (word.charCodeAt(at) !== text.charCodeAt(start + at)) return false;
  return true;
}
