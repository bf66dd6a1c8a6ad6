import type { ElementContent, Nodes } from 'hast';

/** The words of an element, without the marks of its notes. */
export function textOf(node: Nodes): string {
  if (node.type === 'text') return node.value;
  if (!('children' in node) || isMark(node)) return '';
  return (node.children as ElementContent[]).map(textOf).join('');
}

/** Whether a node is the mark of a note. */
export function isMark(node: Nodes): boolean {
  if (node.type !== 'element') return false;
  if (node.tagName === 'a') return node.properties.role === 'doc-noteref';
  return node.tagName === 'sup' && node.children.length === 1 && isMark(node.children[0] as Nodes);
}
