/** Places in the source for a tree that was read from what another tree was written as. */
import type { Nodes, Root, TableRow } from 'mdast';
import type { Position } from 'unist';
import type { VFile } from 'vfile';
import { textBlocks, textView, type TextView } from '../text/index.ts';

/**
 * Gives the nodes of a tree the places that the same words have in another: blocks are the same where their texts are, in the order in which they
 * stand. What has no counterpart gets no place.
 */
export function carryPlaces(from: Root, to: Root, file: VFile): void {
  forgetPlaces(to);
  const views = new Queues<TextView>();
  for (const { node } of textBlocks(from)) {
    const view = textView(node, file);
    views.add(view.text, view);
  }
  for (const { node } of textBlocks(to)) {
    const own = textView(node, file);
    const known = own.text === '' ? undefined : views.take(own.text);
    if (known) placeBlock(own, known);
  }
  const literals = new Queues<Position>();
  eachNodeOf(from, (node) => {
    if ((node.type === 'code' || node.type === 'html') && node.position)
      literals.add(node.type + node.value, node.position);
  });
  eachNodeOf(to, (node) => {
    if (node.type === 'code' || node.type === 'html')
      place(node, literals.take(node.type + node.value)); // prettier-ignore
    else if (node.type === 'tableRow') placeRow(node);
  });
}

function forgetPlaces(tree: Root): void {
  eachNodeOf(tree, (node) => {
    delete node.position;
    if (node.type === 'text' && node.data?.sourceMap) {
      const { sourceMap: _, ...data } = node.data;
      node.data = data;
    }
  });
}

function placeBlock(own: TextView, known: TextView): void {
  const whole = known.place(0, known.text.length);
  place(own.block as Nodes, whole);
  const spans = own.spans('text', 'inlineCode', 'break', 'emphasis', 'strong', 'delete', 'link', 'entity', 'anchor'); // prettier-ignore
  for (const { node, start, end } of spans) if (start < end) place(node, known.place(start, end));
}

/** Only where all of its cells have a place: of a part it would say too little. */
function placeRow(row: TableRow): void {
  const cells = row.children.filter(({ children }) => children.length > 0);
  const placed = cells.flatMap(({ position }) => position ?? []);
  const [first, last] = placed.length < cells.length ? [] : [placed[0], placed.at(-1)];
  if (first && last) row.position = { start: first.start, end: last.end };
}

function place(node: Nodes, position: Position | undefined): void {
  if (position) node.position = position;
}

function eachNodeOf(tree: Root, callback: (node: Nodes) => void): void {
  const stack: Nodes[] = [tree];
  for (let node = stack.pop(); node; node = stack.pop()) {
    callback(node);
    if ('children' in node)
      for (let index = node.children.length - 1; index >= 0; index--)
        stack.push(node.children[index] as Nodes);
  }
}

/** Values by a key, of which each is taken once, in the order in which they came. */
class Queues<Value> {
  readonly #values = new Map<string, { next: number; values: Value[] }>();

  add(key: string, value: Value): void {
    const known = this.#values.get(key);
    if (known) known.values.push(value);
    else this.#values.set(key, { next: 0, values: [value] });
  }

  take(key: string): Value | undefined {
    const known = this.#values.get(key);
    return known?.values[known.next++];
  }
}
