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

/** Sorts a list that nearly always is in order already, which is cheaper to see than to bring about. Stable, in place. */
export function putInOrder<Item>(list: Item[], compare: (a: Item, b: Item) => number): Item[] {
  for (let at = 1; at < list.length; at++) {
    if (compare(list[at - 1] as Item, list[at] as Item) > 0) return list.sort(compare);
  }
  return list;
}
