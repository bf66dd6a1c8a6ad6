/**
 * Raw text as a tree. No character means what it would mean in Markdown; what a human reader sees as structure becomes
 * structure, and everything else is text, each piece with its place in the source.
 */
import type { Root } from 'mdast';
import type { VFile } from 'vfile';
import { entries } from './entries.ts';
import { hashHeading, markHeadings, underlinedHeading, usesHashes } from './heading.ts';
import { isBlank, splitLines, type Line } from './lines.ts';
import { list } from './list.ts';
import { brokenParagraph, joinedParagraph } from './paragraph.ts';
import { indentedQuote, markedQuote } from './quote.ts';
import { openReading, type Block, type Reading, type Recogniser, type Region } from './reading.ts';
import { outerRegion } from './region.ts';
import { separator } from './separator.ts';
import { paragraphs } from './shape.ts';
import { table } from './table.ts';

/** In the order in which they are asked. What none of them takes is prose. */
const recognisers: readonly Recogniser[] = [
  table,
  underlinedHeading,
  separator,
  hashHeading,
  markedQuote,
  list,
  entries,
  indentedQuote,
];

/** Reads the value of a file as raw text. Lines end with CR, LF or CRLF. */
export function readText(file: VFile): Root {
  const reading = openReading(file, (region) => readBlocks(reading, region));
  const { source } = reading;
  const region = outerRegion(reading, splitLines(source));
  reading.hashes = usesHashes(source, region.lines);
  const blocks = markHeadings(reading, region, readBlocks(reading, region));
  const children = blocks.map((block) => block.node);
  return { type: 'root', children, position: reading.place(0, source.length) };
}

function readBlocks(reading: Reading, region: Region): Block[] {
  const { lines } = region;
  const blocks: Block[] = [];
  let prose = 0;
  for (let at = 0; at < lines.length;) {
    const line = lines[at] as Line;
    if (isBlank(line)) {
      readProse(reading, region, prose, at, blocks);
      prose = ++at;
      continue;
    }
    const found = recognise(reading, region, at, at > prose ? lines[at - 1] : undefined);
    if (found) {
      readProse(reading, region, prose, at, blocks);
      for (const block of found.blocks) blocks.push(block);
      prose = at = found.next;
    } else {
      at++;
    }
  }
  readProse(reading, region, prose, lines.length, blocks);
  return blocks;
}

function recognise(...where: Parameters<Recogniser>): ReturnType<Recogniser> {
  for (const recogniser of recognisers) {
    const found = recogniser(...where);
    if (found) return found;
  }
  return undefined;
}

function readProse(
  reading: Reading,
  region: Region,
  from: number,
  to: number,
  blocks: Block[],
): void {
  if (from >= to) return;
  const { width, spaced, lines } = region;
  const around = { width, spaced, masthead: from < region.body };
  for (const part of paragraphs(reading.source, lines, from, to, around)) {
    const own = lines.slice(part.from, part.to);
    blocks.push(part.broken ? brokenParagraph(reading, own) : joinedParagraph(reading, own));
  }
}
