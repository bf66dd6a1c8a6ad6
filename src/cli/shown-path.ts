import { isAbsolute, relative, sep } from 'node:path';

/**
 * A path as it is shortest to read: from a folder where it stands below that, else the whole of it. With `/` on every system.
 *
 * @param folder - The working directory, or that of the config.
 */
export function shownPath(path: string, folder: string): string {
  const near = relative(folder, path);
  const isOutside = near === '..' || near.startsWith(`..${sep}`) || isAbsolute(near);
  return (near === '' ? '.' : isOutside ? path : near).split(sep).join('/');
}
