/** What the commands of the queue have in common. */
import type { Queue } from 'bullmq';
import {
  connect,
  loadPackages,
  parseQueueAddress,
  type Connection,
  type Packages,
} from '../queue/connection.ts';
import { isQueueName, isRunName, keyPrefix, type JobData } from '../queue/job.ts';
import { RunRecords } from '../queue/run-records.ts';
import { UsageError, type CommandIo } from './io.ts';

export interface QueueFlags {
  queue?: string;
  name?: string;
}

export interface OpenQueue {
  packages: Packages;
  connection: Connection;
  name: string;
  queue: Queue<JobData>;
  records: RunRecords;
  close: () => Promise<void>;
}

/** Holds the address of the queue where `--queue` doesn't: others can read the arguments of a command. */
export const addressVariable = 'COPYDESK_QUEUE';

/**
 * Opens the queue.
 *
 * @param patient - Whether it is waited for, now and whenever the connection is lost.
 * @throws UsageError, InputError
 */
export async function openQueue(
  flags: Readonly<QueueFlags>,
  io: CommandIo,
  patient: boolean,
): Promise<OpenQueue> {
  const text = flags.queue ?? io.env?.[addressVariable];
  if (text === undefined || text === '') {
    throw new UsageError(
      `Missing address of the queue: --queue redis://host:6379, or ${addressVariable} in the environment.`,
    );
  }
  const name = flags.name ?? 'articles';
  if (!isQueueName(name)) {
    throw new UsageError(
      `Unexpected name "${name}" of a queue, expected letters, digits, "_", "." and "-".`,
    );
  }
  const address = parseQueueAddress(text);
  const packages = await loadPackages();
  const connection = await connect(packages, address, {
    tries: patient ? 20 : 4,
    patient,
    say: (line) => io.stderr(`${line}\n`),
  });
  const queue = new packages.bullmq.Queue<JobData>(name, {
    connection: connection.redis,
    prefix: keyPrefix,
  });
  // Connections tell of their own end, and calls of theirs.
  queue.on('error', () => undefined);
  return {
    packages,
    connection,
    name,
    queue,
    records: new RunRecords(connection.redis, name),
    close: async () => {
      await queue.close();
      connection.close();
    },
  };
}

/** @throws UsageError */
export function checkRun(run: string | undefined): void {
  if (run === undefined || isRunName(run)) return;
  throw new UsageError(
    `Unexpected name "${run}" of a run, expected up to 64 letters, digits, "_" and "-".`,
  );
}

/** @throws UsageError where it is no number from 1 to `most`. */
export function parseNumber(
  flag: string,
  given: string | undefined,
  usual: number,
  most: number,
): number {
  if (given === undefined) return usual;
  const number = /^[1-9]\d{0,8}$/.test(given) ? Number(given) : 0;
  if (number >= 1 && number <= most) return number;
  throw new UsageError(`Unexpected number "${given}" after ${flag}, expected 1 to ${most}.`);
}
