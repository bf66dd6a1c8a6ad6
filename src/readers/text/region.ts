import { skipBlank, skipText, type Line } from './lines.ts';
import type { Reading, Region } from './reading.ts';
import { bodyStart, isSpaced, wrapWidth } from './shape.ts';

const none: ReadonlySet<number> = new Set();

/** The whole article as a region. */
export function outerRegion(reading: Reading, lines: Line[]): Region {
  const width = wrapWidth(reading.source, lines);
  return {
    lines,
    depth: 0,
    width,
    body: bodyStart(reading.source, lines, width),
    spaced: isSpaced(reading.source, lines, width),
    indentsStandOut: indentsStandOut(lines),
    nested: none,
    noTableBefore: 0,
    noQuoteBefore: 0,
  };
}

/** Lines inside a block of a region. Where they don't show at which width they were cut, it is that of the region, less the indent. */
export function innerRegion(
  reading: Reading,
  outer: Region,
  lines: Line[],
  indent = 2,
  nested: ReadonlySet<number> = none,
): Region {
  const own = wrapWidth(reading.source, lines);
  return {
    lines,
    depth: outer.depth + 1,
    width: own || Math.max(0, outer.width - indent),
    body: 0,
    spaced: outer.spaced,
    indentsStandOut: false,
    nested,
    noTableBefore: 0,
    noQuoteBefore: 0,
  };
}

/** Whether at most one block in three begins with an indent: where most do, it marks paragraphs. */
function indentsStandOut(lines: readonly Line[]): boolean {
  let indented = 0;
  let flush = 0;
  for (
    let at = skipBlank(lines, 0);
    at < lines.length;
    at = skipBlank(lines, skipText(lines, at))
  ) {
    if ((lines[at] as Line).indent >= 2) indented++;
    else flush++;
  }
  return indented * 2 <= flush;
}
