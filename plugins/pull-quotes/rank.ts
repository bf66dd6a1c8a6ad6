import type { PullQuoteReason } from '../../src/model/index.ts';
import type { Article, Passage } from './article.ts';
import { features } from './features/index.ts';
import { readTheme } from './theme.ts';
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
  reasons: PullQuoteReason[];
}

/** How many reasons a sentence is given. */
const strongest = 5;

const names = Object.keys(features);
const functions = Object.values(features);

/** The features of each sentence, in the order of `features`. */
export function measure(article: Article): Float64Array[] {
  const context = { article, theme: readTheme(article) };
  return article.passages.map((passage) =>
    Float64Array.from(functions, (feature) => feature(passage, context)),
  );
}

/** All sentences of an article, the best first; equals in the order of the text. */
export function rank(article: Article, weights: Weights = shipped): Ranked[] {
  const rows = measure(article);
  const worth = names.map((name) => weights[name] ?? 0);
  const means = meanOf(rows);
  const scored = article.passages.map((passage, index) => {
    const row = rows[index] as Float64Array;
    const contributions = row.map(
      (value, feature) => (worth[feature] as number) * (value - (means[feature] as number)),
    );
    const score = round(contributions.reduce((sum, each) => sum + each, 0));
    return { passage, rank: 0, score, reasons: reasonsOf(contributions) };
  });
  // Sorting is stable, so that equal scores keep the order of the text.
  scored.sort((a, b) => b.score - a.score);
  for (const [index, each] of scored.entries()) each.rank = index + 1;
  return scored;
}

/** The features that moved the score most, the strongest first: weight × deviation from the article's mean. */
function reasonsOf(contributions: Float64Array): PullQuoteReason[] {
  const result: PullQuoteReason[] = [];
  for (const [index, contribution] of contributions.entries()) {
    const weaker = result.findIndex((each) => Math.abs(each.contribution) < Math.abs(contribution));
    if (weaker < 0 && result.length >= strongest) continue;
    result.splice(weaker < 0 ? result.length : weaker, 0, {
      feature: names[index] as string,
      contribution,
    });
    if (result.length > strongest) result.pop();
  }
  return result
    .map(({ feature, contribution }) => ({ feature, contribution: round(contribution) }))
    .filter(({ contribution }) => contribution !== 0);
}

function meanOf(rows: readonly Float64Array[]): number[] {
  const sums = names.map(() => 0);
  for (const row of rows) {
    for (let index = 0; index < sums.length; index++) {
      sums[index] = (sums[index] as number) + (row[index] as number);
    }
  }
  return sums.map((sum) => sum / Math.max(1, rows.length));
}

function round(value: number): number {
  return Math.round(value * 1e4) / 1e4 || 0;
}
