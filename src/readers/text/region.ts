import { skipBlank, skipText, type Line } from './lines.ts';
import type { Reading, Region } from './reading.ts';
import { bodyStart, isSpaced } from './shape.ts';
import { wrapWidth } from './width.ts';

const none: ReadonlySet<number> = new Set();

/** The whole article as a region. */
export function outerRegion(reading: Reading, lines: Line[]): Region {
  const width = wrapWidth(reading.source, lines);
  const body = bodyStart(reading.source, lines, width);
  return {
    lines,
    depth: 0,
    isItem: false,
    width,
    body,
    spaced: isSpaced(reading.source, lines, width),
    indentsStandOut: indentsStandOut(lines, body),
    nested: none,
    noTableBefore: 0,
    noListBefore: 0,
    noQuoteBefore: 0,
  };
}

/**
 * Lines inside a block of a region. Where they don't show at which width they were cut, it is that of the region, less
 * the indent.
 *
 * @param item - Of an item of a list: where its text begins, and the markers further in.
 */
export function innerRegion(
  reading: Reading,
  outer: Region,
  lines: Line[],
  item?: { columns: number; nested: ReadonlySet<number> },
): Region {
  const own = wrapWidth(reading.source, lines);
  return {
    lines,
    depth: outer.depth + 1,
    isItem: item !== undefined,
    width: own || Math.max(0, outer.width - (item?.columns ?? 2)),
    body: -1,
    spaced: outer.spaced,
    indentsStandOut: false,
    nested: item?.nested ?? none,
    noTableBefore: 0,
    noListBefore: 0,
    noQuoteBefore: 0,
  };
}

/** Whether the running text begins without an indent and most of its blocks do: where most are indented, it marks paragraphs. */
function indentsStandOut(lines: readonly Line[], body: number): boolean {
  if (body < 0 || (lines[body] as Line).indent >= 2) return false;
  let indented = 0;
  let flush = 0;
  for (let at = body; at < lines.length; at = skipBlank(lines, skipText(lines, at))) {
    if ((lines[at] as Line).indent >= 2) indented++;
    else flush++;
  }
  return indented <= flush;
}
