import { defaultJobs } from '../batch/processes.ts';
import { UsageError } from './io.ts';

const most = 256;

/**
 * How many articles are built at a time.
 *
 * @throws UsageError where the number is none.
 */
export function parseJobs(given: string | undefined): number {
  if (given === undefined) return defaultJobs();
  const jobs = /^[1-9]\d{0,2}$/.test(given) ? Number(given) : 0;
  if (jobs >= 1 && jobs <= most) return jobs;
  throw new UsageError(`Unexpected number "${given}" after --jobs, expected 1 to ${most}.`);
}
