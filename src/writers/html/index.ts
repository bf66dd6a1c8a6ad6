/** The HTML writer: a complete page, or the article alone, that is safe to publish whatever the article holds. */
import type { Root } from 'hast';
import rehypeStringify from 'rehype-stringify';
import { unified } from 'unified';
import type { Writer, WriterInput } from '../writer.ts';
import { composeArticle } from './compose.ts';
import { runHousePlugins } from './house-plugins.ts';
import { layOut } from './lay-out.ts';
import { toPage } from './page.ts';
import { sanitiseArticle } from './sanitise.ts';
import { toContent } from './to-content.ts';

const printer = unified().use(rehypeStringify, { upperDoctype: true }).freeze();

export const htmlWriter: Writer = {
  extension: 'html',
  write: writeHtml,
};

/**
 * The order matters: whatever the article and the house's plugins bring goes through `sanitiseArticle`, after which only what is ours
 * is added.
 */
async function writeHtml({ tree, file, article, html }: WriterInput): Promise<string> {
  const content = toContent(tree, file);
  await runHousePlugins(content, html.plugins, file);
  const element = sanitiseArticle(composeArticle(content, article, html));
  const page: Root =
    html.page === 'fragment'
      ? { type: 'root', children: [element] }
      : toPage(element, article, html);
  return `${printer.stringify(layOut(page))}\n`;
}
