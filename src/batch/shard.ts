/** A part of a run, so that several machines can do it: each article belongs to one shard, told by its path alone. */
import { hash } from 'node:crypto';
import { relative, sep } from 'node:path';

export interface Shard {
  /** From 1. */
  index: number;
  count: number;
}

const most = 100_000;

/** Reads `3/10`; undefined for anything that names no shard. */
export function parseShard(text: string): Shard | undefined {
  const found = /^([1-9]\d{0,5})\/([1-9]\d{0,5})$/.exec(text);
  if (!found) return undefined;
  const [index, count] = [Number(found[1]), Number(found[2])];
  return index <= count && count <= most ? { index, count } : undefined;
}

export function printShard({ index, count }: Shard): string {
  return `${index}/${count}`;
}

/**
 * The shard that a file belongs to, from 1. Only its path counts, so that articles that come or go move no other.
 *
 * @param path - Relative to the input folder, with `/`.
 */
export function shardOf(path: string, count: number): number {
  // 48 bits: enough that no shard is favoured, and exact as a number.
  return (Number.parseInt(hash('sha256', path).slice(0, 12), 16) % count) + 1;
}

/** Tells whether a file, by its absolute path, belongs to a shard; without a shard, all do. */
export function shardFilter(
  shard: Shard | undefined,
  inputRoot: string,
): (file: string) => boolean {
  if (!shard) return () => true;
  const { index, count } = shard;
  return (file) => shardOf(relative(inputRoot, file).split(sep).join('/'), count) === index;
}
