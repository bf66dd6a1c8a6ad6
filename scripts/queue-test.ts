/**
 * Builds many articles by workers of a queue on a real Redis, one of them killed with SIGKILL and Redis restarted in the middle, and compares
 * the outputs with those of a local build: `npm run test:queue`. With `--rounds 3` it also measures two workers against `build --jobs 2`.
 * Builds the command before.
 */
import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { tryQueue, type QueueTrial } from '../test/support/queue.ts';
import { noRedis } from '../test/support/redis.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const { values } = parseArgs({
  options: {
    articles: { type: 'string', default: '20000' },
    /** Of measuring. */
    rounds: { type: 'string', default: '0' },
    measured: { type: 'string', default: '1000' },
    length: { type: 'string' },
    config: { type: 'string', default: '' },
    cli: { type: 'string' },
  },
});
if (noRedis !== undefined) {
  console.error(noRedis);
  process.exit(2);
}
if (values.cli === undefined) {
  execFileSync(process.execPath, ['scripts/build.mjs'], { cwd: root, stdio: 'inherit' });
}
const shared: Omit<QueueTrial, 'articles' | 'workers' | 'batch' | 'disturbed'> = {
  command: [process.execPath, values.cli ?? `${root}dist/src/cli.js`],
  config: values.config,
  stalledAfter: 10,
  ...(values.length !== undefined && { length: Number(values.length) }),
  log: (text) => console.log(new Date().toISOString().slice(11, 19), text),
};
let isSound = true;
if (values.articles !== '0') {
  const found = await tryQueue({
    ...shared,
    articles: Number(values.articles),
    workers: 3,
    batch: 250,
    disturbed: true,
  });
  console.log(found);
  const { missing, different, surplus, badEnds, built, failed } = found;
  isSound = [missing, different, surplus, badEnds].every((faults) => faults.length === 0);
  isSound &&= built === Number(values.articles) && failed === 0;
}
const ratios: number[] = [];
for (let round = 0; round < Number(values.rounds); round++) {
  const { localSeconds, queueSeconds } = await tryQueue({
    ...shared,
    articles: Number(values.measured),
    workers: 2,
    batch: 100,
    disturbed: false,
  });
  ratios.push(queueSeconds / localSeconds);
  console.log({ localSeconds, queueSeconds, ratio: queueSeconds / localSeconds });
}
if (ratios.length > 0) console.log('ratios', ratios);
if (!isSound) process.exitCode = 1;
