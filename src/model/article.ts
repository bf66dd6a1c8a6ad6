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
  /**
   * First UTF-16 unit of the range.
   *
   * @examples [1042]
   */
  start: number;
  /**
   * The unit after the last.
   *
   * @examples [1060]
   */
  end: number;
}

/** Where the article came from. */
export interface ArticleSource {
  /**
   * Relative to the input root, with `/`.
   *
   * @examples ["2024/harvest.txt"]
   */
  path: string;
  /** The format that it was read as. */
  format: SourceFormat;
  /**
   * The encoding that the bytes were decoded with, as an IANA name in lower case: `utf-8`, `windows-1252`; `binary` of a Word document.
   *
   * @examples ["utf-8", "windows-1252"]
   */
  encoding: string;
  /**
   * SHA-256 of the bytes as they were delivered, in hexadecimal.
   *
   * @examples ["9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08"]
   */
  sha256: string;
}

/** Who wrote an article. */
export interface Author {
  /**
   * The name as printed.
   *
   * @examples ["Anna Birch"]
   */
  name: string;
}

/** What an article appeared in. */
export interface Publication {
  /**
   * What it is called.
   *
   * @examples ["Northern Trade Review"]
   */
  name: string;
  /**
   * Its volume, as printed; null where there is none.
   *
   * @examples ["12"]
   */
  volume: string | null;
  /**
   * Its issue, as printed; null where there is none.
   *
   * @examples ["48"]
   */
  issue: string | null;
}

/** How a date came to be known: it stands in the article, it was given as an option, or it was worked out. */
export type DateOrigin = 'stated' | 'option' | 'inferred';

/** When an article appeared. */
export interface ArticleDate {
  /**
   * EDTF level 0: `2022-10-19`, `2022-10` or `2022`.
   *
   * @examples ["2022-10-19", "2022-10", "2022"]
   */
  value: string;
  /** How it came to be known. */
  origin: DateOrigin;
}

/** An image of the article. A field is null where it is not known. */
export interface ArticleImage {
  /**
   * The words below the image.
   *
   * @examples ["The quay in spring"]
   */
  caption: string | null;
  /**
   * Who made it.
   *
   * @examples ["A. Roe/Agency"]
   */
  credit: string | null;
  /**
   * Its address, as the source has it or relative to the output.
   *
   * @examples ["https://example.org/quay.jpg"]
   */
  src: string | null;
  /**
   * What it shows, for those who do not see it.
   *
   * @examples ["A quay with two cranes"]
   */
  alt: string | null;
}

/** What is known of the article as a whole. A field is null where it is not known. */
export interface Metadata {
  /**
   * The headline.
   *
   * @examples ["Small Ports Are Rewriting the Grain Trade"]
   */
  title: string | null;
  /**
   * The standfirst.
   *
   * @examples ["Nobody wanted a second quay"]
   */
  subtitle: string | null;
  /**
   * Who wrote it, in the order of the byline.
   *
   * @examples [[{"name": "Anna Birch"}]]
   */
  authors: Author[];
  /** What it appeared in. */
  publication: Publication | null;
  /** When it appeared. */
  date: ArticleDate | null;
  /**
   * The line that opens a report with its place: `KYIV, Oct. 8 (Reuters)`.
   *
   * @examples ["KYIV, Oct. 8 (Reuters)"]
   */
  dateline: string | null;
  /**
   * BCP 47.
   *
   * @examples ["en", "en-GB", "ar"]
   */
  language: string;
  /**
   * The canonical address.
   *
   * @examples ["https://example.org/quay"]
   */
  url: string | null;
  /** The images of the article: those with captions first, then those in the body. */
  images: ArticleImage[];
  /**
   * Words of the body.
   *
   * @examples [840]
   */
  wordCount: number;
  /**
   * How long a reader takes, in whole minutes.
   *
   * @examples [4]
   */
  readingMinutes: number;
}

/** What a block is. */
export type BlockType =
  'paragraph' | 'heading' | 'listItem' | 'blockquote' | 'tableRow' | 'code' | 'html';

