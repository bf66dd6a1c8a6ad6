/** Ranges of a text that stand in order and don't overlap. */
export interface Range {
  start: number;
  end: number;
}

/** Index of the first range that ends behind an offset. */
export function firstEndingAfter(sorted: readonly Range[], offset: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] as Range).end <= offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Whether a range overlaps one of a list. */
export function overlapsAny(sorted: readonly Range[], range: Range): boolean {
  const first = sorted[firstEndingAfter(sorted, range.start)];
  return first !== undefined && first.start < range.end;
}
