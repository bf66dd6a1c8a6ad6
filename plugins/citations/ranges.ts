import { firstEndingAfter } from '../../src/text/index.ts';

/** Ranges of a text that stand in order and don't overlap. */
export interface Range {
  start: number;
  end: number;
}

/** Whether a range overlaps one of a list. */
export function overlapsAny(sorted: readonly Range[], range: Range): boolean {
  const first = sorted[firstEndingAfter(sorted, range.start)];
  return first !== undefined && first.start < range.end;
}
