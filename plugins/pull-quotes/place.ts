/**
 * Finds room for quotes between the blocks of the root: at least one paragraph away from the passage that is repeated, clear of headings
 * and images, and not next to another quote.
 */
import type { Root, RootContent } from 'mdast';
import type { Settings } from './options.ts';

/** How far from its source a quote is looked a place for, in blocks. */
const furthest = 40;

export class Places {
  readonly #children: readonly RootContent[];
  readonly #settings: Pick<Settings, 'placement'>;
  readonly #taken = new Set<number>();

  constructor(tree: Root, settings: Pick<Settings, 'placement'>) {
    this.#children = tree.children;
    this.#settings = settings;
  }

  /**
   * Takes the nearest room for a quote from the child of the root at `source`, as the index of the child that it comes before.
   * `anywhere`: where there is no good room, next to its source.
   */
  take(source: number, anywhere: boolean): number | undefined {
    const place = this.#find(source) ?? (anywhere ? source + 1 : undefined);
    if (place !== undefined) this.#taken.add(place);
    return place;
  }

  #find(source: number): number | undefined {
    const sides = this.#settings.placement === 'after' ? [1, -1] : [-1, 1];
    for (const side of sides) {
      for (let step = 1; step <= furthest; step++) {
        const place = side < 0 ? source - step : source + 1 + step;
        if (place <= 0 || place >= this.#children.length) break;
        if (this.#isFree(place) && this.#hasParagraphBetween(place, source)) return place;
      }
    }
    return undefined;
  }

  #isFree(place: number): boolean {
    if (this.#taken.has(place) || this.#taken.has(place - 1) || this.#taken.has(place + 1))
      return false;
    return isText(this.#children[place - 1]) && isText(this.#children[place]);
  }

  #hasParagraphBetween(place: number, source: number): boolean {
    const next = place < source ? source - 1 : source + 1;
    for (let at = next; place < source ? at >= place : at < place; at += place < source ? -1 : 1) {
      if (isText(this.#children[at])) return true;
    }
    return false;
  }
}

/** Whether a block is running text. An image alone in its paragraph is none, nor is a heading. */
function isText(node: RootContent | undefined): boolean {
  switch (node?.type) {
    case 'paragraph':
      return node.children.some(
        (child) =>
          child.type !== 'image' &&
          child.type !== 'imageReference' &&
          child.type !== 'html' &&
          !isBlank(child),
      );
    case 'list':
    case 'blockquote':
      return true;
    default:
      return false;
  }
}

function isBlank(node: { type: string; value?: unknown }): boolean {
  return node.type === 'text' && typeof node.value === 'string' && node.value.trim() === '';
}
