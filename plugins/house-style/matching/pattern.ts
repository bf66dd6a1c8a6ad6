/**
 * Regular expressions that can't run away: a subset of the usual notation, run as a set of states (after Thompson), in time linear in the
 * text whatever the pattern.
 *
 * Letters, `.`, classes, `\d \w \s`, groups, `|`, `?`, `*`, `+` and `{m,n}`. Back references and lookaround have no such bound and are
 * refused.
 */

type Test = (unit: number) => boolean;

/** A state reads a unit, or splits, or is the end. */
type State = { test: Test; next: number } | { split: number[] } | { end: true };

const mostStates = 500;
const mostRepeats = 100;
/** A match that is longer is none: house style is about words. */
const mostUnits = 100;

/** A pattern can't be used. `at` is an offset into it. */
export class PatternError extends Error {
  readonly at: number;

  constructor(reason: string, at: number) {
    super(reason);
    this.name = 'PatternError';
    this.at = at;
  }
}

export class Pattern {
  readonly #states: readonly State[];
  readonly #start: number;

  /**
   * @param ignoreCase - The text that is searched has small letters alone.
   * @throws PatternError where the source is no pattern of this notation.
   */
  constructor(source: string, ignoreCase = false) {
    const compiler = new Compiler(source, ignoreCase);
    this.#start = compiler.compile();
    this.#states = compiler.states;
  }

  /**
   * All matches, the first and longest each time, apart from each other.
   *
   * @param begins - Whether a match may begin at an offset; `ends` likewise.
   */
  search(
    text: string,
    begins: (at: number) => boolean,
    ends: (at: number) => boolean,
    found: (start: number, end: number) => void,
  ): void {
    const states = this.#states;
    const marks = new Int32Array(states.length).fill(-1);
    let step = 0;
    let best: { start: number; end: number } | undefined;
    let threads: { state: number; start: number }[] = [];
    let at = 0;

    // Threads are kept in the order of their starts, so that the first to reach a state is the one that began first.
    const add = (to: { state: number; start: number }[], first: number, start: number): void => {
      const open = [first];
      for (let state = open.pop(); state !== undefined; state = open.pop()) {
        if (marks[state] === step) continue;
        marks[state] = step;
        const each = states[state] as State;
        if ('split' in each) open.push(...each.split);
        else if ('test' in each) to.push({ state, start });
        else if (at > start && ends(at) && (!best || start <= best.start))
          best = { start, end: at };
      }
    };

    for (;;) {
      if (!best && at < text.length && begins(at)) add(threads, this.#start, at);
      if (threads.length === 0) {
        if (best) {
          found(best.start, best.end);
          at = best.end;
          best = undefined;
          step++;
          continue;
        }
        if (at >= text.length) return;
      }
      const unit = at < text.length ? text.charCodeAt(at) : -1;
      const current = threads;
      threads = [];
      at++;
      step++;
      for (const { state, start } of current) {
        if (unit < 0 || at - start > mostUnits || (best && start > best.start)) continue;
        const each = states[state] as { test: Test; next: number };
        if (each.test(unit)) add(threads, each.next, start);
      }
    }
  }
}

const digit: Test = (unit) => unit >= 0x30 && unit <= 0x39;
const space: Test = (unit) => unit === 0x20;
const word: Test = (unit) =>
  /[\p{L}\p{M}\p{N}_]/u.test(String.fromCharCode(unit)) || (unit & 0xf800) === 0xd800;
const not =
  (test: Test): Test =>
  (unit) =>
    !test(unit);
const classes: Readonly<Record<string, Test>> = {
  d: digit,
  s: space,
  w: word,
  D: not(digit),
  S: not(space),
  W: not(word),
};

/** Builds the states from the end backwards: each part is given the state that follows it. */
class Compiler {
  readonly states: State[] = [{ end: true }];
  readonly #source: string;
  readonly #ignoreCase: boolean;
  #at = 0;
  #depth = 0;

  constructor(source: string, ignoreCase: boolean) {
    this.#source = source;
    this.#ignoreCase = ignoreCase;
  }

