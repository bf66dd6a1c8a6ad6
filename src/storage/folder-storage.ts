import { readdir, readFile, rm, stat } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { codeOf, reasonOf, WriteError } from '../batch/file-system.ts';
import { OutputFolder } from '../batch/output-folder.ts';
import { StorageError, TooLargeError, type Storage, type StoredFile } from './storage.ts';

/** A folder that all machines see. */
export class FolderStorage implements Storage {
  readonly name: string;
  readonly root: string;
  readonly #outputs: OutputFolder;

  constructor(root: string) {
    this.root = resolve(root);
    this.name = this.root;
    this.#outputs = new OutputFolder(this.root);
  }

  async *list(prefix = ''): AsyncGenerator<StoredFile> {
    yield* this.#below('', prefix);
  }

  async read(path: string, most = Number.POSITIVE_INFINITY): Promise<Uint8Array | undefined> {
    return this.#try(`read ${path}`, async () => {
      const { size } = await stat(this.#fileOf(path));
      if (size > most) throw new TooLargeError(path, size, most);
      return readFile(this.#fileOf(path));
    });
  }

  async write(path: string, content: string | Uint8Array): Promise<void> {
    try {
      this.#outputs.write(path, content);
    } catch (error) {
      if (!(error instanceof WriteError)) throw error;
      throw new StorageError(`write ${path} in ${this.name}`, reasonOf(error.cause), error);
    }
  }

  async delete(path: string): Promise<void> {
    await this.#try(`delete ${path}`, () => rm(this.#fileOf(path), { force: true }));
  }

  async stat(path: string): Promise<StoredFile | undefined> {
    return this.#try(`look at ${path}`, async () => {
      const found = await stat(this.#fileOf(path));
      return found.isFile() ? toStored(path, found) : undefined;
    });
  }

  async *#below(folder: string, prefix: string): AsyncGenerator<StoredFile> {
    const entries = await this.#try(`list ${folder}`, () =>
      readdir(this.#fileOf(folder), { withFileTypes: true }),
    );
    for (const entry of (entries ?? []).sort((a, b) => (a.name < b.name ? -1 : 1))) {
      const path = folder === '' ? entry.name : `${folder}/${entry.name}`;
      if (entry.isDirectory()) {
        const leadsThere = prefix.startsWith(`${path}/`) || `${path}/`.startsWith(prefix);
        if (leadsThere) yield* this.#below(path, prefix);
      } else if (path.startsWith(prefix)) {
        const found = await this.stat(path);
        if (found) yield found;
      }
    }
  }

  #fileOf(path: string): string {
    return join(this.root, ...path.split('/'));
  }

  /** Undefined where there is no such file. */
  async #try<Result>(what: string, act: () => Promise<Result>): Promise<Result | undefined> {
    try {
      return await act();
    } catch (error) {
      if (codeOf(error) === 'ENOENT' || codeOf(error) === 'ENOTDIR') return undefined;
      if (error instanceof TooLargeError) throw error;
      throw new StorageError(`${what} in ${this.name}`, reasonOf(error), error);
    }
  }
}

function toStored(path: string, { size, mtimeMs }: { size: number; mtimeMs: number }): StoredFile {
  return { path, size, tag: `${size} ${mtimeMs}` };
}
