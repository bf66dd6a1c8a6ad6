import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import remarkParse from 'remark-parse';
import remarkStringify, { type Options as StringifyOptions } from 'remark-stringify';
import { unified, type PluggableList } from 'unified';
import { attachment } from './attach.ts';
import { loadPlugins, type LoadedPlugin } from './config/load-plugins.ts';
import type { Settings } from './config/settings.ts';
import { didYouMean } from './config/suggest.ts';
import { rules, type RuleCatalogue } from './model/index.ts';
import type { ArticleProcessor } from './readers/index.ts';
import { articleSyntax } from './syntax.ts';
import type { HtmlSettings } from './writers/writer.ts';

/** Everything that one article needs to go through, made once. */
export interface Assembly {
  processor: ArticleProcessor;
  html: HtmlSettings;
  markdown: Settings['markdown'];
  /** The diagnostics of copydesk and of all plugins. */
  catalogue: RuleCatalogue;
  /** Plugins that extend Markdown's syntax: they have no effect on a format that is read otherwise. */
  syntaxPlugins: readonly string[];
}

/** How Markdown is written: the forms that most linters and generators ask for. */
const markdownStyle: Readonly<StringifyOptions> = {
  bullet: '-',
  emphasis: '*',
  fences: true,
  listItemIndent: 'one',
  rule: '-',
  incrementListMarker: true,
};

/**
 * Loads the plugins and puts the processor together.
 *
 * @throws ConfigError where a plugin, its options or a rule is at fault.
 */
export async function assemble(settings: Settings): Promise<Assembly> {
  const plugins = await loadPlugins(settings.plugins, settings);
  const htmlPlugins = await loadPlugins(settings.html.plugins, settings);
  const catalogue = catalogueOf([...plugins, ...htmlPlugins]);
  checkRules(settings, catalogue);

  const processor = unified().use(remarkParse).use(articleSyntax);
  const syntaxPlugins: string[] = [];
  for (const plugin of plugins) {
    processor.use(attachment(plugin, (name) => syntaxPlugins.push(name)));
  }
  processor.use(remarkStringify, markdownStyle);
  // Plugins are attached here, so that faulty options are found before the first article.
  attachAll(processor, plugins, settings);

  return {
    processor: processor as unknown as ArticleProcessor,
    html: toHtmlSettings(settings, htmlPlugins),
    markdown: settings.markdown,
    catalogue,
    syntaxPlugins,
  };
}

function attachAll(
  processor: { freeze: () => unknown },
  plugins: readonly LoadedPlugin[],
  settings: Settings,
): void {
  try {
    processor.freeze();
  } catch (error) {
    const name = (error as { plugin?: string }).plugin;
    const index = plugins.findIndex((plugin) => plugin.name === name);
    const request = settings.plugins.find((each) => each.name === name) ?? settings.plugins[index];
    const reason = error instanceof Error ? error.message : String(error);
    throw Object.assign(settings.source.error(reason, request?.path ?? ['plugins']), {
      cause: error,
    });
  }
}

function catalogueOf(plugins: readonly LoadedPlugin[]): RuleCatalogue {
  return Object.assign({}, rules, ...plugins.map((plugin) => plugin.rules)) as RuleCatalogue;
}

/** A rule of ours that there is none of is a slip; `source:rule` belongs to a foreign plugin, which has no catalogue. */
function checkRules(settings: Settings, catalogue: RuleCatalogue): void {
  const known = Object.keys(catalogue);
  for (const id of Object.keys(settings.rules)) {
    if (id.includes(':') || Object.hasOwn(catalogue, id)) continue;
    throw settings.source.error(
      `Unexpected rule "${id}": there is none of this name.${didYouMean(id, known)}`,
      ['rules', id],
      'key',
    );
  }
}

function toHtmlSettings(settings: Settings, plugins: readonly LoadedPlugin[]): HtmlSettings {
  const { css, plugins: _, ...html } = settings.html;
  const list: PluggableList = plugins.map((plugin) => attachment(plugin));
  if (css === undefined) return { ...html, plugins: list };
  const file = resolve(settings.root, css);
  try {
    return { ...html, plugins: list, css: readFileSync(file, 'utf8') };
  } catch (error) {
    throw settings.source.error(`Unexpected style sheet "${css}": ${(error as Error).message}`, [
      'html',
      'css',
    ]);
  }
}
