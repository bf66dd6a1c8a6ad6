/** What is left of a page right above and right below its article: times to read, counts, names of sections, who follows whom. */
import type { Element, Nodes, Root } from 'hast';
import { classesOf, countWords, elementsIn, isElement, lettersOf, textOf } from '../hast.ts';
import { linkDensity } from './clutter.ts';

const blockTags = new Set(
  'p div section article main header footer aside li ul ol dl dt dd h1 h2 h3 h4 h5 h6 table td th tr tbody blockquote pre figure figcaption hgroup address details summary center'.split(
    ' ',
  ),
);
/** No line of theirs belongs to the page. */
const wholeTags = new Set('figure blockquote pre table dl'.split(' '));

/** So many words make a paragraph of the text. */
const fewestWords = 20;
/** Longer lines are no labels. */
const mostWords = 12;

/** Takes out of `kept` the short lines around the text that are no sentences; of a page that is nothing but its article, its signature alone. */
export function trimEdges(
  tree: Root,
  kept: Set<Element>,
  keep: ReadonlySet<Element>,
  { isSigned, names }: Signature,
  bare: boolean,
): Element[] {
  const lines = linesOf(tree, kept, keep);
  const left: Element[] = [];
  const first = lines.findIndex(({ words, isHeading }) => words >= fewestWords && !isHeading);
  const last = lines.findLastIndex(({ words, isHeading }) => words >= fewestWords && !isHeading);
  if (first < 0) return left;
  const drop = ({ element }: Line): void => {
    kept.delete(element);
    left.push(element);
  };
  if (isSigned) {
    for (const line of lines.slice(0, first)) {
      const isName = !line.isFixed && names.has(lettersOf(line.text));
      if (isName || (isLabel(line) && !line.isHeading && (!bare || isSignature(line)))) drop(line);
    }
  }
  if (bare) return left;
  for (const line of lines.slice(last + 1).reverse()) {
    if (!isLabel(line) && !line.isHeading && !isLinkItem(line)) break;
    drop(line);
  }
  return left;
}

/** What is known of author and date without the lines that print them. */
export interface Signature {
  isSigned: boolean;
  /** Letters alone. */
  names: ReadonlySet<string>;
}

interface Line {
  element: Element;
  text: string;
  words: number;
  isHeading: boolean;
  /** Part of a picture, a table, a quotation; or the headline itself. */
  isFixed: boolean;
}

function isLabel({ text, words, isFixed }: Line): boolean {
  return !isFixed && words <= mostWords && !/[.!?…:。！？。।]["”’»)\]]*$/u.test(text);
}

/** An item of a list of other articles. */
function isLinkItem({ element, words }: Line): boolean {
  return element.tagName === 'li' && words <= 25 && linkDensity(element) > 0.8;
}

/** A line that its page calls the author's or the date's. "By …" is read where it stands. */
function isSignature({ element, text }: Line): boolean {
  const names = classesOf(element);
  return (
    names.some((name) => /^(?:author|authors|date|byline|published|pub-?date)$/.test(name)) &&
    !/^by\s/i.test(text)
  );
}

/** The blocks that hold text and no other block, in order. */
function linesOf(tree: Root, kept: ReadonlySet<Element>, keep: ReadonlySet<Element>): Line[] {
  const lines: Line[] = [];
  type Frame = { node: Nodes; isFixed: boolean };
  const stack: Frame[] = [{ node: tree, isFixed: false }];
  for (let frame = stack.pop(); frame; frame = stack.pop()) {
    const { node, isFixed } = frame;
    if (!('children' in node)) continue;
    if (node.type === 'element' && !kept.has(node)) continue;
    const fixed =
      isFixed || (node.type === 'element' && (keep.has(node) || wholeTags.has(node.tagName)));
    if (node.type === 'element' && blockTags.has(node.tagName) && !holdsBlock(node, kept)) {
      const text = textOf(node);
      if (text === '') continue;
      const isHeading = /^h[1-6]$/.test(node.tagName);
      lines.push({
        element: node,
        text,
        words: countWords(text),
        isHeading: isHeading && !fixed,
        isFixed: fixed || isElement(node, 'li', 'dd'),
      });
      continue;
    }
    for (let index = node.children.length - 1; index >= 0; index--) {
      stack.push({ node: node.children[index] as Nodes, isFixed: fixed });
    }
  }
  return lines;
}

function holdsBlock(element: Element, kept: ReadonlySet<Element>): boolean {
  for (const inner of elementsIn(element)) {
    if (blockTags.has(inner.tagName) && kept.has(inner)) return true;
  }
  return false;
}
