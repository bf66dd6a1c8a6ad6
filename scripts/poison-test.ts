/**
 * Builds good articles with and without hostile ones among them, and compares every good output and the time:
 * `npm run test:poison -- --good 2000`. Builds the command before.
 */
import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { poison } from '../test/support/poison.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const { values } = parseArgs({
  options: {
    good: { type: 'string', default: '2000' },
    jobs: { type: 'string', default: '2' },
    time: { type: 'string', default: '20' },
    cli: { type: 'string' },
  },
});
if (values.cli === undefined) {
  execFileSync(process.execPath, ['scripts/build.mjs'], { cwd: root, stdio: 'inherit' });
}
const jobs = Number(values.jobs);
const found = await poison({
  good: Number(values.good),
  command: [process.execPath, values.cli ?? `${root}dist/src/cli.js`],
  jobs,
  timeLimit: Number(values.time),
});
console.log(found);
const allowed = found.cleanTime * 1.5 + found.limitTime / jobs;
console.log(
  `${(found.poisonedTime / found.cleanTime).toFixed(2)} times as long as without; ${Math.round(found.poisonedTime)} ms, allowed ${Math.round(allowed)} ms`,
);
if (found.changed.length + found.lost.length > 0 || found.poisonedTime > allowed) {
  process.exitCode = 1;
}
