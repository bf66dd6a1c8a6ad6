import type { Nodes } from 'mdast';

/** Takes the positions out of a tree, as a plugin that knows nothing of them would. */
export function removePosition(node: Nodes): void {
  delete node.position;
  if ('children' in node) for (const child of node.children) removePosition(child);
}
