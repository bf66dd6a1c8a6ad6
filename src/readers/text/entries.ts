/** Numbered sources, `[1] …`: each is a paragraph of its own and keeps its number, which the text refers to. */
import type { Line } from './lines.ts';
import { isBlank, skipBlank } from './lines.ts';
import { joinedParagraph } from './paragraph.ts';
import type { Block, Recogniser } from './reading.ts';
import { goesOn } from './width.ts';

const label = /\[(\d{1,4})\](?=[ \t\u00A0]\S|[ \t\u00A0]{2,8}\S)/y;

/** At least two entries in a row whose numbers count up. */
export const entries: Recogniser = (reading, region, at) => {
  const { source } = reading;
  const { lines } = region;
  let number = numberOf(source, lines[at] as Line);
  if (number === undefined) return undefined;
  const blocks: Block[] = [];
  let from = at;
  for (;;) {
    const to = endOfEntry(source, lines, from, region.width);
    blocks.push(joinedParagraph(reading, lines.slice(from, to)));
    const next = skipBlank(lines, to);
    const following: number | undefined =
      next < lines.length ? numberOf(source, lines[next] as Line) : undefined;
    if (following !== number + 1) return blocks.length > 1 ? { blocks, next: to } : undefined;
    number = following;
    from = next;
  }
};

function endOfEntry(source: string, lines: readonly Line[], from: number, width: number): number {
  const first = lines[from] as Line;
  let at = from + 1;
  for (; at < lines.length; at++) {
    const line = lines[at] as Line;
    if (isBlank(line) || numberOf(source, line) !== undefined) break;
    const hanging = line.indent > first.indent;
    if (!hanging && !goesOn(source, lines[at - 1] as Line, line, width)) break;
  }
  return at;
}

function numberOf(source: string, line: Line): number | undefined {
  if (source[line.start] !== '[') return undefined;
  label.lastIndex = line.start;
  const match = label.exec(source);
  return match ? Number(match[1]) : undefined;
}
