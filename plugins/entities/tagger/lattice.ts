/** Best path and probabilities over the labels of a sentence or a stretch of it, for a linear chain. */
import { beginOf, insideOf, isInside, labelCount, mayFollow, typeOf } from './labels.ts';

const never = -1e4;

/** Paths less likely than this are passed over, and labels that lie this far below the best of a place. */
const negligible = 1e-5;
const faintest = -14;

const labels = labelCount;

/** Transition scores with the forbidden ones made impossible. */
export class Lattice {
  readonly transitions: Float64Array;
  readonly starts: Float64Array;
  /** The same as factors. */
  readonly #factors: Float64Array;
  readonly #startFactors: Float64Array;
  /** By how much transitions into outside and beginnings differ at most. */
  readonly #spread: number;
  /** Labels that are gone into at a place. */
  readonly #near = new Uint8Array(labels);
  /** The best score of any path to the place at hand. */
  #top = 0;
  /** The stretch that was begun. */
  #from = 0;
  #size = 0;
  #best = new Float64Array(0);
  #back = new Uint8Array(0);
  #forward = new Float64Array(0);
  #backward = new Float64Array(0);
  #emit = new Float64Array(0);
  #sums = new Float64Array(0);
  /** The labels of each place that are likely enough to count, and how many they are. */
  #likely = new Uint8Array(0);
  #counts = new Uint8Array(0);
  readonly #ahead = new Float64Array(labels);

  constructor(transitions: ArrayLike<number>, starts: ArrayLike<number>) {
    this.transitions = new Float64Array(labels * labels);
    this.starts = new Float64Array(labels);
    for (let to = 0; to < labels; to++) {
      this.starts[to] = isInside(to) ? never : (starts[to] ?? 0);
      for (let from = 0; from < labels; from++) {
        this.transitions[from * labels + to] = mayFollow(from, to)
          ? (transitions[from * labels + to] ?? 0)
          : never;
      }
    }
    const free = this.transitions.filter((_, cell) => !isInside(cell % labels));
    this.#spread = Math.max(...free) - Math.min(...free);
    this.#factors = this.transitions.map((score) => (score <= never ? 0 : Math.exp(score)));
    this.#startFactors = this.starts.map((score) => (score <= never ? 0 : Math.exp(score)));
  }

  #room(size: number): void {
    if (this.#best.length >= size * labels) return;
    const length = 2 * size * labels;
    const best = this.#best;
    const back = this.#back;
    this.#best = new Float64Array(length);
    this.#best.set(best);
    this.#back = new Uint8Array(length);
    this.#back.set(back);
    this.#forward = new Float64Array(length);
    this.#backward = new Float64Array(length);
    this.#emit = new Float64Array(length);
    this.#sums = new Float64Array(2 * size);
    this.#likely = new Uint8Array(length);
    this.#counts = new Uint8Array(2 * size);
  }

  /**
   * Writes the labels of the best path over a stretch of a sentence into `path`.
   *
   * @param scores of each place of the sentence and label
   * @param from first place of the stretch; the place before it, if there is one, is outside all names
   * @param to the place after its last; outside all names, if there is one
   * @param start where the sentence begins
   * @param end where it ends
   */
  decode(
    scores: Float64Array,
    from: number,
    to: number,
    path: Uint8Array,
    start = 0,
    end = scores.length / labels,
  ): void {
    this.begin(scores, from, start);
    for (let at = from + 1; at < to; at++) this.step(scores, at);
    this.finish(to < end, path);
  }

  /** Begins a stretch at a place. @returns by how much the best path to there that ends outside names leads */
  begin(scores: Float64Array, from: number, start = 0): number {
    this.#room(1);
    this.#from = from;
    this.#size = 1;
    const best = this.#best;
    const opening = from === start ? this.starts : this.transitions;
    const row = from * labels;
    for (let label = 0; label < labels; label++)
      best[label] = opening[label]! + scores[row + label]!;
    return this.#leadOfOutside(0);
  }

