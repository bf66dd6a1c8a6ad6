import { describe, expect, it } from 'vitest';
import { sameTitle } from '../../../plugins/masthead/compare.ts';

describe('sameTitle', () => {
  it('knows a headline that has the name of a site beside it', () => {
    expect(sameTitle('A Quay for Sale | Northern Review', 'A quay for sale')).toBe(true);
    expect(sameTitle('Northern Review: A Quay   for Sale', 'A Quay for Sale')).toBe(true);
    expect(sameTitle('A Quay for Sale | A Crane for Rent', 'A Crane')).toBe(false);
  });

  it('takes time linear in joints and in white space', () => {
    const start = performance.now();
    expect(sameTitle('A | '.repeat(50_000), 'A quay for sale')).toBe(false);
    expect(sameTitle(`A${'\u2003'.repeat(200_000)}B`, 'A quay for sale')).toBe(false);
    expect(performance.now() - start).toBeLessThan(5000);
  });
});
