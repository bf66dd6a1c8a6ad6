/** Kills builds at moments of chance, and looks at what they leave. */
import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'; // prettier-ignore
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { generateArticles, randomNumbers } from '../../bench/articles.ts';
import { lockName } from '../../src/batch/lock.ts';
import { Stopwatch } from '../../src/batch/stopwatch.ts';

export interface KillOptions {
  /** How many builds are killed. */
  moments: number;
  /** The program and what comes before `build`. */
  command: readonly string[];
  /** Articles of a project that is built in one process, and of one that is worth workers. */
  articles: { few: number; many: number };
  seed?: number;
  onMoment?: (done: number, found: KillFindings) => void;
}

/** What was found; all but the first four are faults. */
export interface KillFindings {
  killed: number;
  /** Builds that were killed while some outputs were written and others weren't. */
  halfDone: number;
  /** Temporary files that were found after kills, and removed by the next run. */
  leftovers: number;
  /** Builds that had ended before the moment came. */
  tooLate: number;
  /** Outputs that were neither what they were before nor what they were to be. */
  torn: string[];
  /** Outputs that the next run did not leave as they were to be. */
  incomplete: string[];
  /** Outputs that the next run took for changed by hand. */
  mistaken: string[];
  /** What the next run did not clear up. */
  uncleared: string[];
  /** Workers that outlived the run by ten seconds, not counting those in which other processes had the cores. */
  orphans: number[];
}

type Contents = Map<string, string>;

interface Project {
  cwd: string;
  jobs: number;
  /** Articles and their outputs, in two variants. */
  variants: { inputs: Contents; outputs: Contents }[];
  current: number;
  /** How long a build takes once it has the lock, in milliseconds. */
  time: number;
}

/** Only steps that need no models: it is the writing that is tested, and a start that takes long hides it. */
const config = 'plugins: [masthead, cleanup]\n';

export async function killBuilds(options: Readonly<KillOptions>): Promise<KillFindings> {
  const number = randomNumbers(options.seed ?? 1);
  const found: KillFindings = {
    killed: 0,
    halfDone: 0,
    leftovers: 0,
    tooLate: 0,
    torn: [],
    incomplete: [],
    mistaken: [],
    uncleared: [],
    orphans: [],
  };
  const projects: Project[] = [];
  for (const [count, jobs] of [
    [options.articles.few, 1],
    [options.articles.many, 2],
  ] as const) {
    projects.push(await prepare(count, jobs, options.command));
  }
  for (let moment = 0; moment < options.moments; moment++) {
    // Workers take longer to start than most builds take.
    const project = projects[moment % 3 === 2 ? 1 : 0] as Project;
    await killOnce(project, options.command, number, found);
    options.onMoment?.(moment + 1, found);
  }
  for (const { cwd } of projects) rmSync(cwd, { recursive: true, force: true });
  return found;
}

async function prepare(count: number, jobs: number, command: readonly string[]): Promise<Project> {
  const cwd = mkdtempSync(join(tmpdir(), 'copydesk-kill-'));
  writeFileSync(join(cwd, 'pipeline.config.yaml'), config);
  const project: Project = { cwd, jobs, variants: [], current: 0, time: 0 };
  for (const seed of [1, 2]) {
    const inputs: Contents = new Map();
    let index = 0;
    for (const { content } of generateArticles(count, { seed, format: 'text', length: 2500 })) {
      inputs.set(`${String(index++).padStart(4, '0')}.txt`, content);
    }
    writeInputs(cwd, inputs);
    rmSync(join(cwd, 'output'), { recursive: true, force: true });
    const build = start(project, command);
    await locked(cwd, build);
    const begin = performance.now();
    await ended(build);
    project.time = performance.now() - begin;
    project.variants.push({ inputs, outputs: outputsOf(cwd) });
  }
  project.current = 1;
  return project;
}

