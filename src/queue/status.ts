/** How far runs are. */
import type { Queue } from 'bullmq';
import type { JobData, JobFailure } from './job.ts';
import type { RunRecords } from './run-records.ts';

export interface RunStatus {
  run: string;
  articles: number;
  built: number;
  /** Articles of jobs that were tried as often as they may. */
  failed: number;
  /** Those neither built nor failed. */
  left: number;
}

export interface QueueStatus {
  runs: RunStatus[];
  jobs: { waiting: number; active: number; delayed: number; completed: number; failed: number };
  workers: number;
  /** Articles that are built at a time, by all workers. */
  concurrency: number;
  /** Articles a second, of the last minute. */
  rate: number;
  /** Seconds until all is done at this rate; null where nothing moves. */
  secondsLeft: number | null;
}

export interface FailedArticle extends JobFailure {
  run: string;
}

/** @param run - Only this one. Default: those that are not done, and the latest. */
export async function queueStatus(
  queue: Queue<JobData>,
  records: RunRecords,
  run?: string,
): Promise<QueueStatus> {
  const [counts, workers, known, failures] = await Promise.all([
    queue.getJobCounts('waiting', 'active', 'delayed', 'completed', 'failed'),
    records.workers(),
    records.all(),
    failedArticles(queue),
  ]);
  const runs: RunStatus[] = [];
  for (const [name, { articles }] of known) {
    if (run !== undefined && name !== run) continue;
    let built = 0;
    for (const { done } of await records.results(name)) built += done.articles;
    const failed = failures.filter((failure) => failure.run === name).length;
    const left = Math.max(0, articles - built - failed);
    if (run === name || left > 0 || runs.length === 0) {
      runs.push({ run: name, articles, built, failed, left });
    }
  }
  const rate = sum(workers.map((worker) => worker.rate));
  const left = sum(runs.map((each) => each.left));
  const { waiting = 0, active = 0, delayed = 0, completed = 0, failed = 0 } = counts;
  return {
    runs,
    jobs: { waiting, active, delayed, completed, failed },
    workers: workers.length,
    concurrency: sum(workers.map(({ concurrency }) => concurrency)),
    rate: Math.round(rate * 10) / 10,
    secondsLeft: left === 0 ? 0 : rate > 0 ? Math.ceil(left / rate) : null,
  };
}

/** Articles that nobody will try again by himself, in the order of their names. */
export async function failedArticles(
  queue: Queue<JobData>,
  run?: string,
): Promise<FailedArticle[]> {
  const found: FailedArticle[] = [];
  for (const job of await queue.getFailed(0, -1)) {
    const { data, failedReason = 'no reason is known' } = job;
    if (run !== undefined && data.run !== run) continue;
    const reasons = new Map(data.failures.map((failure) => [failure.article, failure]));
    for (const article of data.articles) {
      // Of a job whose workers ended again and again, none of its articles is known to be at fault.
      const known = reasons.get(article);
      const { ruleId = 'pipeline/not-built', message = failedReason } = known ?? {};
      found.push({ run: data.run, article, ruleId, message });
    }
  }
  return found.sort((a, b) => (a.article < b.article ? -1 : a.article > b.article ? 1 : 0));
}

/**
 * Has what failed tried again, as if for the first time.
 *
 * @returns how many articles.
 */
export async function retryFailed(queue: Queue<JobData>, run?: string): Promise<number> {
  let count = 0;
  for (const job of await queue.getFailed(0, -1)) {
    if (run !== undefined && job.data.run !== run) continue;
    count += job.data.articles.length;
    await job.retry('failed', { resetAttemptsMade: true, resetAttemptsStarted: true });
  }
  return count;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
