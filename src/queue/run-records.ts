/** What is known of runs beside their jobs: how many articles they have, what came of them, and who works on them. */
import type { Redis } from 'ioredis';
import type { Totals } from '../reporters/summary.ts';
import { keyPrefix } from './job.ts';

export interface RunRecord {
  articles: number;
  jobs: number;
  /** Milliseconds since 1970. */
  since: number;
}

/** What came of a job until now; told again, it counts once. */
export interface JobResult {
  done: Totals;
}

export interface WorkerRecord {
  host: string;
  pid: number;
  concurrency: number;
  /** Articles built since it was started. */
  built: number;
  /** Articles a second, of the last minute. */
  rate: number;
  /** When it gave a sign, in milliseconds since 1970. */
  at: number;
}

/** What is known of a run is kept for 30 days after its last sign, in seconds. */
const keptFor = 30 * 24 * 3600;
/** A worker that gave no sign for so many milliseconds doesn't count. */
const silentAfter = 30_000;

/**
 * A job's result is only ever replaced by one of more articles: a worker that lost its job to another, and tells of it late, must not take
 * back what the other has done.
 */
const keepLarger = `
local known = redis.call('HGET', KEYS[1], ARGV[1])
if not known or cjson.decode(known).done.articles <= tonumber(ARGV[3]) then
  redis.call('HSET', KEYS[1], ARGV[1], ARGV[2])
end
redis.call('EXPIRE', KEYS[1], ARGV[4])
return 1`;

export class RunRecords {
  readonly #redis: Redis;
  readonly #base: string;

  /** @param queue - Its name. */
  constructor(redis: Redis, queue: string) {
    this.#redis = redis;
    this.#base = `${keyPrefix}-runs:${queue}`;
  }

  /** Notes a run. One that is known stays as it was. Runs that nothing has been heard of for a long time are forgotten. */
  async add(run: string, record: RunRecord): Promise<void> {
    await this.#redis.hsetnx(this.#base, run, JSON.stringify(record));
    await this.#redis.expire(this.#base, keptFor);
    for (const [name, { since }] of await this.all()) {
      const isOld = Date.now() - since > keptFor * 1000;
      if (isOld && !(await this.#redis.exists(this.#results(name)))) {
        await this.#redis.hdel(this.#base, name);
      }
    }
  }

  /** All runs, the latest first. */
  async all(): Promise<[string, RunRecord][]> {
    const records = await this.#redis.hgetall(this.#base);
    return Object.entries(records)
      .map(([run, text]): [string, RunRecord] => [run, JSON.parse(text) as RunRecord])
      .sort((a, b) => b[1].since - a[1].since || (a[0] < b[0] ? -1 : 1));
  }

  async setResult(run: string, job: string, result: JobResult): Promise<void> {
    const { articles } = result.done;
    const args = [job, JSON.stringify(result), articles, keptFor];
    await this.#redis.eval(keepLarger, 1, this.#results(run), ...args);
  }

  async results(run: string): Promise<JobResult[]> {
    const texts = await this.#redis.hvals(this.#results(run));
    return texts.map((text) => JSON.parse(text) as JobResult);
  }

  async setWorker(id: string, record: WorkerRecord): Promise<void> {
    await this.#redis.hset(`${this.#base}:workers`, id, JSON.stringify(record));
    await this.#redis.expire(`${this.#base}:workers`, keptFor);
  }

  async removeWorker(id: string): Promise<void> {
    await this.#redis.hdel(`${this.#base}:workers`, id);
  }

  /** Those that gave a sign lately; others are forgotten. */
  async workers(): Promise<WorkerRecord[]> {
    const found: WorkerRecord[] = [];
    for (const [id, text] of Object.entries(await this.#redis.hgetall(`${this.#base}:workers`))) {
      const record = JSON.parse(text) as WorkerRecord;
      if (Date.now() - record.at < silentAfter) found.push(record);
      else await this.removeWorker(id);
    }
    return found;
  }

  #results(run: string): string {
    return `${this.#base}:results:${run}`;
  }
}
