/** A process that builds articles for another, and ends with it. */
import { setFlagsFromString } from 'node:v8';
import { createPipeline } from '../pipeline.ts';
import { articleBuilder, type Task } from './build-article.ts';
import { BuildCache } from './cache/build-cache.ts';
import type { Outcome } from './outcome.ts';
import { timeFor } from '../limits.ts';
import { Overseer } from './overseer.ts';
import { statOf } from './stat-of.ts';
import { longestWait } from './time-limit.ts';
import type { FromWorker, ToWorker, WorkerOptions } from './worker-protocol.ts';

const tasks: Task[] = [];
let build: ((task: Task) => Promise<Outcome>) | undefined;
/** Which process started this one: by now it may have ended, and another be the parent. */
const parent = Number(process.argv[2]);
let overseer: Overseer | undefined;
/** Bytes from which on an article's heap may grow only by so many percent between two collections. */
const longArticle = 2_000_000;
const growth = 12;
let isBounded = false;
let busy = false;
let stopped = false;
/** The process that started this one ends it before. In milliseconds, as is the next. */
const grace = 5000;
/** How long an article may take by the clock. */
let longest: (task: Task) => number = () => grace;

process.on('message', (message: ToWorker) => {
  if (message.kind === 'start') void start(message.options);
  else if (message.kind === 'task') tasks.push(message.task);
  else stopped = true;
  void work();
});
// Whoever started us ended, by whatever means. What is being written is written at once, so that nothing is torn here.
process.on('disconnect', () => process.exit());
// It may have ended while this code was loaded.
if (!process.connected) process.exit();
// A terminal interrupts all processes of a command: the one that started us decides what becomes of us.
process.on('SIGINT', () => undefined);
process.on('SIGTERM', () => undefined);

async function start({ pipeline, cache, run: _run, ...options }: WorkerOptions): Promise<void> {
  try {
    const assembled = createPipeline(pipeline);
    await assembled.ready();
    const { limits } = assembled.settings;
    overseer = new Overseer(parent);
    longest = ({ article }) =>
      timeFor(statOf(article.file)?.size ?? 0, limits) * 1000 * longestWait + grace;
    build = articleBuilder(assembled, {
      ...options,
      cache: cache && new BuildCache(cache),
      beforeWriting: endIfLeft,
      timing: 'watched',
    });
    say({ kind: 'ready' });
    void work();
  } catch (error) {
    say({ kind: 'broken', reason: error instanceof Error ? error.message : String(error) });
  }
}

/** Another run may write to the folder by now. That the channel is closed is only told once this process comes to listen. */
function endIfLeft(): void {
  if (process.ppid !== parent || !process.connected) process.exit();
}

async function work(): Promise<void> {
  if (busy || !build) return;
  busy = true;
  for (let task = next(); task; task = next()) {
    endIfLeft();
    overseer?.begin(longest(task));
    boundGrowth(task);
    const outcome = await build(task);
    overseer?.end();
    say({ kind: 'outcome', outcome });
    // What was ended in the middle of its work may have left anything half done: this process is at its end.
    if (outcome.error?.ruleId === 'limits/time') return;
    // Messages are only taken in between: one of them may be the last.
    await new Promise((resolve) => setImmediate(resolve));
  }
  busy = false;
  if (stopped) process.exit();
}

/** Left to itself, V8 lets a heap grow to a multiple of what is alive in it before it looks for garbage. For long articles it looks sooner. */
function boundGrowth({ article }: Task): void {
  const isLong = (statOf(article.file)?.size ?? 0) > longArticle;
  if (isLong !== isBounded) setFlagsFromString(`--heap-growing-percent=${isLong ? growth : 0}`);
  isBounded = isLong;
}

function next(): Task | undefined {
  return stopped ? undefined : tasks.shift();
}

function say(message: FromWorker): void {
  if (process.connected) process.send?.(message);
}
