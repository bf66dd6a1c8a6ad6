/** Measuring: processor time rather than the clock, so that what else a machine does counts little; rounds that alternate; medians with spread. */
import { execFileSync } from 'node:child_process';

export interface Figure {
  /** Milliseconds. */
  median: number;
  /** The quartiles. */
  low: number;
  high: number;
}

export type Work = () => unknown;

/** Milliseconds of processor time that this process takes for a piece of work, its collector of garbage included. */
export async function cpuTime(work: Work): Promise<number> {
  const before = process.cpuUsage();
  await work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

/** Milliseconds of processor time that are compared with as many before them, to tell whether work is still getting faster. */
const stretch = 1000;
/** How near the two have to be. */
const stable = 0.05;
/** Milliseconds after which work counts, however it goes. */
const longestWarmUp = 20_000;

/**
 * Does a piece of work until compilers have done what they do: until its times of one second are those of the second before.
 *
 * @returns the time that it takes then.
 */
async function warmUp(work: Work): Promise<number> {
  let before = Number.POSITIVE_INFINITY;
  for (let spent = 0; ;) {
    const times: number[] = [];
    let sum = 0;
    while (sum < stretch) {
      const time = await cpuTime(work);
      times.push(time);
      sum += time;
    }
    spent += sum;
    const { median } = figureOf(times);
    if (Math.abs(before - median) <= stable * median || spent >= longestWarmUp) return median;
    before = median;
  }
}

/**
 * Measures several pieces of work in turn, round by round, so that whatever slows the machine meanwhile slows them all.
 *
 * @param least - Milliseconds that one piece is repeated for in each round.
 */
export async function alternate<Name extends string>(
  works: Readonly<Record<Name, Work>>,
  { rounds, least = 60 }: { rounds: number; least?: number },
): Promise<Record<Name, Figure>> {
  const names = Object.keys(works) as Name[];
  const repeats = new Map<Name, number>();
  for (const name of names) {
    repeats.set(name, Math.max(1, Math.ceil(least / (await warmUp(works[name])))));
  }
  const samples = new Map<Name, number[]>(names.map((name) => [name, []]));
  for (let round = 0; round < rounds; round++) {
    for (const name of names) {
      const count = repeats.get(name) as number;
      const time = await cpuTime(async () => {
        for (let index = 0; index < count; index++) await works[name]();
      });
      samples.get(name)?.push(time / count);
    }
  }
  return Object.fromEntries(
    names.map((name) => [name, figureOf(samples.get(name) ?? [])]),
  ) as Record<Name, Figure>;
}

export function figureOf(samples: readonly number[]): Figure {
  const sorted = [...samples].sort((a, b) => a - b);
  const at = (share: number): number => sorted[Math.round((sorted.length - 1) * share)] ?? 0;
  return { median: at(0.5), low: at(0.25), high: at(0.75) };
}

/** What a command took: milliseconds by the clock and of the processor, that of its own children included. */
export interface Run {
  clock: number;
  cpu: number;
}

/** Runs a command. The shell tells what its children took, in hundredths of a second. */
export function runCommand(command: readonly string[], cwd: string): Run {
  const start = performance.now();
  const out = execFileSync('sh', ['-c', '"$@" >/dev/null 2>&1; times', 'sh', ...command], {
    cwd,
    encoding: 'utf8',
  });
  const clock = performance.now() - start;
  const children = out.trim().split('\n').at(-1) ?? '';
  const cpu = [...children.matchAll(/(\d+)m([\d.]+)s/g)].reduce(
    (sum, [, minutes, seconds]) => sum + Number(minutes) * 60_000 + Number(seconds) * 1000,
    0,
  );
  return { clock, cpu };
}

/** The slope of log time over log size: 1 is linear. */
export function slopeOf(points: readonly (readonly [size: number, time: number])[]): number {
  const logs = points.map(([size, time]) => [Math.log(size), Math.log(time)] as const);
  const mean = (index: 0 | 1): number =>
    logs.reduce((sum, each) => sum + each[index], 0) / logs.length;
  const [x, y] = [mean(0), mean(1)];
  const above = logs.reduce((sum, each) => sum + (each[0] - x) * (each[1] - y), 0);
  return above / logs.reduce((sum, each) => sum + (each[0] - x) ** 2, 0);
}
