import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { generateArticles } from '../articles.ts';
import { runCommand } from '../measure.ts';
import type { Part } from '../part.ts';
import { table, time } from '../print.ts';
import { command } from '../subjects.ts';

/** Many articles, with one and two jobs; and again when nothing has changed. */
export const batches: Part = ({ quick }) => {
  const rows: string[][] = [];
  for (const count of quick ? [100, 300] : [100, 1000, 10_000]) {
    const folder = mkdtempSync(join(tmpdir(), 'copydesk-bench-'));
    try {
      mkdirSync(join(folder, 'input'));
      for (const { name, content } of generateArticles(count, { seed: 3 }))
        writeFileSync(join(folder, 'input', name), content);
      const build = (...more: string[]) =>
        runCommand([process.execPath, command, 'build', '--quiet', ...more], folder);
      const one = build('--jobs', '1', '--no-cache');
      const two = build('--jobs', '2', '--force');
      const again = build('--jobs', '2');
      const start = runCommand([process.execPath, command, '--version'], folder);
      const hits = count / ((again.cpu - start.cpu) / 1000);
      rows.push([
        `${count}`,
        `${time(one.clock)}, ${time(one.cpu)}`,
        `${time(two.clock)}, ${time(two.cpu)}`,
        `${((one.clock / two.clock / 2) * 100).toFixed(0)} %`,
        `${time(again.clock)}, ${time(again.cpu)}`,
        `${hits.toFixed(0)}`,
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
        'unchanged articles a second of processor time',
      ],
      rows,
    ),
  ]);
};