/** A block of the body: a range of `text` and where it came from. */
export interface ArticleBlock {
  /** What the block is. */
  type: BlockType;
  /**
   * Of a heading: 1 to 6.
   *
   * @examples [2]
   */
  depth?: number;
  /**
   * Where it begins in `text`.
   *
   * @examples [0]
   */
  start: number;
  /**
   * Where it ends in `text`, exclusive.
   *
   * @examples [340]
   */
  end: number;
  /** Where it stands in the input; null where that is not known. */
  source: SourceRange | null;
}

/** The form in which a source was given: an outlet and a date, an author and a year, the number of an entry, an address, a footnote, law. */
export type CitationKind =
  'outlet-date' | 'author-date' | 'numeric' | 'url' | 'footnote' | 'legal' | 'other';

/** A name as CSL-JSON has it. */
export interface CslName {
  /**
   * Family name.
   *
   * @examples ["Birch"]
   */
  family?: string;
  /**
   * Given names.
   *
   * @examples ["Anna"]
   */
  given?: string;
  /**
   * A name that is not taken apart, as of an institution.
   *
   * @examples ["World Bank"]
   */
  literal?: string;
}

/** A date as CSL-JSON has it: one tuple of year, month, day with the precision that is known; two for a range. */
export interface CslDate {
  /**
   * Year, month and day; a second list is the end of a range.
   *
   * @examples [[[2022, 10, 19]]]
   */
  'date-parts'?: number[][];
  /**
   * 1 to 4, spring first.
   *
   * @examples [3]
   */
  season?: string | number;
  /**
   * Whether the date is approximate.
   *
   * @examples [true]
   */
  circa?: string | number | boolean;
  /**
   * A date in words, or as EDTF where it has no year.
   *
   * @examples ["XXXX-10-19", "n.d."]
   */
  literal?: string;
  /**
   * A date that was not taken apart.
   *
   * @examples ["Michaelmas 1911"]
   */
  raw?: string;
}

/** A bibliographic item in CSL-JSON (the CSL 1.0.2 data schema), as far as copydesk fills it. */
export interface CslItem {
  /**
   * Unique within the article.
   *
   * @examples ["lloyds-list-2024-03-04"]
   */
  id: string;
  /**
   * A type of CSL.
   *
   * @examples ["article-newspaper"]
   */
  type: string;
  /**
   * Title of the source.
   *
   * @examples ["The return of the sleeper"]
   */
  title?: string;
  /**
   * The outlet, journal or book that it stands in.
   *
   * @examples ["The Guardian"]
   */
  'container-title'?: string;
  /**
   * The short form of that.
   *
   * @examples ["Guardian"]
   */
  'container-title-short'?: string;
  /** Its authors. */
  author?: CslName[];
  /** Its editors. */
  editor?: CslName[];
  /**
   * Who put it out.
   *
   * @examples ["Donau Verlag"]
   */
  publisher?: string;
  /**
   * The court or body that it comes from.
   *
   * @examples ["Supreme Court"]
   */
  authority?: string;
  /** When it appeared. */
  issued?: CslDate;
  /** When it was looked at. */
  accessed?: CslDate;
  /**
   * Its address.
   *
   * @examples ["https://example.org/a"]
   */
  URL?: string;
  /**
   * Its DOI, without a resolver.
   *
   * @examples ["10.1000/182"]
   */
  DOI?: string;
  /**
   * Volume.
   *
   * @examples ["18"]
   */
  volume?: string | number;
  /**
   * Issue.
   *
   * @examples ["2"]
   */
  issue?: string | number;
  /**
   * Number of a report or law.
   *
   * @examples ["2019-04"]
   */
  number?: string | number;
  /**
   * Pages.
   *
   * @examples ["211-230"]
   */
  page?: string;
  /**
   * The place that is cited.
   *
   * @examples ["217"]
   */
  locator?: string;
  /**
   * What the locator is.
   *
   * @examples ["page"]
   */
  label?: string;
  /**
   * BCP 47.
   *
   * @examples ["de"]
   */
  language?: string;
  /**
   * What has no field of its own.
   *
   * @examples ["on file with the author"]
   */
  note?: string;
  /**
   * Section of a newspaper or law.
   *
   * @examples ["B"]
   */
  section?: string;
  /**
   * The printed form of a law or a case.
   *
   * @examples ["42 U.S.C. § 1983"]
   */
  references?: string;
  /**
   * What copydesk knows beyond CSL.
   *
   * @examples [{}]
   */
  custom?: Record<string, unknown>;
}

