/** Brings articles from storages to files and outputs from files to storages, for those who build files. */
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, sep } from 'node:path';
import { sideFilesOf } from '../batch/side-files.ts';
import { WriteError } from '../batch/file-system.ts';
import { LimitError, type Limits } from '../limits.ts';
import { TooLargeError, type Storage } from './storage.ts';

/** A folder for what is under way. */
export class Stage {
  readonly input: string;
  readonly output: string;
  readonly #root: string;

  /** @param folder - In which it makes one of its own. */
  constructor(folder: string) {
    this.#root = mkdtempSync(join(folder, 'copydesk-stage-'));
    this.input = join(this.#root, 'in');
    this.output = join(this.#root, 'out');
    mkdirSync(this.input);
    mkdirSync(this.output);
  }

  /**
   * Brings an article, and what stands beside it and belongs to it.
   *
   * @throws LimitError where it is too large; Error where it can't be read.
   */
  async fetch(name: string, from: Storage, limits: Readonly<Limits>): Promise<void> {
    const [article, ...sides] = await Promise.all([
      read(name, from, limits.inputBytes, (size) => {
        return new LimitError('inputBytes', 'size in bytes', size, limits);
      }),
      ...sideFilesOf(name).map((side) =>
        read(side, from, limits.decisionsBytes, (size) => {
          return new LimitError('decisionsBytes', 'size of its decisions in bytes', size, limits);
        }),
      ),
    ]);
    if (!article) {
      throw new Error(
        `Unexpected failure to read the article: there is no ${name} in ${from.name}`,
      );
    }
    this.#put(name, article);
    for (const [index, side] of sideFilesOf(name).entries()) {
      const content = sides[index];
      if (content) this.#put(side, content);
    }
  }

  /**
   * Brings the outputs of an article to their place.
   *
   * @param into - The folder, within `output`, that holds them and nothing else.
   * @throws WriteError
   */
  async deliver(into: string, to: Storage): Promise<void> {
    const folder = join(this.output, into);
    for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort()) {
      const path = name.split(sep).join('/');
      const content = contentOf(join(folder, name));
      if (!content) continue;
      try {
        await to.write(path, content);
      } catch (error) {
        throw new WriteError(`write "${path}" to ${to.name}`, error);
      }
    }
  }

  /** Removes what was brought for an article. */
  clearInput(name: string): void {
    for (const each of [name, ...sideFilesOf(name)]) {
      rmSync(join(this.input, each), { force: true });
    }
  }

  /** Removes what an article became. */
  clearOutput(into: string): void {
    rmSync(join(this.output, into), { recursive: true, force: true });
  }

  close(): void {
    rmSync(this.#root, { recursive: true, force: true });
  }

  #put(name: string, content: Uint8Array): void {
    const file = join(this.input, ...name.split('/'));
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, content);
  }
}

async function read(
  path: string,
  from: Storage,
  most: number,
  tooLarge: (size: number) => Error,
): Promise<Uint8Array | undefined> {
  try {
    return await from.read(path, most);
  } catch (error) {
    throw error instanceof TooLargeError ? tooLarge(error.size) : error;
  }
}

/** Undefined for a folder. */
function contentOf(file: string): Uint8Array | undefined {
  try {
    return readFileSync(file);
  } catch (error) {
    if ((error as { code?: string }).code === 'EISDIR') return undefined;
    throw error;
  }
}
