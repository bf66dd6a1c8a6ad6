/** What a finished tree must not have, since Markdown could not say it. */
import type { Html, ListItem, Nodes, Paragraph, Parents, Root } from 'mdast';

/** Blocks that hold blocks. */
const containers = new Set(['root', 'blockquote', 'list', 'listItem', 'footnoteDefinition']);

/**
 * Takes out paragraphs of which a repair or a citation has left nothing, makes a block of raw HTML of a paragraph that is nothing else, and has
 * the blocks of an item stand apart where two of them must.
 */
export function settleBlocks(tree: Root): void {
  const stack: Parents[] = [tree];
  for (let parent = stack.pop(); parent; parent = stack.pop()) {
    const { children } = parent;
    let isEmpty = false;
    for (let index = 0; index < children.length; index++) {
      const child = children[index] as Nodes;
      if (child.type === 'paragraph') {
        if (isEmptyParagraph(child)) isEmpty = true;
        const html = onlyHtml(child);
        if (html) children[index] = html;
      } else if ('children' in child && containers.has(child.type)) stack.push(child);
    }
    if (isEmpty)
      parent.children = children.filter(
        (child) => !isEmptyParagraph(child),
      ) as typeof parent.children;
    if (parent.type === 'listItem') settleItem(parent);
  }
}

function isEmptyParagraph(node: Nodes): boolean {
  return node.type === 'paragraph' && node.children.every(isBlank);
}

function isBlank(node: Nodes): boolean {
  return node.type === 'text' && /^[\t\n\r ]*$/.test(node.value);
}

/** A tag that stands alone on its line is a block by itself. */
function onlyHtml({ children }: Paragraph): Html | undefined {
  if (!children.some(({ type }) => type === 'html')) return undefined;
  const [first, ...others] = children.filter((child) => !isBlank(child));
  return first?.type === 'html' && others.length === 0 ? first : undefined;
}

/** Without an empty line between them a paragraph and what follows would be one, or a heading. */
function settleItem(item: ListItem): void {
  const { children } = item;
  if (item.spread || children.length < 2) return;
  const mustStandApart = children.some(
    ({ type }, index) =>
      index > 0 &&
      children[index - 1]?.type === 'paragraph' &&
      (type === 'paragraph' || type === 'html' || type === 'thematicBreak'),
  );
  if (mustStandApart) item.spread = true;
}