  /** Goes on by a place. @returns as `begin` does */
  step(scores: Float64Array, at: number): number {
    const now = this.#size * labels;
    this.#room(++this.#size);
    const best = this.#best;
    const back = this.#back;
    const before = now - labels;
    const row = at * labels;
    const { transitions } = this;
    // A label that lags behind the best by more than transitions differ leads to no best path but through its own inside.
    const least = this.#top - this.#spread;
    const near = this.#near;
    let count = 0;
    for (let label = 0; label < labels; label++) {
      if (best[before + label]! >= least) near[count++] = label;
    }
    for (let label = 0; label < labels; label += label ? 2 : 1) {
      let score = -Infinity;
      let previous = 0;
      for (let each = 0; each < count; each++) {
        const from = near[each]!;
        const sum = best[before + from]! + transitions[from * labels + label]!;
        if (sum > score) {
          score = sum;
          previous = from;
        }
      }
      best[now + label] = score + scores[row + label]!;
      back[now + label] = previous;
    }
    for (let label = 2; label < labels; label += 2) {
      const begun = best[before + label - 1]! + transitions[(label - 1) * labels + label]!;
      const going = best[before + label]! + transitions[label * labels + label]!;
      best[now + label] = (begun > going ? begun : going) + scores[row + label]!;
      back[now + label] = begun > going ? label - 1 : label;
    }
    return this.#leadOfOutside(now);
  }

