import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** A file that a page of the docs shows, in a block of code that names it: ` ```js file=a/b.js `. */
export interface DocFile {
  path: string;
  content: string;
  /** Where a page shows several versions of a file: which one. */
  step: string | undefined;
}

/** The files that a page of the docs shows, in their order. */
export function filesIn(page: string): DocFile[] {
  const text = readFileSync(fileURLToPath(new URL(`../../docs/${page}`, import.meta.url)), 'utf8');
  return [...text.matchAll(/^```\w+ file=(\S+)(?: step=(\d+))?\n(.*?)^```$/gms)].map(
    ([, path = '', step, content = '']) => ({ path, content, step }),
  );
}

/** Writes those of the files that stand below a folder into another. */
export function writeDocFiles(files: readonly DocFile[], below: string, folder: string): void {
  for (const { path, content } of files) {
    if (!path.startsWith(below)) continue;
    const target = join(folder, path.slice(below.length));
    mkdirSync(dirname(target), { recursive: true });
    writeFileSync(target, content);
  }
}
