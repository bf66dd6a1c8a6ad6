/** Puts a tree that came of HTML into the shape that one of Markdown has. */
import type { Nodes, Paragraph, Parents, PhrasingContent, Root, RootContent, Text } from 'mdast';
import { emphases } from '../../text/emphases.ts';
import { withoutEmphasis } from '../emphasis.ts';
import { oneLine } from '../one-line.ts';
import { inlineOf } from './inline.ts';
import { phrasing } from './phrasing.ts';

const flowParents = new Set(['root', 'listItem', 'blockquote', 'footnoteDefinition']);
const none: ReadonlySet<string> = new Set();

/** Spaces out of the edges of emphasis, paragraphs at double breaks, nothing empty. */
export function tidy(tree: Root): void {
  const order: Parents[] = [];
  const stack: Nodes[] = [tree];
  /** Which emphasis a node stands in, itself counted. */
  const around = new Map<Nodes, ReadonlySet<string>>();
  for (let node = stack.pop(); node; node = stack.pop()) {
    if (!('children' in node)) continue;
    order.push(node);
    const outer = around.get(node) ?? none;
    // Emphasis within the same says nothing more, and what is open in many paragraphs may be nested deep in each.
    if (outer.size > 0)
      node.children = withoutEmphasis(node.children as Nodes[], outer) as typeof node.children;
    for (const child of node.children) {
      const inner = emphases.has(child.type) ? new Set(outer).add(child.type) : outer;
      if (inner.size > 0) around.set(child, inner);
      stack.push(child);
    }
  }
  // From the leaves up, so that what comes out of one node can go out of the next.
  for (const node of order.reverse()) {
    node.children = (node.children as Nodes[]).flatMap(splitAtBlocks) as typeof node.children;
    if ((emphases.has(node.type) || node.type === 'heading') && !isRunning(node))
      node.children = inlineOf(node.children as Nodes[]) as typeof node.children;
    node.children = (node.children as Nodes[]).flatMap(unpack) as typeof node.children;
    node.children = joined(node.children as Nodes[]) as typeof node.children;
    node.children = (node.children as Nodes[]).flatMap(splitAtBreaks) as typeof node.children;
    if (flowParents.has(node.type)) node.children = wrapped(node.children as Nodes[]) as never[];
    if (node.type === 'link') node.children = node.children.flatMap(unlink);
    if (node.type === 'listItem' && isLoosely(node.children)) node.spread = true;
    if (node.type === 'heading') node.children = oneLine(node.children);
    if (node.type === 'paragraph' || node.type === 'heading' || node.type === 'tableCell')
      trim(node);
    node.children = (node.children as Nodes[]).filter(isSomething) as typeof node.children;
  }
}

/** A text that may be changed: its position stays that of the whole and is made exact later. */
function unpack(node: Nodes): Nodes[] {
  if (!emphases.has(node.type) && node.type !== 'link') return [node];
  const parent = node as PhrasingContent & { children: PhrasingContent[] };
  const before: Nodes[] = [];
  const after: Nodes[] = [];
  for (;;) {
    const [first] = parent.children;
    if (!first || !isLoose(first)) break;
    before.push(first);
    parent.children.shift();
  }
  for (;;) {
    const last = parent.children.at(-1);
    if (!last || !isLoose(last)) break;
    after.unshift(last);
    parent.children.pop();
  }
  if (parent.children.length === 0) return [...before, ...after];
  const [first, last] = [parent.children[0], parent.children.at(-1)];
  if (first?.type === 'text' && /^[\t\n ]/.test(first.value)) {
    before.push(textLike(first, ' '));
    first.value = first.value.replace(/^[\t\n ]+/, '');
  }
  if (last?.type === 'text' && /[\t\n ]$/.test(last.value)) {
    after.unshift(textLike(last, ' ', true));
    last.value = last.value.replace(/[\t\n ]{1,1000}$/, '');
  }
  return [...before, parent as Nodes, ...after];
}

function isRunning(node: Parents): boolean {
  return (node.children as Nodes[]).every((child) => phrasing.has(child.type));
}

/** A paragraph holds no block: what stands before and behind one are two. */
function splitAtBlocks(node: Nodes): Nodes[] {
  if (node.type !== 'paragraph' || isRunning(node)) return [node];
  return wrapped(node.children as Nodes[]);
}

/** Running text among blocks becomes paragraphs. */
function wrapped(nodes: readonly Nodes[]): Nodes[] {
  if (!nodes.some((node) => phrasing.has(node.type))) return [...nodes];
  const result: Nodes[] = [];
  let open: Paragraph | undefined;
  for (const node of nodes) {
    if (!phrasing.has(node.type)) {
      open = undefined;
      result.push(node);
      continue;
    }
    if (!open) result.push((open = { type: 'paragraph', children: [] }));
    open.children.push(node as PhrasingContent);
  }
  for (const node of result) if (node.type === 'paragraph') trim(node);
  return result;
}

/** A link holds no other. */
function unlink(node: PhrasingContent): PhrasingContent[] {
  if (!('children' in node)) return [node];
  node.children = (node.children as PhrasingContent[]).flatMap(unlink) as typeof node.children;
  return node.type === 'link' ? node.children : [node];
}

/** A paragraph would be one with what stands before it, without a blank line. */
function isLoosely(children: readonly RootContent[]): boolean {
  return children.some((child, index) => child.type === 'paragraph' && index > 0);
}

