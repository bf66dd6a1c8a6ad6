/** Emphasis within emphasis: each level needs a stack as deep wherever the tree is walked. */
import type { Nodes, Parents, PhrasingContent, Root } from 'mdast';
import type { VFile } from 'vfile';
import { limitRule, overLimit, type Limits } from '../../limits.ts';
import { report } from '../../model/index.ts';
import { emphases } from '../../text/emphases.ts';
import { withoutEmphasis } from '../emphasis.ts';

/** Puts the content of emphasis that is nested too deeply in its place, which is reported once. Without recursion. */
export function flattenEmphasis(tree: Root, file: VFile, limits: Readonly<Limits>): void {
  const most = limits.nestingDepth;
  const stack: [parent: Parents, depth: number][] = [[tree, 0]];
  let first: Nodes | undefined;
  for (let next = stack.pop(); next; next = stack.pop()) {
    const [parent, depth] = next;
    const inner = emphases.has(parent.type) ? depth + 1 : 0;
    if (inner === most && parent.children.some(({ type }) => emphases.has(type))) {
      first ??= parent;
      parent.children = withoutEmphasis(parent.children as PhrasingContent[]);
      continue;
    }
    for (const child of parent.children) if ('children' in child) stack.push([child, inner]);
  }
  if (!first) return;
  const reason = overLimit('nestingDepth', 'depth of emphasis', most + 1, limits);
  report(file, limitRule('nestingDepth'), `${reason}; what is within is printed without emphasis`, {
    place: first,
  });
}
