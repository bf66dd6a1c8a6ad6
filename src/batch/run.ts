/** Builds many articles. */
import { statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Pipeline } from '../pipeline.ts';
import { bibliographyNames, checkBibliographyFiles, RunBibliography } from './bibliography.ts';
import type { Task } from './build-article.ts';
import type { BuildCache } from './cache/build-cache.ts';
import type { ArticleFile } from './discover.ts';
import type { Executor } from './executor.ts';
import { Here } from './here.ts';
import { InOrder } from './in-order.ts';
import { removeLeftovers } from './leftovers.ts';
import { checkInputsKept } from './kept-inputs.ts';
import { lockFolder, runToken, type LockShare } from './lock.ts';
import type { Outcome } from './outcome.ts';
import type { Pool } from './pool.ts';
import type { Shard } from './shard.ts';
import { Interrupted } from './time-limit.ts';
import type { WorkerPipeline } from './worker-protocol.ts';

export interface RunOptions {
  output: string;
  date?: string | undefined;
  formats?: readonly string[] | undefined;
  /** How many articles are built at a time. Default: 1, in this process. */
  jobs?: number | undefined;
  /** How other processes make the same pipeline. Without it all is done in this process. */
  pipeline?: WorkerPipeline | undefined;
  /** Whether nothing is written: articles are only looked at. */
  dryRun?: boolean | undefined;
  /** Whether outputs are flushed to the disk, so that they outlast a power cut. */
  durable?: boolean | undefined;
  /** Knows what earlier runs built. Without it everything is built. */
  cache?: BuildCache | undefined;
  /** Whether outputs that were changed by hand are written anew. */
  force?: boolean | undefined;
  /** The part of a larger run that the articles are. The bibliography of the run is left to whoever joins the parts. */
  shard?: Shard | undefined;
  /** How long another run into the same folder is waited for, in milliseconds. */
  lockWait?: number | undefined;
  /** Ends the run; its reason is the signal that was given: `SIGINT`, `SIGTERM`. */
  signal?: AbortSignal | undefined;
  /** Takes what workers print. */
  print?: ((text: string) => void) | undefined;
  /** Called after each article, in the order of the articles. Nothing is kept of it: a run of a million articles needs no more memory. */
  onOutcome?: (outcome: Outcome, done: number, total: number) => void;
}

/** An article of more bytes is built in a process of its own, where its time and memory are bounded. */
const heavyBytes = 250_000;
/**
 * Work that makes up for the start of workers, in bytes of articles; an article counts for some more than its length. Measured, see
 * docs/performance.md.
 */
const poolBytes = 400_000;
const articleBytes = 1000;
/** Articles that are built or done while an earlier one is still at work: one that takes 20 seconds must not hold up the others. */
const lookAhead = 4096;
/** Articles that nothing has to be done for, between turns of timers and signals. */
const turnEvery = 64;

/**
 * Builds articles. One that fails is reported, and the others are built. Where a format is a bibliography, one of the whole run is written
 * last.
 *
 * @throws InputError where the bibliography of the run and an article would write the same file; LockError where another run writes to the
 * folder; WriteError where it can't be written to; Interrupted.
 */
export async function runBatch(
  pipeline: Pipeline,
  articles: readonly ArticleFile[],
  options: Readonly<RunOptions>,
): Promise<void> {
  const formats = options.formats ?? pipeline.settings.formats;
  const extensions = await Promise.all(formats.map((format) => pipeline.extensionOf(format)));
  checkBibliographyFiles(articles, formats, extensions);
  const bibliography = bibliographyNames(formats).length > 0 ? new RunBibliography() : undefined;

  const { output, signal, shard, dryRun = false } = options;
  const cache = dryRun ? undefined : options.cache;
  if (!dryRun) checkInputsKept(articles, output, extensions);
  const token = runToken();
  const unlock = dryRun
    ? () => undefined
    : await lockFolder(output, {
        wait: options.lockWait,
        signal,
        token,
        share: shard && shareOf(shard),
      });
  const executors = new Executors(pipeline, { ...options, formats, token });
  try {
    if (!dryRun) removeLeftovers(foldersOf(articles, output));
    if (cache) removeLeftovers(cache.foldersOf(articles));
    const order = new InOrder<Outcome>((outcome, index) => {
      if (!outcome.error) bibliography?.add(outcome.article.sources, index);
      options.onOutcome?.(outcome, index + 1, articles.length);
    }, lookAhead);
    await orInterrupted(signal, buildAll(articles, executors, order, { ...options, cache }));
    if (!dryRun && !shard) await bibliography?.write(output, formats, options.durable);
  } finally {
    await executors.close();
    unlock();
  }
}

