/** What Markdown means, by the parser and the extensions of others and without anything of ours. */
import type { Nodes, Parents, Root } from 'hast';
import { gfmFootnoteFromMarkdown } from 'mdast-util-gfm-footnote';
import { gfmStrikethroughFromMarkdown } from 'mdast-util-gfm-strikethrough';
import { gfmTableFromMarkdown } from 'mdast-util-gfm-table';
import { gfmTaskListItemFromMarkdown } from 'mdast-util-gfm-task-list-item';
import { gfmFootnote } from 'micromark-extension-gfm-footnote';
import { gfmStrikethrough } from 'micromark-extension-gfm-strikethrough';
import { gfmTable } from 'micromark-extension-gfm-table';
import { gfmTaskListItem } from 'micromark-extension-gfm-task-list-item';
import rehypeStringify from 'rehype-stringify';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import remarkRehype from 'remark-rehype';
import { unified, type Processor } from 'unified';

/** GFM but for the links that it makes of bare addresses. */
function withoutBareAddresses(this: Processor): void {
  const data = this.data();
  (data.micromarkExtensions ??= []).push(gfmFootnote(), gfmTable(), gfmStrikethrough(), gfmTaskListItem()); // prettier-ignore
  (data.fromMarkdownExtensions ??= []).push(
    gfmFootnoteFromMarkdown(),
    gfmTableFromMarkdown(),
    gfmStrikethroughFromMarkdown(),
    gfmTaskListItemFromMarkdown(),
  );
}

const gfm = unified().use(remarkParse).use(remarkGfm).freeze();
const withoutLinks = unified().use(remarkParse).use(withoutBareAddresses).freeze();
const toHtml = unified()
  .use(remarkRehype, { allowDangerousHtml: true })
  .use(rehypeStringify, { allowDangerousHtml: true })
  .freeze();

/**
 * The HTML of Markdown as a tree, normalised: how the source was broken into lines makes no difference.
 *
 * @param options - `bareAddresses`: whether an address that stands in text is a link, as GFM has it. Default true.
 */
export function htmlOf(markdown: string, { bareAddresses = true } = {}): Root {
  const parsed = (bareAddresses ? gfm : withoutLinks).parse(markdown);
  const tree = toHtml.runSync(parsed) as unknown as Root;
  normalise(tree, false);
  return tree;
}

export function printed(tree: Root): string {
  return toHtml.stringify(tree as never);
}

/** White space that a browser shows as one space is one; between blocks there is none. */
function normalise(parent: Parents, isPre: boolean): void {
  const children = parent.children as Nodes[];
  for (const child of children) {
    if (child.type === 'text' && !isPre) child.value = child.value.replace(/[\t\n\r ]+/g, ' ');
    if ((child as { type: string }).type === 'raw') {
      const raw = child as unknown as { value: string };
      raw.value = raw.value.replace(/\s+/g, ' ').trim();
    }
    if (child.type === 'element') normalise(child, isPre || child.tagName === 'pre');
  }
  if (isPre) return;
  parent.children = children.filter(
    (child, index) =>
      !(child.type === 'text' && child.value === ' ' && (isEdge(children[index - 1]) || isEdge(children[index + 1]))), // prettier-ignore
  ) as typeof parent.children;
}

function isEdge(node: Nodes | undefined): boolean {
  return node === undefined || isBlockElement(node);
}

const block = /^(?:p|h[1-6]|ul|ol|li|blockquote|pre|table|thead|tbody|tr|td|th|hr|section|div)$/;

export function isBlockElement(node: Nodes): boolean {
  return node.type === 'element' && block.test(node.tagName);
}
