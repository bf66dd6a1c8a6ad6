/** Builds good articles with and without hostile ones among them. */
import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { generateArticles } from '../../bench/articles.ts';
import { hostileArticles, type HostileArticle } from './hostile.ts';

export interface PoisonOptions {
  good: number;
  command: readonly string[];
  jobs: number;
  /** Of the config, in seconds. */
  timeLimit: number;
  hostile?: readonly HostileArticle[];
  /** Length of the good ones. Default: varied. */
  length?: number;
}

export interface PoisonFindings {
  /** Of both runs: milliseconds. */
  cleanTime: number;
  poisonedTime: number;
  /** What limits let the hostile articles take, in milliseconds of a worker: each one that hit them was tried twice. */
  limitTime: number;
  /** Good outputs that aren't byte for byte what they are without the hostile articles. */
  changed: string[];
  /** Good articles that failed in company of hostile ones, with the rules. */
  goodFailed: Record<string, string>;
  /** Hostile articles that were neither built nor reported as failed. */
  lost: string[];
  built: string[];
  /** Hostile articles that failed, with the rules. */
  failed: Record<string, string>;
  exitCodes: [clean: number | null, poisoned: number | null];
}

export async function poison(options: Readonly<PoisonOptions>): Promise<PoisonFindings> {
  const { good, timeLimit, length } = options;
  const cwd = mkdtempSync(join(tmpdir(), 'copydesk-poison-'));
  mkdirSync(join(cwd, 'input'));
  writeFileSync(
    join(cwd, 'pipeline.config.yaml'),
    `limits: { time: ${timeLimit}, memory: 1024 }\n`,
  );
  for (const { name, content } of generateArticles(good, length === undefined ? {} : { length })) {
    writeFileSync(join(cwd, 'input', name), content);
  }
  const clean = await build(cwd, 'clean', options);
  const hostile = options.hostile ?? hostileArticles();
  for (const [index, { name, content }] of hostile.entries()) {
    // Among the others, not before or after them.
    const place = String(Math.floor((index * good) / hostile.length)).padStart(6, '0');
    writeFileSync(join(cwd, 'input', `${place}-x-${name}`), content);
  }
  const poisoned = await build(cwd, 'poisoned', options);

  const before = readdirSync(join(cwd, 'clean'));
  const after = new Set(readdirSync(join(cwd, 'poisoned')));
  const changed = before.filter(
    (name) =>
      !after.has(name) ||
      !readFileSync(join(cwd, 'clean', name)).equals(readFileSync(join(cwd, 'poisoned', name))),
  );
  const failed: Record<string, string> = {};
  const built: string[] = [];
  const lost: string[] = [];
  for (const { name } of hostile) {
    const path = poisoned.articles.find(({ path }) => path.endsWith(`-x-${name}`));
    if (path === undefined) lost.push(name);
    else if (path.failure !== undefined) failed[name] = path.failure;
    else if (after.has(`${path.path.slice('input/'.length).replace(/\.[^.]+$/, '')}.json`))
      built.push(name); // prettier-ignore
    else lost.push(name);
  }
  const goodFailed = Object.fromEntries(
    poisoned.articles.flatMap(({ path, failure }) =>
      failure === undefined || path.includes('-x-') ? [] : [[path, failure]],
    ),
  );
  rmSync(cwd, { recursive: true, force: true });
  const limited = Object.values(failed).filter((rule) => /^limits\/(?:time|memory)$/.test(rule));
  return {
    cleanTime: clean.time,
    poisonedTime: poisoned.time,
    limitTime: limited.length * 2 * (timeLimit + 3) * 1000,
    changed,
    goodFailed,
    lost,
    built,
    failed,
    exitCodes: [clean.code, poisoned.code],
  };
}

interface Built {
  time: number;
  code: number | null;
  articles: { path: string; failure: string | undefined }[];
}

async function build(
  cwd: string,
  output: string,
  { command, jobs }: Readonly<PoisonOptions>,
): Promise<Built> {
  const [program, ...before] = command;
  const report = join(cwd, `${output}.report.json`);
  const begin = performance.now();
  const child = spawn(
    program as string,
    [...before, 'build', '--no-cache', '--jobs', String(jobs), '--out', output, '--reporter', `json=${report}`], // prettier-ignore
    { cwd, stdio: 'ignore' },
  );
  const code = await new Promise<number | null>((resolve) => child.once('exit', resolve));
  const time = performance.now() - begin;
  const printed = JSON.parse(readFileSync(report, 'utf8')) as ReportFile;
  return { time, code, articles: articlesOf(printed) };
}

/** What the reporter for programs prints. */
interface ReportFile {
  articles: { path: string; failed: boolean; findings: { ruleId: string }[] }[];
}

function articlesOf({ articles }: ReportFile): Built['articles'] {
  return articles.map(({ path, failed, findings }) => ({
    path,
    failure: failed ? (findings[0]?.ruleId ?? 'unknown') : undefined,
  }));
}
