import { isBlank } from './lines.ts';
import type { Recogniser } from './reading.ts';

const marks = new Set(['*', '-', '_', '=', '~', '–', '—']);
const single = new Set(['⁂', '❦', '☙']);

/** A line of nothing but three or more like marks (`***`, `* * *`, `-----`), or an ornament: a break between sections. */
export const separator: Recogniser = (reading, region, at) => {
  const line = region.lines[at];
  if (!line || isBlank(line) || region.isItem) return undefined;
  const { source } = reading;
  const mark = source[line.start] as string;
  if (single.has(mark)) {
    if (line.end - line.start > 1) return undefined;
  } else if (!marks.has(mark) || countOf(source, mark, line.start, line.end) < 3) {
    return undefined;
  }
  const position = reading.place(line.start, line.end);
  return { blocks: [{ node: { type: 'thematicBreak', position } }], next: at + 1 };
};

/** How often a mark stands in a range that holds nothing else but spaces; 0 where it holds other things. */
function countOf(source: string, mark: string, start: number, end: number): number {
  let count = 0;
  for (let at = start; at < end; at++) {
    if (source[at] === mark) count++;
    else if (source[at] !== ' ' && source[at] !== '\t') return 0;
  }
  return count;
}
