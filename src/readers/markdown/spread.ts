import type { List, Nodes, Root } from 'mdast';

/**
 * A list whose items stand without an empty line between them or within them is not spread. The parser takes the empty line behind a list that
 * stands in a quotation for one of the list.
 */
export function settleSpread(tree: Root): void {
  const stack: Nodes[] = [tree];
  for (let node = stack.pop(); node; node = stack.pop()) {
    if (!('children' in node) || node.type === 'paragraph' || node.type === 'table') continue;
    if (node.type === 'list' && isTight(node)) {
      node.spread = false;
      for (const item of node.children) item.spread = false;
    }
    for (const child of node.children) stack.push(child);
  }
}

function isTight(list: List): boolean {
  if (!list.spread && !list.children.some(({ spread }) => spread)) return false;
  return !hasGap(list.children) && !list.children.some(({ children }) => hasGap(children));
}

/** Whether an empty line, or a line that nothing was made of, stands between two nodes. */
function hasGap(nodes: readonly Nodes[]): boolean {
  return nodes.some((node, index) => {
    const before = nodes[index - 1];
    if (!before) return false;
    const [end, start] = [before.position?.end.line, node.position?.start.line];
    return end === undefined || start === undefined || start - end > 1;
  });
}