async function killOnce(
  project: Project,
  command: readonly string[],
  number: () => number,
  found: KillFindings,
): Promise<void> {
  const { cwd, variants, time } = project;
  const before = variants[project.current] as Project['variants'][number];
  const isFresh = number() < 0.3;
  if (isFresh) {
    for (const folder of ['output', '.copydesk']) {
      rmSync(join(cwd, folder), { recursive: true, force: true });
    }
  } else {
    project.current = 1 - project.current;
    writeInputs(cwd, (variants[project.current] as typeof before).inputs);
  }
  const after = variants[project.current] as typeof before;

  const build = start(project, command);
  await locked(cwd, build);
  await sleep(number() * time);
  if (build.exitCode !== null) found.tooLate++;
  const workers = childrenOf(build.pid as number);
  build.kill('SIGKILL');
  // In every other case the workers are killed as well, as by a machine that runs out of memory.
  if (number() < 0.5) for (const pid of workers) killQuietly(pid);
  await ended(build);
  found.killed++;
  for (const pid of workers) if (!(await endsWithin(pid, 10_000))) found.orphans.push(pid);

  const left = outputsOf(cwd);
  let done = 0;
  for (const [name, content] of left) {
    if (name.endsWith('.tmp')) found.leftovers++;
    else if (name !== lockName) {
      if (content === after.outputs.get(name)) done++;
      else if (isFresh || content !== before.outputs.get(name)) found.torn.push(name);
    }
  }
  if (done > 0 && done < after.outputs.size) found.halfDone++;

  const next = start(project, command);
  let printed = '';
  next.stderr?.on('data', (data: Buffer) => (printed += String(data)));
  await ended(next);
  const complete = outputsOf(cwd);
  for (const [name, content] of after.outputs) {
    if (complete.get(name) !== content) found.incomplete.push(`${name} (exit ${next.exitCode})`);
  }
  for (const name of complete.keys()) if (!after.outputs.has(name)) found.uncleared.push(name);
  for (const [, name = ''] of printed.matchAll(/Unexpected change of "([^"]+)"/g)) {
    found.mistaken.push(name);
  }
}

function start({ cwd, jobs }: Project, [program, ...before]: readonly string[]): ChildProcess {
  return spawn(program as string, [...before, 'build', '-q', '--jobs', String(jobs)], {
    cwd,
    stdio: ['ignore', 'ignore', 'pipe'],
  });
}

/** Waits until a build writes, or has ended. */
async function locked(cwd: string, build: ChildProcess): Promise<void> {
  // What a killed run left there is not this one's.
  const file = join(cwd, 'output', lockName);
  for (;;) {
    if (build.exitCode !== null || build.signalCode !== null) return;
    try {
      const owner = JSON.parse(readFileSync(file, 'utf8')) as { pid: number };
      if (owner.pid === build.pid || childrenOf(build.pid as number).includes(owner.pid)) return;
    } catch {
      // Not yet.
    }
    await sleep(2);
  }
}

async function ended(build: ChildProcess): Promise<void> {
  if (build.exitCode !== null || build.signalCode !== null) return;
  await new Promise((resolve) => build.once('exit', resolve));
}

function writeInputs(cwd: string, inputs: Contents): void {
  mkdirSync(join(cwd, 'input'), { recursive: true });
  for (const [name, content] of inputs) writeFileSync(join(cwd, 'input', name), content);
}

function outputsOf(cwd: string): Contents {
  const folder = join(cwd, 'output');
  const contents: Contents = new Map();
  if (!existsSync(folder)) return contents;
  for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
    const file = join(folder, name);
    if (statSync(file).isFile()) contents.set(name, readFileSync(file, 'utf8'));
  }
  return contents;
}

/** Of Linux. Elsewhere no process is known to have children, and none is looked for. */
function childrenOf(pid: number): number[] {
  try {
    const list = readFileSync(`/proc/${pid}/task/${pid}/children`, 'latin1').trim();
    const direct = list === '' ? [] : list.split(' ').map(Number);
    return direct.flatMap((child) => [child, ...childrenOf(child)]);
  } catch {
    return [];
  }
}

/** Time counts as far as the process had a core: one that is kept from running can't end. */
async function endsWithin(pid: number, milliseconds: number): Promise<boolean> {
  const stopwatch = new Stopwatch(pid);
  while (isRunning(pid)) {
    if (stopwatch.own > milliseconds || stopwatch.passed > milliseconds * 30) return false;
    await sleep(20);
  }
  return true;
}

/** A process that has ended and whose parent hasn't asked for its end is no orphan that works. */
function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return !/^State:\s+Z/m.test(readFileSync(`/proc/${pid}/status`, 'latin1'));
  } catch {
    return false;
  }
}

function killQuietly(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL');
  } catch {
    // It has ended.
  }
}
