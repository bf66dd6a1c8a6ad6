import { cpuTime, figureOf, slopeOf, type Figure } from '../measure.ts';
import type { Part } from '../part.ts';
import { against, size, spread, table } from '../print.ts';
import { article, copydesk, limits } from '../subjects.ts';

/** How the time grows with the length of an article. */
export const lengths: Part = async ({ quick }) => {
  const { createPipeline } = await copydesk();
  const pipeline = createPipeline({ config: { limits } });
  const sizes = [1000, 10_000, 100_000, 1_000_000, ...(quick ? [] : [10_000_000])];
  const tables: string[] = [];
  for (const format of ['text', 'markdown'] as const) {
    const path = format === 'text' ? 'article.txt' : 'article.md';
    const found: [number, Figure][] = [];
    for (const length of sizes) {
      const value = article(length, format);
      const rounds = Math.max(1, Math.min(quick ? 10 : 40, Math.round(2_000_000 / length)));
      // What takes a minute is not done twice: the compilers have seen the shorter ones.
      const warm = length > 1_000_000 ? 0 : Math.min(rounds, 5);
      const samples: number[] = [];
      for (let round = -warm; round < rounds; round++) {
        const spent = await cpuTime(() => pipeline.build({ value, path }));
        if (round >= 0) samples.push(spent);
      }
      found.push([value.length, figureOf(samples)]);
    }
    const slope = slopeOf(found.map(([length, { median }]) => [length, median]));
    tables.push(
      `${format}: the slope of log time over log size is ${slope.toFixed(2)}, ${against(slope, 1.1)}.`,
      table(
        ['size', 'time', 'MB/s'],
        found.map(([length, figure], index) => [
          size(sizes[index] ?? 0),
          spread(figure),
          (length / 1000 / figure.median).toFixed(2),
        ]),
      ),
    );
  }
  return tables;
};
