/**
 * Finds the article of a page. Readability judges which part of the page it is; what it throws out of the middle of an article (a
 * list, a table, a picture) is taken back, and what it leaves of the page around it is taken out.
 */
import { createRequire } from 'node:module';
import { Readability } from '@mozilla/readability';
import type { Element, ElementContent, Nodes, Parents, Root } from 'hast';
import {
  attribute,
  countWords,
  elementsIn,
  isElement,
  isLongerThan,
  rawText,
  textOf,
} from '../hast.ts';
import { embedded } from '../embeds.ts';
import { isClutter, isPageWords, linkDensity } from './clutter.ts';
import { trimEdges, type Signature } from './edges.ts';
import { countElements, markedIn, markUp } from './markup.ts';

type JSDOMParserConstructor = typeof import('@mozilla/readability/JSDOMParser.js').default;

// The module sets `this`, which it has only where it is required.
const JSDOMParser = createRequire(import.meta.url)(
  '@mozilla/readability/JSDOMParser.js',
) as JSDOMParserConstructor;

/** A larger page is no article; its landmarks have to do. */
const mostElements = 30_000;

/** Around a film stand its caption and little else. White space counts. */
const longestFrame = 1500;

export interface Extracted {
  /** What is to be kept; text right within a kept element is kept with it. */
  kept: Set<Element>;
  /** The outermost elements with words that were left out. */
  left: Element[];
}

const blocks = new Set(
  'p h1 h2 h3 h4 h5 h6 ul ol dl table blockquote pre figure picture img hr details section div'.split(
    ' ',
  ),
);

/**
 * @param keep - Elements that belong to the article wherever they stand in it: marks of notes, pull quotes, the headline.
 * @param signature - What the page tells of author and date elsewhere, so that the lines that print them are wanted no more.
 * @param heading - The headline.
 */
export function extractArticle(
  tree: Root,
  parents: ReadonlyMap<Nodes, Parents>,
  keep: ReadonlySet<Element>,
  signature: Signature,
  heading: Element | undefined,
): Extracted {
  const bare = isBare(tree);
  const kept = bare ? all(tree) : (readable(tree, keep) ?? landmark(tree));
  takeBack(tree, kept, parents, keep);
  const others = otherArticles(tree, heading, parents);
  const left = cleanUp(tree, kept, keep, bare, parents, others);
  for (const each of trimEdges(tree, kept, keep, signature, bare)) left.push(each);
  return { kept, left };
}

/** Whether a tree is a fragment, or a page with nothing but its article: no part of it says that it is another. */
function isBare(tree: Root): boolean {
  for (const element of elementsIn(tree)) {
    if (isClutter(element)) return false;
    if (element.tagName === 'footer' && !isShort(element)) return false;
    if (isBar(element)) return false;
  }
  return true;
}

function isShort(element: Element): boolean {
  return linkDensity(element) < 0.3 && countWords(textOf(element)) < 40;
}

/** Whether a box is nothing but links to other pages, as a menu is. */
function isBar(element: Element): boolean {
  if (!isElement(element, 'div', 'ul', 'td', 'header', 'footer', 'section', 'aside')) return false;
  if (isLongerThan(element, 2000)) return false;
  const links = [...elementsIn(element)].filter((inner) => inner.tagName === 'a');
  return links.length >= 2 && linkDensity(element) > 0.7;
}

function all(tree: Root): Set<Element> {
  return new Set(elementsIn(tree));
}

/** What Readability takes for the article. */
function readable(tree: Root, keep: ReadonlySet<Element>): Set<Element> | undefined {
  if (countElements(tree) > mostElements) return undefined;
  const { markup, elements } = markUp(tree, (element) => keep.has(element) && isAside(element));
  try {
    const found = new Readability<string>(new JSDOMParser().parse(markup), {
      keepClasses: true,
      disableJSONLD: true,
      serializer: (node) => (node as unknown as { innerHTML: string }).innerHTML,
    }).parse();
    const kept = markedIn(found?.content ?? '', elements);
    return kept.size > 0 ? withAncestors(tree, kept) : undefined;
  } catch {
    // A page that an extractor can't read is still a page.
    return undefined;
  }
}

/** Pull quotes are judged by what they say, not by how they look. */
function isAside(element: Element): boolean {
  return element.tagName !== 'a' && !/^h\d$/.test(element.tagName);
}

