import { join, relative, isAbsolute, resolve, sep } from 'node:path';
import { codeOf, realFileSystem, WriteError, type FileSystem } from './file-system.ts';
import { outputNameFault } from './output-name.ts';
import { StagedFile, writeWholeSync, type WrittenFile } from './write-file.ts';

export interface OutputFolderOptions {
  durable?: boolean | undefined;
  fs?: FileSystem | undefined;
}

/** The folder that a run writes to. Nothing is written outside it, whatever a name or a symbolic link in it says. */
export class OutputFolder {
  readonly root: string;
  readonly #options: Readonly<OutputFolderOptions>;
  readonly #fs: FileSystem;
  /** Folders that are there and lie inside. */
  readonly #known = new Set<string>();
  #realRoot: string | undefined;

  constructor(root: string, options: Readonly<OutputFolderOptions> = {}) {
    this.root = resolve(root);
    this.#options = options;
    this.#fs = options.fs ?? realFileSystem;
  }

  /**
   * Writes a file whole or not at all.
   *
   * @param path - Relative to the folder, with `/`.
   * @throws WriteError
   */
  write(path: string, content: string | Uint8Array): WrittenFile {
    return writeWholeSync(this.#placeOf(path), content, this.#options);
  }

  /** Begins to write a file, as `write` does it. */
  stage(path: string): StagedFile {
    return new StagedFile(this.#placeOf(path), this.#options);
  }

  #placeOf(path: string): string {
    const fault = outputNameFault(path, { strict: false, windows: sep === '\\' });
    if (fault !== undefined) {
      throw new WriteError(`write ${JSON.stringify(path)}`, new Error(fault));
    }
    const parts = path.split('/');
    this.#enter(parts.slice(0, -1), path);
    return join(this.root, ...parts);
  }

  /** Makes the folders that lead to a file, each only once it is known that the one above lies inside. */
  #enter(parts: readonly string[], path: string): void {
    const last = join(this.root, ...parts);
    if (this.#known.has(last)) return;
    try {
      if (this.#realRoot === undefined) {
        this.#fs.mkdirSync(this.root, { recursive: true });
        this.#realRoot = this.#fs.realpathSync(this.root);
      }
      let folder = this.root;
      for (const part of parts) {
        folder = join(folder, part);
        this.#enterOne(folder);
      }
    } catch (error) {
      throw new WriteError(`write ${JSON.stringify(path)} in ${this.root}`, error);
    }
    this.#known.add(last);
  }

  #enterOne(folder: string): void {
    if (this.#known.has(folder)) return;
    let isLink: boolean;
    try {
      isLink = this.#fs.lstatSync(folder).isSymbolicLink();
    } catch (error) {
      if (codeOf(error) !== 'ENOENT') throw error;
      this.#fs.mkdirSync(folder, { recursive: true });
      isLink = this.#fs.lstatSync(folder).isSymbolicLink();
    }
    if (isLink && !isInside(this.#fs.realpathSync(folder), this.#realRoot as string)) {
      throw new Error(
        `the folder ${folder} is a symbolic link that leads out of the output folder`,
      );
    }
    this.#known.add(folder);
  }
}

function isInside(path: string, root: string): boolean {
  const way = relative(root, path);
  return way === '' || (!way.startsWith(`..${sep}`) && way !== '..' && !isAbsolute(way));
}
