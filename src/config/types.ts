/**
 * What a user writes in `pipeline.config.yaml`. `schemas/pipeline.config.schema.json` is made from this file.
 * `settings.ts` has what becomes of it.
 */
import type { LimitsConfig } from '../limits.ts';
import type { FormatFile, FormatName } from '../writers/format-name.ts';

/** How grave a rule's findings are; `off` leaves them out. */
export type RuleSetting = 'error' | 'warning' | 'info' | 'off';

/**
 * A plugin: its name, a mapping from its name to its options, or, where it takes several parameters, a list of its name and these. `false`
 * as options turns it off.
 *
 * A bare name is a plugin that copydesk ships, else a package; a path that begins with `./` is the house's own.
 *
 * @examples ["citations", {"citations": {"style": "chicago-notes"}}, "./plugins/house-style.ts", "remark-smartypants"]
 */
export type PluginEntry = string | [string, ...unknown[]] | Record<string, unknown>;

export interface HtmlConfig {
  /** Rehype plugins, run on the article's body before it is made safe. */
  plugins?: PluginEntry[];
  /** A whole page, or the article alone, to be put into one. */
  page?: 'full' | 'fragment';
  /** A style sheet that replaces ours. Relative to the config. */
  css?: string;
  /** A page of the house with placeholders such as `{{title}}` and `{{article}}`. Relative to the config. */
  template?: string;
  /** Whether the page has the `citation_…` tags that libraries read. Default: where the publication has a volume or an issue. */
  citationTags?: boolean;
  /** Whether images that the article itself brings are shown. */
  images?: 'keep' | 'drop';
}

/** Whose names the front matter bears: our own, or those of a site generator. With `none` there is no front matter. */
export type FrontMatterPreset = 'copydesk' | 'hugo' | 'jekyll' | 'eleventy' | 'astro' | 'none';

export interface MarkdownConfig {
  /** Whose names the front matter bears. With `none` there is none: headline and byline open the text. Default: `copydesk`. */
  frontMatter?: FrontMatterPreset;
  /**
   * Where pull quotes stand. In the front matter in any case; with `directive` as `:::pull-quote` in the text as well, with `html` as an `aside` element, with a template such as
   * `{{< pullquote "{text}" >}}` as that.
   *
   * @examples ["front-matter", "directive", "html", "{{< pullquote \"{text}\" >}}"]
   */
  pullQuotes?: string;
}

export interface TxtConfig {
  /**
   * How many columns a line of plain text may take; 0 leaves each paragraph on one line. Default: 0.
   *
   * @minimum 0
   * @asType integer
   * @examples [0, 72]
   */
  width?: number;
  /** Whether pull quotes, which repeat the text, are left out of plain text or set between the paragraphs with a bar. Default: `omit`. */
  pullQuotes?: 'omit' | 'mark';
}

/** Settings of rules for some articles. */
export interface RuleOverride {
  /**
   * Globs of the articles, from the input folder. One without `/` counts in every folder; one that begins with `!` excludes.
   *
   * @examples ["opinion/**", ["wire/**", "!wire/own/**"]]
   */
  files: string | string[];
  /** How grave findings in them are, by rule. */
  rules: Record<string, RuleSetting>;
}

export interface PipelineConfig {
  /** Address of the JSON Schema that editors check this file with. */
  $schema?: string;
  /** Folder with the raw articles. Relative to the config. Default: `input`. */
  input?: string;
  /** Folder that the results are written to. Relative to the config. Default: `output`. */
  output?: string;
  /**
   * What is written. Default: `markdown`, `html` and `json`. `csl`, `bibtex` and `ris` are bibliographies; a path that begins with `./` is
   * a format of the house.
   */
  formats?: (FormatName | FormatFile)[];
  /** What is done to an article, in this order. Default: all plugins that copydesk ships. */
  plugins?: PluginEntry[];
  html?: HtmlConfig;
  /** How Markdown is written. */
  markdown?: MarkdownConfig;
  /** How plain text is written. */
  txt?: TxtConfig;
  /** What one article may cost. */
  limits?: LimitsConfig;
  /** How grave findings are, by rule or pattern: `citations/suspicious-date: error`, `entities/*: off`. */
  rules?: Record<string, RuleSetting>;
  /** Other settings of rules for some articles. Of several that match an article, the last counts. */
  overrides?: RuleOverride[];
  /**
   * Where rules are explained: what messages refer to. Default: the page of copydesk.
   *
   * @examples ["https://intranet.example/copydesk/rules.md"]
   * @pattern ^https?://[^\s#]+$
   */
  rulesUrl?: string;
}