/** One place in the text where a citation stood. */
export interface CitationOccurrence {
  /**
   * The words of the input, to the letter.
   *
   * @examples ["(Lloyd’s List, March 4)"]
   */
  raw: string;
  /**
   * Offset into `text` of the mark; of the citation itself where it stayed in the text.
   *
   * @examples [294]
   */
  at: number;
  /** Where it stands in the input; null where that is not known. */
  source: SourceRange | null;
}

/** What one note of the article holds, or a citation that stayed in the text. */
export interface Citation {
  /**
   * Unique within the article.
   *
   * @examples ["lloyds-list-2024-03-04"]
   */
  id: string;
  /**
   * The number of the note as printed, from 1; null where the citation stayed in the prose.
   *
   * @examples [1]
   */
  note: number | null;
  /** The form in which the source was given. */
  kind: CitationKind;
  /** The sources, in the order of the citation. */
  items: CslItem[];
  /**
   * The note as printed, as plain text.
   *
   * @examples ["Lloyd’s List, March 4, 2024."]
   */
  rendered: string;
  /** Where it stood in the text, in order. */
  occurrences: CitationOccurrence[];
}

/** What an entity is; `group` is a nationality, a religious or a political group. */
export type EntityType =
  'person' | 'organization' | 'place' | 'group' | 'event' | 'work' | 'product';

/** How an entity came to be known: the house’s registry, the model, an acronym that the text explains, markup of the source, a decision of the editor’s. */
export type EntityOrigin = 'registry' | 'model' | 'acronym' | 'markup' | 'decision';

/** How an entity is named: in full, by a part, by an acronym, by its people (`Kenyan`), by its seat (`the Kremlin`). */
export type EntityForm = 'name' | 'short' | 'acronym' | 'demonym' | 'metonym';

/** One place where an entity is named. */
export interface Mention {
  /**
   * The words as printed.
   *
   * @examples ["the Council"]
   */
  text: string;
  /** The part of the article that it stands in. */
  in: 'body' | 'title' | 'subtitle' | 'dateline' | 'caption' | 'note';
  /**
   * Offsets into `text`; null outside the body.
   *
   * @examples [120]
   */
  start: number | null;
  /**
   * Offset into `text`, exclusive; null outside the body.
   *
   * @examples [131]
   */
  end: number | null;
  /** How the entity is named here. */
  form: EntityForm;
  /** Where it stands in the input; null where that is not known. */
  source: SourceRange | null;
}

/** Somebody or something that the article names. */
export interface ArticleEntity {
  /**
   * The registry's id, else `type/slug`.
   *
   * @examples ["organization/black-sea-grain-council"]
   */
  id: string;
  /** What it is. */
  type: EntityType;
  /**
   * Its full name.
   *
   * @examples ["Black Sea Grain Council"]
   */
  name: string;
  /**
   * Other names that it has.
   *
   * @examples [["BSGC"]]
   */
  aliases: string[];
  /**
   * Titles and roles that stood before or after the name.
   *
   * @examples [["Minister"]]
   */
  titles: string[];
  /**
   * Pages that tell of it.
   *
   * @examples [["https://www.wikidata.org/wiki/Q212"]]
   */
  sameAs: string[];
  /**
   * ISO 3166-1 alpha-2, of countries, capitals and demonyms.
   *
   * @examples ["UA"]
   */
  countryCode?: string;
  /** How it came to be known. */
  origin: EntityOrigin;
  /**
   * 0 to 1, calibrated: of entities given 0.9 about nine in ten are right.
   *
   * @examples [0.94]
   */
  confidence: number;
  /**
   * 0 to 1: how much the article is about it.
   *
   * @examples [0.6]
   */
  salience: number;
  /** Where it is named, in order. */
  mentions: Mention[];
}

