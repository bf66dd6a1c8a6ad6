/** Builds articles by their names, from a storage to a storage, in processes of their own. */
import { join, relative, sep } from 'node:path';
import type { BuildCache } from '../batch/cache/build-cache.ts';
import { outputBaseOf, type ArticleFile } from '../batch/discover.ts';
import { failedOutcome, type Outcome } from '../batch/outcome.ts';
import { Pool } from '../batch/pool.ts';
import type { WorkerPipeline } from '../batch/worker-protocol.ts';
import type { Limits } from '../limits.ts';
import { FolderStorage } from '../storage/folder-storage.ts';
import { Stage } from '../storage/stage.ts';
import type { Storage } from '../storage/storage.ts';
import { articleNameFault } from './job.ts';

export interface WorkshopOptions {
  input: Storage;
  output: Storage;
  /** In which articles of stores of objects are built. */
  scratch: string;
  pipeline: WorkerPipeline;
  formats: readonly string[];
  date: string | undefined;
  durable: boolean;
  limits: Readonly<Limits>;
  /** Knows what was built earlier; only for an output folder. */
  cache: BuildCache | undefined;
  /** How many articles are built at a time. */
  jobs: number;
  /** Names this worker: its processes have it among their arguments. */
  run: string;
  print: (text: string) => void;
}

export class Workshop {
  /** How many articles it takes at a time; more would only wait. */
  readonly slots: number;
  readonly #options: Readonly<WorkshopOptions>;
  readonly #pool: Pool;
  readonly #stage: Stage | undefined;
  readonly #inputRoot: string;
  /** Undefined where outputs have to be brought to their place. */
  readonly #outputRoot: string | undefined;
  #count = 0;

  constructor(options: Readonly<WorkshopOptions>) {
    const { input, output, scratch, pipeline, cache, ...shared } = options;
    this.#options = options;
    const inputRoot = input instanceof FolderStorage ? input.root : undefined;
    this.#outputRoot = output instanceof FolderStorage ? output.root : undefined;
    const needsStage = inputRoot === undefined || this.#outputRoot === undefined;
    this.#stage = needsStage ? new Stage(scratch) : undefined;
    this.#inputRoot = inputRoot ?? (this.#stage as Stage).input;
    this.#pool = new Pool({
      ...shared,
      output: this.#outputRoot ?? (this.#stage as Stage).output,
      pipeline: { ...pipeline, input: this.#inputRoot },
      cache: cache?.options,
      dryRun: false,
    });
    this.slots = this.#pool.slots;
  }

  /**
   * Builds an article. What keeps it from being built is its outcome.
   *
   * @throws where nothing can be built at all.
   */
  async build(name: string): Promise<Outcome> {
    const { cache, input, output, limits } = this.#options;
    const fault = articleNameFault(name);
    if (fault !== undefined) {
      return failedOutcome(
        String(name),
        new Error(`Unexpected name ${JSON.stringify(name)}: ${fault}`),
      );
    }
    const article = this.#article(name);
    const known = cache?.look(article, false);
    if (known?.state === 'unchanged') return known.outcome;
    const keep = known?.keep ?? [];
    const stage = this.#stage;
    if (!stage) return this.#pool.run({ article, keep });

    const isFetched = !(input instanceof FolderStorage);
    const into = this.#outputRoot === undefined ? String(this.#count++) : undefined;
    try {
      if (isFetched) await stage.fetch(name, input, limits);
    } catch (error) {
      return failedOutcome(article.path, error);
    }
    try {
      const task = into === undefined ? { article, keep } : { article, into };
      const outcome = await this.#pool.run(task);
      if (outcome.error || into === undefined) return outcome;
      return await stage.deliver(into, output).then(
        () => outcome,
        (error: unknown) => failedOutcome(article.path, error),
      );
    } finally {
      if (isFetched) stage.clearInput(name);
      if (into !== undefined) stage.clearOutput(into);
    }
  }

  async close(): Promise<void> {
    await this.#pool.close();
    this.#stage?.close();
  }

  #article(name: string): ArticleFile {
    const file = join(this.#inputRoot, ...name.split('/'));
    const { cwd } = this.#options.pipeline;
    const isHere = this.#options.input instanceof FolderStorage;
    const path = isHere ? relative(cwd, file).split(sep).join('/') : name;
    return { file, path, outputBase: outputBaseOf(name) };
  }
}
