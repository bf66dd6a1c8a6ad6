/**
 * Trains the name tagger that ships in `plugins/entities/tagger/model.bin`.
 *
 *     tsx train/entities.ts --data FOLDER --news train/news --out plugins/entities/tagger/model.bin
 *
 * FOLDER holds the public corpora, `NAME/{train,dev}.conll` (see docs/models.md for where they come from). The same data gives the same
 * bytes. `--epochs N` and `--features N` (how many are kept) change the defaults.
 */
import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { taggerOf } from '../plugins/entities/tagger/index.ts';
import { labelCount } from '../plugins/entities/tagger/labels.ts';
import { packModel, type ModelParts } from '../plugins/entities/tagger/model.ts';
import { layOut, type FeatureTable } from '../plugins/entities/tagger/feature-table.ts';
import { Scorer } from '../plugins/entities/tagger/scorer.ts';
import { SequenceTagger } from '../plugins/entities/tagger/sequence.ts';
import { fitCalibration, type Outcome } from './entities/calibrate.ts';
import { measure, type Found } from './entities/measure.ts';
import { readCorpora, type Example } from './entities/corpora.ts';
import { Replacer, recase } from './entities/augment.ts';
import { trainChain, type Instance, type Trained } from './entities/crf.ts';
import { LexiconBuilder } from './entities/lexicon.ts';
import { prepareDocument } from './entities/prepare.ts';
import { trainSecondPass, type SeenDocument } from './entities/second.ts';
import type { WordEntry } from '../plugins/entities/tagger/lexicon.ts';
import { seeded } from './entities/random.ts';

const { values } = parseArgs({
  options: {
    data: { type: 'string' },
    news: { type: 'string', default: 'train/news' },
    out: { type: 'string', default: 'plugins/entities/tagger/model.bin' },
    epochs: { type: 'string', default: '9' },
    rate: { type: 'string', default: '0.1' },
    dropout: { type: 'string', default: '0.4' },
    decay: { type: 'string', default: '0.00001' },
    cutoff: { type: 'string', default: '2' },
    features: { type: 'string', default: '160000' },
    copies: { type: 'string', default: '1' },
    folds: { type: 'string', default: '3' },
  },
});
if (!values.data) throw new Error('Expected --data FOLDER, the folder of the public corpora');

const began = performance.now();
const log = (line: string): void => {
  console.log(`${((performance.now() - began) / 1000).toFixed(0)} s  ${line}`);
};

const corpora = readCorpora(values.data, values.news);
const lexicons = new LexiconBuilder(new URL('./lexicon/', import.meta.url));
const documents = corpora.flatMap(({ train }) => train);
lexicons.learn(documents);
const lexicon = lexicons.build();
log(`${String(documents.length)} documents, ${String(documents.flat().length)} sentences`);

/** Corpora of social media: noisier, and not what is read here. */
const isSocial = (name: string): boolean => name === 'btc' || name === 'wnut17';

const random = seeded(20);
const replacer = new Replacer(documents, lexicons.without([]));

function instancesOf(
  document: readonly Example[],
  weight: number,
  entry: (word: string) => WordEntry,
): Instance[] {
  const prepared = prepareDocument(document, lexicon, entry);
  return document.flatMap((example, index) => {
    const sentence = prepared[index];
    return sentence && example.words.length > 0 && example.words.length < 400
      ? [{ sentence, allowed: example.allowed, weight }]
      : [];
  });
}

/** Trains the first pass on the documents of a part of each corpus, with `copies` of each in which the names are replaced. */
function trainFirstPass(
  chosen: (index: number) => boolean,
  epochs: number,
  copies: number,
): Trained {
  const instances: Instance[] = [];
  for (const { name, train, weight } of corpora) {
    const social = isSocial(name);
    const repeats = name.startsWith('news') ? copies : social ? 0 : Math.min(1, copies);
    for (const [index, document] of train.entries()) {
      if (!chosen(index)) continue;
      const entry = lexicons.without(document);
      instances.push(...instancesOf(document, weight / (1 + repeats * 0.6), entry));
      for (let copy = 0; copy < repeats; copy++) {
        const other = replacer.replace(document, 0.7, random);
        instances.push(...instancesOf(other, (weight * 0.6) / (1 + repeats * 0.6), entry));
      }
      if (social) continue;
      const headlines = document.flatMap((example) => {
        const chance = random();
        if (example.words.length < 4 || example.words.length > 25) return [];
        if (chance < 0.04) return [recase(example, 'upper')];
        if (chance < 0.08) return [recase(example, 'title')];
        return chance < 0.11 ? [recase(example, 'lower')] : [];
      });
      instances.push(...instancesOf(headlines, weight * 0.4, entry));
    }
  }
  log(`${String(instances.length)} sentences with copies`);
  return trainChain(instances, {
    epochs,
    rate: Number(values.rate),
    dropout: Number(values.dropout),
    decay: Number(values.decay),
    cutoff: Number(values.cutoff),
    seed: 7,
    log,
  });
}

