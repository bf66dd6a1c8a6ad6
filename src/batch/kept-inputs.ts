/** Outputs must not take the place of articles. */
import { realpathSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import type { ArticleFile } from './discover.ts';
import { InputError } from './input-error.ts';

/**
 * Checks that no output has the place of an article of the run, also where folders are reached by symbolic links, or names differ by
 * capitals only, which some file systems do not tell apart.
 *
 * @param extensions - The endings of the outputs.
 * @throws InputError that names the article.
 */
export function checkInputsKept(
  articles: readonly ArticleFile[],
  output: string,
  extensions: readonly string[],
): void {
  const folders = new Map<string, string>();
  const placeOf = (file: string): string => {
    const folder = dirname(file);
    let real = folders.get(folder);
    if (real === undefined) folders.set(folder, (real = realFolder(folder)));
    return join(real, basename(file)).toLowerCase();
  };
  const root = placeOf(join(output, 'x')).slice(0, -1);
  const inputs = new Map<string, string>();
  for (const { file, path } of articles) {
    const place = placeOf(file);
    if (place.startsWith(root)) inputs.set(place, path);
  }
  if (inputs.size === 0) return;
  for (const { path, outputBase } of articles) {
    for (const extension of extensions) {
      const taken = inputs.get(placeOf(join(output, `${outputBase}.${extension}`)));
      if (taken === undefined) continue;
      const which = taken === path ? 'itself' : `"${taken}", which is an article as well`;
      throw new InputError(
        `Unexpected output folder: "${path}" would be written over ${which}. Write elsewhere with --out.`,
      );
    }
  }
}

/** A folder that isn't there yet is where its parent is. */
function realFolder(folder: string): string {
  try {
    return realpathSync(folder);
  } catch {
    const parent = dirname(folder);
    return parent === folder ? folder : join(realFolder(parent), basename(folder));
  }
}
