import type { Article, Passage } from '../article.ts';
import type { Theme } from '../theme.ts';

/** What a feature may look at besides its sentence. */
export interface Context {
  article: Article;
  theme: Theme;
}

/** Measures one property of a sentence, as a number; 0 where it is absent. */
export type Feature = (passage: Passage, context: Context) => number;

/** Features by name. Names stand in the JSON output as reasons. */
export type FeatureTable = Readonly<Record<string, Feature>>;

export function flag(value: boolean): number {
  return value ? 1 : 0;
}

/** A share of the sentence's words. Smoothed, so that one word of a short sentence doesn't outweigh all else. */
export function share(count: number, passage: Passage): number {
  return count / (passage.words.count + 5);
}
