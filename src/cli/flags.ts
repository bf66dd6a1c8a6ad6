/** Values of options that several commands have. */
import { bibliographyNames } from '../batch/bibliography.ts';
import { parseShard, printShard, type Shard } from '../batch/shard.ts';
import { didYouMean } from '../config/suggest.ts';
import { checkedDate } from '../pipeline.ts';
import { formatNames } from '../writers/index.ts';
import { UsageError } from './io.ts';
import type { ReportOptions } from './reports.ts';

/** @throws UsageError where a date is none. */
export function checkDate(date: string | undefined): void {
  if (date === undefined) return;
  try {
    checkedDate(date);
  } catch (error) {
    throw new UsageError(`${(error as Error).message}.`);
  }
}

/** @param listed - The formats of the config, which may be the house's own. */
export function parseFormats(
  list: string | undefined,
  listed: readonly string[],
): string[] | undefined {
  if (list === undefined) return undefined;
  const names = list
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '');
  const known = [...new Set([...formatNames, ...listed])];
  for (const name of names) {
    if (!known.includes(name)) {
      throw new UsageError(
        `Unexpected format "${name}", expected one of ${known.join(', ')}.${didYouMean(name, known)}`,
      );
    }
  }
  if (names.length === 0) {
    throw new UsageError(`Unexpected empty list of formats, expected some of ${known.join(', ')}.`);
  }
  return [...new Set(names)];
}

/** @throws UsageError where it names no shard. */
export function parseShardFlag(given: string | undefined): Shard | undefined {
  if (given === undefined) return undefined;
  const shard = parseShard(given);
  if (shard) return shard;
  throw new UsageError(
    `Unexpected shard "${given}", expected its number and how many there are: 3/10.`,
  );
}

/** What the report of a shard tells those who join it with the others. */
export function partOf(
  shard: Shard | undefined,
  formats: readonly string[],
): ReportOptions['part'] {
  return shard && { shard: printShard(shard), bibliographies: bibliographyNames(formats) };
}
