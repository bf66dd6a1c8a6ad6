/** The outputs of one article on their way to the disk, in parts as they are made. */
import { createHash } from 'node:crypto';
import type { OutputFolder } from './output-folder.ts';
import type { StagedFile, WrittenFile } from './write-file.ts';

export interface StagedOutput extends WrittenFile {
  /** SHA-256 of the content, in hexadecimal. */
  hash: string;
  file: StagedFile;
}

/** Nothing stands in its place before all outputs are made: an article of which one can't be made leaves the others as they were. */
export class StagedOutputs {
  readonly #folder: OutputFolder;
  readonly #pathOf: (format: string) => string;
  readonly #done = new Map<string, StagedOutput>();
  #open: { format: string; file: StagedFile; digest: ReturnType<typeof createHash> } | undefined;

  constructor(folder: OutputFolder, pathOf: (format: string) => string) {
    this.#folder = folder;
    this.#pathOf = pathOf;
  }

  /** What takes the parts of an output. The one before it is whole by then. */
  begin(format: string): (part: string) => void {
    this.#close();
    const open = {
      format,
      file: this.#folder.stage(this.#pathOf(format)),
      digest: createHash('sha256'),
    };
    this.#open = open;
    return (part) => {
      const bytes = Buffer.from(part);
      open.digest.update(bytes);
      open.file.write(bytes);
    };
  }

  /** The outputs by format, once all are made. */
  finish(): ReadonlyMap<string, StagedOutput> {
    this.#close();
    return this.#done;
  }

  /** Drops what was not put in its place. */
  drop(): void {
    this.#open?.file.drop();
    for (const { file } of this.#done.values()) file.drop();
  }

  #close(): void {
    if (!this.#open) return;
    const { format, file, digest } = this.#open;
    this.#done.set(format, { file, hash: digest.digest('hex'), ...file.close() });
    this.#open = undefined;
  }
}
