/** `copydesk build --watch`: builds, then builds what has changed, until it is ended. */
import { existsSync } from 'node:fs';
import { isAbsolute, relative, resolve } from 'node:path';
import { environmentOf } from '../batch/cache/environment.ts';
import { bibliographyNames } from '../batch/bibliography.ts';
import { discover, type ArticleFile } from '../batch/discover.ts';
import { runBatch } from '../batch/run.ts';
import { sideFilesOf } from '../batch/side-files.ts';
import { watchFiles } from '../batch/watch.ts';
import { forgetLocalModules } from '../config/import-plugin.ts';
import type { Settings } from '../config/settings.ts';
import { createPipeline, type Pipeline } from '../pipeline.ts';
import { readableExtensions } from '../readers/index.ts';
import { count, noTotals } from '../reporters/summary.ts';
import type { BuildFlags } from './build.ts';
import { openCache } from './cache.ts';
import { exitCodes, UsageError, type CommandIo } from './io.ts';
import { parseJobs } from './jobs.ts';
import { ready } from './ready.ts';
import { openReports } from './reports.ts';
import { shownPath } from './shown-path.ts';
import { version } from './version.ts';

/** What a config makes: it lasts until the config, or what it names, changes. */
interface Session {
  pipeline: Pipeline;
  formats: readonly string[];
  output: string;
  articles: readonly ArticleFile[];
  /** The article that a file is, or belongs to. */
  owners: ReadonlyMap<string, ArticleFile>;
  cache: ReturnType<typeof openCache>;
  /** Tells whether anything has changed that every article depends on. */
  environment: string;
}

/** The exit code. */
export async function watch(
  files: string[],
  flags: BuildFlags,
  formatsOf: (settings: Settings) => readonly string[],
  io: CommandIo,
): Promise<number> {
  if (files.includes('-')) throw new UsageError('Unexpected "-" with --watch, expected files.');
  if ((flags.reporter ?? []).length > 0) {
    throw new UsageError('Unexpected --reporter with --watch, which prints for people alone.');
  }
  const open = async (): Promise<Session> => {
    const pipeline = createPipeline({ cwd: io.cwd, config: flags.config });
    const { settings } = pipeline;
    const formats = formatsOf(settings);
    const articles = await discover(files, io.cwd, settings.input);
    await ready(pipeline, io);
    const output = flags.out === undefined ? settings.output : resolve(io.cwd, flags.out);
    const run = { output, date: flags.date, formats };
    const cache = openCache(pipeline, { ...run, cache: flags.cache });
    const environment = environmentOf(settings, { version: version(), date: flags.date, formats });
    return { pipeline, formats, output, articles, owners: ownersOf(articles), cache, environment };
  };

  let session = await open();
  let isBroken = false;
  const interruption = io.interruption?.();
  const signal = interruption?.signal ?? new AbortController().signal;
  const build = async (articles: readonly ArticleFile[]): Promise<void> => {
    const start = io.now();
    const totals = noTotals();
    const reports = openReports(flags, io, { hints: false });
    const { pipeline, formats, output, cache } = session;
    await runBatch(pipeline, articles, {
      output,
      date: flags.date,
      formats,
      jobs: parseJobs(flags.jobs),
      pipeline: { cwd: io.cwd, config: flags.config },
      durable: flags.durable,
      cache,
      force: flags.force,
      print: io.stderr,
      onOutcome: (outcome) => {
        count(totals, outcome);
        reports.article(outcome);
      },
    });
    reports.end(totals, io.now() - start);
  };
  const say = (text: string): void => io.stderr(`${text}\n`);

  const onChange = async (changed: ReadonlySet<string>): Promise<void> => {
    const { settings } = session.pipeline;
    if (isBroken || mayBeShared(changed, session)) {
      forgetLocalModules(settings.root);
      // A plugin that is saved in the middle of a thought: the next change may mend it.
      isBroken = true;
      const next = await open();
      isBroken = false;
      const isSame = next.environment === session.environment;
      session = next;
      if (!isSame) {
        say(`changed: ${shown([...changed], io.cwd)}`);
        await build(session.articles);
        return;
      }
    }
    const isNew = [...changed].some((path) => !session.owners.has(path) || !existsSync(path));
    if (isNew) {
      session.articles = await discover(files, io.cwd, settings.input);
      session.owners = ownersOf(session.articles);
    }
    const due = new Set([...changed].flatMap((path) => session.owners.get(path) ?? []));
    if (due.size === 0) return;
    say(`changed: ${shown([...changed], io.cwd)}`);
    // The bibliography of a run is that of all its articles; those that haven't changed are known from the cache.
    const isWhole = bibliographyNames(session.formats).length > 0;
    await build(isWhole ? session.articles : [...due]);
  };

  try {
    const { settings } = session.pipeline;
    await watchFiles({
      paths: watchedPaths(settings, files, io.cwd),
      ignored: [session.output, resolve(settings.root, '.copydesk')],
      signal,
      onReady: async () => {
        await build(session.articles);
        say('watching for changes; press Ctrl+C to end');
      },
      onChange,
      onError: (error) => say(error.message),
    });
  } finally {
    interruption?.end();
  }
  return exitCodes.ok;
}

/** The folder of the config, and what is named that stands outside it. */
function watchedPaths(settings: Settings, files: readonly string[], cwd: string): string[] {
  const { root, input, file, plugins, html } = settings;
  const named = files.map((name) => resolve(cwd, name.replace(/[*?[{(!].*$/, '')));
  const options = textsOf([plugins.map((each) => [each.name, each.options, each.others]), html]);
  const paths = options.filter((text) => /[/\\.]/.test(text)).map((text) => resolve(root, text));
  const all = [input, file ?? root, ...named, ...paths].filter((path) => existsSync(path));
  const outside = all.filter((path) => !isBelow(path, root));
  return [root, ...outside];
}

/** Whether what has changed may be what all articles depend on: anything but articles and what belongs to one of them. */
function mayBeShared(changed: ReadonlySet<string>, session: Session): boolean {
  const { settings } = session.pipeline;
  return [...changed].some((path) => {
    if (session.owners.has(path)) return false;
    if (!isBelow(path, settings.input)) return true;
    // A new article, or a file beside one.
    const name = path.toLowerCase();
    return (
      !readableExtensions.some((ending) => name.endsWith(ending)) &&
      !name.endsWith('.decisions.yaml')
    );
  });
}

function ownersOf(articles: readonly ArticleFile[]): Map<string, ArticleFile> {
  const owners = new Map<string, ArticleFile>();
  for (const article of articles) {
    for (const file of [article.file, ...sideFilesOf(article.file)]) owners.set(file, article);
  }
  return owners;
}

function isBelow(path: string, folder: string): boolean {
  const inside = relative(folder, path);
  return !inside.startsWith('..') && !isAbsolute(inside);
}

function textsOf(value: unknown): string[] {
  if (typeof value === 'string') return value.length < 1024 ? [value] : [];
  if (typeof value !== 'object' || value === null) return [];
  return Object.values(value).flatMap(textsOf);
}

function shown(paths: readonly string[], cwd: string): string {
  const names = paths.map((path) => shownPath(path, cwd)).sort();
  return names.length > 3
    ? `${names.slice(0, 3).join(', ')} and ${names.length - 3} more`
    : names.join(', ');
}
