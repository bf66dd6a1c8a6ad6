import { resolve } from 'node:path';
import { discover } from '../batch/discover.ts';
import { builtOutcome, failedOutcome, type Outcome } from '../batch/outcome.ts';
import { runBatch } from '../batch/run.ts';
import { shardFilter } from '../batch/shard.ts';
import { Interrupted, withinTime } from '../batch/time-limit.ts';
import { decisionsOn } from '../batch/side-files.ts';
import { strayDecisions } from '../batch/stray-decisions.ts';
import type { Settings } from '../config/settings.ts';
import { createPipeline, type Pipeline } from '../pipeline.ts';
import { count, noTotals } from '../reporters/summary.ts';
import { openCache, sayVanished } from './cache.ts';
import { exitCode } from './exit-code.ts';
import { checkDate, parseFormats, parseShardFlag, partOf } from './flags.ts';
import { exitCodes, UsageError, type CommandIo } from './io.ts';
import { parseJobs } from './jobs.ts';
import { clearProgress } from './progress.ts';
import { ready } from './ready.ts';
import { openReports, type ReportFlags } from './reports.ts';

export interface BuildFlags extends ReportFlags {
  config?: string;
  out?: string;
  formats?: string;
  date?: string;
  frail?: boolean;
  jobs?: string;
  /** `false` with `--no-cache`. */
  cache?: boolean;
  force?: boolean;
  prune?: boolean;
  durable?: boolean;
  watch?: boolean;
  shard?: string;
  stdinPath?: string;
}

/** `copydesk build`: the exit code. */
export async function build(files: string[], flags: BuildFlags, io: CommandIo): Promise<number> {
  checkDate(flags.date);
  if (flags.shard !== undefined && (flags.watch || files.includes('-'))) {
    throw new UsageError(`Unexpected --shard with ${flags.watch ? '--watch' : '"-"'}.`);
  }
  if (flags.watch) {
    const { watch } = await import('./watch.ts');
    const formatsOf = ({ formats }: Settings): readonly string[] =>
      parseFormats(flags.formats, formats) ?? formats;
    return watch(files, flags, formatsOf, io);
  }
  const pipeline = createPipeline({ cwd: io.cwd, config: flags.config });
  const formats = parseFormats(flags.formats, pipeline.settings.formats);
  return files.includes('-')
    ? buildStdin(files, flags, formats, pipeline, io)
    : buildFiles(files, flags, formats, pipeline, io);
}

async function buildFiles(
  files: string[],
  flags: BuildFlags,
  formats: string[] | undefined,
  pipeline: Pipeline,
  io: CommandIo,
): Promise<number> {
  const start = io.now();
  const { settings } = pipeline;
  const shard = parseShardFlag(flags.shard);
  const isOurs = shardFilter(shard, settings.input);
  const found = await discover(files, io.cwd, settings.input);
  const articles = found.filter(({ file }) => isOurs(file));
  await ready(pipeline, io);
  const output = flags.out === undefined ? settings.output : resolve(io.cwd, flags.out);
  const selected = formats ?? settings.formats;

  const jobs = parseJobs(flags.jobs);
  const cache = openCache(pipeline, {
    output,
    date: flags.date,
    formats: selected,
    cache: flags.cache,
  });

  const totals = noTotals();
  const reports = openReports(flags, io, { part: partOf(shard, selected) });
  const interruption = io.interruption?.();
  try {
    await runBatch(pipeline, articles, {
      output,
      date: flags.date,
      formats: selected,
      jobs,
      pipeline: { cwd: io.cwd, config: flags.config },
      durable: flags.durable,
      cache,
      force: flags.force,
      shard,
      signal: interruption?.signal,
      print: io.stderr,
      onOutcome: (outcome, done, total) => {
        count(totals, outcome);
        clearProgress(io);
        reports.article(outcome);
        if (io.interactive && done < total) io.stderr(`building ${done + 1}/${total}`);
      },
    });
    for (const outcome of strayDecisions(files, io.cwd, settings.input)) {
      if (!isOurs(resolve(io.cwd, outcome.path))) continue;
      count(totals, outcome);
      reports.article(outcome);
    }
  } catch (error) {
    reports.abandon();
    if (!(error instanceof Interrupted)) throw error;
    clearProgress(io);
    const { articles: built, failed } = totals;
    io.stderr(`Interrupted after ${built + failed} of ${articles.length} articles.\n`);
    return exitCodes[error.signal];
  } finally {
    interruption?.end();
  }
  clearProgress(io);
  // Of articles that weren't named, nothing is known.
  if (cache && files.length === 0) {
    sayVanished(cache, found, flags.prune ?? false, io, isOurs);
  }
  reports.end(totals, io.now() - start);
  return exitCode(totals, io, flags.frail ? 0 : undefined);
}

async function buildStdin(
  files: string[],
  flags: BuildFlags,
  formats: string[] | undefined,
  pipeline: Pipeline,
  io: CommandIo,
): Promise<number> {
  if (files.length > 1)
    throw new UsageError('Unexpected files beside "-", expected standard input alone.');
  const [format, ...others] = formats ?? ['markdown'];
  if (format === undefined || others.length > 0) {
    throw new UsageError(
      `Unexpected formats ${(formats ?? []).join(', ')} with "-", expected one: standard output takes one format.`,
    );
  }
  await ready(pipeline, io);
  const start = io.now();
  const reports = openReports(flags, io, { isOutputTaken: true });
  const path = flags.stdinPath ?? 'stdin.txt';
  const { limits } = pipeline.settings;
  const value = await io.stdin(limits.inputBytes);
  const outcome = await Promise.resolve()
    .then(() => {
      // Text that stands for a file has that file's decisions.
      const decisions =
        flags.stdinPath === undefined
          ? undefined
          : decisionsOn(resolve(io.cwd, flags.stdinPath), limits);
      return withinTime(limits, { bytes: value.length, timing: 'twice' }, (bound) =>
        pipeline.build({ value, path, date: flags.date, decisions, formats: [format], bound }),
      );
    })
    .then(({ article, file, outputs }): Outcome => {
      io.stdout(outputs[format] ?? '');
      return builtOutcome(path, article, file);
    })
    .catch((error: unknown) => failedOutcome(path, error));
  const totals = noTotals();
  count(totals, outcome);
  reports.article(outcome);
  reports.end(totals, io.now() - start);
  return exitCode(totals, io, flags.frail ? 0 : undefined);
}
