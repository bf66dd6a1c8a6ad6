import { describe, expect, it } from 'vitest';
import { labelCount, mayFollow, typeOf } from '../../../../plugins/entities/tagger/labels.ts';
import { Lattice, spansOf } from '../../../../plugins/entities/tagger/lattice.ts';

/** Scores that look random and are always the same. */
function scoresOf(length: number, seed: number): number[] {
  let state = seed;
  return Array.from({ length }, () => {
    state = (state * 48271) % 2147483647;
    return (state / 2147483647) * 4 - 2;
  });
}

/** All paths that the transitions allow, with their weights. */
function allPaths(
  scores: number[],
  transitions: number[],
  starts: number[],
  size: number,
): { path: number[]; weight: number }[] {
  let paths = Array.from({ length: labelCount }, (_, label) => ({
    path: [label],
    weight: Math.exp((starts[label] ?? 0) + (scores[label] ?? 0)),
  })).filter(({ path }) => mayFollow(0, path[0] ?? 0));
  for (let at = 1; at < size; at++) {
    paths = paths.flatMap(({ path, weight }) =>
      Array.from({ length: labelCount }, (_, label) => label)
        .filter((label) => mayFollow(path.at(-1) ?? 0, label))
        .map((label) => ({
          path: [...path, label],
          weight:
            weight *
            Math.exp(
              (transitions[(path.at(-1) ?? 0) * labelCount + label] ?? 0) +
                (scores[at * labelCount + label] ?? 0),
            ),
        })),
    );
  }
  return paths;
}

describe('Lattice', () => {
  const size = 3;
  const transitions = scoresOf(labelCount * labelCount, 11);
  const starts = scoresOf(labelCount, 5);
  const lattice = new Lattice(transitions, starts);

  it('finds the best path of all', () => {
    for (const seed of [1, 2, 3, 4]) {
      const scores = scoresOf(size * labelCount, seed);
      const best = allPaths(scores, transitions, starts, size).reduce((left, right) =>
        right.weight > left.weight ? right : left,
      );
      const path = new Uint8Array(size);
      lattice.decode(Float64Array.from(scores), 0, size, path);
      expect([...path]).toEqual(best.path);
    }
  });

  it('gives a span the share of the paths that have exactly it', () => {
    for (const seed of [6, 7, 8]) {
      const scores = scoresOf(size * labelCount, seed);
      const paths = allPaths(scores, transitions, starts, size);
      const total = paths.reduce((sum, { weight }) => sum + weight, 0);
      lattice.run(Float64Array.from(scores), 0, size);
      for (const [start, end] of [
        [0, 1],
        [0, 2],
        [1, 3],
        [0, 3],
        [2, 3],
      ] as const) {
        for (let type = 0; type < 7; type++) {
          const share = paths
            .filter(({ path }) =>
              spansOf(Uint8Array.from(path)).some(
                (span) => span.start === start && span.end === end && span.type === type,
              ),
            )
            .reduce((sum, { weight }) => sum + weight, 0);
          expect(lattice.span(start, end, type, 0, size)).toBeCloseTo(share / total, 8);
        }
      }
    }
  });

  it('gives a stretch what the whole sentence gives, where names are out of the question outside it', () => {
    const scores = Float64Array.from(scoresOf(5 * labelCount, 12));
    for (const at of [0, 4]) {
      for (let label = 1; label < labelCount; label++) scores[at * labelCount + label] = -1000;
    }
    const whole = new Uint8Array(5);
    const part = new Uint8Array(5);
    lattice.decode(scores, 0, 5, whole);
    lattice.decode(scores, 1, 4, part);
    expect([...part]).toEqual([...whole]);
    lattice.run(scores, 0, 5);
    const expected = lattice.span(1, 3, 2, 0, 5);
    lattice.run(scores, 1, 4);
    expect(lattice.span(1, 3, 2, 1, 4)).toBeCloseTo(expected, 10);
  });

  it('holds over long sentences', () => {
    const long = 5000;
    const scores = Float64Array.from(scoresOf(long * labelCount, 9), (score) => 10 * score);
    const path = new Uint8Array(long);
    lattice.decode(scores, 0, long, path);
    lattice.run(scores, 0, long);
    for (const { start, end, type } of spansOf(path)) {
      const probability = lattice.span(start, end, type, 0, long);
      expect(probability).toBeGreaterThanOrEqual(0);
      expect(probability).toBeLessThanOrEqual(1);
    }
  });
});

describe('spansOf', () => {
  it('reads names off labels', () => {
    expect(spansOf(Uint8Array.from([0, 1, 2, 0, 5, 1, 1]))).toMatchObject([
      { start: 1, end: 3, type: 0 },
      { start: 4, end: 5, type: 2 },
      { start: 5, end: 6, type: 0 },
      { start: 6, end: 7, type: 0 },
    ]);
    expect(typeOf(0)).toBe(-1);
  });
});
