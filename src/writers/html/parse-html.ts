import type { Root } from 'hast';
import rehypeParse from 'rehype-parse';
import { unified } from 'unified';

const documents = unified().use(rehypeParse).freeze();
const fragments = unified().use(rehypeParse, { fragment: true }).freeze();

/** The tree of a page, or of a part of one. */
export function parseHtml(source: string, isPage: boolean): Root {
  return (isPage ? documents : fragments).parse(source);
}
