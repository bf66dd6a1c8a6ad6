/** Scores words and places by the model's weights. */
import { Vocabulary, type VocabularyWord } from '../vocabulary.ts';
import { findFeatures, weightWords } from './feature-table.ts';
import { mostFeatures, type FeatureList, type Prepared } from './features.ts';
import { labelCount } from './labels.ts';
import type { ModelParts } from './model.ts';
import { atDistance, featuresAt, makeWord, missing, type Lemma, type Word } from './words.ts';

/** Words whose scores are kept; more than an article has, fewer than fill a machine. */
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

/** In the place of the features of words whose sums are kept. */
const spent = new Int32Array(0);

export class Scorer {
  readonly parts: ModelParts;
  readonly #met = new Int32Array(mostFeatures);
  /** The place's sums, and those of the run in which it stands. */
  readonly #sums = new Int32Array(pairs);
  readonly #runSums = new Int32Array(pairs);
  readonly #wordFeatures = { hashes: new Int32Array(mostFeatures), count: 0 };
  /** Sums of each word kept, by distance; those of no word come first. */
  #pool = new Int32Array(1024 * distances * pairs);
  /** By how much outside beats the best beginning of a name in each row of these. */
  #margins = new Int32Array(1024 * distances);
  /** Rows of words so far, that of no word with them. */
  #kept = 0;
  /** What words are marked with whose sums are kept. */
  #owner = {};
  #vocabulary = new Vocabulary();
  #lemmas = new Map<string, Lemma>();
  #documents = 0;

  constructor(parts: ModelParts) {
    this.parts = parts;
    this.#forget();
  }

  #forget(): void {
    this.#owner = {};
    this.#vocabulary = new Vocabulary();
    this.#lemmas = new Map();
    this.#kept = 1;
    for (let distance = -reach; distance <= reach; distance++) {
      this.#wordFeatures.count = 1;
      this.#wordFeatures.hashes[0] = missing(distance);
      this.#sums.fill(0);
      this.#addAll(this.#wordFeatures, this.#sums);
      this.#keep(distance + reach);
    }
  }

  /**
   * A number for the next document, to mark words with. Words are forgotten only here, so that what a document shows of its words does
   * not hang on what was read before it.
   */
  nextDocument(): number {
    if (this.#kept >= cacheSize) this.#forget();
    return ++this.#documents;
  }

  /** The word that stands between two offsets of a text. */
  word(text: string, start: number, end: number): Word {
    return this.wordOf(this.#vocabulary.at(text, start, end));
  }

  /** What is known of a word. */
  wordOf(known: VocabularyWord): Word {
    if (known.tagged !== undefined && known.owner === this.#owner) return known.tagged;
    known.owner = this.#owner;
    return (known.tagged = this.#learn(known.text));
  }

  #learn(text: string): Word {
    const word = makeWord(text, this.parts.lexicon, this.#lemmas);
    word.slot = this.#kept++;
    const row = word.slot * distances;
    if (row >= this.#margins.length) {
      const pool = new Int32Array(2 * this.#pool.length);
      pool.set(this.#pool);
      this.#pool = pool;
      const margins = new Int32Array(2 * this.#margins.length);
      margins.set(this.#margins);
      this.#margins = margins;
    }
    for (let distance = -reach; distance <= reach; distance++) {
      this.#sums.fill(0);
      this.#addWord(word, distance);
      this.#keep(row + distance + reach);
    }
    word.own = word.near = word.far = spent;
    return word;
  }

  /** Keeps the sums at hand in a row of the pool, and the margin of outside over the beginnings of names. */
  #keep(row: number): void {
    const sums = this.#sums;
    this.#pool.set(sums, row * pairs);
    let most = -Infinity;
    for (let label = 1; label < labels; label += 2) {
      const sum = sumOf(sums, label);
      if (sum > most) most = sum;
    }
    this.#margins[row] = sumOf(sums, 0) - most;
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
  leastMargin({ slots }: Pick<Prepared, 'slots'>, place: number): number {
    const margins = this.#margins;
    let margin = 0;
    for (let each = 0; each < distances; each++) {
      // Before the first of all places there is nothing.
      const slot = slots[place - reach + each]! | 0;
      if (slot < 0) return -Infinity;
      margin += margins[slot * distances + each]!;
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
    { words, slots }: Pick<Prepared, 'words' | 'slots'>,
    place: number,
    features: FeatureList,
    inRun: boolean,
    scores: Float64Array,
    at: number,
  ): void {
    const sums = this.#sums;
    const pool = this.#pool;
    const run = this.#runSums;
    let sum0 = inRun ? run[0]! : 0;
    let sum1 = inRun ? run[1]! : 0;
    let sum2 = inRun ? run[2]! : 0;
    let sum3 = inRun ? run[3]! : 0;
    let sum4 = inRun ? run[4]! : 0;
    let sum5 = inRun ? run[5]! : 0;
    let sum6 = inRun ? run[6]! : 0;
    let sum7 = inRun ? run[7]! : 0;
    let isWhole = true;
    for (let each = 0; each < distances; each++) {
      const slot = slots[place - reach + each]! | 0;
      if (slot < 0) {
        isWhole = false;
        continue;
      }
      const from = (slot * distances + each) * pairs;
      sum0 = (sum0 + pool[from]!) | 0;
      sum1 = (sum1 + pool[from + 1]!) | 0;
      sum2 = (sum2 + pool[from + 2]!) | 0;
      sum3 = (sum3 + pool[from + 3]!) | 0;
      sum4 = (sum4 + pool[from + 4]!) | 0;
      sum5 = (sum5 + pool[from + 5]!) | 0;
      sum6 = (sum6 + pool[from + 6]!) | 0;
      sum7 = (sum7 + pool[from + 7]!) | 0;
    }
    sums[0] = sum0;
    sums[1] = sum1;
    sums[2] = sum2;
    sums[3] = sum3;
    sums[4] = sum4;
    sums[5] = sum5;
    sums[6] = sum6;
    sums[7] = sum7;
    if (!isWhole) {
      for (let distance = -reach; distance <= reach; distance++)
        if (slots[place + distance]! < 0) this.#addWord(words[place + distance]!, distance);
    }
    if (features.count) this.#addAll(features, sums);
    const { scale } = this.parts;
    for (let pair = 0; pair < pairs; pair++) {
      const both = sums[pair]!;
      const low = (both << 16) >> 16;
      const label = at + 4 * (pair >> 1) + (pair & 1);
      scores[label] = low * scale;
      // The last pair has one label.
      if (pair < pairs - 1) scores[label + 2] = ((both - low) >> 16) * scale;
    }
  }
}

/** The sum of one label. */
function sumOf(sums: Int32Array, label: number): number {
  const pair = sums[2 * (label >> 2) + (label & 1)]!;
  const low = (pair << 16) >> 16;
  return label & 2 ? (pair - low) >> 16 : low;
}
