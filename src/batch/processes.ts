/** What is known of processes: our own, and those that other runs left their marks of. */
import { readdirSync, readFileSync } from 'node:fs';
import { availableParallelism, hostname, totalmem } from 'node:os';

export const ownPid = process.pid;
/** `v22.11.0`. */
export const nodeVersion = process.version;
export const host = hostname();

/** Whether a process of this machine runs. One of another user counts; one that has ended and whose parent hasn't asked for its end doesn't. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
  } catch (error) {
    if ((error as { code?: string }).code !== 'EPERM') return false;
  }
  return !/^[ZX]/i.test(statOf(pid)?.[0] ?? '');
}

/** When a process began, in a form that can only be compared; null where the system doesn't tell. It tells a process from a later one of the same id. */
export function startOf(pid: number): string | null {
  return statOf(pid)?.[19] ?? null;
}

/** What Linux tells of a process, from its state on; undefined elsewhere. */
function statOf(pid: number): string[] | undefined {
  try {
    // The name, second in the line, may hold spaces and brackets; the fields that follow are counted from its end.
    const line = readFileSync(`/proc/${pid}/stat`, 'latin1');
    return line.slice(line.lastIndexOf(')') + 2).split(' ');
  } catch {
    return undefined;
  }
}

/**
 * How long a process was ready to run and other processes had the cores, in milliseconds since it began; undefined where the system doesn't
 * tell. It is that of its main thread, which JavaScript runs in.
 *
 * @param pid - Default: this process, and in it the thread that asks.
 */
export function starvedTime(pid?: number): number | undefined {
  try {
    const file = `/proc/${pid ?? 'thread-self'}/schedstat`;
    const found = /^\d+ (\d+) /.exec(readFileSync(file, 'latin1'));
    return found ? Number(found[1]) / 1_000_000 : undefined;
  } catch {
    return undefined;
  }
}

/** Processes that were started with an argument; none where the system doesn't tell. */
export function processesWith(argument: string): number[] {
  try {
    return readdirSync('/proc')
      .filter((name) => /^\d+$/.test(name) && argumentsOf(name).includes(argument))
      .map(Number);
  } catch {
    return [];
  }
}

function argumentsOf(pid: string): string[] {
  try {
    // Of a process that has ended and is only still listed there are none.
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0');
  } catch {
    return [];
  }
}

/** Ends a process at once. */
export function kill(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL');
  } catch {
    // It has ended, or is another user's.
  }
}

/** The memory that a process holds, in bytes; undefined where the system doesn't tell. */
export function residentBytes(pid: number): number | undefined {
  try {
    const found = /^VmRSS:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/status`, 'latin1'));
    return found ? Number(found[1]) * 1024 : undefined;
  } catch {
    return undefined;
  }
}

/** What a worker takes once it has built a few hundred articles. */
const workerBytes = 400_000_000;
const mostJobs = 16;

/** How many articles are built at a time where nobody says: one a core, as far as memory goes. */
export function defaultJobs(): number {
  const fitting = Math.floor((totalmem() * 0.75) / workerBytes);
  return Math.max(1, Math.min(availableParallelism(), fitting, mostJobs));
}

/** Arguments of Node for a worker: ours, and what loads TypeScript where this code runs as it was written. */
export function workerArguments(own: readonly string[]): string[] {
  const inherited = process.execArgv.filter((each) => !each.startsWith('--inspect'));
  const needsLoader =
    import.meta.url.endsWith('.ts') && !inherited.some((each) => each.includes('tsx'));
  const loader = needsLoader ? ['--import', import.meta.resolve('tsx')] : [];
  return [...inherited, ...loader, ...own];
}

/** What of Node the outputs may depend on: its release, and the Unicode that it knows. */
export const nodeRelease = `${process.versions.node.split('.')[0]} ${process.versions['unicode'] ?? ''}`;
