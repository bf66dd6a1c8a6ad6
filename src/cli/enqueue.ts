import { statSync } from 'node:fs';
import { isAbsolute, relative, resolve, sep } from 'node:path';
import {
  byCodeUnit,
  checkOutputs,
  discover,
  isReadable,
  outputBaseOf,
  type ArticleFile,
} from '../batch/discover.ts';
import { InputError } from '../batch/input-error.ts';
import { sideFilesOf } from '../batch/side-files.ts';
import { loadSettings } from '../config/settings.ts';
import { enqueue, type QueuedArticle } from '../queue/enqueue.ts';
import { isS3, openStorage } from '../storage/open.ts';
import type { Storage } from '../storage/storage.ts';
import { exitCodes, type CommandIo } from './io.ts';
import { checkRun, openQueue, parseNumber, type QueueFlags } from './queue-flags.ts';

export interface EnqueueFlags extends QueueFlags {
  config?: string;
  input?: string;
  s3Endpoint?: string;
  batch?: string;
  attempts?: string;
  run?: string;
}

const usualBatch = 250;
const largestBatch = 500;
const usualAttempts = 3;

/** `copydesk enqueue`: the exit code. */
export async function enqueueCommand(
  files: readonly string[],
  flags: EnqueueFlags,
  io: CommandIo,
): Promise<number> {
  const batch = parseNumber('--batch', flags.batch, usualBatch, largestBatch);
  const attempts = parseNumber('--attempts', flags.attempts, usualAttempts, 100);
  checkRun(flags.run);
  const articles = await found(files, flags, io);
  const { queue, records, connection, close } = await openQueue(flags, io, false);
  try {
    const { run, jobs, added } = await enqueue(queue, records, articles, {
      run: flags.run,
      batch,
      attempts,
    });
    const what = `${articles.length} ${articles.length === 1 ? 'article' : 'articles'} in ${jobs} ${jobs === 1 ? 'job' : 'jobs'}`;
    const news =
      added === jobs
        ? ''
        : added === 0
          ? ' · all of it was there'
          : ` · ${added} of the jobs are new`;
    io.stderr(`run ${run} · ${what}${news}\n`);
    return exitCodes.ok;
  } catch (error) {
    throw new InputError(
      `Unexpected failure of the queue: ${connection.reason(error)}. Enqueue again: what is there is not put in twice.`,
    );
  } finally {
    await close();
  }
}

async function found(
  files: readonly string[],
  flags: EnqueueFlags,
  io: CommandIo,
): Promise<QueuedArticle[]> {
  const { input, root } = loadSettings({ cwd: io.cwd, config: flags.config });
  if (flags.input !== undefined && isS3(flags.input)) {
    const storage = await openStorage(flags.input, { cwd: root, endpoint: flags.s3Endpoint });
    return inStore(files, storage);
  }
  const folder = flags.input === undefined ? input : resolve(io.cwd, flags.input);
  const articles = await discover(files, io.cwd, folder);
  return articles.map(({ file, path }) => {
    const inside = relative(folder, file);
    if (inside.startsWith('..') || isAbsolute(inside)) {
      throw new InputError(
        `Unexpected input "${path}": it is not in the input folder, which is all that workers know.`,
      );
    }
    return {
      name: inside.split(sep).join('/'),
      tag: [file, ...sideFilesOf(file)].map(tagOf).join(' '),
    };
  });
}

function tagOf(file: string): string {
  const known = statSync(file, { throwIfNoEntry: false });
  return known ? `${known.size}-${known.mtimeMs}` : '';
}

/** Names are those of articles, or prefixes that end in `/`; without any, all are meant. */
async function inStore(names: readonly string[], storage: Storage): Promise<QueuedArticle[]> {
  const tags = new Map<string, string>();
  for (const prefix of names.length === 0 ? [''] : names) {
    for await (const { path, tag } of storage.list(prefix)) {
      const isMeant =
        prefix === '' ||
        prefix.endsWith('/') ||
        path === prefix ||
        path.startsWith(`${outputBaseOf(prefix)}.`);
      if (isMeant) tags.set(path, tag);
    }
  }
  const articles = [...tags.keys()].filter(isReadable).sort(byCodeUnit);
  if (articles.length === 0) {
    throw new InputError(`Unexpected ${storage.name} without the articles that were asked for.`);
  }
  checkOutputs(
    articles.map((path): ArticleFile => ({ file: path, path, outputBase: outputBaseOf(path) })),
  );
  return articles.map((name) => ({
    name,
    tag: [name, ...sideFilesOf(name)].map((each) => tags.get(each) ?? '').join(' '),
  }));
}
