/** What a text of the file is made of, before lists, quotes and captions are put together. */
import type { PhrasingContent, Table, ThematicBreak } from 'mdast';
import type { ListPlace } from './numbering.ts';
import type { ParagraphRole } from './styles.ts';

export interface ParagraphEntry {
  type: 'paragraph';
  role: ParagraphRole | undefined;
  children: PhrasingContent[];
  /** The running text, a line feed for a break. */
  text: string;
  place: ListPlace | undefined;
  /** All of it is bold. */
  bold: boolean;
}

export interface NodeEntry {
  type: 'node';
  node: Table | ThematicBreak;
}

/** Text in a box. */
export interface BoxEntry {
  type: 'box';
  entries: Entry[];
}

export type Entry = ParagraphEntry | NodeEntry | BoxEntry;

/** Whether a paragraph holds nothing but images. */
export function isImages(entry: Entry | undefined): entry is ParagraphEntry {
  return (
    entry?.type === 'paragraph' &&
    entry.text.trim() === '' &&
    entry.children.some((node) => imageIn(node) !== undefined) &&
    entry.children.every((node) => node.type !== 'footnoteReference')
  );
}

/** The image that a node is, or that a link is around. */
export function imageIn(
  node: PhrasingContent | undefined,
): (PhrasingContent & { type: 'image' }) | undefined {
  if (node?.type === 'image') return node;
  if (node?.type === 'link' && node.children.length === 1) {
    const [only] = node.children;
    if (only?.type === 'image') return only;
  }
  return undefined;
}
