/**
 * Reads a tree as an article: its blocks in order, and every sentence of the body with what is around it.
 */
import type { InlineCode, PhrasingContent, Root } from 'mdast';
import type { VFile } from 'vfile';
import type { Entity } from '../../src/model/index.ts';
import {
  textBlocks,
  textView,
  type Span,
  type TextBlock,
  type TextView,
} from '../../src/text/index.ts';
import { forgetSentences, sentencesIn } from '../../src/text/sentences.ts';
import { outermost } from './spans.ts';
import { quotations, type Quotation } from './quotations.ts';
import { readWords, type Words } from './words.ts';

export type BlockKind = 'paragraph' | 'heading' | 'listItem' | 'blockquote' | 'tableCell';

export interface Block {
  node: TextBlock['node'];
  view: TextView;
  kind: BlockKind;
  /** Index of the child of the root in which the block stands. */
  rootIndex: number;
  /** How many headings stand before it. */
  section: number;
  /** Content words of the nearest heading above. */
  heading: ReadonlySet<string>;
  /** Whether it stands under a heading such as "References": it is no part of the prose. */
  apparatus: boolean;
  /** Place among the paragraphs of the body, from 0; that of the one before in case of a heading. */
  ordinal: number;
  /** Whether what stands before ends in a colon, as before code and lists. */
  afterColon: boolean;
  quotations: Quotation[];
  passages: Passage[];
  entities: Span<Entity>[];
  code: Span<InlineCode>[];
  /** Links, names and anchors, which no other node may cut in two. */
  indivisible: Span<PhrasingContent>[];
}

/** A sentence of the body. */
export interface Passage {
  block: Block;
  /** Offsets into the block's text. */
  start: number;
  end: number;
  text: string;
  /** Place within the block, from 0. */
  index: number;
  words: Words;
  /** How many of its characters stand in quotation marks, and in quotations of four words and more. */
  quoted: number;
  spoken: number;
}

export interface Article {
  blocks: Block[];
  passages: Passage[];
  /** How many blocks are not headings. */
  paragraphs: number;
  /** Place of the first paragraph proper: what stands before it are lines without a stop, such as a headline. */
  lead: number;
  /** Content words of the headline. */
  title: ReadonlySet<string>;
  /** How many words the body has. */
  words: number;
}

export function readArticle(tree: Root, file: VFile): Article {
  const article: Article = {
    blocks: [],
    passages: [],
    paragraphs: 0,
    lead: -1,
    title: new Set(),
    words: 0,
  };
  const rootIndexes = new Map(tree.children.map((child, index) => [child as unknown, index]));
  const titles: string[] = [];
  let section = 0;
  let heading: ReadonlySet<string> = new Set();
  let apparatus = false;
  for (const each of textBlocks(tree)) {
    if (each.context !== 'body') {
      if (each.context === 'title') titles.push(textView(each.node, file).text);
      continue;
    }
    const view = textView(each.node, file);
    const kind = kindOf(each);
    if (kind === 'heading') {
      section++;
      heading = new Set(readWords(view.text).content);
      apparatus = apparatusHeading.test(view.text.trim());
      if (each.node.type === 'heading' && each.node.depth === 1) titles.push(view.text);
    }
    const block: Block = {
      node: each.node,
      view,
      kind,
      rootIndex: rootIndexes.get(each.ancestors[1] ?? each.node) ?? 0,
      section,
      heading,
      apparatus,
      ordinal: kind === 'heading' ? Math.max(0, article.paragraphs - 1) : article.paragraphs++,
      afterColon: article.blocks.at(-1)?.view.text.endsWith(':') ?? false,
      quotations: quotations(view.text),
      passages: [],
      entities: outermost(view.spans('entity')),
      code: view.spans('inlineCode'),
      indivisible: outermost(view.spans('link', 'linkReference', 'entity', 'anchor')),
    };
    readPassages(block, file);
    if (article.lead < 0 && kind === 'paragraph' && isProse(view.text))
      article.lead = block.ordinal;
    article.blocks.push(block);
    for (const passage of block.passages) {
      article.passages.push(passage);
      article.words += passage.words.count;
    }
  }
  forgetSentences(file);
  const title = titles[0] ?? file.data.stated?.title ?? '';
  article.title = new Set(readWords(title).content);
  return article;
}

const apparatusHeading =
  /^(?:references|(?:end)?notes|sources|bibliography|works cited|literature|further reading|acknowledge?ments|about the authors?)[:.]?$/i;

/** A line without a stop is a headline or a byline. */
function isProse(text: string): boolean {
  return text.length > longestLine || /[.!?…:。！？।؟][\s"'”’»)\]]{0,4}$/.test(text);
}

/** In characters. */
const longestLine = 200;

function readPassages(block: Block, file: VFile): void {
  const { text } = block.view;
  let quotation = 0;
  for (const [index, { start, end }] of sentencesIn(file, text, true).entries()) {
    let quoted = 0;
    let spoken = 0;
    while ((block.quotations[quotation]?.end ?? Infinity) <= start) quotation++;
    for (let at = quotation; (block.quotations[at]?.start ?? Infinity) < end; at++) {
      const each = block.quotations[at] as Quotation;
      const length = Math.min(end, each.end) - Math.max(start, each.start);
      quoted += length;
      if (each.end - each.start >= shortestSpeech) spoken += length;
    }
    const slice = text.slice(start, end);
    block.passages.push({
      block,
      start,
      end,
      text: slice,
      index,
      words: readWords(slice),
      quoted,
      spoken,
    });
  }
}

/** Shorter quotations are terms or titles rather than speech. In characters, marks included. */
const shortestSpeech = 24;

function kindOf({ node, ancestors }: TextBlock): BlockKind {
  if (node.type === 'heading') return 'heading';
  if (node.type === 'tableCell') return 'tableCell';
  if (ancestors.some((each) => each.type === 'listItem')) return 'listItem';
  return ancestors.some((each) => each.type === 'blockquote') ? 'blockquote' : 'paragraph';
}
