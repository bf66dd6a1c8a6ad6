/** Small questions about elements that all parts of the HTML reader ask. */
import type { Element, ElementContent, Nodes, Parents, Root, Text } from 'hast';

export function isElement(node: Nodes | undefined, ...names: readonly string[]): node is Element {
  return node?.type === 'element' && (names.length === 0 || names.includes(node.tagName));
}

/** All elements below a node in document order. Does not recurse. */
export function* elementsIn(node: Parents): Generator<Element> {
  const stack: Nodes[] = [...node.children].reverse();
  for (let next = stack.pop(); next; next = stack.pop()) {
    if (next.type !== 'element') continue;
    yield next;
    for (let index = next.children.length - 1; index >= 0; index--) {
      stack.push(next.children[index] as Nodes);
    }
  }
}

/** All text nodes at or below a node in document order. */
export function* textsIn(node: Nodes): Generator<Text> {
  const stack: Nodes[] = [node];
  for (let next = stack.pop(); next; next = stack.pop()) {
    if (next.type === 'text') yield next;
    if (!('children' in next)) continue;
    for (let index = next.children.length - 1; index >= 0; index--) {
      stack.push(next.children[index] as Nodes);
    }
  }
}

/** The text as it stands in the source, white space and all. */
export function rawText(node: Nodes): string {
  let text = '';
  for (const { value } of textsIn(node)) text += value;
  return text;
}

/** Elements whose edges part words. */
export const parting: ReadonlySet<string> = new Set(
  (
    'address article aside blockquote body br caption center dd details div dl dt fieldset figcaption figure footer form ' +
    'h1 h2 h3 h4 h5 h6 header hr img li main nav ol p pre section summary table td th tr ul'
  ).split(' '),
);

/** The text with white space collapsed and a space between blocks. */
export function textOf(node: Nodes): string {
  const parts: string[] = [];
  const stack: (Nodes | ' ')[] = [node];
  for (let next = stack.pop(); next; next = stack.pop()) {
    if (next === ' ') parts.push(' ');
    else if (next.type === 'text') parts.push(next.value);
    else if ('children' in next) {
      const isApart = next.type === 'element' && parting.has(next.tagName);
      if (isApart) stack.push(' ');
      for (let index = next.children.length - 1; index >= 0; index--) {
        stack.push(next.children[index] as Nodes);
      }
      if (isApart) stack.push(' ');
    }
  }
  return collapse(parts.join(''));
}

export function collapse(text: string): string {
  return text.replace(/[\t\n\f\r ]+/g, ' ').trim();
}

/** An attribute as a text; empty where there is none. */
export function attribute(element: Element, name: string): string {
  const value = element.properties[name];
  if (value === undefined || value === null || value === false) return '';
  return Array.isArray(value) ? value.join(' ') : String(value);
}

export function classesOf(element: Element): string[] {
  const { className } = element.properties;
  return Array.isArray(className) ? className.map((name) => String(name).toLowerCase()) : [];
}

/** The parent of every node below `root`. */
export function parentsOf(root: Root): Map<Nodes, Parents> {
  const parents = new Map<Nodes, Parents>();
  const stack: Parents[] = [root];
  for (let parent = stack.pop(); parent; parent = stack.pop()) {
    for (const child of parent.children) {
      parents.set(child, parent);
      if (child.type === 'element') stack.push(child);
    }
  }
  return parents;
}

/** Takes all children out of a tree for which `isOut` holds, in one pass. What lies below them isn't looked at. */
export function removeFrom(node: Parents, isOut: (child: ElementContent) => boolean): void {
  const stack: Parents[] = [node];
  for (let parent = stack.pop(); parent; parent = stack.pop()) {
    const kept = (parent.children as ElementContent[]).filter((child) => !isOut(child));
    if (kept.length < parent.children.length) parent.children = kept;
    for (const child of parent.children) if (child.type === 'element') stack.push(child);
  }
}

export function countWords(text: string): number {
  return text.match(/[\p{L}\p{N}][\p{L}\p{M}\p{N}'’.-]*/gu)?.length ?? 0;
}

/** Letters and digits alone, in lower case. */
export function lettersOf(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '');
}

/** Whether a node has more text than so many characters, without looking at all of it. */
export function isLongerThan(node: Nodes, length: number): boolean {
  let seen = 0;
  for (const { value } of textsIn(node)) {
    seen += value.length;
    if (seen > length) return true;
  }
  return false;
}
