/** Takes out what is no text: code, controls, and what the page hides. */
import type { Element, ElementContent, Nodes, Parents, Root } from 'hast';
import { attribute, classesOf, elementsIn, isElement, rawText, removeFrom } from './hast.ts';

const noText = new Set(
  (
    'script style template link meta base iframe frame frameset object embed applet audio video canvas map area svg ' +
    'input select textarea button dialog datalist progress meter noframes noembed noscript param source track'
  ).split(' '),
);

const visuallyHidden =
  /^(?:sr-only|screen-reader-text|screenreader-text|screen-reader|visually-hidden|visuallyhidden|u-visually-hidden|a11y-hidden|assistive-text|element-invisible|is-hidden|hidden|d-none|hide)$/;

export interface LeftOut {
  /** Elements with words that the page doesn't show. */
  hidden: Element[];
}

/** Changes the tree. Metadata has to be read before. */
export function removeHidden(tree: Root): LeftOut {
  const hidden: Element[] = [];
  const spoken = spokenTwice(tree);
  removeFrom(tree, (child) => {
    if (child.type === 'comment') return true;
    if (child.type !== 'element') return false;
    if (child.tagName === 'noscript' && isLazyImage(child)) return false;
    const isText = !noText.has(child.tagName);
    if (isText && !isHidden(child) && !spoken.has(child)) return false;
    if ((isText || saysSomething(child)) && /[\p{L}\p{N}]/u.test(rawText(child)))
      hidden.push(child);
    return true;
  });
  return { hidden };
}

/** Whether what is no text of an article has words that a reader of the page sees. The labels of buttons and menus are none of them. */
function saysSomething(element: Element): boolean {
  if (element.tagName === 'svg')
    return [...elementsIn(element)].some((child) => child.tagName === 'text');
  return isElement(element, 'dialog', 'canvas', 'textarea', 'noscript', 'noframes', 'template');
}

function isHidden(element: Element): boolean {
  const { hidden, style } = element.properties;
  if (hidden !== undefined && hidden !== false && hidden !== null && hidden !== 'until-found') {
    return true;
  }
  if (
    typeof style === 'string' &&
    /(?:^|[;\s])(?:display\s{0,5}:\s{0,5}none|visibility\s{0,5}:\s{0,5}hidden)/i.test(style)
  ) {
    return true;
  }
  return classesOf(element).some((name) => visuallyHidden.test(name));
}

/**
 * Text that is drawn for the eye while the same is said to screen readers beside it (a drop cap): what is said is kept, as it is whole. Other
 * text that is hidden from screen readers is text to those who see it.
 */
function spokenTwice(tree: Root): Set<Element> {
  const drawn = new Set<Element>();
  for (const element of elementsIn(tree)) {
    const silent = element.children.filter(
      (child): child is Element => isElement(child) && attribute(child, 'ariaHidden') === 'true',
    );
    if (silent.length === 0) continue;
    for (const child of silent) if (!/[\p{L}\p{N}]/u.test(rawText(child))) drawn.add(child);
    const said = element.children.find(
      (child): child is Element =>
        isElement(child) && classesOf(child).some((name) => visuallyHidden.test(name)),
    );
    const [first] = silent;
    if (said && first && rawText(said).trim().startsWith(rawText(first).trim())) {
      for (const child of silent) drawn.add(child);
      said.properties['className'] = [];
    }
  }
  return drawn;
}

/** The picture itself, for those without scripts, beside a placeholder. */
function isLazyImage(element: Element): boolean {
  const content = element.children.filter(
    (child: ElementContent) => child.type !== 'text' || child.value.trim() !== '',
  );
  return content.length > 0 && content.every((child) => isElement(child, 'img', 'picture'));
}

/** A placeholder whose picture stands in a `noscript` right after it goes. */
export function removePlaceholders(tree: Root, parents: ReadonlyMap<Nodes, Parents>): void {
  const gone = new Set<Nodes>();
  for (const element of elementsIn(tree)) {
    if (element.tagName !== 'noscript') continue;
    const siblings = parents.get(element)?.children ?? [];
    const before = siblings
      .slice(0, siblings.indexOf(element))
      .findLast((each) => each.type === 'element');
    if (isElement(before, 'img')) gone.add(before);
  }
  if (gone.size > 0) removeFrom(tree, (child) => gone.has(child));
}
