/**
 * The node types that copydesk adds to mdast.
 *
 * Each one carries `data.hName` and has a to-markdown handler (`toMarkdownExtension`), so that a tree with them can be
 * put out by any remark or rehype chain.
 */
import type { BlockContent, Heading, Paragraph, Parent, PhrasingContent } from 'mdast';
import type { Options as ToMarkdownExtension } from 'mdast-util-to-markdown';
import type { EntityForm, EntityType } from './article.ts';

/** Why a name in the text was taken for one. */
export interface MentionEvidence {
  /** What found it: `registry`, `acronym`, `model`, `gazetteer`, `dateline`, `pattern` (a title before it), `repeat` (of a name found elsewhere). */
  source: string;
  /** 0 to 1, of this mention by itself. */
  confidence: number;
}

/** A name in the text: wraps the words of one mention. */
export interface Entity extends Parent {
  type: 'entity';
  /** The id of the entity in `file.data.entities` that is meant. */
  entityId: string;
  entityType: EntityType;
  /** How the entity is named here. */
  form: EntityForm;
  children: PhrasingContent[];
}

/**
 * Keeps hold of a passage while later plugins change the tree around it, in place of an offset that would go stale.
 * Prints as its children alone.
 */
export interface Anchor extends Parent {
  type: 'anchor';
  /** What the passage is: the source of a pull quote, or a citation that had to stay in the prose. */
  anchorType: 'pullQuote' | 'citation';
  /** The key of the record in `file.data.pullQuotes`, or the id of the one in `file.data.citations`. */
  anchorId: string;
  children: PhrasingContent[];
}

/** A sentence of the article, repeated large. Stands between blocks; the passage that it repeats is in an `Anchor`. */
export interface PullQuote extends Parent {
  type: 'pullQuote';
  anchorId: string;
  children: PhrasingContent[];
}

/** What stands above the body: headline, byline, publication line, captions. Always the first node of the root. */
export interface Masthead extends Parent {
  type: 'masthead';
  children: MastheadContent[];
}

/** A block of the masthead. What it is stands in `data.mastheadRole`. */
export type MastheadContent = Heading | Paragraph;

/** The roles that a block of the masthead can have. */
export type MastheadRole =
  | 'title'
  | 'subtitle'
  | 'byline'
  | 'publication'
  | 'date'
  | 'dateline'
  | 'caption'
  | 'credit'
  | 'other';

declare module 'mdast' {
  interface PhrasingContentMap {
    entity: Entity;
    anchor: Anchor;
  }
  interface BlockContentMap {
    pullQuote: PullQuote;
  }
  interface RootContentMap {
    entity: Entity;
    anchor: Anchor;
    pullQuote: PullQuote;
    masthead: Masthead;
  }
  interface Data {
    mastheadRole?: MastheadRole | undefined;
    /** Of an entity: why these words were taken for a name. */
    evidence?: MentionEvidence | undefined;
    /** Of a caption in the masthead: what else is known of its image. */
    image?: { credit?: string; src?: string; alt?: string } | undefined;
  }
  interface FootnoteReferenceData {
    /** Which occurrence of which citation this mark stands for. */
    citation?: { id: string; occurrence: number } | undefined;
  }
}

/** A block that holds running text of its own. */
export type TextBlock = Extract<BlockContent | MastheadContent, { children: PhrasingContent[] }>;

/**
 * Teaches remark-stringify our nodes: an entity, an anchor and a masthead print as their children; a pull quote, whose words
 * stand in the text already, prints nothing.
 */
export const toMarkdownExtension: ToMarkdownExtension = {
  handlers: {
    entity: (node: Entity, _parent, state, info) => state.containerPhrasing(node, info),
    anchor: (node: Anchor, _parent, state, info) => state.containerPhrasing(node, info),
    masthead: (node: Masthead, _parent, state, info) => state.containerFlow(node, info),
    pullQuote: () => '',
  },
  // An empty block would still be set off by blank lines on both sides.
  join: [
    (left, right) => (left.type === 'pullQuote' || right.type === 'pullQuote' ? 0 : undefined),
  ],
};
