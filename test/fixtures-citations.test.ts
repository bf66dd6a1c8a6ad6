/**
 * The citations plugin on labelled articles (`test/fixtures/citations`), as `npm run eval:citations` measures it. The floors are what was
 * reached, less a small margin: a change that falls below one has broken a kind of citation, whatever else it mended.
 */
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { pipelineFinder } from '../scripts/citations/find.ts';
import { readLabelled } from '../scripts/citations/labelled.ts';
import { measure, precision, rate, recall } from '../scripts/citations/measure.ts';

const folder = fileURLToPath(new URL('fixtures/citations', import.meta.url));
const articles = readLabelled(folder);
// The floors and the halves are those of the first set; `fresh` is measured by `npm run eval:citations`.
const firstSet = articles.filter(({ name }) => !name.startsWith('fresh/'));

describe('the labels', () => {
  it('cover at least seventy articles, half of them held out', () => {
    const held = firstSet.filter(({ name }) => name.startsWith('held/'));
    expect(firstSet.length).toBeGreaterThanOrEqual(70);
    expect(Math.abs(firstSet.length - 2 * held.length)).toBeLessThanOrEqual(1);
    expect(
      firstSet.filter(({ citations }) => citations.length === 0).length,
    ).toBeGreaterThanOrEqual(10);
  });

  it.each(articles)('$name', ({ value, citations, lookAlikes }) => {
    const spans = [...citations, ...lookAlikes].sort((a, b) => a.start - b.start);
    let end = 0;
    for (const span of spans) {
      expect(span.start).toBeGreaterThanOrEqual(end);
      end = span.end;
      const text = value.slice(span.start, span.end);
      expect(text).not.toBe('');
      expect(text).toBe(text.trim());
    }
    expect(end).toBeLessThanOrEqual(value.length);
  });
});

describe('the plugin', async () => {
  const result = await measure(firstSet, pipelineFinder());

  it.each([
    ['outlet-date', 0.98, 0.98],
    ['author-date', 0.96, 0.85],
    ['numeric', 0.98, 0.98],
    ['url', 0.91, 0.82],
    ['footnote', 0.99, 0.99],
    ['legal', 0.96, 0.96],
  ] as const)('finds %s', (kind, leastPrecision, leastRecall) => {
    const { exact } = result.byKind.get(kind)!;
    expect(precision(exact)).toBeGreaterThanOrEqual(leastPrecision);
    expect(recall(exact)).toBeGreaterThanOrEqual(leastRecall);
  });

  it('reads the outlet and the date', () => {
    expect(rate(result.outlet.get('outlet-date')!)).toBeGreaterThanOrEqual(0.98);
    expect(rate(result.date.get('outlet-date')!)).toBeGreaterThanOrEqual(0.96);
    expect(rate(result.date.get('author-date')!)).toBeGreaterThanOrEqual(0.98);
  });

  it('leaves look-alikes alone', () => {
    expect(rate(result.lookAlikes)).toBeLessThan(0.02);
  });
});
