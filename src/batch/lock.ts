/** One run at a time writes to an output folder. */
import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { codeOf, realFileSystem, WriteError, type FileSystem } from './file-system.ts';
import { InputError } from './input-error.ts';
import { host, isAlive, ownPid, startOf } from './processes.ts';

export const lockName = '.copydesk.lock';

/** Who holds a lock. */
interface Owner {
  pid: number;
  host: string;
  /** When the process began, where the system tells: ids of processes are given again. */
  process: string | null;
  since: string;
  token: string;
}

/** Another run writes to the folder. */
export class LockError extends InputError {
  constructor(folder: string, owner: Partial<Owner> | undefined) {
    const who = owner?.pid
      ? `process ${owner.pid} on ${owner.host}, since ${owner.since}`
      : 'an unknown process';
    super(
      `Unexpected other run in ${folder}: ${who}, is writing there. Wait for it to end, or write elsewhere with --out. If there is none, remove ${lockName}.`,
    );
    this.name = 'LockError';
  }
}

export interface LockOptions {
  /** How long another run is waited for, in milliseconds. Default: 5000. */
  wait?: number | undefined;
  fs?: FileSystem | undefined;
  signal?: AbortSignal | undefined;
}

const beatEvery = 10_000;
/** A lock of another machine whose owner gave no sign for this long is stale; one that says nothing, after the shorter time. */
const staleAfter = 120_000;
const unreadableAfter = 10_000;
const askEvery = 100;

/**
 * Takes the lock of a folder, which is made where it is missing. The lock of a run that has ended is taken over.
 *
 * @returns what gives the lock back.
 * @throws LockError where another run keeps it; WriteError where the folder can't be written to.
 */
export async function lockFolder(
  folder: string,
  { wait = 5000, fs = realFileSystem, signal }: Readonly<LockOptions> = {},
): Promise<() => void> {
  const file = join(folder, lockName);
  const owner: Owner = {
    pid: ownPid,
    host,
    process: startOf(ownPid),
    since: new Date().toISOString(),
    token: randomBytes(8).toString('hex'),
  };
  const until = Date.now() + wait;
  for (;;) {
    if (tryLock(file, folder, owner, fs)) break;
    const seen = readLock(file, fs);
    if (seen === undefined) continue;
    if (isStale(seen)) {
      takeAway(file, seen.text, fs);
      continue;
    }
    if (Date.now() >= until) throw new LockError(folder, seen.owner);
    await sleep(askEvery, undefined, signal ? { signal } : {});
  }
  const beat = setInterval(() => touch(file, fs), beatEvery);
  beat.unref();
  return () => {
    clearInterval(beat);
    if (readLock(file, fs)?.owner?.token === owner.token) removeQuietly(file, fs);
  };
}

function tryLock(file: string, folder: string, owner: Owner, fs: FileSystem): boolean {
  let handle: number;
  try {
    fs.mkdirSync(folder, { recursive: true });
    handle = fs.openSync(file, 'wx');
  } catch (error) {
    if (codeOf(error) === 'EEXIST' && isFolder(folder, fs)) return false;
    throw new WriteError(`write to the output folder ${folder}`, error);
  }
  try {
    try {
      fs.writeFileSync(handle, JSON.stringify(owner));
    } finally {
      fs.closeSync(handle);
    }
  } catch (error) {
    removeQuietly(file, fs);
    throw new WriteError(`write to the output folder ${folder}`, error);
  }
  return true;
}

interface SeenLock {
  text: string;
  owner: Partial<Owner> | undefined;
  /** Milliseconds since its owner gave a sign. */
  age: number;
}

/** Undefined where it is gone meanwhile. */
function readLock(file: string, fs: FileSystem): SeenLock | undefined {
  try {
    const age = Date.now() - fs.statSync(file).mtimeMs;
    const text = fs.readFileSync(file, 'utf8');
    let owner: Partial<Owner> | undefined;
    try {
      owner = JSON.parse(text) as Partial<Owner>;
    } catch {
      // Its owner is about to write it, or was killed before.
    }
    return { text, owner, age };
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return undefined;
    throw new WriteError(`read ${file}`, error);
  }
}

function isStale({ owner, age }: SeenLock): boolean {
  if (typeof owner?.pid !== 'number') return age > unreadableAfter;
  if (owner.host !== host) return age > staleAfter;
  if (!isAlive(owner.pid)) return true;
  const start = startOf(owner.pid);
  return typeof owner.process === 'string' && start !== null && start !== owner.process;
}

/**
 * Takes a stale lock away. Another run may do the same at this moment and have a lock of its own there already: what was taken is looked at
 * again, and given back where it isn't the stale one.
 */
function takeAway(file: string, text: string, fs: FileSystem): void {
  const aside = `${file}.${randomBytes(6).toString('hex')}`;
  try {
    fs.renameSync(file, aside);
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return;
    throw new WriteError(`take over ${file}`, error);
  }
  try {
    if (fs.readFileSync(aside, 'utf8') !== text) fs.linkSync(aside, file);
  } catch {
    // A third run has the lock by now.
  }
  removeQuietly(aside, fs);
}

function touch(file: string, fs: FileSystem): void {
  try {
    const now = new Date();
    fs.utimesSync(file, now, now);
  } catch {
    // Whoever removed it wanted it so.
  }
}

function isFolder(path: string, fs: FileSystem): boolean {
  try {
    return fs.statSync(path).isDirectory();
  } catch {
    return false;
  }
}

function removeQuietly(file: string, fs: FileSystem): void {
  try {
    fs.rmSync(file, { force: true });
  } catch {
    // It is stale as soon as this process has ended.
  }
}
