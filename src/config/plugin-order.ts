import type { ConfigError } from './config-error.ts';
import type { LoadedPlugin } from './load-plugins.ts';
import type { Settings } from './settings.ts';

/** Which plugins a plugin has to come after or before, by name, each with the reason: "quotes may hold citation text". */
export interface PluginOrder {
  after?: Readonly<Record<string, string>>;
  before?: Readonly<Record<string, string>>;
}

/**
 * The plugins that stand in an order that one of them asks to be otherwise. A list in such an order works, though not as it is meant to,
 * so these are warnings.
 */
export function orderFaults(
  plugins: readonly LoadedPlugin[],
  { source }: Pick<Settings, 'source'>,
): ConfigError[] {
  const faults: ConfigError[] = [];
  const fault = (early: LoadedPlugin, late: LoadedPlugin, reason: string): void => {
    faults.push(
      source.error(
        `Unexpected order of plugins: ${early.name} runs before ${late.name}: ${reason}. List ${early.name} after ${late.name}.`,
        early.path,
        'key',
      ),
    );
  };
  for (const [index, plugin] of plugins.entries()) {
    for (const [name, reason] of Object.entries(plugin.order.after ?? {})) {
      const late = plugins.find((other, at) => at > index && other.name === name);
      // One that is listed twice may well run once more.
      const isBefore = plugins.some((other, at) => at < index && other.name === name);
      if (late && !isBefore) fault(plugin, late, reason);
    }
    for (const [name, reason] of Object.entries(plugin.order.before ?? {})) {
      const early = plugins.find((other, at) => at < index && other.name === name);
      const isAfter = plugins.some((other, at) => at > index && other.name === name);
      if (early && !isAfter) fault(early, plugin, reason);
    }
  }
  return faults;
}
