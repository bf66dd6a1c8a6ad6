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
import { labelCount } from '../plugins/entities/tagger/labels.ts';
import { packModel, type ModelParts } from '../plugins/entities/tagger/model.ts';
import { readCorpora, type Example } from './entities/corpora.ts';
import { Replacer, recase } from './entities/augment.ts';
import { trainChain, type Instance, type Trained } from './entities/crf.ts';
import { LexiconBuilder } from './entities/lexicon.ts';
import { prepareDocument } from './entities/prepare.ts';
import { seeded } from './entities/random.ts';

const { values } = parseArgs({
  options: {
    data: { type: 'string' },
    news: { type: 'string', default: 'train/news' },
    out: { type: 'string', default: 'plugins/entities/tagger/model.bin' },
    epochs: { type: 'string', default: '12' },
    rate: { type: 'string', default: '0.1' },
    dropout: { type: 'string', default: '0.4' },
    decay: { type: 'string', default: '0.00001' },
    cutoff: { type: 'string', default: '2' },
    features: { type: 'string', default: '140000' },
    copies: { type: 'string', default: '1' },
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

const random = seeded(20);
const replacer = new Replacer(documents, lexicons.without([]));

function instancesOf(
  document: readonly Example[],
  weight: number,
  entry = lexicons.without(document),
): Instance[] {
  const prepared = prepareDocument(document, lexicon, entry);
  return document.flatMap((example, index) => {
    const sentence = prepared[index];
    return sentence && example.words.length > 0 && example.words.length < 400
      ? [{ sentence, allowed: example.allowed, weight }]
      : [];
  });
}

const instances: Instance[] = [];
for (const { name, train, weight } of corpora) {
  const copies = name.startsWith('news')
    ? Number(values.copies)
    : name === 'btc' || name === 'wnut17'
      ? 0
      : Math.min(1, Number(values.copies));
  for (const document of train) {
    const entry = lexicons.without(document);
    instances.push(...instancesOf(document, weight / (1 + copies * 0.6), entry));
    for (let copy = 0; copy < copies; copy++) {
      const other = replacer.replace(document, 0.7, random);
      instances.push(...instancesOf(other, (weight * 0.6) / (1 + copies * 0.6), entry));
    }
    const headlines = document.flatMap((example) => {
      const chance = random();
      if (example.words.length < 4 || example.words.length > 25) return [];
      return chance < 0.04
        ? [recase(example, 'upper')]
        : chance < 0.08
          ? [recase(example, 'title')]
          : [];
    });
    if (name !== 'btc' && name !== 'wnut17')
      instances.push(...instancesOf(headlines, weight * 0.4, entry));
  }
}
log(`${String(instances.length)} sentences with copies`);
const trained = trainChain(instances, {
  epochs: Number(values.epochs),
  rate: Number(values.rate),
  dropout: Number(values.dropout),
  decay: Number(values.decay),
  cutoff: Number(values.cutoff),
  seed: 7,
  log,
});

/** Keeps the features that weigh most, and rounds their weights to eight bits. */
function quantise(
  { hashes, weights, counts }: Trained,
  keep: number,
): Pick<ModelParts, 'hashes' | 'rows' | 'scale'> {
  const importance = Float64Array.from(hashes, (_, row) => {
    let sum = 0;
    for (let label = 0; label < labelCount; label++)
      sum += (weights[row * labelCount + label] ?? 0) ** 2;
    return sum * Math.log(2 + (counts[row] ?? 0));
  });
  const order = Array.from(hashes, (_, row) => row)
    .sort((left, right) => (importance[right] ?? 0) - (importance[left] ?? 0) || left - right)
    .slice(0, keep)
    .sort((left, right) => (hashes[left] ?? 0) - (hashes[right] ?? 0));
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
  return { hashes: Int32Array.from(order, (row) => hashes[row] ?? 0), rows, scale };
}

const parts: ModelParts = {
  lexicon,
  ...quantise(trained, Number(values.features)),
  transitions: trained.transitions,
  starts: trained.starts,
  documentRows: new Float32Array(0),
  documentTransitions: trained.transitions,
  documentStarts: trained.starts,
  calibration: new Float32Array(0),
};
const bytes = packModel(parts);
writeFileSync(values.out, bytes);
log(`${values.out}: ${String(bytes.length)} bytes, ${String(parts.hashes.length)} features`);
