/** What the visible page says of its article by markup alone: classes, microdata, `rel`, `time`. */
import type { Element, Nodes, Parents, Root } from 'hast';
import {
  attribute,
  classesOf,
  countWords,
  elementsIn,
  isElement,
  isLongerThan,
  textOf,
} from '../hast.ts';

/** A word among those that a class name, or the name that a site gives its parts, is made of: `article__byline`, `post-author`. */
export function classWords(element: Element): Set<string> {
  const words = new Set<string>();
  const parts = ['dataTestid', 'dataTestId', 'dataComponent', 'dataGuName', 'dataQa'];
  const names = parts.map((name) => attribute(element, name).toLowerCase());
  for (const name of [...classesOf(element), ...names]) {
    words.add(name);
    for (const part of name.split(/[-_]+/)) words.add(part);
  }
  return words;
}

export interface PageParts {
  heading: Element | undefined;
  subtitle: Element | undefined;
  authors: string[];
  /** The value of a `time` that is the publication date. */
  date: string | undefined;
}

const subtitleWords = [
  'subtitle',
  'subtitles',
  'standfirst',
  'dek',
  'deck',
  'subhead',
  'subheading',
  'subheadline',
  'sub-title',
  'sub-heading',
  'tagline',
  'strapline',
  'kicker-text',
  'article-summary',
  'excerpt',
];
/** No name has more words. */
const longestName = 5;

/** @param title - The headline as it is stated, without the name of the site. */
export function pageParts(
  tree: Root,
  parents: ReadonlyMap<Nodes, Parents>,
  isTitle: (text: string) => boolean,
  isDescription: (text: string) => boolean,
): PageParts {
  const headings: Element[] = [];
  const parts: PageParts = {
    heading: undefined,
    subtitle: undefined,
    authors: [],
    date: undefined,
  };
  const names: string[] = [];
  let named: string | undefined;
  let afterHeading = 0;
  let dated = 0;
  for (const element of elementsIn(tree)) {
    if (/^h[1-3]$/.test(element.tagName)) {
      const text = textOf(element);
      if (isTitle(text) && (parts.heading === undefined || isLater(element, parts.heading))) {
        parts.heading = element;
        afterHeading = 1;
        parts.subtitle = undefined;
      }
      if (element.tagName === 'h1' && text !== '') headings.push(element);
    }
    if (afterHeading > 0 && element !== parts.heading && afterHeading++ < 40) {
      if (!parts.subtitle && isSubtitle(element, parents, isDescription)) parts.subtitle = element;
    }
    if (isAuthor(element, parents)) names.push(textOf(element));
    if (isNamedAuthor(element)) named ??= nameIn(textOf(element));
    const rank = dateRank(element, parents);
    if (rank > dated) {
      dated = rank;
      parts.date =
        attribute(element, 'dateTime') || attribute(element, 'content') || textOf(element);
    }
  }
  const [only] = headings;
  if (!parts.heading && headings.length === 1) parts.heading = only;
  parts.authors = names
    .map(bareName)
    .filter((name) => name !== '' && countWords(name) <= longestName && !/[\d@/:]/.test(name));
  if (parts.authors.length === 0 && named !== undefined) parts.authors = [named];
  return parts;
}

/** The name of the site is often a heading that says the same as the headline: an `h1` counts more. */
function isLater(element: Element, known: Element): boolean {
  return element.tagName === 'h1' && known.tagName !== 'h1';
}

function isSubtitle(
  element: Element,
  parents: ReadonlyMap<Nodes, Parents>,
  isDescription: (text: string) => boolean,
): boolean {
  if (!['p', 'h2', 'h3', 'h4', 'div', 'span'].includes(element.tagName)) return false;
  const text = textOf(element);
  const words = countWords(text);
  if (words < 3 || words > 60) return false;
  const classes = classWords(element);
  if (subtitleWords.some((word) => classes.has(word))) return true;
  if (attribute(element, 'itemProp') === 'alternativeHeadline') return true;
  if (element.tagName === 'div' || element.tagName === 'span') return false;
  const parent = parents.get(element);
  // A page without a header of its own may repeat its first sentence as its description.
  const inHeader = isElement(parent, 'header', 'hgroup') || /^h[2-4]$/.test(element.tagName);
  return inHeader && isDescription(text);
}

