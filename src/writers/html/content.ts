import type { ElementContent, Root } from 'hast';
import type { MastheadRole } from '../../model/index.ts';

/** The article as hast, in the parts that the page is put together from. Nothing of it is safe yet. */
export interface HtmlContent {
  /** What stands above the body, block by block. */
  masthead: MastheadPart[];
  body: Root;
  /** In the order of their numbers. */
  notes: Note[];
  /** Addresses of the images that stand in the body, as the article has them. */
  bodyImages: ReadonlySet<string>;
}

export interface MastheadPart {
  role: MastheadRole;
  children: ElementContent[];
}

export interface Note {
  number: number;
  children: ElementContent[];
  /** How many marks in the text lead to it. */
  marks: number;
}

/** The id of a note. */
export function noteId(number: number): string {
  return `note-${number}`;
}

/** The id of a mark: of the first, second… that leads to a note. */
export function markId(number: number, occurrence: number): string {
  return occurrence === 1 ? `mark-${number}` : `mark-${number}-${occurrence}`;
}

/** Ids that the page gives itself, which raw HTML in an article may not take. */
export const reservedId = /^(?:note|mark)-\d|^(?:notes|names)-title$/;
