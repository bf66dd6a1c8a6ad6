import remarkStringify from 'remark-stringify';
import { unified } from 'unified';
import { VFile } from 'vfile';
import { readHtml } from '../../../../src/readers/html/index.ts';
import { articleSyntax } from '../../../../src/syntax.ts';

const writer = unified()
  .use(articleSyntax)
  .use(remarkStringify, { bullet: '-', emphasis: '*', rule: '-' })
  .freeze();

/** HTML as Markdown, by the reader alone. */
export function markdownOf(html: string): string {
  return writer.stringify(readHtml(new VFile(html))).trim();
}

/** What the reader learns of the article outside its text, and what it says. */
export function fileOf(html: string): VFile {
  const file = new VFile(html);
  readHtml(file);
  return file;
}
