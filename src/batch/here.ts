/** Builds articles in this process, one after the other: a process of its own takes longer to start than most articles take. */
import type { Pipeline } from '../pipeline.ts';
import { articleBuilder, type BuildOptions, type Task } from './build-article.ts';
import type { Executor } from './executor.ts';
import type { Outcome } from './outcome.ts';
import type { Pool } from './pool.ts';
import { Interrupted } from './time-limit.ts';

export interface HereOptions extends BuildOptions {
  /** Starts processes for articles that aren't safe here; undefined where the pipeline can't be made in another process. */
  startPool: (() => Promise<Pool>) | undefined;
  /** Whether an article isn't safe here. */
  isHeavy: (task: Task) => boolean;
}

export class Here implements Executor {
  readonly slots = 1;
  readonly #build: (task: Task) => Promise<Outcome>;
  readonly #options: Readonly<HereOptions>;
  #pool: Promise<Pool> | undefined;
  /** Whether something was ended here in the middle of its work, and may have left anything half done. */
  #isSpoilt = false;
  #closed = false;

  constructor(pipeline: Pipeline, options: Readonly<HereOptions>) {
    this.#options = options;
    this.#build = articleBuilder(pipeline, {
      ...options,
      // A worker has the last word, where there is one.
      timing: options.startPool ? 'once' : 'twice',
      beforeWriting: () => this.#endIfClosed(),
    });
  }

  async run(task: Task): Promise<Outcome> {
    this.#endIfClosed();
    const { startPool, isHeavy } = this.#options;
    if (startPool && (this.#isSpoilt || isHeavy(task))) {
      return (await (this.#pool ??= startPool())).run(task);
    }
    const outcome = await this.#build(task);
    // Signals and timers get their turn between articles.
    await new Promise((resolve) => setImmediate(resolve));
    if (!startPool || outcome.error?.ruleId !== 'limits/time') return outcome;
    this.#isSpoilt = true;
    return (await (this.#pool ??= startPool())).runAlone(task);
  }

  /** The folder may belong to another run by now. */
  #endIfClosed(): void {
    if (this.#closed) throw new Interrupted('SIGINT');
  }

  async close(): Promise<void> {
    this.#closed = true;
    await (await this.#pool?.catch(() => undefined))?.close();
  }
}
