/** Handlers for what the translation from HTML to Markdown's tree loses otherwise. */
import type { Element } from 'hast';
import { defaultHandlers, type Handle, type State } from 'hast-util-to-mdast';
import type { FootnoteDefinition, Image, Nodes, PhrasingContent, RootContent, Text } from 'mdast';
import { addressOf, captionOf, imagesIn, isFigure, isPixel, withoutCredit } from './figure.ts';
import { attribute, collapse, isElement, rawText, textOf } from './hast.ts';
import { inlineOf } from './inline.ts';
import { tableHandlers } from './table.ts';

/** How a button is written as a link. An address with more in it is checked, and reported, when the article is finished. */
const nowhere = /^javascript:[\s;]*(?:void[\s(]*0[\s);]*|return\s+false[\s;]*|)$/i;

/** @param base - The address that relative ones are resolved against. */
export function handlersFor(base: string | undefined): Record<string, Handle> {
  const resolve = (url: string): string => {
    if (base === undefined || /^[a-z][a-z\d+.-]*:/i.test(url)) return url;
    return URL.canParse(url, base) ? new URL(url, base).href : url;
  };

  const a: Handle = (state, element) => {
    const mark = attribute(element, 'dataNoteMark');
    if (mark !== '') {
      const reference = { type: 'footnoteReference' as const, identifier: mark, label: mark };
      state.patch(element, reference);
      return reference;
    }
    const href = attribute(element, 'href').trim();
    const children = state.all(element);
    // Permanent links beside headings, links within the page and to scripts lead nowhere from here.
    if (/^[\s#¶§🔗]*$/u.test(rawText(element)) && !children.some((child) => child.type === 'image'))
      return [];
    if (href === '' || href.startsWith('#') || nowhere.test(href)) return children;
    const link = {
      type: 'link' as const,
      url: resolve(href),
      title: collapse(attribute(element, 'title')) || null,
      children: children as PhrasingContent[],
    };
    state.patch(element, link);
    return link;
  };

  const img: Handle = (state, element) => {
    const src = addressOf(element);
    if (src === '' || isPixel(element)) return [];
    const image: Image = {
      type: 'image',
      url: resolve(src),
      title: collapse(attribute(element, 'title')) || null,
      alt: collapse(attribute(element, 'alt')),
    };
    state.patch(element, image);
    return image;
  };

  const figure: Handle = (state, element) => {
    const { caption, credit } = captionOf(element);
    const words = caption && withoutCredit(caption);
    const children = words ? inlineOf(state.all(words)) : [];
    const images = imagesIn(element)
      .map((image) => img(state, image, undefined))
      .filter((image): image is Image => (image as Image | undefined)?.type === 'image');
    const last = images.at(-1);
    const other = element.children.some(
      (child) => isElement(child) && child !== caption && isOther(child),
    );
    if (!last || other) {
      const rest = { ...element, children: element.children.filter((child) => child !== caption) };
      const flow = state.toFlow(state.all(rest));
      return children.length > 0 ? [...flow, { type: 'paragraph', children }] : flow;
    }
    last.data = { figure: { children, text: words ? textOf(words) : '', credit } };
    return images.map((image) => ({
      type: 'paragraph',
      children: [image],
      ...(image.position ? { position: image.position } : {}),
    }));
  };

  const div: Handle = (state, element) =>
    isFigure(element) ? figure(state, element, undefined) : flow(state, element);

  return {
    ...tableHandlers,
    a,
    img,
    image: img,
    figure,
    div,
    section,
    sup: raised(superscripts),
    sub: raised(subscripts),
    q,
    wbr: () => [],
    math,
    details: flow,
    summary: defaultHandlers['p'] as Handle,
  };
}

function flow(state: State, element: Element): RootContent[] {
  return state.toFlow(state.all(element));
}

/** Anything in a figure that is more than a picture. */
function isOther(element: Element): boolean {
  const { tagName, children } = element;
  if (tagName === 'p') return rawText(element).trim() !== '';
  if (['table', 'pre', 'blockquote', 'ul', 'ol'].includes(tagName)) return true;
  const isBox = ['div', 'span', 'section'].includes(tagName);
  return isBox && children.some((child) => isElement(child) && isOther(child));
}

/** Formulas as their text: what is in one is no markup of ours. */
const math: Handle = (state, element) => {
  const text: Text = { type: 'text', value: textOf(element) };
  state.patch(element, text);
  return text;
};

const section: Handle = (state, element) => {
  const identifier = attribute(element, 'dataNoteDefinition');
  const children = flow(state, element);
  if (identifier === '') return children;
  const definition: FootnoteDefinition = {
    type: 'footnoteDefinition',
    identifier,
    label: identifier,
    children: children as FootnoteDefinition['children'],
  };
  state.patch(element, definition);
  return definition;
};

const superscripts: Readonly<Record<string, string>> = {
  '0': '⁰',
  '1': '¹',
  '2': '²',
  '3': '³',
  '4': '⁴',
  '5': '⁵',
  '6': '⁶',
  '7': '⁷',
  '8': '⁸',
  '9': '⁹',
  '+': '⁺',
  '−': '⁻',
  '-': '⁻',
  '(': '⁽',
  ')': '⁾',
  n: 'ⁿ',
};
const subscripts: Readonly<Record<string, string>> = {
  '0': '₀',
  '1': '₁',
  '2': '₂',
  '3': '₃',
  '4': '₄',
  '5': '₅',
  '6': '₆',
  '7': '₇',
  '8': '₈',
  '9': '₉',
  '+': '₊',
  '−': '₋',
  '-': '₋',
  '(': '₍',
  ')': '₎',
};

/** 10⁶ is no 106: figures that are raised or lowered become characters that are. "19th" stays as it is. */
function raised(characters: Readonly<Record<string, string>>): Handle {
  return (state, element) => {
    const children = state.all(element);
    const marks = children.filter((child) => child.type === 'footnoteReference');
    // Commas and brackets between marks.
    if (marks.length > 0 && /^[\s,;[\]()–-]*$/.test(rawText(element))) return marks;
    const figures = rawText(element).trim();
    if (figures === '' || ![...figures].every((each) => each in characters)) return children;
    const stack: Nodes[] = [...children];
    for (let node = stack.pop(); node; node = stack.pop()) {
      if (node.type === 'text')
        node.value = [...node.value].map((each) => characters[each] ?? each).join('');
      else if ('children' in node) for (const child of node.children) stack.push(child);
    }
    return children;
  };
}

const q: Handle = (state, element) => {
  const inner = state.qNesting % 2 === 1;
  state.qNesting++;
  const children = state.all(element) as RootContent[];
  state.qNesting--;
  const { position } = element;
  const tags = (
    element.data as
      { position?: { opening?: Text['position']; closing?: Text['position'] } } | undefined
  )?.position;
  const mark = (value: string, place: Text['position']): Text => ({
    type: 'text',
    value,
    ...(place ? { position: structuredClone(place) } : {}),
  });
  // Of an element that was never closed, only where it begins is known.
  const opening = tags?.opening ?? (position && { start: position.start, end: position.start });
  const end = tags?.closing ?? (position && { start: position.end, end: position.end });
  return [mark(inner ? '‘' : '“', opening), ...children, mark(inner ? '’' : '”', end)];
};
