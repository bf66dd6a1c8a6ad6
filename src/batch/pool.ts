/** Builds articles in processes of their own, so that no article can take the run along. */
import { dirname, join } from 'node:path';
import { LimitError, type Limits } from '../limits.ts';
import type { Task } from './build-article.ts';
import type { Executor } from './executor.ts';
import { removeLeftovers } from './leftovers.ts';
import { failedOutcome, type Outcome } from './outcome.ts';
import { timeError } from './time-limit.ts';
import type { WorkerOptions } from './worker-protocol.ts';
import { BoundedWorker, type WorkerEnd } from './bounded-worker.ts';

/** Articles that a worker holds at a time: it need not wait for the next. */
const depth = 3;
/** Workers that may end one after the other before they have begun. */
const mostStarts = 3;

interface Job {
  task: Task;
  /** Whether it was tried before, with other articles. */
  again: boolean;
  resolve: (outcome: Outcome) => void;
}

interface Crew {
  worker: BoundedWorker;
  jobs: Job[];
  /** Has one article, which failed in company, and takes no other until that is done. */
  alone: boolean;
}

export interface PoolOptions extends WorkerOptions {
  jobs: number;
  limits: Readonly<Limits>;
  /** Takes what workers print. */
  print: (text: string) => void;
}

export class Pool implements Executor {
  readonly slots: number;
  readonly #options: Readonly<PoolOptions>;
  readonly #crews = new Set<Crew>();
  readonly #waiting: Job[] = [];
  readonly #again: Job[] = [];
  #closed = false;
  #failedStarts = 0;
  #fail: (error: Error) => void = () => undefined;
  /** Rejects where workers can't work at all. */
  readonly #failure: Promise<never>;

  constructor(options: Readonly<PoolOptions>) {
    this.#options = options;
    this.slots = options.jobs * depth;
    this.#failure = new Promise<never>((_resolve, reject) => {
      this.#fail = reject;
    });
    this.#failure.catch(() => undefined);
  }

  run(task: Task): Promise<Outcome> {
    return this.#add({ task, again: false }, this.#waiting);
  }

  /** Builds an article in a process that builds nothing else. */
  runAlone(task: Task): Promise<Outcome> {
    return this.#add({ task, again: true }, this.#again);
  }

  async close(): Promise<void> {
    this.#closed = true;
    const crews = [...this.#crews];
    await Promise.all(crews.map(({ worker }) => worker.stop()));
    for (const { worker, jobs } of crews) this.#clearUp(worker, jobs);
    this.#crews.clear();
  }

  #add(job: Omit<Job, 'resolve'>, queue: Job[]): Promise<Outcome> {
    const outcome = new Promise<Outcome>((resolve) => queue.push({ ...job, resolve }));
    this.#assign();
    return Promise.race([outcome, this.#failure]);
  }

  /** Hands jobs to workers: to the least busy, so that none is idle while another has three. */
  #assign(): void {
    if (this.#closed) return;
    for (let job = this.#again.shift(); job; job = this.#again.shift()) {
      this.#give(this.#hire(true), job);
    }
    while (this.#waiting.length > 0) {
      const crew = this.#freeCrew();
      if (!crew) return;
      this.#give(crew, this.#waiting.shift() as Job);
    }
  }

  #freeCrew(): Crew | undefined {
    let best: Crew | undefined;
    let count = 0;
    for (const crew of this.#crews) {
      count++;
      if (crew.alone) continue;
      if (!best || crew.jobs.length < best.jobs.length) best = crew;
    }
    if (best && best.jobs.length === 0) return best;
    if (count < this.#options.jobs) return this.#hire(false);
    return best && best.jobs.length < depth ? best : undefined;
  }

  #hire(alone: boolean): Crew {
    const { limits, print, jobs: _jobs, ...options } = this.#options;
    const crew: Crew = {
      alone,
      jobs: [],
      worker: new BoundedWorker(options, limits, {
        onOutcome: (outcome) => this.#finish(crew, outcome),
        onEnd: (end) => this.#lose(crew, end),
        onBroken: (reason) => this.#fail(new Error(`Unexpected failure of a worker: ${reason}`)),
        print,
      }),
    };
    this.#crews.add(crew);
    return crew;
  }

  #give(crew: Crew, job: Job): void {
    crew.jobs.push(job);
    crew.worker.give(job.task);
  }

  #finish(crew: Crew, outcome: Outcome): void {
    const job = crew.jobs.shift();
    if (!job) return;
    this.#failedStarts = 0;
    if (outcome.error?.ruleId === 'limits/time') {
      // What was ended in the middle of its work may have left anything half done.
      this.#dismiss(crew);
      this.#settle(job, outcome);
    } else {
      job.resolve(outcome);
      crew.alone = false;
    }
    this.#assign();
  }

  /** A worker has ended by itself or was ended: by the article that it was at. */
  #lose(crew: Crew, end: WorkerEnd): void {
    if (!this.#crews.delete(crew) || this.#closed) return;
    const [job, ...others] = crew.jobs;
    crew.jobs = [];
    if (!crew.worker.isReady) {
      // No article had any part in that.
      if (++this.#failedStarts >= mostStarts) this.#fail(startError(end));
      else for (const each of job ? [job, ...others] : []) this.#takeBack(each);
      this.#assign();
      return;
    }
    this.#clearUp(crew.worker, job ? [job] : []);
    this.#waiting.unshift(...others);
    if (job) this.#settle(job, failedOutcome(job.task.article.path, this.#errorOf(end)));
    this.#assign();
  }

  #settle(job: Job, failed: Outcome): void {
    if (job.again || this.#closed) job.resolve(failed);
    else this.#again.push({ ...job, again: true });
  }

  #takeBack(job: Job): void {
    (job.again ? this.#again : this.#waiting).push(job);
  }

  /** Ends a worker; others do what it still has. */
  #dismiss(crew: Crew): void {
    this.#crews.delete(crew);
    this.#waiting.unshift(...crew.jobs);
    crew.jobs = [];
    crew.worker.kill();
  }

  #errorOf(end: WorkerEnd): Error {
    const { limits } = this.#options;
    if (end.reason === 'time') return timeError({ ...limits, time: end.seconds });
    if (end.reason === 'memory') {
      const megabytes = Math.max(end.bytes / 1_000_000, limits.memory);
      return new LimitError('memory', 'memory in megabytes', megabytes, limits);
    }
    return new Error(`Unexpected end of the process that built the article (${end.how})`);
  }

  #clearUp({ pid }: BoundedWorker, jobs: readonly Job[]): void {
    if (pid === undefined || jobs.length === 0) return;
    const { output } = this.#options;
    const folders = new Set(jobs.map(({ task }) => dirname(join(output, task.article.outputBase))));
    removeLeftovers(folders, { pids: new Set([pid]) });
  }
}

function startError(end: WorkerEnd): Error {
  const how =
    end.reason === 'crash'
      ? end.how
      : end.reason === 'memory'
        ? 'it needs more memory than limits.memory lets it have'
        : 'it took too long';
  return new Error(`Unexpected end of a worker before it began to work: ${how}`);
}
