/**
 * Measures the citations found in labelled articles.
 *
 *     npm run eval:citations -- [--list] [--plugins A,B,…] [FOLDER...]      default: test/fixtures/citations
 *
 * Prints, by kind, precision, recall and F1 for the exact extent and for any overlap; then how often outlet and date are right among the
 * citations found, and how many look-alikes were taken. `--list` prints each fault with its context; `--plugins`
 * names the plugins that run, in their order.
 */
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { pipelineFinder } from './citations/find.ts';
import { readLabelled } from './citations/labelled.ts';
import {
  f1,
  measure,
  precision,
  rate,
  recall,
  type Count,
  type Share,
} from './citations/measure.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { list: { type: 'boolean', default: false }, plugins: { type: 'string' } },
});

const shipped = fileURLToPath(new URL('../test/fixtures/citations', import.meta.url));
const articles = (positionals.length > 0 ? positionals : [shipped]).flatMap(readLabelled);
const result = await measure(articles, pipelineFinder(values.plugins?.split(',')));

const percent = (value: number): string => (100 * value).toFixed(1).padStart(7);
const scores = (count: Count): string =>
  percent(precision(count)) + percent(recall(count)) + percent(f1(count));
const share = (value: Share | undefined): string =>
  value && value.of > 0 ? percent(rate(value)) : '      –';

if (values.list) {
  for (const { article, type, kind, context, detail } of result.faults) {
    console.log(`${article}: ${type} (${kind ?? 'none'}): ${context}${detail && `  [${detail}]`}`);
  }
  if (result.faults.length > 0) console.log('');
}

console.log(`${articles.length} articles`);
console.log(
  '               exact: P      R     F1  overlap: P      R     F1  outlet   date  labelled',
);
for (const [kind, { exact, overlap }] of result.byKind) {
  if (exact.labelled === 0 && exact.found === 0) continue;
  console.log(
    `${kind.padEnd(14)} ${scores(exact)}    ${scores(overlap)} ${share(result.outlet.get(kind))}${share(result.date.get(kind))}${String(exact.labelled).padStart(10)}`,
  );
}
console.log(
  `${'any kind'.padEnd(14)} ${scores(result.extent)}${String(result.extent.labelled).padStart(49)}`,
);
console.log(`kind right: ${percent(rate(result.kind)).trim()} %`);
const { lookAlikes, published } = result;
console.log(
  `publication date right: ${percent(rate(published)).trim()} % (${published.right} of ${published.of})`,
);
console.log(
  `look-alikes taken: ${percent(rate(lookAlikes)).trim()} % (${lookAlikes.right} of ${lookAlikes.of})`,
);
