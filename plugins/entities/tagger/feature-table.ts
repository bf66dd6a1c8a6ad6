/**
 * The features of a model and their weights, laid out as they are looked up, so that the file's bytes are used as they are.
 *
 * Features stand in the order of their buckets, which are the lower bits of their hashes; of the hash, the rest is kept. Most features of
 * a place are none of the model's: where each bucket begins takes so little room that the processor's cache holds it, and tells so
 * without a look at the weights.
 */
import { labelCount } from './labels.ts';

const bucketBits = 18;
export const bucketCount = 2 ** bucketBits;
/** Buckets for which one number says where they begin; each of them then has its offset from there. */
const groupBits = 7;
/** Words of four weights of a feature: room for sixteen labels. */
export const weightWords = 4;
/** What is added to a weight, so that none is negative. */
const bias = 128;

export interface FeatureTable {
  /** Where each group of 128 buckets begins, and one more. */
  groups: Uint32Array;
  /** How far from there each bucket begins, and one more. */
  offsets: Uint8Array;
  /** The upper 14 bits of each feature's hash. */
  prints: Uint16Array;
  /** Four words a feature: a byte a label, 128 added to each weight, the first label in the lowest byte. */
  weights: Int32Array;
}

/**
 * Lays features out.
 *
 * @param hashes of each feature, no two alike
 * @param rows weights of each feature for each label, from -127 to 127
 * @throws Error where more features share a group of buckets than its offsets have room for
 */
export function layOut(hashes: Int32Array, rows: Int8Array): FeatureTable {
  // In a bucket, what weighs most is what is asked for most.
  const sizes = Float64Array.from(hashes, (_, row) => {
    let sum = 0;
    for (let label = 0; label < labelCount; label++) sum += rows[row * labelCount + label]! ** 2;
    return sum;
  });
  const order = Array.from(hashes.keys()).sort(
    (left, right) =>
      bucketOf(hashes[left]!) - bucketOf(hashes[right]!) ||
      sizes[right]! - sizes[left]! ||
      printOf(hashes[left]!) - printOf(hashes[right]!),
  );
  const groups = new Uint32Array((bucketCount >> groupBits) + 1);
  const offsets = new Uint8Array(bucketCount + 1);
  let next = 0;
  for (let bucket = 0; bucket <= bucketCount; bucket++) {
    while (next < order.length && bucketOf(hashes[order[next]!]!) < bucket) next++;
    const group = bucket >> groupBits;
    if (group << groupBits === bucket) groups[group] = next;
    const offset = next - groups[group]!;
    if (offset > 255) throw new Error('Unexpected number of features, expected fewer');
    offsets[bucket] = offset;
  }
  const weights = new Int32Array(weightWords * order.length);
  for (const [index, row] of order.entries()) {
    for (let label = 0; label < 4 * weightWords; label++) {
      const weight = label < labelCount ? rows[row * labelCount + label]! : 0;
      weights[index * weightWords + (label >> 2)]! |= (weight + bias) << (8 * (label & 3));
    }
  }
  return {
    groups,
    offsets,
    prints: Uint16Array.from(order, (row) => printOf(hashes[row]!)),
    weights,
  };
}

const bucketOf = (hash: number): number => hash & (bucketCount - 1);
const printOf = (hash: number): number => hash >>> bucketBits;

/**
 * Looks features up.
 *
 * @param found takes where the weights of those begin that the table has
 * @returns how many these are
 */
export function findFeatures(
  table: FeatureTable,
  hashes: Int32Array,
  count: number,
  found: Int32Array,
): number {
  const { groups, offsets, prints } = table;
  let many = 0;
  for (let each = 0; each < count; each++) {
    const hash = hashes[each]!;
    const bucket = hash & (bucketCount - 1);
    const next = bucket + 1;
    let at = groups[bucket >> groupBits]! + offsets[bucket]!;
    const end = groups[next >> groupBits]! + offsets[next]!;
    const print = hash >>> bucketBits;
    // Nearly always the first one, which is read whether or not it is the bucket's.
    if (prints[at] === print && at < end) {
      found[many++] = weightWords * at;
      continue;
    }
    while (++at < end) {
      if (prints[at] === print) {
        found[many++] = weightWords * at;
        break;
      }
    }
  }
  return many;
}
