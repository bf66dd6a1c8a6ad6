import { existsSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { isNode, LineCounter, parseDocument, type Document } from 'yaml';
import { compileRegistry, type Registry } from './registry.ts';
import { toEntries, type Fault, type RegistryEntry } from './entry.ts';

const compiled = new Map<string, Registry>();
/** How many compiled registries are kept: a batch attaches the plugin again for each article. */
const keep = 4;

/**
 * Reads registry files, YAML or JSON, into one registry. An entry takes the place of one with the same id in an earlier file.
 *
 * @throws Error where a file can't be read or is at fault; the message names file, line and column of each fault.
 */
export function loadRegistry(files: readonly string[]): Registry {
  const paths = files.map((file) => resolve(file));
  const stamp = paths.map((path) => `${path} ${stampOf(path)}`).join('\n');
  const known = compiled.get(stamp);
  if (known) return known;
  const entries = new Map<string, RegistryEntry>();
  for (const path of paths) for (const entry of readRegistry(path)) entries.set(entry.id, entry);
  const registry = compileRegistry([...entries.values()]);
  if (compiled.size >= keep) compiled.delete(compiled.keys().next().value as string);
  compiled.set(stamp, registry);
  return registry;
}

function stampOf(path: string): string {
  try {
    const { mtimeMs, size } = statSync(path);
    return `${mtimeMs} ${size}`;
  } catch {
    throw new Error(`Unexpected registry "${path}": there is no such file.`);
  }
}

/**
 * The registry that is shipped: beside the sources, or above the compiled files, where it stands as JSON as well, which is read in a hundredth
 * of the time. Undefined where there is none.
 */
export function shippedRegistry(): string | undefined {
  let folder = dirname(fileURLToPath(import.meta.url));
  for (let level = 0; level < 6; level++) {
    for (const name of ['entities.json', 'entities.yaml']) {
      const file = join(folder, 'editorial', name);
      if (existsSync(file)) return file;
    }
    folder = dirname(folder);
  }
  return undefined;
}

/** The entries of one file. */
export function readRegistry(path: string): RegistryEntry[] {
  const text = readFileSync(path, 'utf8').replace(/^\uFEFF/, '');
  if (path.endsWith('.json')) {
    // Much faster than the YAML parser, which is asked only where to find a fault.
    try {
      const { entries, faults } = toEntries(JSON.parse(text));
      if (faults.length === 0) return entries;
    } catch (error) {
      if (!(error instanceof SyntaxError)) throw error;
    }
  }
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  const name = relative('.', path) || path;
  const at = (offset: number): string => {
    const { line, col } = lines.linePos(offset);
    return `${name}:${Math.max(1, line)}:${Math.max(1, col)}`;
  };
  const broken = document.errors.map(({ pos, message }) => `${at(pos[0])}: ${message}`);
  if (broken.length > 0) throw new Error(summary(broken));
  const { entries, faults } = toEntries(document.toJS());
  if (faults.length > 0) {
    throw new Error(
      summary(faults.map((fault) => `${at(offsetOf(document, fault))}: ${fault.reason}`)),
    );
  }
  return entries;
}

const mostFaults = 10;

function summary(faults: readonly string[]): string {
  const rest = faults.length > mostFaults ? [`and ${faults.length - mostFaults} more`] : [];
  return `Unexpected content of the registry of entities\n${[...faults.slice(0, mostFaults), ...rest].map((each) => `  ${each}`).join('\n')}`;
}

/** Where the thing at fault stands; the nearest thing around it where it is missing. */
function offsetOf(document: Document.Parsed, { path, key }: Fault): number {
  for (let length = path.length; length >= 0; length--) {
    const node = length === 0 ? document.contents : document.getIn(path.slice(0, length), true);
    if (!isNode(node)) continue;
    if (key !== undefined && length === path.length && 'items' in node) {
      for (const item of node.items as { key?: unknown }[]) {
        const own = item.key;
        if (isNode(own) && String((own as { value?: unknown }).value) === key && own.range)
          return own.range[0];
      }
    }
    if (node.range) return node.range[0];
  }
  return 0;
}
