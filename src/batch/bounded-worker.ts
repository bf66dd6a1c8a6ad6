/** A worker as the process that started it sees it: bounded in time and memory. */
import { fork, type ChildProcess } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { Limits } from '../limits.ts';
import type { Task } from './build-article.ts';
import type { Outcome } from './outcome.ts';
import { residentBytes, workerArguments } from './processes.ts';
import type { FromWorker, ToWorker, WorkerOptions } from './worker-protocol.ts';

/** Why a worker has ended. */
export type WorkerEnd =
  { reason: 'time' } | { reason: 'memory'; bytes: number } | { reason: 'crash'; how: string };

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
/** A worker ends an article by itself in most cases; this much later it is ended. In milliseconds, as all that follow. */
const grace = 2000;
/** Loading plugins and models takes its time on a busy machine. */
const startLimit = 120_000;
const watchEvery = 200;
const stopLimit = 1500;
/** What a process takes before it has read anything, and what V8 doesn't count. */
const baseBytes = 300_000_000;
const longestTail = 20_000;

export class BoundedWorker {
  readonly #child: ChildProcess;
  readonly #limits: Readonly<Limits>;
  readonly #events: WorkerEvents;
  readonly #watch: NodeJS.Timeout;
  #tasks = 0;
  #since = performance.now();
  #isReady = false;
  #ended = false;
  #printed = '';

  constructor(options: WorkerOptions, limits: Readonly<Limits>, events: WorkerEvents) {
    this.#limits = limits;
    this.#events = events;
    this.#child = fork(file, [], {
      execArgv: workerArguments([`--max-old-space-size=${limits.memory}`]),
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    });
    this.#child.on('message', (message: FromWorker) => this.#hear(message));
    this.#child.on('error', (error) => this.#end({ reason: 'crash', how: error.message }));
    this.#child.on('close', (code, signal) => {
      const isFull = /heap out of memory|Allocation failed/.test(this.#printed);
      if (isFull) this.#end({ reason: 'memory', bytes: limits.memory * 1_000_000 });
      else this.#end({ reason: 'crash', how: signal ?? `exit code ${code ?? 'unknown'}` });
    });
    this.#child.stdout?.on('data', (data: Buffer) => events.print(String(data)));
    this.#child.stderr?.on('data', (data: Buffer) => this.#collect(String(data)));
    this.#watch = setInterval(() => this.#check(), watchEvery);
    this.#send({ kind: 'start', options });
  }

  get pid(): number | undefined {
    return this.#child.pid;
  }

  give(task: Task): void {
    if (this.#tasks++ === 0 && this.#isReady) this.#since = performance.now();
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
    if (this.#ended) return;
    this.#since = performance.now();
    if (message.kind === 'ready') this.#isReady = true;
    else if (message.kind === 'broken') this.#events.onBroken(message.reason);
    else {
      this.#tasks--;
      this.#flush();
      this.#events.onOutcome(message.outcome);
    }
  }

  #check(): void {
    if (this.#tasks === 0 && this.#isReady) return;
    const limit = this.#isReady ? this.#limits.time * 1000 + grace : startLimit;
    if (performance.now() - this.#since > limit) {
      this.#child.kill('SIGKILL');
      this.#end({ reason: 'time' });
      return;
    }
    const bytes = this.pid === undefined ? undefined : residentBytes(this.pid);
    if (bytes !== undefined && bytes > this.#limits.memory * 1_000_000 + baseBytes) {
      this.#child.kill('SIGKILL');
      this.#end({ reason: 'memory', bytes });
    }
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
    if (this.#tasks === 0) this.#flush();
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
