/** The cache of builds, as commands use it. */
import { existsSync, mkdirSync, rmSync, unlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { BuildCache } from '../batch/cache/build-cache.ts';
import { environmentOf } from '../batch/cache/environment.ts';
import { WriteError } from '../batch/file-system.ts';
import type { ArticleFile } from '../batch/discover.ts';
import { loadSettings, type Settings } from '../config/settings.ts';
import type { Pipeline } from '../pipeline.ts';
import { exitCodes, type CommandIo } from './io.ts';
import { shownPath } from './shown-path.ts';
import { version } from './version.ts';

/** How many outputs of vanished articles are named. */
const listed = 10;

export interface CacheFlags {
  output: string;
  date: string | undefined;
  formats: readonly string[];
  /** `false` where none is wanted. */
  cache: boolean | undefined;
}

/** Beside the config, where it outlasts an installation of packages and where CI can keep it. */
export function cacheFolderOf({ root }: Pick<Settings, 'root'>): string {
  return join(root, '.copydesk', 'cache');
}

/** Undefined where none is wanted. */
export function openCache(
  { settings }: Pipeline,
  { output, date, formats, cache = true }: Readonly<CacheFlags>,
): BuildCache | undefined {
  if (!cache) return undefined;
  const folder = cacheFolderOf(settings);
  hideFromGit(dirname(folder));
  return new BuildCache({
    folder,
    environment: environmentOf(settings, { version: version(), date, formats }),
    root: settings.root,
    output,
    inputBytes: settings.limits.inputBytes,
    editedSetting: settings.rules['output/edited'],
  });
}

/**
 * Says which outputs have no article any more, or removes them.
 *
 * @param isOurs - Whether a file, by its absolute path, is one that this run is about.
 */
export function sayVanished(
  cache: BuildCache,
  articles: readonly ArticleFile[],
  prune: boolean,
  io: CommandIo,
  isOurs: (file: string) => boolean = () => true,
): void {
  const paths: string[] = [];
  for (const entry of cache.vanished(articles)) {
    if (!isOurs(join(cache.options.root, entry.input))) continue;
    const found = prune
      ? cache.prune(entry, unlinkSync)
      : entry.outputs
          .map(({ path }) => path)
          .filter((path) => existsSync(join(cache.options.output, path)));
    for (const path of found) paths.push(path);
  }
  if (paths.length === 0) return;
  const shown = paths.slice(0, listed).map((path) => `  ${path}\n`);
  const rest = paths.length > listed ? `  and ${paths.length - listed} more\n` : '';
  const head = prune
    ? 'Removed, because their articles are gone:'
    : 'Outputs whose articles are gone (--prune removes them):';
  io.stderr(`${head}\n${shown.join('')}${rest}`);
}

/** `copydesk cache clear`: the exit code. */
export function clearCache(flags: { config?: string }, io: CommandIo): number {
  const folder = cacheFolderOf(loadSettings({ cwd: io.cwd, config: flags.config }));
  const shown = shownPath(folder, io.cwd);
  if (!existsSync(folder)) {
    io.stderr(`There is no cache in ${shown}.\n`);
    return exitCodes.ok;
  }
  try {
    rmSync(folder, { recursive: true });
  } catch (error) {
    throw new WriteError(`remove ${shown}`, error);
  }
  io.stderr(`Removed ${shown}.\n`);
  return exitCodes.ok;
}

/** The folder is nobody's to keep: it says so itself, so that no project needs to. */
function hideFromGit(folder: string): void {
  try {
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, '.gitignore'), '*\n', { flag: 'wx' });
  } catch {
    // It is there, or nothing can be kept here; then everything is built each time.
  }
}
