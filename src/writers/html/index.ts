/** The HTML writer: a complete page, or the article alone, that is safe to publish whatever the article holds. */
import type { Element, Root } from 'hast';
import rehypeStringify from 'rehype-stringify';
import { unified } from 'unified';
import type { Writer, WriterInput } from '../writer.ts';
import { composeArticle } from './compose.ts';
import { runHousePlugins } from './house-plugins.ts';
import { layOut } from './lay-out.ts';
import { toPage } from './page.ts';
import { partsOfArticle } from './page-parts.ts';
import { sanitiseArticle } from './sanitise.ts';
import { fillTemplate } from './template.ts';
import { toContent } from './to-content.ts';

const printer = unified().use(rehypeStringify, { upperDoctype: true }).freeze();

export const htmlWriter: Writer = {
  extension: 'html',
  write: writeHtml,
  writeParts: async (input) => (await pageParts(input)) ?? [await writeHtml(input)],
};

/**
 * The order matters: whatever the article and the house's plugins bring goes through `sanitiseArticle`, after which only what is ours
 * is added.
 */
async function writeHtml(input: WriterInput): Promise<string> {
  const { article, html } = input;
  const element = await safeArticle(input);
  if (html.template) {
    layOut({ type: 'root', children: [element] });
    return `${printer.stringify(fillTemplate(html.template, { element, article, settings: html })).trim()}\n`;
  }
  const page: Root =
    html.page === 'fragment'
      ? { type: 'root', children: [element] }
      : toPage(element, article, html);
  return print(page);
}

/** The text and its notes, without what stands above them: for formats that have the headline in a field of its own. */
export async function articleBody(input: WriterInput): Promise<string> {
  const { children } = await safeArticle(input);
  const parts = children.filter(
    (child) => child.type === 'element' && (child.tagName === 'div' || child.tagName === 'section'),
  );
  return print({ type: 'root', children: parts });
}

async function safeArticle(input: WriterInput): Promise<Element> {
  return sanitiseArticle(await composed(input));
}

async function composed({ tree, file, article, html }: WriterInput): Promise<Element> {
  const content = toContent(tree, file, html.plugins.length > 0);
  await runHousePlugins(content, html.plugins, file);
  return composeArticle(content, article, html);
}

/** The page in parts; undefined where it can't be told in parts what it is. */
async function pageParts(input: WriterInput): Promise<string[] | undefined> {
  const { article, html } = input;
  if (html.template) return undefined;
  return partsOfArticle(
    await composed(input),
    (element, loaded) =>
      html.page === 'fragment'
        ? { type: 'root', children: [element] }
        : toPage(element, article, html, loaded),
    (root) => printer.stringify(layOut(root)),
  );
}

function print(root: Root): string {
  return `${printer.stringify(layOut(root))}\n`;
}
