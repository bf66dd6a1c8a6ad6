/**
 * Pictures and their captions.
 *
 * A picture in the text keeps its caption as its title: writers print it below the picture. One that stands before the text belongs to the
 * article as a whole: its caption becomes a line above the text, with its formatting and its place, and the picture is stated metadata.
 */
import type { Element, ElementContent, Nodes, Root as HastRoot } from 'hast';
import type { Image, Paragraph, Root, RootContent } from 'mdast';
import type { StatedImage } from '../../model/index.ts';
import {
  attribute,
  classesOf,
  collapse,
  countWords,
  elementsIn,
  isElement,
  textOf,
} from './hast.ts';
import { trim } from './tidy.ts';

export interface Caption {
  caption: Element | undefined;
  credit: string | undefined;
}

declare module 'mdast' {
  interface ImageData {
    /** The caption as running text, and the credit, until it is known where the picture stands. */
    figure?:
      { children: Paragraph['children']; text: string; credit?: string | undefined } | undefined;
  }
}

const creditClass =
  /(?:^|[-_])(?:credits?|copyright|photographer|source|photo-?by|attribution)(?:$|[-_])/;
const captionClass = /^wp-caption-text$|(?:^|[-_])caption(?:$|[-_]text$|__text$)/;

/** A figure, or what stands for one: a box with a picture and a caption. */
export function isFigure(element: Element): boolean {
  if (element.tagName === 'figure') return true;
  return (
    isElement(element, 'div') &&
    classesOf(element).some((name) => name === 'wp-caption' || name === 'image-caption-container')
  );
}

export function imagesIn(element: Element): Element[] {
  return [...elementsIn(element)].filter((each) => each.tagName === 'img');
}

/** The caption of a figure, and the credit that is marked up as one. */
export function captionOf(figure: Element): Caption {
  let caption: Element | undefined;
  let credit: Element | undefined;
  for (const element of elementsIn(figure)) {
    const classes = classesOf(element);
    if (
      !caption &&
      (element.tagName === 'figcaption' || classes.some((name) => captionClass.test(name)))
    ) {
      caption = element;
    }
    if (
      !credit &&
      (classes.some((name) => creditClass.test(name)) ||
        attribute(element, 'itemProp') === 'copyrightHolder')
    ) {
      credit = element;
    }
  }
  const words = (credit && textOf(credit).replace(/^[([]|[)\]]$/g, '')) ?? besides(figure, caption);
  return {
    caption: caption === credit ? undefined : caption,
    credit: words ? bareCredit(words) : undefined,
  };
}

/** Words in a figure that are not of its caption: who took the picture, as a rule. */
function besides(figure: Element, caption: Element | undefined): string | undefined {
  if (caption === undefined && figure.tagName !== 'figure') return undefined;
  const copy = (element: Element): Element => ({
    ...element,
    children: element.children.flatMap((child): ElementContent[] => {
      if (child === caption) return [];
      return isElement(child) ? [copy(child)] : [child];
    }),
  });
  const text = textOf(copy(figure));
  return text === '' ? undefined : text;
}

/** "Photo: A B" → "A B" */
function bareCredit(text: string): string {
  return text
    .replace(
      /^\s*(?:photo(?:graph)?|image|picture|illustration|credit|source|©)\s*(?:credit\s*)?(?::|by\b|©)?\s*/i,
      '',
    )
    .trim();
}

/** A caption without the credit in it. */
export function withoutCredit(caption: Element): Element {
  const copy = (node: Nodes): boolean =>
    isElement(node) && node !== caption && classesOf(node).some((name) => creditClass.test(name));
  return { ...caption, children: caption.children.filter((child) => !copy(child)) };
}

/** Captions above the text whose pictures are lost: paragraphs of a header that say what they are. Their credits are taken out of them. */
export function loneCaptions(tree: HastRoot): StatedImage[] {
  const images: StatedImage[] = [];
  for (const header of elementsIn(tree)) {
    if (header.tagName !== 'header') continue;
    for (const line of header.children) {
      if (!isElement(line, 'p') || !classesOf(line).includes('caption')) continue;
      const { credit } = captionOf(line);
      line.children = withoutCredit(line).children;
      images.push({ caption: textOf(line), ...(credit === undefined ? {} : { credit }) });
    }
  }
  return images;
}

/** The address of a picture, also where a script was to load it. */
export function addressOf(image: Element): string {
  const src = attribute(image, 'src');
  if (
    src !== '' &&
    !/^data:image\/(?:gif|svg|png);/i.test(src) &&
    !/(?:placeholder|blank|spacer|lazy)\b[^/]*$/i.test(src)
  ) {
    return src;
  }
  for (const name of ['dataSrc', 'dataLazySrc', 'dataOriginal', 'dataOrigFile', 'dataUrl']) {
    const lazy = attribute(image, name);
    if (lazy !== '') return lazy;
  }
  for (const name of ['srcSet', 'dataSrcset', 'dataSrcSet', 'dataLazySrcset']) {
    const best = largest(attribute(image, name));
    if (best !== undefined) return best;
  }
  return src;
}

function largest(srcset: string): string | undefined {
  let best: string | undefined;
  let most = -1;
  for (const candidate of srcset.split(/,\s+|,(?=https?:|\/)/).slice(0, 50)) {
    const [url, size] = candidate.trim().split(/\s+/);
    const width = Number.parseFloat(size ?? '0') || 0;
    if (url && width > most) [best, most] = [url, width];
  }
  return best;
}

/** A picture that only counts visits or draws a line: without words, and a pixel in size. */
export function isPixel(image: Element): boolean {
  const [width, height] = [
    Number(attribute(image, 'width') || 99),
    Number(attribute(image, 'height') || 99),
  ];
  return (width <= 2 || height <= 2) && attribute(image, 'alt') === '';
}

/** So many words make a paragraph of the text, before which a picture is the article's own. */
const fewestWords = 20;

/** Moves the caption of a picture before the text to a line of its own; the others become titles. */
export function settleFigures(tree: Root, wordsOf: (node: RootContent) => string): StatedImage[] {
  const stated: StatedImage[] = [];
  let isHead = true;
  tree.children = tree.children.flatMap((node): RootContent[] => {
    const image = loneFigure(node);
    if (isHead && image?.data?.figure) {
      const { children, text, credit } = image.data.figure;
      delete image.data;
      stated.push({
        src: image.url,
        ...(image.alt ? { alt: image.alt } : {}),
        ...(text === '' ? {} : { caption: text }),
        ...(credit === undefined ? {} : { credit }),
      });
      const line: Paragraph = { type: 'paragraph', children };
      trim(line);
      return line.children.length === 0 ? [] : [line];
    }
    if (
      image === undefined &&
      countWords(wordsOf(node)) >= fewestWords &&
      node.type === 'paragraph'
    )
      isHead = false;
    if (node.type === 'heading' && node.depth > 1 && stated.length > 0) isHead = false;
    return [node];
  });
  return stated;
}

/** What is left is titled. */
export function titleFigure(image: Image): void {
  const figure = image.data?.figure;
  if (!figure) return;
  delete image.data;
  const { text, credit } = figure;
  const title = credit === undefined ? text : `${text} (${credit})`.trim();
  if (title !== '') image.title = collapse(title);
}

function loneFigure(node: RootContent): Image | undefined {
  if (node.type !== 'paragraph' || node.children.length !== 1) return undefined;
  const [only] = node.children;
  return only?.type === 'image' ? only : undefined;
}
