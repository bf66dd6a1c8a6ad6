/**
 * One run at a time writes to an output folder, or several that share the work: each of these has a lock of its own, beside which no lock of
 * another kind may stand.
 */
import { randomBytes } from 'node:crypto';
import { basename, dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { codeOf, realFileSystem, WriteError, type FileSystem } from './file-system.ts';
import { InputError } from './input-error.ts';
import { temporaryName } from './leftovers.ts';
import { host, isAlive, kill, ownPid, processesWith, startOf } from './processes.ts';
import { Interrupted } from './time-limit.ts';

export const lockName = '.copydesk.lock';
/** The lock of a run, or of one of a group that shares the work. */
const lockPattern = /^\.copydesk(?:\.([\w-]+)\.[\w-]+)?\.lock$/;

/** Runs of one group never write the same file, and may write to a folder at the same time. Letters, digits and hyphens. */
export interface LockShare {
  group: string;
  /** Told from the others of the group. */
  member: string;
}

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
  constructor(folder: string, name: string, owner: Partial<Owner> | undefined) {
    const who = owner?.pid
      ? `process ${owner.pid} on ${owner.host}, since ${owner.since}`
      : 'an unknown process';
    super(
      `Unexpected other run in ${folder}: ${who}, is writing there. Wait for it to end, or write elsewhere with --out. If there is none, remove ${name}.`,
    );
    this.name = 'LockError';
  }
}

export interface LockOptions {
  /** How long another run is waited for, in milliseconds. Default: 5000. */
  wait?: number | undefined;
  fs?: FileSystem | undefined;
  signal?: AbortSignal | undefined;
  /** Names the run; workers have it among their arguments, and are found by it when the run was killed. Default: one of chance. */
  token?: string | undefined;
  /** The group that the run belongs to. Default: none, the run has the folder for itself. */
  share?: LockShare | undefined;
}

const beatEvery = 10_000;
/** A lock of another machine whose owner gave no sign for this long is stale; one that says nothing, after the shorter time. */
const staleAfter = 120_000;
const unreadableAfter = 10_000;
const askEvery = 100;
/** Only what a run names itself: a lock may be anyone's file, and says which processes are ended. */
const tokenPattern = /^[0-9a-f]{32}$/;

/** A name for a run that no other has. */
export function runToken(): string {
  return randomBytes(16).toString('hex');
}

/**
 * Takes the lock of a folder, which is made where it is missing. The lock of a run that has ended is taken over, and workers that it has left
 * are ended before.
 *
 * @returns what gives the lock back.
 * @throws LockError where another run keeps it; WriteError where the folder can't be written to; Interrupted.
 */
export async function lockFolder(
  folder: string,
  {
    wait = 5000,
    fs = realFileSystem,
    signal,
    token = runToken(),
    share,
  }: Readonly<LockOptions> = {},
): Promise<() => void> {
  const file = join(folder, share ? `.copydesk.${share.group}.${share.member}.lock` : lockName);
  const owner: Owner = {
    pid: ownPid,
    host,
    process: startOf(ownPid),
    since: new Date().toISOString(),
    token,
  };
  const until = Date.now() + wait;
  for (;;) {
    let other: (SeenLock & { name: string }) | undefined;
    if (tryLock(file, folder, owner, fs)) {
      try {
        other = otherLock(folder, share, owner, fs);
      } catch (error) {
        removeQuietly(file, fs);
        throw error;
      }
      if (!other) break;
      // Two runs of different kinds that come at once see each other, and both step back.
      removeQuietly(file, fs);
    } else {
      const seen = readLock(file, fs);
      if (seen === undefined) continue;
      if (isStale(seen) && !hasWorkers(seen)) {
        if (takeAway(file, seen.text, owner, fs)) continue;
      }
      other = { ...seen, name: basename(file) };
    }
    if (Date.now() >= until) throw new LockError(folder, other.name, other.owner);
    await pause(signal);
  }
  clearGuard(file, fs);
  const beat = setInterval(() => touch(file, fs), beatEvery);
  beat.unref();
  return () => {
    clearInterval(beat);
    if (readLock(file, fs)?.owner?.token === owner.token) removeQuietly(file, fs);
  };
}

