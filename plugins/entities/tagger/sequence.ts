/** Labels the sentences of a document. */
import type { Token } from '../../../src/text/tokens.ts';
import { contextFeatures, prepare, type Prepared } from './features.ts';
import { labelCount } from './labels.ts';
import { Lattice, spansOf } from './lattice.ts';
import type { Scorer } from './model.ts';
import { looks, type Word } from './words.ts';

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
  confidence: number;
}

/** Longer sentences are labelled in parts. */
const longest = 400;

export class SequenceTagger {
  readonly #scorer: Scorer;
  readonly #first: Lattice;
  readonly #features = new Int32Array(400);
  #sums = new Int32Array(0);
  #scores = new Float64Array(0);

  constructor(scorer: Scorer) {
    this.#scorer = scorer;
    this.#first = new Lattice(scorer.parts.transitions, scorer.parts.starts);
  }

  /** The names of each sentence. */
  tag(units: readonly SentenceUnit[]): SentenceName[][] {
    const number = this.#scorer.nextDocument();
    const rows = units.map(({ text, tokens }) =>
      tokens.map(({ start, end }) => {
        const word = this.#scorer.word(text.slice(start, end));
        if (word.look === looks.lower) word.lemma.lowerIn = number;
        return word;
      }),
    );
    return units.map(({ tokens }, index) => {
      const words = rows[index] ?? [];
      const names: SentenceName[] = [];
      for (let from = 0; from < words.length; from += longest) {
        const part = words.length > longest ? words.slice(from, from + longest) : words;
        const touches = (at: number): boolean =>
          at > 0 && tokens[from + at - 1]?.end === tokens[from + at]?.start;
        for (const name of this.#label(part, touches, number))
          names.push({ ...name, start: name.start + from, end: name.end + from });
      }
      return names;
    });
  }

  #label(words: readonly Word[], touches: (at: number) => boolean, number: number): SentenceName[] {
    const size = words.length;
    if (!words.some(({ capital }) => capital) && size > 0 && !size) return [];
    const sentence = prepare(words, touches, this.#scorer.parts.lexicon, number);
    this.#score(sentence);
    const spans = spansOf(this.#first.decode(this.#scores, size));
    if (!spans.length) return [];
    this.#first.run(this.#scores, size);
    return spans.map((span) => ({
      ...span,
      confidence: this.#first.span(span.start, span.end, span.type, size),
    }));
  }

  #score(sentence: Prepared): void {
    const size = sentence.words.length;
    const length = size * labelCount;
    if (this.#sums.length < length) {
      this.#sums = new Int32Array(2 * length);
      this.#scores = new Float64Array(2 * length);
    }
    const sums = this.#sums.fill(0, 0, length);
    const features = this.#features;
    for (let at = 0; at < size; at++) {
      const row = at * labelCount;
      for (let distance = -2; distance <= 2; distance++)
        this.#scorer.addWord(sentence.words[at + distance], distance, sums, row);
      const count = contextFeatures(sentence, at, features);
      for (let each = 0; each < count; each++) this.#scorer.add(features[each]!, sums, row);
    }
    const { scale } = this.#scorer.parts;
    for (let cell = 0; cell < length; cell++) this.#scores[cell] = sums[cell]! * scale;
  }
}
