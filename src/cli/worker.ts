import { tmpdir } from 'node:os';
import { resolve } from 'node:path';
import { lockFolder, runToken } from '../batch/lock.ts';
import { defaultJobs, host, ownPid } from '../batch/processes.ts';
import { createPipeline, type Pipeline } from '../pipeline.ts';
import { QueueWorker } from '../queue/worker.ts';
import { Workshop } from '../queue/workshop.ts';
import { FolderStorage } from '../storage/folder-storage.ts';
import { openStorage } from '../storage/open.ts';
import type { Storage } from '../storage/storage.ts';
import { checkDate, parseFormats } from './flags.ts';
import { openCache } from './cache.ts';
import { exitCodes, type CommandIo } from './io.ts';
import { openQueue, parseNumber, type OpenQueue, type QueueFlags } from './queue-flags.ts';
import { ready } from './ready.ts';

export interface WorkerFlags extends QueueFlags {
  config?: string;
  input?: string;
  out?: string;
  s3Endpoint?: string;
  formats?: string;
  date?: string;
  concurrency?: string;
  stalledAfter?: string;
  untilDone?: boolean;
  cache?: boolean;
  durable?: boolean;
}

const mostConcurrency = 256;

/** `copydesk worker`: the exit code. */
export async function worker(flags: WorkerFlags, io: CommandIo): Promise<number> {
  checkDate(flags.date);
  const concurrency = parseNumber(
    '--concurrency',
    flags.concurrency,
    defaultJobs(),
    mostConcurrency,
  );
  const stalledAfter = parseNumber('--stalled-after', flags.stalledAfter, 30, 3600) * 1000;
  const pipeline = createPipeline({ cwd: io.cwd, config: flags.config });
  const { settings } = pipeline;
  const endpoint = flags.s3Endpoint;
  const input = await openStorage(flags.input ?? settings.input, { cwd: io.cwd, endpoint });
  const output = await openStorage(flags.out ?? settings.output, { cwd: io.cwd, endpoint });
  await ready(pipeline, io);
  const open = await openQueue(flags, io, true);
  try {
    const token = runToken();
    const unlock =
      output instanceof FolderStorage
        ? await lockFolder(output.root, { token, share: { group: 'queue', member: memberName() } })
        : () => undefined;
    try {
      const workshop = workshopOf({ input, output, pipeline, concurrency, token }, flags, io);
      return await work(open, workshop, { concurrency, stalledAfter }, flags, io);
    } finally {
      unlock();
    }
  } finally {
    await open.close();
  }
}

async function work(
  { packages, connection, name, records }: OpenQueue,
  workshop: Workshop,
  { concurrency, stalledAfter }: { concurrency: number; stalledAfter: number },
  { untilDone = false }: WorkerFlags,
  io: CommandIo,
): Promise<number> {
  const interruption = io.interruption?.();
  const stop = new AbortController();
  const stopped = new Promise<void>((end) => {
    interruption?.signal.addEventListener('abort', () => end(), { once: true });
  });
  const say = (text: string): void => io.stderr(`${text}\n`);
  const own = new QueueWorker({
    packages,
    connection,
    name,
    records,
    workshop,
    concurrency,
    stalledAfter,
    say,
  });
  say(`Waiting for articles of ${connection.address.shown}, ${concurrency} at a time`);
  try {
    await Promise.race([stopped, own.failure, ...(untilDone ? [own.untilDone(stop.signal)] : [])]);
    if (interruption?.signal.aborted)
      say('Ending what is at hand; the rest goes back to the queue');
  } finally {
    stop.abort();
    await own.stop();
    await workshop.close();
    interruption?.end();
  }
  say(`${own.built} articles built${own.failed > 0 ? `, ${own.failed} tries failed` : ''}`);
  return exitCodes.ok;
}

function workshopOf(
  {
    input,
    output,
    pipeline,
    concurrency,
    token,
  }: { input: Storage; output: Storage; pipeline: Pipeline; concurrency: number; token: string },
  flags: WorkerFlags,
  io: CommandIo,
): Workshop {
  const { settings } = pipeline;
  const formats = parseFormats(flags.formats, settings.formats) ?? settings.formats;
  const isLocal = input instanceof FolderStorage && output instanceof FolderStorage;
  const cache = isLocal
    ? openCache(pipeline, { output: output.root, date: flags.date, formats, cache: flags.cache })
    : undefined;
  return new Workshop({
    input,
    output,
    scratch: tmpdir(),
    pipeline: { cwd: resolve(io.cwd), config: flags.config },
    formats,
    date: flags.date,
    durable: flags.durable ?? false,
    limits: settings.limits,
    cache,
    jobs: concurrency,
    run: token,
    print: io.stderr,
  });
}

/** Machines of the same name, as containers may be, have processes of the same id. */
function memberName(): string {
  return `${host.replaceAll(/[^\w-]/g, '-')}-${ownPid}-${Date.now().toString(36)}`;
}
