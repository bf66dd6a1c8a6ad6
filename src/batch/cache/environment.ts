/** A digest of all that every article of a run depends on: config, plugins, the files that they name, copydesk itself. */
import { createHash, type Hash } from 'node:crypto';
import { readdirSync, readFileSync, realpathSync, statSync } from 'node:fs';
import { dirname, join, resolve, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { isLocalPlugin, locatePlugin } from '../../config/import-plugin.ts';
import type { PluginRequest, Settings } from '../../config/settings.ts';
import { shippedPluginNames } from '../../config/shipped-plugins.ts';
import { nodeRelease } from '../processes.ts';

/** Compiled code stands one folder deeper than the source. */
const codeRoot = fileURLToPath(new URL('../../../', import.meta.url));
const ownFolders = ['src', 'plugins', 'editorial', 'schemas'];
const lockFiles = [
  'package-lock.json',
  'npm-shrinkwrap.json',
  'pnpm-lock.yaml',
  'yarn.lock',
  'bun.lock',
];
const importPattern =
  /(?:\bfrom\s*|\bimport\s*\(?\s*|\brequire\s*\(\s*)(['"])(\.{1,2}\/[^'"\n]+)\1/g;
const endings = ['', '.ts', '.mts', '.js', '.mjs', '.cjs', '.json', '/index.ts', '/index.js'];
const longestPath = 1024;

/** What a run is given beside its config. */
export interface RunInputs {
  version: string;
  date: string | undefined;
  formats: readonly string[];
}

/**
 * The digest. A text in the options of a plugin that is the path of a file or folder stands for what is in it, whether the plugin reads it or
 * not: one that is read too often costs a build, one that is missed an outdated output.
 */
export function environmentOf(settings: Settings, run: Readonly<RunInputs>): string {
  const digest = new Digest(settings.root);
  digest.value({ ...run, node: nodeRelease, code: ownCode(run.version) });
  const { formats, html, markdown, txt, limits, rules, plugins } = settings as Settings & {
    txt?: unknown;
  };
  const { time: _time, memory: _memory, ...sizes } = limits;
  digest.value({ formats, html, markdown, txt, limits: sizes, rules, plugins });
  digest.paths({ html, formats });
  let hasPackages = false;
  for (const request of [...plugins, ...html.plugins]) {
    digest.paths(request.options);
    for (const each of [request, ...nested(request)]) {
      if ((shippedPluginNames as readonly string[]).includes(each.name)) continue;
      if (isLocalPlugin(each.name)) digest.module(resolve(settings.root, each.name));
      else {
        hasPackages = true;
        digest.package(locatePlugin(each, settings));
      }
    }
  }
  for (const format of formats)
    if (/^\.{0,2}\//.test(format)) digest.module(resolve(settings.root, format));
  if (hasPackages) digest.lockFile();
  return digest.result();
}

/** Plugins that stand in the options of others. */
function nested({ options, others, path }: PluginRequest): PluginRequest[] {
  const found: PluginRequest[] = [];
  const visit = (value: unknown): void => {
    if (typeof value !== 'object' || value === null) return;
    if (Array.isArray((value as { processor?: unknown }).processor)) {
      for (const entry of (value as { processor: unknown[] }).processor) {
        const name = nameOf(entry);
        if (name !== undefined) found.push({ name, options: undefined, path });
      }
    }
    for (const each of Object.values(value)) visit(each);
  };
  visit([options, others]);
  return found;
}

/** A plugin in a list is a name, a list that begins with one, or a mapping from one. */
function nameOf(entry: unknown): string | undefined {
  if (typeof entry === 'string') return entry;
  if (Array.isArray(entry)) return entry[1] === false ? undefined : String(entry[0]);
  const [name, options] = Object.entries(entry ?? {})[0] ?? [];
  return options === false ? undefined : name;
}

class Digest {
  readonly #hash: Hash = createHash('sha256');
  readonly #root: string;
  readonly #seen = new Set<string>();

  constructor(root: string) {
    this.#root = root;
  }

  /** Functions in a config that was given as an object can't be told apart: such a run has no cache. */
  value(value: unknown): void {
    this.#hash.update(`${JSON.stringify(value)}\n`);
  }

  /** All texts in a value that are paths of something that is there. */
  paths(value: unknown): void {
    if (typeof value === 'string') {
      if (value !== '' && value.length <= longestPath && !/[\0\n]/.test(value)) {
        this.#content(resolve(this.#root, value));
      }
    } else if (typeof value === 'object' && value !== null) {
      for (const each of Object.values(value)) this.paths(each);
    }
  }

  /** A module of the house, with those that it imports by a relative path. */
  module(file: string): void {
    if (this.#seen.has(`module ${file}`)) return;
    this.#seen.add(`module ${file}`);
    const text = this.#content(file);
    if (text === undefined) return;
    for (const [, , name] of text.matchAll(importPattern)) {
      const target = resolveModule(resolve(dirname(file), name as string));
      if (target !== undefined) this.module(target);
    }
  }

  /** A package is known by its version; one that is linked from the house's own folders, by its code. */
  package(file: string): void {
    const real = realpathSync(file);
    if (!real.includes(`${sep}node_modules${sep}`)) this.module(real);
    for (let folder = dirname(real); dirname(folder) !== folder; folder = dirname(folder)) {
      if (this.#content(join(folder, 'package.json')) !== undefined) return;
    }
  }

  lockFile(): void {
    for (let folder = this.#root; dirname(folder) !== folder; folder = dirname(folder)) {
      if (lockFiles.some((name) => this.#content(join(folder, name)) !== undefined)) return;
    }
  }

  result(): string {
    return this.#hash.digest('hex');
  }

  /** The text of a file. A folder, such as that of a model, is known by the names, sizes and times of its files: it may hold gigabytes. */
  #content(file: string): string | undefined {
    try {
      const known = statSync(file, { throwIfNoEntry: false });
      if (!known) return undefined;
      if (known.isDirectory()) {
        // The folder of the config itself is no dependency: `.` is no path of a model.
        if (this.#root.startsWith(file)) return undefined;
        this.value([file.slice(this.#root.length), listing(file)]);
        return undefined;
      }
      if (!known.isFile()) return undefined;
      const content = readFileSync(file);
      this.#hash.update(
        `${file.startsWith(this.#root) ? file.slice(this.#root.length) : ''} ${content.length}\n`,
      );
      this.#hash.update(content);
      return content.toString('utf8');
    } catch {
      return undefined;
    }
  }
}

function listing(folder: string): [string, number, number][] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .sort()
    .map((name) => {
      const { size, mtimeMs } = statSync(join(folder, name));
      return [name, size, mtimeMs];
    });
}

function resolveModule(path: string): string | undefined {
  const bare = path.replace(/\.[cm]?js$/, '');
  for (const candidate of [
    ...endings.map((ending) => path + ending),
    `${bare}.ts`,
    `${bare}.mts`,
  ]) {
    if (statSync(candidate, { throwIfNoEntry: false })?.isFile()) return candidate;
  }
  return undefined;
}

let knownCode: string | undefined;

/** An installed package is its version; a working copy changes without one, and so does what is compiled from it, all of it at once. */
function ownCode(version: string): string {
  return (knownCode ??= codeRoot.includes(`${sep}node_modules${sep}`)
    ? version
    : import.meta.url.endsWith('.ts')
      ? sourceHash()
      : `${statSync(fileURLToPath(import.meta.url)).mtimeMs}`);
}

function sourceHash(): string {
  const hash = createHash('sha256');
  for (const folder of ownFolders) {
    const path = join(codeRoot, folder);
    for (const name of readdirSync(path, { recursive: true, encoding: 'utf8' }).sort()) {
      if (!/\.(?:[cm]?[jt]s|json|ya?ml|bin|css)$/.test(name)) continue;
      hash.update(`${name}\n`).update(readFileSync(join(path, name)));
    }
  }
  return hash.digest('hex');
}
