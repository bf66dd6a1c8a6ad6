import { describe, expect, it } from 'vitest';
import type { Outcome } from '../../../src/batch/outcome.ts';
import { withinTime } from '../../../src/batch/time-limit.ts';
import { defaultLimits, LimitError, timeFor } from '../../../src/limits.ts';
import { contentsOf, projectWith, put, runProject } from '../../support/batch-folder.ts';

/** A plugin that does to an article what its text asks for. */
const plugin = `
export default function misbehave() {
  return (tree, file) => {
    const asks = /MISBEHAVE (\\w+)/.exec(String(file.value))?.[1];
    if (asks === 'loop') for (;;);
    if (asks === 'wait') return new Promise(() => undefined);
    if (asks === 'late') return Promise.resolve().then(() => { for (;;); });
    if (asks === 'exit') process.exit(7);
    if (asks === 'heap') { const all = []; for (;;) all.push(new Array(1000).fill(all.length)); }
    if (asks === 'buffers') { const all = []; for (;;) all.push(Buffer.alloc(10_000_000, 1)); }
    if (asks === 'throw') throw new Error('no');
    return undefined;
  };
}
`;
const config = (limits: string): string =>
  `plugins: [masthead, ./misbehave.mjs]\nformats: [markdown]\nlimits: { ${limits} }\n`;
/** Processes are started and ended by the dozen, which takes minutes on a machine that is busy with other tests. */
const patience = 600_000;
const good = (number: number): string => `Headline ${number}\n\nThe ferry left at ${number}.\n`;
const bad = (asks: string): string => `A Headline\n\nPlease MISBEHAVE ${asks} now.\n`;

function project(limits: string, asks: readonly string[], goodOnes = 6): string {
  const files: Record<string, string> = {
    'pipeline.config.yaml': config(limits),
    'misbehave.mjs': plugin,
  };
  for (let number = 0; number < goodOnes; number++)
    files[`input/${number}-good.txt`] = good(number);
  for (const [index, each] of asks.entries()) files[`input/${index}-bad-${each}.txt`] = bad(each);
  return projectWith(files);
}

const rulesOf = (outcomes: readonly Outcome[]): Record<string, string> =>
  Object.fromEntries(
    outcomes.flatMap(({ path, error }) =>
      error ? [[path.replace('input/', ''), error.ruleId]] : [],
    ),
  );

/** Adds as many articles as are worth the start of workers. */
function many(cwd: string): void {
  const files: Record<string, string> = {};
  for (let number = 0; number < 40; number++) {
    const words = Array.from({ length: 1500 }, (_, index) => `word${(index * number) % 997}`);
    files[`input/z${number}.txt`] = `Title ${number}\n\n${words.join(' ')}.\n`;
  }
  put(cwd, files);
}

describe('withinTime', () => {
  const limits = { ...defaultLimits, time: 0.2 };

  it.each<[string, () => Promise<unknown>]>([
    ['works without a pause', () => withinTime(limits, {}, async (bound) => bound(() => { for (;;); }))], // prettier-ignore
    ['goes on after a pause', () => withinTime(limits, {}, async (bound) => { await new Promise((resolve) => setTimeout(resolve, 10)); return bound(() => { for (;;); }); })], // prettier-ignore
    ['waits', () => withinTime(limits, {}, () => new Promise(() => undefined))],
  ])('ends work that %s', async (_what, run) => {
    const start = performance.now();
    await expect(run()).rejects.toMatchObject({ ruleId: 'limits/time', limit: 0.2 });
    await expect(run()).rejects.toBeInstanceOf(LimitError);
    expect(performance.now() - start).toBeLessThan(5000);
  });

  it('gives a long article as much more time as it is longer', async () => {
    expect([0, 2_000_000, 3_000_000, 10_000_000].map((bytes) => timeFor(bytes, limits))).toEqual([
      0.2,
      0.2,
      expect.closeTo(0.3),
      1,
    ]);
    const work = withinTime(limits, { bytes: 10_000_000 }, () => new Promise(() => undefined));
    await expect(work).rejects.toMatchObject({ ruleId: 'limits/time', limit: 1, actual: 1 });
  });

  it('gives back what the work gives, and throws what it throws', async () => {
    expect(await withinTime(limits, {}, async (bound) => bound(() => 7))).toBe(7);
    const error = new Error('own');
    const failing = withinTime(limits, { breakable: true }, async (bound) => bound((): number => { throw error; })); // prettier-ignore
    await expect(failing).rejects.toBe(error);
  });
});

