/**
 * The trained weights, and the binary form in which they ship.
 *
 * The file is little-endian: a magic number, a version, the length of a JSON header, the header, then sections aligned to four bytes in
 * the order in which the header names them.
 */
import { labelCount } from './labels.ts';
import { Lexicon } from './lexicon.ts';
import { hashString, mix } from './hash.ts';
import { mostFeatures, type FeatureList } from './features.ts';
import { makeWord, type Lemma, type Word } from './words.ts';

export interface ModelParts {
  lexicon: Lexicon;
  /** Hash of each feature. */
  hashes: Int32Array;
  /** Weights of each feature for each label. */
  rows: Int8Array;
  /** What a weight of 1 stands for. */
  scale: number;
  /** Scores of label after label, `from * labelCount + to`. */
  transitions: Float32Array;
  /** Scores of the first label. */
  starts: Float32Array;
  /** The second pass: weights of what the document shows, their transitions and starts, and how much the first pass counts. */
  documentRows: Float32Array;
  documentWeight: number;
  documentTransitions: Float32Array;
  documentStarts: Float32Array;
  /** Per type, the calibrated confidence at evenly spaced raw confidences. */
  calibration: Float32Array;
}

const magic = 0x4e444331;
const sections = [
  'words',
  'wordPrints',
  'phrases',
  'phrasePrints',
  'hashes',
  'rows',
  'transitions',
  'starts',
  'documentRows',
  'documentTransitions',
  'documentStarts',
  'calibration',
] as const;
type Section = (typeof sections)[number];

const kinds = { Uint32Array, Uint16Array, Uint8Array, Int32Array, Int8Array, Float32Array };
type Kind = keyof typeof kinds;
const kindOf: Record<Section, Kind> = {
  words: 'Uint32Array',
  wordPrints: 'Uint16Array',
  phrases: 'Uint8Array',
  phrasePrints: 'Uint16Array',
  hashes: 'Int32Array',
  rows: 'Int8Array',
  transitions: 'Float32Array',
  starts: 'Float32Array',
  documentRows: 'Float32Array',
  documentTransitions: 'Float32Array',
  documentStarts: 'Float32Array',
  calibration: 'Float32Array',
};

interface Header {
  labels: number;
  scale: number;
  documentWeight: number;
  lengths: Record<Section, number>;
}

/** The file's bytes. */
export function packModel(parts: ModelParts): Uint8Array {
  const { lexicon } = parts;
  const arrays: Record<
    Section,
    Uint32Array | Uint16Array | Uint8Array | Int32Array | Int8Array | Float32Array
  > = {
    ...parts,
    words: lexicon.words,
    wordPrints: lexicon.wordPrints,
    phrases: lexicon.phrases,
    phrasePrints: lexicon.phrasePrints,
  };
  const lengths = Object.fromEntries(
    sections.map((name) => [name, arrays[name].length]),
  ) as Header['lengths'];
  const json = JSON.stringify({
    labels: labelCount,
    scale: parts.scale,
    documentWeight: parts.documentWeight,
    lengths,
  } satisfies Header);
  const header = new TextEncoder().encode(json.padEnd(Math.ceil(json.length / 4) * 4));
  const size = sections.reduce(
    (sum, name) => sum + align(arrays[name].byteLength),
    12 + header.length,
  );
  const bytes = new Uint8Array(size);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, magic, true);
  view.setUint32(4, 1, true);
  view.setUint32(8, header.length, true);
  bytes.set(header, 12);
  let at = 12 + header.length;
  for (const name of sections) {
    const array = arrays[name];
    bytes.set(new Uint8Array(array.buffer, array.byteOffset, array.byteLength), at);
    at += align(array.byteLength);
  }
  return bytes;
}

const align = (size: number): number => Math.ceil(size / 4) * 4;

