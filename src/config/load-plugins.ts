import type { Schema } from 'ajv';
import { createJiti } from 'jiti';
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { Plugin } from 'unified';
import type { RuleCatalogue } from '../model/index.ts';
import { withAbsolutePaths } from './path-options.ts';
import type { PluginRequest, Settings } from './settings.ts';
import { shippedPluginNames, shippedPlugins } from './shipped-plugins.ts';
import { didYouMean } from './suggest.ts';
import { validate } from './validate.ts';

/** A plugin that is ready to be attached to a processor. */
export interface LoadedPlugin {
  name: string;
  plugin: Plugin<unknown[]>;
  /** What the plugin is called with. */
  parameters: unknown[];
  /** The diagnostics that it can give, where it says so. */
  rules: RuleCatalogue;
}

/** What a plugin's module exports. */
interface PluginModule {
  default?: unknown;
  optionsSchema?: Schema;
  rules?: RuleCatalogue;
}

interface Preset {
  plugins?: unknown[];
}

/**
 * Loads plugins: those that copydesk ships, packages, and files of the house, TypeScript among them.
 *
 * @throws ConfigError where one can't be found or loaded, is no plugin, or has options at fault.
 */
export async function loadPlugins(
  requests: readonly PluginRequest[],
  settings: Settings,
): Promise<LoadedPlugin[]> {
  const loaded: LoadedPlugin[] = [];
  for (const request of requests) {
    const module = await importPlugin(request, settings);
    const exported = module.default;
    if (typeof exported !== 'function' && !isPreset(exported)) {
      throw settings.source.error(
        `Unexpected plugin "${request.name}": its default export is no function and no preset, expected a unified plugin.`,
        request.path,
      );
    }
    if (module.optionsSchema && request.options !== undefined) {
      validate(request.options, module.optionsSchema, settings.source, request.path);
    }
    const options =
      module.optionsSchema === undefined
        ? request.options
        : withAbsolutePaths(request.options, module.optionsSchema, settings.root);
    loaded.push(...flatten({ ...request, options }, exported, module.rules ?? {}));
  }
  return loaded;
}

/** A preset is a list of plugins; it may hold presets. */
function flatten(request: PluginRequest, exported: unknown, rules: RuleCatalogue): LoadedPlugin[] {
  if (!isPreset(exported)) {
    const parameters = request.options === undefined ? [] : [request.options];
    return [{ name: request.name, plugin: exported as Plugin<unknown[]>, parameters, rules }];
  }
  return (exported.plugins ?? []).flatMap((entry): LoadedPlugin[] => {
    const [plugin, ...parameters] = Array.isArray(entry) ? (entry as unknown[]) : [entry];
    if (parameters[0] === false) return [];
    if (isPreset(plugin)) return flatten(request, plugin, rules);
    const own =
      (plugin as { displayName?: string; name?: string }).displayName ?? (plugin as Plugin).name;
    return [{ name: own || request.name, plugin: plugin as Plugin<unknown[]>, parameters, rules }];
  });
}

function isPreset(value: unknown): value is Preset {
  return typeof value === 'object' && value !== null && 'plugins' in value;
}

async function importPlugin(request: PluginRequest, settings: Settings): Promise<PluginModule> {
  const { name, path } = request;
  if (Object.hasOwn(shippedPlugins, name)) {
    return (await shippedPlugins[name as keyof typeof shippedPlugins]()) as PluginModule;
  }
  const target = locate(request, settings);
  try {
    return await importModule(target);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw Object.assign(
      settings.source.error(`Unexpected failure to load plugin "${name}": ${reason}`, path, 'key'),
      { cause: error },
    );
  }
}

/** Where the module of a plugin is. */
function locate({ name, path }: PluginRequest, settings: Settings): string {
  const { root, source } = settings;
  if (/^\.{0,2}\//.test(name)) {
    const file = resolve(root, name);
    if (existsSync(file)) return file;
    throw source.error(`Unexpected plugin "${name}": there is no file ${file}.`, path, 'key');
  }
  const jiti = createJiti(join(root, 'config.mjs'));
  const found = jiti.esmResolve(name, { try: true });
  if (found !== undefined) return found.startsWith('file:') ? fileURLToPath(found) : found;
  const suggestion = didYouMean(name, shippedPluginNames);
  throw source.error(
    `Unexpected plugin "${name}", expected one that copydesk ships (${shippedPluginNames.join(', ')}), an installed package, or a path that begins with "./".${
      suggestion || ` To install it as a package: npm install ${name}`
    }`,
    path,
    'key',
  );
}

async function importModule(file: string): Promise<PluginModule> {
  if (/\.[cm]?tsx?$/.test(file)) {
    return await createJiti(import.meta.url).import<PluginModule>(file);
  }
  return (await import(pathToFileURL(file).href)) as PluginModule;
}
