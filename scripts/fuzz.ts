/**
 * Changes articles at random and makes them of parts, and checks the laws, for a time: `npm run fuzz -- --minutes 30 --seed 2`. What breaks one is
 * made as small as it goes, printed, and kept in a file that `npm run fuzz -- --file FILE` tries again.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';

const { values } = parseArgs({
  options: {
    minutes: { type: 'string', default: '5' },
    seed: { type: 'string', default: '1' },
    log: { type: 'string' },
    file: { type: 'string' },
  },
});

interface Told {
  law: string;
  path: string;
  reason: string;
  value: string;
}

function vitest(env: Readonly<Record<string, string>>, output: 'ignore' | 'inherit'): number {
  const { status } = spawnSync(
    'npx',
    ['vitest', 'run', '--pool=threads', 'test/fuzz', '--reporter=dot'],
    { stdio: ['ignore', output, output], env: { ...process.env, ...env } },
  );
  return status ?? 1;
}

if (values.file !== undefined) {
  process.exitCode = vitest({ FUZZ_FILE: resolve(values.file) }, 'inherit');
} else {
  const log = values.log ?? join(mkdtempSync(join(tmpdir(), 'copydesk-fuzz-')), 'found.jsonl');
  const status = vitest(
    { FUZZ_MINUTES: values.minutes, FUZZ_SEED: values.seed, FUZZ_LOG: log },
    'ignore',
  );
  const lines = existsSync(log) ? readFileSync(log, 'utf8').trim().split('\n') : [];
  const isWhole = lines.at(-1)?.startsWith('{"cases"') ?? false;
  for (const line of isWhole ? lines.slice(0, -1) : lines) {
    const { law, path, reason, value } = JSON.parse(line) as Told;
    console.log(`${law}: ${JSON.stringify(value)}\n  ${reason}\n  again: npm run fuzz -- --file ${path}`); // prettier-ignore
  }
  console.log(isWhole ? lines.at(-1) : `ended before the end; the last input is beside ${log}`);
  process.exitCode = isWhole ? status : 1;
}
