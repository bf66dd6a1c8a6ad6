/**
 * What is known of words, found by where a word stands in a text: no string is made of a word that has been met before, and an article is
 * made of such words.
 */
export class WordTable<Value> {
  readonly #make: (word: string) => Value;
  readonly #most: number;
  #words: string[] = [];
  #values: Value[] = [];
  /** A hash table of their numbers, counted from 1. */
  #index = new Int32Array(firstSize);

  /**
   * @param make says what there is to know of a word
   * @param most how many words are kept; beyond that all are forgotten
   */
  constructor(make: (word: string) => Value, most = Infinity) {
    this.#make = make;
    this.#most = most;
  }

  get size(): number {
    return this.#words.length;
  }

  /** What is known of the word that stands between two offsets of a text. */
  at(text: string, start: number, end: number): Value {
    const slot = this.#find(text, start, end);
    const number = this.#index[slot] as number;
    return number === 0
      ? this.#add(text.slice(start, end), slot)
      : (this.#values[number - 1] as Value);
  }

  /** What is known of a word that has been met; else undefined. */
  get(word: string): Value | undefined {
    return this.#values[(this.#index[this.#find(word, 0, word.length)] as number) - 1];
  }

  #find(text: string, start: number, end: number): number {
    const index = this.#index;
    const last = index.length - 1;
    for (let slot = hashOf(text, start, end) & last; ; slot = (slot + 1) & last) {
      const number = index[slot] as number;
      if (number === 0 || isAt(this.#words[number - 1] as string, text, start, end)) return slot;
    }
  }

  #add(cut: string, slot: number): Value {
    const word = cut.length < shortestCut ? cut : copied(cut);
    const value = this.#make(word);
    if (this.#words.length >= this.#most) {
      this.#words = [];
      this.#values = [];
      this.#index = new Int32Array(firstSize);
      slot = this.#find(word, 0, word.length);
    }
    this.#words.push(word);
    this.#values.push(value);
    this.#index[slot] = this.#words.length;
    if (2 * this.#words.length > this.#index.length) this.#grow();
    return value;
  }

  #grow(): void {
    const larger = new Int32Array(2 * this.#index.length);
    const last = larger.length - 1;
    for (const [index, word] of this.#words.entries()) {
      let slot = hashOf(word, 0, word.length) & last;
      while (larger[slot]) slot = (slot + 1) & last;
      larger[slot] = index + 1;
    }
    this.#index = larger;
  }
}

const firstSize = 4096;

/** From this length on, engines make a part of a text a reference to the whole text, which would be kept with it. */
const shortestCut = 13;

const copied = (text: string): string => text.split('').join('');

function hashOf(text: string, start: number, end: number): number {
  let hash = 0x811c9dc5;
  for (let at = start; at < end; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return hash ^ (hash >>> 15);
}

function isAt(word: string, text: string, start: number, end: number): boolean {
  if (word.length !== end - start) return false;
  for (let at = 0; at < word.length; at++)
    if (word.charCodeAt(at) !== text.charCodeAt(start + at)) return false;
  return true;
}
