/**
 * What a document as a whole shows of its words: in which names the first pass found each, so that a second pass can read a place in
 * the light of the others. "Tokayev" alone is a person where "Kassym-Jomart Tokayev" stands elsewhere.
 */
import type { Prepared } from './features.ts';
import { labelCount, nameTypes, outside, typeOf } from './labels.ts';
import type { LabelSpan } from './lattice.ts';
import { looks, type Word } from './words.ts';

/** A sentence after the first pass. */
export interface FirstPass {
  sentence: Prepared;
  /** Scores of each place and label. */
  scores: Float64Array;
  /** Stretches in which there may be names, as places from and to, one after the other; all else is outside. */
  stretches: number[];
  path: Uint8Array;
  spans: LabelSpan[];
}

const labels = labelCount;
const typeCount = nameTypes.length;
/** Places in a name: alone, not last, last. */
const roleCount = 3;

export interface Memory {
  /** The number of the document of which this is. */
  owner: number;
  /** Where its cells by type and role begin among those of the document. */
  names: number;
  /** Capitalised and outside names, where the capital says something. */
  outside: number;
  /** At how many places. */
  places: number;
}

/** Offsets of the kinds of feature. */
const evidence = 0;
const roles = evidence + 8 * 9;
const against = roles + 8 * roleCount * 4;
const second = against + 8 * 8 * 3;
const style = second + 8 * 8;
const acronym = style + 8 * 3;
const pair = acronym + typeCount * 2;

/** How many features the second pass has. */
export const documentFeatureCount = pair + 8 * 8;

/** Most features that a place can have. */
export const mostDocumentFeatures = 12;

/** Documents so far, to tell their memories apart: words outlive documents, and keep none of them alive. */
let documents = 0;

/** Collects what the first pass found, and tells of each place what the others show. */
export class DocumentMemory {
  readonly #number = ++documents;
  #names = new Float64Array(64 * typeCount * roleCount);
  #used = 0;
  readonly #initials = new Map<string, Float64Array>();

  constructor(passes: readonly FirstPass[]) {
    for (const pass of passes) this.learn(pass);
  }

  #memory(word: Word): Memory {
    const { lemma } = word;
    let { memory } = lemma;
    if (memory?.owner === this.#number) return memory;
    memory ??= lemma.memory = { owner: 0, names: 0, outside: 0, places: 0 };
    memory.owner = this.#number;
    memory.names = this.#room();
    memory.outside = 0;
    memory.places = 0;
    return memory;
  }

  /** Room for a word's cells. */
  #room(): number {
    const from = this.#used;
    this.#used += typeCount * roleCount;
    if (this.#used > this.#names.length) {
      const larger = new Float64Array(2 * this.#names.length);
      larger.set(this.#names);
      this.#names = larger;
    }
    return from;
  }

  #known({ lemma }: Word): Memory | undefined {
    const { memory } = lemma;
    return memory?.owner === this.#number ? memory : undefined;
  }

  /** Takes in what the first pass found in one more sentence. Keeps nothing of it but sums. */
  learn({ sentence, scores, path, spans }: FirstPass): void {
    const { words } = sentence;
    for (const span of spans) {
      const { start, end, type } = span;
      const confidence = (span.sureness = sureness(scores, path, start, end));
      for (let at = start; at < end; at++) {
        const word = words[at]!;
        if (word.look === looks.mark || word.look === looks.hyphen || !word.capital) continue;
        const memory = this.#memory(word);
        this.#names[memory.names + type * roleCount + roleOf(at, start, end)]! += confidence;
        memory.places++;
      }
      if (end - start > 1) this.#learnInitials(words, start, end, type, confidence);
    }
    if (sentence.style > 0) return;
    for (let at = sentence.start + 1; at < sentence.end; at++) {
      if (path[at] !== outside || !words[at]!.capital) continue;
      const memory = this.#memory(words[at]!);
      memory.outside++;
      memory.places++;
    }
  }

