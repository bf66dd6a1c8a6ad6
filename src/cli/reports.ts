/** Where the reports of a run go: to the terminal, or to files. */
import { randomUUID } from 'node:crypto';
import {
  closeSync,
  openSync,
  renameSync,
  rmSync,
  statSync,
  writeSync,
  appendFileSync,
} from 'node:fs';
import { basename, dirname, isAbsolute, join, relative, resolve, sep } from 'node:path';
import { reasonOf } from '../batch/file-system.ts';
import { InputError } from '../batch/input-error.ts';
import type { Outcome } from '../batch/outcome.ts';
import { didYouMean } from '../config/suggest.ts';
import {
  reporters,
  type Reporter,
  type ReporterName,
  type ReporterOptions,
} from '../reporters/index.ts';
import { longestJobSummary } from '../reporters/job-summary.ts';
import type { Done, Totals } from '../reporters/summary.ts';
import { UsageError, type CommandIo } from './io.ts';
import { version } from './version.ts';

export interface ReportFlags {
  /** `name`, or `name=file`. Default: what fits where the command runs. */
  reporter?: readonly string[];
  quiet?: boolean;
}

/** The reports of a run. */
export interface Reports {
  article(outcome: Outcome): void;
  /** Prints what is printed last, and puts files in their places. */
  end(totals: Readonly<Totals>, milliseconds: number | undefined): void;
  /** Takes away what was written of files, when a run breaks off. */
  abandon(): void;
}

export interface ReportOptions {
  isOutputTaken?: boolean;
  /** Default: `built`. */
  done?: Done;
  /** Default: true. */
  hints?: boolean;
  part?: ReporterOptions['part'];
}

interface Request {
  name: ReporterName;
  file: string | undefined;
}

/** What GitLab takes for the report of a job that names this file as its artifact. */
const gitlabFile = 'gl-code-quality-report.json';

/**
 * Opens the reports that are asked for.
 *
 * @param options - `isOutputTaken`: whether standard output is for an article; `hints`: whether a person at a terminal is told what to do next;
 * `part`: where the run is a part of a larger one.
 * @throws UsageError where a reporter is unknown, or two would go to one place; InputError where a file can't be written.
 */
export function openReports(
  flags: Readonly<ReportFlags>,
  io: CommandIo,
  { isOutputTaken = false, done = 'built', hints = true, part }: Readonly<ReportOptions> = {},
): Reports {
  const env = io.env ?? {};
  const requests = requestsOf(flags.reporter, env);
  checkPlaces(requests, isOutputTaken);
  const opened: { reporter: Reporter; sink: Sink }[] = [];
  const abandon = (): void => {
    for (const { sink } of opened) sink.abandon();
  };
  try {
    for (const { name, file } of requests) {
      const { kind, create } = reporters[name];
      const sink =
        file !== undefined
          ? new FileSink(resolve(io.cwd, file), file)
          : terminalSink(kind === 'log' ? io.stderr : io.stdout);
      const reporter = create({
        color: file === undefined && io.color,
        quiet: flags.quiet ?? false,
        hints: hints && file === undefined && io.interactive,
        width: io.columns ?? 100,
        pathPrefix: prefixOf(io.cwd, env['GITHUB_WORKSPACE'] ?? env['CI_PROJECT_DIR']),
        done,
        part,
        version: version(),
        isCommandLog: file === undefined && env['GITHUB_ACTIONS'] === 'true',
      });
      opened.push({ reporter, sink });
    }
  } catch (error) {
    abandon();
    throw error;
  }
  return {
    article: (outcome) => {
      for (const { reporter, sink } of opened) sink.write(reporter.article(outcome) ?? '');
    },
    end: (totals, milliseconds) => {
      for (const { reporter, sink } of opened) {
        sink.write(reporter.end(totals, milliseconds) ?? '');
        sink.end();
        appendJobSummary(reporter, env['GITHUB_STEP_SUMMARY'], io);
      }
    },
    abandon,
  };
}

