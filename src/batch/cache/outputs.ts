/** The outputs of an article as they were written, and whether they still are. */
import { hash } from 'node:crypto';
import { join } from 'node:path';
import type { RuleSetting } from '../../config/types.ts';
import { rules, ruleUrl, type ArticleMessage } from '../../model/index.ts';
import { codeOf, type FileSystem } from '../file-system.ts';
import type { BuiltOutcome } from '../outcome.ts';

/** A file that was written. */
export interface OutputRecord {
  /** Relative to the output folder, with `/`. */
  path: string;
  /** SHA-256 of the content, in hexadecimal. */
  hash: string;
  size: number;
  mtimeMs: number;
}

/** `edited`: its content is no longer what was written. */
export type OutputState = 'same' | 'missing' | 'edited';

export function contentHash(content: string | Uint8Array): string {
  return hash('sha256', content);
}

/** Size and time tell of a file that nobody touched; of one that was, its content tells. */
export function stateOf(output: OutputRecord, root: string, fs: FileSystem): OutputState {
  const file = join(root, output.path);
  try {
    const known = fs.statSync(file, { throwIfNoEntry: false });
    if (!known) return 'missing';
    if (known.size !== output.size) return 'edited';
    if (known.mtimeMs === output.mtimeMs) return 'same';
    return contentHash(fs.readFileSync(file)) === output.hash ? 'same' : 'edited';
  } catch (error) {
    const code = codeOf(error);
    return code === 'ENOENT' || code === 'ENOTDIR' ? 'missing' : 'edited';
  }
}

/** Whether a file holds this content. */
export function holds(path: string, hash: string, root: string, fs: FileSystem): boolean {
  try {
    return contentHash(fs.readFileSync(join(root, path))) === hash;
  } catch {
    return false;
  }
}

/** The outcome of an article with a message for each output that was left as it was. */
export function withEdited(
  outcome: BuiltOutcome,
  paths: readonly string[],
  setting: RuleSetting | undefined,
): BuiltOutcome {
  const severity = setting ?? rules['output/edited'].severity;
  if (paths.length === 0 || severity === 'off') return outcome;
  const messages = paths.map((path): ArticleMessage => ({
    ruleId: 'output/edited',
    severity,
    reason: `Unexpected change of "${path}" since it was written, which was kept; --force writes it anew`,
    line: null,
    column: null,
    endLine: null,
    endColumn: null,
    note: null,
    url: ruleUrl('output/edited'),
  }));
  return {
    ...outcome,
    article: { ...outcome.article, messages: [...messages, ...outcome.article.messages] },
    excerpts: [...messages.map(() => null), ...outcome.excerpts],
  };
}
