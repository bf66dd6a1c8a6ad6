import type { Article, Passage } from './article.ts';

/** What the article is about: in how many sentences each content word stands. */
export interface Theme {
  frequency: ReadonlyMap<string, number>;
  /** Content words of the first paragraph. */
  opening: ReadonlySet<string>;
}

export function readTheme(article: Article): Theme {
  const frequency = new Map<string, number>();
  const opening = new Set<string>();
  for (const { words, block } of article.passages) {
    for (const word of words.content) {
      frequency.set(word, (frequency.get(word) ?? 0) + 1);
      if (block.ordinal <= article.lead && block.kind !== 'heading') opening.add(word);
    }
  }
  return { frequency, opening };
}

/** How many of the sentence's content words a set holds, against the root of both sizes. 0 to 1. */
export function overlap({ words }: Passage, set: ReadonlySet<string>): number {
  if (set.size === 0 || words.content.length === 0) return 0;
  let shared = 0;
  for (const word of words.content) if (set.has(word)) shared++;
  return shared / Math.sqrt(set.size * words.content.length);
}
