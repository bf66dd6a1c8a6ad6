/** A range of a block's text. */
export interface Range {
  start: number;
  end: number;
}

/** Those of some ranges, in order and without overlap, that share characters with another. Found by halving. */
export function overlapping<R extends Range>(ranges: readonly R[], { start, end }: Range): R[] {
  let low = 0;
  let high = ranges.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((ranges[middle] as R).end <= start) low = middle + 1;
    else high = middle;
  }
  const result: R[] = [];
  for (let each = ranges[low]; each && each.start < end; each = ranges[++low]) result.push(each);
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