/** A kept element is reached from the root through kept ones. */
function withAncestors(tree: Root, kept: ReadonlySet<Element>): Set<Element> {
  const result = new Set<Element>();
  const visit = (node: Parents): boolean => {
    let any = node.type === 'element' && kept.has(node);
    for (const child of node.children) if (child.type === 'element' && visit(child)) any = true;
    if (any && node.type === 'element') result.add(node);
    return any;
  };
  visit(tree);
  return result;
}

/** The page's own word for where its content stands; else all of it. */
function landmark(tree: Root): Set<Element> {
  let best: Element | undefined;
  let most = 0;
  for (const element of elementsIn(tree)) {
    if (!isElement(element, 'article', 'main') && attribute(element, 'role') !== 'main') continue;
    const length = rawText(element).length;
    if (length > most) [best, most] = [element, length];
  }
  if (!best) return all(tree);
  return withAncestors(tree, new Set([best, ...elementsIn(best)]));
}

/**
 * Takes back what stands between kept blocks and is content by its kind, and marks, quotes and headline, which were not judged.
 */
function takeBack(
  tree: Root,
  kept: Set<Element>,
  parents: ReadonlyMap<Nodes, Parents>,
  keep: ReadonlySet<Element>,
): void {
  const container = containerOf(tree, kept);
  const stack: Parents[] = [container];
  for (let parent = stack.pop(); parent; parent = stack.pop()) {
    const last = parent.children.findLastIndex((child) => isElement(child) && kept.has(child));
    const first = parent.children.findIndex((child) => isElement(child) && kept.has(child));
    for (const [index, child] of parent.children.entries()) {
      if (!isElement(child)) continue;
      const between = index > first && index < last;
      const next = between || (index > last && index <= last + 4) || index < first;
      if (!kept.has(child) && next && isContent(child, between)) addAll(child, kept);
      else if (!kept.has(child)) {
        // Extractors make paragraphs of breaks.
        if (isElement(child, 'br', 'wbr', 'hr')) kept.add(child);
      } else if (isWhole(child)) addAll(child, kept);
      else stack.push(child);
    }
  }
  for (
    let around: Parents | undefined = container;
    around;
    around = parents.get(around as Element)
  ) {
    for (const child of around.children) {
      if (isElement(child) && !kept.has(child) && isNamedPart(child)) addAll(child, kept);
    }
  }
  for (const element of keep) {
    // A mark outside the article is none of its own.
    const parent = parents.get(element);
    if (element.tagName === 'a' && isElement(parent) && !kept.has(parent)) continue;
    for (const inner of [element, ...elementsIn(element)]) kept.add(inner);
    for (let parent = parents.get(element); isElement(parent); parent = parents.get(parent)) {
      kept.add(parent);
    }
  }
}

/** What is kept whole: a part of it would say something else. */
function isWhole(element: Element): boolean {
  if (element.tagName === 'table')
    return element.properties['role'] !== 'presentation' && !hasBlocks(element);
  return isElement(element, 'figure', 'blockquote', 'pre', 'dl', 'picture');
}

function hasBlocks(table: Element): boolean {
  for (const inner of elementsIn(table)) {
    if (isElement(inner, 'p', 'div', 'h1', 'h2', 'h3', 'table', 'br', 'ul')) return true;
  }
  return false;
}

function addAll(element: Element, kept: Set<Element>): void {
  kept.add(element);
  for (const inner of elementsIn(element)) kept.add(inner);
}

/** The smallest element around everything kept. */
function containerOf(tree: Root, kept: ReadonlySet<Element>): Parents {
  let container: Parents = tree;
  for (;;) {
    const inner: ElementContent[] = (container.children as ElementContent[]).filter(
      (child) => isElement(child) && kept.has(child) && child.tagName !== 'head',
    );
    const [only] = inner;
    if (
      inner.length !== 1 ||
      !isElement(only) ||
      !/^(?:html|body|main|article|div|section|td|table|tbody|tr|center)$/.test(only.tagName)
    )
      return container;
    container = only;
  }
}

function isContent(element: Element, between: boolean): boolean {
  if (!blocks.has(element.tagName) || isClutter(element) || isPageWords(element)) return false;
  let clutter = 0;
  for (const inner of elementsIn(element))
    if (isClutter(inner)) clutter += countWords(textOf(inner));
  if (clutter * 2 > countWords(textOf(element))) return false;
  if (between && holdsEmbed(element)) return true;
  if (linkDensity(element) > 0.5) return false;
  if (between) return true;
  // Before and after the text as it was found, only what is surely running text or a picture of its own.
  const words = countWords(textOf(element));
  if (isElement(element, 'p', 'blockquote')) return words >= 12;
  return isElement(element, 'figure') && words >= 3;
}