function requestsOf(
  given: readonly string[] | undefined,
  env: Readonly<Record<string, string | undefined>>,
): Request[] {
  if (given && given.length > 0) return given.map(toRequest);
  if (env['GITHUB_ACTIONS'] === 'true') return ['pretty', 'github'].map(toRequest);
  if (env['GITLAB_CI'] === 'true') return ['pretty', `gitlab=${gitlabFile}`].map(toRequest);
  return [toRequest('pretty')];
}

function toRequest(value: string): Request {
  const at = value.indexOf('=');
  const name = at < 0 ? value : value.slice(0, at);
  const file = at < 0 ? undefined : value.slice(at + 1);
  if (!Object.hasOwn(reporters, name)) {
    const known = Object.keys(reporters);
    throw new UsageError(
      `Unexpected reporter "${name}", expected one of ${known.join(', ')}.${didYouMean(name, known)}`,
    );
  }
  if (file === '')
    throw new UsageError(`Unexpected reporter "${value}", expected a file after "=".`);
  return { name: name as ReporterName, file };
}

function checkPlaces(requests: readonly Request[], isOutputTaken: boolean): void {
  const owners = new Map<string, string>();
  if (isOutputTaken) owners.set('standard output', 'the article');
  for (const { name, file } of requests) {
    if (file === undefined && reporters[name].kind === 'log') continue;
    const place = file ?? 'standard output';
    const owner = owners.get(place);
    if (owner !== undefined) {
      throw new UsageError(
        `Unexpected reporter "${name}": ${owner} goes to ${place} already. Name a file: --reporter ${name}=FILE.`,
      );
    }
    owners.set(place, `the ${name} report`);
  }
}

/** The folder that the command runs in, as seen from the root of a repository. */
function prefixOf(cwd: string, root: string | undefined): string {
  if (root === undefined) return '';
  const inside = relative(root, cwd);
  if (inside === '' || inside.startsWith('..') || isAbsolute(inside)) return '';
  return `${inside.split(sep).join('/')}/`;
}

interface Sink {
  write(text: string): void;
  end(): void;
  abandon(): void;
}

function terminalSink(print: (text: string) => void): Sink {
  return {
    write: (text) => {
      if (text !== '') print(text);
    },
    end: () => undefined,
    abandon: () => undefined,
  };
}

/** A file that is there whole or not at all: written beside it as articles are done, and renamed at the end. */
class FileSink implements Sink {
  readonly #file: string;
  readonly #name: string;
  readonly #temporary: string;
  #handle: number | undefined;

  constructor(file: string, name: string) {
    this.#file = file;
    this.#name = name;
    this.#temporary = join(dirname(file), `.${basename(file).slice(0, 100)}.${randomUUID()}.tmp`);
    this.#try(() => {
      if (statSync(file, { throwIfNoEntry: false })?.isDirectory())
        throw new Error('it is a folder');
      this.#handle = openSync(this.#temporary, 'w');
    });
  }

  write(text: string): void {
    const bytes = Buffer.from(text);
    this.#try(() => {
      for (let at = 0; at < bytes.length;) at += writeSync(this.#handle as number, bytes, at);
    });
  }

  end(): void {
    this.#try(() => {
      this.#close();
      renameSync(this.#temporary, this.#file);
    });
  }

  abandon(): void {
    this.#close();
    rmSync(this.#temporary, { force: true });
  }

  #close(): void {
    if (this.#handle !== undefined) closeSync(this.#handle);
    this.#handle = undefined;
  }

  #try(act: () => void): void {
    try {
      act();
    } catch (error) {
      this.abandon();
      throw new InputError(
        `Unexpected report file "${this.#name}", which can't be written: ${reasonOf(error)}.`,
      );
    }
  }
}

/** A summary that can't be written is no reason to fail a run that has been done. */
function appendJobSummary(reporter: Reporter, file: string | undefined, io: CommandIo): void {
  if (!reporter.jobSummary || file === undefined || file === '') return;
  try {
    const taken = statSync(file, { throwIfNoEntry: false })?.size ?? 0;
    appendFileSync(file, reporter.jobSummary(longestJobSummary - taken));
  } catch (error) {
    io.stderr(`warning  The summary of the job can't be written: ${reasonOf(error)}\n`);
  }
}
