/** What the commands share that look at articles and write nothing. */
import { discover, type ArticleFile } from '../batch/discover.ts';
import type { FailedOutcome } from '../batch/outcome.ts';
import { createPipeline, type BuildResult, type Pipeline } from '../pipeline.ts';
import { checkDate } from './flags.ts';
import { exitCodes, UsageError, type CommandIo } from './io.ts';
import { articleInput, printFailure } from './one-article.ts';
import { ready } from './ready.ts';

export interface InspectFlags {
  config?: string;
  date?: string;
}

/** An article that was looked at, or the error that kept it from being built. */
export type Inspected = { path: string; result: BuildResult; error?: undefined } | FailedOutcome;

/**
 * A pipeline whose config lists a plugin, with all its plugins loaded.
 *
 * @throws UsageError where the plugin is not listed.
 */
export async function pipelineWith(
  plugin: string,
  flags: InspectFlags,
  io: CommandIo,
): Promise<Pipeline> {
  checkDate(flags.date);
  const pipeline = createPipeline({ cwd: io.cwd, config: flags.config });
  if (!pipeline.settings.plugins.some(({ name }) => name === plugin)) {
    throw new UsageError(
      `Unexpected config without the plugin "${plugin}", which this command shows.`,
    );
  }
  await ready(pipeline, io);
  return pipeline;
}

/** Builds the articles that are named, one after the other, and hands each on. The exit code. */
export async function inspect(
  names: readonly string[],
  pipeline: Pipeline,
  flags: InspectFlags,
  io: CommandIo,
  show: (article: Inspected) => void,
): Promise<number> {
  let failed = false;
  for (const article of await articlesOf(names, pipeline, io)) {
    try {
      const result = await pipeline.build(await articleInput(article, flags.date, pipeline));
      show({ path: article.path, result });
    } catch (error) {
      failed = true;
      show(printFailure(article.path, error, io));
    }
  }
  return failed ? exitCodes.findings : exitCodes.ok;
}

/** Each name by itself: nothing is written, so that two articles may bear the name of one output. */
async function articlesOf(
  names: readonly string[],
  { settings }: Pipeline,
  io: CommandIo,
): Promise<ArticleFile[]> {
  const articles = new Map<string, ArticleFile>();
  for (const name of names) {
    for (const article of await discover([name], io.cwd, settings.input)) {
      articles.set(article.file, article);
    }
  }
  return [...articles.values()];
}
