import { spawn, spawnSync } from 'node:child_process';
import {
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { hostTag, removeLeftovers } from '../../../src/batch/leftovers.ts';
import { LockError, lockFolder, lockName, runToken } from '../../../src/batch/lock.ts';
import { Interrupted } from '../../../src/batch/time-limit.ts';

const folder = (): string => mkdtempSync(join(tmpdir(), 'copydesk-lock-'));
/** A process that has ended. */
const deadPid = spawnSync(process.execPath, ['-e', '0']).pid;

function lockOf(root: string, owner: object, age = 0): void {
  writeFileSync(join(root, lockName), JSON.stringify({ token: 'x', since: 'then', ...owner }));
  const time = new Date(Date.now() - age);
  utimesSync(join(root, lockName), time, time);
}

describe('the lock of an output folder', () => {
  it('keeps a second run out, says who has it, and lets it in afterwards', async () => {
    const root = folder();
    const unlock = await lockFolder(root);
    const second = lockFolder(root, { wait: 50 });
    await expect(second).rejects.toBeInstanceOf(LockError);
    await expect(second).rejects.toThrow(`process ${process.pid} on ${hostname()}`);
    unlock();
    expect(readdirSync(root)).toEqual([]);
    (await lockFolder(root, { wait: 0 }))();
  });

  it('is waited for', async () => {
    const root = folder();
    const unlock = await lockFolder(root);
    setTimeout(unlock, 150);
    (await lockFolder(root, { wait: 10_000 }))();
  });

  it('lets one of many in at a time', async () => {
    const root = folder();
    lockOf(root, { pid: deadPid, host: hostname() });
    let inside = 0;
    await Promise.all(
      Array.from({ length: 12 }, async () => {
        const unlock = await lockFolder(root, { wait: 60_000 });
        expect(++inside).toBe(1);
        await new Promise((resolve) => setTimeout(resolve, 5));
        inside--;
        unlock();
      }),
    );
    expect(readdirSync(root)).toEqual([]);
  });

  it.each<[string, object, number]>([
    ['whose process has ended', { pid: deadPid, host: hostname() }, 0],
    ['whose process id was given again', { pid: process.pid, host: hostname(), process: '1' }, 0],
    ['of another machine that gave no sign for minutes', { pid: 1, host: 'elsewhere' }, 300_000],
    ['that was never written', {}, 60_000],
  ])('is taken over from a run %s', async (_which, owner, age) => {
    const root = folder();
    lockOf(root, owner, age);
    const unlock = await lockFolder(root, { wait: 0 });
    expect(readFileSync(join(root, lockName), 'utf8')).toContain(`"pid":${process.pid}`);
    unlock();
    expect(readdirSync(root)).toEqual([]);
  });

  it.each<[string, object]>([
    ['of this machine that runs', { pid: process.ppid, host: hostname() }],
    ['of another machine that gave a sign lately', { pid: 1, host: 'elsewhere' }],
    ['that is being written', {}],
  ])('is not taken from a run %s', async (_which, owner) => {
    const root = folder();
    lockOf(root, owner);
    await expect(lockFolder(root, { wait: 0 })).rejects.toBeInstanceOf(LockError);
    expect(existsSync(join(root, lockName))).toBe(true);
  });

  it.runIf(process.platform === 'linux')(
    'is taken over once the workers that its run has left are ended',
    async () => {
      const root = folder();
      const token = runToken();
      const start = (argument: string) =>
        spawn(process.execPath, ['-e', 'setInterval(() => undefined, 1000)', '--', argument]);
      const [worker, other] = [start(token), start('--of-somebody-else-entirely')];
      try {
        lockOf(root, { pid: deadPid, host: hostname(), token });
        const ended = new Promise((resolve) => worker.once('exit', (_code, by) => resolve(by)));
        (await lockFolder(root, { wait: 10_000 }))();
        expect(await ended).toBe('SIGKILL');
        // What a lock calls a run may be anything; only a name of ours ends processes.
        lockOf(root, { pid: deadPid, host: hostname(), token: '--of-somebody-else-entirely' });
        (await lockFolder(root, { wait: 10_000 }))();
        expect(other.exitCode ?? other.signalCode).toBeNull();
      } finally {
        worker.kill('SIGKILL');
        other.kill('SIGKILL');
      }
    },
  );

  it('is not waited for any longer once the run is interrupted', async () => {
    const root = folder();
    const unlock = await lockFolder(root);
    const controller = new AbortController();
    const second = lockFolder(root, { wait: 60_000, signal: controller.signal });
    controller.abort('SIGTERM');
    await expect(second).rejects.toBeInstanceOf(Interrupted);
    await expect(second).rejects.toMatchObject({ signal: 'SIGTERM' });
    unlock();
  });

  it('is taken over where a run was killed while it took it over', async () => {
    const root = folder();
    for (const name of [lockName, `${lockName}.takeover`]) {
      writeFileSync(
        join(root, name),
        JSON.stringify({ pid: deadPid, host: hostname(), token: 'x' }),
      );
    }
    (await lockFolder(root, { wait: 10_000 }))();
    expect(readdirSync(root)).toEqual([]);
  });

  it('is not removed by who lost it', async () => {
    const root = folder();
    const unlock = await lockFolder(root);
    lockOf(root, { pid: process.ppid, host: hostname() });
    unlock();
    expect(existsSync(join(root, lockName))).toBe(true);
  });
});

describe('what killed runs left behind', () => {
  it('is removed where it is ours, and its process has ended or it is old', () => {
    const root = folder();
    const name = (tag: string, pid: number, digit: string): string =>
      `.copydesk-${tag}-${pid}-${digit.repeat(12)}.tmp`;
    const ended = name(hostTag, deadPid, 'a');
    const old = name('elsewhere', process.pid, 'b');
    const kept = [
      name(hostTag, process.pid, 'c'),
      name('elsewhere', deadPid, 'd'),
      'a.tmp',
      '.a.md.tmp',
      `.copydesk-${deadPid}.tmp`,
      'a.md',
    ];
    for (const each of [ended, old, ...kept]) writeFileSync(join(root, each), '');
    const hoursAgo = new Date(Date.now() - 7_200_000);
    utimesSync(join(root, old), hoursAgo, hoursAgo);
    expect(removeLeftovers([root, join(root, 'nowhere')])).toBe(2);
    expect(readdirSync(root).sort()).toEqual(kept.sort());
  });

  it.runIf(process.platform === 'linux')(
    'counts a process that has ended and is only still listed as ended',
    async () => {
      const root = folder();
      // Before it ends its parent has become a program that never asks for its end.
      const parent = spawn('sh', ['-c', 'sleep 1 & echo $!; exec sleep 30']);
      const pid = Number(await new Promise((resolve) => parent.stdout.once('data', resolve)));
      await expect
        .poll(() => readFileSync(`/proc/${pid}/stat`, 'latin1'), { timeout: 10_000 })
        .toMatch(/\) Z /);
      writeFileSync(join(root, `.copydesk-${hostTag}-${pid}-${'a'.repeat(12)}.tmp`), '');
      lockOf(root, { pid, host: hostname() });
      (await lockFolder(root, { wait: 0 }))();
      expect(removeLeftovers([root])).toBe(1);
      expect(readdirSync(root)).toEqual([]);
      parent.kill();
    },
  );
});
