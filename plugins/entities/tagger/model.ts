/**
 * The trained weights, and the binary form in which they ship. `scorer.ts` puts them to use.
 *
 * The file is little-endian: a magic number, a version, the length of a JSON header, the header, then sections aligned to sixteen bytes in
 * the order in which the header names them. What is read is views of the file's bytes: nothing has to be built of them.
 */
import type { FeatureTable } from './feature-table.ts';
import { labelCount } from './labels.ts';
import { Lexicon } from './lexicon.ts';

export interface ModelParts {
  lexicon: Lexicon;
  features: FeatureTable;
  /** What a weight of 1 stands for. */
  scale: number;
  /** Scores of label after label, `from * labelCount + to`. */
  transitions: Float32Array;
  /** Scores of the first label. */
  starts: Float32Array;
  /** The second pass: weights of what the document shows, their transitions and starts, and how much the first pass counts. */
  documentRows: Float32Array;
  documentWeight: number;
  documentTransitions: Float32Array;
  documentStarts: Float32Array;
  /** Per type, the calibrated confidence at evenly spaced raw confidences. */
  calibration: Float32Array;
}

const magic = 0x4e444331;
const version = 2;
const sections = [
  'words',
  'wordPrints',
  'phrases',
  'phrasePrints',
  'featureGroups',
  'featureOffsets',
  'featurePrints',
  'featureWeights',
  'transitions',
  'starts',
  'documentRows',
  'documentTransitions',
  'documentStarts',
  'calibration',
] as const;
type Section = (typeof sections)[number];

const kinds = { Uint32Array, Uint16Array, Uint8Array, Int32Array, Float32Array };
type Kind = keyof typeof kinds;
const kindOf: Record<Section, Kind> = {
  words: 'Uint32Array',
  wordPrints: 'Uint16Array',
  phrases: 'Uint8Array',
  phrasePrints: 'Uint16Array',
  featureGroups: 'Uint32Array',
  featureOffsets: 'Uint8Array',
  featurePrints: 'Uint16Array',
  featureWeights: 'Int32Array',
  transitions: 'Float32Array',
  starts: 'Float32Array',
  documentRows: 'Float32Array',
  documentTransitions: 'Float32Array',
  documentStarts: 'Float32Array',
  calibration: 'Float32Array',
};

interface Header {
  labels: number;
  scale: number;
  documentWeight: number;
  lengths: Record<Section, number>;
}

/** The file's bytes. */
export function packModel(parts: ModelParts): Uint8Array {
  const { lexicon, features } = parts;
  const arrays: Record<
    Section,
    Uint32Array | Uint16Array | Uint8Array | Int32Array | Float32Array
  > = {
    ...parts,
    words: lexicon.words,
    wordPrints: lexicon.wordPrints,
    phrases: lexicon.phrases,
    phrasePrints: lexicon.phrasePrints,
    featureGroups: features.groups,
    featureOffsets: features.offsets,
    featurePrints: features.prints,
    featureWeights: features.weights,
  };
  const lengths = Object.fromEntries(
    sections.map((name) => [name, arrays[name].length]),
  ) as Header['lengths'];
  const json = JSON.stringify({
    labels: labelCount,
    scale: parts.scale,
    documentWeight: parts.documentWeight,
    lengths,
  } satisfies Header);
  const header = new TextEncoder().encode(json.padEnd(align(json.length + 12) - 12));
  const size = sections.reduce(
    (sum, name) => sum + align(arrays[name].byteLength),
    12 + header.length,
  );
  const bytes = new Uint8Array(size);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, magic, true);
  view.setUint32(4, version, true);
  view.setUint32(8, header.length, true);
  bytes.set(header, 12);
  let at = 12 + header.length;
  for (const name of sections) {
    const array = arrays[name];
    bytes.set(new Uint8Array(array.buffer, array.byteOffset, array.byteLength), at);
    at += align(array.byteLength);
  }
  return bytes;
}

const align = (size: number): number => Math.ceil(size / 16) * 16;

/** Reads the file's bytes, without copying them where they are aligned. Throws an Error when they are not a model of this version. */
export function unpackModel(bytes: Uint8Array): ModelParts {
  const aligned = bytes.byteOffset % 4 === 0 ? bytes : bytes.slice();
  const view = new DataView(aligned.buffer, aligned.byteOffset, aligned.byteLength);
  if (view.getUint32(0, true) !== magic || view.getUint32(4, true) !== version)
    throw new Error(`Unexpected bytes, expected a name tagger model of version ${version}`);
  const headerLength = view.getUint32(8, true);
  const header = JSON.parse(
    new TextDecoder().decode(aligned.subarray(12, 12 + headerLength)),
  ) as Header;
  if (header.labels !== labelCount)
    throw new Error(`Unexpected ${String(header.labels)} labels, expected ${String(labelCount)}`);
  let at = 12 + headerLength;
  const read = <K extends Kind>(name: Section): InstanceType<(typeof kinds)[K]> => {
    const Type = kinds[kindOf[name]];
    const length = header.lengths[name];
    const array = new Type(aligned.buffer as ArrayBuffer, aligned.byteOffset + at, length);
    at += align(array.byteLength);
    return array as InstanceType<(typeof kinds)[K]>;
  };
  return {
    lexicon: new Lexicon(
      read<'Uint32Array'>('words'),
      read<'Uint16Array'>('wordPrints'),
      read<'Uint8Array'>('phrases'),
      read<'Uint16Array'>('phrasePrints'),
    ),
    features: {
      groups: read<'Uint32Array'>('featureGroups'),
      offsets: read<'Uint8Array'>('featureOffsets'),
      prints: read<'Uint16Array'>('featurePrints'),
      weights: read<'Int32Array'>('featureWeights'),
    },
    scale: header.scale,
    documentWeight: header.documentWeight,
    transitions: read<'Float32Array'>('transitions'),
    starts: read<'Float32Array'>('starts'),
    documentRows: read<'Float32Array'>('documentRows'),
    documentTransitions: read<'Float32Array'>('documentTransitions'),
    documentStarts: read<'Float32Array'>('documentStarts'),
    calibration: read<'Float32Array'>('calibration'),
  };
}
