import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Part } from '../part.ts';
import { against, size, table } from '../print.ts';
import { article, limits, root } from '../subjects.ts';

const script = `
import { readFileSync } from 'node:fs';
const { createPipeline } = await import(process.argv[1]);
const pipeline = createPipeline({ config: { limits: ${JSON.stringify(limits)} } });
await pipeline.build({ value: readFileSync(process.argv[2]), path: 'article.txt' });
console.log(process.resourceUsage().maxRSS / 1024);
`;

/** The most memory that a process holds that builds one article. */
export const memory: Part = ({ quick }) => {
  const folder = mkdtempSync(join(tmpdir(), 'copydesk-bench-'));
  try {
    const rows = [6000, 1_000_000, ...(quick ? [] : [10_000_000])].map((length) => {
      const file = join(folder, 'article.txt');
      writeFileSync(file, article(length, 'text'));
      const peak = Number(
        execFileSync(
          process.execPath,
          ['--input-type=module', '-e', script, `${root}dist/src/index.js`, file],
          { encoding: 'utf8' },
        ),
      );
      return [size(length), `${peak.toFixed(0)} MB`, length > 1e6 ? against(peak, 600) : ''];
    });
    return Promise.resolve([table(['article', 'peak memory', 'aim'], rows)]);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};
