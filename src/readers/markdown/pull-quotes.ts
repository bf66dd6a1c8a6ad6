import type { Root, RootContent } from 'mdast';
import { toString } from 'mdast-util-to-string';
import type { VFile } from 'vfile';

const opening = /^:{3,}pull-quote(?:\{[^\n]*\})?$/;
const closing = /^:{3,}$/;

/**
 * Takes pull quotes out of the tree that our own Markdown repeats in the flow of the text (`:::pull-quote`). Only those that the front
 * matter lists: others are text of the author's.
 */
export function dropPullQuotes(tree: Root, file: VFile): void {
  const listed = new Set((file.data.stated?.pullQuotes ?? []).map(({ text }) => lettersOf(text)));
  if (listed.size === 0) return;
  tree.children = tree.children.filter((node) => {
    const text = quoteIn(node);
    return text === undefined || !listed.has(lettersOf(text));
  });
}

/** The words of a pull quote; undefined where a block is none. With a plugin for directives it is a node of its own. */
function quoteIn(node: RootContent): string | undefined {
  const { type, name } = node as { type: string; name?: string };
  if (type === 'containerDirective') return name === 'pull-quote' ? toString(node) : undefined;
  if (node.type !== 'paragraph') return undefined;
  const lines = toString(node).split(/\r\n|\n|\r/);
  const isQuote =
    lines.length > 2 && opening.test(lines[0] as string) && closing.test(lines.at(-1) as string);
  return isQuote ? lines.slice(1, -1).join(' ') : undefined;
}

function lettersOf(text: string): string {
  return text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');
}
