/** Trains the linear chain: AdaGrad over sentences, with features dropped at random, and labels that may be left open. */
import {
  contextFeatures,
  FeatureList,
  runFeatures,
  type Prepared,
} from '../../plugins/entities/tagger/features.ts';
import { isInside, labelCount, mayFollow } from '../../plugins/entities/tagger/labels.ts';
import { atDistance, featuresAt, missing } from '../../plugins/entities/tagger/words.ts';
import { seeded, shuffle } from './random.ts';

export interface Instance {
  sentence: Prepared;
  allowed: Int32Array;
  weight: number;
}

export interface Settings {
  epochs: number;
  rate: number;
  /** Share of features dropped. */
  dropout: number;
  /** Pull towards zero at each touch of a weight. */
  decay: number;
  /** Features seen less often are not learnt. */
  cutoff: number;
  seed: number;
  log?: (line: string) => void;
}

export interface Trained {
  hashes: Int32Array;
  weights: Float32Array;
  counts: Int32Array;
  transitions: Float32Array;
  starts: Float32Array;
}

/** All features of a place, as hashes. */
function collect(sentence: Prepared, index: number, list: FeatureList): void {
  list.count = 0;
  for (const feature of featuresAt(sentence.words[index]!, 0))
    list.hashes[list.count++] = atDistance(0, feature);
  contextFeatures(sentence, index, list);
  const run = sentence.runStart[index]!;
  if (run >= 0 && !sentence.quiet[index]) runFeatures(sentence, run, list);
  for (let distance = -2; distance <= 2; distance++) {
    if (distance === 0) continue;
    const word = sentence.words[index + distance];
    if (!word) list.hashes[list.count++] = missing(distance);
    else
      for (const feature of featuresAt(word, distance))
        list.hashes[list.count++] = atDistance(distance, feature);
  }
}

/** Feature hashes to small numbers, those seen too seldom to -1. */
class Index {
  keys: Int32Array;
  counts: Int32Array;
  numbers: Int32Array;
  size = 0;
  #mask: number;

  constructor(bits: number) {
    this.keys = new Int32Array(1 << bits);
    this.counts = new Int32Array(1 << bits);
    this.numbers = new Int32Array(0);
    this.#mask = (1 << bits) - 1;
  }

  slot(key: number): number {
    let slot = Math.imul(key, 0x9e3779b1) & this.#mask;
    while (this.counts[slot] && this.keys[slot] !== key) slot = (slot + 1) & this.#mask;
    return slot;
  }

  count(key: number): void {
    const slot = this.slot(key);
    this.keys[slot] = key;
    const before = this.counts[slot] ?? 0;
    this.counts[slot] = before + 1;
    if (!before) this.size++;
  }

  number(cutoff: number): { hashes: Int32Array; counts: Int32Array } {
    this.numbers = new Int32Array(this.keys.length).fill(-1);
    const hashes: number[] = [];
    const counts: number[] = [];
    for (let slot = 0; slot < this.keys.length; slot++) {
      if ((this.counts[slot] ?? 0) < cutoff) continue;
      this.numbers[slot] = hashes.length;
      hashes.push(this.keys[slot]!);
      counts.push(this.counts[slot]!);
    }
    return { hashes: Int32Array.from(hashes), counts: Int32Array.from(counts) };
  }
}

