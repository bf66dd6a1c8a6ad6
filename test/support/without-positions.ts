import type { Root } from 'mdast';
import { visit } from 'unist-util-visit';

/** A plugin that takes all positions away, as other plugins' nodes have none. */
export default function withoutPositions(): (tree: Root) => void {
  return (tree) =>
    visit(tree, (node) => {
      delete node.position;
      if (node.type === 'text') delete node.data;
    });
}
