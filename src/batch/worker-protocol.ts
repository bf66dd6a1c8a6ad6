/** What the process that runs a batch and its workers say to each other: plain data, and as little as will do. */
import type { Task } from './build-article.ts';
import type { CacheOptions } from './cache/build-cache.ts';
import type { Outcome } from './outcome.ts';

/** How a worker makes its pipeline: the same as that of the run. */
export interface WorkerPipeline {
  cwd: string;
  /** The path of the config file; undefined where there is none. */
  config: string | undefined;
  /** The input folder, in place of that of the config. */
  input?: string | undefined;
  pluginOptions?: Readonly<Record<string, Readonly<Record<string, unknown>>>> | undefined;
}

export interface WorkerOptions {
  /** Names the run: the workers of one that was killed are found by it. */
  run: string;
  pipeline: WorkerPipeline;
  output: string;
  date: string | undefined;
  formats: readonly string[];
  durable: boolean;
  dryRun: boolean;
  cache: CacheOptions | undefined;
}

/** Tasks are done in the order in which they come. */
export type ToWorker =
  { kind: 'start'; options: WorkerOptions } | { kind: 'task'; task: Task } | { kind: 'stop' };

export type FromWorker =
  | { kind: 'ready' }
  /** The worker can do nothing. */
  | { kind: 'broken'; reason: string }
  | { kind: 'outcome'; outcome: Outcome };
