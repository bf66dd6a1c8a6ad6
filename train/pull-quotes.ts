/**
 * Fits the weights of the pull quotes' features, and says by cross-validation over articles how well they rank.
 *
 *     npx tsx train/pull-quotes.ts FILE.jsonl
 *
 * Writes plugins/pull-quotes/weights.json. The same file gives the same bytes.
 */
import { writeFileSync } from 'node:fs';
import { VFile } from 'vfile';
import { readArticle } from '../plugins/pull-quotes/article.ts';
import { features } from '../plugins/pull-quotes/features/index.ts';
import { measure } from '../plugins/pull-quotes/rank.ts';
import { Labels, readArticles, toTree, type QuotedArticle } from './pull-quotes/articles.ts';
import { fit, type Example } from './pull-quotes/fit.ts';
import { formatMetrics, metricsOf, type Scored } from './pull-quotes/metrics.ts';
import { ordinary, priors } from './pull-quotes/priors.ts';

const target = new URL('../plugins/pull-quotes/weights.json', import.meta.url);
const folds = 5;

const names = Object.keys(features);
const beliefs = names.map((name) => priors[name] ?? ordinary);

const [path] = process.argv.slice(2);
if (path === undefined) {
  console.error('Usage: tsx train/pull-quotes.ts FILE.jsonl');
  process.exitCode = 2;
} else {
  const examples = readArticles(path).map(toExample);
  const scored: Scored[] = [];
  // Every fifth article, so that neighbours in the list fall into different folds.
  for (let fold = 0; fold < folds; fold++) {
    const weights = fit(
      examples.filter((_, index) => index % folds !== fold),
      beliefs,
    );
    for (const [index, { rows, quoted }] of examples.entries()) {
      if (index % folds !== fold) continue;
      const scores = rows.map((row) =>
        row.reduce((sum, value, at) => sum + value * (weights[at] as number), 0),
      );
      scored.push({ scores, quoted });
    }
  }
  console.log(`cross-validated, ${folds} folds: ${formatMetrics(metricsOf(scored))}`);
  const weights = fit(examples, beliefs);
  const entries = names.map((name, index) => [name, Number((weights[index] as number).toFixed(3))]);
  writeFileSync(target, `${JSON.stringify(Object.fromEntries(entries), null, 2)}\n`);
}

function toExample(source: QuotedArticle): Example {
  const file = new VFile();
  file.data.stated = { title: source.title };
  const article = readArticle(toTree(source), file);
  const labels = new Labels(source);
  return {
    rows: measure(article),
    quoted: article.passages.map(({ block, text }) => labels.isQuoted(block.rootIndex, text)),
  };
}
