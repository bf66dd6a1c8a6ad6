/** Takes the time of a process without what other processes took of it. */
import { starvedTime } from './processes.ts';

export class Stopwatch {
  readonly #pid: number | undefined;
  #start = 0;
  #starved: number | undefined;

  /** @param pid - Default: this process, and in it the thread that asks. */
  constructor(pid?: number) {
    this.#pid = pid;
    this.restart();
  }

  restart(): void {
    this.#start = performance.now();
    // Asking the system costs more than the clock does: not until it matters.
    this.#starved = this.#pid === undefined ? starvedTime() : undefined;
  }

  /** Milliseconds by the clock. */
  get passed(): number {
    return performance.now() - this.#start;
  }

  /**
   * Milliseconds by the clock in which the process had a core or wanted none; where the system doesn't tell, all of them. Of another process,
   * what was before this was asked for the first time counts as its own.
   */
  get own(): number {
    const starved = starvedTime(this.#pid) ?? 0;
    this.#starved ??= starved;
    return this.passed - Math.max(0, starved - this.#starved);
  }
}
