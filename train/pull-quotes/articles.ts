/** Articles with the pull quotes that their editors chose, from a file with one JSON object a line. */
import { readFileSync } from 'node:fs';
import type { Paragraph, Root } from 'mdast';

export interface QuotedArticle {
  id: string;
  title: string;
  /** Paragraphs joined by a blank line, without the pull quotes. */
  text: string;
  /** Where each pull quote was taken from: sentences, to the letter, of a paragraph, counted from 0. */
  pq_sources: { para: number; sentences: string[] }[];
}

/** @throws where a line is no JSON or lacks a field. */
export function readArticles(path: string): QuotedArticle[] {
  return readFileSync(path, 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line, index) => {
      const article = JSON.parse(line) as Partial<QuotedArticle>;
      if (typeof article.text !== 'string' || !Array.isArray(article.pq_sources)) {
        throw new TypeError(
          `Unexpected line ${index + 1} of ${path}, expected an article with text and pq_sources`,
        );
      }
      return { id: String(index + 1), title: '', ...article } as QuotedArticle;
    });
}

/** A paragraph for each of the text's; the numbers of the children are those of `pq_sources`. */
export function toTree({ text }: QuotedArticle): Root {
  return {
    type: 'root',
    children: text.split('\n\n').map((value): Paragraph => ({
      type: 'paragraph',
      children: [{ type: 'text', value }],
    })),
  };
}

/** A label for each sentence: whether a pull quote was taken from it. Sentences may be cut otherwise than in the source's list. */
export class Labels {
  readonly #sources = new Map<number, string[]>();

  constructor({ pq_sources }: QuotedArticle) {
    for (const { para, sentences } of pq_sources) {
      this.#sources.set(para, [...(this.#sources.get(para) ?? []), ...sentences]);
    }
  }

  isQuoted(paragraph: number, sentence: string): boolean {
    return (this.#sources.get(paragraph) ?? []).some(
      (source) =>
        source === sentence ||
        sentence.includes(source) ||
        (sentence.length >= shortest && source.includes(sentence)),
    );
  }
}

/** A shorter piece of a source, in characters, may be in it by chance. */
const shortest = 12;
