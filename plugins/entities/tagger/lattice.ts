/** Best path and probabilities over a sentence's labels, for a linear chain. */
import { beginOf, insideOf, isInside, labelCount, mayFollow, typeOf } from './labels.ts';

const never = -1e4;

/** Transition scores with the forbidden ones made impossible. */
export class Lattice {
  readonly transitions: Float64Array;
  readonly starts: Float64Array;
  /** The same as factors. */
  readonly #factors: Float64Array;
  readonly #startFactors: Float64Array;
  #best = new Float64Array(0);
  #back = new Uint8Array(0);
  #forward = new Float64Array(0);
  #backward = new Float64Array(0);
  #emit = new Float64Array(0);

  constructor(transitions: ArrayLike<number>, starts: ArrayLike<number>) {
    this.transitions = new Float64Array(labelCount * labelCount);
    this.starts = new Float64Array(labelCount);
    for (let to = 0; to < labelCount; to++) {
      this.starts[to] = isInside(to) ? never : (starts[to] ?? 0);
      for (let from = 0; from < labelCount; from++) {
        this.transitions[from * labelCount + to] = mayFollow(from, to)
          ? (transitions[from * labelCount + to] ?? 0)
          : never;
      }
    }
    this.#factors = this.transitions.map((score) => (score <= never ? 0 : Math.exp(score)));
    this.#startFactors = this.starts.map((score) => (score <= never ? 0 : Math.exp(score)));
  }

  #room(size: number): void {
    if (this.#best.length >= size * labelCount) return;
    const length = 2 * size * labelCount;
    this.#best = new Float64Array(length);
    this.#back = new Uint8Array(length);
    this.#forward = new Float64Array(length);
    this.#backward = new Float64Array(length);
    this.#emit = new Float64Array(length);
  }

  /** The labels of the best path. @param scores of each place and label */
  decode(scores: Float64Array, size: number): Uint8Array {
    this.#room(size);
    const best = this.#best;
    const back = this.#back;
    const { transitions } = this;
    for (let label = 0; label < labelCount; label++)
      best[label] = this.starts[label]! + scores[label]!;
    for (let at = 1; at < size; at++) {
      const now = at * labelCount;
      const before = now - labelCount;
      for (let to = 0; to < labelCount; to++) {
        let top = -Infinity;
        let from = 0;
        if (to > 0 && to % 2 === 0) {
          const begun = best[before + to - 1]! + transitions[(to - 1) * labelCount + to]!;
          const going = best[before + to]! + transitions[to * labelCount + to]!;
          top = begun > going ? begun : going;
          from = begun > going ? to - 1 : to;
        } else {
          for (let label = 0; label < labelCount; label++) {
            const score = best[before + label]! + transitions[label * labelCount + to]!;
            if (score > top) {
              top = score;
              from = label;
            }
          }
        }
        best[now + to] = top + scores[now + to]!;
        back[now + to] = from;
      }
    }
    const path = new Uint8Array(size);
    const lastRow = (size - 1) * labelCount;
    let label = 0;
    for (let each = 1; each < labelCount; each++)
      if (best[lastRow + each]! > best[lastRow + label]!) label = each;
    for (let at = size - 1; at >= 0; at--) {
      path[at] = label;
      label = back[at * labelCount + label]!;
    }
    return path;
  }

