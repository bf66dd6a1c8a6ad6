import { unified, type Plugin, type Processor } from 'unified';
import { attachment } from '../attach.ts';
import type { RuleCatalogue } from '../model/index.ts';
import { importPlugin, type PluginModule } from './import-plugin.ts';
import { withAbsolutePaths } from './path-options.ts';
import type { PluginOrder } from './plugin-order.ts';
import { toRequests, type PluginRequest, type Settings } from './settings.ts';
import type { ValuePath } from './source.ts';
import type { PluginEntry } from './types.ts';
import { validate } from './validate.ts';

/** A plugin that is ready to be attached to a processor. */
export interface LoadedPlugin {
  name: string;
  plugin: Plugin<unknown[]>;
  /** What the plugin is called with. */
  parameters: unknown[];
  /** The diagnostics that it can give, where it says so. */
  rules: RuleCatalogue;
  /** Where it asks to stand in the list. */
  order: PluginOrder;
  /** `shipped`, or the file that it was loaded from. */
  origin: string;
  /** Where it stands in the config. */
  path: ValuePath;
}

interface Preset {
  plugins?: unknown[] | null;
  settings?: Record<string, unknown> | null;
}

/** What all plugins of one module share. */
type Source = Omit<LoadedPlugin, 'plugin' | 'parameters'>;

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
    const { module, origin } = await importPlugin(request, settings);
    const exported = module.default;
    if (typeof exported !== 'function' && !isPreset(exported)) {
      throw settings.source.error(
        `Unexpected plugin "${request.name}": its default export is no function and no preset, expected a unified plugin.`,
        request.path,
      );
    }
    const { name, path } = request;
    const source = { name, path, origin, rules: module.rules ?? {}, order: module.order ?? {} };
    if (isPreset(exported)) {
      if (request.options !== undefined) {
        throw settings.source.error(
          `Unexpected options of "${name}", which is a preset and takes none: list the plugin whose options are meant after it.`,
          path,
        );
      }
      loaded.push(...flatten(source, exported));
    } else {
      const parameters = await toParameters(request, module, settings);
      loaded.push({ ...source, plugin: exported as Plugin<unknown[]>, parameters });
    }
  }
  return loaded;
}

async function toParameters(
  { options, others = [], path }: PluginRequest,
  { optionsSchema }: PluginModule,
  settings: Settings,
): Promise<unknown[]> {
  if (optionsSchema && options !== undefined) {
    validate(options, optionsSchema, settings.source, path);
    return [withAbsolutePaths(options, optionsSchema, settings.root), ...others];
  }
  const parameters: unknown[] = options === undefined && others.length === 0 ? [] : [options];
  parameters.push(...others);
  return Promise.all(
    parameters.map((each) =>
      isProcessor(each) ? toProcessor(each.processor, path, settings) : each,
    ),
  );
}

/** `processor: [plugins…]` stands for a processor, which YAML can't hold and bridges such as `remark-retext` ask for. */
function isProcessor(value: unknown): value is { processor: PluginEntry[] } {
  if (typeof value !== 'object' || value === null) return false;
  return Object.keys(value).join() === 'processor' && Array.isArray(Object.values(value)[0]);
}

async function toProcessor(
  entries: readonly PluginEntry[],
  path: ValuePath,
  settings: Settings,
): Promise<Processor> {
  const requests = toRequests(entries, [...path, 'processor'], settings.source);
  const processor = unified();
  for (const plugin of await loadPlugins(requests, settings)) processor.use(attachment(plugin));
  return processor as unknown as Processor;
}

/** A preset is a list of plugins and of settings for parser and stringifier; it may hold presets. Its settings win over ours. */
function flatten(source: Source, preset: Preset): LoadedPlugin[] {
  const plugins = (preset.plugins ?? []).flatMap((entry): LoadedPlugin[] => {
    const [plugin, ...parameters] = Array.isArray(entry) ? (entry as unknown[]) : [entry];
    if (parameters[0] === false) return [];
    if (parameters[0] === true) parameters[0] = undefined;
    if (isPreset(plugin)) return flatten(source, plugin);
    const own =
      (plugin as { displayName?: string; name?: string }).displayName ?? (plugin as Plugin).name;
    const name = own || source.name;
    return [{ ...source, name, plugin: plugin as Plugin<unknown[]>, parameters }];
  });
  const { settings } = preset;
  if (!settings || Object.keys(settings).length === 0) return plugins;
  const set = function setSettings(this: Processor): void {
    this.data('settings', { ...this.data('settings'), ...settings });
  };
  return [...plugins, { ...source, plugin: set as Plugin<unknown[]>, parameters: [] }];
}

function isPreset(value: unknown): value is Preset {
  return typeof value === 'object' && value !== null && ('plugins' in value || 'settings' in value);
}
