import type { Element, ElementContent, Nodes, Parents } from 'hast';

/** What a visitor says to go past the children of an element. */
export const SKIP = 'skip';

/** Where to go on among the children of the parent, past those of the element with `SKIP`. */
type Next = number | typeof SKIP | readonly [typeof SKIP, number] | undefined | void;

/**
 * Calls back for each element, in document order, a parent before its children; it may be changed meanwhile as with unist-util-visit, which
 * makes functions for each node that it comes to.
 */
export function visitElements(
  tree: Nodes,
  visitor: (element: Element, index: number | undefined, parent: Parents | undefined) => Next,
): void {
  const enter = (element: Element, index: number | undefined, parent?: Parents): number => {
    const next = visitor(element, index, parent);
    const follow = (index ?? 0) + 1;
    if (next === SKIP) return follow;
    if (Array.isArray(next)) return next[1] as number;
    walk(element);
    return typeof next === 'number' ? next : follow;
  };
  const walk = (parent: Parents): void => {
    for (let at = 0; at < parent.children.length;) {
      const child = parent.children[at] as ElementContent;
      at = child.type === 'element' ? enter(child, at, parent) : at + 1;
    }
  };
  if (tree.type === 'element') enter(tree, undefined);
  else if (tree.type === 'root') walk(tree);
}
