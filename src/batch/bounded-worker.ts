/** A worker as the process that started it sees it: bounded in time and memory. */
import { fork, type ChildProcess } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { timeFor, type Limits } from '../limits.ts';
import type { Task } from './build-article.ts';
import type { Outcome } from './outcome.ts';
import { statOf } from './stat-of.ts';
import { ownPid, residentBytes, workerArguments } from './processes.ts';
import { Stopwatch } from './stopwatch.ts';
import { longestWait } from './time-limit.ts';
import type { FromWorker, ToWorker, WorkerOptions } from './worker-protocol.ts';

/** Why a worker has ended. */
export type WorkerEnd =
  | { reason: 'time'; seconds: number }
  | { reason: 'memory'; bytes: number }
  | { reason: 'crash'; how: string };

export interface WorkerEvents {
  onOutcome: (outcome: Outcome) => void;
  /** Called once, unless the worker was told to end. */
  onEnd: (end: WorkerEnd) => void;
  onBroken: (reason: string) => void;
  print: (text: string) => void;
}

const file = fileURLToPath(
  new URL(import.meta.url.endsWith('.ts') ? './worker.ts' : './worker.js', import.meta.url),
);
/** An article's tree outlives a young generation of the size that V8 begins with, and is copied for nothing. In megabytes. */
const youngGeneration = ['--min-semi-space-size=16', '--max-semi-space-size=32'];
/** Loading plugins and models takes its time on a busy machine. In milliseconds, as all that follow. */
const startLimit = 120_000;
const watchEvery = 200;
const stopLimit = 1500;
/** A process that a plugin has started may hold the output of a worker open that has ended. */
const outputLimit = 500;
/** What a process takes before it has read anything, and what V8 doesn't count. */
const baseBytes = 300_000_000;
const longestTail = 20_000;

export class BoundedWorker {
  readonly #child: ChildProcess;
  readonly #limits: Readonly<Limits>;
  readonly #events: WorkerEvents;
  readonly #watch: NodeJS.Timeout;
  readonly #stopwatch: Stopwatch;
  /** The seconds that each article may take which it has, the one that it is at first. */
  #times: number[] = [];
  #isReady = false;
  /** Why it was ended. */
  #verdict: WorkerEnd | undefined;
  #ended = false;
  #printed = '';

  constructor(options: WorkerOptions, limits: Readonly<Limits>, events: WorkerEvents) {
    this.#limits = limits;
    this.#events = events;
    this.#child = fork(file, [String(ownPid), options.run], {
      execArgv: workerArguments([`--max-old-space-size=${limits.memory}`, ...youngGeneration]),
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    });
    this.#child.on('message', (message: FromWorker) => this.#hear(message));
    this.#child.on('error', (error) => this.#end({ reason: 'crash', how: error.message }));
    this.#child.on('exit', (code, signal) => {
      // What it had printed is still to come, but for a worker that was ended here.
      if (this.#verdict) this.#end(this.#verdict);
      else setTimeout(() => this.#crash(code, signal), outputLimit).unref();
    });
    this.#child.on('close', (code, signal) => this.#crash(code, signal));
    this.#stopwatch = new Stopwatch(this.#child.pid);
    this.#child.stdout?.on('data', (data: Buffer) => events.print(String(data)));
    this.#child.stderr?.on('data', (data: Buffer) => this.#collect(String(data)));
    this.#watch = setInterval(() => this.#check(), watchEvery);
    this.#send({ kind: 'start', options });
  }

  get pid(): number | undefined {
    return this.#child.pid;
  }

  /** Whether it has begun to work. */
  get isReady(): boolean {
    return this.#isReady;
  }

  give(task: Task): void {
    if (this.#times.length === 0 && this.#isReady) this.#stopwatch.restart();
    const bytes = statOf(task.article.file)?.size ?? 0;
    this.#times.push(timeFor(bytes, this.#limits));
    this.#send({ kind: 'task', task });
  }

  /** Ends the process at once, and says nothing of it. */
  kill(): void {
    this.#silence();
    this.#child.kill('SIGKILL');
  }

  /** Lets the process end what it is at; not for long. */
  async stop(): Promise<void> {
    this.#silence();
    if (this.#child.exitCode !== null || this.#child.signalCode !== null) return;
    const ended = new Promise((resolve) => this.#child.once('exit', resolve));
    this.#send({ kind: 'stop' });
    const timer = setTimeout(() => this.#child.kill('SIGKILL'), stopLimit);
    await ended;
    clearTimeout(timer);
  }

  #hear(message: FromWorker): void {
    if (this.#ended || this.#verdict) return;
    this.#stopwatch.restart();
    if (message.kind === 'ready') this.#isReady = true;
    else if (message.kind === 'broken') this.#events.onBroken(message.reason);
    else {
      this.#times.shift();
      this.#flush();
      this.#events.onOutcome(message.outcome);
    }
  }

  #check(): void {
    if (this.#times.length === 0 && this.#isReady) return;
    if (this.#isOver()) {
      // This process may have been kept from hearing that it is done: what it has said is heard first.
      setImmediate(() => {
        if (this.#isOver()) this.#terminate({ reason: 'time', seconds: this.#times[0] ?? 0 });
      });
      return;
    }
    const bytes = this.pid === undefined ? undefined : residentBytes(this.pid);
    if (bytes !== undefined && bytes > this.#limits.memory * 1_000_000 + baseBytes) {
      this.#terminate({ reason: 'memory', bytes });
    }
  }

  /** Whether it has been at an article, or at its start, for too long. */
  #isOver(): boolean {
    if (this.#ended || (this.#times.length === 0 && this.#isReady)) return false;
    const limit = this.#isReady ? (this.#times[0] as number) * 1000 : startLimit;
    return this.#stopwatch.own > limit || this.#stopwatch.passed > limit * longestWait;
  }

  /** Nothing is told before the process is gone: until then it may still write. */
  #terminate(verdict: WorkerEnd): void {
    if (this.#ended) return;
    this.#verdict = verdict;
    clearInterval(this.#watch);
    this.#child.kill('SIGKILL');
  }

  #crash(code: number | null, signal: string | null): void {
    const isFull = /heap out of memory|Allocation failed/.test(this.#printed);
    if (isFull) this.#end({ reason: 'memory', bytes: this.#limits.memory * 1_000_000 });
    else this.#end({ reason: 'crash', how: signal ?? `exit code ${code ?? 'unknown'}` });
  }

  #end(end: WorkerEnd): void {
    if (this.#ended) return;
    this.#silence();
    if (end.reason === 'crash') this.#flush();
    this.#events.onEnd(end);
  }

  #silence(): void {
    this.#ended = true;
    clearInterval(this.#watch);
  }

  /** What is printed before a crash tells why, and V8 prints much. It is kept until an article is done. */
  #collect(text: string): void {
    this.#printed = (this.#printed + text).slice(-longestTail);
    if (this.#ended) return;
    if (this.#times.length === 0) this.#flush();
  }

  #flush(): void {
    if (this.#printed !== '') this.#events.print(this.#printed);
    this.#printed = '';
  }

  #send(message: ToWorker): void {
    if (!this.#child.connected) return;
    // That the process has ended is told by its end.
    this.#child.send(message, () => undefined);
  }
}
