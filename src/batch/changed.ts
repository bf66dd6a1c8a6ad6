/** Which articles have changed, as git has it. */
import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { basename, dirname, relative, resolve, sep } from 'node:path';
import type { Settings } from '../config/settings.ts';
import type { ArticleFile } from './discover.ts';
import { InputError } from './input-error.ts';

export interface ChangedArticles {
  articles: ArticleFile[];
  /** What was compared with, in words. */
  since: string;
  /** Set where all articles are taken: the file on which all of them depend and that has changed. */
  because?: string;
}

/** What an editor has decided of an article stands beside it. */
const sideFile = /\.decisions\.ya?ml$/;

/**
 * Those of the articles that have changed since a branch or commit: committed since the work forked off it, staged, not staged, or not yet
 * known to git. Where something has changed on which all depend (the config, a file that it names, a plugin of the house), all of them.
 *
 * @param base - Default: in a CI job what a merge request goes into, else the main branch.
 * @throws InputError where git can't tell.
 */
export async function changedArticles(
  articles: readonly ArticleFile[],
  settings: Settings,
  cwd: string,
  base: string | undefined,
  env: Readonly<Record<string, string | undefined>> = {},
): Promise<ChangedArticles> {
  const git = gitIn(cwd);
  // The way up to the top of the repository keeps symbolic links above it as they are.
  const up = (await git(['rev-parse', '--show-cdup'])).trimEnd();
  const root = resolve(cwd, up);
  if (!(await succeeds(git(['rev-parse', '--verify', '--quiet', 'HEAD'])))) {
    return { articles: [...articles], since: 'the beginning', because: 'nothing is committed yet' };
  }
  const { commit, name } = await forkPoint(git, cwd, base, env);
  const top = gitIn(root);
  const [tracked, untracked] = await Promise.all([
    top(['diff', '--name-status', '--find-renames', '--no-ext-diff', '-z', commit, '--']),
    top(['ls-files', '--others', '--exclude-standard', '-z']),
  ]);
  const changed = new Set(
    [...pathsOf(tracked), ...untracked.split('\0')]
      .filter((path) => path !== '')
      .map((path) => resolve(root, path)),
  );
  const shared = sharedFile(changed, settings);
  if (shared !== undefined) {
    const shown = relative(cwd, shared).split(sep).join('/');
    return { articles: [...articles], since: name, because: `"${shown}" has changed` };
  }
  const beside = new Set([...changed].filter((file) => sideFile.test(file)).map(withoutSide));
  return {
    articles: articles.filter(
      ({ file }) =>
        changed.has(file) || beside.has(file) || beside.has(file.replace(/\.[^./\\]+$/, '')),
    ),
    since: name,
  };
}

type Git = (args: readonly string[]) => Promise<string>;

function gitIn(cwd: string): Git {
  return (args) =>
    new Promise((done, fail) => {
      // A look at a repository must not be in the way of those who work in it.
      const options = { cwd, maxBuffer: 2 ** 30 };
      execFile('git', ['--no-optional-locks', ...args], options, (error, stdout, stderr) => {
        if (!error) done(stdout);
        else if ((error as NodeJS.ErrnoException).code === 'ENOENT') {
          fail(new InputError('--changed needs git, and there is no program of this name.'));
        } else if (args.includes('--show-cdup')) {
          fail(
            new InputError(
              `--changed needs a git repository, and "${cwd}" is in none. Name the articles instead.`,
            ),
          );
        } else {
          const [line = ''] = stderr.trim().split('\n');
          fail(new InputError(`git ${args[0] as string} failed: ${line || error.message}`));
        }
      });
    });
}

async function succeeds(work: Promise<unknown>): Promise<boolean> {
  return work.then(
    () => true,
    () => false,
  );
}

/** Where the work at hand forked off. */
async function forkPoint(
  git: Git,
  cwd: string,
  base: string | undefined,
  env: Readonly<Record<string, string | undefined>>,
): Promise<{ commit: string; name: string }> {
  const name = base ?? (await defaultBase(git, env));
  const isShallow = (await git(['rev-parse', '--is-shallow-repository'])).trim() === 'true';
  const deepen =
    'This clone is shallow: fetch its history (fetch-depth: 0 on GitHub, GIT_DEPTH: 0 on GitLab, git fetch --unshallow elsewhere).';
  if (
    !(await succeeds(
      git(['rev-parse', '--verify', '--quiet', '--end-of-options', `${name}^{commit}`]),
    ))
  ) {
    const help = isShallow
      ? deepen
      : existsSync(resolve(cwd, name))
        ? `To check an article, name it before: copydesk check ${name} --changed.`
        : 'Expected a branch, a tag or a commit; fetch it first where it is of another clone.';
    throw new InputError(`Unexpected base "${name}": git knows no commit of this name. ${help}`);
  }
  try {
    return { commit: (await git(['merge-base', 'HEAD', name])).trim(), name };
  } catch {
    const help = isShallow ? deepen : 'Name another base: --changed BASE.';
    throw new InputError(
      `Unexpected base "${name}": it has no commit in common with HEAD. ${help}`,
    );
  }
}

async function defaultBase(
  git: Git,
  env: Readonly<Record<string, string | undefined>>,
): Promise<string> {
  const target = env['GITHUB_BASE_REF'] || env['CI_MERGE_REQUEST_TARGET_BRANCH_NAME'];
  if (target) return `origin/${target}`;
  for (const name of ['origin/HEAD', 'origin/main', 'origin/master', 'main', 'master']) {
    if (await succeeds(git(['rev-parse', '--verify', '--quiet', `${name}^{commit}`]))) return name;
  }
  return 'HEAD';
}

/** The paths in what `git diff --name-status -z` prints; of a rename both. */
function pathsOf(output: string): string[] {
  const fields = output.split('\0');
  const paths: string[] = [];
  for (let at = 0; at < fields.length - 1;) {
    const count = /^[RC]/.test(fields[at] as string) ? 2 : 1;
    paths.push(...fields.slice(at + 1, at + 1 + count));
    at += 1 + count;
  }
  return paths;
}

function withoutSide(file: string): string {
  return file.replace(sideFile, '');
}

/** A changed file on which all articles depend; undefined where there is none. */
function sharedFile(changed: ReadonlySet<string>, settings: Settings): string | undefined {
  const { root, file, plugins, html } = settings;
  const named = new Set<string>();
  const folders = new Set<string>();
  if (file !== undefined) named.add(file);
  for (const name of ['package.json', 'package-lock.json', 'pnpm-lock.yaml', 'yarn.lock'])
    named.add(resolve(root, name));
  if (html.css !== undefined) named.add(resolve(root, html.css));
  for (const { name, options } of [...plugins, ...html.plugins]) {
    // What stands beside a plugin of the house may be imported by it.
    if (/^\.{1,2}\//.test(name)) folders.add(dirname(resolve(root, name)));
    for (const text of textsIn(options)) named.add(resolve(root, text));
  }
  return [...changed].find(
    (path) =>
      named.has(path) ||
      ([...folders].some((folder) => path.startsWith(folder + sep)) &&
        /\.(?:[cm]?[jt]s|json|ya?ml)$/.test(basename(path)) &&
        !path.startsWith(settings.input + sep)),
  );
}

function textsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (typeof value !== 'object' || value === null) return [];
  return Object.values(value).flatMap(textsIn);
}
