/** Ends the work on an article that takes too long, within this process. */
import { Script } from 'node:vm';
import { LimitError, timeFor, type Limits } from '../limits.ts';
import type { Bound } from '../pipeline.ts';
import { codeOf } from './file-system.ts';
import { Stopwatch } from './stopwatch.ts';

/** The run was interrupted while it worked. */
export class Interrupted extends Error {
  readonly signal: 'SIGINT' | 'SIGTERM';

  constructor(signal: 'SIGINT' | 'SIGTERM') {
    super(`Interrupted by ${signal}`);
    this.name = 'Interrupted';
    this.signal = signal;
  }
}

/**
 * How the time of work is taken.
 *
 * `once`: by the clock. `twice`: by the clock, and where that has ended work that had the core for less than half of its time, it is done
 * again with more of it. `watched`: another process takes the time, and ends this one; what only waits is ended here as well, by the clock.
 */
export type Timing = 'once' | 'twice' | 'watched';

/** How many times its limit an article may take by the clock, however little of that it had a core. */
export const longestWait = 5;

/** Only code that a script calls can be ended, and a script sees nothing but what is global. */
const place = Symbol.for('copydesk.bounded');
const script = new Script(`globalThis[Symbol.for('copydesk.bounded')]()`, {
  filename: 'copydesk:bounded',
});

type Work<Result> = (bound: Bound) => Promise<Result>;

/**
 * Does work that may call `bound` for each stretch that runs without a pause. A stretch that is still running when time is up is ended where
 * it stands; work that only waits is left alone. After either, what the work shares with other work may be half done.
 *
 * @param bytes - The length of the article, which its time grows with.
 * @param breakable - Whether an interrupt from the keyboard ends a stretch as well.
 * @throws LimitError where time is up; Interrupted.
 */
export async function withinTime<Result>(
  given: Readonly<Limits>,
  {
    bytes = 0,
    breakable = false,
    timing = 'once',
  }: { bytes?: number; breakable?: boolean; timing?: Timing },
  work: Work<Result>,
): Promise<Result> {
  const limits = { ...given, time: timeFor(bytes, given) };
  const limit = limits.time * 1000;
  if (timing === 'watched')
    return withinClock(limits, limit * longestWait, work, (stretch) => stretch());
  const stopwatch = new Stopwatch();
  try {
    return await withinClock(limits, limit, work, inScript(breakable));
  } catch (error) {
    if (timing === 'once' || !(error instanceof LimitError) || error.ruleId !== 'limits/time')
      throw error;
    if (stopwatch.own >= limit / 2) throw error;
    return withinClock(limits, limit * longestWait, work, inScript(breakable));
  }
}

async function withinClock<Result>(
  limits: Readonly<Limits>,
  milliseconds: number,
  work: Work<Result>,
  run: Run,
): Promise<Result> {
  const end = performance.now() + milliseconds;
  const bound: Bound = (stretch) => {
    const timeout = Math.ceil(end - performance.now());
    if (timeout <= 0) throw timeError(limits);
    return ended(limits, () => run(stretch, timeout));
  };
  let timer: NodeJS.Timeout | undefined;
  const timeUp = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(timeError(limits)), Math.ceil(milliseconds));
  });
  try {
    return await Promise.race([work(bound), timeUp]);
  } finally {
    clearTimeout(timer);
  }
}

/**
 * The error of an article whose time is up.
 *
 * @param limits - With the time that this article may take.
 */
export function timeError(limits: Readonly<Limits>): LimitError {
  return new LimitError('time', 'time in seconds', limits.time, limits);
}

/** Runs a stretch of work that may take so many milliseconds. */
type Run = <Result>(stretch: () => Result, timeout: number) => Result;

function inScript(breakOnSigint: boolean): Run {
  return <Result>(stretch: () => Result, timeout: number): Result => {
    const shared = globalThis as unknown as Record<symbol, unknown>;
    const outer = shared[place];
    shared[place] = stretch;
    try {
      return script.runInThisContext({ timeout, breakOnSigint }) as Result;
    } finally {
      shared[place] = outer;
    }
  };
}

function ended<Result>(limits: Readonly<Limits>, work: () => Result): Result {
  try {
    return work();
  } catch (error) {
    const code = codeOf(error);
    if (code === 'ERR_SCRIPT_EXECUTION_TIMEOUT') throw timeError(limits);
    if (code === 'ERR_SCRIPT_EXECUTION_INTERRUPTED') throw new Interrupted('SIGINT');
    throw error;
  }
}
