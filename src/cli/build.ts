import { resolve } from 'node:path';
import { discover } from '../batch/discover.ts';
import { builtOutcome, failedOutcome, type Outcome } from '../batch/outcome.ts';
import { runBatch } from '../batch/run.ts';
import { didYouMean } from '../config/suggest.ts';
import { checkedDate, createPipeline, type Pipeline } from '../pipeline.ts';
import { prettyOutcome } from '../reporters/pretty.ts';
import { count, noTotals, summaryLine, type Totals } from '../reporters/summary.ts';
import { formatNames, type FormatName } from '../writers/index.ts';
import { exitCodes, UsageError, type CommandIo } from './io.ts';
import { ready } from './ready.ts';

export interface BuildFlags {
  config?: string;
  out?: string;
  formats?: string;
  date?: string;
  frail?: boolean;
  quiet?: boolean;
  stdinPath?: string;
}

/** `copydesk build`: the exit code. */
export async function build(files: string[], flags: BuildFlags, io: CommandIo): Promise<number> {
  const formats = parseFormats(flags.formats);
  checkDate(flags.date);
  const pipeline = createPipeline({ cwd: io.cwd, config: flags.config });
  return files.includes('-')
    ? buildStdin(files, flags, formats, pipeline, io)
    : buildFiles(files, flags, formats, pipeline, io);
}

async function buildFiles(
  files: string[],
  flags: BuildFlags,
  formats: FormatName[] | undefined,
  pipeline: Pipeline,
  io: CommandIo,
): Promise<number> {
  const start = io.now();
  const { settings } = pipeline;
  const articles = await discover(files, io.cwd, settings.input);
  await ready(pipeline, io);
  const output = flags.out === undefined ? settings.output : resolve(io.cwd, flags.out);
  const selected = formats ?? settings.formats;

  const totals = noTotals();
  await runBatch(pipeline, articles, {
    output,
    date: flags.date,
    formats: selected,
    onOutcome: (outcome, done, total) => {
      count(totals, outcome);
      clearProgress(io);
      io.stderr(prettyOutcome(outcome, { color: io.color, quiet: flags.quiet ?? false }));
      if (io.interactive && done < total) io.stderr(`building ${done + 1}/${total}`);
    },
  });
  clearProgress(io);
  if (!flags.quiet) io.stderr(`${summaryLine(totals, io.now() - start)}\n`);
  return exitCode(totals, flags.frail ?? false);
}

async function buildStdin(
  files: string[],
  flags: BuildFlags,
  formats: FormatName[] | undefined,
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
  const path = flags.stdinPath ?? 'stdin.txt';
  const outcome = await pipeline
    .build({ value: await io.stdin(), path, date: flags.date, formats: [format] })
    .then(({ article, file, outputs }): Outcome => {
      io.stdout(outputs[format] ?? '');
      return builtOutcome(path, article, file);
    })
    .catch((error: unknown) => failedOutcome(path, error));
  io.stderr(prettyOutcome(outcome, { color: io.color, quiet: flags.quiet ?? false }));
  const totals = noTotals();
  count(totals, outcome);
  return exitCode(totals, flags.frail ?? false);
}

function exitCode({ failed, findings }: Totals, frail: boolean): number {
  const bad = failed > 0 || findings.error > 0 || (frail && findings.warning > 0);
  return bad ? exitCodes.findings : exitCodes.ok;
}

function parseFormats(list: string | undefined): FormatName[] | undefined {
  if (list === undefined) return undefined;
  const names = list
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '');
  for (const name of names) {
    if (!(formatNames as readonly string[]).includes(name)) {
      throw new UsageError(
        `Unexpected format "${name}", expected one of ${formatNames.join(', ')}.${didYouMean(name, formatNames)}`,
      );
    }
  }
  if (names.length === 0) throw new UsageError('Unexpected empty list of formats.');
  return [...new Set(names)] as FormatName[];
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
function clearProgress(io: CommandIo): void {
  if (io.interactive) io.stderr('\r\u001B[2K');
}
