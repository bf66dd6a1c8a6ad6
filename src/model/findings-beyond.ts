/**
 * Findings of one rule beyond the number that an article may have: what has to be known of them to count them truly, and no more. A message
 * takes a kilobyte, and an article of 400 KB can ask for a hundred thousand.
 */
import type { Severity } from './article.ts';

/** What is kept of a finding that isn't told. */
export interface Beyond {
  /** UTF-16 offsets into the source; -1 where its place isn't known. */
  start: number;
  end: number;
  /** How grave it is by itself; undefined where it is as grave as its rule. */
  severity: Severity | undefined;
}

const severities: readonly (Severity | undefined)[] = [undefined, 'error', 'warning', 'info'];

export class FindingsBeyond {
  /** How many findings of one rule are told. */
  readonly limit: number;
  readonly #told = new Map<string, number>();
  /** Three numbers a finding, by rule. */
  readonly #beyond = new Map<string, number[]>();

  constructor(limit: number) {
    this.limit = limit;
  }

  /** Counts a finding that is about to be told; false where there are as many as may be. */
  takes(rule: string): boolean {
    const told = this.#told.get(rule) ?? 0;
    if (told >= this.limit) return false;
    this.#told.set(rule, told + 1);
    return true;
  }

  /** Keeps a finding that isn't told. */
  add(rule: string, { start, end, severity }: Beyond): void {
    const list = this.#beyond.get(rule);
    const numbers = [start, end, severities.indexOf(severity)] as const;
    if (list) list.push(...numbers);
    else this.#beyond.set(rule, [...numbers]);
  }

  /** Forgets the findings of a rule that are not meant to count. How many these are. */
  drop(rule: string, isDropped: (finding: Beyond) => boolean): number {
    const kept: number[] = [];
    let dropped = 0;
    for (const finding of this.of(rule)) {
      if (isDropped(finding)) dropped++;
      else kept.push(finding.start, finding.end, severities.indexOf(finding.severity));
    }
    if (kept.length > 0) this.#beyond.set(rule, kept);
    else this.#beyond.delete(rule);
    return dropped;
  }

  /** The rules that have findings which aren't told. */
  get rules(): string[] {
    return [...this.#beyond.keys()];
  }

  /** The findings of a rule that aren't told, in the order in which they came. */
  *of(rule: string): Generator<Beyond> {
    const list = this.#beyond.get(rule) ?? [];
    for (let at = 0; at < list.length; at += 3) {
      const [start, end] = [list[at] as number, list[at + 1] as number];
      yield { start, end, severity: severities[list[at + 2] as number] };
    }
  }
}
