import type { Element, ElementContent } from 'hast';
import { isMark } from './text-of.ts';

/** A link holds no link: a mark within one is moved behind it, another keeps its words. */
export function separateLinks(parent: Element): void {
  const children: ElementContent[] = [];
  for (const child of parent.children) {
    children.push(child);
    if (child.type !== 'element') continue;
    if (child.tagName === 'a') {
      const marks: ElementContent[] = [];
      child.children = withoutLinks(child.children, marks);
      for (const mark of marks) children.push(mark);
    } else {
      separateLinks(child);
    }
  }
  parent.children = children;
}

function withoutLinks(children: ElementContent[], marks: ElementContent[]): ElementContent[] {
  return children.flatMap((child): ElementContent[] => {
    if (child.type !== 'element') return [child];
    if (isMark(child)) {
      marks.push(child);
      return [];
    }
    child.children = withoutLinks(child.children, marks);
    return child.tagName === 'a' ? child.children : [child];
  });
}
