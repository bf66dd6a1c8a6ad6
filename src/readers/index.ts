/** The table of the formats that are read. */
import type { Reader } from './reader.ts';

export type { ArticleProcessor, Read, Reader } from './reader.ts';

export const readers = {
  text: {
    extensions: ['.txt', '.text'],
    markdownSyntax: false,
    load: async () => (await import('./text/index.ts')).readText,
  },
  markdown: {
    extensions: ['.md', '.markdown'],
    markdownSyntax: true,
    load: async () => (await import('./markdown/index.ts')).readMarkdown,
  },
  html: {
    extensions: ['.html', '.htm'],
    markdownSyntax: false,
    load: async () => (await import('./html/index.ts')).readHtml,
  },
  docx: {
    extensions: ['.docx'],
    markdownSyntax: false,
    binary: true,
    load: async () => (await import('./docx/index.ts')).readDocx,
  },
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
