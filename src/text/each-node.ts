import type { Node, Parent } from 'unist';

/**
 * Calls back for each node of a type, in document order, a parent before its children. Children may be changed by the callback where
 * they come after the node. Needs no stack of calls, so that a tree may be nested to any depth.
 *
 * @param type - A node type; all nodes of it have the shape `NodeType`.
 */
export function eachNode<NodeType extends Node>(
  tree: Node,
  type: NodeType['type'],
  callback: (node: NodeType, parent: Parent | undefined) => void,
): void {
  if (tree.type === type) callback(tree as NodeType, undefined);
  if (!('children' in tree)) return;
  const parents: Parent[] = [tree as Parent];
  const next: number[] = [0];
  for (let depth = 0; depth >= 0;) {
    const parent = parents[depth] as Parent;
    const node = parent.children[(next[depth] as number)++];
    if (node === undefined) {
      parents.pop();
      next.pop();
      depth--;
      continue;
    }
    if (node.type === type) callback(node as NodeType, parent);
    if ('children' in node) {
      parents.push(node as Parent);
      next.push(0);
      depth++;
    }
  }
}