  #learnInitials(
    words: readonly (Word | undefined)[],
    start: number,
    end: number,
    type: number,
    confidence: number,
  ): void {
    let initials = '';
    for (let at = start; at < end; at++)
      if (words[at]!.capital) initials += words[at]!.text.charAt(0);
    if (initials.length < 2) return;
    let types = this.#initials.get(initials);
    if (!types) this.#initials.set(initials, (types = new Float64Array(typeCount)));
    types[type]! += confidence;
  }

  /** Whether anything is known of a sentence's words beyond what it shows itself. */
  hasEvidence({ sentence: { words, start, end } }: FirstPass): boolean {
    for (let at = start; at < end; at++) {
      const word = words[at]!;
      if (!word.capital) continue;
      if ((this.#known(word)?.places ?? 0) > 1) return true;
      if (word.look === looks.upper && this.#initials.has(word.text)) return true;
    }
    return false;
  }

  /** Writes the features of all places of a sentence: of its first `begins[0]` to `begins[1]` in `out`, and so on. */
  features(pass: FirstPass, out: Int32Array, begins: Int32Array): void {
    const { sentence, scores, path, spans } = pass;
    const { words, start, end } = sentence;
    let count = 0;
    let span = 0;
    let before = -1;
    for (let at = start; at < end; at++) {
      begins[at - start] = count;
      const word = words[at]!;
      while (span < spans.length && spans[span]!.end <= at) span++;
      if (!word.capital) {
        if (word.look !== looks.hyphen) before = -1;
        continue;
      }
      if (word.look === looks.upper) {
        const types = this.#initials.get(word.text);
        if (types) out[count++] = acronym + 2 * largest(types) + (sentence.bracketed[at] ? 1 : 0);
      }
      const memory = this.#known(word);
      if (!memory) {
        before = -1;
        continue;
      }
      const own = spans[span] && spans[span]!.start <= at ? spans[span]! : undefined;
      const ownRole = own ? own.type * roleCount + roleOf(at, own.start, own.end) : -1;
      let ownWeight = 0;
      if (own) {
        // Once a span, since a run of capitals may be one name of thousands of words; in a long document, the span is made anew.
        if (own.sureness < 0) own.sureness = sureness(scores, path, own.start, own.end);
        ownWeight = own.sureness;
      }
      const ownOutside = !own && at > start && sentence.style === 0 && path[at] === outside ? 1 : 0;
      const left = memory.outside - ownOutside;
      let total = left;
      let best = -1;
      let next = -1;
      let bestWeight = 0;
      let nextWeight = 0;
      let role = 0;
      for (let type = 0; type < typeCount; type++) {
        let weight = 0;
        let top = 0;
        let topRole = 0;
        for (let each = 0; each < roleCount; each++) {
          const cell = type * roleCount + each;
          const part = this.#names[memory.names + cell]! - (cell === ownRole ? ownWeight : 0);
          weight += part;
          if (part > top) {
            top = part;
            topRole = each;
          }
        }
        total += weight;
        if (weight > bestWeight) {
          next = best;
          nextWeight = bestWeight;
          best = type;
          bestWeight = weight;
          role = topRole;
        } else if (weight > nextWeight) {
          next = type;
          nextWeight = weight;
        }
      }
      if (total < 0.05) {
        before = -1;
        continue;
      }
      if (left > bestWeight) {
        next = best;
        nextWeight = bestWeight;
        best = 7;
        bestWeight = left;
        role = 0;
      }
      const share = bestWeight > 0.85 * total ? 2 : bestWeight > 0.6 * total ? 1 : 0;
      const amount = total > 2.5 ? 2 : total > 0.8 ? 1 : 0;
      out[count++] = evidence + best * 9 + share * 3 + amount;
      const from = sentence.runStart[at]!;
      const to = sentence.runEnd[at]!;
      const place = from === to ? 0 : at === from ? 1 : at === to ? 2 : 3;
      out[count++] = roles + (best * roleCount + role) * 4 + place;
      const label = path[at]!;
      out[count++] = against + (best * 8 + (label === outside ? 7 : typeOf(label))) * 3 + share;
      if (next >= 0 && nextWeight > 0.25) out[count++] = second + best * 8 + next;
      out[count++] = style + best * 3 + sentence.style;
      if (before >= 0) out[count++] = pair + before * 8 + best;
      before = best;
    }
    begins[end - start] = count;
  }
}

/** How sure the first pass is of a span, by the scores of its weakest place alone. Cheaper than its probability, and good enough to weigh by. */
function sureness(scores: Float64Array, path: Uint8Array, start: number, end: number): number {
  let least = 1;
  for (let at = start; at < end; at++) {
    const row = at * labels;
    const own = scores[row + path[at]!]!;
    let sum = 0;
    for (let label = 0; label < labels; label++) {
      const below = scores[row + label]! - own;
      if (below > -12) sum += Math.exp(below);
    }
    if (1 / sum < least) least = 1 / sum;
  }
  return least;
}

function roleOf(at: number, start: number, end: number): number {
  return end - start === 1 ? 0 : at === end - 1 ? 2 : 1;
}

function largest(list: Float64Array): number {
  let best = 0;
  for (let index = 1; index < list.length; index++) if (list[index]! > list[best]!) best = index;
  return best;
}

/** Makes the scores of the second pass out of those of the first, by the document's weights. */
export function addDocumentScores(
  pass: FirstPass,
  memory: DocumentMemory,
  rows: Float32Array,
  weight: number,
  room: { features: Int32Array; begins: Int32Array },
): void {
  memory.features(pass, room.features, room.begins);
  const { scores, stretches, sentence } = pass;
  const { begins, features } = room;
  // Outside the stretches there are no names, and nobody looks at the scores.
  for (let stretch = 0; stretch < stretches.length; stretch += 2) {
    const to = stretches[stretch + 1]!;
    for (let at = stretches[stretch]!; at < to; at++) {
      const row = at * labels;
      for (let label = 0; label < labels; label++) scores[row + label]! *= weight;
      const last = begins[at - sentence.start + 1]!;
      for (let each = begins[at - sentence.start]!; each < last; each++) {
        const from = features[each]! * labels;
        for (let label = 0; label < labels; label++) scores[row + label]! += rows[from + label]!;
      }
    }
  }
}
