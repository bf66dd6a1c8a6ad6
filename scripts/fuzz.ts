/**
 * Changes articles at random and checks the laws, for a time: `npm run fuzz -- --minutes 30 --seed 2`. What breaks one is made as small as it goes
 * and put into a file of JSON lines, which is named at the end.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';

const { values } = parseArgs({
  options: {
    minutes: { type: 'string', default: '5' },
    seed: { type: 'string', default: '1' },
    log: { type: 'string' },
  },
});
const log = values.log ?? join(mkdtempSync(join(tmpdir(), 'copydesk-fuzz-')), 'found.jsonl');
const { status } = spawnSync(
  'npx',
  ['vitest', 'run', '--pool=threads', 'test/fuzz', '--reporter=dot'],
  {
    stdio: ['ignore', 'ignore', 'inherit'],
    env: { ...process.env, FUZZ_MINUTES: values.minutes, FUZZ_SEED: values.seed, FUZZ_LOG: log },
  },
);
const lines = existsSync(log) ? readFileSync(log, 'utf8').trim().split('\n') : [];
console.log(lines.at(-1) ?? `ended before the end; the last input is beside ${log}`);
console.log(`findings: ${log}`);
process.exitCode = status ?? 1;
