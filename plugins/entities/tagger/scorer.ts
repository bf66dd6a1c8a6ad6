/** Scores words and places by the model's weights. */
import { findFeatures, weightWords } from './feature-table.ts';
import type { FeatureList } from './features.ts';
import { mostFeatures } from './features.ts';
import { hashString } from './hash.ts';
import { labelCount } from './labels.ts';
import type { ModelParts } from './model.ts';
import { atDistance, featuresAt, makeWord, missing, type Lemma, type Word } from './words.ts';

/** Words kept with their scores; more than an article has, fewer than fill a machine. */
const cacheSize = 30_000;

/** How far words are seen, in each direction, and at how many distances. */
const reach = 2;
const distances = 2 * reach + 1;

/*
 * Sums of weights are kept packed, two labels to a 32-bit number, so that one addition serves both: the lower label as it is, the other
 * times 65536. Sums of whole numbers of 16 bits come out right whatever overflows on the way. A weight of the model has a byte, 128 added
 * to it, and four of them make a word; its first and third byte belong to one pair, its second and fourth to the next.
 */
const labels = labelCount;
const pairs = 2 * weightWords;
const bytePair = 0x00ff00ff;
const bias = 0x00800080;

/** A row of sums, then by how much outside beats the best beginning of a name. */
const sumWords = pairs + 1;

/** In the place of the features of words whose sums are kept. */
const spent = new Int32Array(0);

export class Scorer {
  readonly parts: ModelParts;
  readonly #absent = new Int32Array(distances * sumWords);
  readonly #met = new Int32Array(mostFeatures);
  /** The place's sums, and those of the run in which it stands. */
  readonly #sums = new Int32Array(pairs);
  readonly #runSums = new Int32Array(pairs);
  readonly #wordFeatures = { hashes: new Int32Array(mostFeatures), count: 0 };
  /** Sums of each word kept, by distance. */
  #pool = new Int32Array(1024 * distances * sumWords);
  /** Words kept, and a hash table of their numbers, counted from 1. */
  #words: Word[] = [];
  #index = new Int32Array(4096);
  #lemmas = new Map<string, Lemma>();
  #documents = 0;

  constructor(parts: ModelParts) {
    this.parts = parts;
    for (let distance = -reach; distance <= reach; distance++) {
      this.#wordFeatures.count = 1;
      this.#wordFeatures.hashes[0] = missing(distance);
      this.#sums.fill(0);
      this.#addAll(this.#wordFeatures, this.#sums);
      this.#keep(this.#absent, (distance + reach) * sumWords);
    }
  }

  /**
   * A number for the next document, to mark words with. Words are forgotten only here, so that what a document shows of its words does
   * not hang on what was read before it.
   */
  nextDocument(): number {
    if (this.#words.length >= cacheSize) {
      this.#words = [];
      this.#index = new Int32Array(4096);
      this.#lemmas = new Map();
    }
    return ++this.#documents;
  }

  /** The word that stands between two offsets of a text. */
  word(text: string, start: number, end: number): Word {
    const index = this.#index;
    const last = index.length - 1;
    for (let slot = hashString(text, start, end) & last; ; slot = (slot + 1) & last) {
      const number = index[slot]!;
      if (number === 0) return this.#learn(text.slice(start, end), slot);
      const word = this.#words[number - 1]!;
      if (isAt(word.text, text, start, end)) return word;
    }
  }

