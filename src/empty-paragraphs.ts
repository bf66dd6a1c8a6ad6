import type { Nodes, Parents, Root } from 'mdast';

/** Blocks that hold blocks. */
const containers = new Set(['root', 'blockquote', 'list', 'listItem', 'footnoteDefinition']);

/** Takes out paragraphs of which a repair or a citation has left nothing: Markdown can't say that there is one. */
export function dropEmptyParagraphs(tree: Root): void {
  const stack: Parents[] = [tree];
  for (let parent = stack.pop(); parent; parent = stack.pop()) {
    let isEmpty = false;
    for (const child of parent.children) {
      if (child.type === 'paragraph') isEmpty ||= isEmptyParagraph(child);
      else if ('children' in child && containers.has(child.type)) stack.push(child);
    }
    if (!isEmpty) continue;
    parent.children = parent.children.filter(
      (child) => !isEmptyParagraph(child),
    ) as typeof parent.children;
  }
}

function isEmptyParagraph(node: Nodes): boolean {
  return (
    node.type === 'paragraph' &&
    node.children.every((child) => child.type === 'text' && /^[\t\n\r ]*$/.test(child.value))
  );
}
