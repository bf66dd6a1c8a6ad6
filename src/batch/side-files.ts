/** What stands beside an article and belongs to it. */
import { readFileSync, statSync } from 'node:fs';
import { decisionsPathOf } from '../decisions/path.ts';
import { LimitError, type Limits } from '../limits.ts';
import { errorMessage } from '../error-message.ts';

/** Paths beside an article of files that belong to it, whether they are there or not: what an editor has decided about it. */
export function sideFilesOf(file: string): string[] {
  return [decisionsPathOf(file)];
}

/**
 * The editor's decisions on an article, as YAML; undefined where there are none.
 *
 * @throws LimitError where the file is too large; Error where it can't be read.
 */
export function decisionsOn(file: string, limits: Readonly<Limits>): string | undefined {
  const path = decisionsPathOf(file);
  const known = statSync(path, { throwIfNoEntry: false });
  if (!known) return undefined;
  try {
    if (!known.isFile()) throw new Error('it is no regular file');
    if (known.size > limits.decisionsBytes)
      throw new LimitError('decisionsBytes', 'size of its decisions in bytes', known.size, limits);
    return readFileSync(path, 'utf8');
  } catch (error) {
    if (error instanceof LimitError) throw error;
    const reason = errorMessage(error);
    throw new Error(`Unexpected failure to read its decisions: ${reason}`, { cause: error });
  }
}
