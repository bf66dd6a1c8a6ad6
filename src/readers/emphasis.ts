import type { Nodes, Parents } from 'mdast';
import { emphases } from '../text/emphases.ts';

/** Nodes with the content of some emphasis in its place, however deep it is nested. Without recursion. */
export function withoutEmphasis<NodeType extends Nodes>(
  nodes: readonly NodeType[],
  types: ReadonlySet<string> = emphases,
): NodeType[] {
  const result: NodeType[] = [];
  const stack = nodes.toReversed();
  for (let node = stack.pop(); node; node = stack.pop()) {
    if (!types.has(node.type)) result.push(node);
    else for (const child of (node as Parents).children.toReversed()) stack.push(child as NodeType);
  }
  return result;
}
