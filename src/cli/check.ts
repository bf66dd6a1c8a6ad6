import { resolve } from 'node:path';
import { Baseline } from '../batch/baseline.ts';
import { changedArticles } from '../batch/changed.ts';
import { discover, type ArticleFile } from '../batch/discover.ts';
import type { Outcome } from '../batch/outcome.ts';
import { runBatch } from '../batch/run.ts';
import { shardFilter } from '../batch/shard.ts';
import { strayDecisions } from '../batch/stray-decisions.ts';
import { createPipeline, type Pipeline } from '../pipeline.ts';
import { count, noTotals, type Totals } from '../reporters/summary.ts';
import { exitCode } from './exit-code.ts';
import { checkDate, parseFormats, parseShardFlag, partOf } from './flags.ts';
import { clearProgress } from './progress.ts';
import { exitCodes, UsageError, type CommandIo } from './io.ts';
import { ready, warn } from './ready.ts';
import { openReports, type ReportFlags } from './reports.ts';
import { unmatchedOverrides } from '../config/overrides.ts';

export interface CheckFlags extends ReportFlags {
  config?: string;
  formats?: string;
  date?: string;
  /** `true` where no base is named. */
  changed?: string | true;
  maxWarnings?: string;
  frail?: boolean;
  baseline?: string;
  updateBaseline?: boolean;
  shard?: string;
}

/** Where a baseline is written that no name is given for. */
const baselineName = 'copydesk-baseline.json';
/** How many findings that no longer occur are listed. */
const listedGone = 20;

/** `copydesk check`: all that `build` does but writing. The exit code. */
export async function check(files: string[], flags: CheckFlags, io: CommandIo): Promise<number> {
  checkDate(flags.date);
  const maxWarnings = parseMaxWarnings(flags);
  if (files.includes('-'))
    throw new UsageError('Unexpected "-", expected files: copydesk build - reads standard input.');
  const pipeline = createPipeline({ cwd: io.cwd, config: flags.config });
  const formats = parseFormats(flags.formats, pipeline.settings.formats);
  const shard = parseShardFlag(flags.shard);
  if (shard && flags.updateBaseline) {
    throw new UsageError(
      'Unexpected --update-baseline with --shard: a baseline is of all articles.',
    );
  }
  const isOurs = shardFilter(shard, pipeline.settings.input);
  const baseline = baselineOf(flags, io);
  const found = await discover(files, io.cwd, pipeline.settings.input);
  await ready(pipeline, io);
  const articles = (await selected(found, flags, pipeline, io)).filter(({ file }) => isOurs(file));
  const isWhole = files.length === 0 && flags.changed === undefined && !shard;
  if (isWhole) warnOfOverrides(articles, pipeline, io);

  const strays =
    flags.changed === undefined
      ? strayDecisions(files, io.cwd, pipeline.settings.input).filter(({ path }) =>
          isOurs(resolve(io.cwd, path)),
        )
      : [];
  const totals = await run(pipeline, articles, strays, formats, baseline, flags, io);
  if (!baseline) return exitCode(totals, io, maxWarnings);
  if (flags.updateBaseline) {
    const number = await baseline.write(isWhole);
    io.stderr(`${number} ${number === 1 ? 'finding' : 'findings'} in the baseline\n`);
    return totals.failed > 0 ? exitCodes.findings : exitCodes.ok;
  }
  printGone(baseline, isWhole, io);
  return exitCode(totals, io, maxWarnings);
}

async function run(
  pipeline: Pipeline,
  articles: readonly ArticleFile[],
  strays: readonly Outcome[],
  formats: string[] | undefined,
  baseline: Baseline | undefined,
  flags: CheckFlags,
  io: CommandIo,
): Promise<Totals> {
  const start = io.now();
  const totals = noTotals();
  const selectedFormats = formats ?? pipeline.settings.formats;
  const part = partOf(parseShardFlag(flags.shard), selectedFormats);
  const reports = openReports(flags, io, { done: 'checked', part });
  const onOutcome = (outcome: Outcome, done: number, total: number): void => {
    const shown = baseline?.remove(outcome) ?? outcome;
    // What goes into the baseline isn't reported.
    const reported = flags.updateBaseline && !shown.error ? withoutFindings(shown) : shown;
    count(totals, reported);
    clearProgress(io);
    reports.article(reported);
    if (io.interactive && done < total) io.stderr(`checking ${done + 1}/${total}`);
  };
  try {
    await runBatch(pipeline, articles, {
      output: pipeline.settings.output,
      date: flags.date,
      formats: selectedFormats,
      dryRun: true,
      onOutcome,
    });
    for (const outcome of strays) {
      count(totals, outcome);
      reports.article(outcome);
    }
  } catch (error) {
    reports.abandon();
    throw error;
  }
  clearProgress(io);
  reports.end(totals, io.now() - start);
  return totals;
}

function withoutFindings(outcome: Outcome): Outcome {
  return outcome.error
    ? outcome
    : { ...outcome, article: { ...outcome.article, messages: [] }, excerpts: [] };
}

export function parseMaxWarnings({
  maxWarnings,
  frail,
}: Pick<CheckFlags, 'maxWarnings' | 'frail'>): number | undefined {
  if (maxWarnings === undefined) return frail ? 0 : undefined;
  if (!/^\d{1,9}$/.test(maxWarnings)) {
    throw new UsageError(
      `Unexpected number "${maxWarnings}" after --max-warnings, expected how many warnings there may be: 0 or more.`,
    );
  }
  return Number(maxWarnings);
}

function baselineOf(flags: CheckFlags, io: CommandIo): Baseline | undefined {
  const { baseline, updateBaseline = false } = flags;
  if (baseline === undefined && !updateBaseline) return undefined;
  return Baseline.read(baseline ?? baselineName, io.cwd, updateBaseline);
}

async function selected(
  found: readonly ArticleFile[],
  { changed }: CheckFlags,
  { settings }: Pipeline,
  io: CommandIo,
): Promise<readonly ArticleFile[]> {
  if (changed === undefined) return found;
  const base = changed === true ? undefined : changed;
  const { articles, since, because } = await changedArticles(found, settings, io.cwd, base, io.env);
  const number = `${articles.length} of ${found.length}`;
  io.stderr(
    because === undefined
      ? `${number} ${found.length === 1 ? 'article' : 'articles'} changed since ${since}\n`
      : `All articles are checked: ${because}\n`,
  );
  return articles;
}

/** A glob that no article matches is a slip, or what it was for is gone. */
function warnOfOverrides(
  articles: readonly ArticleFile[],
  { settings }: Pipeline,
  io: CommandIo,
): void {
  const files = articles.map(({ file }) => file);
  for (const { message } of unmatchedOverrides(settings, files)) warn(message, io);
}

function printGone(baseline: Baseline, isWhole: boolean, io: CommandIo): void {
  const gone = baseline.gone(isWhole);
  if (gone.length === 0) return;
  const total = gone.reduce((sum, { count: number }) => sum + number, 0);
  const lines = gone
    .slice(0, listedGone)
    .map(
      ({ path, ruleId, count: number }) =>
        `  ${path}  ${ruleId}${number > 1 ? ` (${number})` : ''}\n`,
    );
  const more = gone.length > listedGone ? `  and ${gone.length - listedGone} more\n` : '';
  io.stderr(
    `${total} ${total === 1 ? 'finding' : 'findings'} of the baseline no longer ${total === 1 ? 'occurs' : 'occur'}; --update-baseline takes ${total === 1 ? 'it' : 'them'} out\n${lines.join('')}${more}`,
  );
}
