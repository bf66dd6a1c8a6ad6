/** Temporary files that killed runs left behind. */
import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { realFileSystem, type FileSystem } from './file-system.ts';
import { host, isAlive, ownPid } from './processes.ts';

const pattern = /^\.copydesk-([0-9a-z]+)-(\d+)-[0-9a-f]{12}\.tmp$/;

/** Writing one file takes no hour: one that is older was left, whoever bears the process id now. */
const oldAfter = 3_600_000;

/** Names this machine in the name of a temporary file. */
export const hostTag = tagOf(host);

/** A name for a temporary file. Who writes it stands in it, so that a later run knows what was left by whom. */
export function temporaryName(): string {
  return `.copydesk-${hostTag}-${ownPid}-${randomBytes(6).toString('hex')}.tmp`;
}

/**
 * Removes what killed runs have left in folders: only temporary files of ours, and of them only those whose process has ended or that are
 * old. What can't be removed is left to the next run.
 *
 * @param pids - Only files of these processes, which have ended.
 * @returns how many were removed.
 */
export function removeLeftovers(
  folders: Iterable<string>,
  { pids, fs = realFileSystem }: { pids?: ReadonlySet<number>; fs?: FileSystem } = {},
): number {
  let removed = 0;
  for (const folder of folders) {
    for (const name of namesIn(folder, fs)) {
      const found = pattern.exec(name);
      if (!found) continue;
      const [, tag, id] = found;
      const file = join(folder, name);
      if (pids ? !pids.has(Number(id)) : !isLeft(file, tag as string, Number(id), fs)) continue;
      try {
        fs.unlinkSync(file);
        removed++;
      } catch {
        // Another run may have been quicker.
      }
    }
  }
  return removed;
}

function isLeft(file: string, tag: string, pid: number, fs: FileSystem): boolean {
  if (tag === hostTag && !isAlive(pid)) return true;
  try {
    return Date.now() - fs.lstatSync(file).mtimeMs > oldAfter;
  } catch {
    return false;
  }
}

function namesIn(folder: string, fs: FileSystem): string[] {
  try {
    return fs.readdirSync(folder);
  } catch {
    return [];
  }
}

/** FNV-1a: a short name is wanted, not a secret one. */
function tagOf(name: string): string {
  let hash = 0x811c9dc5;
  for (let index = 0; index < name.length; index++) {
    hash = Math.imul(hash ^ name.charCodeAt(index), 0x01000193);
  }
  return (hash >>> 0).toString(36);
}
