import { alternate, cpuTime, figureOf } from '../measure.ts';
import type { Part } from '../part.ts';
import { size, table, time } from '../print.ts';
import { article, copydesk, limits } from '../subjects.ts';

const length = 6000;
const formats = ['markdown', 'html', 'json'];

/** What each phase and each plugin takes of an article. */
export const phases: Part = async ({ quick }) => {
  const { createPipeline } = await copydesk();
  const value = article(length);
  const input = { value, path: 'article.md' };
  const rounds = quick ? 60 : 300;

  const samples = new Map<string, number[]>();
  let started = process.cpuUsage();
  const watched = createPipeline({
    config: { limits },
    onPlugin: ({ name }, phase) => {
      if (phase === 'start') started = process.cpuUsage();
      else {
        const { user, system } = process.cpuUsage(started);
        samples.set(name, [...(samples.get(name) ?? []), (user + system) / 1000]);
      }
    },
  });
  for (let round = 0; round < rounds; round++) await watched.build({ ...input, formats: [] });
  samples.clear();
  const all: number[] = [];
  for (let round = 0; round < rounds; round++)
    all.push(await cpuTime(() => watched.build({ ...input, formats })));
  const whole = figureOf(all).median;
  const plugins = [...samples].map(([name, each]) => [name, figureOf(each).median] as const);

  const pipeline = createPipeline({ config: { limits } });
  const built = await alternate(
    {
      read: () => pipeline.read(input),
      none: () => pipeline.build({ ...input, formats: [] }),
      markdown: () => pipeline.build({ ...input, formats: ['markdown'] }),
      html: () => pipeline.build({ ...input, formats: ['html'] }),
      json: () => pipeline.build({ ...input, formats: ['json'] }),
    },
    { rounds: quick ? 5 : 15 },
  );
  const ofPlugins = plugins.reduce((sum, [, each]) => sum + each, 0);
  const rows: (readonly [string, number])[] = [
    ['read', built.read.median],
    ...plugins.map(([name, each]) => [`plugin ${name}`, each] as const),
    ['settle and lay out', built.none.median - built.read.median - ofPlugins],
    ...(['markdown', 'html', 'json'] as const).map(
      (name) => [`write ${name}`, built[name].median - built.none.median] as const,
    ),
  ];
  return [
    `A ${size(length)} article, ${time(whole)}. What a writer takes is what is left when the same is built without it.`,
    table(
      ['phase', 'time', 'share'],
      rows.map(([name, each]) => [
        name,
        time(Math.max(0, each)),
        `${Math.max(0, (each / whole) * 100).toFixed(0)} %`,
      ]),
    ),
  ];
};
