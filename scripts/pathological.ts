/**
 * Builds each pathological form of Markdown, or of HTML with `--format html`, at a size, in a process that is ended after a time, and prints what became of it, the time and
 * the peak of memory: `npm run test:pathological -- --size 1000000`. Fails where one crashed or took too long.
 */
import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { Stopwatch } from '../src/batch/stopwatch.ts';
import { formsOf, type BuildReport } from '../test/support/pathological-build.ts';

const { values } = parseArgs({
  options: {
    size: { type: 'string', default: '65536' },
    seconds: { type: 'string', default: '20' },
    format: { type: 'string', default: 'md' },
    plugins: { type: 'boolean', default: true },
    only: { type: 'string', default: '' },
  },
  allowNegative: true,
});
const size = Number(values.size);
const seconds = Number(values.seconds);
/** A process that holds more is not used again, so that what one input took isn't told of the next. */
const spentMemory = 500;

const columns = (cells: readonly string[]): string =>
  [
    cells[0]?.padEnd(48),
    cells[1]?.padEnd(9),
    ...cells.slice(2, 4).map((cell) => cell.padStart(9)),
    `  ${cells[4]}`,
  ]
    .join('')
    .trimEnd();

let child: ChildProcess | undefined;

/** A process that is ready. */
async function start(): Promise<ChildProcess> {
  const started = fork(
    fileURLToPath(new URL('../test/support/pathological-build.ts', import.meta.url)),
    {
      execArgv: ['--max-old-space-size=3000', '--import', 'tsx'],
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    },
  );
  // Each article waits for an answer or the end of the process.
  started.setMaxListeners(0);
  await once(started, 'message');
  return started;
}

/** What became of one input; undefined where it took too long, not counting the time in which other processes have the cores. */
async function build(name: string): Promise<BuildReport | undefined> {
  const own = (child ??= await start());
  const answer = Promise.race([
    once(own, 'message').then(([report]) => report as BuildReport),
    once(own, 'exit').then(([code]) => ({
      result: 'crashed' as const,
      detail: `exit code ${code}`,
      time: 0,
      memory: 0,
    })),
  ]);
  own.send({ name, size, format: values.format, plugins: values.plugins });
  const stopwatch = new Stopwatch(own.pid);
  const late = async (): Promise<undefined> => {
    // Several threads of the process may be at work.
    while (stopwatch.own < seconds * 1500) await wait(200, undefined, { ref: false });
  };
  const report = await Promise.race([answer, late()]);
  if (report === undefined || report.result === 'crashed' || report.memory > spentMemory) {
    own.kill('SIGKILL');
    child = undefined;
  }
  return report;
}

const totals = new Map<string, number>();
console.log(columns(['form', 'result', 'seconds', 'MB', 'limits']));
for (const { name } of formsOf(values.format)) {
  if (!name.includes(values.only)) continue;
  const report = await build(name);
  const isLate = report === undefined || report.time > seconds * 1000;
  const result = isLate ? 'too long' : report.result;
  totals.set(result, (totals.get(result) ?? 0) + 1);
  const { time = seconds * 1500, memory = 0, detail = '' } = report ?? {};
  console.log(columns([name, result, (time / 1000).toFixed(2), memory.toFixed(0), detail]));
}
child?.kill();
console.log([...totals].map(([result, count]) => `${result}: ${count}`).join(', '));
process.exitCode = (totals.get('crashed') ?? 0) + (totals.get('too long') ?? 0) > 0 ? 1 : 0;
