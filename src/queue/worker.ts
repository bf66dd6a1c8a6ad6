/** Takes jobs from the queue and builds their articles, until it is told to stop. */
import type { Job, Worker } from 'bullmq';
import type { Outcome } from '../batch/outcome.ts';
import { host, ownPid } from '../batch/processes.ts';
import { count, type Totals } from '../reporters/summary.ts';
import type { Connection, Packages } from './connection.ts';
import { isJobData, keyPrefix, type JobData, type JobFailure } from './job.ts';
import type { RunRecords } from './run-records.ts';
import type { Workshop } from './workshop.ts';

export interface QueueWorkerOptions {
  packages: Packages;
  connection: Connection;
  /** Name of the queue. */
  name: string;
  records: RunRecords;
  workshop: Workshop;
  /** How many articles are built at a time. */
  concurrency: number;
  /** A worker that gave no sign for so many milliseconds loses its jobs to others. */
  stalledAfter: number;
  say: (text: string) => void;
}

/** How often what is done of a job is written down, and a sign of life given; milliseconds. */
const checkpointEvery = 5000;
const beatEvery = 5000;
const rateOver = 60_000;
/** Workers that end while they have a job may be the job's fault: after so many, it counts as failed. */
const mostStalls = 5;
const longestMessage = 500;

export class QueueWorker {
  readonly #options: Readonly<QueueWorkerOptions>;
  readonly #id: string;
  readonly #worker: Worker<JobData>;
  readonly #beat: NodeJS.Timeout;
  /** When articles were built, of the last minute: moments and how many. */
  readonly #recent: { at: number; built: number }[] = [];
  readonly #started = Date.now();
  readonly #active = new Set<Progress>();
  #built = 0;
  #failed = 0;
  #stopping = false;
  #fail: (error: Error) => void = () => undefined;
  /** Rejects where nothing can be built at all. */
  readonly failure: Promise<never>;

  constructor(options: Readonly<QueueWorkerOptions>) {
    this.#options = options;
    const { packages, connection, name, concurrency, stalledAfter } = options;
    this.failure = new Promise<never>((_resolve, reject) => {
      this.#fail = reject;
    });
    this.failure.catch(() => undefined);
    this.#worker = new packages.bullmq.Worker<JobData>(
      name,
      (job, token, signal) => this.#process(job, token ?? '', signal),
      {
        connection: connection.redis,
        prefix: keyPrefix,
        // A second job fills the gap that the end of one leaves where many articles are built at a time.
        concurrency: concurrency > 2 ? 2 : 1,
        lockDuration: stalledAfter,
        stalledInterval: stalledAfter,
        maxStalledCount: mostStalls,
      },
    );
    this.#id = `${host}:${ownPid}:${this.#worker.id}`;
    const { say } = options;
    this.#worker.on('error', (error) => {
      // Connections tell of their own end.
      if (!isConnectionError(error)) say(`The queue: ${connection.reason(error)}`);
    });
    this.#worker.on('stalled', (job) => say(`Job ${job} is taken over from a worker that is gone`));
    this.#worker.on('failed', (job, error) => {
      if (job) say(`Job ${job.id}: ${connection.reason(error)}${triesOf(job)}`);
    });
    this.#worker.on('completed', (job) => say(`Job ${job.id}: ${job.data.total} articles built`));
    this.#beat = setInterval(() => void this.#giveSign().catch(() => undefined), beatEvery);
    void this.#giveSign().catch(() => undefined);
  }

  get built(): number {
    return this.#built;
  }

  get failed(): number {
    return this.#failed;
  }

  /** Ends once there is nothing to do, and nothing to be expected. */
  async untilDone(signal: AbortSignal): Promise<void> {
    const { bullmq } = this.#options.packages;
    const queue = new bullmq.Queue<JobData>(this.#options.name, {
      connection: this.#options.connection.redis,
      prefix: keyPrefix,
    });
    try {
      while (!signal.aborted) {
        const jobs = await queue.getJobCountByTypes('waiting', 'active', 'delayed');
        if (jobs === 0) return;
        await pause(500, signal);
      }
    } finally {
      await queue.close();
    }
  }

  /** Ends the articles that are at hand, gives back the others, and takes no more. */
  async stop(): Promise<void> {
    this.#stopping = true;
    await this.#worker.close();
    clearInterval(this.#beat);
    await this.#options.records.removeWorker(this.#id).catch(() => undefined);
  }

  async #process(job: Job<JobData>, token: string, signal?: AbortSignal): Promise<void> {
    const { packages, workshop, records } = this.#options;
    const { data } = job;
    if (!isJobData(data)) {
      throw new packages.bullmq.UnrecoverableError(
        'Unexpected form of the job: by another version?',
      );
    }
    const progress = new Progress(data);
    const isOver = (): boolean => this.#stopping || signal?.aborted === true;
    // What is written down is what another worker need not do again.
    const note = async (): Promise<void> => {
      if (signal?.aborted) return;
      await job.updateData(progress.data());
      await records.setResult(data.run, String(job.id), { done: progress.done });
    };
    let noting: Promise<void> = Promise.resolve();
    const timer = setInterval(() => {
      noting = noting.then(note).catch(() => undefined);
    }, checkpointEvery);
    this.#active.add(progress);
    try {
      await inParallel(data.articles, workshop.slots, isOver, async (name) => {
        this.#count(progress.take(name, await workshop.build(name)));
      });
    } catch (error) {
      // Another worker may be able to.
      this.#fail(error as Error);
      this.#stopping = true;
    } finally {
      clearInterval(timer);
      this.#active.delete(progress);
      await noting;
    }
    await note();
    if (progress.untried > 0) {
      if (signal?.aborted) throw new Error('The job was taken over by another worker');
      await job.moveToDelayed(Date.now(), token);
      throw new packages.bullmq.DelayedError();
    }
    const { length } = progress.failures;
    if (length > 0) {
      throw new Error(
        `${length} of ${data.total} ${data.total === 1 ? 'article' : 'articles'} failed: ${progress.failures[0]?.message}`,
      );
    }
  }

  #count(isBuilt: boolean): void {
    if (!isBuilt) {
      this.#failed++;
      return;
    }
    this.#built++;
    const at = Math.floor(Date.now() / 1000) * 1000;
    const last = this.#recent.at(-1);
    if (last?.at === at) last.built++;
    else this.#recent.push({ at, built: 1 });
  }

  async #giveSign(): Promise<void> {
    const now = Date.now();
    while ((this.#recent[0]?.at ?? now) < now - rateOver) this.#recent.shift();
    const built = this.#recent.reduce((sum, each) => sum + each.built, 0);
    const over = Math.max(1000, Math.min(rateOver, now - this.#started));
    await this.#options.records.setWorker(this.#id, {
      host,
      pid: ownPid,
      concurrency: this.#options.concurrency,
      built: this.#built,
      rate: (built / over) * 1000,
      at: now,
    });
  }
}

