/** Finds the marks of notes: links to a place on the same page whose words are a note's label. */
import type { Element, Nodes, Parents, Root } from 'hast';
import { attribute, classesOf, elementsIn, isElement, textOf } from '../hast.ts';

export interface Mark {
  /** The link; a `sup` where the page binds mark and note by script. */
  element: Element;
  /** What is put away when the mark becomes one of ours: the link, or the `sup` around nothing but it. */
  wrapper: Element;
  /** As printed: `1`, `[1]`, `*`. */
  label: string;
  /** What the mark points to. */
  target: Element;
  /** Whether the markup itself says that this is the mark of a note. */
  sure: boolean;
}

const label =
  /^[[({]?\s?(?:note\s|fn\.?\s?)?(\d{1,4}|[a-z]{1,2}|[ivxlc]{1,6}|[*†‡§¶#]{1,4})\s?[\])}]?$/iu;
const noteClass =
  /(?:^|[-_])(?:foot|end)?note(?:[-_]?(?:ref|reference|anchor|link|mark|call))?s?(?:$|[-_])|^fn$|fnref|noteref|footnoteanc|^reference$|easy-footnote/;
const backClass = /back|return|reverse|footnote-number|footnotesym|jump-link/;

/** Elements by `id`, and anchors by `name`. */
export function targetsOf(tree: Root): Map<string, Element> {
  const targets = new Map<string, Element>();
  for (const element of elementsIn(tree)) {
    for (const key of [
      attribute(element, 'id'),
      element.tagName === 'a' ? attribute(element, 'name') : '',
    ]) {
      if (key !== '' && !targets.has(key)) targets.set(key, element);
    }
  }
  return targets;
}

/** The place on this page that a link points to. */
export function fragmentOf(element: Element, page: string | undefined): string | undefined {
  const href = attribute(element, 'href').trim();
  const hash = href.indexOf('#');
  if (hash < 0 || hash === href.length - 1) return undefined;
  const address = href.slice(0, hash);
  if (address !== '' && !(page !== undefined && sameAddress(address, page))) return undefined;
  const fragment = href.slice(hash + 1);
  try {
    return decodeURIComponent(fragment);
  } catch {
    return fragment;
  }
}

function sameAddress(a: string, b: string): boolean {
  const bare = (url: string): string =>
    url
      .replace(/^https?:\/\/(?:www\.)?/i, '')
      .replace(/[?#].*$/s, '')
      .replace(/\/$/, '');
  return bare(a) === bare(b);
}

export function findMarks(
  tree: Root,
  parents: ReadonlyMap<Nodes, Parents>,
  page: string | undefined,
): Mark[] {
  const targets = targetsOf(tree);
  const marks: Mark[] = [];
  const order = new Map<Element, number>();
  let position = 0;
  for (const element of elementsIn(tree)) order.set(element, position++);
  for (const element of elementsIn(tree)) {
    const fragment = destination(element, page);
    const target = fragment === undefined ? undefined : targets.get(fragment);
    if (!target || target === element) continue;
    const text = textOf(element);
    const words = label.exec(text);
    if (!words || isBackLink(element)) continue;
    const wrapper = wrapperOf(element, parents);
    const raised =
      wrapper.tagName === 'sup' ||
      isWithin(element, 'sup', parents) ||
      element.children.some((child) => isElement(child, 'sup'));
    const sure = saysNote(element) || saysNote(wrapper);
    const bracketed = /^[[({]/.test(text);
    if (!sure && !raised && !bracketed && !/^[*†‡§¶]/.test(text)) continue;
    // A note stands after its mark; the link that leads back doesn't.
    if ((order.get(target) ?? 0) < (order.get(element) ?? 0)) continue;
    if (/^h[1-6]$/.test(target.tagName)) continue;
    marks.push({ element, wrapper, label: words[1] as string, target, sure });
  }
  return marks;
}

function destination(element: Element, page: string | undefined): string | undefined {
  if (element.tagName === 'a') return fragmentOf(element, page);
  if (element.tagName !== 'sup') return undefined;
  // A plug-in of WordPress ties both by a script, and their identifiers by a rule.
  const tip = /^footnote_plugin_tooltip_([\d_]{1,20})$/.exec(attribute(element, 'id'));
  const linked = element.children.some((child) => isElement(child, 'a'));
  return tip && !linked ? `footnote_plugin_reference_${tip[1]}` : undefined;
}

function isBackLink(element: Element): boolean {
  if (attribute(element, 'role') === 'doc-backlink') return true;
  if (element.properties['dataFootnoteBackref'] !== undefined) return true;
  return classesOf(element).some((name) => backClass.test(name));
}

function saysNote(element: Element): boolean {
  if (attribute(element, 'role') === 'doc-noteref') return true;
  if (element.properties['dataFootnoteRef'] !== undefined) return true;
  if (/noteref/i.test(attribute(element, 'epubType'))) return true;
  return classesOf(element).some((name) => noteClass.test(name));
}

function isWithin(element: Element, name: string, parents: ReadonlyMap<Nodes, Parents>): boolean {
  for (
    let parent = parents.get(element), up = 0;
    parent && up < 4;
    parent = parents.get(parent), up++
  ) {
    if (isElement(parent, name)) return true;
  }
  return false;
}

/** The outermost `sup`, `span` or `a` around nothing but this. */
function wrapperOf(element: Element, parents: ReadonlyMap<Nodes, Parents>): Element {
  let wrapper = element;
  for (
    let parent = parents.get(element);
    isElement(parent, 'sup', 'span', 'a', 'small', 'b');
    parent = parents.get(parent)
  ) {
    const others = parent.children.some(
      (child) =>
        child !== wrapper &&
        !(child.type === 'text' && /^[\s[\](){}]*$/.test(child.value)) &&
        !isTooltip(child),
    );
    if (others) break;
    wrapper = parent;
  }
  return wrapper;
}

/** The note once more, to be shown beside the mark. */
export function isTooltip(node: Nodes): boolean {
  return (
    node.type === 'element' &&
    (classesOf(node).some((name) => /tooltip|popover|hovercard/.test(name)) ||
      attribute(node, 'id').startsWith('footnote_plugin_tooltip_text'))
  );
}
