import { describe, expect, it } from 'vitest';
import { findFeatures, layOut } from '../../../../plugins/entities/tagger/feature-table.ts';
import { FeatureList, prepare } from '../../../../plugins/entities/tagger/features.ts';
import { mix } from '../../../../plugins/entities/tagger/hash.ts';
import { labelCount } from '../../../../plugins/entities/tagger/labels.ts';
import { Lexicon } from '../../../../plugins/entities/tagger/lexicon.ts';
import type { ModelParts } from '../../../../plugins/entities/tagger/model.ts';
import { Scorer } from '../../../../plugins/entities/tagger/scorer.ts';
import {
  atDistance,
  featuresAt,
  makeWord,
  missing,
} from '../../../../plugins/entities/tagger/words.ts';

const lexicon = new Lexicon(
  new Uint32Array(1024),
  new Uint16Array(1024),
  new Uint8Array(1024),
  new Uint16Array(1024),
);

/** A model of these features, with weights of all sizes. */
function modelOf(features: number[]): { parts: ModelParts; weights: Map<number, number[]> } {
  const hashes = [...new Set(features)];
  const weights = new Map(
    hashes.map((hash, row) => [
      hash,
      Array.from({ length: labelCount }, (_, label) => ((row * 71 + label * 37) % 255) - 127),
    ]),
  );
  const parts: ModelParts = {
    lexicon,
    features: layOut(
      Int32Array.from(hashes),
      Int8Array.from(hashes.flatMap((hash) => weights.get(hash) ?? [])),
    ),
    scale: 0.5,
    transitions: new Float32Array(labelCount * labelCount),
    starts: new Float32Array(labelCount),
    documentRows: new Float32Array(0),
    documentWeight: 1,
    documentTransitions: new Float32Array(labelCount * labelCount),
    documentStarts: new Float32Array(labelCount),
    calibration: new Float32Array(0),
  };
  return { parts, weights };
}

describe('Scorer', () => {
  const text = 'Ostrava met the Board';
  const words = text.split(' ').map((word) => makeWord(word, lexicon, new Map()));
  const around = (place: number): number[] =>
    [-2, -1, 0, 1, 2].flatMap((distance) => {
      const word = words[place + distance];
      return word
        ? [...featuresAt(word, distance)].map((feature) => atDistance(distance, feature))
        : [missing(distance)];
    });
  const own = [11, 12, 13].map((each) => mix(each, 5));
  const run = [21, 22].map((each) => mix(each, 6));
  const filler = Array.from({ length: 3000 }, (_, each) => mix(99, each));
  const { parts, weights } = modelOf([
    ...words.flatMap((_, at) => around(at)),
    ...own,
    ...run,
    ...filler,
  ]);

  it('adds up the weights of all features of a place', () => {
    const scorer = new Scorer(parts);
    const known = words.map(({ text: word }) => scorer.word(word, 0, word.length));
    const runList = new FeatureList();
    runList.hashes.set(run);
    runList.count = run.length;
    scorer.startRun(runList);
    const list = new FeatureList();
    // One that the model has not is passed over.
    const features = [...own, mix(98, 1)];
    list.hashes.set(features);
    list.count = features.length;
    for (const row of [known, words].map((each) => prepare(each, () => false, lexicon, 1))) {
      for (let place = 0; place < words.length; place++) {
        const scores = new Float64Array(labelCount);
        scorer.score(row, place, list, true, scores, 0);
        const expected = Array.from({ length: labelCount }, (_, label) =>
          [...around(place), ...own, ...run].reduce(
            (sum, feature) => sum + (weights.get(feature)?.[label] ?? 0) * parts.scale,
            0,
          ),
        );
        expect([...scores]).toEqual(expected);
      }
    }
  });

  it('never gives a margin that the scores do not bear out', () => {
    const scorer = new Scorer(parts);
    const known = prepare(
      words.map(({ text: word }) => scorer.word(word, 0, word.length)),
      () => false,
      lexicon,
      1,
    );
    for (let place = 0; place < words.length; place++) {
      const scores = new Float64Array(labelCount);
      scorer.score(known, place, new FeatureList(), false, scores, 0);
      const beginnings = [...scores].filter((_, label) => label % 2 === 1);
      const margin = (scores[0] ?? 0) - Math.max(...beginnings);
      expect(scorer.leastMargin(known, place) * parts.scale).toBeLessThanOrEqual(margin);
    }
  });
});

describe('layOut', () => {
  const hashes = Int32Array.from(new Set(Array.from({ length: 5000 }, (_, each) => mix(each, 3))));
  const rows = Int8Array.from(
    { length: hashes.length * labelCount },
    (_, cell) => ((cell * 31) % 255) - 127,
  );

  it('has each feature with its weights, and no other', () => {
    const table = layOut(hashes, rows);
    const found = new Int32Array(1);
    const bytes = new Uint8Array(table.weights.buffer);
    for (const [row, hash] of hashes.entries()) {
      expect(findFeatures(table, Int32Array.of(hash), 1, found)).toBe(1);
      const from = 4 * found[0]!;
      const weights = Array.from(bytes.subarray(from, from + labelCount), (byte) => byte - 128);
      expect(weights).toEqual([...rows.subarray(row * labelCount, (row + 1) * labelCount)]);
    }
    const known = new Set(hashes);
    const others = Int32Array.from({ length: 5000 }, (_, each) => mix(each, 4)).filter(
      (each) => !known.has(each),
    );
    expect(findFeatures(table, others, others.length, new Int32Array(others.length))).toBe(0);
  });

  it('tells what is too much for it', () => {
    const alike = Int32Array.from({ length: 300 }, (_, each) => each << 18);
    expect(() => layOut(alike, new Int8Array(300 * labelCount))).toThrow('expected fewer');
  });
});
