import { assemble } from '../../assemble.ts';
import type { LoadedPlugin } from '../../config/load-plugins.ts';
import { loadSettings, type PluginRequest, type Settings } from '../../config/settings.ts';
import { exitCodes, UsageError, type CommandIo } from '../io.ts';
import { warn } from '../ready.ts';
import { shownPath } from '../shown-path.ts';
import { formatTable, type Column } from '../table.ts';
import { measure } from './timings.ts';

export interface PluginsFlags {
  config?: string;
  timings?: boolean;
  runs: string;
  json?: boolean;
}

/** A plugin as it is shown. */
interface Shown {
  position: number;
  name: string;
  works: 'text' | 'page';
  from: string;
  /** As the config has them; undefined where it gives none. */
  options: unknown;
  /** Milliseconds an article, the median over the runs. */
  milliseconds?: number;
}

/** `copydesk plugins`: the exit code. */
export async function plugins(
  files: string[],
  flags: PluginsFlags,
  io: CommandIo,
): Promise<number> {
  if (files.length > 0 && !flags.timings) {
    throw new UsageError('Unexpected articles without --timings: what runs is the same for all.');
  }
  const runs = Number(flags.runs);
  if (!Number.isInteger(runs) || runs < 1 || runs > 1000) {
    throw new UsageError(`Unexpected number of runs "${flags.runs}", expected 1 to 1000.`);
  }
  const settings = loadSettings({ cwd: io.cwd, config: flags.config });
  const assembly = await assemble(settings);
  for (const { message } of assembly.warnings) warn(message, io);
  const shown = [
    ...toShown(assembly.plugins, settings.plugins, 'text', settings),
    ...toShown(assembly.htmlPlugins, settings.html.plugins, 'page', settings),
  ];
  const timings = flags.timings ? await measure(files, flags.config, runs, io) : undefined;
  const loaded = [...assembly.plugins, ...assembly.htmlPlugins];
  if (timings) {
    for (const [index, each] of shown.entries()) {
      each.milliseconds = timings.of(loaded[index] as LoadedPlugin);
    }
  }

  if (flags.json) {
    io.stdout(`${JSON.stringify(shown, undefined, 2)}\n`);
  } else if (shown.length === 0) {
    io.stdout('No plugins: the config lists none.\n');
  } else {
    io.stdout(printTable(shown));
    if (timings) io.stdout(`\n${timings.summary}\n`);
  }
  return exitCodes.ok;
}

function toShown(
  loaded: readonly LoadedPlugin[],
  requests: readonly PluginRequest[],
  works: Shown['works'],
  { root }: Settings,
): Shown[] {
  return loaded.map(({ name, origin, path, parameters }, index) => {
    const request = requests.find((each) => each.path === path);
    // A plugin of a preset has the options that the preset gives it.
    const isOwn = request?.name === name;
    const given = isOwn ? [request.options, ...(request.others ?? [])] : parameters;
    const options = given.length > 1 ? given : given[0];
    return {
      position: index + 1,
      name,
      works,
      from: fromOf(origin, root, request?.name, isOwn),
      options,
    };
  });
}

function fromOf(origin: string, root: string, request: string | undefined, isOwn: boolean): string {
  if (origin === 'shipped') return 'copydesk';
  const short = shownPath(origin, root).replace(
    /^(?:.*\/)?(node_modules\/(?:@[^/]+\/)?[^/]+)\/.*$/,
    '$1',
  );
  return isOwn || request === undefined ? short : `${short} (preset ${request})`;
}

function printTable(shown: readonly Shown[]): string {
  const isTimed = shown.some(({ milliseconds }) => milliseconds !== undefined);
  const columns: Column[] = [
    { title: '#', align: 'right' },
    { title: 'plugin' },
    { title: 'works on' },
    { title: 'from', width: 50 },
    { title: 'options', width: 60 },
    ...(isTimed ? [{ title: 'ms', align: 'right' } as const] : []),
  ];
  return formatTable(
    columns,
    shown.map(({ position, name, works, from, options, milliseconds }) => [
      String(position),
      name,
      works,
      from,
      options === undefined ? '' : printed(options),
      milliseconds === undefined ? '' : milliseconds.toFixed(2),
    ]),
  );
}

/** Options may hold functions, and circles of processors. */
function printed(options: unknown): string {
  const seen = new Set<unknown>();
  const text = JSON.stringify(options, (_, value: unknown) => {
    if (typeof value === 'function') return 'function';
    if (typeof value !== 'object' || value === null) return value;
    if (seen.has(value)) return '…';
    seen.add(value);
    return value;
  });
  return text.length > 200 ? `${text.slice(0, 199)}…` : text;
}
