/** What stands in the queue: plain data that names articles, and never code. */
import { hash } from 'node:crypto';
import { outputNameFault } from '../batch/output-name.ts';
import { isReadable } from '../batch/discover.ts';
import type { Totals } from '../reporters/summary.ts';

/** Form of the data; a worker leaves what it doesn't know alone. */
export const jobVersion = 1;
/** Stands before all keys in Redis, for those who grant rights by pattern. */
export const keyPrefix = 'copydesk';

/** A batch of articles. */
export interface JobData {
  version: number;
  run: string;
  /** How many articles it had when it was put in. */
  total: number;
  /** Articles that are to be built, as paths relative to the input root, with `/`. */
  articles: string[];
  /** Of those that are built. */
  done: Totals;
  /** Of the last try. */
  failures: JobFailure[];
}

export interface JobFailure {
  article: string;
  ruleId: string;
  message: string;
}

/** Jobs of a run that are the same by their articles are the same job. */
export function jobIdOf(run: string, articles: readonly string[]): string {
  return `${run}.${hash('sha256', JSON.stringify(articles)).slice(0, 20)}`;
}

/** Whether a text may name a run: it is part of keys. */
export function isRunName(name: string): boolean {
  return /^[\w-]{1,64}$/.test(name);
}

/** Whether a text may name a queue: it is part of keys. */
export function isQueueName(name: string): boolean {
  return /^[\w.-]{1,64}$/.test(name);
}

/** What is wrong with the name of an article; undefined for a good one. Whoever may write to the queue must not reach other files. */
export function articleNameFault(name: unknown): string | undefined {
  if (typeof name !== 'string') return 'it is no text';
  if (name.includes('\\')) return 'it holds a backslash';
  return (
    outputNameFault(name, { strict: false, windows: false }) ??
    (isReadable(name) ? undefined : 'it has not the ending of an article')
  );
}

/** Whether data is a job of this form. */
export function isJobData(data: unknown): data is JobData {
  const { version, run, articles, total, done, failures } = (data ?? {}) as Partial<JobData>;
  return (
    version === jobVersion &&
    typeof run === 'string' &&
    isRunName(run) &&
    typeof total === 'number' &&
    Array.isArray(articles) &&
    typeof done === 'object' &&
    Array.isArray(failures)
  );
}
