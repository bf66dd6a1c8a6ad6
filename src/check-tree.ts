/**
 * Checks a syntax tree that a plugin of others has worked on. What is broken in a tree shows far from its cause, in a writer or in a
 * later plugin; found here, it can be told whose doing it was.
 */
import type { Node } from 'unist';

/** What kind of tree a plugin is given, and has to leave. */
export type TreeKind = 'mdast' | 'hast' | 'other';

/** Types of one kind of tree that another never holds. */
const foreign: Record<TreeKind, ReadonlySet<string>> = {
  mdast: new Set(['element', 'doctype', 'comment', 'raw', 'RootNode', 'ParagraphNode', 'TextNode']),
  hast: new Set([
    'paragraph',
    'heading',
    'list',
    'listItem',
    'blockquote',
    'emphasis',
    'strong',
    'link',
    'RootNode',
    'ParagraphNode',
    'TextNode',
  ]),
  other: new Set(),
};

/** What a node can't be without: its writer would throw, or print nothing. */
const fields: Readonly<Record<string, Readonly<Record<string, 'string' | 'number' | 'list'>>>> = {
  root: { children: 'list' },
  text: { value: 'string' },
  inlineCode: { value: 'string' },
  code: { value: 'string' },
  html: { value: 'string' },
  paragraph: { children: 'list' },
  heading: { children: 'list', depth: 'number' },
  list: { children: 'list' },
  listItem: { children: 'list' },
  blockquote: { children: 'list' },
  emphasis: { children: 'list' },
  strong: { children: 'list' },
  link: { children: 'list', url: 'string' },
  image: { url: 'string' },
  definition: { identifier: 'string', url: 'string' },
  footnoteReference: { identifier: 'string' },
  footnoteDefinition: { identifier: 'string', children: 'list' },
  table: { children: 'list' },
  tableRow: { children: 'list' },
  tableCell: { children: 'list' },
  element: { tagName: 'string', children: 'list' },
  raw: { value: 'string' },
};

/** Far above what an article needs: a million words of it have not so many nodes. */
const mostNodes = 2_000_000;
/** Parsers of articles leave at most a few hundred levels; writers walk the tree by recursion. */
const mostLevels = 1000;

/**
 * What is wrong with a tree, for a message that begins with the plugin's name; undefined where nothing is. Looks at each node once, without
 * recursion.
 */
export function treeFault(tree: unknown, kind: TreeKind): string | undefined {
  if (!isObject(tree)) return `it left ${nameOf(tree)} for the tree`;
  if (kind !== 'other' && tree['type'] !== 'root') {
    const type = typeof tree['type'] === 'string' ? `a node "${tree['type']}"` : nameOf(tree);
    return `it left ${type} for the tree, expected a root`;
  }
  type Frame = { node: Record<string, unknown>; child: number; step: number };
  const stack: Frame[] = [];
  const open = new Set<unknown>();
  let count = 0;

  const where = (): string => {
    const steps = stack.map(({ node, step }, index) =>
      index === 0 ? String(node['type']) : `${String(node['type'])}[${step}]`,
    );
    const shown = steps.length > 8 ? [...steps.slice(0, 4), '…', ...steps.slice(-3)] : steps;
    return shown.join(' > ');
  };
  const enter = (node: unknown, step: number): string | undefined => {
    const parent = stack.length === 0 ? '' : ` in ${where()}`;
    if (!isObject(node)) return `it left ${nameOf(node)} among the children${parent}`;
    if (open.has(node)) return `it left a node that holds itself${parent}`;
    if (++count > mostNodes) return `it left a tree of more than ${mostNodes} nodes`;
    if (stack.length >= mostLevels) return `it left a tree of more than ${mostLevels} levels`;
    const fault = nodeFault(node, kind);
    if (fault !== undefined) return `it left ${fault}${parent}`;
    open.add(node);
    stack.push({ node, child: 0, step });
    return undefined;
  };

  const fault = enter(tree, 0);
  if (fault !== undefined) return fault;
  for (let frame = stack.at(-1); frame; frame = stack.at(-1)) {
    const children = frame.node['children'] as unknown[] | undefined;
    if (children === undefined || frame.child >= children.length) {
      open.delete(frame.node);
      stack.pop();
      continue;
    }
    const index = frame.child++;
    const inner = enter(children[index], index);
    if (inner !== undefined) return inner;
  }
  return undefined;
}

function nodeFault(node: Record<string, unknown>, kind: TreeKind): string | undefined {
  const { type, children } = node;
  if (typeof type !== 'string') return 'a node without a type';
  if (foreign[kind].has(type)) return `a node "${type}", which is none of ${kind},`;
  if (children !== undefined && !Array.isArray(children)) {
    return `a node "${type}" whose children are ${nameOf(children)}, expected a list,`;
  }
  const needed = Object.hasOwn(fields, type) ? fields[type] : undefined;
  for (const field in needed) {
    const value = node[field];
    const expected = needed[field];
    const isRight = expected === 'list' ? Array.isArray(value) : typeof value === expected;
    if (!isRight) {
      const article = expected === 'list' ? 'a list' : `a ${expected}`;
      return `a node "${type}" whose ${field} is ${nameOf(value)}, expected ${article},`;
    }
  }
  return undefined;
}

function isObject(value: unknown): value is Record<string, unknown> & Partial<Node> {
  return typeof value === 'object' && value !== null;
}

function nameOf(value: unknown): string {
  if (value === undefined || value === null) return 'nothing';
  if (Array.isArray(value)) return 'a list';
  if (typeof value === 'object') return 'an object without a type';
  return `the ${typeof value} ${JSON.stringify(typeof value === 'string' ? value.slice(0, 40) : String(value))}`;
}
