/** Trains the second pass: what the document shows of a name's other places, on top of the scores of the first. */
import { labelCount } from '../../plugins/entities/tagger/labels.ts';
import {
  documentFeatureCount,
  DocumentMemory,
  mostDocumentFeatures,
  type FirstPass,
} from '../../plugins/entities/tagger/memory.ts';
import { Chain } from './crf.ts';
import { seeded, shuffle } from './random.ts';

/** A document after a first pass by a model that has not seen it. */
export interface SeenDocument {
  passes: FirstPass[];
  allowed: Int32Array[];
  weight: number;
}

export interface SecondPass {
  rows: Float32Array;
  weight: number;
  transitions: Float32Array;
  starts: Float32Array;
}

/** Share of features dropped at random. */
const dropout = 0.4;

export function trainSecondPass(
  documents: readonly SeenDocument[],
  start: { transitions: Float32Array; starts: Float32Array },
  epochs: number,
): SecondPass {
  const L = labelCount;
  const rows = new Float64Array(documentFeatureCount * L);
  const squares = new Float64Array(rows.length).fill(1);
  let weight = 0.8;
  let weightSquare = 100;
  const chain = new Chain(0.05);
  chain.transitions.set(start.transitions);
  chain.starts.set(start.starts);
  const random = seeded(3);
  const work = documents.flatMap(({ passes, allowed, weight: importance }) => {
    const memory = new DocumentMemory(passes);
    return passes.flatMap((pass, index) => {
      const size = pass.sentence.words.length;
      const labels = allowed[index];
      if (!labels || !size || !memory.hasEvidence(pass)) return [];
      const features = new Int32Array(size * mostDocumentFeatures);
      const begins = new Int32Array(size + 1);
      memory.features(pass, features, begins);
      return [
        {
          scores: pass.scores,
          allowed: labels,
          features: features.slice(0, begins[size]),
          begins,
          importance,
          size,
        },
      ];
    });
  });
  for (let epoch = 0; epoch < epochs; epoch++) {
    shuffle(work, random);
    const rate = 0.1 * (1 - epoch / epochs);
    for (const { scores, allowed, features, begins, importance, size } of work) {
      const sums = chain.room(size);
      for (let cell = 0; cell < size * L; cell++) sums[cell] = weight * scores[cell]!;
      for (let at = 0; at < size; at++) {
        for (let each = begins[at]!; each < begins[at + 1]!; each++) {
          for (let label = 0; label < L; label++)
            sums[at * L + label]! += rows[features[each]! * L + label]!;
        }
      }
      chain.step(size, allowed, importance);
      const { slope } = chain;
      let pull = 0;
      for (let cell = 0; cell < size * L; cell++)
        pull += slope[cell]! * Math.max(-20, Math.min(20, scores[cell]!));
      weightSquare += pull * pull;
      weight += (0.02 * pull) / Math.sqrt(weightSquare);
      for (let at = 0; at < size; at++) {
        for (let each = begins[at]!; each < begins[at + 1]!; each++) {
          if (random() < dropout) continue;
          for (let label = 0; label < L; label++) {
            const gradient = slope[at * L + label]!;
            if (Math.abs(gradient) < 1e-4) continue;
            const cell = features[each]! * L + label;
            squares[cell]! += gradient * gradient;
            rows[cell]! += (rate * (gradient - 1e-4 * rows[cell]!)) / Math.sqrt(squares[cell]!);
          }
        }
      }
    }
  }
  return {
    rows: Float32Array.from(rows),
    weight,
    transitions: Float32Array.from(chain.transitions),
    starts: Float32Array.from(chain.starts),
  };
}