export function trainChain(instances: readonly Instance[], settings: Settings): Trained {
  const { log = () => undefined } = settings;
  const list = new FeatureList();
  const index = new Index(25);
  let places = 0;
  let total = 0;
  for (const { sentence } of instances) {
    for (let at = 0; at < sentence.words.length; at++) {
      collect(sentence, at, list);
      for (let each = 0; each < list.count; each++) index.count(list.hashes[each]!);
      places++;
      total += list.count;
    }
  }
  const { hashes, counts } = index.number(settings.cutoff);
  log(
    `${String(places)} places, ${String(total)} features, ${String(index.size)} different, ${String(hashes.length)} kept`,
  );
  // Features of all places in one array, with where each place's begin.
  const features = new Int32Array(total);
  const begins = new Int32Array(places + 1);
  const firsts = new Int32Array(instances.length);
  let place = 0;
  let end = 0;
  for (const [number, { sentence }] of instances.entries()) {
    firsts[number] = place;
    for (let at = 0; at < sentence.words.length; at++) {
      begins[place] = end;
      collect(sentence, at, list);
      for (let each = 0; each < list.count; each++) {
        const known = index.numbers[index.slot(list.hashes[each]!)]!;
        if (known >= 0) features[end++] = known;
      }
      place++;
    }
  }
  begins[place] = end;
  index.keys = index.counts = index.numbers = new Int32Array(0);

  const L = labelCount;
  const weights = new Float32Array(hashes.length * L);
  const squares = new Float32Array(hashes.length * L).fill(1e-2);
  const chain = new Chain(settings.rate);
  const average = new Float32Array(weights.length);
  const averaged = Math.max(1, Math.floor(settings.epochs / 3));
  const chainAverage = { transitions: new Float64Array(L * L), starts: new Float64Array(L) };
  const order = instances.map((_, number) => number);
  const random = seeded(settings.seed);
  let state = settings.seed | 1;
  const threshold = Math.floor(settings.dropout * 0x100000000);
  const kept = new Int32Array(60_000 * 4);
  const keptBegins = new Int32Array(4000);
  const lift = 1 / (1 - settings.dropout);
  for (let epoch = 0; epoch < settings.epochs; epoch++) {
    shuffle(order, random);
    let loss = 0;
    const rate = settings.rate * (1 - (0.7 * epoch) / settings.epochs);
    for (const number of order) {
      const { allowed, weight } = instances[number]!;
      const size = allowed.length;
      const first = firsts[number]!;
      const scores = chain.room(size);
      let keptEnd = 0;
      for (let at = 0; at < size; at++) {
        keptBegins[at] = keptEnd;
        const row = at * L;
        for (let each = begins[first + at]!; each < begins[first + at + 1]!; each++) {
          state ^= state << 13;
          state ^= state >>> 17;
          state ^= state << 5;
          if (state >>> 0 < threshold) continue;
          const from = features[each]! * L;
          kept[keptEnd++] = from;
          for (let label = 0; label < L; label++) scores[row + label]! += weights[from + label]!;
        }
        for (let label = 0; label < L; label++) scores[row + label]! *= lift;
      }
      keptBegins[size] = keptEnd;
      loss += chain.step(size, allowed, weight);
      const slope = chain.slope;
      for (let at = 0; at < size; at++) {
        const row = at * L;
        let large = false;
        for (let label = 0; label < L; label++)
          if (Math.abs(slope[row + label]!) > 1e-3) large = true;
        if (!large) continue;
        for (let each = keptBegins[at]!; each < keptBegins[at + 1]!; each++) {
          const from = kept[each]!;
          for (let label = 0; label < L; label++) {
            const gradient = slope[row + label]!;
            if (gradient > 1e-4 || gradient < -1e-4) {
              const cell = from + label;
              const square = (squares[cell]! += gradient * gradient);
              const old = weights[cell]!;
              weights[cell] = old + (rate * (gradient - settings.decay * old)) / Math.sqrt(square);
            }
          }
        }
      }
    }
    if (epoch >= settings.epochs - averaged) {
      for (let cell = 0; cell < weights.length; cell++) average[cell]! += weights[cell]! / averaged;
      for (let cell = 0; cell < L * L; cell++)
        chainAverage.transitions[cell]! += chain.transitions[cell]! / averaged;
      for (let cell = 0; cell < L; cell++)
        chainAverage.starts[cell]! += chain.starts[cell]! / averaged;
    }
    log(`epoch ${String(epoch + 1)} loss ${(loss / place).toFixed(4)}`);
  }
  return {
    hashes,
    counts,
    weights: average,
    transitions: Float32Array.from(chainAverage.transitions),
    starts: Float32Array.from(chainAverage.starts),
  };
}

/** Transitions with their own AdaGrad, and the gradient of one sentence. */
export class Chain {
  readonly transitions = new Float64Array(labelCount * labelCount);
  readonly starts = new Float64Array(labelCount);
  readonly #squares = new Float64Array(labelCount * labelCount).fill(1);
  readonly #startSquares = new Float64Array(labelCount).fill(1);
  readonly #rate: number;
  #scores = new Float64Array(0);
  #emit = new Float64Array(0);
  #forward = new Float64Array(0);
  #backward = new Float64Array(0);
  readonly #factors = new Float64Array(labelCount * labelCount);
  readonly #startFactors = new Float64Array(labelCount);
  readonly #pairs = new Float64Array(labelCount * labelCount);
  /** Of the log-likelihood by each place's scores, times the sentence's weight. */
  slope = new Float64Array(0);

  constructor(rate: number) {
    this.#rate = rate;
  }

