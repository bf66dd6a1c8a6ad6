import { InputError } from '../batch/input-error.ts';
import { visible } from '../reporters/harmless.ts';
import { failedArticles, queueStatus, retryFailed, type QueueStatus } from '../queue/status.ts';
import { exitCodes, type CommandIo } from './io.ts';
import { checkRun, openQueue, type OpenQueue, type QueueFlags } from './queue-flags.ts';

export interface StatusFlags extends QueueFlags {
  run?: string;
  json?: boolean;
  watch?: boolean;
  failed?: boolean;
  retryFailed?: boolean;
}

/** Between two looks, in milliseconds. */
const lookEvery = 2000;

/** `copydesk status`: the exit code. */
export async function status(flags: StatusFlags, io: CommandIo): Promise<number> {
  checkRun(flags.run);
  const open = await openQueue(flags, io, flags.watch ?? false);
  try {
    if (flags.retryFailed) {
      const count = await retryFailed(open.queue, flags.run);
      io.stderr(`${count} ${count === 1 ? 'article is' : 'articles are'} tried again\n`);
      return exitCodes.ok;
    }
    return await (flags.failed ? listFailed(open, flags, io) : tell(open, flags, io));
  } catch (error) {
    throw error instanceof InputError
      ? error
      : new InputError(`Unexpected failure of the queue: ${open.connection.reason(error)}.`);
  } finally {
    await open.close();
  }
}

async function listFailed(
  { queue }: OpenQueue,
  flags: StatusFlags,
  io: CommandIo,
): Promise<number> {
  const failed = await failedArticles(queue, flags.run);
  if (flags.json) io.stdout(`${JSON.stringify(failed, undefined, 2)}\n`);
  else {
    for (const { article, ruleId, message } of failed) {
      io.stdout(`${visible(article)}  ${visible(message)}  ${visible(ruleId)}\n`);
    }
  }
  return failed.length > 0 ? exitCodes.findings : exitCodes.ok;
}

async function tell(
  { queue, records }: OpenQueue,
  flags: StatusFlags,
  io: CommandIo,
): Promise<number> {
  const interruption = flags.watch ? io.interruption?.() : undefined;
  const signal = interruption?.signal;
  try {
    for (;;) {
      const now = await queueStatus(queue, records, flags.run);
      if (flags.run !== undefined && now.runs.length === 0)
        throw new InputError(`Unexpected run "${flags.run}": the queue knows none of this name.`);
      io.stdout(flags.json ? `${JSON.stringify(now)}\n` : printed(now));
      const isDone = now.runs.every(({ left }) => left === 0);
      if (!flags.watch || isDone || signal?.aborted) {
        return now.runs.some(({ failed }) => failed > 0) ? exitCodes.findings : exitCodes.ok;
      }
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, lookEvery);
        signal?.addEventListener('abort', () => {
          clearTimeout(timer);
          resolve();
        });
      });
    }
  } finally {
    interruption?.end();
  }
}

function printed({ runs, jobs, workers, concurrency, rate, secondsLeft }: QueueStatus): string {
  const lines = runs.map(({ run, articles, built, failed, left }) => {
    const share = articles === 0 ? 100 : Math.floor((built / articles) * 100);
    return `run ${run} · ${built} of ${articles} articles built (${share} %) · ${failed} failed · ${left} left`;
  });
  if (runs.length === 0) lines.push('no runs');
  const { waiting, active, delayed, completed, failed } = jobs;
  lines.push(
    `jobs · ${waiting} waiting, ${active} active, ${delayed} to be tried again, ${completed} done, ${failed} given up`,
    `workers · ${workers}, for ${concurrency} articles at a time · ${rate.toFixed(1)} articles a second${leftText(secondsLeft)}`,
  );
  return `${lines.join('\n')}\n`;
}

function leftText(seconds: number | null): string {
  if (seconds === null || seconds === 0) return '';
  if (seconds < 120) return ` · ${seconds} s to go`;
  const minutes = Math.ceil(seconds / 60);
  return minutes < 120 ? ` · ${minutes} min to go` : ` · ${(minutes / 60).toFixed(1)} h to go`;
}
