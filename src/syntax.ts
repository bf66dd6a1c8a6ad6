import { frontmatterFromMarkdown } from 'mdast-util-frontmatter';
import { gfmFootnoteFromMarkdown, gfmFootnoteToMarkdown } from 'mdast-util-gfm-footnote';
import {
  gfmStrikethroughFromMarkdown,
  gfmStrikethroughToMarkdown,
} from 'mdast-util-gfm-strikethrough';
import { gfmTaskListItemToMarkdown } from 'mdast-util-gfm-task-list-item';
import { gfmTableFromMarkdown, gfmTableToMarkdown } from 'mdast-util-gfm-table';
import { frontmatter } from 'micromark-extension-frontmatter';
import { gfmFootnote } from 'micromark-extension-gfm-footnote';
import { gfmStrikethrough } from 'micromark-extension-gfm-strikethrough';
import { gfmTaskListItem } from 'micromark-extension-gfm-task-list-item';
import type {} from 'remark-parse';
import type {} from 'remark-stringify';
import type { Processor } from 'unified';
import { toMarkdownExtension } from './model/index.ts';
import { tables } from './readers/markdown/tables.ts';
import { underlines } from './readers/markdown/underlines.ts';
import { taskListsFromMarkdown } from './readers/markdown/task-lists.ts';
import { text } from './writers/markdown/text.ts';
import { root } from './writers/markdown/unsafe.ts';

/**
 * The Markdown that is read and written: CommonMark with footnotes, tables, strikethrough, task lists and YAML front matter.
 *
 * GFM's literal autolinks are left out: they treble the time of parsing, and a bare address in an article is the citations
 * plugin's affair.
 */
export function articleSyntax(this: Processor): void {
  const data = this.data();
  (data.micromarkExtensions ??= []).push(
    frontmatter(['yaml']),
    gfmFootnote(),
    tables,
    gfmStrikethrough(),
    gfmTaskListItem(),
    underlines,
  );
  (data.fromMarkdownExtensions ??= []).push(
    frontmatterFromMarkdown(['yaml']),
    gfmFootnoteFromMarkdown(),
    gfmTableFromMarkdown(),
    gfmStrikethroughFromMarkdown(),
    taskListsFromMarkdown(),
  );
  (data.toMarkdownExtensions ??= []).push(
    gfmFootnoteToMarkdown(),
    gfmTableToMarkdown(),
    gfmStrikethroughToMarkdown(),
    gfmTaskListItemToMarkdown(),
    toMarkdownExtension,
    { handlers: { root, text } },
  );
}
