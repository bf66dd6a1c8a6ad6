/** The table of the formats that are read. */
import { readDocx } from './docx/index.ts';
import { readHtml } from './html/index.ts';
import { readMarkdown } from './markdown/index.ts';
import type { Reader } from './reader.ts';
import { readText } from './text/index.ts';

export type { ArticleProcessor, Reader } from './reader.ts';

export const readers = {
  text: { extensions: ['.txt', '.text'], markdownSyntax: false, read: readText },
  markdown: { extensions: ['.md', '.markdown'], markdownSyntax: true, read: readMarkdown },
  html: { extensions: ['.html', '.htm'], markdownSyntax: false, read: readHtml },
  docx: { extensions: ['.docx'], markdownSyntax: false, binary: true, read: readDocx },
} as const satisfies Record<string, Reader>;

/** A format that there is a reader for. */
export type ReadableFormat = keyof typeof readers;

/** Endings of all files that can be read. */
export const readableExtensions: readonly string[] = Object.values(readers).flatMap(
  (reader: Reader) => reader.extensions,
);

/** The format of a file by its name; text where the ending says nothing. */
export function formatOf(path: string | undefined): ReadableFormat {
  const name = (path ?? '').toLowerCase();
  for (const [format, reader] of Object.entries<Reader>(readers)) {
    if (reader.extensions.some((extension) => name.endsWith(extension))) {
      return format as ReadableFormat;
    }
  }
  return 'text';
}
