import type { Nodes, Root, Text } from 'mdast';
import { VFile } from 'vfile';
import { readText } from '../../../../src/readers/text/index.ts';

export function read(source: string): Root {
  return readText(new VFile(source));
}

/** A tree in a few characters: `h1(…) p(…) ul(li(p(a)) li(p(b)))`, a break as `/`. */
export function outline(node: Nodes): string {
  switch (node.type) {
    case 'root':
      return node.children.map(outline).join('\n');
    case 'text':
      return node.value;
    case 'break':
      return ' / ';
    case 'thematicBreak':
      return 'hr';
    case 'list':
      return `${node.ordered ? `ol${node.start}` : 'ul'}(${node.children.map(outline).join(' ')})`;
    default:
      return `${nameOf(node)}(${'children' in node ? node.children.map(outline).join(node.type === 'paragraph' || node.type === 'heading' || node.type === 'tableCell' ? '' : ' ') : ''})`;
  }
}

export function see(source: string): string {
  return outline(read(source));
}

export function texts(node: Nodes): Text[] {
  if (node.type === 'text') return [node];
  return 'children' in node ? node.children.flatMap(texts) : [];
}

function nameOf(node: Nodes): string {
  const names: Record<string, string> = {
    paragraph: 'p',
    listItem: 'li',
    blockquote: 'quote',
    tableRow: 'tr',
    tableCell: 'td',
  };
  return node.type === 'heading' ? `h${node.depth}` : (names[node.type] ?? node.type);
}
