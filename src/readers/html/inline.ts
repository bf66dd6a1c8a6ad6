import type { Nodes, PhrasingContent } from 'mdast';
import { phrasing } from './phrasing.ts';

/** Blocks as running text, a space between them: where only running text can stand (a caption, a cell). */
export function inlineOf(nodes: readonly Nodes[]): PhrasingContent[] {
  const result: PhrasingContent[] = [];
  const add = (list: readonly Nodes[]): void => {
    for (const node of list) {
      if (phrasing.has(node.type)) {
        result.push(node as PhrasingContent);
        continue;
      }
      if (result.length > 0) result.push({ type: 'text', value: ' ' });
      if ('children' in node) add(node.children);
      else if ('value' in node && node.value !== '')
        result.push({
          type: 'inlineCode',
          value: node.value,
          ...(node.position ? { position: node.position } : {}),
        });
    }
  };
  add(nodes);
  return result;
}
