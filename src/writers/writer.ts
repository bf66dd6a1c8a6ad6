import type { Root } from 'mdast';
import type { VFile } from 'vfile';
import type { PluggableList } from 'unified';
import type { HtmlConfig, MarkdownConfig, TxtConfig } from '../config/types.ts';
import type { Article } from '../model/index.ts';
import type { ArticleProcessor } from '../readers/reader.ts';
import type { Template } from './html/template.ts';

/** What a writer is given: the finished tree and what is known of the article. It may not change either. */
export interface WriterInput {
  tree: Root;
  file: VFile;
  article: Article;
  /** The configured processor: serialises Markdown with what its plugins bring. */
  processor: ArticleProcessor;
  html: HtmlSettings;
  markdown?: MarkdownConfig | undefined;
  txt?: TxtConfig | undefined;
}

/** How the page is made. */
export interface HtmlSettings extends Omit<HtmlConfig, 'plugins' | 'css' | 'template'> {
  /** Rehype plugins, ready to be attached. */
  plugins: PluggableList;
  /** The text of the house's own style sheet. */
  css?: string | undefined;
  /** The house's own page. */
  template?: Template | undefined;
}

/** Knows one output format. */
export interface Writer {
  /** Ending of the output file, without the dot. */
  extension: string;
  /** The whole content of the output file. */
  write: (input: WriterInput) => string | Promise<string>;
  /**
   * The same content in parts, to be joined as they are: of a long article no output then has to stand in memory as a whole. A part
   * ends between two characters. Without it `write` is asked.
   */
  writeParts?: (input: WriterInput) => Iterable<string> | Promise<Iterable<string>>;
}
