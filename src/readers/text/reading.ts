import type { BlockContent, Heading, Paragraph, ThematicBreak } from 'mdast';
import type { Position } from 'unist';
import type { VFile } from 'vfile';
import { toPosition } from '../../text/index.ts';
import type { Line } from './lines.ts';
import { collectWords, type Words } from './words.ts';

/** How deep lists and quotations may nest; deeper markers are text. */
export const deepest = 20;

/** One article while it is read. */
export interface Reading {
  source: string;
  /** The place of a range of the source. */
  place: (start: number, end: number) => Position;
  /** The words of the article, gathered when they are first asked for. */
  words: () => Words;
  /** Whether lines that begin with `#` are headings in this article. */
  hashes: boolean;
  /** Reads the blocks of a region that lies inside another. */
  blocks: (region: Region) => Block[];
}

/** Lines that are read as a sequence of blocks: the article, a list item, a quotation. */
export interface Region {
  lines: Line[];
  /** How deep the region is nested; 0 is the article. */
  depth: number;
  /** Whether the region is an item of a list, in which marks alone are text. */
  isItem: boolean;
  /** The column at which its prose was wrapped; 0 where it was not. */
  width: number;
  /** Index of the line with which the running text of the article begins: above it the masthead may stand. -1 where there is none. */
  body: number;
  /** Whether paragraphs are set apart by blank lines. */
  spaced: boolean;
  /** Whether indented blocks are few enough to stand out. */
  indentsStandOut: boolean;
  /** Offsets of markers that stand further right than the marker of the item that holds them. */
  nested: ReadonlySet<number>;
  /** Index of a line before which no table begins. Set by the search for tables. */
  noTableBefore: number;
  /** Index of a line before which no list begins. Set by the search for lists. */
  noListBefore: number;
  /** Index of a line before which no quotation begins. Set by the search for quotations. */
  noQuoteBefore: number;
}

/** A block that was read. */
export interface Block {
  node: BlockContent | Heading | Paragraph | ThematicBreak;
  /** Of a paragraph that takes one line: this line. */
  line?: Line;
}

/** What a recogniser found: blocks, and the index of the first line after them. */
export interface Found {
  blocks: Block[];
  next: number;
}

/**
 * Tells whether a block of its kind begins at a line, and reads it.
 *
 * @param above - The line right above, where it is prose.
 */
export type Recogniser = (
  reading: Reading,
  region: Region,
  at: number,
  above: Line | undefined,
) => Found | undefined;

export function openReading(file: VFile, blocks: Reading['blocks']): Reading {
  const source = String(file);
  let words: Words | undefined;
  return {
    source,
    place: (start, end) => toPosition(file, start, end) as Position,
    words: () => (words ??= collectWords(source)),
    hashes: false,
    blocks,
  };
}