/** How far a job is. */
class Progress {
  readonly #job: JobData;
  readonly #left: Set<string>;
  readonly #tried = new Set<string>();
  readonly done: Totals;
  readonly failures: JobFailure[] = [];

  constructor(job: JobData) {
    this.#job = job;
    this.#left = new Set(job.articles);
    this.done = { ...job.done, findings: { ...job.done.findings } };
  }

  /** How many articles have not been tried. */
  get untried(): number {
    return this.#left.size - this.failures.length;
  }

  /** Whether the article is built. */
  take(name: string, outcome: Outcome): boolean {
    if (this.#tried.has(name)) return false;
    this.#tried.add(name);
    if (outcome.error) {
      const { ruleId, message } = outcome.error;
      this.failures.push({ article: name, ruleId, message: message.slice(0, longestMessage) });
      return false;
    }
    count(this.done, outcome);
    this.#left.delete(name);
    return true;
  }

  /** The job without what is built. */
  data(): JobData {
    return {
      ...this.#job,
      articles: this.#job.articles.filter((name) => this.#left.has(name)),
      done: this.done,
      failures: this.failures,
    };
  }
}

/** Does work on items, some at a time, in their order, until it is over; what was begun is ended. @throws what the work threw first. */
async function inParallel<Item>(
  items: readonly Item[],
  slots: number,
  isOver: () => boolean,
  work: (item: Item) => Promise<void>,
): Promise<void> {
  let next = 0;
  let failure: { error: unknown } | undefined;
  const lane = async (): Promise<void> => {
    while (next < items.length && !isOver() && !failure) {
      const item = items[next++] as Item;
      try {
        await work(item);
      } catch (error) {
        failure ??= { error };
      }
    }
  };
  await Promise.all(Array.from({ length: Math.min(slots, items.length) }, lane));
  if (failure) throw failure.error;
}

function triesOf({ attemptsMade, opts }: Job<JobData>): string {
  const most = opts.attempts ?? 1;
  return attemptsMade < most ? ` (try ${attemptsMade} of ${most})` : ' (given up)';
}

function isConnectionError(error: Error): boolean {
  const { code } = error as { code?: string };
  return code !== undefined || /Connection is closed|ECONN|EPIPE/.test(error.message);
}

function pause(milliseconds: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(end, milliseconds);
    function end(): void {
      clearTimeout(timer);
      signal.removeEventListener('abort', end);
      resolve();
    }
    signal.addEventListener('abort', end);
  });
}