  #leadOfOutside(row: number): number {
    const best = this.#best;
    let most = -Infinity;
    for (let label = 1; label < labels; label++) {
      if (best[row + label]! > most) most = best[row + label]!;
    }
    const own = best[row]!;
    this.#top = own > most ? own : most;
    return own - most;
  }

  /** Writes the labels of the stretch that was begun into `path`. @param closed whether a place follows, which is outside all names */
  finish(closed: boolean, path: Uint8Array): void {
    const { transitions } = this;
    const best = this.#best;
    const back = this.#back;
    const lastRow = (this.#size - 1) * labels;
    let label = 0;
    let top = -Infinity;
    for (let each = 0; each < labels; each++) {
      const score = best[lastRow + each]! + (closed ? transitions[each * labels]! : 0);
      if (score > top) {
        top = score;
        label = each;
      }
    }
    for (let at = this.#size - 1; at >= 0; at--) {
      path[this.#from + at] = label;
      label = back[at * labels + label]!;
    }
  }

  /** Works out the probabilities over a stretch, which `span` then gives. Parameters as for `decode`. */
  run(
    scores: Float64Array,
    from: number,
    to: number,
    start = 0,
    end = scores.length / labels,
  ): void {
    const size = to - from;
    this.#room(size);
    const forward = this.#forward;
    const backward = this.#backward;
    const emit = this.#emit;
    const factors = this.#factors;
    const likely = this.#likely;
    const ahead = this.#ahead;
    const counts = this.#counts;
    forward.fill(0, 0, size * labels);
    backward.fill(0, 0, size * labels);
    emit.fill(0, 0, size * labels);
    for (let at = 0; at < size; at++) {
      const now = at * labels;
      const row = (from + at) * labels;
      let top = -Infinity;
      for (let label = 0; label < labels; label++) {
        if (scores[row + label]! > top) top = scores[row + label]!;
      }
      if (at === 0) {
        const opening = from === start ? this.#startFactors : factors;
        for (let label = 0; label < labels; label++) forward[label] = opening[label]!;
      } else {
        const before = now - labels;
        for (let each = 0; each < counts[at - 1]!; each++) {
          const label = likely[before + each]!;
          const share = forward[before + label]!;
          const leaving = label * labels;
          forward[now]! += share * factors[leaving]!;
          for (let next = 1; next < labels; next += 2)
            forward[now + next]! += share * factors[leaving + next]!;
          const inside = label & 1 ? label + 1 : label;
          if (label > 0) forward[now + inside]! += share * factors[leaving + inside]!;
        }
      }
      let sum = 0;
      for (let label = 0; label < labels; label++) {
        const below = scores[row + label]! - top;
        if (below < faintest || forward[now + label] === 0) {
          forward[now + label] = 0;
        } else {
          emit[now + label] = Math.exp(below);
          sum += forward[now + label]! *= emit[now + label]!;
        }
      }
      this.#sums[at] = sum;
      let count = 0;
      for (let label = 0; label < labels; label++) {
        const share = forward[now + label]! / sum;
        forward[now + label] = share;
        if (share > negligible) likely[now + count++] = label;
      }
      counts[at] = count;
    }
    const last = (size - 1) * labels;
    const closed = to < end;
    for (let label = 0; label < labels; label++) {
      backward[last + label] = closed ? factors[label * labels]! : 1;
    }
    for (let at = size - 2; at >= 0; at--) {
      const now = at * labels;
      const after = now + labels;
      const many = counts[at + 1]!;
      for (let other = 0; other < many; other++) {
        const next = likely[after + other]!;
        ahead[other] = emit[after + next]! * backward[after + next]!;
      }
      let sum = 0;
      for (let each = 0; each < counts[at]!; each++) {
        const label = likely[now + each]!;
        const leaving = label * labels;
        let total = 0;
        for (let other = 0; other < many; other++)
          total += factors[leaving + likely[after + other]!]! * ahead[other]!;
        backward[now + label] = total;
        sum += total;
      }
      for (let each = 0; each < counts[at]!; each++) backward[now + likely[now + each]!]! /= sum;
    }
  }

  /**
   * After `run` over the stretch from `from` to `to`: how likely exactly the places `start` to `end` make up a name of this type, with
   * neither end longer.
   */
  span(start: number, end: number, type: number, from: number, to: number): number {
    const factors = this.#factors;
    const forward = this.#forward;
    const backward = this.#backward;
    const emit = this.#emit;
    const begin = beginOf(type);
    const inside = insideOf(type);
    let likely = forward[(start - from) * labels + begin]!;
    let label = begin;
    for (let at = start + 1 - from; at < end - from; at++) {
      const now = at * labels;
      likely = (likely * factors[label * labels + inside]! * emit[now + inside]!) / this.#sums[at]!;
      label = inside;
    }
    const last = (end - 1 - from) * labels;
    let everything = 0;
    for (let each = 0; each < labels; each++) {
      everything += forward[last + each]! * backward[last + each]!;
    }
    let ending = backward[last + label]!;
    if (end < to) {
      const after = (end - from) * labels;
      let total = 0;
      let longer = 0;
      for (let next = 0; next < labels; next++) {
        const part =
          factors[label * labels + next]! * emit[after + next]! * backward[after + next]!;
        total += part;
        if (next === inside) longer = part;
      }
      ending *= total > 0 ? 1 - longer / total : 0;
    }
    return everything > 0 ? Math.max(0, Math.min(1, (likely * ending) / everything)) : 0;
  }
}

/** A name found over places of a sentence. */
export interface LabelSpan {
  start: number;
  end: number;
  type: number;
  /** How sure the first pass is of it; less than 0 until the memory of a document has worked it out. */
  sureness: number;
}

/** The names of a path of labels, or of a stretch of it. */
export function spansOf(path: Uint8Array, from = 0, to = path.length): LabelSpan[] {
  const spans: LabelSpan[] = [];
  let open: LabelSpan | undefined;
  for (let at = from; at < to; at++) {
    const label = path[at]!;
    if (label === 0) {
      open = undefined;
    } else if (isInside(label) && open && open.type === typeOf(label)) {
      open.end = at + 1;
    } else {
      open = { start: at, end: at + 1, type: typeOf(label), sureness: -1 };
      spans.push(open);
    }
  }
  return spans;
}
