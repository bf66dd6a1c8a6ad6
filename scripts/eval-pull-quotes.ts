/**
 * Measures the ranking of pull quotes against the choices of editors.
 *
 *     npm run eval:pull-quotes FILE.jsonl
 *
 * Runs the plugin as a user would, with options that rank every sentence and leave none out. Prints AUC_avg, hit@1, hit@3, and MB a second.
 */
import { performance } from 'node:perf_hooks';
import type { Root } from 'mdast';
import { VFile } from 'vfile';
import pullQuotes from '../plugins/pull-quotes/index.ts';
import { textBlocks, textView } from '../src/text/index.ts';
import { Labels, readArticles, toTree, type QuotedArticle } from '../train/pull-quotes/articles.ts';
import { formatMetrics, metricsOf, type Scored } from '../train/pull-quotes/metrics.ts';

const everySentence = {
  count: 100_000,
  minWords: 1,
  maxWords: 1000,
  spacing: 0,
  gates: false,
  trim: false,
};

const [path] = process.argv.slice(2);
if (path === undefined) {
  console.error('Usage: npm run eval:pull-quotes FILE.jsonl');
  process.exitCode = 2;
} else {
  const articles = readArticles(path);
  const run = pullQuotes(everySentence);
  // Once to warm up: what is measured is the work, not the compiler.
  for (const article of articles.slice(0, 50)) run(toTree(article), new VFile(article.text));
  const files = articles.map((article) => {
    const file = new VFile(article.text);
    file.data.stated = { title: article.title };
    return { article, tree: toTree(article), file };
  });
  const start = performance.now();
  for (const { tree, file } of files) run(tree, file);
  const seconds = (performance.now() - start) / 1000;
  const bytes = articles.reduce((sum, { text }) => sum + Buffer.byteLength(text), 0);
  console.log(
    formatMetrics(metricsOf(files.map(({ article, tree, file }) => scoredOf(article, tree, file)))),
  );
  console.log(`${(bytes / 1e6 / seconds).toFixed(1)} MB/s, every sentence marked`);
}

function scoredOf(article: QuotedArticle, tree: Root, file: VFile): Scored {
  const ranks = new Map((file.data.pullQuotes ?? []).map(({ anchorId, rank }) => [anchorId, rank]));
  const labels = new Labels(article);
  const scores: number[] = [];
  const quoted: boolean[] = [];
  for (const [paragraph, { node }] of textBlocks(tree).entries()) {
    const view = textView(node, file);
    for (const { node: anchor, start, end } of view.spans('anchor')) {
      scores.push(-(ranks.get(anchor.anchorId) as number));
      quoted.push(labels.isQuoted(paragraph, view.text.slice(start, end)));
    }
  }
  return { scores, quoted };
}
