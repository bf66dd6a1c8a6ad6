import { existsSync, statSync } from 'node:fs';
import { relative, resolve, sep } from 'node:path';
import { DecisionsError } from '../decisions/decisions-error.ts';
import { articleBaseOf } from '../decisions/path.ts';
import { readableExtensions } from '../readers/index.ts';
import { filesIn } from './files-in.ts';
import { failedOutcome, type FailedOutcome } from './outcome.ts';

/**
 * Files of decisions without their article, in the folders that are built: an article was renamed, or its decisions are in the wrong place.
 * What was decided would be lost without a word.
 *
 * @param names - Files, folders and globs as they were named; without any, the input folder is meant.
 */
export function strayDecisions(
  names: readonly string[],
  cwd: string,
  inputRoot: string | readonly string[],
): FailedOutcome[] {
  const named = names.length === 0 ? [inputRoot].flat() : names.map((name) => resolve(cwd, name));
  const folders = named.filter((path) => statSync(path, { throwIfNoEntry: false })?.isDirectory());
  const found = new Set<string>();
  for (const folder of folders) {
    for (const file of filesIn(folder)) {
      if (file.endsWith('.decisions.yaml') && !hasArticle(file)) found.add(file);
    }
  }
  return [...found].sort().map((file) => {
    const path = relative(cwd, file).split(sep).join('/');
    const base = articleBaseOf(path).split('/').at(-1) as string;
    const expected = readableExtensions.map((extension) => base + extension).join(', ');
    return failedOutcome(
      path,
      new DecisionsError(
        `Unexpected decisions without an article, expected one beside them: ${expected}`,
      ),
    );
  });
}

function hasArticle(decisions: string): boolean {
  return readableExtensions.some((extension) => existsSync(articleBaseOf(decisions) + extension));
}
