import type { PullQuoteReason } from '../../src/model/index.ts';
import type { Article, Passage } from './article.ts';
import { features, type Feature } from './features/index.ts';
import { markerFeatures } from './features/marker.ts';
import { readTheme } from './theme.ts';
import { hasMarker } from './words.ts';
import shipped from './weights.json' with { type: 'json' };

/** What one unit of each feature is worth. A feature without a weight counts nothing. */
export type Weights = Readonly<Record<string, number>>;

/** A sentence and its place in the ranking of all sentences. */
export interface Ranked {
  passage: Passage;
  /** From 1. */
  rank: number;
  /** How far the sentence stands above the article's mean, in the log-odds that the weights were fitted in. */
  score: number;
  /** The strongest reasons for the score. */
  reasons: () => PullQuoteReason[];
}

/** How many reasons a sentence is given. */
const strongest = 5;

const names = Object.keys(features);
const functions = Object.values(features);
/** Where the features of markers stand, which are a bit of a sentence each. */
const firstMarker = names.indexOf(Object.keys(markerFeatures)[0] as string);
const lastMarker = firstMarker + Object.keys(markerFeatures).length;

/** The features of each sentence, in the order of `features`. */
export function measure(article: Article): Float64Array[] {
  const context = { article, theme: readTheme(article) };
  // One buffer for all: small arrays by the ten thousand are costly.
  const values = new Float64Array(article.passages.length * names.length);
  return article.passages.map((passage, index) => {
    const row = values.subarray(index * names.length, (index + 1) * names.length);
    for (let feature = 0; feature < firstMarker; feature++)
      row[feature] = (functions[feature] as Feature)(passage, context);
    for (let feature = firstMarker; feature < lastMarker; feature++)
      row[feature] = hasMarker(passage.words, feature - firstMarker);
    for (let feature = lastMarker; feature < row.length; feature++)
      row[feature] = (functions[feature] as Feature)(passage, context);
    return row;
  });
}

/** All sentences of an article, the best first; equals in the order of the text. */
export function rank(article: Article, weights: Weights = shipped): Ranked[] {
  const rows = measure(article);
  const worth = worthOf(weights);
  const means = meanOf(rows);
  const mean = dot(means, worth);
  const scored = article.passages.map((passage, index): Ranked => {
    const row = rows[index] as Float64Array;
    return {
      passage,
      rank: 0,
      score: round(dot(row, worth) - mean),
      reasons: () => reasonsOf(row, means, worth),
    };
  });
  // Sorting is stable, so that equal scores keep the order of the text.
  scored.sort((a, b) => b.score - a.score);
  for (const [index, each] of scored.entries()) each.rank = index + 1;
  return scored;
}

const worths = new WeakMap<Weights, Float64Array>();

/** What each feature is worth, in their order. */
function worthOf(weights: Weights): Float64Array {
  let worth = worths.get(weights);
  if (!worth) worths.set(weights, (worth = Float64Array.from(names, (name) => weights[name] ?? 0)));
  return worth;
}

/** The features that moved the score most, the strongest first: weight × deviation from the article's mean. */
function reasonsOf(row: Float64Array, means: Float64Array, worth: Float64Array): PullQuoteReason[] {
  const result = names.map((feature, index): PullQuoteReason => ({
    feature,
    contribution: round(
      (worth[index] as number) * ((row[index] as number) - (means[index] as number)),
    ),
  }));
  return result
    .filter(({ contribution }) => contribution !== 0)
    .toSorted((a, b) => Math.abs(b.contribution) - Math.abs(a.contribution))
    .slice(0, strongest);
}

function meanOf(rows: readonly Float64Array[]): Float64Array {
  const means = new Float64Array(names.length);
  for (const row of rows) {
    for (let index = 0; index < row.length; index++) {
      means[index] = (means[index] as number) + (row[index] as number);
    }
  }
  return means.map((sum) => sum / Math.max(1, rows.length));
}

function dot(row: Float64Array, worth: Float64Array): number {
  let sum = 0;
  for (let index = 0; index < row.length; index++) {
    sum += (row[index] as number) * (worth[index] as number);
  }
  return sum;
}

function round(value: number): number {
  return Math.round(value * 1e4) / 1e4 || 0;
}
