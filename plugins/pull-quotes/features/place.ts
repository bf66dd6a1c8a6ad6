import { flag, type FeatureTable } from './feature.ts';

/** Where the sentence stands. */
export const placeFeatures: FeatureTable = {
  'first-paragraph': ({ block }, { article }) => flag(block.ordinal <= article.lead),
  'last-paragraph': ({ block }, { article }) => flag(block.ordinal === article.paragraphs - 1),
  'last-sentence': (passage, { article }) => flag(passage === article.passages.at(-1)),
  position: ({ block }, { article }) => block.ordinal / Math.max(1, article.paragraphs - 1),
  'first-of-paragraph': ({ block, index }) => flag(index === 0 && block.passages.length > 1),
  'last-of-paragraph': ({ block, index }) => flag(index > 0 && index === block.passages.length - 1),
  'only-of-paragraph': ({ block }) => flag(block.passages.length === 1),
  'long-paragraph': ({ block }) => Math.log(block.passages.length),
  'after-colon': ({ block }) => flag(block.afterColon),
  list: ({ block }) => flag(block.kind === 'listItem'),
  heading: ({ block }) => flag(block.kind === 'heading'),
};
