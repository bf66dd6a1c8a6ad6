import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import remarkParse from 'remark-parse';
import remarkStringify, { type Options as StringifyOptions } from 'remark-stringify';
import { unified, type PluggableList, type Plugin, type Processor } from 'unified';
import { attachment, type AttachHooks } from './attach.ts';
import { ConfigError } from './config/config-error.ts';
import { loadFormats, type WriterTable } from './config/load-formats.ts';
import { loadPlugins, type LoadedPlugin } from './config/load-plugins.ts';
import { orderFaults } from './config/plugin-order.ts';
import type { Settings } from './config/settings.ts';
import { isKnownRule, rulePatterns } from './config/rule-pattern.ts';
import { frameOf } from './config/source.ts';
import { didYouMean } from './config/suggest.ts';
import { errorMessage } from './error-message.ts';
import { rules, type RuleCatalogue } from './model/index.ts';
import type { ArticleProcessor } from './readers/index.ts';
import { articleSyntax } from './syntax.ts';
import { placeholderNames } from './writers/html/placeholders.ts';
import { compileTemplate, TemplateError, type Template } from './writers/html/template.ts';
import type { HtmlSettings } from './writers/writer.ts';

/** Everything that one article needs to go through, made once. */
export interface Assembly {
  processor: ArticleProcessor;
  html: HtmlSettings;
  markdown: Settings['markdown'];
  txt: Settings['txt'];
  /** The writers, by the names of their formats. */
  writers: WriterTable;
  /** The diagnostics of copydesk and of all plugins. */
  catalogue: RuleCatalogue;
  /** Plugins that extend Markdown's syntax: they have no effect on a format that is read otherwise. */
  syntaxPlugins: readonly string[];
  /** What is run, in order. */
  plugins: readonly LoadedPlugin[];
  htmlPlugins: readonly LoadedPlugin[];
  /** What is likely a mistake in the config, and stops nothing. */
  warnings: readonly ConfigError[];
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
 * @param onRun - Called before and after each plugin's work on an article.
 * @throws ConfigError where a plugin, its options or a rule is at fault.
 */
export async function assemble(
  settings: Settings,
  onRun?: AttachHooks['onRun'],
): Promise<Assembly> {
  const plugins = await loadPlugins(settings.plugins, settings);
  const htmlPlugins = await loadPlugins(settings.html.plugins, settings);
  const catalogue = catalogueOf([...plugins, ...htmlPlugins]);
  checkRules(settings, catalogue);

  const processor = unified().use(remarkParse).use(articleSyntax).data('settings', markdownStyle);
  const syntaxPlugins: string[] = [];
  const onSyntax = (name: string): void => void syntaxPlugins.push(name);
  const { attachments, freeze } = attachAll(plugins, settings, { kind: 'mdast', onSyntax, onRun });
  for (const each of attachments) processor.use(each);
  // Plugins are attached here, so that faulty options are found before the first article.
  freeze(processor.use(remarkStringify));

  return {
    processor: processor as unknown as ArticleProcessor,
    html: await toHtmlSettings(settings, htmlPlugins, onRun),
    markdown: settings.markdown,
    txt: settings.txt,
    writers: await loadFormats(settings),
    catalogue,
    syntaxPlugins,
    plugins,
    htmlPlugins,
    warnings: [...orderFaults(plugins, settings), ...orderFaults(htmlPlugins, settings)],
  };
}

interface Attachments {
  attachments: Plugin<[]>[];
  /** Freezes a processor that has them. What is thrown is told with the place of the plugin in the config. */
  freeze: (processor: { freeze: () => unknown }) => void;
}

function attachAll(
  plugins: readonly LoadedPlugin[],
  settings: Settings,
  hooks: AttachHooks,
): Attachments {
  let current: LoadedPlugin | undefined;
  const attachments = plugins.map((loaded): Plugin<[]> => {
    const attach = attachment(loaded, hooks);
    return function attached(this: Processor) {
      current = loaded;
      return attach.call(this as never);
    };
  });
  const freeze: Attachments['freeze'] = (processor) => {
    try {
      processor.freeze();
    } catch (error) {
      const reason = errorMessage(error);
      throw Object.assign(settings.source.error(reason, current?.path ?? ['plugins']), {
        cause: error,
      });
    }
  };
  return { attachments, freeze };
}

function catalogueOf(plugins: readonly LoadedPlugin[]): RuleCatalogue {
  return Object.assign({}, rules, ...plugins.map((plugin) => plugin.rules)) as RuleCatalogue;
}

/** A rule of ours that there is none of is a slip; `source:rule` belongs to a foreign plugin, which has no catalogue. */
function checkRules(settings: Settings, catalogue: RuleCatalogue): void {
  const known = rulePatterns(catalogue);
  const overrides = settings.overrides.map((each) => ({
    rules: each.rules,
    path: [...each.path, 'rules'],
  }));
  for (const { rules: named, path } of [{ rules: settings.rules, path: ['rules'] }, ...overrides]) {
    for (const id of Object.keys(named)) {
      if (isKnownRule(id, catalogue)) continue;
      throw settings.source.error(
        `Unexpected rule "${id}": there is none of this name.${didYouMean(id, known)}`,
        [...path, id],
        'key',
      );
    }
  }
}

async function toHtmlSettings(
  settings: Settings,
  plugins: readonly LoadedPlugin[],
  onRun: AttachHooks['onRun'],
): Promise<HtmlSettings> {
  const { css, template, plugins: _, ...html } = settings.html;
  const { attachments, freeze } = attachAll(plugins, settings, { kind: 'hast', onRun });
  const list: PluggableList = attachments;
  freeze(unified().use(list));
  return {
    ...html,
    plugins: list,
    ...(css === undefined ? {} : { css: readNamed(settings, 'css', 'style sheet', css) }),
    ...(template === undefined ? {} : { template: await loadTemplate(settings, template) }),
  };
}

async function loadTemplate(settings: Settings, name: string): Promise<Template> {
  const text = readNamed(settings, 'template', 'template', name);
  try {
    return await compileTemplate(text);
  } catch (error) {
    if (!(error instanceof TemplateError)) throw error;
    const { offset, length, message, unknown } = error;
    const before = text.slice(0, offset).split('\n');
    const column = (before.at(-1) ?? '').length + 1;
    const hint = unknown === undefined ? '' : didYouMean(unknown, placeholderNames);
    throw new ConfigError(`${message}${hint}`, {
      file: name,
      line: before.length,
      column,
      frame: frameOf(text, before.length, column, length),
    });
  }
}

/** The text of a file that a key of `html` names. */
function readNamed(settings: Settings, key: string, what: string, name: string): string {
  try {
    return readFileSync(resolve(settings.root, name), 'utf8').replace(/^\uFEFF/, '');
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    const reason = code === 'ENOENT' ? 'there is no such file.' : message;
    throw settings.source.error(`Unexpected ${what} "${name}": ${reason}`, ['html', key]);
  }
}