/** Who chose a pull quote. */
export type PullQuoteOrigin = 'ranked' | 'author' | 'decision';

/** One part of a score. */
export interface PullQuoteReason {
  /**
   * What speaks for the sentence or against it.
   *
   * @examples ["spoken"]
   */
  feature: string;
  /**
   * How much, in the unit of the score.
   *
   * @examples [0.42]
   */
  contribution: number;
}

/** A sentence that is printed large. */
export interface ArticlePullQuote {
  /**
   * A slice of `text`.
   *
   * @examples ["We never asked for a bridge"]
   */
  text: string;
  /**
   * Where it begins in `text`.
   *
   * @examples [410]
   */
  start: number;
  /**
   * Where it ends in `text`, exclusive.
   *
   * @examples [437]
   */
  end: number;
  /** Who chose it: the ranking, the author, or an editor’s decision. */
  origin: PullQuoteOrigin;
  /**
   * Place in the ranking of all sentences, from 1.
   *
   * @examples [1]
   */
  rank: number;
  /**
   * How many sentences were ranked.
   *
   * @examples [38]
   */
  of: number;
  /**
   * What the ranking gave it; higher is better.
   *
   * @examples [2.31]
   */
  score: number;
  /**
   * Entity id of who says it.
   *
   * @examples ["person/anna-birch"]
   */
  speaker: string | null;
  /** What the score is made of. */
  reasons: PullQuoteReason[];
  /** Where it stands in the input; null where that is not known. */
  source: SourceRange | null;
}

/** How grave a message is. */
export type Severity = 'error' | 'warning' | 'info';

/** Something that the editor is told. */
export interface ArticleMessage {
  /**
   * The rule, as docs/rules.md lists it.
   *
   * @examples ["citations/missing-outlet"]
   */
  ruleId: string;
  /** How grave it is. */
  severity: Severity;
  /**
   * What was found.
   *
   * @examples ["Unexpected citation without an outlet: “(, March 9)”"]
   */
  reason: string;
  /**
   * The file that `line` and `column` count in, where it is not the article: its decisions. Relative to the input root, with `/`.
   *
   * @examples ["2024/harvest.decisions.yaml"]
   */
  file?: string;
  /**
   * Line of the input, from 1; null where the place is not known.
   *
   * @examples [7]
   */
  line: number | null;
  /**
   * Column, from 1, in UTF-16 units.
   *
   * @examples [440]
   */
  column: number | null;
  /**
   * Line in which the place ends.
   *
   * @examples [7]
   */
  endLine: number | null;
  /**
   * Column after the last.
   *
   * @examples [452]
   */
  endColumn: number | null;
  /**
   * What may help.
   *
   * @examples ["The outlet was lost in copying."]
   */
  note: string | null;
  /**
   * How many findings it stands for, where it is more than one: those beyond `limits.findings`.
   *
   * @examples [99000]
   */
  count?: number;
  /**
   * The page that explains the rule.
   *
   * @examples ["https://example.org/docs/rules.md#citationsmissing-outlet"]
   */
  url: string | null;
}

/** The finished article, as the JSON writer puts it out. */
export interface Article {
  /** The version of this schema. Fields may be added within a version; one that changes or goes raises it. */
  schemaVersion: typeof schemaVersion;
  /** Where it came from. */
  source: ArticleSource;
  /** What is known of the article as a whole. */
  metadata: Metadata;
  /**
   * The clean body as plain text: blocks joined by a blank line, citations and masthead left out; a table row is a line with tabs.
   *
   * @examples ["The quay was offered for sale.\n\nNobody came."]
   */
  text: string;
  /** The blocks of the body, in order. */
  blocks: ArticleBlock[];
  /** The sources, in the order of their notes; then those that stayed in the text. */
  citations: Citation[];
  /** Who and what the article names. */
  entities: ArticleEntity[];
  /** The sentences that are printed large, in the order of the text. */
  pullQuotes: ArticlePullQuote[];
  /** What the editor is told. */
  messages: ArticleMessage[];
}
