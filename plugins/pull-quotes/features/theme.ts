import { overlap } from '../theme.ts';
import type { FeatureTable } from './feature.ts';

/** How close the sentence is to what the article is about. */
export const themeFeatures: FeatureTable = {
  title: (passage, { article }) => overlap(passage, article.title),
  'section-heading': (passage) => overlap(passage, passage.block.heading),
  opening: (passage, { theme }) => overlap(passage, theme.opening),
  /**
   * How many words the sentence shares with all others, against its length: what TextRank comes to after one round, without
   * comparing each sentence with each.
   */
  centrality: ({ words }, { theme, article }) => {
    let shared = 0;
    for (const word of words.content) shared += (theme.frequency.get(word) ?? 1) - 1;
    return shared / ((Math.log(words.count + 1) + 3) * Math.sqrt(article.passages.length));
  },
};
