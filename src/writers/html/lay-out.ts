import type { Element, Nodes, Parents, Root, RootContent } from 'hast';

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

/** Puts each block on a line of its own, so that the source can be read, and leaves out empty paragraphs. White space within running text is left alone. */
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
  const children = blocksOf(parent);
  if (children.length === 0 || children.some(isInline)) return;
  const lines: RootContent[] = [];
  for (const child of children) lines.push({ type: 'text', value: '\n' }, child);
  if (parent.type === 'root') lines.shift();
  else lines.push({ type: 'text', value: '\n' });
  parent.children = lines as typeof parent.children;
}

/** The children of a container that are printed. */
export function blocksOf({ children }: Parents): RootContent[] {
  return (children as RootContent[]).filter(
    (child) => !isBlank(child) && !(child.type === 'element' && isEmptyParagraph(child)),
  );
}

function isBlank(node: RootContent): boolean {
  return node.type === 'text' && node.value.trim() === '';
}

/** What is left of a paragraph that held nothing but what may not be shown. */
function isEmptyParagraph(element: Element): boolean {
  return element.tagName === 'p' && element.children.every(isBlank);
}

/** Whether a node is part of running text. */
export function isInline(node: RootContent): boolean {
  return node.type === 'text' || (node.type === 'element' && inline.has(node.tagName));
}
