/** Joins the reports of the parts of a run to what one run would have said. */
import { createReadStream, statSync } from 'node:fs';
import { resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { bibliographyNames, RunBibliography } from '../batch/bibliography.ts';
import { InputError } from '../batch/input-error.ts';
import type { Outcome } from '../batch/outcome.ts';
import { parseShard } from '../batch/shard.ts';
import { loadSettings } from '../config/settings.ts';
import { isDecisionsPath } from '../decisions/path.ts';
import type { ReportedRun } from '../reporters/json.ts';
import { openReport } from '../reporters/read-report.ts';
import { count, noTotals } from '../reporters/summary.ts';
import { exitCode } from './exit-code.ts';
import { parseMaxWarnings } from './check.ts';
import type { CommandIo } from './io.ts';
import { openReports, type ReportFlags } from './reports.ts';

export interface MergeFlags extends ReportFlags {
  config?: string;
  out?: string;
  partial?: boolean;
  maxWarnings?: string;
  frail?: boolean;
}

interface Part {
  name: string;
  run: ReportedRun;
  outcomes: AsyncIterator<Outcome>;
  /** The next article that has not been told. */
  next: Outcome | undefined;
}

/** `copydesk merge`: the exit code. */
export async function merge(
  names: readonly string[],
  flags: MergeFlags,
  io: CommandIo,
): Promise<number> {
  const maxWarnings = parseMaxWarnings(flags);
  const parts: Part[] = [];
  for (const name of names) parts.push(await openPart(name, io.cwd));
  checkShards(parts, flags.partial ?? false, io);
  const formats = bibliographyNames([
    ...new Set(parts.flatMap(({ run }) => run.bibliographies ?? [])),
  ]);
  const bibliography = formats.length > 0 ? new RunBibliography() : undefined;
  const output = bibliography && outputOf(flags, io);

  const totals = noTotals();
  const isChecked = parts.every(({ run }) => run.done === 'checked');
  const reports = openReports(flags, io, { done: isChecked ? 'checked' : 'built' });
  try {
    let index = 0;
    for await (const outcome of inOrder(parts)) {
      if (!outcome.error) bibliography?.add(outcome.article.sources, index);
      index++;
      count(totals, outcome);
      reports.article(outcome);
    }
    if (output !== undefined && !isChecked) await bibliography?.write(output, formats);
  } catch (error) {
    reports.abandon();
    throw error;
  }
  reports.end(totals, undefined);
  return exitCode(totals, io, maxWarnings);
}

function outputOf(flags: MergeFlags, io: CommandIo): string {
  if (flags.out !== undefined) return resolve(io.cwd, flags.out);
  return loadSettings({ cwd: io.cwd, config: flags.config }).output;
}

async function openPart(name: string, cwd: string): Promise<Part> {
  const file = resolve(cwd, name);
  if (!statSync(file, { throwIfNoEntry: false })?.isFile())
    throw new InputError(`Unexpected report "${name}": there is no such file.`);
  const lines = createInterface({
    input: createReadStream(file, 'utf8'),
    crlfDelay: Number.POSITIVE_INFINITY,
  });
  return naming(name, async () => {
    const { run, outcomes } = await openReport(lines);
    const part: Part = { name, run, outcomes: outcomes[Symbol.asyncIterator](), next: undefined };
    await advance(part);
    return part;
  });
}

async function advance(part: Part): Promise<void> {
  const { value, done } = await part.outcomes.next();
  part.next = done ? undefined : (value as Outcome);
}

/** Articles of all parts in the order of a run: by their paths, decisions without an article last. */
async function* inOrder(parts: readonly Part[]): AsyncGenerator<Outcome> {
  let last: { outcome: Outcome; name: string } | undefined;
  for (;;) {
    let first: Part | undefined;
    for (const part of parts) {
      if (part.next && (!first?.next || compare(part.next, first.next) < 0)) first = part;
    }
    if (!first?.next) return;
    const outcome = first.next;
    if (last?.outcome.path === outcome.path) {
      throw new InputError(
        `Unexpected article "${outcome.path}" in two reports, "${last.name}" and "${first.name}": expected the parts of one run.`,
      );
    }
    yield outcome;
    last = { outcome, name: first.name };
    const part = first;
    await naming(part.name, () => advance(part));
  }
}

function compare(a: Outcome, b: Outcome): number {
  const late = Number(isDecisionsPath(a.path)) - Number(isDecisionsPath(b.path));
  return late || (a.path < b.path ? -1 : a.path > b.path ? 1 : 0);
}

async function naming<Result>(name: string, work: () => Promise<Result>): Promise<Result> {
  try {
    return await work();
  } catch (error) {
    throw new InputError(`Unexpected report "${name}": ${(error as Error).message}.`);
  }
}

/** A part that is missing would pass for one without findings. */
function checkShards(parts: readonly Part[], partial: boolean, io: CommandIo): void {
  const owners = new Map<string, string>();
  const counts = new Set<number>();
  for (const { name, run } of parts) {
    if (run.shard === undefined) continue;
    const owner = owners.get(run.shard);
    if (owner !== undefined) {
      throw new InputError(
        `Unexpected reports "${owner}" and "${name}": both are of shard ${run.shard}.`,
      );
    }
    owners.set(run.shard, name);
    counts.add(parseShard(run.shard)?.count ?? 0);
  }
  if (owners.size === 0) return;
  const [total = 0, ...others] = counts;
  if (total === 0 || others.length > 0 || owners.size < parts.length) {
    throw new InputError(
      `Unexpected reports of ${[...owners.keys()].join(', ')}${owners.size < parts.length ? ' and of runs without shards' : ''}: expected the parts of one run.`,
    );
  }
  const missing: string[] = [];
  for (let index = 1; index <= total; index++) {
    if (!owners.has(`${index}/${total}`)) missing.push(`${index}/${total}`);
  }
  if (missing.length === 0) return;
  const list = missing.length > 10 ? `${missing.slice(0, 10).join(', ')} and ${missing.length - 10} more` : missing.join(', '); // prettier-ignore
  if (!partial) {
    throw new InputError(
      `Missing reports of ${missing.length === 1 ? 'shard' : 'shards'} ${list}. --partial joins the others.`,
    );
  }
  io.stderr(`warning  Missing ${missing.length === 1 ? 'shard' : 'shards'}: ${list}\n`);
}
