/** Best path and probabilities over the labels of a sentence or a stretch of it, for a linear chain. */
import { beginOf, insideOf, isInside, labelCount, mayFollow, typeOf } from './labels.ts';

const never = -1e4;

/** Paths less likely than this are passed over. */
const negligible = 1e-12;

/** Transition scores with the forbidden ones made impossible. */
export class Lattice {
  readonly transitions: Float64Array;
  readonly starts: Float64Array;
  /** The same by the later label first, so that a label's arrivals lie side by side. */
  readonly #arrivals: Float64Array;
  readonly #factorsInto: Float64Array;
  /** The same as factors. */
  readonly #factors: Float64Array;
  readonly #startFactors: Float64Array;
  #best = new Float64Array(0);
  #back = new Uint8Array(0);
  #forward = new Float64Array(0);
  #backward = new Float64Array(0);
  #emit = new Float64Array(0);
  #sums = new Float64Array(0);

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
    this.#arrivals = transposed(this.transitions);
    this.#factorsInto = transposed(this.#factors);
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
    this.#sums = new Float64Array(2 * size);
  }

  /**
   * Writes the labels of the best path over a stretch of a sentence into `path`.
   *
   * @param scores of each place of the sentence and label
   * @param from first place of the stretch; the place before it, if there is one, is outside all names
   * @param to the place after its last; outside all names, if there is one
   */
  decode(scores: Float64Array, from: number, to: number, path: Uint8Array): void {
    const size = to - from;
    this.#room(size);
    const best = this.#best;
    const back = this.#back;
    const { transitions } = this;
    const arrivals = this.#arrivals;
    const first = from * labelCount;
    for (let label = 0; label < labelCount; label++) {
      best[label] =
        (from === 0 ? this.starts[label]! : transitions[label]!) + scores[first + label]!;
    }
    for (let at = 1; at < size; at++) {
      const now = at * labelCount;
      const before = now - labelCount;
      for (let label = 0; label < labelCount; label++) {
        let top = -Infinity;
        let previous = 0;
        if (label > 0 && label % 2 === 0) {
          const begun = best[before + label - 1]! + transitions[(label - 1) * labelCount + label]!;
          const going = best[before + label]! + transitions[label * labelCount + label]!;
          top = begun > going ? begun : going;
          previous = begun > going ? label - 1 : label;
        } else {
          for (let each = 0; each < labelCount; each++) {
            const score = best[before + each]! + arrivals[label * labelCount + each]!;
            if (score > top) {
              top = score;
              previous = each;
            }
          }
        }
        best[now + label] = top + scores[first + now + label]!;
        back[now + label] = previous;
      }
    }
    const lastRow = (size - 1) * labelCount;
    const closed = to * labelCount < scores.length;
    let label = 0;
    let top = -Infinity;
    for (let each = 0; each < labelCount; each++) {
      const score = best[lastRow + each]! + (closed ? transitions[each * labelCount]! : 0);
      if (score > top) {
        top = score;
        label = each;
      }
    }
    for (let at = size - 1; at >= 0; at--) {
      path[from + at] = label;
      label = back[at * labelCount + label]!;
    }
  }

  /** Works out the probabilities over a stretch, which `span` then gives. Parameters as for `decode`. */
  run(scores: Float64Array, from: number, to: number): void {
    const size = to - from;
    this.#room(size);
    const forward = this.#forward;
    const backward = this.#backward;
    const emit = this.#emit;
    const factors = this.#factors;
    const into = this.#factorsInto;
    const first = from * labelCount;
    for (let at = 0; at < size; at++) {
      const now = at * labelCount;
      let top = -Infinity;
      for (let label = 0; label < labelCount; label++) {
        if (scores[first + now + label]! > top) top = scores[first + now + label]!;
      }
      for (let label = 0; label < labelCount; label++) {
        emit[now + label] = Math.exp(scores[first + now + label]! - top);
      }
      let sum = 0;
      if (at === 0) {
        const opening = from === 0 ? this.#startFactors : factors;
        for (let label = 0; label < labelCount; label++) {
          sum += forward[label] = opening[label]! * emit[label]!;
        }
      } else {
        const before = now - labelCount;
        forward.fill(0, now, now + labelCount);
        for (let each = 0; each < labelCount; each++) {
          const likely = forward[before + each]!;
          if (likely < negligible) continue;
          const row = each * labelCount;
          forward[now]! += likely * factors[row]!;
          for (let label = 1; label < labelCount; label += 2)
            forward[now + label]! += likely * factors[row + label]!;
          const inside = isInside(each) ? each : each + 1;
          if (each > 0) forward[now + inside]! += likely * factors[row + inside]!;
        }
        for (let label = 0; label < labelCount; label++)
          sum += forward[now + label]! *= emit[now + label]!;
      }
      this.#sums[at] = sum;
      for (let label = 0; label < labelCount; label++) forward[now + label]! /= sum;
    }
    const last = (size - 1) * labelCount;
    const closed = to * labelCount < scores.length;
    for (let label = 0; label < labelCount; label++) {
      backward[last + label] = closed ? factors[label * labelCount]! : 1;
    }
    for (let at = size - 2; at >= 0; at--) {
      const now = at * labelCount;
      const after = now + labelCount;
      let sum = 0;
      backward.fill(0, now, after);
      for (let next = 0; next < labelCount; next++) {
        const part = emit[after + next]! * backward[after + next]!;
        if (part < negligible) continue;
        if (isInside(next)) {
          backward[now + next]! += factors[next * labelCount + next]! * part;
          backward[now + next - 1]! += factors[(next - 1) * labelCount + next]! * part;
        } else {
          for (let label = 0; label < labelCount; label++)
            backward[now + label]! += into[next * labelCount + label]! * part;
        }
      }
      for (let label = 0; label < labelCount; label++) sum += backward[now + label]!;
      for (let label = 0; label < labelCount; label++) backward[now + label]! /= sum;
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
    let likely = forward[(start - from) * labelCount + begin]!;
    let label = begin;
    for (let at = start + 1 - from; at < end - from; at++) {
      const now = at * labelCount;
      likely =
        (likely * factors[label * labelCount + inside]! * emit[now + inside]!) / this.#sums[at]!;
      label = inside;
    }
    const last = (end - 1 - from) * labelCount;
    let everything = 0;
    for (let each = 0; each < labelCount; each++) {
      everything += forward[last + each]! * backward[last + each]!;
    }
    let ending = backward[last + label]!;
    if (end < to) {
      const after = (end - from) * labelCount;
      let total = 0;
      let longer = 0;
      for (let next = 0; next < labelCount; next++) {
        const part =
          factors[label * labelCount + next]! * emit[after + next]! * backward[after + next]!;
        total += part;
        if (next === inside) longer = part;
      }
      ending *= total > 0 ? 1 - longer / total : 0;
    }
    return everything > 0 ? Math.max(0, Math.min(1, (likely * ending) / everything)) : 0;
  }
}

function transposed(square: Float64Array): Float64Array {
  return square.map(
    (_, cell) => square[(cell % labelCount) * labelCount + Math.floor(cell / labelCount)]!,
  );
}

/** A name found over places of a sentence. */
export interface LabelSpan {
  start: number;
  end: number;
  type: number;
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
      open = { start: at, end: at + 1, type: typeOf(label) };
      spans.push(open);
    }
  }
  return spans;
}
