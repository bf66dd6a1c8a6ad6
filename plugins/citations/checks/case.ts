import type { Position } from 'unist';
import type { VFile } from 'vfile';
import type { ExistingNote } from '../existing.ts';
import type { Found, ReferenceEntry, Suggestion } from '../model.ts';
import type { Settings } from '../options.ts';
import type { PublicationDate } from '../publication-date.ts';

/** A citation with its words and its place. */
export interface PlacedFound {
  found: Found;
  /** As printed in the running text. */
  text: string;
  place: Position | undefined;
}

/** All that the checks look at. */
export interface CheckCase {
  file: VFile;
  settings: Settings;
  found: readonly PlacedFound[];
  suggestions: readonly { suggestion: Suggestion; text: string; place: Position | undefined }[];
  empty: readonly { place: Position | undefined; text: string }[];
  unclosed: readonly { place: Position | undefined; count: number }[];
  existing: readonly ExistingNote[];
  entries: readonly (ReferenceEntry & { place: Position | undefined })[];
  published: PublicationDate | undefined;
  dayMonthSure: boolean;
}
