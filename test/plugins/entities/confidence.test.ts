import { describe, expect, it } from 'vitest';
import { confidenceFit } from '../../../plugins/entities/confidence-data.ts';
import { likelihood, logOdds, supportOf } from '../../../plugins/entities/confidence.ts';

describe('the confidence of an entity', () => {
  it('rests on its surest mention, and on how many were found by themselves', () => {
    const mention = (
      source: 'model' | 'repeat',
      confidence: number,
    ): { source: typeof source; confidence: number } => ({
      source,
      confidence,
    });
    expect(supportOf([mention('model', 0.6), mention('model', 0.8), mention('repeat', 0.7)])).toEqual({
      source: 'model', best: 0.8, mentions: 2,
    }); // prettier-ignore
  });

  it('is the surest mention’s own where nothing was fitted', () => {
    expect(likelihood({ source: 'registry', best: 0.98, mentions: 5 }, undefined)).toBe(0.98);
  });

  it.each(Object.entries(confidenceFit))(
    'by the line of %s grows with both, within 0.01 and 0.99',
    (_, line) => {
      const at = (best: number, mentions: number): number =>
        likelihood({ source: 'model', best, mentions }, line);
      for (const best of [0, 0.2, 0.5, 0.8, 1]) {
        expect(at(best, 3)).toBeGreaterThanOrEqual(at(best, 1));
        expect(at(Math.min(1, best + 0.1), 1)).toBeGreaterThanOrEqual(at(best, 1));
        expect(at(best, 1)).toBeGreaterThanOrEqual(0.01);
        expect(at(best, 1000)).toBeLessThanOrEqual(0.99);
      }
      // What is given nine times in ten is not far from right as often: a fit that strays is no fit.
      expect(Math.abs(line.offset)).toBeLessThan(1);
      expect(logOdds(0.5)).toBe(0);
    },
  );
});
