/** Words that articles are made of: what a word says by itself is worked out once, whatever articles it stands in. */
import { WordTable } from '../../src/text/word-table.ts';
import { caseOf, keyOf } from './names.ts';
import type { Word } from './tagger/words.ts';

/** Words kept; more than an article has, fewer than fill a machine. */
const mostWords = 30_000;

/** A word as it is printed. */
export class VocabularyWord {
  readonly text: string;
  /** As `keyOf` gives it. */
  readonly key: string;
  /** What it begins with, as `caseOf` says. */
  readonly casing: number;
  /** What the tagger knows of it, and the scorer that does. */
  tagged: Word | undefined = undefined;
  owner: object | undefined = undefined;
  /** The last count of words in small letters in which it was one. */
  smallIn = 0;
  /** Of indexes of names, a bit each: those that have been asked for names that begin with it, and those that have any. */
  asked = 0;
  begins = 0;

  constructor(text: string) {
    this.text = text;
    this.key = keyOf(text);
    this.casing = caseOf(text);
  }
}

export class Vocabulary extends WordTable<VocabularyWord> {
  constructor() {
    super((text) => new VocabularyWord(text));
  }
}

let shared = new Vocabulary();

/** The vocabulary for the next article: the one of those before, unless it has too many words by now. */
export function sharedVocabulary(): Vocabulary {
  if (shared.size >= mostWords) shared = new Vocabulary();
  return shared;
}
