/**
 * Ends a worker that nobody else would end: the process that started it is gone, and an article keeps it from noticing. A thread looks from
 * time to time. To bound each stretch of code by itself, as `node:vm` does, would start a thread and wait for its end several times an
 * article, and where all cores have work each of these waits for one.
 */
import { SHARE_ENV, Worker } from 'node:worker_threads';

/** In milliseconds. */
const lookEvery = 1000;

/** Runs in the thread. Of the clocks of Node, `hrtime` is the one that all threads share. */
const source = `
const { end, parent, lookEvery } = require('node:worker_threads').workerData;
setInterval(() => {
  const latest = Atomics.load(end, 0);
  if (latest === 0n) return;
  const isOver = process.hrtime.bigint() > latest;
  if (isOver || process.ppid !== parent) process.kill(process.pid, 'SIGKILL');
}, lookEvery);
`;

export class Overseer {
  readonly #end = new BigInt64Array(new SharedArrayBuffer(8));

  /** @param parent - The id of the process that started this one. */
  constructor(parent: number) {
    const thread = new Worker(source, {
      eval: true,
      workerData: { end: this.#end, parent, lookEvery },
      // What the process was told to load is nothing to the thread.
      execArgv: [],
      env: SHARE_ENV,
      resourceLimits: { maxYoungGenerationSizeMb: 1, maxOldGenerationSizeMb: 16 },
    });
    // Where there can be no thread, a later run into the same folder ends what is left.
    thread.on('error', () => undefined);
    thread.unref();
  }

  /**
   * An article is begun.
   *
   * @param milliseconds - How long it may take by the clock.
   */
  begin(milliseconds: number): void {
    const end = process.hrtime.bigint() + BigInt(Math.ceil(milliseconds)) * 1_000_000n;
    Atomics.store(this.#end, 0, end);
  }

  /** It is done. */
  end(): void {
    Atomics.store(this.#end, 0, 0n);
  }
}
