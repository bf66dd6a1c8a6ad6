import type { Heading, Nodes, Paragraph, Parents, Root, TableCell } from 'mdast';
import type { Mention } from '../model/index.ts';

/** Where a block of running text stands in the article. */
export type TextContext = 'body' | 'title' | 'caption' | 'masthead' | 'note';

/** A block that holds running text of its own, and what it stands in. */
export interface TextBlock {
  node: Paragraph | Heading | TableCell;
  context: TextContext;
  /** From the root down, without the block itself. */
  ancestors: Parents[];
}

/**
 * All blocks of running text, in document order: paragraphs, headings and table cells of the body, the masthead and the
 * notes. A pull quote, which repeats the body, is left out.
 */
export function textBlocks(tree: Root): TextBlock[] {
  const result: TextBlock[] = [];
  type Frame = { parent: Parents; child: number; context: TextContext };
  const stack: Frame[] = [{ parent: tree, child: 0, context: 'body' }];
  for (let frame = stack.at(-1); frame; frame = stack.at(-1)) {
    const node = frame.parent.children[frame.child++] as Nodes | undefined;
    if (!node) {
      stack.pop();
    } else if (node.type === 'paragraph' || node.type === 'heading' || node.type === 'tableCell') {
      const ancestors = stack.map((each) => each.parent);
      result.push({ node, context: contextOf(node, frame.context), ancestors });
    } else if ('children' in node && node.type !== 'pullQuote') {
      stack.push({ parent: node as Parents, child: 0, context: contextOf(node, frame.context) });
    }
  }
  return result;
}

/** What a name in a block is said to stand in. Undefined where names say nothing of the article's matter: bylines, publications, credits. */
export function mentionContext({ node, context }: TextBlock): Mention['in'] | undefined {
  if (context !== 'masthead') return context;
  const role = node.data?.mastheadRole;
  return role === 'subtitle' || role === 'dateline' ? role : undefined;
}

function contextOf(node: Nodes, outer: TextContext): TextContext {
  if (node.type === 'masthead') return 'masthead';
  if (node.type === 'footnoteDefinition') return 'note';
  if (outer === 'masthead') {
    const role = 'data' in node ? node.data?.mastheadRole : undefined;
    if (role === 'title' || role === 'caption') return role;
  }
  return outer;
}
