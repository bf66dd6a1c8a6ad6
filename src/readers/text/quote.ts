/** Block quotes: lines that begin with `>`, and indented blocks among paragraphs that are not. */
import type { Blockquote, BlockContent } from 'mdast';
import { endsSentence } from './characters.ts';
import {
  inset,
  isBlank,
  makeLine,
  opensChunk,
  skipBlank,
  skipText,
  widthOf,
  type Line,
} from './lines.ts';
import { deepest, type Found, type Reading, type Recogniser, type Region } from './reading.ts';
import { innerRegion } from './region.ts';

/** The indent that sets a block apart by itself. */
const quoteIndent = 4;
/** The indent that does so where the lines also end early. */
const quoteIndentBothSides = 2;
/** A single indented line has to be this long, or to end with a stop: a short one may be a centred heading. */
const shortLine = 60;

/** Lines that begin with `>`, as e-mail has them. */
export const markedQuote: Recogniser = (reading, region, at) => {
  const { source } = reading;
  const { lines } = region;
  if (region.depth >= deepest || at < region.noQuoteBefore || !isMarked(source, lines[at] as Line))
    return undefined;
  let next = at + 1;
  while (next < lines.length && isMarked(source, lines[next] as Line)) next++;
  const marked = lines.slice(at, next);
  // One line can begin with a comparison, and needs a space after the mark.
  if (
    marked.length === 1 &&
    !/^> ?[^\s>\d=<]/.test(source.slice(marked[0]?.start, (marked[0]?.start ?? 0) + 3))
  ) {
    return undefined;
  }
  if (marked.length === 1 && source[(marked[0] as Line).start + 1] !== ' ') return undefined;
  const inner = marked.map((line) => withoutMark(source, line));
  if (inner.every((line) => isOnlyMarks(source, line))) {
    region.noQuoteBefore = next;
    return undefined;
  }
  return quoteOf(reading, region, inner, marked[0] as Line, next);
};

/** A block that is indented while the paragraphs around it are not. */
export const indentedQuote: Recogniser = (reading, region, at, above) => {
  const { lines } = region;
  if (region.depth > 0 || !region.indentsStandOut || above || !opensChunk(lines, at))
    return undefined;
  if (at <= region.body || !isSetIn(reading.source, region, at)) return undefined;
  let next = skipText(lines, at);
  for (
    let chunk = skipBlank(lines, next);
    chunk < lines.length && isSetIn(reading.source, region, chunk);
  ) {
    next = skipText(lines, chunk);
    chunk = skipBlank(lines, next);
  }
  let least = Infinity;
  for (let each = at; each < next; each++) {
    const line = lines[each] as Line;
    if (!isBlank(line)) least = Math.min(least, line.indent);
  }
  const inner = lines.slice(at, next).map((line) => inset(line, reading.source, least));
  return quoteOf(reading, region, inner, lines[at] as Line, next);
};

function quoteOf(
  reading: Reading,
  region: Region,
  inner: Line[],
  first: Line,
  next: number,
): Found | undefined {
  const blocks = reading.blocks(innerRegion(reading, region, inner));
  const children = blocks.map((block) => block.node) as BlockContent[];
  const last = children.at(-1)?.position?.end.offset;
  if (last === undefined) return undefined;
  const position = reading.place(first.start, last);
  const node: Blockquote = { type: 'blockquote', children, position };
  return { blocks: [{ node }], next };
}

function isMarked(source: string, line: Line): boolean {
  return source[line.start] === '>' && !isBlank(line);
}

/** The line behind its mark and one space. */
function withoutMark(source: string, line: Line): Line {
  const after = line.start + 1;
  return makeLine(source, source[after] === ' ' ? after + 1 : after, line.to);
}

function isOnlyMarks(source: string, line: Line): boolean {
  for (let at = line.start; at < line.end; at++) {
    const character = source[at];
    if (character !== '>' && character !== ' ' && character !== '\t') return false;
  }
  return true;
}

/** Whether all lines of the block that begins at a line are set in. */
function isSetIn(source: string, region: Region, at: number): boolean {
  const end = skipText(region.lines, at);
  const chunk = region.lines.slice(at, end);
  const indent = Math.min(...chunk.slice(0, 200).map((line) => line.indent));
  if (indent < quoteIndentBothSides || chunk.some((line) => line.indent < indent)) return false;
  if (indent < quoteIndent) {
    const right = region.width - quoteIndentBothSides;
    return (
      region.width > 0 && chunk.length > 1 && chunk.every((line) => widthOf(line, source) <= right)
    );
  }
  const only = chunk[0] as Line;
  return chunk.length > 1 || endsSentence(source, only) || only.end - only.start > shortLine;
}
