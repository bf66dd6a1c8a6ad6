/** Pull quotes that the page has set: the author's own pick. */
import type { Element, ElementContent, Nodes, Root } from 'hast';
import type { StatedPullQuote } from '../../model/index.ts';
import { attribute, classesOf, elementsIn, isElement, lettersOf, textOf } from './hast.ts';

/** No article has more; what is beyond stays where it stands. */
const most = 50;

const quoteClass = /(?:^|[-_])pull-?_?quotes?(?:$|[-_])|^pq$|^pullout(?:-quote)?$/;

/** The outermost elements that are marked up as pull quotes. */
export function findPullQuotes(tree: Root): Element[] {
  const found: Element[] = [];
  const inside = new Set<Element>();
  for (const element of elementsIn(tree)) {
    if (inside.has(element) || found.length >= most || !isPullQuote(element)) continue;
    found.push(element);
    for (const inner of elementsIn(element)) inside.add(inner);
  }
  return found;
}

function isPullQuote(element: Element): boolean {
  if (attribute(element, 'role') === 'doc-pullquote') return true;
  if (!['aside', 'blockquote', 'figure', 'div', 'p', 'q'].includes(element.tagName)) return false;
  return classesOf(element).some((name) => quoteClass.test(name));
}

/**
 * Tells what each quote says. One that repeats the text becomes the author's pick and is to be taken away; one whose words stand nowhere
 * else is made a plain quotation, so that nothing is lost.
 *
 * @param body - The text of the article without its pull quotes.
 */
export function settlePullQuotes(
  elements: readonly Element[],
  body: string,
): { stated: StatedPullQuote[]; repeated: Set<Nodes> } {
  const stated: StatedPullQuote[] = [];
  const repeated = new Set<Nodes>();
  const letters = lettersOf(body);
  for (const element of elements) {
    const credit = creditOf(element);
    const printed = textOf(withoutCredit(element, credit));
    // Marks that the sentence bears in the text are its own.
    const text = plainQuotes(body).includes(plainQuotes(printed))
      ? printed
      : withoutQuotes(printed);
    const key = lettersOf(text);
    if (key === '') {
      repeated.add(element);
    } else if (letters.includes(key)) {
      repeated.add(element);
      const speaker = credit && textOf(credit).replace(/^[\s—–-]+/u, '');
      stated.push({ text, origin: 'author', ...(speaker ? { speaker } : {}) });
    } else {
      becomeQuotation(element);
    }
  }
  return { stated, repeated };
}

function creditOf(element: Element): Element | undefined {
  for (const inner of elementsIn(element)) {
    if (isElement(inner, 'cite', 'figcaption', 'footer')) return inner;
  }
  return undefined;
}

function withoutCredit(element: Element, credit: Element | undefined): Element {
  const copy = (node: ElementContent): ElementContent[] => {
    if (node === credit) return [];
    return node.type === 'element' ? [{ ...node, children: node.children.flatMap(copy) }] : [node];
  };
  return { ...element, children: element.children.flatMap(copy) };
}

function plainQuotes(text: string): string {
  return text.replace(/[“”„«»]/g, '"').replace(/[‘’]/g, "'");
}

/** Large marks around the whole are dress. */
function withoutQuotes(text: string): string {
  const inner = /^[“"«„]\s?([^“”"«»„]{1,2000})\s?[”"»“]$/u.exec(text);
  return inner ? (inner[1] as string).trim() : text;
}

function becomeQuotation(element: Element): void {
  const inner = element.children.filter(
    (child) => child.type !== 'text' || child.value.trim() !== '',
  );
  element.tagName = inner.length === 1 && isElement(inner[0], 'blockquote') ? 'div' : 'blockquote';
  element.properties = {};
}
