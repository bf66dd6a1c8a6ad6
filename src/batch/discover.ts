import { basename, extname, isAbsolute, relative, resolve, sep } from 'node:path';
import { isDecisionsPath } from '../decisions/path.ts';
import { readableExtensions } from '../readers/index.ts';
import { filesIn } from './files-in.ts';
import { InputError } from './input-error.ts';
import { statOf } from './stat-of.ts';

/** An article to be built. */
export interface ArticleFile {
  /** Absolute. */
  file: string;
  /** As shown in messages: relative to the working directory, with `/`. */
  path: string;
  /** Of the outputs: relative to the output folder, with `/`, without ending. */
  outputBase: string;
}

/**
 * The articles that files, folders and globs name, in the order of their paths; without any, all of the input folder.
 *
 * @throws InputError where a name matches nothing, or two articles would write the same output.
 */
export async function discover(
  names: readonly string[],
  cwd: string,
  inputRoot: string,
): Promise<ArticleFile[]> {
  const files = new Set<string>();
  if (names.length === 0) {
    const found = filesBelow(inputRoot, cwd);
    for (const file of found) files.add(file);
  }
  for (const name of names) for (const file of await expand(name, cwd)) files.add(file);
  const articles = [...files].sort(byCodeUnit).map((file) => toArticleFile(file, cwd, inputRoot));
  checkOutputs(articles);
  return articles;
}

async function expand(name: string, cwd: string): Promise<string[]> {
  const file = resolve(cwd, name);
  const known = statOf(file);
  if (known?.isDirectory()) return filesBelow(file, cwd);
  if (known && isDecisionsPath(file)) {
    throw new InputError(
      `Unexpected input "${name}": it holds decisions, expected the article that they are about.`,
    );
  }
  if (known) {
    checkReadable(name);
    return [file];
  }
  // Most names are those of files and folders.
  const { glob, isDynamicPattern } = await import('tinyglobby');
  if (!isDynamicPattern(name)) {
    throw new InputError(`Unexpected input "${name}": there is no such file or folder.`);
  }
  const found = await glob(name.split(sep).join('/'), {
    cwd,
    absolute: true,
    expandDirectories: false,
  });
  const readable = found.filter(isReadable).map((each) => resolve(each));
  if (readable.length === 0)
    throw new InputError(`Unexpected pattern "${name}": no article matches it.`);
  return readable;
}

function filesBelow(folder: string, cwd: string): string[] {
  const known = statOf(folder);
  const shown = shownPath(folder, cwd);
  if (!known?.isDirectory())
    throw new InputError(`Unexpected input folder "${shown}": there is no such folder.`);
  const readable = filesIn(folder).filter(isReadable);
  if (readable.length === 0) {
    throw new InputError(
      `Unexpected input folder "${shown}" without articles, expected files that end in ${readableExtensions.join(', ')}.`,
    );
  }
  return readable;
}

/** A name without an ending may be anything; one with an ending that isn't read is no article that was written as text. */
function checkReadable(name: string): void {
  const ending = extname(name);
  if (ending === '' || readableExtensions.includes(ending.toLowerCase())) return;
  const shown = JSON.stringify(name);
  throw new InputError(
    `Unexpected input ${shown}: files that end in ${ending} can't be read, expected ${readableExtensions.join(', ')}. To have it read as plain text, hand it over on standard input: copydesk build - < ${shown}`,
  );
}

/** Whether a file, by its name, is an article. */
export function isReadable(file: string): boolean {
  const name = file.toLowerCase();
  // Word keeps a file of this name beside one that is open.
  if (basename(file).startsWith('~$')) return false;
  // A sidecar beside an article is no article.
  return readableExtensions.some((extension) => name.endsWith(extension));
}

function toArticleFile(file: string, cwd: string, inputRoot: string): ArticleFile {
  const inside = relative(inputRoot, file);
  const outside = inside.startsWith('..') || isAbsolute(inside);
  const base = outside ? (file.split(sep).at(-1) as string) : inside.split(sep).join('/');
  return { file, path: shownPath(file, cwd), outputBase: outputBaseOf(base) };
}

/** An article's name without its ending. */
export function outputBaseOf(path: string): string {
  return path.replace(/\.[^./]+$/, '');
}

function shownPath(file: string, cwd: string): string {
  const near = relative(cwd, file);
  return (near === '' ? '.' : near).split(sep).join('/');
}

/** @throws InputError where two articles would write the same output. */
export function checkOutputs(articles: readonly ArticleFile[]): void {
  const owners = new Map<string, ArticleFile>();
  for (const article of articles) {
    const owner = owners.get(article.outputBase);
    if (owner) {
      throw new InputError(
        `Unexpected inputs "${owner.path}" and "${article.path}": both would write "${article.outputBase}". Rename one of them, or build them with different --out folders.`,
      );
    }
    owners.set(article.outputBase, article);
  }
}

/** An order that no locale changes. */
export function byCodeUnit(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
