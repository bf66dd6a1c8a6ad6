import { resolve } from 'node:path';
import { bibliographyNames } from '../batch/bibliography.ts';
import { discover } from '../batch/discover.ts';
import { builtOutcome, failedOutcome, type Outcome } from '../batch/outcome.ts';
import { runBatch } from '../batch/run.ts';
import { parseShard, printShard, shardFilter, type Shard } from '../batch/shard.ts';
import { Interrupted, withinTime } from '../batch/time-limit.ts';
import { decisionsOn } from '../batch/side-files.ts';
import { strayDecisions } from '../batch/stray-decisions.ts';
import type { Settings } from '../config/settings.ts';
import { didYouMean } from '../config/suggest.ts';
import { checkedDate, createPipeline, type Pipeline } from '../pipeline.ts';
import { count, noTotals, type Totals } from '../reporters/summary.ts';
import { formatNames } from '../writers/index.ts';
import { openCache, sayVanished } from './cache.ts';
import { exitCodes, UsageError, type CommandIo } from './io.ts';
import { parseJobs } from './jobs.ts';
import { ready } from './ready.ts';
import { openReports, type ReportFlags, type ReportOptions } from './reports.ts';

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
    for (const outcome of await strayDecisions(files, io.cwd, settings.input)) {
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
      return withinTime(limits, { timing: 'twice' }, (bound) =>
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

/** @throws UsageError where it names no shard. */
export function parseShardFlag(given: string | undefined): Shard | undefined {
  if (given === undefined) return undefined;
  const shard = parseShard(given);
  if (shard) return shard;
  throw new UsageError(
    `Unexpected shard "${given}", expected its number and how many there are: 3/10.`,
  );
}

/** What the report of a shard tells those who join it with the others. */
export function partOf(
  shard: Shard | undefined,
  formats: readonly string[],
): ReportOptions['part'] {
  return shard && { shard: printShard(shard), bibliographies: bibliographyNames(formats) };
}

/**
 * The exit code of a run. Where nothing but the number of warnings makes it fail, that is said.
 *
 * @param maxWarnings - How many warnings a run may have. Default: any number.
 */
export function exitCode(
  { failed, findings }: Readonly<Totals>,
  io: CommandIo,
  maxWarnings = Number.POSITIVE_INFINITY,
): number {
  if (failed > 0 || findings.error > 0) return exitCodes.findings;
  const { warning } = findings;
  if (warning <= maxWarnings) return exitCodes.ok;
  const found = `${warning} ${warning === 1 ? 'warning' : 'warnings'}`;
  io.stderr(`The run fails: ${found}, ${maxWarnings === 0 ? 'none' : maxWarnings} allowed.\n`);
  return exitCodes.findings;
}

/** @param listed - The formats of the config, which may be the house's own. */
export function parseFormats(
  list: string | undefined,
  listed: readonly string[],
): string[] | undefined {
  if (list === undefined) return undefined;
  const names = list
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '');
  const known = [...new Set([...formatNames, ...listed])];
  for (const name of names) {
    if (!known.includes(name)) {
      throw new UsageError(
        `Unexpected format "${name}", expected one of ${known.join(', ')}.${didYouMean(name, known)}`,
      );
    }
  }
  if (names.length === 0) {
    throw new UsageError(`Unexpected empty list of formats, expected some of ${known.join(', ')}.`);
  }
  return [...new Set(names)];
}

/** @throws UsageError where a date is none. */
export function checkDate(date: string | undefined): void {
  if (date === undefined) return;
  try {
    checkedDate(date);
  } catch (error) {
    throw new UsageError(`${(error as Error).message}.`);
  }
}

/** A progress line stands alone on its line, and gives way to what is printed next. */
export function clearProgress(io: CommandIo): void {
  if (io.interactive) io.stderr('\r\u001B[2K');
}
