import { firstEndingAfter, type Range } from '../../src/text/index.ts';

/** Those of some ranges, in order and without overlap, that share characters with another. Found by halving. */
export function overlapping<R extends Range>(ranges: readonly R[], { start, end }: Range): R[] {
  let index = firstEndingAfter(ranges, start);
  const result: R[] = [];
  for (let each = ranges[index]; each && each.start < end; each = ranges[++index])
    result.push(each);
  return result;
}

/** Ranges in order without those that stand in another. */
export function outermost<R extends Range>(ranges: readonly R[]): R[] {
  const result: R[] = [];
  for (const each of ranges) {
    if (each.end > each.start && each.start >= (result.at(-1)?.end ?? 0)) result.push(each);
  }
  return result;
}
