/**
 * The article document: what the JSON output holds. Field names are a contract; `schemas/article.schema.json` is made
 * from this file. All offsets are UTF-16 code units.
 */

/** Names an article's JSON document can be read by. */
export const schemaVersion = 1;

/** The raw formats that are read. */
export type SourceFormat = 'text' | 'markdown' | 'html' | 'docx';

/** A range of the decoded input, without its byte order mark: UTF-16 offsets, end exclusive. */
export interface SourceRange {
  start: number;
  end: number;
}

/** Where the article came from. */
export interface ArticleSource {
  /** Relative to the input root, with `/`. */
  path: string;
  format: SourceFormat;
  /** The encoding that the bytes were decoded with, as an IANA name in lower case: `utf-8`, `windows-1252`; `binary` of a Word document. */
  encoding: string;
  /** SHA-256 of the bytes as they were delivered, in hexadecimal. */
  sha256: string;
}

export interface Author {
  name: string;
}

export interface Publication {
  name: string;
  volume: string | null;
  issue: string | null;
}

/** How a date came to be known: it stands in the article, it was given as an option, or it was worked out. */
export type DateOrigin = 'stated' | 'option' | 'inferred';

export interface ArticleDate {
  /** EDTF level 0: `2022-10-19`, `2022-10` or `2022`. */
  value: string;
  origin: DateOrigin;
}

export interface ArticleImage {
  caption: string | null;
  credit: string | null;
  src: string | null;
  alt: string | null;
}

export interface Metadata {
  title: string | null;
  subtitle: string | null;
  authors: Author[];
  publication: Publication | null;
  date: ArticleDate | null;
  /** The line that opens a report with its place: `KYIV, Oct. 8 (Reuters)`. */
  dateline: string | null;
  /** BCP 47. */
  language: string;
  url: string | null;
  images: ArticleImage[];
  wordCount: number;
  readingMinutes: number;
}

export type BlockType =
  'paragraph' | 'heading' | 'listItem' | 'blockquote' | 'tableRow' | 'code' | 'html';

/** A block of the body: a range of `text` and where it came from. */
export interface ArticleBlock {
  type: BlockType;
  /** Of a heading: 1 to 6. */
  depth?: number;
  start: number;
  end: number;
  source: SourceRange | null;
}

export type CitationKind =
  'outlet-date' | 'author-date' | 'numeric' | 'url' | 'footnote' | 'legal' | 'other';

/** A name as CSL-JSON has it. */
export interface CslName {
  family?: string;
  given?: string;
  literal?: string;
}

/** A date as CSL-JSON has it: one tuple of year, month, day with the precision that is known; two for a range. */
export interface CslDate {
  'date-parts'?: number[][];
  season?: string | number;
  circa?: string | number | boolean;
  literal?: string;
  raw?: string;
}

/** A bibliographic item in CSL-JSON (the CSL 1.0.2 data schema), as far as copydesk fills it. */
export interface CslItem {
  id: string;
  type: string;
  title?: string;
  'container-title'?: string;
  'container-title-short'?: string;
  author?: CslName[];
  editor?: CslName[];
  publisher?: string;
  authority?: string;
  issued?: CslDate;
  accessed?: CslDate;
  URL?: string;
  DOI?: string;
  volume?: string | number;
  issue?: string | number;
  number?: string | number;
  page?: string;
  locator?: string;
  label?: string;
  language?: string;
  note?: string;
  section?: string;
  references?: string;
  custom?: Record<string, unknown>;
}

/** One place in the text where a citation stood. */
export interface CitationOccurrence {
  /** The words of the input, to the letter. */
  raw: string;
  /** Offset into `text` of the mark; of the citation itself where it stayed in the text. */
  at: number;
  source: SourceRange | null;
}

export interface Citation {
  id: string;
  /** The number of the note as printed, from 1; null where the citation stayed in the prose. */
  note: number | null;
  kind: CitationKind;
  items: CslItem[];
  /** The note as printed, as plain text. */
  rendered: string;
  occurrences: CitationOccurrence[];
}

export type EntityType =
  'person' | 'organization' | 'place' | 'group' | 'event' | 'work' | 'product';

export type EntityOrigin = 'registry' | 'model' | 'acronym' | 'markup' | 'decision';

export type EntityForm = 'name' | 'short' | 'acronym' | 'demonym' | 'metonym';

export interface Mention {
  text: string;
  in: 'body' | 'title' | 'subtitle' | 'dateline' | 'caption' | 'note';
  /** Offsets into `text`; null outside the body. */
  start: number | null;
  end: number | null;
  form: EntityForm;
  source: SourceRange | null;
}

export interface ArticleEntity {
  /** The registry's id, else `type/slug`. */
  id: string;
  type: EntityType;
  name: string;
  aliases: string[];
  /** Titles and roles that stood before or after the name. */
  titles: string[];
  sameAs: string[];
  /** ISO 3166-1 alpha-2, of countries, capitals and demonyms. */
  countryCode?: string;
  origin: EntityOrigin;
  /** 0 to 1, calibrated: of entities given 0.9 about nine in ten are right. */
  confidence: number;
  /** 0 to 1: how much the article is about it. */
  salience: number;
  mentions: Mention[];
}

export type PullQuoteOrigin = 'ranked' | 'author' | 'decision';

export interface PullQuoteReason {
  feature: string;
  contribution: number;
}

export interface ArticlePullQuote {
  /** A slice of `text`. */
  text: string;
  start: number;
  end: number;
  origin: PullQuoteOrigin;
  /** Place in the ranking of all sentences, from 1. */
  rank: number;
  /** How many sentences were ranked. */
  of: number;
  score: number;
  /** Entity id of who says it. */
  speaker: string | null;
  reasons: PullQuoteReason[];
  source: SourceRange | null;
}

export type Severity = 'error' | 'warning' | 'info';

export interface ArticleMessage {
  ruleId: string;
  severity: Severity;
  reason: string;
  /** The file that `line` and `column` count in, where it is not the article: its decisions. Relative to the input root, with `/`. */
  file?: string;
  line: number | null;
  column: number | null;
  endLine: number | null;
  endColumn: number | null;
  note: string | null;
  url: string | null;
}

/** The finished article, as the JSON writer puts it out. */
export interface Article {
  schemaVersion: typeof schemaVersion;
  source: ArticleSource;
  metadata: Metadata;
  /** The clean body as plain text: blocks joined by a blank line, citations and masthead left out; a table row is a line with tabs. */
  text: string;
  blocks: ArticleBlock[];
  citations: Citation[];
  entities: ArticleEntity[];
  pullQuotes: ArticlePullQuote[];
  messages: ArticleMessage[];
}
