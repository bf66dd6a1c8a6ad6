import { readdirSync, realpathSync, type Dirent } from 'node:fs';
import { join } from 'node:path';
import { statOf } from './stat-of.ts';

/**
 * All files of a folder and of the folders in it, by their absolute paths, in no order. Hidden ones are left out, links are followed, and what
 * can't be read holds nothing.
 *
 * @param folder - An absolute path.
 */
export function filesIn(folder: string): string[] {
  const files: string[] = [];
  const folders = [{ path: folder, within: [] as string[] }];
  for (let next = folders.pop(); next; next = folders.pop()) {
    for (const entry of entriesOf(next.path)) {
      if (entry.name.startsWith('.')) continue;
      const path = join(next.path, entry.name);
      const known = entry.isSymbolicLink() ? statOf(path) : entry;
      if (known?.isFile()) files.push(path);
      if (!known?.isDirectory()) continue;
      if (known === entry) folders.push({ path, within: next.within });
      else {
        // A link may lead to a folder that it stands in.
        const real = realpathSync(path);
        const within = [...next.within, realpathSync(next.path)];
        if (!within.some((each) => isWithin(each, real))) folders.push({ path, within });
      }
    }
  }
  return files;
}

const isWithin = (path: string, folder: string): boolean =>
  path === folder || path.startsWith(join(folder, '/'));

function entriesOf(folder: string): Dirent[] {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch {
    return [];
  }
}
