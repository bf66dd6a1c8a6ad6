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
  { durable = false, fs = realFileSystem }: Readonly<WriteOptions> = {},
): WrittenFile {
  const folder = dirname(file);
  const temporary = join(folder, temporaryName());
  try {
    fs.mkdirSync(folder, { recursive: true });
    const written = writeNew(temporary, content, durable, fs);
    fs.renameSync(temporary, file);
    if (durable) flushFolder(folder, fs);
    return written;
  } catch (error) {
    removeQuietly(temporary, fs);
    throw new WriteError(`write "${basename(file)}" in ${folder}`, error);
  }
}

function writeNew(
  file: string,
  content: string | Uint8Array,
  durable: boolean,
  fs: FileSystem,
): WrittenFile {
  const handle = fs.openSync(file, 'wx');
  try {
    fs.writeFileSync(handle, content);
    if (durable) fs.fsyncSync(handle);
    const { size, mtimeMs } = fs.fstatSync(handle);
    return { size, mtimeMs };
  } finally {
    fs.closeSync(handle);
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
