/** The calls of the file system that writing goes through; tests hand in ones that fail. */
import {
  closeSync,
  fstatSync,
  fsyncSync,
  linkSync,
  lstatSync,
  mkdirSync,
  openSync,
  readFileSync,
  readdirSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  unlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';

export const realFileSystem = {
  closeSync,
  fstatSync,
  fsyncSync,
  linkSync,
  lstatSync,
  mkdirSync,
  openSync,
  readFileSync,
  readdirSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  unlinkSync,
  utimesSync,
  writeFileSync,
} as const;

export type FileSystem = typeof realFileSystem;

/** The code of a failed call: `ENOENT`. */
export function codeOf(error: unknown): string | undefined {
  return (error as { code?: string } | undefined)?.code;
}

const reasons: Readonly<Record<string, string>> = {
  EACCES: 'permission is denied',
  EBUSY: 'another program holds it',
  EDQUOT: 'the quota is used up',
  EEXIST: 'a file of this name is there',
  EIO: 'the disk reports an error',
  EISDIR: 'a folder of this name is there',
  EMFILE: 'too many files are open',
  ENAMETOOLONG: 'the name is too long',
  ENFILE: 'too many files are open',
  ENOENT: 'there is no such file',
  ENOSPC: 'no space is left on the disk',
  ENOTDIR: 'a file stands where a folder is needed',
  EPERM: 'it is not permitted',
  EROFS: 'the disk can only be read',
};

/** A failed call in words, with its code: `no space is left on the disk (ENOSPC)`. */
export function reasonOf(error: unknown): string {
  const code = codeOf(error);
  const known = code === undefined ? undefined : reasons[code];
  if (known !== undefined) return `${known} (${code})`;
  return error instanceof Error ? error.message : String(error);
}

/** An output can't be written. What stood there before still stands there, and nothing else does. */
export class WriteError extends Error {
  readonly ruleId = 'output/not-written';

  /** @param what - What was to be done, in words that follow "Unexpected failure to": `write "output/a.md"`. */
  constructor(what: string, cause: unknown) {
    super(`Unexpected failure to ${what}: ${reasonOf(cause)}`, { cause });
    this.name = 'WriteError';
  }
}
