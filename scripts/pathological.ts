/**
 * Builds each pathological form of Markdown, or of HTML with `--format html`, at a size and in every output format, as the command does: in
 * a worker, which is bounded in time and memory. Prints what became of it, the seconds in which the worker had a core, the most memory that it held, and the limits
 * that were met: `npm run test:pathological -- --size 1000000`. Fails where one ended in any other way than built or refused by a limit.
 */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import type { Outcome } from '../src/batch/outcome.ts';
import { Stopwatch } from '../src/batch/stopwatch.ts';
import type { WorkerOptions } from '../src/batch/worker-protocol.ts';
import type { BoundedWorker, WorkerEnd } from '../src/batch/bounded-worker.ts';
import { defaultLimits } from '../src/limits.ts';
import { formsOf } from '../test/support/pathological-build.ts';

const { values } = parseArgs({
  options: {
    size: { type: 'string', default: '65536' },
    /** Of the input: `md`, `txt` (the same forms) or `html`. */
    format: { type: 'string', default: 'md' },
    formats: {
      type: 'string',
      default: 'markdown,html,json,txt,ninjs,csl,bibtex,ris',
    },
    plugins: { type: 'boolean', default: true },
    /** A part of the names of those that are built. */
    only: { type: 'string', default: '' },
    /** How many of them were built already. */
    skip: { type: 'string', default: '0' },
  },
  allowNegative: true,
});
const size = Number(values.size);

/** As it is built: loading TypeScript makes all of it slower. */
const built = (await import(
  new URL('../dist/src/batch/bounded-worker.js', import.meta.url).href
)) as { BoundedWorker: typeof BoundedWorker };

interface Row {
  result: 'built' | 'refused' | 'crashed';
  /** The limits that were met, or the error. */
  detail: string;
  /** In which the worker had a core. */
  seconds: number;
  megabytes: number;
}

const folder = mkdtempSync(join(tmpdir(), 'pathological-'));
const output = join(folder, 'out');
mkdirSync(output);
const config = join(folder, 'pipeline.config.yaml');
if (!values.plugins) writeFileSync(config, 'plugins: []\n');
const options: WorkerOptions = {
  run: 'pathological',
  pipeline: { cwd: folder, config: values.plugins ? undefined : config },
  output,
  date: undefined,
  formats: values.formats.split(','),
  durable: false,
  dryRun: false,
  cache: undefined,
};

/** The most memory that a process has held, in megabytes; zero where the system doesn't tell. */
function peakOf(pid: number | undefined): number {
  try {
    const found = /^VmHWM:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/status`, 'latin1'));
    return found ? Number(found[1]) / 1000 : 0;
  } catch {
    return 0;
  }
}

/** Builds one input in a process that builds nothing else. */
async function build(value: string): Promise<Row> {
  const file = join(folder, `a.${values.format}`);
  writeFileSync(file, value);
  const told: { outcome?: Outcome; end?: WorkerEnd } = {};
  const worker = new built.BoundedWorker(options, defaultLimits, {
    onOutcome: (outcome) => (told.outcome = outcome),
    onEnd: (end) => (told.end = end),
    onBroken: (how) => (told.end = { reason: 'crash', how }),
    print: () => undefined,
  });
  while (!worker.isReady && !told.end) await wait(20);
  const stopwatch = new Stopwatch(worker.pid);
  let seconds = 0;
  let megabytes = 0;
  const look = (): void => {
    if (told.end) return;
    seconds = stopwatch.own / 1000;
    megabytes = Math.max(megabytes, peakOf(worker.pid));
  };
  look();
  worker.give({ article: { path: file, file, outputBase: 'a' } });
  while (!told.outcome && !told.end) {
    await wait(50);
    look();
  }
  await worker.stop();
  return { ...became(told.outcome, told.end), seconds, megabytes };
}

function became(
  outcome: Outcome | undefined,
  end: WorkerEnd | undefined,
): Pick<Row, 'result' | 'detail'> {
  if (end?.reason === 'crash') return { result: 'crashed', detail: end.how };
  if (end) return { result: 'refused', detail: `limits/${end.reason}` };
  if (outcome?.error) {
    const { ruleId, message } = outcome.error;
    const isLimit = ruleId.startsWith('limits/');
    return isLimit
      ? { result: 'refused', detail: ruleId }
      : { result: 'crashed', detail: `${ruleId}: ${message.slice(0, 120)}` };
  }
  const limits = (outcome?.article.messages ?? [])
    .map(({ ruleId }) => ruleId)
    .filter((ruleId) => ruleId.startsWith('limits/'));
  return { result: 'built', detail: [...new Set(limits)].join(', ') };
}

const columns = (cells: readonly string[]): string =>
  [
    cells[0]?.padEnd(48),
    cells[1]?.padEnd(9),
    ...cells.slice(2, 4).map((cell) => cell.padStart(9)),
    `  ${cells[4]}`,
  ]
    .join('')
    .trimEnd();

const rows: Row[] = [];
console.log(columns(['form', 'result', 'seconds', 'MB', 'limits']));
try {
  const forms = formsOf(values.format).filter(({ name }) => name.includes(values.only));
  for (const { name, make } of forms.slice(Number(values.skip))) {
    const row = await build(make(size));
    rows.push(row);
    const { result, seconds, megabytes, detail } = row;
    console.log(columns([name, result, seconds.toFixed(2), megabytes.toFixed(0), detail]));
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
const counts = (['built', 'refused', 'crashed'] as const).map(
  (result) => `${result}: ${rows.filter((row) => row.result === result).length}`,
);
const most = (key: 'seconds' | 'megabytes'): number => Math.max(0, ...rows.map((row) => row[key]));
console.log(
  `${counts.join(', ')}; at most ${most('seconds').toFixed(1)} s and ${most('megabytes').toFixed(0)} MB`,
);
process.exitCode = rows.some(({ result }) => result === 'crashed') ? 1 : 0;