function isAuthor(element: Element, parents: ReadonlyMap<Nodes, Parents>): boolean {
  if (/\bauthor\b/i.test(attribute(element, 'rel')) && element.tagName === 'a') return true;
  const property = attribute(element, 'itemProp').split(' ');
  if (property.includes('author')) {
    return ![...elementsIn(element)].some((inner) => attribute(inner, 'itemProp') === 'name');
  }
  if (property.includes('name')) {
    const owner = parents.get(element);
    return isElement(owner) && attribute(owner, 'itemProp') === 'author';
  }
  // RDFa, as Drupal writes it.
  if (!/^(?:schema:)?name$/.test(attribute(element, 'property'))) return false;
  for (
    let parent = parents.get(element), up = 0;
    isElement(parent) && up < 4;
    parent = parents.get(parent), up++
  ) {
    if (/(?:^|\s)(?:schema:)?author(?:\s|$)/.test(attribute(parent, 'rel'))) return true;
  }
  return false;
}

/** A line that only its class tells to be the author's. */
function isNamedAuthor(element: Element): boolean {
  if (!isElement(element, 'p', 'div', 'span', 'a', 'address', 'strong')) return false;
  const isNamed = classesOf(element).some((name) =>
    /^(?:[a-z]+[-_]+)*(?:author|byline|author[-_]name|byline[-_]name)$/.test(name),
  );
  return isNamed && !isLongerThan(element, 300);
}

const role =
  /\s+(?:(?:senior|chief|staff|special|news|political|business|sports|transport|foreign|contributing|guest)\s+)*(?:writer|reporter|correspondent|editor|columnist|contributor|journalist)\b.*$/i;
const fullName =
  /^\p{Lu}[\p{L}.'’-]*(?:\s+(?:(?:de|da|del|della|van|von|der|den|al|bin|la|le)\s+)*\p{Lu}[\p{L}.'’-]*){1,3}$/u;

/** The name that a line begins with: "By Mara Voss, Staff Writer | 3 May". */
function nameIn(text: string): string | undefined {
  const [first = ''] = bareName(text).split(/\s*[,;|/·•–—(\d]/u);
  const name = first.replace(role, '').trim();
  return fullName.test(name) ? name : undefined;
}

function dateRank(element: Element, parents: ReadonlyMap<Nodes, Parents>): number {
  const property = attribute(element, 'itemProp');
  if (property === 'datePublished') return 4;
  const stated = /^(?:schema:)?date(Published|Created)$/.exec(attribute(element, 'property'));
  if (stated && attribute(element, 'content') !== '') return stated[1] === 'Published' ? 4 : 3;
  if (element.tagName !== 'time') return 0;
  if (element.properties['pubDate'] !== undefined || element.properties['pubdate'] !== undefined)
    return 4;
  const classes = classWords(element);
  if (classes.has('updated') || classes.has('modified') || property === 'dateModified') return 0;
  if (classes.has('published') || classes.has('entry-date') || classes.has('pubdate')) return 3;
  for (
    let parent = parents.get(element), up = 0;
    parent && up < 6;
    parent = parents.get(parent), up++
  ) {
    if (isElement(parent, 'header')) return isElement(parents.get(parent), 'body') ? 0 : 2;
    if (isElement(parent) && classWords(parent).has('byline')) return 2;
    if (isElement(parent, 'aside', 'footer', 'nav', 'li', 'section')) return 0;
  }
  return 1;
}

/** "By Mara Voss" → "Mara Voss". Runs of white space become one space: what looks for joints may go over each of a run again. */
export function bareName(text: string): string {
  return text
    .replace(/\s+/g, ' ')
    .replace(/^\s*(?:(?:written|words|text|posted|reported)\s+)?by:?\s+/i, '')
    .replace(/[,;|·•]\s*$/, '')
    .trim();
}
