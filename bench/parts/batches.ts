import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { generateArticles } from '../articles.ts';
import { runCommand } from '../measure.ts';
import type { Part } from '../part.ts';
import { size, table, time } from '../print.ts';
import { command } from '../subjects.ts';

/** Ten thousand long articles would take as long as all other parts together. */
const batchesOf = {
  quick: [
    { count: 100, length: 6000 },
    { count: 300, length: 1500 },
  ],
  whole: [
    { count: 100, length: 6000 },
    { count: 1000, length: 6000 },
    { count: 10_000, length: 1500 },
  ],
};

/** Many articles, with one and two jobs; and again when nothing has changed. */
export const batches: Part = ({ quick }) => {
  const rows: string[][] = [];
  for (const { count, length } of quick ? batchesOf.quick : batchesOf.whole) {
    const folder = mkdtempSync(join(tmpdir(), 'copydesk-bench-'));
    try {
      mkdirSync(join(folder, 'input'));
      for (const { name, content } of generateArticles(count, { seed: 3, length }))
        writeFileSync(join(folder, 'input', name), content);
      const build = (...more: string[]) =>
        runCommand([process.execPath, command, 'build', '--quiet', ...more], folder);
      // Each begins with nothing: a file that takes the place of another costs some file systems more.
      const first = (...more: string[]) => {
        for (const each of ['output', '.copydesk'])
          rmSync(join(folder, each), { recursive: true, force: true });
        return build(...more);
      };
      const one = first('--jobs', '1');
      const two = first('--jobs', '2');
      const again = build('--jobs', '2');
      rows.push([
        `${count}, ${size(length)}`,
        `${time(one.clock)}, ${time(one.cpu)}`,
        `${time(two.clock)}, ${time(two.cpu)}`,
        `${((one.clock / two.clock / 2) * 100).toFixed(0)} %`,
        `${time(again.clock)}, ${time(again.cpu)}`,
        `${((count / again.clock) * 1000).toFixed(0)}, ${((count / again.cpu) * 1000).toFixed(0)}`,
      ]);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  }
  return Promise.resolve([
    'Times are by the clock, then of all processes together. The share of two jobs’ ideal is by the clock, and says something only on a machine at rest.',
    table(
      [
        'articles',
        '1 job',
        '2 jobs',
        'of two jobs’ ideal',
        'unchanged',
        'unchanged articles a second, start included',
      ],
      rows,
    ),
  ]);
};
