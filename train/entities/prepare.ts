/** Works the corpora out into training instances, each document with a lexicon that has not seen it. */
import { markSport, prepare, type Prepared } from '../../plugins/entities/tagger/features.ts';
import { Lexicon, type WordEntry } from '../../plugins/entities/tagger/lexicon.ts';
import { looks, makeWord, type Lemma, type Word } from '../../plugins/entities/tagger/words.ts';
import type { Example } from './corpora.ts';

let documents = 0;

/** The sentences of a document. */
export function prepareDocument(
  document: readonly Example[],
  lexicon: Lexicon,
  entry: (word: string) => WordEntry,
): Prepared[] {
  const words = new Map<string, Word>();
  const lemmas = new Map<string, Lemma>();
  const number = ++documents;
  const rows = document.map((example) =>
    example.words.map((text) => {
      let word = words.get(text);
      if (!word) words.set(text, (word = makeWord(text, undefined, lemmas, entry(text))));
      if (word.look === looks.lower) word.lemma.lowerIn = number;
      return word;
    }),
  );
  const sentences = document.map((example, index) =>
    prepare(rows[index] ?? [], (at) => example.touches[at] ?? false, lexicon, number),
  );
  markSport(sentences);
  return sentences;
}
