import { basename, dirname, join } from 'node:path';
import { realFileSystem, WriteError, type FileSystem } from './file-system.ts';
import { temporaryName } from './leftovers.ts';

export interface WriteOptions {
  /** Whether the file and its folder are flushed to the disk, so that it outlasts a power cut. */
  durable?: boolean | undefined;
  fs?: FileSystem | undefined;
}

/** What is known of a file that was written. */
export interface WrittenFile {
  size: number;
  mtimeMs: number;
}

/**
 * Writes a file so that it is there whole or not at all: to a temporary name beside it, then renamed. Makes the folder. A symbolic link of
 * this name is replaced, not followed.
 *
 * @throws WriteError that names the file and says why.
 */
export async function writeWhole(
  file: string,
  content: string | Uint8Array,
  options: Readonly<WriteOptions> = {},
): Promise<WrittenFile> {
  return writeWholeSync(file, content, options);
}

/** The same, at once. A worker has nothing else to do meanwhile, and each asynchronous call takes longer than the call itself. */
export function writeWholeSync(
  file: string,
  content: string | Uint8Array,
  options: Readonly<WriteOptions> = {},
): WrittenFile {
  const staged = new StagedFile(file, options);
  staged.write(content);
  const written = staged.close();
  staged.place();
  return written;
}

/**
 * A file on its way: written in parts under a temporary name beside its own, closed, and put in its place whole, or dropped. Each step
 * that fails drops it.
 */
export class StagedFile {
  readonly #file: string;
  readonly #temporary: string;
  readonly #durable: boolean;
  readonly #fs: FileSystem;
  /** While it is open. */
  #handle: number | undefined;

  /** Opens it, and makes its folder. @throws WriteError, as all steps do */
  constructor(file: string, { durable = false, fs = realFileSystem }: Readonly<WriteOptions> = {}) {
    const folder = dirname(file);
    this.#file = file;
    this.#temporary = join(folder, temporaryName());
    this.#durable = durable;
    this.#fs = fs;
    this.#try(() => {
      fs.mkdirSync(folder, { recursive: true });
      this.#handle = fs.openSync(this.#temporary, 'wx');
    });
  }

  write(content: string | Uint8Array): void {
    this.#try(() => this.#fs.writeFileSync(this.#open(), content));
  }

  close(): WrittenFile {
    return this.#try(() => {
      const handle = this.#open();
      if (this.#durable) this.#fs.fsyncSync(handle);
      const { size, mtimeMs } = this.#fs.fstatSync(handle);
      this.#handle = undefined;
      this.#fs.closeSync(handle);
      return { size, mtimeMs };
    });
  }

  place(): void {
    this.#try(() => {
      this.#fs.renameSync(this.#temporary, this.#file);
      if (this.#durable) flushFolder(dirname(this.#file), this.#fs);
    });
  }

  drop(): void {
    const handle = this.#handle;
    this.#handle = undefined;
    try {
      if (handle !== undefined) this.#fs.closeSync(handle);
    } catch {
      // Why it is dropped is worth more to know.
    }
    removeQuietly(this.#temporary, this.#fs);
  }

  #open(): number {
    if (this.#handle === undefined) throw new Error('the file is closed');
    return this.#handle;
  }

  #try<Result>(step: () => Result): Result {
    try {
      return step();
    } catch (error) {
      this.drop();
      throw new WriteError(`write "${basename(this.#file)}" in ${dirname(this.#file)}`, error);
    }
  }
}

/** A rename is safe once the folder is flushed. Not every system lets a folder be opened. */
function flushFolder(folder: string, fs: FileSystem): void {
  let handle: number;
  try {
    handle = fs.openSync(folder, 'r');
  } catch {
    return;
  }
  try {
    fs.fsyncSync(handle);
  } catch (error) {
    const code = (error as { code?: string }).code;
    if (code !== 'EINVAL' && code !== 'EPERM' && code !== 'EISDIR') throw error;
  } finally {
    fs.closeSync(handle);
  }
}

function removeQuietly(file: string, fs: FileSystem): void {
  try {
    fs.rmSync(file, { force: true });
  } catch {
    // The next run removes it.
  }
}
