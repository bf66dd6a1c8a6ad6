/** A long article's page in parts: its text and its notes are made safe and printed a few blocks at a time, and let go. */
import type { Element, ElementContent, Root } from 'hast';
import { blocksOf, isInline } from './lay-out.ts';
import { PagePolicy } from './policy.ts';
import { sanitiseArticle } from './sanitise.ts';

/** Blocks that are made safe and printed at a time. */
const blocksAtATime = 64;
/** What stands for the parts until they are put in. */
const marker = '\uE000copydesk-part\uE000';

/**
 * The page in parts, which are those that it has as a whole.
 *
 * @param article - As it was composed. Its text and notes are taken out of it.
 * @param toPage - Puts a page around an article that is safe, of which parts load what `loaded` knows of.
 * @param print - Lays out and prints a page or a part of it.
 * @returns undefined where text runs beside blocks, so that how they are laid out is told by all of them.
 */
export function partsOfArticle(
  article: Element,
  toPage: (element: Element, loaded: PagePolicy) => Root,
  print: (root: Root) => string,
): string[] | undefined {
  const loaded = new PagePolicy();
  const insides: string[][] = [];
  for (const container of longParts(article)) {
    const inside = printBlocks(container, loaded, print);
    if (!inside) return undefined;
    container.children = [{ type: 'text', value: marker }];
    insides.push(inside);
  }
  const shell = `${print(toPage(sanitiseArticle(article), loaded))}\n`.split(marker);
  if (shell.length !== insides.length + 1) return undefined;
  return shell.flatMap((part, index) => [part, ...(insides[index] ?? [])]);
}

/** The elements that hold the blocks of the text, and the notes. */
function longParts({ children }: Element): Element[] {
  return children.flatMap((child) => {
    if (child.type !== 'element') return [];
    if (child.tagName === 'div') return child;
    return child.tagName === 'section' ? child.children.filter(isList) : [];
  });
}

function isList(node: ElementContent): node is Element {
  return node.type === 'element' && node.tagName === 'ol';
}

/** What stands within a container, each block on a line of its own, as it is laid out as a whole. */
function printBlocks(
  { tagName, children }: Element,
  loaded: PagePolicy,
  print: (root: Root) => string,
): string[] | undefined {
  const printed: string[] = [];
  for (let at = 0; at < children.length; at += blocksAtATime) {
    const blocks = children.slice(at, at + blocksAtATime);
    // What is printed is let go.
    for (let index = 0; index < blocks.length; index++) children[at + index] = gone;
    const safe = sanitiseArticle({ type: 'element', tagName, properties: {}, children: blocks });
    const shown = blocksOf(safe);
    if (shown.some(isInline)) return undefined;
    if (shown.length === 0) continue;
    loaded.allow(safe);
    printed.push(`\n${print({ type: 'root', children: shown })}`);
  }
  if (printed.length === 0) return undefined;
  printed.push('\n');
  return printed;
}

const gone: ElementContent = { type: 'text', value: '' };