async function pause(signal: AbortSignal | undefined): Promise<void> {
  try {
    // Those that step back at the same time must not come back at the same time.
    await sleep(askEvery * (0.5 + Math.random()), undefined, signal ? { signal } : {});
  } catch {
    throw new Interrupted(signal?.reason === 'SIGTERM' ? 'SIGTERM' : 'SIGINT');
  }
}

/**
 * Whether workers of a run that has ended are still there. They end by themselves, but one may have looked after its run just before that
 * ended, and be about to write: they are ended.
 */
function hasWorkers({ owner }: SeenLock): boolean {
  if (owner?.host !== host || !tokenPattern.test(owner.token ?? '')) return false;
  const left = processesWith(owner.token as string);
  for (const pid of left) kill(pid);
  return left.length > 0;
}

/** A lock appears with all that it says: a run that is killed leaves none that names nobody. */
function tryLock(file: string, folder: string, owner: Owner, fs: FileSystem): boolean {
  const temporary = join(folder, temporaryName());
  try {
    fs.mkdirSync(folder, { recursive: true });
    if (fs.statSync(file, { throwIfNoEntry: false })) return false;
    const handle = fs.openSync(temporary, 'wx');
    try {
      fs.writeFileSync(handle, JSON.stringify(owner));
    } finally {
      fs.closeSync(handle);
    }
    link(temporary, file, owner, fs);
    return true;
  } catch (error) {
    if (codeOf(error) === 'EEXIST' && isFolder(folder, fs)) return false;
    throw new WriteError(`write to the output folder ${folder}`, error);
  } finally {
    removeQuietly(temporary, fs);
  }
}

function link(temporary: string, file: string, owner: Owner, fs: FileSystem): void {
  try {
    fs.linkSync(temporary, file);
    return;
  } catch (error) {
    if (!['ENOSYS', 'ENOTSUP', 'EOPNOTSUPP', 'EPERM', 'EMLINK'].includes(codeOf(error) ?? ''))
      throw error;
  }
  // Some file systems have no links, such as those of memory cards.
  const handle = fs.openSync(file, 'wx');
  try {
    try {
      fs.writeFileSync(handle, JSON.stringify(owner));
    } finally {
      fs.closeSync(handle);
    }
  } catch (error) {
    removeQuietly(file, fs);
    throw error;
  }
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

/** A lock of another kind in the folder; those of runs that have ended are taken away. */
function otherLock(
  folder: string,
  share: LockShare | undefined,
  owner: Owner,
  fs: FileSystem,
): (SeenLock & { name: string }) | undefined {
  for (const name of namesIn(folder, fs)) {
    const found = lockPattern.exec(name);
    if (!found || found[1] === share?.group) continue;
    const file = join(folder, name);
    const seen = readLock(file, fs);
    if (seen === undefined) continue;
    const isLeft = isStale(seen) && !hasWorkers(seen);
    if (!isLeft || !takeAway(file, seen.text, owner, fs)) return { ...seen, name };
  }
  return undefined;
}

function namesIn(folder: string, fs: FileSystem): string[] {
  try {
    return fs.readdirSync(folder);
  } catch (error) {
    throw new WriteError(`look into the output folder ${folder}`, error);
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
 * Takes a stale lock away. Only who holds the lock of locks may: of two runs that have both seen the stale one, the later would take away what
 * the earlier has put in its place.
 *
 * @returns whether it was tried; false where another run is at it.
 */
function takeAway(file: string, text: string, owner: Owner, fs: FileSystem): boolean {
  const guard = guardOf(file);
  if (!tryLock(guard, dirname(file), owner, fs)) {
    clearGuard(file, fs);
    return false;
  }
  try {
    if (readLock(file, fs)?.text === text) fs.unlinkSync(file);
  } catch (error) {
    if (codeOf(error) !== 'ENOENT') throw new WriteError(`take over ${file}`, error);
  } finally {
    removeQuietly(guard, fs);
  }
  return true;
}

/** A run that was killed while it took a lock over has left it. */
function clearGuard(file: string, fs: FileSystem): void {
  const guard = guardOf(file);
  const seen = readLock(guard, fs);
  if (seen && isStale(seen)) removeQuietly(guard, fs);
}

function guardOf(file: string): string {
  return `${file}.takeover`;
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