function shareOf({ index, count }: Shard): LockShare {
  return { group: `${count}-shards`, member: String(index) };
}

/** An article that has to be built. */
interface Held {
  index: number;
  task: Task;
}

/**
 * Articles that have to be built are held back until they are worth the start of workers. Where the last article comes first, or where
 * results wait, this process builds them.
 */
async function buildAll(
  articles: readonly ArticleFile[],
  executors: Executors,
  order: InOrder<Outcome>,
  { cache, force = false, signal }: Readonly<RunOptions>,
): Promise<void> {
  let held: Held[] = [];
  let bytes = 0;
  const release = async (): Promise<void> => {
    const executor = await executors.forBytes(bytes);
    for (const { index, task } of held) {
      await order.start(index, executor.slots, () => executor.run(task));
    }
    held = [];
    bytes = 0;
  };
  for (const [index, article] of articles.entries()) {
    if (signal?.aborted) return;
    const known = cache?.look(article, force);
    if (known?.state === 'unchanged') {
      order.put(index, known.outcome);
      if (index % turnEvery === 0) await new Promise((resolve) => setImmediate(resolve));
    } else {
      held.push({ index, task: known ? { article, keep: known.keep } : { article } });
      bytes += sizeOf(article) + articleBytes;
    }
    if (held.length > 0 && (executors.areWorth(bytes) || order.isFull)) await release();
  }
  await release();
  await order.end();
}

/** This process, and a pool of workers once there is enough to do. */
class Executors {
  readonly #here: Here;
  readonly #startPool: ((jobs: number) => Promise<Pool>) | undefined;
  readonly #jobs: number;
  #pool: Promise<Pool> | undefined;

  constructor(
    pipeline: Pipeline,
    options: Readonly<RunOptions> & { formats: readonly string[]; token: string },
  ) {
    const { output, date, formats, durable = false, dryRun = false, jobs = 1, signal } = options;
    const cache = dryRun ? undefined : options.cache;
    const own = options.pipeline;
    this.#jobs = jobs;
    this.#startPool =
      own &&
      (async (count) => {
        // Small runs do without it, and without the code of processes.
        const { Pool } = await import('./pool.ts');
        const { limits } = pipeline.settings;
        const print = options.print ?? (() => undefined);
        const shared = {
          run: options.token,
          pipeline: own,
          output,
          date,
          formats,
          durable,
          dryRun,
          cache: cache?.options,
        };
        return new Pool({ ...shared, jobs: count, limits, print });
      });
    const start = this.#startPool;
    this.#here = new Here(pipeline, {
      output,
      date,
      formats,
      durable,
      dryRun,
      cache,
      breakable: signal !== undefined,
      startPool: start && (() => start(1)),
      isHeavy: ({ article }) => sizeOf(article) > heavyBytes,
    });
  }

  /** Whether articles of so many bytes are worth the start of workers, where it hasn't been paid. */
  areWorth(bytes: number): boolean {
    return this.#startPool === undefined || this.#pool !== undefined || bytes >= poolBytes;
  }

  async forBytes(bytes: number): Promise<Executor> {
    if (!this.#startPool || !this.areWorth(bytes)) return this.#here;
    return (this.#pool ??= this.#startPool(this.#jobs));
  }

  async close(): Promise<void> {
    await Promise.all([this.#here.close(), this.#pool?.then((pool) => pool.close())]);
  }
}

/** Zero where it can't be told: that it can't be read is found out when it is built. */
function sizeOf({ file }: ArticleFile): number {
  try {
    return statSync(file).size;
  } catch {
    return 0;
  }
}

function foldersOf(articles: readonly ArticleFile[], output: string): Set<string> {
  const folders = new Set([output]);
  for (const { outputBase } of articles) folders.add(dirname(join(output, outputBase)));
  return folders;
}

async function orInterrupted(signal: AbortSignal | undefined, work: Promise<void>): Promise<void> {
  if (!signal) return work;
  // Work that was left alone may still fail, and nobody waits for it then.
  work.catch(() => undefined);
  const interrupted = (): Interrupted =>
    new Interrupted(signal.reason === 'SIGTERM' ? 'SIGTERM' : 'SIGINT');
  if (signal.aborted) throw interrupted();
  let listener: () => void = () => undefined;
  const stopped = new Promise<never>((_resolve, reject) => {
    listener = () => reject(interrupted());
    signal.addEventListener('abort', listener, { once: true });
  });
  try {
    await Promise.race([work, stopped]);
    if (signal.aborted) throw interrupted();
  } finally {
    signal.removeEventListener('abort', listener);
  }
}
