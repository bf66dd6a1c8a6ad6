/** A range of a block's text: UTF-16 offsets, end exclusive. */
export interface Range {
  start: number;
  end: number;
}

/**
 * Index of the first of some ranges, in order and apart, that ends after an offset; their number where none does.
 */
export function firstEndingAfter(
  sorted: readonly { readonly end: number }[],
  offset: number,
): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] as { end: number }).end <= offset) low = middle + 1;
    else high = middle;
  }
  return low;
}