describe('articles that take too much', () => {
  it('end without the run in this process', async () => {
    const cwd = project('time: 1', ['loop', 'throw', 'wait']);
    const outcomes = await runProject(cwd, { inProcess: true });
    expect(rulesOf(outcomes)).toEqual({
      '0-bad-loop.txt': 'limits/time',
      '1-bad-throw.txt': 'pipeline/plugin-failed',
      '2-bad-wait.txt': 'limits/time',
    });
    expect(outcomes.find(({ error }) => error?.ruleId === 'limits/time')?.error?.message).toMatch(
      /time in seconds: 1, expected at most 1 \(limits\.time\)/,
    );
    expect(Object.keys(contentsOf(`${cwd}/output`))).toHaveLength(6);
  });

  it(
    'end without the run in workers, each tried again by itself, and are told in their order',
    async () => {
      const asks = ['loop', 'wait', 'late', 'exit', 'throw'];
      const cwd = project('time: 2', asks);
      many(cwd);
      const outcomes = await runProject(cwd, { jobs: 2 });
      expect(rulesOf(outcomes)).toEqual({
        '0-bad-loop.txt': 'limits/time',
        '1-bad-wait.txt': 'limits/time',
        '2-bad-late.txt': 'limits/time',
        '3-bad-exit.txt': 'pipeline/not-built',
        '4-bad-throw.txt': 'pipeline/plugin-failed',
      });
      const paths = outcomes.map(({ path }) => path);
      expect(paths).toEqual([...paths].sort());
      const built = Object.keys(contentsOf(`${cwd}/output`));
      expect(built).toHaveLength(46);
      expect(built.filter((name) => name.startsWith('.'))).toEqual([]);
    },
    patience,
  );

  it(
    'have as much more time as they are longer',
    async () => {
      const cwd = project('time: 2', [], 1);
      const long = `${bad('loop')}\n${'The ferry left.\n\n'.repeat(235_300)}`;
      put(cwd, { 'input/long.txt': long, 'pipeline.config.yaml': config('time: 2').replace('masthead, ', '') }); // prettier-ignore
      const outcomes = await runProject(cwd, { jobs: 1 });
      expect(outcomes.find(({ error }) => error)?.error?.message).toMatch(
        /time in seconds: 4, expected at most 4 \(limits\.time\)/,
      );
    },
    patience,
  );

  it(
    'end without the run where they take all memory, on the heap of the engine or beside it',
    async () => {
      const cwd = project('time: 60, memory: 128', ['heap', 'buffers'], 2);
      many(cwd);
      const outcomes = await runProject(cwd, { jobs: 2 });
      expect(rulesOf(outcomes)).toEqual({
        '0-bad-heap.txt': 'limits/memory',
        '1-bad-buffers.txt': 'limits/memory',
      });
      for (const { error } of outcomes) {
        if (!error) continue;
        expect(error.message).toMatch(
          /memory in megabytes: \d+, expected at most 128 \(limits\.memory\)/,
        );
      }
      expect(Object.keys(contentsOf(`${cwd}/output`))).toHaveLength(42);
    },
    patience,
  );

  it(
    'are not blamed for workers that end before they begin, nor is the run while others begin',
    async () => {
      const cwd = project('time: 20', [], 2);
      many(cwd);
      // A folder can be made once: that tells the first worker.
      put(cwd, {
        'misbehave.mjs': `
import { mkdirSync } from 'node:fs';
if (process.argv[1].includes('worker')) {
  let isFirst = true;
  try { mkdirSync(new URL('./started', import.meta.url)); } catch { isFirst = false; }
  if (isFirst || process.env.ALWAYS_ENDS) process.exit(3);
}
export default function none() { return () => undefined; }
`,
      });
      const outcomes = await runProject(cwd, { jobs: 1 });
      expect(rulesOf(outcomes)).toEqual({});
      expect(Object.keys(contentsOf(`${cwd}/output`))).toHaveLength(42);

      process.env['ALWAYS_ENDS'] = 'yes';
      try {
        await expect(runProject(cwd, { jobs: 1 })).rejects.toThrow(
          'Unexpected end of a worker before it began to work: exit code 3',
        );
      } finally {
        delete process.env['ALWAYS_ENDS'];
      }
    },
    patience,
  );

  it(
    'writes the same bytes with workers as without',
    async () => {
      const cwd = project('time: 20', []);
      many(cwd);
      await runProject(cwd, { jobs: 2 });
      const withWorkers = contentsOf(`${cwd}/output`);
      await runProject(cwd, { inProcess: true });
      expect(contentsOf(`${cwd}/output`)).toEqual(withWorkers);
      expect(Object.keys(withWorkers)).toHaveLength(46);
    },
    patience,
  );
});
