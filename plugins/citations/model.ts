/** What the grammar reads out of a text, before it becomes notes. */
import type { CitationKind, CslName } from '../../src/model/index.ts';
import type { DateForm, PartialDate } from '../../src/text/index.ts';
import type { Outlet } from './outlets.ts';

/** The date of a source: one day, month or year, or a range. */
export interface SourceDate {
  from: PartialDate;
  /** The last day of a range. */
  to?: PartialDate;
  form: DateForm;
  /** Day and month could change places. */
  ambiguous: boolean;
  /** How the year came to be known. `group` is a year that another item of the same citation states. */
  year: 'stated' | 'group' | 'inferred' | 'unknown';
  /** The letter of `2019a`. */
  suffix?: string;
  /** In place of a date: `forthcoming`, `n.d.` */
  literal?: string;
}

/** Where in a source: a page, a paragraph. */
export interface Locator {
  /** As CSL names it: `page`, `paragraph`, `chapter`, `section`, `volume`, `number`. */
  label: string;
  value: string;
  /** As printed: `p. 4`. */
  text: string;
}

/** One source that is named in a citation. Offsets count from the start of the block's text. */
export interface SourceItem {
  kind: Exclude<CitationKind, 'footnote'>;
  start: number;
  end: number;
  /** As printed, white space collapsed. */
  outlet?: string;
  known?: Outlet;
  /** What kind of source the outlet is, as printed: `news agency`. */
  descriptor?: string;
  /** The outlet was there once: a comma or an empty place stands for it. */
  lost?: boolean;
  /** As printed: `Smith and Jones`, `Smith et al.` */
  authorText?: string;
  authors?: CslName[];
  title?: string;
  date?: SourceDate;
  accessed?: PartialDate;
  url?: string;
  doi?: string;
  locator?: Locator;
  /** `see`, `quoted in`… */
  signal?: string;
  /** `in Russian`, `video`… as printed. */
  remarks?: string[];
  legal?: LegalReference;
  /** The entry of the article's reference list that is meant. */
  entry?: ReferenceEntry;
  /** The number of a numeric mark. */
  number?: number;
}

export interface LegalReference {
  form: 'case' | 'case-short' | 'id' | 'statute' | 'act';
  /** `Marbury v. Madison`, as printed. */
  name?: string;
  /** All that identifies it, as printed: `5 U.S. 137 (1803)`, `42 U.S.C. § 1983`. */
  reference: string;
  volume?: string;
  reporter?: string;
  page?: string;
  court?: string;
  /** The source that a short form points to. */
  of?: SourceItem;
}

/** An entry of the article's reference list. */
export interface ReferenceEntry {
  /** Place in the list, from 0. */
  index: number;
  /** The number before it, of a numbered list. */
  number?: number;
  text: string;
  /** Family names in lower case, for tying. */
  families: string[];
  authors: CslName[];
  year?: number;
  suffix?: string;
  title?: string;
  url?: string;
  doi?: string;
}

/** How sure it is that a source is one: a known outlet, a name with a sign of one, a name like any other. */
export type Sureness = 'known' | 'cue' | 'plain';

/** A citation that was found in a block. */
export interface Found {
  /** The whole citation as it stands, brackets included. */
  start: number;
  end: number;
  kind: CitationKind;
  items: SourceItem[];
  /** The part that leaves the text; an empty range where all of it stays and only a mark is added. */
  remove: { start: number; end: number };
  /** Why it must stay in the prose without a note: `null` note in the output. */
  stays?: 'no-entry' | 'url-list';
}

/** What is only likely to be a citation. */
export interface Suggestion {
  start: number;
  end: number;
  reason: string;
}
