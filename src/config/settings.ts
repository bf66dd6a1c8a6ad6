import { existsSync, readFileSync, statSync } from 'node:fs';
import { dirname, relative, resolve } from 'node:path';
import { defaultLimits, type Limits } from '../limits.ts';
import { defaultFormats } from '../writers/format-name.ts';
import { ConfigError } from './config-error.ts';
import { toOverrides, type Override } from './overrides.ts';
import { defaultPlugins } from './shipped-plugins.ts';
import { shippedSchema } from './shipped-schema.ts';
import { ConfigSource, type ValuePath } from './source.ts';
import type {
  HtmlConfig,
  MarkdownConfig,
  PipelineConfig,
  PluginEntry,
  RuleSetting,
  TxtConfig,
} from './types.ts';
import { didYouMean } from './suggest.ts';
import { validate } from './validate.ts';

/** The name of the config that is looked for. */
export const configName = 'pipeline.config.yaml';

/** A plugin as it was listed, before it is loaded. */
export interface PluginRequest {
  name: string;
  /** Undefined where none were given. */
  options: unknown;
  /** What it is called with after its options, for the few that take more. */
  others?: readonly unknown[];
  /** Where it stands in the config. */
  path: ValuePath;
}

/** A config with its defaults filled in and its paths made absolute. */
export interface Settings {
  source: ConfigSource;
  /** The folder that paths in the config start from. */
  root: string;
  /** The config file; undefined where there is none. */
  file: string | undefined;
  input: string;
  output: string;
  /** Names of ours, and paths of the house's own. */
  formats: readonly string[];
  plugins: readonly PluginRequest[];
  html: Omit<HtmlConfig, 'plugins'> & { plugins: readonly PluginRequest[] };
  markdown: MarkdownConfig;
  txt: TxtConfig;
  limits: Readonly<Limits>;
  rules: Readonly<Record<string, RuleSetting>>;
  overrides: readonly Override[];
  /** Where rules are explained; undefined for our own page. */
  rulesUrl: string | undefined;
}

/** Where the config is. */
export interface SettingsOptions {
  /** Where the config is looked for, and what relative paths start from. Default: the working directory. */
  cwd?: string | undefined;
  /** The path of a config file, or a config. Default: `pipeline.config.yaml` in `cwd` where there is one. */
  config?: string | PipelineConfig | undefined;
  /** The input folder, in place of that of the config. */
  input?: string | undefined;
}

/**
 * Finds, reads and checks the config.
 *
 * @throws ConfigError where it is missing or at fault.
 */
export function loadSettings(options: Readonly<SettingsOptions> = {}): Settings {
  const settings = loadConfig(options);
  const { input, cwd = '.' } = options;
  return input === undefined ? settings : { ...settings, input: resolve(cwd, input) };
}

function loadConfig(options: Readonly<SettingsOptions>): Settings {
  const cwd = resolve(options.cwd ?? '.');
  if (typeof options.config === 'object') {
    return toSettings(options.config, new ConfigSource(), cwd, undefined);
  }
  const asked = options.config;
  const file = resolve(cwd, asked ?? configName);
  if (!existsSync(file)) {
    if (asked !== undefined)
      throw new ConfigError(`Unexpected config "${asked}": there is no such file.`);
    return toSettings({}, new ConfigSource(), cwd, undefined);
  }
  if (statSync(file).isDirectory()) {
    throw new ConfigError(
      `Unexpected config "${asked ?? configName}": it is a folder, expected a YAML file.`,
    );
  }
  const source = new ConfigSource(relative(cwd, file) || file, readConfig(file, asked));
  return toSettings(source.values(), source, dirname(file), file);
}

function readConfig(file: string, asked = configName): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    const reason = code === 'EACCES' ? 'permission is denied' : message;
    throw new ConfigError(`Unexpected config "${asked}", which can't be read: ${reason}.`);
  }
}

function toSettings(
  values: unknown,
  source: ConfigSource,
  root: string,
  file: string | undefined,
): Settings {
  validate(values, shippedSchema('pipeline.config.schema.json'), source);
  const config = values as PipelineConfig;
  return {
    source,
    root,
    file,
    input: resolve(root, config.input ?? 'input'),
    output: resolve(root, config.output ?? 'output'),
    formats: config.formats ?? defaultFormats,
    plugins: toRequests(config.plugins ?? defaultPlugins, ['plugins'], source),
    html: {
      ...config.html,
      plugins: toRequests(config.html?.plugins ?? [], ['html', 'plugins'], source),
    },
    markdown: checkedMarkdown(config.markdown ?? {}, source),
    txt: config.txt ?? {},
    limits: { ...defaultLimits, ...config.limits },
    rules: config.rules ?? {},
    overrides: toOverrides(config.overrides ?? [], source),
    rulesUrl: config.rulesUrl,
  };
}

/** A list of plugins as requests; `base` is where it stands. */
export function toRequests(
  entries: readonly PluginEntry[],
  base: ValuePath,
  source: ConfigSource,
): PluginRequest[] {
  return entries.flatMap((entry, index) => {
    const path = [...base, index];
    if (typeof entry === 'string') return { name: entry, options: undefined, path };
    if (Array.isArray(entry)) {
      const [name, options, ...others] = entry as [string, ...unknown[]];
      return options === false ? [] : { name, options, others, path: [...path, 0] };
    }
    const names = Object.keys(entry);
    const name = names[0];
    if (name === undefined || names.length > 1) {
      throw source.error(
        `Unexpected plugin with ${names.length} names (${names.join(', ')}), expected one plugin a list item. Is its options' indent too small?`,
        path,
      );
    }
    const options = entry[name];
    // `- citations:` with nothing below it, or with `true`, is the plugin without options.
    if (options === false) return [];
    const isGiven = options !== null && options !== true;
    return { name, options: isGiven ? options : undefined, path: [...path, name] };
  });
}

/** A word is one of those that are known; anything else is a template, which without a place for the words would lose them. */
function checkedMarkdown(markdown: MarkdownConfig, source: ConfigSource): MarkdownConfig {
  const known = ['front-matter', 'directive', 'html'];
  const { pullQuotes } = markdown;
  if (pullQuotes === undefined || known.includes(pullQuotes) || pullQuotes.includes('{text}')) {
    return markdown;
  }
  throw source.error(
    `Unexpected value "${pullQuotes}" of "markdown.pullQuotes", expected ${known.join(', ')}, or a template with {text} in it.${didYouMean(pullQuotes, known)}`,
    ['markdown', 'pullQuotes'],
  );
}
