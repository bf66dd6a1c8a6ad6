/**
 * The slices of `file.data`: what readers and plugins hand to those that come after them. They hold facts and ids of
 * nodes, never offsets into the text: later plugins may change the text, so the JSON writer works offsets out at the end.
 */
import type {
  ArticleDate,
  ArticleEntity,
  ArticlePullQuote,
  ArticleSource,
  Author,
  Citation,
  CitationOccurrence,
  Publication,
} from './article.ts';
import type { FindingsBeyond } from './findings-beyond.ts';
import type { Suppression } from './suppression.ts';
import type { DecisionsData } from './decisions.ts';

/** What a source says about the article outside its text: front matter, meta tags, document properties. */
export interface StatedMetadata {
  title?: string;
  subtitle?: string;
  authors?: Author[];
  publication?: Publication;
  date?: ArticleDate;
  dateline?: string;
  language?: string;
  url?: string;
  images?: StatedImage[];
  /** Pull quotes that were chosen already, by the author or by an earlier build. */
  pullQuotes?: StatedPullQuote[];
}

export interface StatedImage {
  caption?: string;
  credit?: string;
  src?: string;
  alt?: string;
}

export interface StatedPullQuote {
  text: string;
  origin: ArticlePullQuote['origin'];
  /** Who says it, as printed. */
  speaker?: string;
}

/** A file that belongs to the outputs: an image out of a Word document. */
export interface Asset {
  /** Relative to the folder of the outputs, with `/`. */
  path: string;
  bytes: Uint8Array;
}

/** What is known of the article as a whole, once `masthead` has run. Printed text (title, captions) is in the `Masthead` node. */
export interface MastheadData {
  authors: Author[];
  publication: Publication | null;
  date: ArticleDate | null;
  url: string | null;
  language: string | null;
}

/** A citation as the `citations` plugin leaves it. `at` is worked out from the marks in the finished tree. */
export interface CitationRecord extends Omit<Citation, 'note' | 'occurrences' | 'rendered'> {
  /** The identifier of the footnote definition that holds the note; null where the citation stayed in the prose. */
  identifier: string | null;
  occurrences: Omit<CitationOccurrence, 'at'>[];
}

/** An entity as the `entities` plugin leaves it. Its mentions are the `Entity` nodes that bear its id. */
export type EntityRecord = Omit<ArticleEntity, 'mentions' | 'salience'> & { salience?: number };

/** A pull quote as the `pull-quotes` plugin leaves it. Its words are the `Anchor` node that bears its `anchorId`. */
export interface PullQuoteRecord extends Omit<
  ArticlePullQuote,
  'text' | 'start' | 'end' | 'source'
> {
  anchorId: string;
  /** Who says it, as printed below the quote. */
  attribution?: string;
}

declare module 'vfile' {
  interface DataMap {
    /** Set by the pipeline. */
    source: ArticleSource;
    /** Set by readers. */
    stated: StatedMetadata;
    /**
     * What the source says as well and what counts only where neither `stated` nor the text says anything: properties that programs
     * fill in. Title and authors. Set by readers.
     */
    fallback: Pick<StatedMetadata, 'title' | 'authors'>;
    /** Files that the article brings along. Set by readers. */
    assets: Asset[];
    /** What the article says to leave out of its findings, in the order of the text. Set by readers. */
    suppressions: Suppression[];
    /** How many findings of a rule are told, and what is known of the rest. Set by the pipeline; without it all are told. */
    findings: FindingsBeyond;
    /** Publication date that the caller gave, EDTF. Set by the pipeline. */
    publicationDate: string;
    /** What the editor has decided. Set by the pipeline; each plugin takes its own kind. */
    decisions: DecisionsData;
    masthead: MastheadData;
    citations: CitationRecord[];
    entities: EntityRecord[];
    pullQuotes: PullQuoteRecord[];
  }
}
