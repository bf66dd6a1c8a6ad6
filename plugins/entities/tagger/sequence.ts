/** Labels the sentences of a document: once by themselves, and again in the light of what the first pass found elsewhere in it. */
import type { TokenPlaces } from '../../../src/text/tokens.ts';
import type { VocabularyWord } from '../vocabulary.ts';
import {
  contextFeatures,
  countSport,
  FeatureList,
  gap,
  markSport,
  mostKeptPlaces,
  Places,
  prepareAt,
  roomFor,
  runFeatures,
  type Prepared,
  type SportCount,
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

/** A sentence to be labelled: some tokens of a text, `from` up to `to`. */
export interface SentenceUnit {
  text: string;
  places: TokenPlaces;
  from: number;
  to: number;
  /** The words of these tokens, where they are known. */
  words?: readonly VocabularyWord[] | undefined;
}

/** A name over tokens of a sentence, counted from its first. */
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
  readonly #mostAtOnce: number;
  readonly #features = new FeatureList();
  #places = new Places();
  /** Of each place, scores and the label on the best path. */
  #scores = new Float64Array(0);
  #path = new Uint8Array(0);
  #room = { features: new Int32Array(0), begins: new Int32Array(0) };

  /** @param mostAtOnce - How many places are held at once. */
  constructor(scorer: Scorer, mostAtOnce = mostPlacesAtOnce) {
    const { parts } = scorer;
    this.#scorer = scorer;
    this.#mostAtOnce = mostAtOnce;
    this.#first = new Lattice(parts.transitions, parts.starts);
    this.#second = new Lattice(parts.documentTransitions, parts.documentStarts);
  }

  /** The names of each sentence. */
  tag(units: readonly SentenceUnit[]): SentenceName[][] {
    const size = sizeOf(units);
    const number = this.#scorer.nextDocument();
    if (size > this.#mostAtOnce) return this.#tagLong(units, number);
    const passes = this.#firstPasses(units, size, number);
    const isTwofold = this.#scorer.parts.documentRows.length > 0;
    const memory = isTwofold ? new DocumentMemory(passes) : undefined;
    const names = this.#namesOf(passes, memory);
    this.#forget(size);
    return names;
  }

  /**
   * The same for a document of which not all sentences are held at once: they are read for what they show as a whole, and a second time for
   * their names. What is known of a place takes a hundred and fifty bytes, and of an article of 10 MB there are two million.
   */
  #tagLong(units: readonly SentenceUnit[], number: number): SentenceName[][] {
    const batches = inBatches(units, Math.min(this.#mostAtOnce, mostKeptPlaces));
    const sport: SportCount = { all: 0, sport: 0 };
    for (const batch of batches) {
      this.#fill(batch.units, batch.size, number);
      const { words } = this.#places;
      const count = countSport(words, 0, batch.size);
      sport.all += count.all;
      sport.sport += count.sport;
    }
    let memory: DocumentMemory | undefined;
    if (this.#scorer.parts.documentRows.length > 0) {
      memory = new DocumentMemory([]);
      for (const batch of batches) {
        for (const pass of this.#firstPasses(batch.units, batch.size, number, sport))
          memory.learn(pass);
      }
    }
    const names: SentenceName[][] = [];
    for (const batch of batches) {
      const passes = this.#firstPasses(batch.units, batch.size, number, sport);
      for (const each of this.#namesOf(passes, memory)) names.push(each);
    }
    this.#forget(Math.max(...batches.map(({ size }) => size)));
    return names;
  }

  /** All sentences by themselves; their scores stand until the next are read. */
  #firstPasses(
    units: readonly SentenceUnit[],
    size: number,
    number: number,
    sport?: SportCount,
  ): FirstPass[] {
    const sentences = this.#prepare(units, size, number, sport);
    if (this.#path.length < size) {
      this.#scores = new Float64Array(roomFor(size) * labels);
      this.#path = new Uint8Array(roomFor(size));
    } else this.#path.fill(0, 0, size);
    const passes: FirstPass[] = [];
    for (const sentence of sentences)
      passes.push(this.firstPass(sentence, this.#scores, this.#path));
    return passes;
  }

  #namesOf(passes: readonly FirstPass[], memory: DocumentMemory | undefined): SentenceName[][] {
    const names: SentenceName[][] = [];
    for (const pass of passes)
      names.push(memory?.hasEvidence(pass) ? this.#secondPass(pass, memory) : this.#names(pass));
    return names;
  }

  #forget(size: number): void {
    if (size > mostKeptPlaces) {
      this.#places = new Places();
      this.#scores = new Float64Array(0);
      this.#path = new Uint8Array(0);
    }
  }

  #prepare(
    units: readonly SentenceUnit[],
    size: number,
    number: number,
    sport?: SportCount,
  ): Prepared[] {
    this.#fill(units, size, number);
    const { lexicon } = this.#scorer.parts;
    const sentences: Prepared[] = [];
    let start = gap;
    for (const { from, to } of units) {
      const end = start + to - from;
      sentences.push(prepareAt(this.#places, start, end, lexicon, number));
      start = end + gap;
    }
    markSport(sentences, sport);
    return sentences;
  }

  /** Puts the words of sentences side by side. */
  #fill(units: readonly SentenceUnit[], size: number, number: number): void {
    const scorer = this.#scorer;
    const places = this.#places;
    places.clear(size);
    const { words, slots, glued } = places;
    let place = 0;
    while (place < gap) words[place++] = undefined;
    for (const { text, places: own, from, to, words: known } of units) {
      const { starts, ends } = own;
      let end = -1;
      for (let at = from; at < to; at++) {
        const start = starts[at]!;
        const word = known ? scorer.wordOf(known[at]!) : scorer.word(text, start, ends[at]!);
        if (word.look === looks.lower) word.lemma.lowerIn = number;
        slots[place] = word.slot;
        if (start === end) glued[place] = 1;
        end = ends[at]!;
        words[place++] = word;
      }
      for (let each = 0; each < gap; each++) words[place++] = undefined;
    }
  }

  /**
   * A sentence by itself. Only the stretches where names may be are gone through: what is left out are places where outside beats every
   * beginning of a name by so much that nothing around them can change it, after a place outside names.
   *
   * @param scores takes the scores of its places
   * @param path takes their labels, and has those of outside
   */
  firstPass(
    sentence: Prepared,
    scores = new Float64Array(sentence.end * labels),
    path = new Uint8Array(sentence.end),
  ): FirstPass {
    const { quiet, runStart, start, end } = sentence;
    const scorer = this.#scorer;
    const lattice = this.#first;
    const features = this.#features;
    const unquestioned = quietMargin / scorer.parts.scale;
    const stretches: number[] = [];
    /** Where the stretch at hand begins; -1 outside. */
    let from = -1;
    /** The run whose features the scorer holds. */
    let known = -1;
    for (let at = start; at < end; at++) {
      const isQuiet = quiet[at] === 1;
      if (from < 0 && isQuiet && scorer.leastMargin(sentence, at) > unquestioned) {
        // What is known of its scores; the second pass learns from these, too.
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
      scorer.score(sentence, at, features, run >= 0, scores, at * labels);
      if (from < 0) {
        if (marginOf(scores, at * labels) > (isQuiet ? quietMargin : loudMargin)) continue;
        from = at;
      }
      const lead = from === at ? lattice.begin(scores, at, start) : lattice.step(scores, at);
      if (lead > (isQuiet ? quietLead : loudLead) || at === end - 1) {
        lattice.finish(at < end - 1, path);
        stretches.push(from, at + 1);
        from = -1;
      }
    }
    return { sentence, scores, stretches, path, spans: spansIn(path, stretches) };
  }

  /** The names of a sentence that nothing elsewhere in the document bears on. */
  #names(pass: FirstPass): SentenceName[] {
    return withConfidence(this.#first, pass, pass.spans);
  }

  /** The scores and labels of the second pass take the place of the first's. */
  #secondPass(pass: FirstPass, memory: DocumentMemory): SentenceName[] {
    const { documentRows, documentWeight } = this.#scorer.parts;
    const { sentence, scores, path, stretches } = pass;
    const { start, end } = sentence;
    const size = end - start;
    if (this.#room.begins.length <= size) {
      this.#room = {
        features: new Int32Array(2 * size * mostDocumentFeatures),
        begins: new Int32Array(2 * size + 1),
      };
    }
    addDocumentScores(pass, memory, documentRows, documentWeight, this.#room);
    for (let each = 0; each < stretches.length; each += 2)
      this.#second.decode(scores, stretches[each]!, stretches[each + 1]!, path, start, end);
    return withConfidence(this.#second, pass, spansIn(path, stretches));
  }
}

/** How many places are held at once. */
const mostPlacesAtOnce = 1 << 18;

/** How many places there are in sentences side by side, with those between them. */
function sizeOf(units: readonly SentenceUnit[]): number {
  let size = gap;
  for (const { from, to } of units) size += to - from + gap;
  return size;
}

function inBatches(
  units: readonly SentenceUnit[],
  most: number,
): { units: SentenceUnit[]; size: number }[] {
  const batches: { units: SentenceUnit[]; size: number }[] = [];
  for (const unit of units) {
    const size = unit.to - unit.from + gap;
    const last = batches.at(-1);
    if (last && last.size + size <= most) {
      last.units.push(unit);
      last.size += size;
    } else batches.push({ units: [unit], size: size + gap });
  }
  return batches;
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

/** The names of the stretches of a path; outside of them there are none. */
function spansIn(path: Uint8Array, stretches: readonly number[]): LabelSpan[] {
  if (stretches.length === 0) return [];
  return spansOf(path, stretches[0]!, stretches.at(-1)!);
}

/** The spans with their probabilities. */
function withConfidence(
  lattice: Lattice,
  { sentence: { start: first, end: last }, scores, stretches }: FirstPass,
  spans: readonly LabelSpan[],
): SentenceName[] {
  const names: SentenceName[] = [];
  let each = 0;
  let ready = -1;
  for (const { start, end, type } of spans) {
    while (stretches[each + 1]! < end) each += 2;
    const from = stretches[each]!;
    const to = stretches[each + 1]!;
    if (ready !== each) lattice.run(scores, from, to, first, last);
    ready = each;
    const confidence = lattice.span(start, end, type, from, to);
    names.push({ start: start - first, end: end - first, type, confidence });
  }
  return names;
}
