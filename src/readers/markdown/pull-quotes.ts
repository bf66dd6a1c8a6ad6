import type { Root, RootContent } from 'mdast';
import { toString } from 'mdast-util-to-string';
import type { VFile } from 'vfile';

const opening = /^:{3,}pull-quote(?:\{[^\n]*\})?$/;
const closing = /^:{3,}$/;

/**
 * Takes pull quotes out of the tree that our own Markdown repeats in the flow of the text, as a directive (`:::pull-quote`) or as HTML. Only
 * those that the front matter lists: others are text of the author's.
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
  if (node.type === 'html') return quoteInHtml(node.value);
  const { type, name } = node as { type: string; name?: string };
  if (type === 'containerDirective') return name === 'pull-quote' ? toString(node) : undefined;
  if (node.type !== 'paragraph') return undefined;
  const lines = toString(node).split(/\r\n|\n|\r/);
  const isQuote =
    lines.length > 2 && opening.test(lines[0] as string) && closing.test(lines.at(-1) as string);
  return isQuote ? lines.slice(1, -1).join(' ') : undefined;
}

/** The words of the element that the Markdown writer makes, without who says them. */
function quoteInHtml(value: string): string | undefined {
  if (!value.startsWith('<aside role="doc-pullquote"') || !value.endsWith('</aside>'))
    return undefined;
  return value
    .replace(/<p><cite>[^<]*<\/cite><\/p><\/aside>$/, '')
    .replace(/<[^<>]*>/g, '')
    .replace(/&#x([\dA-F]{1,6});/gi, (_, code: string) =>
      String.fromCodePoint(Number.parseInt(code, 16)),
    );
}

function lettersOf(text: string): string {
  return text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');
}
