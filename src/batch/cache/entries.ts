/** The store of the cache: a file an article, each with a checksum, so that one that was torn or tampered with counts as none. */
import { hash } from 'node:crypto';
import { readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { crc32 } from 'node:zlib';
import type { BuiltOutcome } from '../outcome.ts';
import { writeWholeSync } from '../write-file.ts';
import type { OutputRecord } from './outputs.ts';

/** Of the form of entries. */
const version = 1;

/** What is known of an article that was built. */
export interface CacheEntry {
  /** Of the outputs: relative to the output folder, with `/`, without ending. */
  outputBase: string;
  /** The article: relative to the config's folder, with `/`. */
  input: string;
  /** Of everything that the outputs depend on. */
  key: string;
  outcome: BuiltOutcome;
  outputs: OutputRecord[];
}

export class CacheEntries {
  readonly #folder: string;

  constructor(folder: string) {
    this.#folder = folder;
  }

  /** Undefined where there is none, or none that can be trusted. */
  read(outputBase: string): CacheEntry | undefined {
    const entry = readEntry(this.#fileOf(outputBase));
    return entry?.outputBase === outputBase ? entry : undefined;
  }

  /** An entry that can't be written is no reason to fail: the article is built again the next time. */
  write(entry: CacheEntry): void {
    const json = JSON.stringify({ version, ...entry });
    try {
      writeWholeSync(this.#fileOf(entry.outputBase), `${checksum(json)}\n${json}`);
    } catch {
      this.remove(entry.outputBase);
    }
  }

  remove(outputBase: string): void {
    rmSync(this.#fileOf(outputBase), { force: true });
  }

  /** The entries of outputs that are not among these. */
  *others(outputBases: Iterable<string>): Generator<CacheEntry> {
    const known = new Set<string>();
    for (const base of outputBases) known.add(nameOf(base));
    for (const shelf of namesIn(this.#folder)) {
      for (const name of namesIn(join(this.#folder, shelf))) {
        if (!name.endsWith('.json') || known.has(`${shelf}/${name}`)) continue;
        const entry = readEntry(join(this.#folder, shelf, name));
        if (entry) yield entry;
      }
    }
  }

  /** Folders that entries of these outputs stand in. */
  foldersOf(outputBases: Iterable<string>): Set<string> {
    const folders = new Set<string>();
    for (const base of outputBases) folders.add(join(this.#fileOf(base), '..'));
    return folders;
  }

  #fileOf(outputBase: string): string {
    return join(this.#folder, nameOf(outputBase));
  }
}

/** Names in the order in which the system gives them would be chance. */
function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder).sort();
  } catch {
    return [];
  }
}

function nameOf(outputBase: string): string {
  const name = hash('sha256', outputBase);
  return `${name.slice(0, 2)}/${name.slice(2, 34)}.json`;
}

function readEntry(file: string): CacheEntry | undefined {
  try {
    const text = readFileSync(file, 'utf8');
    const end = text.indexOf('\n');
    const json = text.slice(end + 1);
    if (text.slice(0, end) !== checksum(json)) return undefined;
    const entry = JSON.parse(json) as CacheEntry & { version: number };
    return entry.version === version ? entry : undefined;
  } catch {
    return undefined;
  }
}

function checksum(text: string): string {
  return crc32(text).toString(16);
}
