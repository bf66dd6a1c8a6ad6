import type {
  Heading,
  ListItem,
  Nodes,
  Paragraph,
  Parents,
  PhrasingContent,
  Root,
  TableRow,
} from 'mdast';
import type { VFile } from 'vfile';
import type { ArticleBlock, BlockType, SourceRange } from '../model/index.ts';
import { textView, type TextView } from '../text/index.ts';

/** What stands between two blocks of the body's plain text. */
export const blockSeparator = '\n\n';

/** A block's running text and where it begins in the body's text. */
export interface PlacedView {
  view: TextView;
  start: number;
}

/** The body as plain text. */
export interface BodyText {
  text: string;
  blocks: ArticleBlock[];
  /** The views of all running text in the body, in order. */
  views: PlacedView[];
}

/** Notes, the masthead and repeated words are no part of the running text. */
const leftOut = new Set([
  'masthead',
  'footnoteDefinition',
  'definition',
  'pullQuote',
  'yaml',
  'thematicBreak',
]);

/** Lays out the body of a finished tree as plain text: blocks joined by a blank line, the cells of a table row by tabs. */
export function bodyText(tree: Root, file: VFile): BodyText {
  const body: BodyText = { text: '', blocks: [], views: [] };
  const parts: string[] = [];
  let offset = 0;

  const add = (
    block: Omit<ArticleBlock, 'start' | 'end'>,
    text: string,
    views: TextView[] = [],
  ): void => {
    if (parts.length > 0) {
      parts.push(blockSeparator);
      offset += blockSeparator.length;
    }
    let start = offset;
    for (const view of views) {
      body.views.push({ view, start });
      start += view.text.length + 1;
    }
    body.blocks.push({ ...block, start: offset, end: offset + text.length });
    parts.push(text);
    offset += text.length;
  };

  const running = (node: Paragraph | Heading, type: BlockType): void => {
    const view = textView(node, file);
    if (view.text.trim() === '') return;
    const depth = node.type === 'heading' ? { depth: node.depth } : {};
    add({ type, ...depth, source: sourceOf(view) }, view.text, [view]);
  };

  const row = (node: TableRow): void => {
    const views = node.children.map((cell) => textView(cell, file));
    add(
      { type: 'tableRow', source: rangeOf(node) },
      views.map((view) => view.text).join('\t'),
      views,
    );
  };

  type Frame = { parent: Parents; child: number; type: BlockType };
  const stack: Frame[] = [{ parent: tree, child: 0, type: 'paragraph' }];
  for (let frame = stack.at(-1); frame; frame = stack.at(-1)) {
    const node = frame.parent.children[frame.child++] as Nodes | undefined;
    if (!node) stack.pop();
    else if (leftOut.has(node.type)) continue;
    else if (node.type === 'paragraph') running(node, frame.type);
    else if (node.type === 'heading') running(node, 'heading');
    else if (node.type === 'tableRow') row(node);
    else if (node.type === 'code' || node.type === 'html') {
      add({ type: node.type, source: rangeOf(node) }, node.value);
    } else if ('children' in node) {
      stack.push({ parent: node as Parents, child: 0, type: blockTypeOf(node) ?? frame.type });
    }
  }
  body.text = parts.join('');
  return body;
}

/** The range of the source that a view's text came from. */
export function sourceOf(view: TextView, start = 0, end = view.text.length): SourceRange | null {
  return toRange(view.place(start, end));
}

/** The range of the source that a node came from. */
export function rangeOf(node: Nodes | ListItem | PhrasingContent): SourceRange | null {
  return toRange(node.position);
}

function toRange(position: Nodes['position']): SourceRange | null {
  const start = position?.start.offset;
  const end = position?.end.offset;
  return start === undefined || end === undefined ? null : { start, end };
}

function blockTypeOf(node: Nodes): BlockType | undefined {
  if (node.type === 'listItem') return 'listItem';
  return node.type === 'blockquote' ? 'blockquote' : undefined;
}
