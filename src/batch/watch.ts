/** Watches files and folders, and hands over what has changed, one batch after the other. */
import { watch as watchPaths } from 'chokidar';
import { statSync } from 'node:fs';
import { basename, sep } from 'node:path';

export interface WatchOptions {
  /** Files and folders, absolute. */
  paths: readonly string[];
  /** Folders below these that are left alone, absolute. */
  ignored: readonly string[];
  /** Ends the watch. */
  signal: AbortSignal;
  /** Called when all files are known: from now on changes are seen, and wait until this is done. What it throws ends the watch. */
  onReady: () => Promise<void>;
  /** Takes the paths of files that have changed, come or gone. What changes meanwhile is handed over afterwards. */
  onChange: (files: ReadonlySet<string>) => Promise<void>;
  onError: (error: Error) => void;
}

/** A program that saves a file may do so in several steps; milliseconds. */
const settling = 25;
/** chokidar tells of no second change to a file within 50 ms of the first: after more than these, it is looked at again. */
const recheck = 75;

/** Watches until the signal is given. */
export async function watchFiles(options: Readonly<WatchOptions>): Promise<void> {
  const { paths, ignored, signal, onReady, onChange, onError } = options;
  const watcher = watchPaths([...paths], {
    ignoreInitial: true,
    ignored: (path) => isIgnored(path, paths, ignored),
  });
  let changed = new Set<string>();
  let timer: ReturnType<typeof setTimeout> | undefined;
  let work: Promise<void> | undefined;

  const schedule = (): void => {
    clearTimeout(timer);
    timer = setTimeout(start, settling);
  };
  const start = (): void => {
    if (work || changed.size === 0 || signal.aborted) return;
    const batch = new Map([...changed].map((path) => [path, stampOf(path)]));
    changed = new Set();
    work = onChange(new Set(batch.keys()))
      .catch((error: unknown) => onError(toError(error)))
      .finally(() => {
        work = undefined;
        start();
      });
    setTimeout(() => {
      const again = [...batch].filter(([path, stamp]) => stampOf(path) !== stamp);
      for (const [path] of again) changed.add(path);
      if (again.length > 0 && !signal.aborted) schedule();
    }, recheck);
  };
  watcher.on('all', (event, path) => {
    if (event === 'addDir' || event === 'unlinkDir') return;
    changed.add(path);
    schedule();
  });
  watcher.on('error', (error) => onError(toError(error)));

  try {
    await new Promise<void>((resolve, reject) => {
      if (signal.aborted) resolve();
      else signal.addEventListener('abort', () => resolve(), { once: true });
      watcher.on('ready', () => {
        if (signal.aborted) return;
        work = onReady()
          .catch(reject)
          .finally(() => {
            work = undefined;
            start();
          });
      });
    });
  } finally {
    clearTimeout(timer);
    await watcher.close();
    await work;
  }
}

/** Tells whether a file was written since. */
function stampOf(path: string): string | undefined {
  const known = statSync(path, { throwIfNoEntry: false });
  return known && `${known.mtimeMs} ${known.size}`;
}

function toError(error: unknown): Error {
  return error instanceof Error ? error : new Error(String(error));
}

/** Packages, hidden files and folders, and the temporary files of editors and of our own outputs. */
function isIgnored(path: string, roots: readonly string[], ignored: readonly string[]): boolean {
  if (roots.includes(path)) return false;
  if (ignored.some((folder) => path === folder || path.startsWith(folder + sep))) return true;
  const name = basename(path);
  return (
    name === 'node_modules' || name.startsWith('.') || name.endsWith('~') || name.startsWith('~$')
  );
}
