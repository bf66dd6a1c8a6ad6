/** Does work on items out of order, and gives the results out in order. */
export class InOrder<Result> {
  readonly #give: (result: Result, index: number) => void;
  readonly #lookAhead: number;
  readonly #waiting = new Map<number, Result>();
  #next = 0;
  #running = 0;
  #failure: { error: unknown } | undefined;
  #wake: () => void = () => undefined;

  /** @param lookAhead - How many results may wait for an earlier one. */
  constructor(give: (result: Result, index: number) => void, lookAhead: number) {
    this.#give = give;
    this.#lookAhead = lookAhead;
  }

  /** Whether as many results wait as may. */
  get isFull(): boolean {
    return this.#waiting.size >= this.#lookAhead;
  }

  /** Takes a result that is there already. */
  put(index: number, result: Result): void {
    this.#waiting.set(index, result);
    for (;;) {
      const ready = this.#waiting.get(this.#next);
      if (ready === undefined) return;
      this.#waiting.delete(this.#next);
      this.#give(ready, this.#next++);
    }
  }

  /**
   * Starts work once less than `slots` is under way.
   *
   * @throws what earlier work threw.
   */
  async start(index: number, slots: number, work: () => Promise<Result>): Promise<void> {
    await this.#until(
      () => this.#running < slots && (this.#running === 0 || index < this.#next + this.#lookAhead),
    );
    this.#running++;
    work()
      .then((result) => this.put(index, result))
      .catch((error: unknown) => (this.#failure ??= { error }))
      .finally(() => {
        this.#running--;
        this.#wake();
      });
  }

  /** Waits until all that was started is done. @throws what it threw. */
  async end(): Promise<void> {
    await this.#until(() => this.#running === 0);
  }

  async #until(condition: () => boolean): Promise<void> {
    for (;;) {
      if (this.#failure) throw this.#failure.error;
      if (condition()) return;
      await new Promise<void>((resolve) => {
        this.#wake = resolve;
      });
    }
  }
}
