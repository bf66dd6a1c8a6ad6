import { expect, test } from 'vitest';
import { read } from './tree.ts';

/** Far above what is needed (under a second each), and far below what a quadratic reading takes (minutes). */
const limit = 15_000;

test.each([
  ['ten megabytes in one line', 'word and more '.repeat(700_000)],
  ['a million blank lines', '\n'.repeat(1_000_000)],
  ['dashes', '- '.repeat(500_000)],
  ['items', '- a\n'.repeat(100_000)],
  ['items that count nothing', '5. a\n'.repeat(100_000)],
  [
    'items ever further in',
    Array.from({ length: 1000 }, (_, depth) => `${' '.repeat(depth)}- a`).join('\n'),
  ],
  ['an item and blank lines', `- a\n${'\n'.repeat(300_000)}  b`],
  ['a dialogue', '- Well?\n- Yes.\n'.repeat(50_000)],
  ['quotation marks', '>'.repeat(1_000_000)],
  ['lines of quotation marks', '>\n'.repeat(200_000)],
  ['tabs', '\tb\n'.repeat(100_000)],
  ['bars', 'a|b\n'.repeat(100_000)],
  ['rules', '+--\n'.repeat(100_000)],
  [
    'two spaces',
    Array.from({ length: 50_000 }, (_, row) => `${'a'.repeat((row % 7) + 1)}   b`).join('\n'),
  ],
  ['words that were cut', 'abc-\n'.repeat(100_000)],
  ['a word of hyphens', `${'a-'.repeat(500_000)}\nb-\nc`],
  ['entries', '[1] a\n'.repeat(100_000)],
])('%s', (_, source) => {
  const start = performance.now();
  read(source);
  expect(performance.now() - start).toBeLessThan(limit);
});
