import type { Part } from '../part.ts';
import { alternate } from '../measure.ts';
import { against, ratio, size, spread, table } from '../print.ts';
import { article, bareChain, copydesk, limits, parseOnly } from '../subjects.ts';

/** The whole of the work against a chain that does none of it. */
export const pipeline: Part = async ({ quick }) => {
  const { createPipeline } = await copydesk();
  const whole = createPipeline({ config: { limits } });
  const bare = bareChain();
  const parse = parseOnly();
  const ratios: string[][] = [];
  const times: string[][] = [];
  for (const length of [6000, 100_000]) {
    const value = article(length);
    const found = await alternate(
      {
        whole: () => whole.build({ value, path: 'article.md' }),
        bare: () => bare(value),
        parse: () => parse(value),
      },
      { rounds: quick ? 5 : 15 },
    );
    const toBare = found.whole.median / found.bare.median;
    const toParse = ratio(found.whole.median, found.parse.median);
    ratios.push([size(length), toBare.toFixed(2), against(toBare, 2.5), toParse]);
    times.push([size(length), spread(found.whole), spread(found.bare), spread(found.parse)]);
  }
  return [
    table(['article', 'whole / bare chain', 'aim', 'whole / remark-parse'], ratios),
    table(['article', 'all plugins, 3 outputs', 'bare chain, 3 outputs', 'remark-parse'], times),
  ];
};
