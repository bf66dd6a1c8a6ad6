import type { Emphasis, Nodes, Parents, RootContent, Text } from 'mdast';
import { toMarkdownExtension } from '../../model/index.ts';
import type { ArticleProcessor } from '../../readers/reader.ts';
import { emphases } from '../../text/emphases.ts';

/**
 * The blocks without the nodes that hold names and passages, whose words stand in one text with those around them. The serialiser
 * writes what follows each piece of a text once more, to see its first character, and escapes each piece by itself: a
 * paragraph with twenty names costs it several times what it does in one piece.
 *
 * Emphasis that a name divides comes to stand in pieces side by side, which Markdown would take for other marks: they are one here.
 *
 * What needs nothing of this is left as it is, and what is changed is a copy.
 */
export function unwrapped(blocks: RootContent[], processor: ArticleProcessor): RootContent[] {
  return printsOurNodes(processor) ? blocks.map((block) => copied(block) as RootContent) : blocks;
}

/** Whether our nodes print as their children alone: a plugin of the house may have them printed in another way. */
function printsOurNodes(processor: ArticleProcessor): boolean {
  const { toMarkdownExtensions = [], settings } = processor.data();
  const extensions = [...toMarkdownExtensions.flat(), settings ?? {}] as {
    handlers?: Readonly<Record<string, unknown>> | null;
  }[];
  return extensions.every(
    ({ handlers }) =>
      handlers === toMarkdownExtension.handlers || !(handlers?.['entity'] ?? handlers?.['anchor']),
  );
}

function copied(node: Nodes): Nodes {
  if (!('children' in node) || node.type === 'pullQuote') return node;
  let children: Nodes[] | undefined;
  for (const [index, child] of node.children.entries()) {
    const isOurs = child.type === 'entity' || child.type === 'anchor';
    const copy = isOurs ? child : copied(child);
    const before = node.children[index - 1];
    if (children === undefined && copy === child && !isOurs && !isSameMark(before, child)) continue;
    children ??= node.children.slice(0, index);
    if (isOurs) appendAll(children, child);
    else append(children, copy);
  }
  return children === undefined ? node : ({ ...node, children } as Nodes);
}

function appendAll(children: Nodes[], { children: inner }: Parents): void {
  for (const child of inner) {
    if (child.type === 'entity' || child.type === 'anchor') appendAll(children, child);
    else append(children, copied(child));
  }
}

function append(children: Nodes[], node: Nodes): void {
  const last = children.at(-1);
  if (node.type === 'text' && last?.type === 'text')
    children[children.length - 1] = { type: 'text', value: last.value + node.value } satisfies Text;
  else if (isSameMark(last, node)) {
    const joined: Nodes[] = [...last.children];
    for (const child of (node as Emphasis).children) append(joined, child);
    children[children.length - 1] = { ...last, children: joined } as Nodes;
  } else children.push(node);
}

function isSameMark(before: Nodes | undefined, node: Nodes): before is Emphasis {
  return before !== undefined && before.type === node.type && emphases.has(node.type);
}
