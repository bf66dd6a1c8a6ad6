import { basename } from 'node:path';
import { discover, type ArticleFile } from '../batch/discover.ts';
import { writeWhole } from '../batch/write-file.ts';
import { decisionsPathOf } from '../decisions/path.ts';
import { suggestions } from '../decisions/suggest.ts';
import { withSuggestions } from '../decisions/write.ts';
import { createPipeline, type Pipeline } from '../pipeline.ts';
import { visible } from '../reporters/harmless.ts';
import { counted } from '../reporters/summary.ts';
import { checkDate } from './flags.ts';
import { exitCodes, UsageError, type CommandIo } from './io.ts';
import { articleInput, printFailure } from './one-article.ts';
import { promote } from './promote.ts';
import { ready } from './ready.ts';

export interface DecideFlags {
  config?: string;
  date?: string;
  stdout?: boolean;
  promote?: boolean;
  atLeast?: string;
  dryRun?: boolean;
}

/** `copydesk decide`: the exit code. */
export async function decide(files: string[], flags: DecideFlags, io: CommandIo): Promise<number> {
  checkDate(flags.date);
  if (flags.promote) return promote(files, flags, io);
  if (files.length === 0)
    throw new UsageError('Missing articles, expected files, folders or globs.');
  const pipeline = createPipeline({ cwd: io.cwd, config: flags.config });
  const articles = await discover(files, io.cwd, pipeline.settings.input);
  if (flags.stdout && articles.length > 1) {
    throw new UsageError(`Unexpected --stdout with ${articles.length} articles, expected one.`);
  }
  await ready(pipeline, io);
  let failed = false;
  for (const article of articles) {
    try {
      await decideOne(article, pipeline, flags, io);
    } catch (error) {
      failed = true;
      printFailure(article.path, error, io);
    }
  }
  return failed ? exitCodes.findings : exitCodes.ok;
}

async function decideOne(
  article: ArticleFile,
  pipeline: Pipeline,
  flags: DecideFlags,
  io: CommandIo,
): Promise<void> {
  const { file, path } = article;
  const input = await articleInput(article, flags.date, pipeline);
  const { decisions } = input;
  const built = await pipeline.build(input);
  const found = suggestions(built, await pipeline.read(input));
  const shown = decisionsPathOf(path);
  const { text, added } = withSuggestions(decisions, found, basename(shown), basename(file));
  if (flags.stdout) {
    io.stdout(decisions === undefined && added === 0 ? '' : text);
    return;
  }
  const what = counted(added, 'suggestion');
  if (added > 0) await writeWhole(decisionsPathOf(file), text);
  io.stderr(
    added > 0 ? `${visible(shown)}: ${what} added\n` : `${visible(path)}: nothing new to decide\n`,
  );
}
