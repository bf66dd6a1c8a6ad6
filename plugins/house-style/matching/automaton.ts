/** Finds many phrases in one pass, in time linear in the text and the matches: the automaton of Aho and Corasick, over UTF-16 units. */
export class Automaton<Value> {
  readonly #next: Map<number, number>[] = [new Map()];
  readonly #fail: number[] = [0];
  /** The nearest state on the way of failures in which a phrase ends; 0 for none. */
  readonly #link: number[] = [0];
  readonly #ends: { length: number; values: Value[] }[] = [{ length: 0, values: [] }];
  #isBuilt = false;

  /** Adds a phrase. Not after the first search. */
  add(phrase: string, value: Value): void {
    let state = 0;
    for (let at = 0; at < phrase.length; at++) {
      const unit = phrase.charCodeAt(at);
      let next = (this.#next[state] as Map<number, number>).get(unit);
      if (next === undefined) {
        next = this.#next.length;
        this.#next.push(new Map());
        this.#fail.push(0);
        this.#link.push(0);
        this.#ends.push({ length: at + 1, values: [] });
        (this.#next[state] as Map<number, number>).set(unit, next);
      }
      state = next;
    }
    if (state !== 0) this.#ends[state]?.values.push(value);
  }

  /** Calls back for each phrase at each place, in the order of the ends. */
  search(text: string, found: (value: Value, start: number, end: number) => void): void {
    if (!this.#isBuilt) this.#build();
    let state = 0;
    for (let at = 0; at < text.length; at++) {
      const unit = text.charCodeAt(at);
      state = this.#step(state, unit);
      for (let end = state; end !== 0; end = this.#link[end] as number) {
        const { length, values } = this.#ends[end] as { length: number; values: Value[] };
        for (const value of values) found(value, at + 1 - length, at + 1);
      }
    }
  }

  /** The state after a unit, along the way of failures. */
  #step(from: number, unit: number): number {
    let state = from;
    for (;;) {
      const next = this.#next[state]?.get(unit);
      if (next !== undefined) return next;
      if (state === 0) return 0;
      state = this.#fail[state] as number;
    }
  }

  #build(): void {
    const queue = [...(this.#next[0] as Map<number, number>).values()];
    for (let index = 0; index < queue.length; index++) {
      const state = queue[index] as number;
      for (const [unit, next] of this.#next[state] as Map<number, number>) {
        const target = this.#step(this.#fail[state] as number, unit);
        this.#fail[next] = target;
        this.#link[next] =
          (this.#ends[target]?.values.length ?? 0) > 0 ? target : (this.#link[target] as number);
        queue.push(next);
      }
    }
    this.#isBuilt = true;
  }
}
