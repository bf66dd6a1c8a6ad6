/** Where articles are read from and outputs are written to: a folder, or a store of objects. */

export interface StoredFile {
  /** Relative to the root of the storage, with `/`. */
  path: string;
  /** In bytes. */
  size: number;
  /** Changes when the content does; its form is the storage's own. */
  tag: string;
}

export interface Storage {
  /** As shown in messages; holds no secret. */
  readonly name: string;
  /**
   * All files, in the order in which the storage gives them.
   *
   * @param prefix - Only those whose paths begin with it.
   */
  list(prefix?: string): AsyncIterable<StoredFile>;
  /**
   * The content of a file; undefined where there is none.
   *
   * @param most - How many bytes it may have.
   * @throws TooLargeError, before anything is read; StorageError.
   */
  read(path: string, most?: number): Promise<Uint8Array | undefined>;
  /** Writes a file so that it is there whole or not at all. @throws StorageError */
  write(path: string, content: string | Uint8Array): Promise<void>;
  /** Removes a file, if it is there. @throws StorageError */
  delete(path: string): Promise<void>;
  /** Undefined where there is no such file. @throws StorageError */
  stat(path: string): Promise<StoredFile | undefined>;
}

/** A storage can't do what it was asked for. */
export class StorageError extends Error {
  /** @param what - In words that follow "Unexpected failure to": `read s3://house/raw/a.txt`. */
  constructor(what: string, reason: string, cause?: unknown) {
    super(`Unexpected failure to ${what}: ${reason}`, { cause });
    this.name = 'StorageError';
  }
}

export class TooLargeError extends Error {
  readonly size: number;

  constructor(path: string, size: number, most: number) {
    super(`Unexpected size of ${path}: ${size} bytes, expected ${most} at most`);
    this.name = 'TooLargeError';
    this.size = size;
  }
}
