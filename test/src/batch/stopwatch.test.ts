import { beforeEach, expect, it, vi } from 'vitest';
import { Stopwatch } from '../../../src/batch/stopwatch.ts';
import { withinTime } from '../../../src/batch/time-limit.ts';
import { defaultLimits } from '../../../src/limits.ts';

let starved: number | undefined = 0;
vi.mock(import('../../../src/batch/processes.ts'), async (original) => ({
  ...(await original()),
  starvedTime: () => starved,
}));
beforeEach(() => {
  starved = 0;
});
const pause = (milliseconds: number): Promise<void> =>
  new Promise((resolve) => setTimeout(resolve, milliseconds));

it('leaves out of the time of a process what it had to wait for a core', async () => {
  starved = 1000;
  const stopwatch = new Stopwatch();
  await pause(60);
  starved = 1050;
  const { own, passed } = stopwatch;
  expect(passed).toBeGreaterThanOrEqual(59);
  expect(own).toBeLessThan(passed - 45);
  stopwatch.restart();
  expect(stopwatch.own).toBeLessThan(own + 50);
});

it('counts all time as its own where the system does not tell', async () => {
  starved = undefined;
  const stopwatch = new Stopwatch(process.pid);
  await pause(30);
  expect(stopwatch.own).toBeGreaterThanOrEqual(29);
});

it('begins with another process when it is asked for the first time', async () => {
  const stopwatch = new Stopwatch(process.pid);
  starved = 10_000;
  expect(stopwatch.own).toBeGreaterThanOrEqual(0);
  starved = 10_005;
  await pause(20);
  expect(stopwatch.own).toBeLessThanOrEqual(stopwatch.passed - 4.9);
});

it('has work done again that had no core for most of its time, and other work not', async () => {
  const limits = { ...defaultLimits, time: 0.2 };
  let times = 0;
  const slow = async (): Promise<string> => {
    await pause(times++ === 0 ? 400 : 300);
    return 'done';
  };
  const run = withinTime(limits, { timing: 'twice' }, () => {
    starved = (starved ?? 0) + 190;
    return slow();
  });
  expect(await run).toBe('done');
  expect(times).toBe(2);

  times = 0;
  await expect(withinTime(limits, { timing: 'twice' }, slow)).rejects.toMatchObject({ ruleId: 'limits/time' }); // prettier-ignore
  expect(times).toBe(1);
});
