import type { PhrasingContent } from 'mdast';

/** Running text with a space in place of each break, also of those within emphasis: a cell and a heading are one line. */
export function oneLine(children: readonly PhrasingContent[]): PhrasingContent[] {
  return children.map((child): PhrasingContent => {
    if (child.type === 'break') return { type: 'text', value: ' ' };
    if (!('children' in child)) return child;
    return { ...child, children: oneLine(child.children) } as PhrasingContent;
  });
}