/** Reads the file's bytes, without copying them where they are aligned. Throws an Error when they are not a model of this version. */
export function unpackModel(bytes: Uint8Array): ModelParts {
  const aligned = bytes.byteOffset % 4 === 0 ? bytes : bytes.slice();
  const view = new DataView(aligned.buffer, aligned.byteOffset, aligned.byteLength);
  if (view.getUint32(0, true) !== magic || view.getUint32(4, true) !== 1)
    throw new Error('Unexpected bytes, expected a name tagger model of version 1');
  const headerLength = view.getUint32(8, true);
  const header = JSON.parse(
    new TextDecoder().decode(aligned.subarray(12, 12 + headerLength)),
  ) as Header;
  if (header.labels !== labelCount)
    throw new Error(`Unexpected ${String(header.labels)} labels, expected ${String(labelCount)}`);
  let at = 12 + headerLength;
  const read = <K extends Kind>(name: Section): InstanceType<(typeof kinds)[K]> => {
    const Type = kinds[kindOf[name]];
    const length = header.lengths[name];
    const array = new Type(aligned.buffer as ArrayBuffer, aligned.byteOffset + at, length);
    at += align(array.byteLength);
    return array as InstanceType<(typeof kinds)[K]>;
  };
  return {
    lexicon: new Lexicon(
      read<'Uint32Array'>('words'),
      read<'Uint16Array'>('wordPrints'),
      read<'Uint8Array'>('phrases'),
      read<'Uint16Array'>('phrasePrints'),
    ),
    hashes: read<'Int32Array'>('hashes'),
    rows: read<'Int8Array'>('rows'),
    scale: header.scale,
    documentWeight: header.documentWeight,
    transitions: read<'Float32Array'>('transitions'),
    starts: read<'Float32Array'>('starts'),
    documentRows: read<'Float32Array'>('documentRows'),
    documentTransitions: read<'Float32Array'>('documentTransitions'),
    documentStarts: read<'Float32Array'>('documentStarts'),
    calibration: read<'Float32Array'>('calibration'),
  };
}

/** The hash of a word's feature seen from a place `distance` words away. */
export const atDistance = (distance: number, feature: number): number =>
  mix(3000 + distance, feature);
/** The hash of the feature "no word at this distance". */
export const missing = (distance: number): number => mix(4000, distance);

/** Words kept with their scores; more than an article has, fewer than fill a machine. */
const cacheSize = 30_000;

/** How far words are seen, in each direction, and at how many distances. */
const reach = 2;
const distances = 2 * reach + 1;
/** A score for each label, then by how much outside beats the best of the others. */
const rowSize = labelCount + 1;

const slotWords = 5;
const slotBytes = 4 * slotWords;
/** Where in a slot stands whether it is in use. */
const inUse = 4 + labelCount;

/** Scores words and features by the weights. */
export class Scorer {
  readonly parts: ModelParts;
  /** A hash table of features, five words a slot: the hash, then a byte for each label and one that tells a slot in use. */
  readonly #table: Int32Array;
  readonly #bytes: Int8Array;
  readonly #absent = new Int32Array(distances * rowSize);
  readonly #sums = new Int32Array(rowSize);
  readonly #met = new Int32Array(mostFeatures);
  /** Scores of each word kept, by distance and label. */
  #pool = new Int16Array(1024 * distances * rowSize);
  /** Words kept, and a hash table of their numbers, counted from 1. */
  #words: Word[] = [];
  #index = new Int32Array(4096);
  #lemmas = new Map<string, Lemma>();
  #documents = 0;

