/** What the commands share that go through articles by themselves, one after the other. */
import { readFile } from 'node:fs/promises';
import type { ArticleFile } from '../batch/discover.ts';
import { failedOutcome, type FailedOutcome } from '../batch/outcome.ts';
import { decisionsOn } from '../batch/side-files.ts';
import type { ArticleInput, Pipeline } from '../pipeline.ts';
import { prettyOutcome } from '../reporters/pretty.ts';
import type { CommandIo } from './io.ts';

/** An article with the decisions on it, ready to be built or read. Makes no output. */
export async function articleInput(
  { file }: ArticleFile,
  date: string | undefined,
  { settings }: Pipeline,
): Promise<ArticleInput & { value: Uint8Array }> {
  const value = await readFile(file);
  return { value, path: file, date, decisions: decisionsOn(file, settings.limits), formats: [] };
}

/** Prints why an article failed. */
export function printFailure(path: string, error: unknown, io: CommandIo): FailedOutcome {
  const outcome = failedOutcome(path, error);
  io.stderr(prettyOutcome(outcome, { color: io.color, quiet: false }));
  return outcome;
}
