/**
 * What an editor has decided about an article, as it stands in `<article>.decisions.yaml` beside it. `schemas/decisions.schema.json` is
 * made from `DecisionsFile`.
 */
import type { EntityType } from './article.ts';

/**
 * A passage of the article, by its own words: the TextQuoteSelector of the W3C Web Annotation model, whose `exact` is `quote`, whose
 * `prefix` is `after` and whose `suffix` is `before`. White space, quotation marks and dashes may differ from those in the article.
 */
export interface QuoteSelector {
  /**
   * The words that are meant, as they stand in the article.
   *
   * @minLength 1
   * @maxLength 2000
   */
  quote: string;
  /**
   * Words that stand right before it, where it stands more than once.
   *
   * @minLength 1
   * @maxLength 300
   */
  after?: string;
  /**
   * Words that stand right behind it.
   *
   * @minLength 1
   * @maxLength 300
   */
  before?: string;
}

/**
 * A day, a month or a year: 2022-10-19, 2022-10, 2022.
 *
 * @pattern ^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$
 */
export type DecidedDate = string;

/**
 * An address on the web.
 *
 * @pattern ^https?://[^\s<>"]+$
 * @maxLength 2000
 */
export type WebAddress = string;

/** What the article is called, who wrote it and when it came out. */
export interface MetadataDecisions {
  /**
   * @minLength 1
   * @maxLength 1000
   */
  title?: string;
  /**
   * @minLength 1
   * @maxLength 2000
   */
  subtitle?: string;
  /**
   * @minLength 1
   * @maxLength 500
   */
  author?: string;
  /**
   * @minItems 1
   * @maxItems 100
   */
  authors?: string[];
  date?: DecidedDate | number;
}

/** The source that a citation names. The quote is the citation; of several sources in one bracket, the one that is meant. */
export interface CitationDecision extends QuoteSelector {
  /** `false`: this is no citation, and stays in the prose. `true`: it is one. */
  citation?: boolean;
  /**
   * Where it was published.
   *
   * @minLength 1
   * @maxLength 500
   */
  outlet?: string;
  /** When it was published. */
  date?: DecidedDate | number;
  /** Its address. */
  url?: WebAddress;
}

/** Who or what a name stands for. */
export interface EntityDecision extends QuoteSelector {
  /** Wherever the words stand, not at one place. */
  all?: boolean;
  /** `false`: this is no name. */
  entity?: false;
  type?: EntityType;
  /**
   * The id of an entity in the registry or the built-in lists of places: place/georgia.
   *
   * @minLength 1
   * @maxLength 300
   */
  id?: string;
  /**
   * The full name, where the quote is a short one.
   *
   * @minLength 1
   * @maxLength 300
   */
  name?: string;
  /** Pages that are about it and nothing else: Wikidata, Wikipedia. */
  sameAs?: WebAddress | WebAddress[];
}

/** A sentence to be printed large, or not. */
export interface PullQuoteDecision extends QuoteSelector {
  /** `false`: this is not to be a pull quote. Default: it is. */
  take?: boolean;
  /**
   * The part of the quote that is printed.
   *
   * @minLength 1
   * @maxLength 2000
   */
  trim?: string;
  /**
   * Who says it, as printed below it.
   *
   * @minLength 1
   * @maxLength 300
   */
  speaker?: string;
}

/** A finding that has been looked at and stays. */
export interface AcceptedFinding extends Partial<QuoteSelector> {
  /**
   * The rule that reports it: citations/missing-outlet.
   *
   * @minLength 1
   * @maxLength 200
   */
  rule: string;
  /**
   * Why it stays.
   *
   * @minLength 1
   * @maxLength 2000
   */
  reason: string;
  /** Wherever the words stand, not at one place. */
  all?: boolean;
}

/** A file of decisions. A section may be empty. */
export interface DecisionsFile {
  metadata?: MetadataDecisions | null;
  /** @maxItems 1000 */
  citations?: CitationDecision[] | null;
  /** @maxItems 1000 */
  entities?: EntityDecision[] | null;
  /** @maxItems 1000 */
  pullQuotes?: PullQuoteDecision[] | null;
  /** @maxItems 1000 */
  accept?: AcceptedFinding[] | null;
}

/** The sections of a file of decisions. */
export type DecisionKind = keyof DecisionsFile;

/** One correction of what the article is called, who wrote it and when. */
export type MetadataDecision =
  { field: 'title' | 'subtitle' | 'date'; value: string } | { field: 'authors'; value: string[] };

/** Where a decision stands. */
export interface DecisionPlace {
  /** The name of the file of decisions, which stands beside the article; undefined in the front matter of the article itself. */
  file?: string;
  /** From 1. */
  line: number;
  column: number;
}

/** A decision on its way through a build. */
export interface Decided<Decision> {
  readonly decision: Decision;
  /** Undefined where it came as an object. */
  readonly place?: DecisionPlace | undefined;
  /** Whether a plugin has done as it says, or has reported why it can't. What is left open is reported at the end. */
  outcome?: 'done' | 'reported';
}

/** The decisions on an article, for its plugins. */
export interface DecisionsData {
  metadata: Decided<MetadataDecision>[];
  citations: Decided<CitationDecision>[];
  entities: Decided<EntityDecision>[];
  pullQuotes: Decided<PullQuoteDecision>[];
  accept: Decided<AcceptedFinding>[];
}