  /** Scores to be filled, all zero. */
  room(size: number): Float64Array {
    const length = size * labelCount;
    if (this.#scores.length < length) {
      this.#scores = new Float64Array(2 * length);
      this.#emit = new Float64Array(2 * length);
      this.#forward = new Float64Array(2 * length);
      this.#backward = new Float64Array(2 * length);
      this.slope = new Float64Array(2 * length);
    }
    this.#scores.fill(0, 0, length);
    return this.#scores;
  }

  /** Fills `slope` from the scores, and moves the transitions. @returns the loss */
  step(size: number, allowed: Int32Array, weight: number): number {
    const L = labelCount;
    for (let from = 0; from < L; from++) {
      this.#startFactors[from] = isInside(from) ? 0 : Math.exp(this.starts[from]!);
      for (let to = 0; to < L; to++)
        this.#factors[from * L + to] = mayFollow(from, to)
          ? Math.exp(this.transitions[from * L + to]!)
          : 0;
    }
    for (let at = 0; at < size; at++) {
      const row = at * L;
      let top = -Infinity;
      for (let label = 0; label < L; label++)
        if (this.#scores[row + label]! > top) top = this.#scores[row + label]!;
      for (let label = 0; label < L; label++)
        this.#emit[row + label] = Math.exp(this.#scores[row + label]! - top);
    }
    this.slope.fill(0, 0, size * L);
    const free = this.#pass(size, undefined, -weight);
    const bound = this.#pass(size, allowed, weight);
    return (free - bound) * weight;
  }

  /** Adds `sign` times the marginals to the slope, and moves the transitions by as much. @returns the log of the sum over paths */
  #pass(size: number, allowed: Int32Array | undefined, sign: number): number {
    const L = labelCount;
    const forward = this.#forward;
    const backward = this.#backward;
    const emit = this.#emit;
    const factors = this.#factors;
    const pairs = this.#pairs.fill(0);
    let log = 0;
    for (let at = 0; at < size; at++) {
      const row = at * L;
      const bits = allowed ? allowed[at]! : -1;
      let sum = 0;
      for (let to = 0; to < L; to++) {
        let total = 0;
        if ((bits >>> to) & 1) {
          if (at === 0) total = this.#startFactors[to]!;
          else
            for (let from = 0; from < L; from++)
              total += forward[row - L + from]! * factors[from * L + to]!;
          total *= emit[row + to]!;
        }
        forward[row + to] = total;
        sum += total;
      }
      // What is annotated may break the rules of transition by a fault of the corpus: such a sentence teaches nothing.
      if (!(sum > 0)) return 0;
      for (let label = 0; label < L; label++) forward[row + label]! /= sum;
      log += Math.log(sum);
    }
    const last = (size - 1) * L;
    for (let label = 0; label < L; label++) {
      backward[last + label] = 1;
      this.slope[last + label]! += sign * forward[last + label]!;
    }
    for (let at = size - 2; at >= 0; at--) {
      const row = at * L;
      const after = row + L;
      const bits = allowed ? allowed[at + 1]! : -1;
      let sum = 0;
      let norm = 0;
      for (let from = 0; from < L; from++) {
        let total = 0;
        for (let to = 0; to < L; to++) {
          if ((bits >>> to) & 1)
            total += factors[from * L + to]! * emit[after + to]! * backward[after + to]!;
        }
        backward[row + from] = total;
        sum += total;
        norm += forward[row + from]! * total;
      }
      for (let from = 0; from < L; from++) {
        const left = forward[row + from]!;
        if (left > 0) {
          for (let to = 0; to < L; to++) {
            if ((bits >>> to) & 1)
              pairs[from * L + to]! +=
                (left * factors[from * L + to]! * emit[after + to]! * backward[after + to]!) / norm;
          }
        }
        this.slope[row + from]! += (sign * left * backward[row + from]!) / norm;
        backward[row + from]! /= sum;
      }
    }
    for (let cell = 0; cell < L * L; cell++) {
      const gradient = sign * pairs[cell]!;
      if (Math.abs(gradient) < 1e-6) continue;
      this.#squares[cell]! += gradient * gradient;
      this.transitions[cell]! += (this.#rate * gradient) / Math.sqrt(this.#squares[cell]!);
    }
    let norm = 0;
    for (let label = 0; label < L; label++) norm += forward[label]! * backward[label]!;
    for (let label = 0; label < L; label++) {
      const gradient = (sign * forward[label]! * backward[label]!) / norm;
      if (!(Math.abs(gradient) > 1e-6)) continue;
      this.#startSquares[label]! += gradient * gradient;
      this.starts[label]! += (this.#rate * gradient) / Math.sqrt(this.#startSquares[label]!);
    }
    return log;
  }
}
