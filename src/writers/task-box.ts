import type { ListItem, Paragraph, Text } from 'mdast';

/**
 * A list item whose box is the beginning of its words, where it is a task: for formats that have no tasks.
 *
 * @param box - The box of a task that is done, and of one that is not.
 */
export function withBox(item: ListItem, box: readonly [done: string, open: string]): ListItem {
  const { checked, children } = item;
  const first = children[0];
  if (typeof checked !== 'boolean' || first?.type !== 'paragraph') return item;
  const sign: Text = { type: 'text', value: `${box[checked ? 0 : 1]} ` };
  const paragraph: Paragraph = { ...first, children: [sign, ...first.children] };
  return { ...item, checked: null, children: [paragraph, ...children.slice(1)] };
}
