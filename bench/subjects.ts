/** What is measured, and what it is measured against. */
import { fileURLToPath } from 'node:url';
import rehypeStringify from 'rehype-stringify';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import remarkRehype from 'remark-rehype';
import remarkStringify from 'remark-stringify';
import { unified } from 'unified';
import type { Root } from 'mdast';
import { generateArticle } from './articles.ts';

type Copydesk = typeof import('../src/index.ts');

export const root = fileURLToPath(new URL('..', import.meta.url));
/** The command as it is built. */
export const command = `${root}dist/bundle/cli.cjs`;

/** The compiled code: what loads TypeScript on the fly adds to each function. */
export async function copydesk(): Promise<Copydesk> {
  return (await import(new URL('../dist/src/index.js', import.meta.url).href)) as Copydesk;
}

/** Limits that a long article stays below. */
export const limits = { inputBytes: 64_000_000, time: 600, memory: 8192 };

/** An article of about that many characters. Markdown is read by all, and is what the bare chain can read. */
export function article(length: number, format: 'text' | 'markdown' = 'markdown'): string {
  const { content } = generateArticle(7, length % 1000, { length, format });
  return content;
}

/** remark with GFM and three outputs, and no editorial work. */
export function bareChain(): (value: string) => string[] {
  const parser = unified().use(remarkParse).use(remarkGfm).use(remarkStringify).freeze();
  const toHtml = unified().use(remarkRehype).use(rehypeStringify).freeze();
  return (value) => {
    const tree = parser.runSync(parser.parse(value)) as Root;
    return [
      parser.stringify(tree),
      toHtml.stringify(toHtml.runSync(tree) as never) as string,
      JSON.stringify(tree),
    ];
  };
}

export function parseOnly(): (value: string) => Root {
  const parser = unified().use(remarkParse).freeze();
  return (value) => parser.parse(value);
}
