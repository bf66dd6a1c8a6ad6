/** Puts articles into the queue. */
import { hash } from 'node:crypto';
import type { Queue } from 'bullmq';
import { noTotals } from '../reporters/summary.ts';
import { jobIdOf, jobVersion, type JobData } from './job.ts';
import type { RunRecords } from './run-records.ts';

/** An article, and what tells whether it has changed. */
export interface QueuedArticle {
  /** Relative to the input root, with `/`. */
  name: string;
  tag: string;
}

export interface EnqueueOptions {
  /** Default: told by the articles and their tags. */
  run?: string | undefined;
  /** Articles a job. */
  batch: number;
  /** How often a job is tried, the first time included. */
  attempts: number;
}

export interface Enqueued {
  run: string;
  articles: number;
  jobs: number;
  /** Jobs that were not there. */
  added: number;
}

/** Milliseconds before the second try; twice as long before each that follows. */
export const firstBackoff = 5000;
/** Jobs that are put in by one call. */
const atOnce = 200;
/** How long a job that is done is known, in seconds: as long, putting it in again does nothing. */
const knownFor = 7 * 24 * 3600;

/** Puts a run into the queue. What is there already stays as it is, whatever state it is in. */
export async function enqueue(
  queue: Queue<JobData>,
  records: RunRecords,
  articles: readonly QueuedArticle[],
  { run = runOf(articles), batch, attempts }: Readonly<EnqueueOptions>,
): Promise<Enqueued> {
  const jobs = Math.ceil(articles.length / batch);
  await records.add(run, { articles: articles.length, jobs, since: Date.now() });
  let added = 0;
  for (let from = 0; from < articles.length; from += batch * atOnce) {
    const some = [];
    for (let at = from; at < Math.min(from + batch * atOnce, articles.length); at += batch) {
      const names = articles.slice(at, at + batch).map(({ name }) => name);
      some.push({ id: jobIdOf(run, names), names });
    }
    const states = await Promise.all(some.map(({ id }) => queue.getJobState(id)));
    const missing = some.filter((_, index) => states[index] === 'unknown');
    if (missing.length === 0) continue;
    added += missing.length;
    await queue.addBulk(
      missing.map(({ id, names }) => ({
        name: 'articles',
        data: {
          version: jobVersion,
          run,
          total: names.length,
          articles: names,
          done: noTotals(),
          failures: [],
        },
        opts: {
          jobId: id,
          attempts,
          backoff: { type: 'exponential', delay: firstBackoff },
          removeOnComplete: { age: knownFor, count: Number.MAX_SAFE_INTEGER },
        },
      })),
    );
  }
  return { run, articles: articles.length, jobs, added };
}

/** The same articles with the same content are the same run. */
function runOf(articles: readonly QueuedArticle[]): string {
  const texts = articles.map(({ name, tag }) => `${name}\0${tag}\n`);
  return hash('sha256', texts.join('')).slice(0, 16);
}