function isLoose(node: Nodes): boolean {
  return node.type === 'break' || (node.type === 'text' && /^[\t\n ]*$/.test(node.value));
}

/** A space at an edge of a text, which stands at one of its ends. */
function textLike(model: Text, value: string, atEnd = false): Text {
  const { position } = model;
  if (!position) return { type: 'text', value };
  const point = atEnd ? position.end : position.start;
  return { type: 'text', value, position: { start: { ...point }, end: { ...point } } };
}

/** Neighbouring emphasis of a kind becomes one; neighbouring texts become one. */
function joined(nodes: readonly Nodes[]): Nodes[] {
  const result: Nodes[] = [];
  for (const node of withTextsJoined(nodes, afterSpace)) {
    const last = result.at(-1);
    if (last && emphases.has(node.type) && last.type === node.type) {
      for (const child of (node as Parents).children)
        (last as Parents).children.push(child as never);
      span(last, node);
    } else if (last?.type === 'inlineCode' && node.type === 'inlineCode') {
      // Markdown has no two pieces of code side by side.
      last.value += node.value;
      span(last, node);
    } else {
      result.push(node);
    }
  }
  return result;
}

/** Of a text after one that ends in a space, what is to be added. */
function afterSpace(value: string): string {
  return value.replace(/^[\t\n ]+/, '');
}

/** Joins texts side by side anywhere in a tree, to the letter. */
export function joinTexts(tree: Root): void {
  const stack: Parents[] = [tree];
  for (let node = stack.pop(); node; node = stack.pop()) {
    node.children = withTextsJoined(node.children as Nodes[]) as typeof node.children;
    for (const child of node.children) if ('children' in child) stack.push(child);
  }
}

/** The pieces of a text are put together at once: one by one, each would be copied again and again. */
function withTextsJoined(
  nodes: readonly Nodes[],
  squeeze: (value: string) => string = (value) => value,
): Nodes[] {
  const result: Nodes[] = [];
  let pieces: string[] = [];
  const settle = (): void => {
    const last = result.at(-1);
    if (last?.type === 'text' && pieces.length > 1) last.value = pieces.join('');
  };
  let endsInSpace = false;
  for (const node of nodes) {
    const last = result.at(-1);
    if (last?.type === 'text' && node.type === 'text') {
      const piece = endsInSpace ? squeeze(node.value) : node.value;
      pieces.push(piece);
      span(last, node);
      if (piece !== '') endsInSpace = /\s/.test(piece.at(-1) as string);
    } else {
      settle();
      result.push(node);
      pieces = node.type === 'text' ? [node.value] : [];
      endsInSpace = node.type === 'text' && /\s/.test(node.value.at(-1) ?? '');
    }
  }
  settle();
  return result;
}

function span(first: Nodes, second: Nodes): void {
  if (first.position && second.position) {
    first.position = { start: first.position.start, end: second.position.end };
  } else if (
    !first.position &&
    second.position &&
    first.type === 'text' &&
    /^\s*$/.test(first.value)
  ) {
    first.position = second.position;
  }
}

/** Two breaks in a row are how a page without paragraphs parts them. */
function splitAtBreaks(node: Nodes): Nodes[] {
  if (node.type !== 'paragraph') return [node];
  const groups: PhrasingContent[][] = [[]];
  let breaks: PhrasingContent[] = [];
  for (const child of node.children) {
    if (child.type === 'break' || (breaks.length > 0 && isLoose(child))) {
      breaks.push(child);
      continue;
    }
    const count = breaks.filter((each) => each.type === 'break').length;
    if (count >= 2) groups.push([]);
    else for (const each of breaks) (groups.at(-1) as PhrasingContent[]).push(each);
    breaks = [];
    (groups.at(-1) as PhrasingContent[]).push(child);
  }
  if (groups.length === 1 && breaks.length === 0) return [node];
  return groups
    .filter((children) => children.some((child) => !isLoose(child)))
    .map((children): Paragraph => {
      const paragraph: Paragraph = { type: 'paragraph', children };
      if (groups.length === 1 && node.position) paragraph.position = node.position;
      trim(paragraph);
      return paragraph;
    });
}

export function trim(node: Parents): void {
  const children = node.children as Nodes[];
  while (children[0] && isLoose(children[0])) children.shift();
  for (let last = children.at(-1); last && isLoose(last); last = children.at(-1)) children.pop();
  const [first, last] = [children[0], children.at(-1)];
  if (first?.type === 'text') first.value = first.value.replace(/^[\t\n ]+/, '');
  if (last?.type === 'text') last.value = last.value.replace(/[\t\n ]{1,1000}$/, '');
  for (const [index, child] of children.entries()) {
    if (child.type !== 'text') continue;
    const [before, after] = [children[index - 1], children[index + 1]];
    if (before?.type === 'break') child.value = child.value.replace(/^[\t\n ]+/, '');
    if (after?.type === 'break') child.value = child.value.replace(/[\t\n ]{1,1000}$/, '');
  }
}

function isSomething(node: Nodes): boolean {
  if (node.type === 'text' || node.type === 'inlineCode') return node.value !== '';
  if (node.type === 'table') {
    return node.children.some((row) => row.children.some((cell) => cell.children.length > 0));
  }
  if (!('children' in node) || node.type === 'tableCell' || node.type === 'tableRow') return true;
  if (node.type === 'footnoteDefinition') return true;
  return (node.children as RootContent[]).some(
    (child) => child.type !== 'text' || /[^\s\u00A0\u200B\uFEFF]/.test(child.value),
  );
}
