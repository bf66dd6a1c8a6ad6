import { ConfigError } from './config-error.ts';
import type { Settings } from './settings.ts';
import { didYouMean } from './suggest.ts';

/**
 * Settings with a caller's options merged over those of the config, key by key.
 *
 * @throws ConfigError where a plugin is named that the config doesn't list.
 */
export function withPluginOptions(
  settings: Settings,
  overrides: Readonly<Record<string, Readonly<Record<string, unknown>>>>,
): Settings {
  const names = settings.plugins.map(({ name }) => name);
  for (const name of Object.keys(overrides)) {
    if (!names.includes(name)) {
      throw new ConfigError(
        `Unexpected options for plugin "${name}", which the configuration does not list.${didYouMean(name, names)}`,
      );
    }
  }
  const plugins = settings.plugins.map((request) => {
    const override = overrides[request.name];
    if (override === undefined) return request;
    return { ...request, options: { ...(request.options as object | undefined), ...override } };
  });
  return { ...settings, plugins };
}
