/** Captions: paragraphs that belong to an image. */
import type { PhrasingContent } from 'mdast';
import type { StatedImage } from '../../model/index.ts';
import { imageIn, isImages, type Entry, type ParagraphEntry } from './entries.ts';

/** What may stand above a caption that is part of the masthead. */
const headRoles: ReadonlySet<string> = new Set([
  'title',
  'subtitle',
  'author',
  'heading',
  'caption',
]);

export interface Captioned {
  entries: Entry[];
  /** Images above the text, whose captions stay in it for the masthead to be found. */
  images: StatedImage[];
}

/**
 * Joins each caption to its image. In the text the caption becomes the image's title, which is printed below it; one with notes, links or images
 * of its own stays a paragraph. Above the text it stays as well, and is stated: there it is part of the masthead.
 */
export function joinCaptions(entries: readonly Entry[]): Captioned {
  const images: StatedImage[] = [];
  const result: Entry[] = [];
  const flat = entries.flatMap(opened);
  let isHead = true;
  for (let at = 0; at < flat.length; at++) {
    const entry = flat[at] as Entry;
    const next = flat[at + 1];
    isHead &&= isOfHead(entry);
    const pair = pairOf(entry, next);
    if (!pair) {
      result.push(entry);
      continue;
    }
    const { image, caption } = pair;
    const { text } = caption;
    if (isHead) {
      images.push({
        caption: text.trim(),
        src: image.url,
        ...(image.alt ? { alt: image.alt } : {}),
      });
      result.push(pair.images, caption);
    } else {
      image.title = text.replace(/\s+/g, ' ').trim();
      result.push(pair.images);
    }
    if (pair.both) at++;
  }
  return { entries: result, images };
}

/** An image in a box, as LibreOffice has them, stands in the text like any other. */
function opened(entry: Entry): Entry[] {
  if (entry.type !== 'box') return [entry];
  const holdsImage = entry.entries.some((each) => isImages(each) || withImage(each) !== undefined);
  return holdsImage ? entry.entries : [entry];
}

interface Pair {
  image: PhrasingContent & { type: 'image' };
  images: ParagraphEntry;
  caption: ParagraphEntry;
  /** The two are two entries. */
  both: boolean;
}

function pairOf(entry: Entry, next: Entry | undefined): Pair | undefined {
  const own = withImage(entry);
  if (own) return own;
  if (isImages(entry) && isCaption(next)) return paired(entry, next);
  if (isCaption(entry) && isImages(next)) return paired(next, entry);
  return undefined;
}

function paired(images: ParagraphEntry, caption: ParagraphEntry): Pair | undefined {
  const all = images.children.map(imageIn).filter((each) => each !== undefined);
  const [image] = all;
  return image && all.length === 1 && !image.title
    ? { image, images, caption, both: true }
    : undefined;
}

/** A caption that holds its image itself. */
function withImage(entry: Entry): Pair | undefined {
  if (entry.type !== 'paragraph' || entry.role?.type !== 'caption' || entry.text.trim() === '')
    return undefined;
  const at = entry.children.findIndex((node) => imageIn(node) !== undefined);
  const image = imageIn(entry.children[at]);
  const others = entry.children.filter((_, index) => index !== at);
  if (!image || !isPlain(others)) return undefined;
  const words = trimmed(others);
  return {
    image,
    images: {
      ...entry,
      role: undefined,
      children: [entry.children[at] as PhrasingContent],
      text: '',
    },
    caption: { ...entry, children: words },
    both: false,
  };
}

function trimmed(nodes: readonly PhrasingContent[]): PhrasingContent[] {
  const result = [...nodes];
  while (result[0]?.type === 'break') result.shift();
  while (result.at(-1)?.type === 'break') result.pop();
  return result;
}

function isCaption(entry: Entry | undefined): entry is ParagraphEntry {
  return (
    entry?.type === 'paragraph' &&
    entry.role?.type === 'caption' &&
    entry.text.trim() !== '' &&
    isPlain(entry.children)
  );
}

/** Whether nothing is lost where only the words are kept. */
function isPlain(nodes: readonly PhrasingContent[]): boolean {
  return nodes.every((node) => {
    if (node.type === 'text' || node.type === 'break' || node.type === 'inlineCode') return true;
    return 'children' in node && node.type !== 'link' && isPlain(node.children);
  });
}

function isOfHead(entry: Entry): boolean {
  const type = entry.type === 'paragraph' ? entry.role?.type : undefined;
  return (type !== undefined && headRoles.has(type)) || isImages(entry);
}
