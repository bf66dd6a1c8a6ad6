import { gfmFootnoteFromMarkdown, gfmFootnoteToMarkdown } from 'mdast-util-gfm-footnote';
import { gfmFootnote } from 'micromark-extension-gfm-footnote';
import type { Root } from 'mdast';
import remarkParse from 'remark-parse';
import remarkStringify from 'remark-stringify';
import { unified, type Processor } from 'unified';
import { VFile } from 'vfile';
import citations, { type CitationsOptions } from '../../../plugins/citations/index.ts';
import { messageId, type CitationRecord, type CslItem } from '../../../src/model/index.ts';
import { removePosition } from './remove-position.ts';

/** An article that went through the plugin alone, as in any remark chain. */
export interface Processed {
  markdown: string;
  tree: Root;
  file: VFile;
  citations: CitationRecord[];
  /** Ids of messages, sorted. */
  rules: string[];
}

export interface ArticleOptions extends CitationsOptions {
  /** EDTF. Default `2022-10-19`; null for an article whose date nobody states. */
  published?: string | null;
  positions?: boolean;
  data?: VFile['data'] | undefined;
}

export function processArticle(
  value: string,
  { published = '2022-10-19', positions = true, data, ...options }: ArticleOptions = {},
): Processed {
  const file = new VFile({ value, path: 'article.md' });
  if (published !== null) file.data.publicationDate = published;
  Object.assign(file.data, data);
  const processor = unified()
    .use(remarkParse)
    .use(footnotes)
    .use(remarkStringify, { bullet: '-' })
    .use(citations as never, options as never) as unknown as Processor<
    Root,
    Root,
    Root,
    Root,
    string
  >;
  const tree = processor.parse(file);
  if (!positions) removePosition(tree);
  processor.runSync(tree, file);
  return {
    markdown: processor.stringify(tree, file),
    tree,
    file,
    citations: file.data.citations ?? [],
    rules: file.messages.map((message) => messageId(message)).sort(),
  };
}

function footnotes(this: Processor): void {
  const data = this.data();
  (data.micromarkExtensions ??= []).push(gfmFootnote());
  (data.fromMarkdownExtensions ??= []).push(gfmFootnoteFromMarkdown());
  (data.toMarkdownExtensions ??= []).push(gfmFootnoteToMarkdown());
}

/** The sources of an article in one line each citation: `The Diplomat 2022-10-11; TASS 2022-10-12`. */
export function sourcesOf({ citations: all }: Processed): string[] {
  return all.map((citation) => citation.items.map(describe).join('; '));
}

export function describe(item: CslItem): string {
  const names = item.author?.map((name) => name.family ?? name.literal).join(' & ');
  const date =
    item.issued?.['date-parts']
      ?.map((parts) => parts.map((part) => String(part).padStart(2, '0')).join('-'))
      .join('/') ?? item.issued?.literal;
  const parts = [
    names,
    item['container-title'] ?? item.URL ?? item.references,
    date,
    item.locator && `@${item.locator}`,
  ];
  return parts.filter((part) => part !== undefined && part !== '').join(' ');
}
