/** A hast tree as well-formed markup in which each element can be told again, whatever an extractor does to it. */
import type { Element, Nodes, Root } from 'hast';
import { attribute, elementsIn } from '../hast.ts';

const voids = new Set(
  'area base br col embed hr img input link meta param source track wbr'.split(' '),
);
/** What extractors judge by. */
const telling = [
  ['className', 'class'],
  ['id', 'id'],
  ['role', 'role'],
  ['href', 'href'],
  ['src', 'src'],
  ['alt', 'alt'],
  ['itemProp', 'itemprop'],
  ['rel', 'rel'],
] as const;

const boxes = new Set('div section article main body td li center'.split(' '));

/** An attribute of its own for each element: extractors copy attributes where they rename or merge elements. */
const prefix = 'n-';

export interface Marked {
  markup: string;
  elements: Element[];
}

export function markUp(tree: Root, isOut: (element: Element) => boolean): Marked {
  const elements: Element[] = [];
  const parts: string[] = [];
  type Step = { node: Nodes; parent: number } | string;
  const stack: Step[] = [];
  const push = (nodes: readonly Nodes[], parent: number): void => {
    for (let index = nodes.length - 1; index >= 0; index--) {
      stack.push({ node: nodes[index] as Nodes, parent });
    }
  };
  push(tree.children, -1);
  for (let next = stack.pop(); next !== undefined; next = stack.pop()) {
    if (typeof next === 'string') {
      parts.push(next);
      continue;
    }
    const { node, parent } = next;
    if (node.type === 'text') {
      const owner = elements[parent];
      // An extractor puts words right within a box into a paragraph of its own, and may drop the box.
      const loose = owner && boxes.has(owner.tagName) && node.value.trim() !== '';
      const text = escape(node.value);
      parts.push(loose ? `<span ${prefix}${parent}="">${text}</span>` : text);
    } else if (node.type === 'element' && !isOut(node)) {
      const name = /^[a-z][a-z\d]*$/.test(node.tagName) ? node.tagName : 'span';
      const index = elements.push(node) - 1;
      parts.push(`<${name} ${prefix}${index}=""${attributesOf(node)}`);
      if (voids.has(name)) {
        parts.push('/>');
        continue;
      }
      parts.push('>');
      stack.push(`</${name}>`);
      push(node.children, index);
    }
  }
  return { markup: parts.join(''), elements };
}

/** The elements that are named in markup that came of `markUp`. */
export function markedIn(markup: string, elements: readonly Element[]): Set<Element> {
  const found = new Set<Element>();
  for (const [, index] of markup.matchAll(/\sn-(\d{1,8})=""/g)) {
    const element = elements[Number(index)];
    if (element) found.add(element);
  }
  return found;
}

function attributesOf(element: Element): string {
  let result = '';
  for (const [property, name] of telling) {
    const value = attribute(element, property);
    // A script in place of an address makes extractors take the link apart.
    const scripted = name === 'href' && /^\s*javascript:/i.test(value);
    if (value !== '' && !scripted) result += ` ${name}="${escape(value.slice(0, 500))}"`;
  }
  return result;
}

function escape(text: string): string {
  return text.replace(/[&<>"]/g, (character) => references[character] as string);
}

const references: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
};

/** How many elements a tree has. */
export function countElements(tree: Root): number {
  let count = 0;
  for (const _ of elementsIn(tree)) count++;
  return count;
}