  #learn(text: string, place: number): Word {
    const word = makeWord(text, this.parts.lexicon, this.#lemmas);
    word.slot = this.#words.length;
    this.#words.push(word);
    this.#index[place] = this.#words.length;
    if (2 * this.#words.length > this.#index.length) this.#growIndex();
    const from = word.slot * distances * sumWords;
    if (from >= this.#pool.length) {
      const larger = new Int32Array(2 * this.#pool.length);
      larger.set(this.#pool);
      this.#pool = larger;
    }
    for (let distance = -reach; distance <= reach; distance++) {
      this.#sums.fill(0);
      this.#addWord(word, distance);
      this.#keep(this.#pool, from + (distance + reach) * sumWords);
    }
    word.own = word.near = word.far = spent;
    return word;
  }

  /** Keeps the sums at hand in a row of `into`, with the margin of outside over the beginnings of names. */
  #keep(into: Int32Array, row: number): void {
    const sums = this.#sums;
    into.set(sums, row);
    let most = -Infinity;
    for (let label = 1; label < labels; label += 2) {
      const sum = sumOf(sums, label);
      if (sum > most) most = sum;
    }
    into[row + pairs] = sumOf(sums, 0) - most;
  }

  #growIndex(): void {
    const larger = new Int32Array(2 * this.#index.length);
    for (const [index, { text }] of this.#words.entries()) {
      let slot = hashString(text) & (larger.length - 1);
      while (larger[slot]) slot = (slot + 1) & (larger.length - 1);
      larger[slot] = index + 1;
    }
    this.#index = larger;
  }

  #addWord(word: Word, distance: number): void {
    const features = featuresAt(word, distance);
    const list = this.#wordFeatures;
    list.count = features.length;
    for (let each = 0; each < features.length; each++)
      list.hashes[each] = atDistance(distance, features[each]!);
    this.#addAll(list, this.#sums);
  }

  /** Adds the weights of all features of a list to sums. */
  #addAll({ hashes, count }: Pick<FeatureList, 'hashes' | 'count'>, sums: Int32Array): void {
    const { features } = this.parts;
    const { weights } = features;
    const met = this.#met;
    // All features are found before any weight is read, so that the processor waits for these together and not one after the other.
    const found = findFeatures(features, hashes, count, met);
    const over = Math.imul(found, bias);
    let sum0 = sums[0]! - over;
    let sum1 = sums[1]! - over;
    let sum2 = sums[2]! - over;
    let sum3 = sums[3]! - over;
    let sum4 = sums[4]! - over;
    let sum5 = sums[5]! - over;
    let sum6 = sums[6]! - over;
    let sum7 = sums[7]! - over;
    for (let each = 0; each < found; each++) {
      const at = met[each]!;
      let bytes = weights[at]!;
      sum0 = (sum0 + (bytes & bytePair)) | 0;
      sum1 = (sum1 + ((bytes >>> 8) & bytePair)) | 0;
      bytes = weights[at + 1]!;
      sum2 = (sum2 + (bytes & bytePair)) | 0;
      sum3 = (sum3 + ((bytes >>> 8) & bytePair)) | 0;
      bytes = weights[at + 2]!;
      sum4 = (sum4 + (bytes & bytePair)) | 0;
      sum5 = (sum5 + ((bytes >>> 8) & bytePair)) | 0;
      bytes = weights[at + 3]!;
      sum6 = (sum6 + (bytes & bytePair)) | 0;
      sum7 = (sum7 + ((bytes >>> 8) & bytePair)) | 0;
    }
    sums[0] = sum0;
    sums[1] = sum1;
    sums[2] = sum2;
    sums[3] = sum3;
    sums[4] = sum4;
    sums[5] = sum5;
    sums[6] = sum6;
    sums[7] = sum7;
  }

  /**
   * At least by how much outside beats every beginning of a name at a place of which the words are all that is known, in units of the
   * weights' scale; -Infinity where that can't be told cheaply.
   */
  leastMargin(words: readonly Word[], place: number): number {
    const pool = this.#pool;
    let margin = 0;
    let row = pairs;
    for (let at = place - reach; at <= place + reach; at++) {
      const word = at < 0 ? undefined : words[at];
      if (word === undefined) margin += this.#absent[row]!;
      else if (word.slot < 0) return -Infinity;
      else margin += pool[word.slot * distances * sumWords + row]!;
      row += sumWords;
    }
    return margin;
  }

  /** Takes the features that the places of a run share. */
  startRun(features: FeatureList): void {
    this.#runSums.fill(0);
    this.#addAll(features, this.#runSums);
  }

  /**
   * Writes the scores of a place, label by label, to `scores` from `at` on.
   *
   * @param features of the place, beyond those of the words around it
   * @param inRun whether those of the run taken last are its own as well
   */
  score(
    words: readonly Word[],
    place: number,
    features: FeatureList,
    inRun: boolean,
    scores: Float64Array,
    at: number,
  ): void {
    const sums = this.#sums;
    if (inRun) sums.set(this.#runSums);
    else sums.fill(0);
    const pool = this.#pool;
    for (let distance = -reach; distance <= reach; distance++) {
      const word = place + distance < 0 ? undefined : words[place + distance];
      let from = (distance + reach) * sumWords;
      let rows = this.#absent;
      if (word !== undefined) {
        if (word.slot < 0) {
          this.#addWord(word, distance);
          continue;
        }
        from += word.slot * distances * sumWords;
        rows = pool;
      }
      sums[0] = sums[0]! + rows[from]!;
      sums[1] = sums[1]! + rows[from + 1]!;
      sums[2] = sums[2]! + rows[from + 2]!;
      sums[3] = sums[3]! + rows[from + 3]!;
      sums[4] = sums[4]! + rows[from + 4]!;
      sums[5] = sums[5]! + rows[from + 5]!;
      sums[6] = sums[6]! + rows[from + 6]!;
      sums[7] = sums[7]! + rows[from + 7]!;
    }
    if (features.count) this.#addAll(features, sums);
    const { scale } = this.parts;
    for (let label = 0; label < labels; label++) scores[at + label] = sumOf(sums, label) * scale;
  }
}

/** The sum of one label. */
function sumOf(sums: Int32Array, label: number): number {
  const pair = sums[2 * (label >> 2) + (label & 1)]!;
  const low = (pair << 16) >> 16;
  return label & 2 ? (pair - low) >> 16 : low;
}

function isAt(word: string, text: string, start: number, end: number): boolean {
  if (word.length !== end - start) return false;
  for (let at = 0; at < word.length; at++)
    if (word.charCodeAt(at) !== text.charCodeAt(start + at)) return false;
  return true;
}
