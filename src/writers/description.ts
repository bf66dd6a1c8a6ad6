import type { Article } from '../model/index.ts';
import { shorten } from './html/shorten.ts';

/** How long a description may be before search engines cut it. */
const descriptionLength = 160;

/** What the article is about in a sentence: its standfirst, else how it begins. Empty where it has no text. */
export function descriptionOf({ metadata, blocks, text }: Article): string {
  const first = blocks.find(({ type }) => type === 'paragraph');
  const opening = first ? text.slice(first.start, first.end) : '';
  return shorten(metadata.subtitle ?? opening, descriptionLength);
}
