/** Builds articles by several workers of a queue, ends one of them and Redis in the middle, and looks at what comes of it. */
import { spawn, type ChildProcess } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'; // prettier-ignore
import { createHash } from 'node:crypto';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { generateArticles } from '../../bench/articles.ts';
import { connect, loadPackages, parseQueueAddress } from '../../src/queue/connection.ts';
import { keyPrefix, type JobData } from '../../src/queue/job.ts';
import { RunRecords } from '../../src/queue/run-records.ts';
import { queueStatus, type QueueStatus } from '../../src/queue/status.ts';
import { startRedis } from './redis.ts';

export interface QueueTrial {
  /** The program and what comes before the name of the command. */
  command: readonly string[];
  articles: number;
  /** Of the project. */
  config: string;
  /** Of an article, in characters. Default: varied. */
  length?: number;
  workers: number;
  batch: number;
  stalledAfter: number;
  /** Whether a worker is killed after a third, and Redis restarted after two. */
  disturbed: boolean;
  log?: (text: string) => void;
}

export interface QueueFindings {
  /** Of a local build with as many processes as the workers have together. */
  localSeconds: number;
  /** From the moment at which the first article was built to the last. */
  queueSeconds: number;
  files: number;
  built: number;
  failed: number;
  jobs: QueueStatus['jobs'];
  /** What the second enqueuing of the run said. */
  again: string;
  killedAt: number | undefined;
  restartedAt: number | undefined;
  /** All that follow are faults. */
  missing: string[];
  different: string[];
  surplus: string[];
  /** Workers that did not end by themselves with code 0. */
  badEnds: string[];
}

export async function tryQueue(trial: Readonly<QueueTrial>): Promise<QueueFindings> {
  const log = trial.log ?? (() => undefined);
  const cwd = mkdtempSync(join(tmpdir(), 'copydesk-queue-'));
  const redis = await startRedis();
  const children: ChildProcess[] = [];
  try {
    writeProject(cwd, trial);
    const run = (...args: string[]): Promise<Ended> => ended(start(trial, cwd, args));
    let begin = performance.now();
    const local = await run(
      'build',
      '-q',
      '--no-cache',
      '--jobs',
      String(trial.workers),
      '--out',
      'local',
    );
    const localSeconds = (performance.now() - begin) / 1000;
    if (local.code !== 0) throw new Error(`Unexpected end of the build: ${local.printed}`);
    log(`built here in ${localSeconds.toFixed(1)} s`);

    const queue = ['--queue', redis.url];
    const enqueue = ['enqueue', ...queue, '--batch', String(trial.batch)];
    await run(...enqueue);
    const again = (await run(...enqueue)).printed.trim();
    log(again);
    const look = await looker(redis.url);
    const workers = Array.from({ length: trial.workers }, () => {
      const stalled = String(trial.stalledAfter);
      const child = start(trial, cwd, ['worker', ...queue, '--concurrency', '1', '--no-cache', '--until-done', '--stalled-after', stalled]); // prettier-ignore
      children.push(child);
      return child;
    });
    const ends = workers.map(ended);
    let killedAt: number | undefined;
    let restartedAt: number | undefined;
    let last = -1;
    begin = 0;
    let end = 0;
    for (;;) {
      const { runs: [state] } = await look.status(); // prettier-ignore
      if (!state) throw new Error('Unexpected loss of the run');
      const { built, left } = state;
      if (built > 0 && begin === 0) begin = performance.now();
      if (built !== last) {
        end = performance.now();
        if (Math.floor((built * 10) / trial.articles) !== Math.floor((last * 10) / trial.articles))
          log(`${built} built`);
        last = built;
      }
      if (trial.disturbed && killedAt === undefined && built > trial.articles / 3) {
        killedAt = built;
        workers[0]?.kill('SIGKILL');
        log(`killed a worker at ${built}`);
      }
      if (trial.disturbed && restartedAt === undefined && built > (trial.articles * 2) / 3) {
        restartedAt = built;
        await redis.restart();
        log(`restarted Redis at ${built}`);
      }
      if (left === 0) break;
      if (workers.every(({ exitCode, signalCode }) => exitCode !== null || signalCode !== null))
        break;
      await sleep(100);
    }
    const all = await Promise.all(ends);
    const { jobs, runs: [state] } = await look.status(); // prettier-ignore
    await look.close();
    const badEnds = all
      .filter(({ code }, index) => code !== 0 && !(trial.disturbed && index === 0))
      .map(({ code, printed }) => `${code}: ${printed}`);
    return {
      localSeconds,
      queueSeconds: (end - begin) / 1000,
      built: state?.built ?? 0,
      failed: state?.failed ?? 0,
      jobs,
      again,
      killedAt,
      restartedAt,
      badEnds,
      ...compare(join(cwd, 'local'), join(cwd, 'output')),
    };
  } finally {
    for (const child of children) child.kill('SIGKILL');
    await redis.stop();
    rmSync(cwd, { recursive: true, force: true });
  }
}

function writeProject(cwd: string, { articles, config, length }: Readonly<QueueTrial>): void {
  writeFileSync(join(cwd, 'pipeline.config.yaml'), config);
  let index = 0;
  for (const { name, content } of generateArticles(articles, {
    seed: 9,
    ...(length && { length }),
  })) {
    const folder = join(cwd, 'input', String(index++ % 50));
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, name), content);
  }
}

interface Ended {
  code: number | null;
  printed: string;
}

function start(
  { command: [program, ...before] }: Readonly<QueueTrial>,
  cwd: string,
  args: readonly string[],
): ChildProcess {
  return spawn(program as string, [...before, ...args], { cwd, stdio: ['ignore', 'pipe', 'pipe'] });
}

async function ended(child: ChildProcess): Promise<Ended> {
  let printed = '';
  child.stdout?.on('data', (data: Buffer) => (printed += String(data)));
  child.stderr?.on('data', (data: Buffer) => (printed += String(data)));
  if (child.exitCode === null && child.signalCode === null) {
    await new Promise((resolve) => child.once('close', resolve));
  }
  return { code: child.exitCode, printed };
}

async function looker(
  url: string,
): Promise<{ status: () => Promise<QueueStatus>; close: () => Promise<void> }> {
  const packages = await loadPackages();
  const { redis, close } = await connect(packages, parseQueueAddress(url), {
    tries: 20,
    patient: true,
  });
  const queue = new packages.bullmq.Queue<JobData>('articles', {
    connection: redis,
    prefix: keyPrefix,
  });
  queue.on('error', () => undefined);
  const records = new RunRecords(redis, 'articles');
  return {
    status: () => queueStatus(queue, records),
    close: async () => {
      await queue.close();
      close();
    },
  };
}

function compare(
  expected: string,
  actual: string,
): Pick<QueueFindings, 'files' | 'missing' | 'different' | 'surplus'> {
  const [whole, found] = [digests(expected), digests(actual)];
  const missing = [...whole.keys()].filter((name) => !found.has(name));
  const different = [...whole]
    .filter(([name, digest]) => found.has(name) && found.get(name) !== digest)
    .map(([name]) => name);
  // The lock of a worker that was killed is stale, and taken away by the next run.
  const surplus = [...found.keys()].filter(
    (name) => !whole.has(name) && !/^\.copydesk\.queue\..*\.lock$/.test(name),
  );
  return { files: found.size, missing, different, surplus };
}

function digests(folder: string): Map<string, string> {
  const found = new Map<string, string>();
  for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
    const file = join(folder, name);
    if (!statSync(file).isFile()) continue;
    found.set(name, createHash('sha256').update(readFileSync(file)).digest('hex'));
  }
  return found;
}