/** Keeps the features that weigh most, and rounds their weights to eight bits. */
function quantise(
  { hashes, weights, counts }: Trained,
  keep: number,
): { features: FeatureTable; scale: number } {
  const importance = Float64Array.from(hashes, (_, row) => {
    let sum = 0;
    for (let label = 0; label < labelCount; label++)
      sum += (weights[row * labelCount + label] ?? 0) ** 2;
    return sum * Math.log(2 + (counts[row] ?? 0));
  });
  const order = Array.from(hashes, (_, row) => row)
    .sort((left, right) => (importance[right] ?? 0) - (importance[left] ?? 0) || left - right)
    .slice(0, keep);
  const sizes = order
    .flatMap((row) =>
      Array.from(weights.subarray(row * labelCount, (row + 1) * labelCount), Math.abs),
    )
    .sort((left, right) => left - right);
  const scale = (sizes[Math.floor(sizes.length * 0.9998)] ?? 1) / 127;
  const rows = new Int8Array(order.length * labelCount);
  for (const [index, row] of order.entries()) {
    for (let label = 0; label < labelCount; label++) {
      const value = Math.round((weights[row * labelCount + label] ?? 0) / scale);
      rows[index * labelCount + label] = Math.max(-127, Math.min(127, value));
    }
  }
  const kept = Int32Array.from(order, (row) => hashes[row] ?? 0);
  return { features: layOut(kept, rows), scale };
}

/** A model of the first pass alone. */
function firstPassParts(trained: Trained): ModelParts {
  return {
    lexicon,
    ...quantise(trained, Number(values.features)),
    transitions: trained.transitions,
    starts: trained.starts,
    documentRows: new Float32Array(0),
    documentWeight: 1,
    documentTransitions: trained.transitions,
    documentStarts: trained.starts,
    calibration: new Float32Array(0),
  };
}

/** First passes over all training documents, each by a model that has not seen the document. */
function crossPasses(folds: number): SeenDocument[] {
  const seen: SeenDocument[] = [];
  for (let fold = 0; fold < folds; fold++) {
    const trained = trainFirstPass(
      (index) => index % folds !== fold,
      Math.ceil(Number(values.epochs) / 2),
      0,
    );
    const sequence = new SequenceTagger(new Scorer(firstPassParts(trained)));
    for (const { name, train, weight } of corpora) {
      // What has no documents can't show what a document shows: tweets, and sentences in random order.
      if (isSocial(name) || name === 'crossner_politics') continue;
      for (const [index, document] of train.entries()) {
        if (index % folds !== fold) continue;
        const prepared = prepareDocument(document, lexicon, lexicons.without(document));
        seen.push({
          passes: prepared.map((sentence) => sequence.firstPass(sentence)),
          allowed: document.map(({ allowed }) => allowed),
          weight,
        });
      }
    }
  }
  return seen;
}

const parts = firstPassParts(
  trainFirstPass(() => true, Number(values.epochs), Number(values.copies)),
);
if (Number(values.folds) > 0) {
  const second = trainSecondPass(crossPasses(Number(values.folds)), parts, 6);
  log(`second pass: the first counts ${second.weight.toFixed(3)}`);
  parts.documentRows = second.rows;
  parts.documentWeight = second.weight;
  parts.documentTransitions = second.transitions;
  parts.documentStarts = second.starts;
}
const uncalibrated = taggerOf(packModel(parts));
const tag = (texts: string[]): Found[] =>
  uncalibrated.tag({ blocks: texts.map((text) => ({ text, kind: 'body' })) });
const outcomes: Outcome[] = [];
for (const { name, devSource, types } of corpora) {
  if (!isSocial(name)) outcomes.push(...(await measure(devSource, tag, types)).outcomes);
}
parts.calibration = fitCalibration(outcomes);
log(
  `confidence by ${String(outcomes.length)} names held out: ${[...parts.calibration].map((each) => each.toFixed(2)).join(' ')}`,
);
const bytes = packModel(parts);
writeFileSync(values.out, bytes);
log(
  `${values.out}: ${String(bytes.length)} bytes, ${String(parts.features.prints.length)} features`,
);
