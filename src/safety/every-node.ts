import type { Nodes, Parents, Root } from 'mdast';

/** Calls back for every node, a parent before its children, in the order of the text. Needs no stack of calls. */
export function everyNode(
  tree: Root,
  callback: (node: Nodes, parent: Parents | undefined) => void,
): void {
  const nodes: Nodes[] = [tree];
  const parents: (Parents | undefined)[] = [undefined];
  for (let node = nodes.pop(); node; node = nodes.pop()) {
    const parent = parents.pop();
    callback(node, parent);
    if (!('children' in node)) continue;
    for (let index = node.children.length - 1; index >= 0; index--) {
      nodes.push(node.children[index] as Nodes);
      parents.push(node);
    }
  }
}