  constructor(parts: ModelParts) {
    this.parts = parts;
    const { hashes, rows } = parts;
    let size = 1024;
    while (size < 1.6 * hashes.length) size *= 2;
    // A feature's hash and weights lie side by side, since the time goes into memory that is not in the processor's cache.
    const table = new Int32Array(slotWords * size);
    const bytes = new Int8Array(table.buffer);
    const last = size - 1;
    for (let row = 0; row < hashes.length; row++) {
      const hash = hashes[row]!;
      let slot = hash & last;
      while (bytes[slot * slotBytes + inUse]) slot = (slot + 1) & last;
      table[slot * slotWords] = hash;
      const from = row * labelCount;
      const to = slot * slotBytes + 4;
      for (let label = 0; label < labelCount; label++) bytes[to + label] = rows[from + label]!;
      bytes[slot * slotBytes + inUse] = 1;
    }
    this.#table = table;
    this.#bytes = bytes;
    for (let distance = -reach; distance <= reach; distance++) {
      const from = (distance + reach) * rowSize;
      this.add(missing(distance), this.#absent, from);
      const others = this.#absent.subarray(from + 1, from + labelCount);
      this.#absent[from + labelCount] = this.#absent[from]! - Math.max(...others);
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
    const last = this.#index.length - 1;
    for (let slot = hashString(text, start, end) & last; ; slot = (slot + 1) & last) {
      const number = this.#index[slot]!;
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
    const from = word.slot * distances * rowSize;
    if (from >= this.#pool.length) {
      const larger = new Int16Array(2 * this.#pool.length);
      larger.set(this.#pool);
      this.#pool = larger;
    }
    for (let distance = -reach; distance <= reach; distance++) {
      const sums = this.#sums.fill(0);
      this.#addFeatures(word, distance, sums, 0);
      let most = -Infinity;
      for (let label = 1; label < labelCount; label++) if (sums[label]! > most) most = sums[label]!;
      sums[labelCount] = sums[0]! - most;
      this.#pool.set(sums, from + (distance + reach) * rowSize);
    }
    return word;
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

  /** Adds a feature's weights to `scores`, from `at` on. */
  add(feature: number, scores: Int32Array, at: number): void {
    const table = this.#table;
    const bytes = this.#bytes;
    const last = table.length / slotWords - 1;
    for (let slot = feature & last; bytes[slot * slotBytes + inUse]; slot = (slot + 1) & last) {
      if (table[slot * slotWords] !== feature) continue;
      const from = slot * slotBytes + 4;
      for (let label = 0; label < labelCount; label++) scores[at + label]! += bytes[from + label]!;
      return;
    }
  }

  /** Adds the weights of all features of a list to `scores`. */
  addAll({ hashes, count }: FeatureList, scores: Int32Array): void {
    const table = this.#table;
    const last = table.length / slotWords - 1;
    const met = this.#met;
    // All slots are read before any is used, so that the processor waits for them together and not one after the other.
    for (let each = 0; each < count; each++) met[each] = table[(hashes[each]! & last) * slotWords]!;
    const bytes = this.#bytes;
    for (let each = 0; each < count; each++) {
      const feature = hashes[each]!;
      if (met[each] === feature) {
        const from = (feature & last) * slotBytes + 4;
        for (let label = 0; label < labelCount; label++) scores[label]! += bytes[from + label]!;
      } else if (met[each] !== 0) {
        this.add(feature, scores, 0);
      }
    }
  }

  /**
   * At least by how much outside beats every other label at a place of which the words are all that is known, in units of the weights'
   * scale; -Infinity where that can't be told cheaply.
   */
  leastMargin(words: readonly Word[], place: number): number {
    let margin = 0;
    for (let distance = -reach; distance <= reach; distance++) {
      const word = words[place + distance];
      if (!word) margin += this.#absent[(distance + reach) * rowSize + labelCount]!;
      else if (word.slot < 0) return -Infinity;
      else margin += this.#pool[(word.slot * distances + distance + reach) * rowSize + labelCount]!;
    }
    return margin;
  }

  /** Adds the scores of the words around a place, its own among them. */
  addWords(words: readonly Word[], place: number, scores: Int32Array, at: number): void {
    const pool = this.#pool;
    for (let distance = -reach; distance <= reach; distance++) {
      const word = words[place + distance];
      if (!word) {
        const from = (distance + reach) * rowSize;
        for (let label = 0; label < labelCount; label++)
          scores[at + label]! += this.#absent[from + label]!;
      } else if (word.slot < 0) {
        this.#addFeatures(word, distance, scores, at);
      } else {
        const from = (word.slot * distances + distance + reach) * rowSize;
        for (let label = 0; label < labelCount; label++) scores[at + label]! += pool[from + label]!;
      }
    }
  }

  #addFeatures(word: Word, distance: number, scores: Int32Array, at: number): void {
    for (const feature of featuresAt(word, distance))
      this.add(atDistance(distance, feature), scores, at);
  }
}

function isAt(word: string, text: string, start: number, end: number): boolean {
  if (word.length !== end - start) return false;
  for (let at = 0; at < word.length; at++)
    if (word.charCodeAt(at) !== text.charCodeAt(start + at)) return false;
  return true;
}

/** The features that a word has for a place `distance` words away. */
export function featuresAt(word: Word, distance: number): Int32Array {
  return distance === 0 ? word.own : Math.abs(distance) === 1 ? word.near : word.far;
}
