import { readFile } from 'node:fs/promises';
import { discover } from '../../batch/discover.ts';
import type { LoadedPlugin } from '../../config/load-plugins.ts';
import { createPipeline } from '../../pipeline.ts';
import { counted } from '../../reporters/summary.ts';
import type { CommandIo } from '../io.ts';

export interface Timings {
  /** Milliseconds an article of a plugin, the median over the runs. */
  of: (plugin: LoadedPlugin) => number;
  /** What was measured, in words. */
  summary: string;
}

/** Builds articles several times, after one time that doesn't count, and measures each plugin. */
export async function measure(
  names: string[],
  config: string | undefined,
  runs: number,
  io: CommandIo,
): Promise<Timings> {
  let start = 0;
  let spent = new Map<string, number>();
  const pipeline = createPipeline({
    cwd: io.cwd,
    config,
    onPlugin: (plugin, phase) => {
      if (phase === 'start') start = io.now();
      else spent.set(keyOf(plugin), (spent.get(keyOf(plugin)) ?? 0) + io.now() - start);
    },
  });
  const { settings } = pipeline;
  const articles = await discover(names, io.cwd, settings.input);
  const values = await Promise.all(articles.map(({ file }) => readFile(file)));
  const perRun: Map<string, number>[] = [];
  const totals: number[] = [];
  for (let run = 0; run <= runs; run++) {
    spent = new Map();
    const begin = io.now();
    for (const [index, value] of values.entries()) {
      await pipeline.build({ value, path: articles[index]?.file });
    }
    // In the first run the models are read.
    if (run === 0) continue;
    perRun.push(spent);
    totals.push(io.now() - begin);
  }
  const number = articles.length;
  const total = median(totals) / number;
  return {
    of: (plugin) => median(perRun.map((each) => each.get(keyOf(plugin)) ?? 0)) / number,
    summary: `${counted(number, 'article')}, median of ${counted(runs, 'run')}; ${total.toFixed(2)} ms an article with reading and writing`,
  };
}

/** Tells plugins apart: where they stand in the config, and, of those of a preset, their names. */
function keyOf({ name, path }: LoadedPlugin): string {
  return `${path.join('/')} ${name}`;
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1
    ? (sorted[middle] as number)
    : ((sorted[middle - 1] as number) + (sorted[middle] as number)) / 2;
}
