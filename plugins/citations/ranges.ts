import { firstEndingAfter, type Range } from '../../src/text/index.ts';

/** Whether a range overlaps one of some that stand in order and don't overlap. */
export function overlapsAny(sorted: readonly Range[], range: Range): boolean {
  const first = sorted[firstEndingAfter(sorted, range.start)];
  return first !== undefined && first.start < range.end;
}
