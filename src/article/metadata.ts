import type { Image, Root } from 'mdast';
import type { VFile } from 'vfile';
import type { ArticleImage, Masthead, MastheadRole, Metadata } from '../model/index.ts';
import { eachNode, languageOf, textView } from '../text/index.ts';
import type { BodyText } from './body-text.ts';
import { countWords } from './word-count.ts';

/** Words that a reader of English takes in a minute, silently: Brysbaert (2019), doi:10.1016/j.jml.2019.104047. */
const wordsPerMinute = 238;
/** What is known of the article as a whole. Printed parts (title, captions) are read from the finished tree. */
export function metadataOf(tree: Root, file: VFile, body: BodyText): Metadata {
  const masthead = file.data.masthead;
  const stated = file.data.stated;
  const printed = (role: MastheadRole): string | null => printedBlocks(tree, file, role)[0] ?? null;
  const wordCount = countWords(body.text);
  return {
    title: printed('title') ?? (masthead ? null : (stated?.title ?? null)),
    subtitle: printed('subtitle') ?? (masthead ? null : (stated?.subtitle ?? null)),
    authors: masthead?.authors ?? stated?.authors ?? [],
    publication: masthead?.publication ?? stated?.publication ?? null,
    date: masthead?.date ?? stated?.date ?? null,
    dateline: printed('dateline') ?? stated?.dateline ?? null,
    language: languageOf(tree, file) ?? 'en',
    url: masthead?.url ?? stated?.url ?? null,
    images: imagesOf(tree, file),
    wordCount,
    readingMinutes: wordCount === 0 ? 0 : Math.max(1, Math.round(wordCount / wordsPerMinute)),
  };
}

function printedBlocks(tree: Root, file: VFile, role: MastheadRole): string[] {
  const masthead = tree.children.find((node): node is Masthead => node.type === 'masthead');
  return (masthead?.children ?? [])
    .filter((block) => block.data?.mastheadRole === role)
    .map((block) => textView(block, file).text.replace(/[\t\n ]+/g, ' '));
}

/** Images that stated metadata or captions tell of, then those of the body. */
function imagesOf(tree: Root, file: VFile): ArticleImage[] {
  const images: ArticleImage[] = [];
  const masthead = tree.children.find((node): node is Masthead => node.type === 'masthead');
  const last = (): ArticleImage => {
    const image = images.at(-1);
    if (image && image.credit === null) return image;
    return add({});
  };
  const add = (image: Partial<ArticleImage>): ArticleImage => {
    const made = { caption: null, credit: null, src: null, alt: null, ...image };
    images.push(made);
    return made;
  };
  for (const block of masthead?.children ?? []) {
    const role = block.data?.mastheadRole;
    if (role === 'caption') {
      const { credit, src, alt } = block.data?.image ?? {};
      add({
        caption: textView(block, file).text,
        credit: credit ?? null,
        src: src ?? null,
        alt: alt ?? null,
      });
    } else if (role === 'credit') {
      last().credit = textView(block, file).text;
    }
  }
  for (const image of file.data.stated?.images ?? []) {
    // A caption that is printed is in the masthead already.
    if (!masthead || image.caption === undefined) add(image);
  }
  const known = new Set(images.map((image) => image.src));
  const shown: Image[] = [];
  eachNode<Image>(tree, 'image', (node) => void shown.push(node));
  // Those that say something below them first: front matter names them.
  for (const node of [...shown.filter(({ title }) => title), ...shown]) {
    if (known.has(node.url)) continue;
    known.add(node.url);
    add({ src: node.url, alt: node.alt ?? null, caption: node.title || null });
  }
  return images;
}