/** Whether a film, a sound or a page within the page is what an element is there for. */
function holdsEmbed(element: Element): boolean {
  if (isLongerThan(element, longestFrame)) return false;
  return [element, ...elementsIn(element)].some((inner) => embedded(inner) !== '');
}

const partOfArticle =
  /^(?:key (?:points|takeaways|findings|facts)|summary|executive summary|abstract|at a glance|in brief|highlights|(?:end|foot)?notes|references|sources|bibliography|works cited|methodology|appendix|acknowledge?ments)\s*:?$/i;

/** Whether the heading of a section says that it belongs to an article. */
function isNamedPart(element: Element): boolean {
  if (!isElement(element, 'section', 'div') || isClutter(element)) return false;
  for (const inner of elementsIn(element)) {
    if (/^h[1-6]$/.test(inner.tagName)) return partOfArticle.test(textOf(inner));
  }
  return false;
}

/** Takes out what is left of the page: bars, boxes, labels, links to other articles. */
function cleanUp(
  tree: Root,
  kept: Set<Element>,
  keep: ReadonlySet<Element>,
  bare: boolean,
  parents: ReadonlyMap<Nodes, Parents>,
  others: ReadonlySet<Element>,
): Element[] {
  const left: Element[] = [];
  const stack: Element[] = tree.children.filter((child) => isElement(child)).reverse();
  for (let element = stack.pop(); element; element = stack.pop()) {
    if (keep.has(element)) continue;
    const out =
      !kept.has(element) ||
      isClutter(element) ||
      isApparatus(element, parents) ||
      others.has(element) ||
      (!bare && isPageOnly(element));
    if (out && !holdsKept(element, keep)) {
      if (element.tagName !== 'head' && /[\p{L}\p{N}]/u.test(rawText(element))) left.push(element);
      kept.delete(element);
      continue;
    }
    for (let index = element.children.length - 1; index >= 0; index--) {
      const child = element.children[index];
      if (isElement(child)) stack.push(child);
    }
  }
  return left;
}

/** Articles beside the one with the headline that have a headline of the same rank: a page without an end goes on with them. */
function otherArticles(
  tree: Root,
  heading: Element | undefined,
  parents: ReadonlyMap<Nodes, Parents>,
): Set<Element> {
  const others = new Set<Element>();
  let own: Nodes | undefined = heading;
  while (own && !isElement(own, 'article')) own = parents.get(own);
  if (!heading || !own) return others;
  for (const element of elementsIn(tree)) {
    if (element.tagName !== heading.tagName || element === heading) continue;
    let article: Nodes | undefined = element;
    while (article && !isElement(article, 'article')) article = parents.get(article);
    if (isElement(article) && article !== own && !isInside(own, article, parents))
      others.add(article);
  }
  for (const article of others) if (isInside(article, own, parents)) others.delete(article);
  return others;
}

function isInside(node: Nodes, around: Nodes, parents: ReadonlyMap<Nodes, Parents>): boolean {
  for (let parent = parents.get(node); parent; parent = parents.get(parent))
    if (parent === around) return true;
  return false;
}

/** What copydesk itself puts around a text: a key to the names in it. Its own pages are articles whose metadata stands in RDFa. */
function isApparatus(element: Element, parents: ReadonlyMap<Nodes, Parents>): boolean {
  if (element.tagName !== 'details') return false;
  const parent = parents.get(element);
  return isElement(parent, 'article') && attribute(parent, 'vocab').includes('schema.org');
}

function isPageOnly(element: Element): boolean {
  if (element.tagName !== 'ul' && isBar(element)) return true;
  return (
    isElement(
      element,
      'p',
      'div',
      'ul',
      'aside',
      'section',
      'span',
      'h2',
      'h3',
      'h4',
      'h5',
      'h6',
      'small',
      'li',
    ) && isPageWords(element)
  );
}

function holdsKept(element: Element, keep: ReadonlySet<Element>): boolean {
  for (const inner of elementsIn(element)) if (keep.has(inner)) return true;
  return false;
}

/** Takes all out of the tree that isn't kept. */
export function prune(tree: Root, kept: ReadonlySet<Element>): void {
  const stack: Parents[] = [tree];
  for (let parent = stack.pop(); parent; parent = stack.pop()) {
    parent.children = (parent.children as ElementContent[]).filter(
      (child) => child.type === 'text' || (isElement(child) && kept.has(child)),
    );
    for (const child of parent.children) if (isElement(child)) stack.push(child);
  }
}
