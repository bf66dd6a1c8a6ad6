/** What earlier builds wrote, and of what: an article of which nothing has changed isn't built again. */
import { hash } from 'node:crypto';
import { readFileSync, statSync } from 'node:fs';
import { basename, extname, join, relative, sep } from 'node:path';
import type { RuleSetting } from '../../config/types.ts';
import type { ArticleFile } from '../discover.ts';
import { realFileSystem } from '../file-system.ts';
import type { BuiltOutcome } from '../outcome.ts';
import { sideFilesOf } from '../side-files.ts';
import { CacheEntries, type CacheEntry } from './entries.ts';
import { stateOf, withEdited, type OutputRecord } from './outputs.ts';

/** Plain data: workers are handed it as it is. */
export interface CacheOptions {
  /** Of the cache. */
  folder: string;
  /** Digest of all that every article depends on, of `environmentOf`. */
  environment: string;
  /** The config's folder, which the names of inputs and outputs are relative to. */
  root: string;
  output: string;
  /** The largest input that can be built. */
  inputBytes?: number | undefined;
  /** What the config says of messages about outputs that were changed by hand. */
  editedSetting?: RuleSetting | undefined;
}

/** The key of an article whose outputs are being written. No digest is empty. */
const unfinished = '';

/** What the cache says of an article. */
export type Lookup =
  | { state: 'unchanged'; outcome: BuiltOutcome }
  /** To be built; outputs that were changed by hand are to be kept. */
  | { state: 'changed'; keep: OutputRecord[] };

export class BuildCache {
  readonly options: Readonly<CacheOptions>;
  readonly #entries: CacheEntries;

  constructor(options: Readonly<CacheOptions>) {
    this.options = options;
    const { folder, root, output } = options;
    const place = hash('sha256', relativePath(root, output));
    this.#entries = new CacheEntries(join(folder, place.slice(0, 12)));
  }

  /** @param force - Whether outputs that were changed by hand are written anew. */
  look(article: ArticleFile, force: boolean): Lookup {
    const entry = this.#entries.read(article.outputBase);
    if (!entry) return { state: 'changed', keep: [] };
    const { output, editedSetting } = this.options;
    const states = entry.outputs.map((each) => stateOf(each, output, realFileSystem));
    const edited = entry.outputs.filter((_each, index) => states[index] === 'edited');
    const isWhole = !states.includes('missing') && (edited.length === 0 || !force);
    if (isWhole && entry.key === this.#currentKey(article)) {
      const outcome: BuiltOutcome = { ...entry.outcome, path: article.path, unchanged: true };
      const paths = edited.map(({ path }) => path);
      return { state: 'unchanged', outcome: withEdited(outcome, paths, editedSetting) };
    }
    return { state: 'changed', keep: force ? [] : edited };
  }

  /**
   * To be called before outputs of an article are written: what a run that is killed meanwhile has written must not be taken for edited. What
   * was edited before is still known as that.
   */
  begin(
    { outputBase, file }: ArticleFile,
    outcome: BuiltOutcome,
    edited: readonly OutputRecord[],
  ): void {
    if (edited.length === 0) {
      this.#entries.remove(outputBase);
      return;
    }
    const input = relativePath(this.options.root, file);
    this.#entries.write({ outputBase, input, key: unfinished, outcome, outputs: [...edited] });
  }

  /** @param value - The article as it was read. */
  store(
    article: ArticleFile,
    value: Uint8Array,
    outcome: BuiltOutcome,
    outputs: OutputRecord[],
  ): void {
    const { outputBase, file } = article;
    const key = this.#keyOf(article, value);
    const input = relativePath(this.options.root, file);
    this.#entries.write({ outputBase, input, key, outcome, outputs });
  }

  /** What was built of inputs that are no longer there; `articles` are all that are. */
  *vanished(articles: readonly ArticleFile[]): Generator<CacheEntry> {
    for (const entry of this.#entries.others(outputBases(articles))) {
      const file = join(this.options.root, entry.input);
      if (!statSync(file, { throwIfNoEntry: false })) yield entry;
    }
  }

  /** Removes an entry and those of its outputs that are as they were written. The paths of those that are gone. */
  prune(entry: CacheEntry, remove: (file: string) => void): string[] {
    const { output } = this.options;
    const removed: string[] = [];
    for (const each of entry.outputs) {
      if (stateOf(each, output, realFileSystem) !== 'same') continue;
      remove(join(output, each.path));
      removed.push(each.path);
    }
    this.#entries.remove(entry.outputBase);
    return removed;
  }

  /** Folders in which entries of these articles are written. */
  foldersOf(articles: readonly ArticleFile[]): Set<string> {
    return this.#entries.foldersOf(outputBases(articles));
  }

  #currentKey(article: ArticleFile): string | undefined {
    try {
      const known = statSync(article.file);
      // It fails as too large, and is not read for that.
      if (!known.isFile() || known.size > (this.options.inputBytes ?? Infinity)) return undefined;
      return this.#keyOf(article, readFileSync(article.file));
    } catch {
      return undefined;
    }
  }

  #keyOf({ file, outputBase }: ArticleFile, value: Uint8Array): string {
    // The name tells the format, and stands in the outputs.
    const head = `${this.options.environment}\n${outputBase}${extname(file)}\n${value.length}\n`;
    const parts = [Buffer.from(head), value];
    for (const side of sideFilesOf(file)) {
      const content = contentOf(side);
      if (content) parts.push(Buffer.from(`\n${basename(side)} ${content.length}\n`), content);
    }
    return hash('sha256', Buffer.concat(parts));
  }
}

function contentOf(file: string): Uint8Array | undefined {
  if (!statSync(file, { throwIfNoEntry: false })?.isFile()) return undefined;
  return readFileSync(file);
}

function relativePath(root: string, path: string): string {
  return relative(root, path).split(sep).join('/');
}

function* outputBases(articles: readonly ArticleFile[]): Generator<string> {
  for (const { outputBase } of articles) yield outputBase;
}
