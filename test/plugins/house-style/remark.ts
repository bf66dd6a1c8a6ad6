import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import remarkStringify from 'remark-stringify';
import { unified } from 'unified';

/** A plain remark chain, as `remark()` makes one. */
export function remark({ footnotes = false } = {}) {
  const processor = unified().use(remarkParse).use(remarkStringify);
  return footnotes ? processor.use(remarkGfm) : processor;
}
