/** Films, sounds and pages within the page: they become links, so that their addresses are in the article. */
import type { Element, ElementContent, Nodes, Parents, Root } from 'hast';
import { attribute, collapse, elementsIn, isElement, rawText, textOf } from './hast.ts';

const embeds = new Set('iframe frame object embed applet audio video'.split(' '));
/** Parents that hold running text: a link stands in it as it is. */
const inline = new Set(
  'p span a em strong b i h1 h2 h3 h4 h5 h6 figcaption small cite q'.split(' '),
);
const usable = /^(?:https?:\/\/|\/|\.|[^:/?#]+(?:[/?#]|$))/i;

/**
 * Puts a link in the place of each film, sound and page within the page. Its words are what it is titled, else where it leads.
 *
 * @returns what their markup says beside: words for programs that can't show them, text of pages within.
 */
export function linkEmbeds(tree: Root, parents: ReadonlyMap<Nodes, Parents>): Element[] {
  const rest: Element[] = [];
  for (const element of elementsIn(tree)) {
    const plain = /^amp-(img|iframe|video|audio)$/.exec(element.tagName);
    if (!plain) continue;
    element.tagName = plain[1] as string;
    if (element.tagName !== 'img' || isElement(parents.get(element), ...inline, 'figure')) continue;
    // A picture of AMP is a block.
    const image = { ...element, children: [] };
    Object.assign(element, { tagName: 'figure', properties: {}, children: [image] });
  }
  for (const element of elementsIn(tree)) {
    if (!embeds.has(element.tagName)) continue;
    // A picture in an object is what is shown in its place.
    if (element.tagName === 'object' && holdsPicture(element)) {
      Object.assign(element, { tagName: 'span', properties: {} });
      continue;
    }
    const words = collapse(
      `${textOf(element)} ${attribute(element, 'srcDoc').replace(/<[^<>]*>/g, ' ')}`,
    );
    if (/[\p{L}\p{N}]/u.test(words))
      rest.push({ ...element, children: [{ type: 'text', value: words }] });
    replace(element, parents.get(element));
  }
  return rest;
}

function replace(element: Element, parent: Parents | undefined): void {
  const address = addressOf(element);
  const title = collapse(attribute(element, 'title') || attribute(element, 'ariaLabel'));
  const isUsable = address !== '' && usable.test(address) && !isPixel(element);
  const text: ElementContent = { type: 'text', value: title || shortened(address) };
  const link: Element = {
    type: 'element',
    tagName: 'a',
    properties: { href: address.startsWith('//') ? `https:${address}` : address },
    children: [text],
    ...(element.position ? { position: element.position } : {}),
  };
  const isInline = isElement(parent) && inline.has(parent.tagName);
  const { hidden, style, className, id } = element.properties;
  Object.assign(element, {
    tagName: isInline ? 'span' : 'p',
    properties: {
      ...(hidden === undefined ? {} : { hidden }),
      ...(style === undefined ? {} : { style }),
      ...(className === undefined ? {} : { className }),
      ...(id === undefined ? {} : { id }),
      ...(isUsable ? { dataEmbed: address } : {}),
    },
    children: isUsable ? [link] : title === '' ? [] : [text],
  });
}

/** Where an embed leads, as it is kept for the message where it is left out with a part of the page. */
export function embedded(element: Element): string {
  return attribute(element, 'dataEmbed');
}

function addressOf(element: Element): string {
  for (const name of ['src', 'data', 'dataSrc', 'dataLazySrc', 'dataUrl']) {
    const found = attribute(element, name).trim();
    if (found !== '' && !/^about:/i.test(found)) return found;
  }
  const source = [...elementsIn(element)].find(
    (child) => isElement(child, 'source', 'param') && sourceOf(child) !== '',
  );
  return source ? sourceOf(source) : '';
}

function sourceOf(element: Element): string {
  if (element.tagName === 'source') return attribute(element, 'src').trim();
  return /^(?:movie|src|url)$/i.test(attribute(element, 'name'))
    ? attribute(element, 'value').trim()
    : '';
}

/** The host of an address, or the name of its file: an address in the text would be one that the text cites. */
function shortened(address: string): string {
  const host = /^(?:https?:)?\/\/(?:www\.)?([^/?#:@]+)(?:[/?#:]|$)/i.exec(address);
  if (host) return host[1] as string;
  return (
    address
      .replace(/[?#].*$/, '')
      .split('/')
      .findLast((part) => part !== '') ?? address
  );
}

/** What only counts visits. */
function isPixel(element: Element): boolean {
  return ['width', 'height'].some((name) => /^[0-2](?:px)?$/.test(attribute(element, name)));
}

function holdsPicture(element: Element): boolean {
  return (
    [...elementsIn(element)].some((child) => child.tagName === 'img') &&
    rawText(element).trim() === ''
  );
}
