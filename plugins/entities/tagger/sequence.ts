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
import type { Scorer } from './model.ts';
import { looks } from './words.ts';

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
  readonly #sums = new Int32Array(labelCount);
  readonly #shared = new Int32Array(labelCount);
  #room = { features: new Int32Array(0), begins: new Int32Array(0) };

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
    const passes = sentences.map((sentence) => this.firstPass(sentence));
    if (!this.#scorer.parts.documentRows.length) return passes.map((pass) => this.#names(pass));
    const memory = new DocumentMemory(passes);
    return passes.map((pass) =>
      memory.hasEvidence(pass) ? this.#secondPass(pass, memory) : this.#names(pass),
    );
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

  /** A sentence by itself. */
  firstPass(sentence: Prepared): FirstPass {
    const scores = new Float64Array(sentence.words.length * labelCount);
    const stretches = this.#score(sentence, scores);
    const path = new Uint8Array(sentence.words.length);
    for (let each = 0; each < stretches.length; each += 2) {
      this.#first.decode(scores, stretches[each]!, stretches[each + 1]!, path);
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
      };
    }
    const scores = new Float64Array(size * labelCount);
    addDocumentScores(pass, memory, documentRows, documentWeight, scores, this.#room);
    const path = new Uint8Array(size);
    for (let each = 0; each < pass.stretches.length; each += 2) {
      this.#second.decode(scores, pass.stretches[each]!, pass.stretches[each + 1]!, path);
    }
    return withConfidence(this.#second, scores, pass.stretches, spansOf(path));
  }

  /**
   * Fills in the scores of the places where names may be. @returns the stretches that they make up, as places from and to, one after the
   * other: all but quiet places where outside beats every name by so much that nothing around them can change it
   */
  #score(sentence: Prepared, scores: Float64Array): Int32Array {
    const { words, quiet, runStart } = sentence;
    const { scale } = this.#scorer.parts;
    const limit = margin / scale;
    const sums = this.#sums;
    const features = this.#features;
    const shared = this.#shared;
    const ends: number[] = [];
    let open = false;
    /** The run whose features' sums are at hand. */
    let known = -1;
    for (let at = 0; at < words.length; at++) {
      let plain = quiet[at] === 1 && this.#scorer.leastMargin(words, at) > limit;
      if (!plain) {
        sums.fill(0);
        const run = runStart[at]!;
        if (run >= 0 && quiet[at] === 0) {
          if (run !== known) {
            known = run;
            shared.fill(0);
            features.count = 0;
            runFeatures(sentence, run, features);
            this.#scorer.addAll(features, shared);
          }
          sums.set(shared);
        }
        this.#scorer.addWords(words, at, sums, 0);
        features.count = 0;
        contextFeatures(sentence, at, features);
        this.#scorer.addAll(features, sums);
        plain = quiet[at] === 1 && isPlain(sums, limit);
        const row = at * labelCount;
        for (let label = 0; label < labelCount; label++) scores[row + label] = sums[label]! * scale;
      }
      if (open === plain) {
        ends.push(at);
        open = !open;
      }
    }
    if (open) ends.push(words.length);
    return Int32Array.from(ends);
  }
}

/** By how much outside must beat every name for a quiet place to end a stretch. */
const margin = 10;

function isPlain(sums: Int32Array, limit: number): boolean {
  const most = sums[0]! - limit;
  for (let label = 1; label < labelCount; label++) if (sums[label]! > most) return false;
  return true;
}

/** The spans with their probabilities. */
function withConfidence(
  lattice: Lattice,
  scores: Float64Array,
  stretches: Int32Array,
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
    names.push({ ...span, confidence: lattice.span(span.start, span.end, span.type, from, to) });
  }
  return names;
}
