import type { Element, Root } from 'hast';
import { h } from 'hastscript';
import type { HtmlConfig } from '../../config/types.ts';
import { SKIP, visitElements } from './visit.ts';

/**
 * Shows an image that stands alone in a paragraph as a figure with its title below; or takes all images away. One that is in `above` is printed
 * over the text with its caption, and not again where it stands.
 */
export function arrangeImages(
  body: Root,
  images: NonNullable<HtmlConfig['images']>,
  above: ReadonlySet<string>,
): void {
  const left = new Set(above);
  visitElements(body, (element, index, parent) => {
    if (!parent || index === undefined) return undefined;
    if (images === 'drop' && element.tagName === 'img') {
      parent.children.splice(index, 1);
      return index;
    }
    if (element.tagName === 'img') {
      element.properties['loading'] = 'lazy';
      element.properties['alt'] ??= '';
      return undefined;
    }
    const image = loneImage(element);
    if (!image) return undefined;
    const { src, title } = image.properties;
    const isAbove = typeof src === 'string' && left.delete(src) && !title;
    if (images === 'drop' || isAbove) {
      parent.children.splice(index, 1);
      return index;
    }
    parent.children[index] = figureOf(image);
    return SKIP;
  });
}

function loneImage(element: Element): Element | undefined {
  if (element.tagName !== 'p') return undefined;
  const children = element.children.filter(
    (child) => child.type !== 'text' || child.value.trim() !== '',
  );
  const [child] = children;
  return children.length === 1 && child?.type === 'element' && child.tagName === 'img'
    ? child
    : undefined;
}

function figureOf(image: Element): Element {
  const { src, alt, title } = image.properties;
  return h('figure', [
    h('img', { src, alt: alt ?? '', loading: 'lazy' }),
    ...(typeof title === 'string' && title !== '' ? [h('figcaption', title)] : []),
  ]);
}
