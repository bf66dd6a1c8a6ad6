import { spawn } from 'node:child_process';
import { describe, expect, it } from 'vitest';

const overseer = new URL('../../../src/batch/overseer.ts', import.meta.url).href;
const minute = 60_000;

/** Starts a process that is overseen and then never pauses for some seconds: the signal that ended it, or its exit code. */
function overseen(parent: number, work: string): Promise<string | number | null> {
  const code = `
import { Overseer } from ${JSON.stringify(overseer)};
const overseer = new Overseer(${parent});
${work}
for (const end = performance.now() + 20_000; performance.now() < end; );
`;
  const child = spawn(
    process.execPath,
    ['--import', import.meta.resolve('tsx'), '--input-type=module', '-e', code],
    { stdio: ['ignore', 'ignore', 'inherit'] },
  );
  return new Promise((resolve) => child.on('exit', (exit, signal) => resolve(signal ?? exit)));
}

describe('an overseer', () => {
  it.each([
    ['whose parent is another by now', process.pid + 1, minute],
    ['that has taken too long', process.pid, 100],
  ])(
    'ends a process %s',
    async (_what, parent, limit) => {
      expect(await overseen(parent, `overseer.begin(${limit});`)).toBe('SIGKILL');
    },
    2 * minute,
  );

  it.each([
    ['that is within its time', process.pid, `overseer.begin(${minute});`],
    ['that is at no article', process.pid + 1, 'overseer.begin(100); overseer.end();'],
  ])(
    'leaves a process alone %s',
    async (_what, parent, work) => {
      const exit = 'setTimeout(() => process.exit(7), 2500); await new Promise(() => undefined);';
      expect(await overseen(parent, work + exit)).toBe(7);
    },
    2 * minute,
  );
});
