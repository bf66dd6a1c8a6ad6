/** Labels the sentences of a document: once by themselves, and again in the light of what the first pass found elsewhere in it. */
import type { Token } from '../../../src/text/tokens.ts';
import {
  contextFeatures,
  FeatureList,
  markSport,
  prepare,
  runFeatures,
  type Prepared,
} from './features.ts';
import { labelCount } from './labels.ts';
import { Lattice, spansOf, type LabelSpan } from './lattice.ts';
import {
  addDocumentScores,
  DocumentMemory,
  mostDocumentFeatures,
  type FirstPass,
} from './memory.ts';
import type { Scorer } from './scorer.ts';
import { looks } from './words.ts';

const labels = labelCount;

/** Room for scores that is kept from one document to the next: that of a very long one would be held for nothing. */
const mostKeptScores = 1 << 20;

/** A sentence to be labelled: its tokens, and the text that they are of. */
export interface SentenceUnit {
  text: string;
  tokens: readonly Token[];
}

/** A name over tokens of a sentence. */
export interface SentenceName {
  start: number;
  end: number;
  /** Index into `nameTypes`. */
  type: number;
  /** The probability under the model, not yet calibrated. */
  confidence: number;
}

export class SequenceTagger {
  readonly #scorer: Scorer;
  readonly #first: Lattice;
  readonly #second: Lattice;
  readonly #features = new FeatureList();
  #room = {
    features: new Int32Array(0),
    begins: new Int32Array(0),
    scores: new Float64Array(0),
  };
  #scores = new Float64Array(0);

  constructor(scorer: Scorer) {
    const { parts } = scorer;
    this.#scorer = scorer;
    this.#first = new Lattice(parts.transitions, parts.starts);
    this.#second = new Lattice(parts.documentTransitions, parts.documentStarts);
  }

  /** The names of each sentence. */
  tag(units: readonly SentenceUnit[]): SentenceName[][] {
    return this.label(this.#prepare(units));
  }

  /** The names of sentences that have been worked out. */
  label(sentences: readonly Prepared[]): SentenceName[][] {
    const passes = this.#firstPasses(sentences);
    const isTwofold = this.#scorer.parts.documentRows.length > 0;
    const memory = isTwofold ? new DocumentMemory(passes) : undefined;
    const names = passes.map((pass) =>
      memory?.hasEvidence(pass) ? this.#secondPass(pass, memory) : this.#names(pass),
    );
    if (this.#scores.length > mostKeptScores) this.#scores = new Float64Array(0);
    return names;
  }

  /** All sentences by themselves; their scores stand until the next document is read. */
  #firstPasses(sentences: readonly Prepared[]): FirstPass[] {
    let size = 0;
    for (const { words } of sentences) size += words.length * labels;
    if (this.#scores.length < size)
      this.#scores = new Float64Array(size > mostKeptScores ? size : 2 * size);
    let from = 0;
    return sentences.map((sentence) => {
      const end = from + sentence.words.length * labels;
      const pass = this.firstPass(sentence, this.#scores.subarray(from, end));
      from = end;
      return pass;
    });
  }

  #prepare(units: readonly SentenceUnit[]): Prepared[] {
    const number = this.#scorer.nextDocument();
    const rows = units.map(({ text, tokens }) =>
      tokens.map(({ start, end }) => {
        const word = this.#scorer.word(text, start, end);
        if (word.look === looks.lower) word.lemma.lowerIn = number;
        return word;
      }),
    );
    const sentences = units.map(({ tokens }, index) => {
      const touches = (at: number): boolean => at > 0 && tokens[at - 1]?.end === tokens[at]?.start;
      return prepare(rows[index] ?? [], touches, this.#scorer.parts.lexicon, number);
    });
    markSport(sentences);
    return sentences;
  }

  /**
   * A sentence by itself. Only the stretches where names may be are gone through: what is left out are places where outside beats every
   * beginning of a name by so much that nothing around them can change it, after a place outside names.
   */
  firstPass(
    sentence: Prepared,
    scores = new Float64Array(sentence.words.length * labels),
  ): FirstPass {
    const { words, quiet, runStart } = sentence;
    const size = words.length;
    const path = new Uint8Array(size);
    const scorer = this.#scorer;
    const lattice = this.#first;
    const features = this.#features;
    const unquestioned = quietMargin / scorer.parts.scale;
    const stretches: number[] = [];
    /** Where the stretch at hand begins; -1 outside. */
    let from = -1;
    /** The run whose features the scorer holds. */
    let known = -1;
    for (let at = 0; at < size; at++) {
      const isQuiet = quiet[at] === 1;
      if (from < 0 && isQuiet && scorer.leastMargin(words, at) > unquestioned) {
        // What is known of its scores; the second pass learns from these, too.
        scores.fill(0, at * labels, (at + 1) * labels);
        scores[at * labels] = quietMargin;
        continue;
      }
      const run = isQuiet ? -1 : runStart[at]!;
      if (run >= 0 && run !== known) {
        known = run;
        features.count = 0;
        runFeatures(sentence, run, features);
        scorer.startRun(features);
      }
      features.count = 0;
      if (!isQuiet) contextFeatures(sentence, at, features);
      scorer.score(words, at, features, run >= 0, scores, at * labels);
      if (from < 0) {
        if (marginOf(scores, at * labels) > (isQuiet ? quietMargin : loudMargin)) continue;
        from = at;
      }
      const lead = from === at ? lattice.begin(scores, at) : lattice.step(scores, at);
      if (lead > (isQuiet ? quietLead : loudLead) || at === size - 1) {
        lattice.finish(at < size - 1, path);
        stretches.push(from, at + 1);
        from = -1;
      }
    }
    return { sentence, scores, stretches, path, spans: spansOf(path) };
  }

  /** The names of a sentence that nothing elsewhere in the document bears on. */
  #names(pass: FirstPass): SentenceName[] {
    return withConfidence(this.#first, pass.scores, pass.stretches, pass.spans);
  }

  #secondPass(pass: FirstPass, memory: DocumentMemory): SentenceName[] {
    const { documentRows, documentWeight } = this.#scorer.parts;
    const size = pass.sentence.words.length;
    if (this.#room.begins.length <= size) {
      this.#room = {
        features: new Int32Array(2 * size * mostDocumentFeatures),
        begins: new Int32Array(2 * size + 1),
        scores: new Float64Array(2 * size * labels),
      };
    }
    const scores = this.#room.scores.subarray(0, size * labels);
    addDocumentScores(pass, memory, documentRows, documentWeight, scores, this.#room);
    const path = new Uint8Array(size);
    for (let each = 0; each < pass.stretches.length; each += 2) {
      this.#second.decode(scores, pass.stretches[each]!, pass.stretches[each + 1]!, path);
    }
    return withConfidence(this.#second, scores, pass.stretches, spansOf(path));
  }
}

/** By how much outside must beat every beginning of a name for a place to be left out: a quiet one, and one with capitals about. */
const quietMargin = 8;
const loudMargin = 12;
/**
 * By how much the best path to a place must lead, if it ends outside names, for a stretch to end there. Where a name may follow, it may
 * yet turn out to have begun before.
 */
const quietLead = 9;
const loudLead = 16;

/** By how much outside beats every beginning of a name in a row of scores. */
function marginOf(scores: Float64Array, row: number): number {
  let most = -Infinity;
  for (let label = 1; label < labels; label += 2) {
    if (scores[row + label]! > most) most = scores[row + label]!;
  }
  return scores[row]! - most;
}

/** The spans with their probabilities. */
function withConfidence(
  lattice: Lattice,
  scores: Float64Array,
  stretches: readonly number[],
  spans: readonly LabelSpan[],
): SentenceName[] {
  const names: SentenceName[] = [];
  let each = 0;
  let ready = -1;
  for (const span of spans) {
    while (stretches[each + 1]! < span.end) each += 2;
    const from = stretches[each]!;
    const to = stretches[each + 1]!;
    if (ready !== each) lattice.run(scores, from, to);
    ready = each;
    const { start, end, type } = span;
    names.push({ start, end, type, confidence: lattice.span(start, end, type, from, to) });
  }
  return names;
}