  compile(): number {
    const build = this.#choice();
    if (this.#at < this.#source.length) this.#fail(`“${this.#peek()}” without its opening`);
    return build(0);
  }

  #choice(): (next: number) => number {
    const options = [this.#sequence()];
    while (this.#peek() === '|') {
      this.#at++;
      options.push(this.#sequence());
    }
    const [only] = options;
    if (options.length === 1 && only) return only;
    return (next) => this.#state({ split: options.map((option) => option(next)) });
  }

  #sequence(): (next: number) => number {
    const parts: ((next: number) => number)[] = [];
    for (
      let char = this.#peek();
      char !== '' && char !== '|' && char !== ')';
      char = this.#peek()
    ) {
      parts.push(this.#repeated());
    }
    return (next) => parts.reduceRight((after, part) => part(after), next);
  }

  #repeated(): (next: number) => number {
    const part = this.#atom();
    const at = this.#at;
    const char = this.#peek();
    if (char !== '?' && char !== '*' && char !== '+' && char !== '{') return part;
    const [least, most] = this.#bounds(char);
    if (/[?*+{]/.test(this.#peek())) this.#fail(`“${this.#peek()}” after a repetition`);
    if (least > mostRepeats || (most !== Infinity && (most > mostRepeats || most < least))) {
      this.#fail(`repetition, expected one of at most ${mostRepeats} times`, at);
    }
    return (next) => {
      let after = next;
      if (most === Infinity) {
        const loop = { split: [next] };
        after = this.#state(loop);
        loop.split.unshift(part(after));
      } else {
        for (let count = least; count < most; count++) {
          after = this.#state({ split: [part(after), next] });
        }
      }
      for (let count = 0; count < least; count++) after = part(after);
      return after;
    };
  }

  #bounds(char: string): [number, number] {
    this.#at++;
    if (char === '?') return [0, 1];
    if (char === '*') return [0, Infinity];
    if (char === '+') return [1, Infinity];
    const pattern = /(\d{1,5})(?:(,)(\d{0,5}))?\}/y;
    pattern.lastIndex = this.#at;
    const match = pattern.exec(this.#source);
    if (!match) this.#fail('“{”, expected a number of times such as {2,4}', this.#at - 1);
    this.#at = pattern.lastIndex;
    const least = Number((match as RegExpExecArray)[1]);
    const [, , comma, most] = match as RegExpExecArray;
    return [least, comma === undefined ? least : most === '' ? Infinity : Number(most)];
  }

  #atom(): (next: number) => number {
    const char = this.#peek();
    this.#at++;
    if (char === '(') return this.#group();
    if (char === '[') return this.#reading(this.#class());
    if (char === '\\') return this.#reading(this.#escape());
    if (char === '.') return this.#reading(() => true);
    if (/[?*+{]/.test(char)) this.#fail(`“${char}” with nothing to repeat`, this.#at - 1);
    if (char === '^' || char === '$') {
      this.#fail(`“${char}”, expected no anchors: a match is whole words`, this.#at - 1);
    }
    return this.#reading(this.#range(char, char));
  }

  #group(): (next: number) => number {
    if (this.#peek() === '?') {
      if (this.#source.charAt(this.#at + 1) !== ':') {
        this.#fail(
          'group, expected ( or (?: — lookaround and names are not supported',
          this.#at - 1,
        );
      }
      this.#at += 2;
    }
    if (++this.#depth > 50) this.#fail('groups within groups, expected at most 50 levels');
    const build = this.#choice();
    this.#depth--;
    if (this.#peek() !== ')') this.#fail('end, expected “)”');
    this.#at++;
    return build;
  }

  #escape(): Test {
    const char = this.#peek();
    this.#at++;
    const known = Object.hasOwn(classes, char) ? classes[char] : undefined;
    if (known) return known;
    if (char === '' || /[\p{L}\p{N}]/u.test(char)) {
      this.#fail(`“\\${char}”, expected \\d, \\w, \\s or a mark`, this.#at - 2);
    }
    return this.#range(char, char);
  }

  #class(): Test {
    const isNegated = this.#peek() === '^';
    if (isNegated) this.#at++;
    const tests: Test[] = [];
    while (this.#peek() !== ']') {
      if (this.#peek() === '') this.#fail('end, expected “]”');
      const first = this.#peek();
      this.#at++;
      if (first === '\\') {
        tests.push(this.#escape());
      } else if (this.#peek() === '-' && this.#source.charAt(this.#at + 1) !== ']') {
        const last = this.#source.charAt(this.#at + 1);
        this.#at += 2;
        if (last === '' || last === '\\' || last < first) this.#fail(`range “${first}-${last}”`);
        tests.push(this.#range(first, last));
      } else tests.push(this.#range(first, first));
    }
    this.#at++;
    const any: Test = (unit) => tests.some((test) => test(unit));
    return isNegated ? not(any) : any;
  }

  #range(first: string, last: string): Test {
    const [from, to] = [first.charCodeAt(0), last.charCodeAt(0)];
    const test: Test = (unit) => unit >= from && unit <= to;
    if (!this.#ignoreCase) return test;
    return (unit) => test(unit) || test(String.fromCharCode(unit).toUpperCase().charCodeAt(0));
  }

  #reading(test: Test): (next: number) => number {
    return (next) => this.#state({ test, next });
  }

  #state(state: State): number {
    if (this.states.length >= mostStates) {
      throw new PatternError(`Unexpected pattern of more than ${mostStates} states`, 0);
    }
    return this.states.push(state) - 1;
  }

  #peek(): string {
    return this.#source.charAt(this.#at);
  }

  #fail(reason: string, at = this.#at): never {
    throw new PatternError(`Unexpected ${reason}`, at);
  }
}
