import type { Nodes, Parents, Root, RootContent } from 'hast';

/** Elements that hold blocks, each of which gets a line of its own. */
const containers = new Set(
  (
    'html head body main article header section nav aside div figure blockquote details ' +
    'ol ul dl table thead tbody tfoot tr'
  ).split(' '),
);
const inline = new Set(
  (
    'a abbr b bdi bdo br cite code data del dfn em i ins kbd mark q ruby s samp small span strong ' +
    'sub sup time u var wbr'
  ).split(' '),
);

/** Puts each block on a line of its own, so that the source can be read. White space within running text is left alone. */
export function layOut(tree: Root): Root {
  visitContainers(tree);
  return tree;
}

function visitContainers(node: Nodes): void {
  if (!('children' in node)) return;
  const holdsBlocks =
    node.type === 'root' || (node.type === 'element' && containers.has(node.tagName));
  if (holdsBlocks) breakLines(node);
  for (const child of node.children) visitContainers(child as Nodes);
}

function breakLines(parent: Parents): void {
  const children = parent.children.filter(
    (child) => child.type !== 'text' || child.value.trim() !== '',
  ) as RootContent[];
  if (children.length === 0 || children.some(isInline)) return;
  const lines: RootContent[] = [];
  for (const child of children) lines.push({ type: 'text', value: '\n' }, child);
  if (parent.type === 'root') lines.shift();
  else lines.push({ type: 'text', value: '\n' });
  parent.children = lines as typeof parent.children;
}

function isInline(node: RootContent): boolean {
  return node.type === 'text' || (node.type === 'element' && inline.has(node.tagName));
}
