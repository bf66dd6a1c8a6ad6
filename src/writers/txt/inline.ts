import type { Nodes, PhrasingContent } from 'mdast';

/** Running text without its markup: a mark of a note is its number in brackets, and a link is followed by its address. */
export function inlineText(
  nodes: readonly PhrasingContent[],
  numbers: ReadonlyMap<string, number>,
): string {
  return nodes.map((node) => textOf(node, numbers)).join('');
}

function textOf(node: Nodes, numbers: ReadonlyMap<string, number>): string {
  switch (node.type) {
    case 'text':
      return node.value.replace(/\s+/g, (run) => (run.includes('\n') ? ' ' : run));
    case 'inlineCode':
      return node.value;
    case 'break':
      return '\n';
    case 'html':
      return /^<br\b/i.test(node.value) ? '\n' : '';
    case 'image':
    case 'imageReference':
      return node.alt ? `[${node.alt}]` : '';
    case 'footnoteReference': {
      const number = numbers.get(node.identifier);
      return number === undefined ? `[^${node.label ?? node.identifier}]` : `[${number}]`;
    }
    case 'link': {
      const text = inlineText(node.children, numbers);
      const bare = node.url.replace(/^mailto:/i, '');
      const known = node.url.startsWith('#') || [node.url, bare].includes(text);
      return known ? text : `${text} <${node.url}>`;
    }
    default:
      return 'children' in node ? inlineText(node.children as PhrasingContent[], numbers) : '';
  }
}
