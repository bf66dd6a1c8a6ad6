import type { Element, ElementContent } from 'hast';
import type { ListItem } from 'mdast';
import type { State } from 'mdast-util-to-hast';

/**
 * An item of a list. That of mdast-util-to-hast asks for each item whether any of the list has paragraphs, and hands all that a paragraph holds to one
 * call, which a paragraph of a hundred thousand lines is too long for.
 *
 * @param loose - Whether the items of the list keep their paragraphs.
 */
export function listItem(state: State, node: ListItem, loose: boolean): ElementContent {
  const content = state.all(node) as ElementContent[];
  const children: ElementContent[] = [];
  const newLine = (): void => void children.push({ type: 'text', value: '\n' });
  for (const [index, child] of content.entries()) {
    if (loose || index > 0 || !isParagraph(child)) newLine();
    if (isParagraph(child) && !loose) for (const each of child.children) children.push(each);
    else children.push(child);
  }
  const last = content.at(-1);
  if (last && (loose || !isParagraph(last))) newLine();
  const item: Element = { type: 'element', tagName: 'li', properties: {}, children };
  state.patch(node, item);
  return state.applyData(node, item);
}

function isParagraph(node: ElementContent | undefined): node is Element {
  return node?.type === 'element' && node.tagName === 'p';
}
