import type { Nodes, Parents, Root } from 'mdast';

/** Calls back for every node, a parent before its children, in the order of the text. Needs no stack of calls. */
export function everyNode(
  tree: Root,
  callback: (node: Nodes, parent: Parents | undefined) => void,
): void {
  const stack: [node: Nodes, parent: Parents | undefined][] = [[tree, undefined]];
  for (let next = stack.pop(); next; next = stack.pop()) {
    const [node, parent] = next;
    callback(node, parent);
    if (!('children' in node)) continue;
    for (let index = node.children.length - 1; index >= 0; index--)
      stack.push([node.children[index] as Nodes, node]);
  }
}
