import type { Schema } from 'ajv';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, resolve, sep } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { errorMessage } from '../error-message.ts';
import type { RuleCatalogue } from '../model/index.ts';
import type { PluginOrder } from './plugin-order.ts';
import type { PluginRequest, Settings } from './settings.ts';
import { shippedPluginNames, shippedPlugins } from './shipped-plugins.ts';
import { didYouMean } from './suggest.ts';

/** Loaded for the first plugin that copydesk doesn't ship. */
const createJiti: typeof import('jiti').createJiti = (...options) =>
  (createRequire(import.meta.url)('jiti') as typeof import('jiti')).createJiti(...options);

/** What a plugin's module exports. */
export interface PluginModule {
  default?: unknown;
  /** What its options are checked with. */
  optionsSchema?: Schema;
  /** The diagnostics that it can give. */
  rules?: RuleCatalogue;
  /** Which plugins it has to come after or before, and why. */
  order?: PluginOrder;
}

/** A plugin's module and where it is from. */
export interface ImportedPlugin {
  module: PluginModule;
  /** `shipped`, or the file that the module was loaded from. */
  origin: string;
}

/**
 * Finds and loads the module of a plugin: one that copydesk ships, a package, or a file of the house.
 *
 * @throws ConfigError where it can't be found or loaded.
 */
export async function importPlugin(
  request: PluginRequest,
  settings: Settings,
): Promise<ImportedPlugin> {
  const { name, path } = request;
  if (Object.hasOwn(shippedPlugins, name)) {
    const load = shippedPlugins[name as keyof typeof shippedPlugins];
    return { module: (await load()) as PluginModule, origin: 'shipped' };
  }
  const file = locatePlugin(request, settings);
  try {
    return { module: await importModule(file, isLocalPlugin(name)), origin: file };
  } catch (error) {
    const reason = errorMessage(error);
    throw Object.assign(
      settings.source.error(`Unexpected failure to load plugin "${name}": ${reason}`, path, 'key'),
      { cause: error },
    );
  }
}

/** Whether a name is the path of a file, and no package. */
export function isLocalPlugin(name: string): boolean {
  return /^\.{0,2}\//.test(name);
}

/**
 * The file of a plugin that copydesk doesn't ship.
 *
 * @throws ConfigError where there is none.
 */
export function locatePlugin({ name, path }: PluginRequest, settings: Settings): string {
  const { root, source } = settings;
  if (isLocalPlugin(name)) {
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

/** Compiled code imports `.js`, the source `.ts`. */
const ending = import.meta.url.endsWith('.ts') ? 'ts' : 'js';
const ours = (path: string): string =>
  fileURLToPath(new URL(`../../${path}.${ending}`, import.meta.url));

/** A file of the house that imports copydesk means the one that runs it, wherever that is installed. */
const alias = {
  'copydesk/text': ours('src/text/index'),
  'copydesk/model': ours('src/model/index'),
  ...Object.fromEntries(
    shippedPluginNames.map((name) => [`copydesk/plugins/${name}`, ours(`plugins/${name}/index`)]),
  ),
  copydesk: ours('src/index'),
};

/** Files of the house go through jiti in any case, which knows TypeScript and can load a file again. */
export async function importModule(file: string, isLocal: boolean): Promise<PluginModule> {
  if (isLocal || /\.[cm]?tsx?$/.test(file)) {
    return await createJiti(import.meta.url, { alias }).import<PluginModule>(file);
  }
  return (await import(pathToFileURL(file).href)) as PluginModule;
}

/** Forgets the modules below a folder that are no packages: what changed since they were loaded counts for the next pipeline. */
export function forgetLocalModules(folder: string): void {
  const { cache } = createJiti(import.meta.url);
  const packages = `${sep}node_modules${sep}`;
  for (const file of Object.keys(cache)) {
    if (file.startsWith(folder + sep) && !file.includes(packages)) delete cache[file];
  }
}
