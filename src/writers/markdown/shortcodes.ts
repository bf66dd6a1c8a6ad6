import type { Html, Nodes, RootContent, Text } from 'mdast';

/** How a shortcode of Hugo begins. */
const opening = /\{\{(?=[<%])/g;

/**
 * The blocks with a backslash within what Hugo would take for a shortcode, which no reader of Markdown shows. In code Markdown knows no
 * backslash; Hugo's own way to write one there is the author's affair.
 */
export function withoutShortcodes(blocks: RootContent[]): RootContent[] {
  return blocks.map((block) => (hasOne(block) ? copied(block) : block) as RootContent);
}

function hasOne(node: Nodes): boolean {
  if (node.type === 'text') return /\{\{[<%]/.test(node.value);
  return 'children' in node && node.children.some(hasOne);
}

function copied(node: Nodes): Nodes {
  if (!('children' in node)) return node;
  const children = node.children.flatMap((child): Nodes[] =>
    child.type === 'text' ? pieces(child) : [copied(child)],
  );
  return { ...node, children } as Nodes;
}

/** The text with the second brace written out as it is. */
function pieces(node: Text): (Text | Html)[] {
  const parts = node.value.split(opening);
  return parts.flatMap((part, index): (Text | Html)[] => [
    ...(index > 0 ? [{ type: 'html', value: '{\\{' } satisfies Html] : []),
    ...(part === '' ? [] : [{ type: 'text', value: part } satisfies Text]),
  ]);
}