  /** Works out the probabilities that `span` and `marginal` then give. */
  run(scores: Float64Array, size: number): void {
    this.#room(size);
    const forward = this.#forward;
    const backward = this.#backward;
    const emit = this.#emit;
    const factors = this.#factors;
    for (let at = 0; at < size; at++) {
      const now = at * labelCount;
      let top = -Infinity;
      for (let label = 0; label < labelCount; label++)
        if (scores[now + label]! > top) top = scores[now + label]!;
      for (let label = 0; label < labelCount; label++)
        emit[now + label] = Math.exp(scores[now + label]! - top);
      let sum = 0;
      if (at === 0) {
        for (let label = 0; label < labelCount; label++)
          sum += forward[label] = this.#startFactors[label]! * emit[label]!;
      } else {
        const before = now - labelCount;
        for (let to = 0; to < labelCount; to++) {
          let total = 0;
          if (to > 0 && to % 2 === 0) {
            total =
              forward[before + to - 1]! * factors[(to - 1) * labelCount + to]! +
              forward[before + to]! * factors[to * labelCount + to]!;
          } else {
            for (let from = 0; from < labelCount; from++)
              total += forward[before + from]! * factors[from * labelCount + to]!;
          }
          sum += forward[now + to] = total * emit[now + to]!;
        }
      }
      for (let label = 0; label < labelCount; label++) forward[now + label]! /= sum;
    }
    const last = (size - 1) * labelCount;
    for (let label = 0; label < labelCount; label++) backward[last + label] = 1;
    for (let at = size - 2; at >= 0; at--) {
      const now = at * labelCount;
      const after = now + labelCount;
      let sum = 0;
      for (let from = 0; from < labelCount; from++) {
        let total = 0;
        for (let to = 0; to < labelCount; to++)
          total += factors[from * labelCount + to]! * emit[after + to]! * backward[after + to]!;
        sum += backward[now + from] = total;
      }
      for (let label = 0; label < labelCount; label++) backward[now + label]! /= sum;
    }
  }

  /** After `run`: how likely exactly these places make up a name of this type, with neither end longer. */
  span(start: number, end: number, type: number, size: number): number {
    const factors = this.#factors;
    const forward = this.#forward;
    const backward = this.#backward;
    const emit = this.#emit;
    const begin = beginOf(type);
    const inside = insideOf(type);
    let likely = forward[start * labelCount + begin]!;
    // The paths through the span against all paths, place by place, so that nothing under- or overflows.
    const all = new Float64Array(labelCount);
    for (let label = 0; label < labelCount; label++)
      all[label] = forward[start * labelCount + label]!;
    let label = begin;
    for (let at = start + 1; at < end; at++) {
      const now = at * labelCount;
      const next = new Float64Array(labelCount);
      let sum = 0;
      for (let to = 0; to < labelCount; to++) {
        let total = 0;
        for (let from = 0; from < labelCount; from++)
          total += all[from]! * factors[from * labelCount + to]!;
        sum += next[to] = total * emit[now + to]!;
      }
      likely = (likely * factors[label * labelCount + inside]! * emit[now + inside]!) / sum;
      for (let to = 0; to < labelCount; to++) all[to] = next[to]! / sum;
      label = inside;
    }
    const last = (end - 1) * labelCount;
    let everything = 0;
    for (let each = 0; each < labelCount; each++) everything += all[each]! * backward[last + each]!;
    let ending = backward[last + label]!;
    if (end < size) {
      const after = end * labelCount;
      let total = 0;
      let closing = 0;
      for (let to = 0; to < labelCount; to++) {
        const part = factors[label * labelCount + to]! * emit[after + to]! * backward[after + to]!;
        total += part;
        if (to !== inside) closing += part;
      }
      ending *= total > 0 ? closing / total : 0;
    }
    return everything > 0 ? Math.min(1, (likely * ending) / everything) : 0;
  }
}

/** A name found over places of a sentence. */
export interface LabelSpan {
  start: number;
  end: number;
  type: number;
}

/** The names of a path of labels. */
export function spansOf(path: Uint8Array): LabelSpan[] {
  const spans: LabelSpan[] = [];
  let open: LabelSpan | undefined;
  for (let at = 0; at < path.length; at++) {
    const label = path[at]!;
    if (label === 0) {
      open = undefined;
    } else if (isInside(label) && open && open.type === typeOf(label)) {
      open.end = at + 1;
    } else {
      open = { start: at, end: at + 1, type: typeOf(label) };
      spans.push(open);
    }
  }
  return spans;
}
