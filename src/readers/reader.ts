import type { Root } from 'mdast';
import type { Processor } from 'unified';
import type { VFile } from 'vfile';
import type { Limits } from '../limits.ts';

/** The configured processor: parses, transforms and serialises with what its plugins bring. */
export type ArticleProcessor = Processor<Root, Root, Root, Root, string>;

/** Knows one format: how its text becomes a tree. */
export interface Reader {
  /** Endings of file names, with the dot, in lower case. */
  extensions: readonly string[];
  /** Whether the format is parsed by micromark, so that plugins that extend Markdown's syntax have an effect. */
  markdownSyntax: boolean;
  /** Whether the file is no text: the reader is given its bytes as the file's value, and nodes have no positions. */
  binary?: boolean;
  /** Loads what reads it, with the first article of the format. */
  load: () => Promise<Read>;
}

/**
 * Makes the tree, and fills `file.data.stated` with what the source says outside its text.
 *
 * @throws LimitError where that would cost too much.
 */
export type Read = (
  file: VFile,
  processor: ArticleProcessor,
  limits: Readonly<Limits>,
) => Root | Promise<Root>;
