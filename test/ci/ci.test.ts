/** The ready jobs, run in scratch repositories: the action's steps, the GitLab job of the docs, the hooks. */
import { execFileSync, spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { initFiles } from '../../src/cli/init/files.ts';
import { runAction } from '../support/action.mjs';
import { newsroom, writeFiles } from '../support/newsroom.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const page = readFileSync(join(root, 'docs/ci.md'), 'utf8');

/** A fenced block of the page, by the file that it is saved as. */
function blockOf(file: string): string {
  const escaped = file.replaceAll('.', '\\.');
  const match = new RegExp(`^\`\`\`\\S+ file=${escaped}\\n([\\s\\S]*?)^\`\`\`$`, 'm').exec(page);
  if (!match) throw new Error(`no block ${file}`);
  return match[1] as string;
}

const good = 'A Headline About Ships\n\nThe ferry left in the morning (Reuters, May 3, 2021).\n';
const bad =
  'A Headline About Ships\n\nThe ferry left in the morning (, May 3, 2021) and came back.\n';

/** A git repository with articles, in which copydesk is installed: a script that runs the source. */
function repository(files: Record<string, string>): string {
  const base = newsroom({});
  const cwd = join(base, 'repository');
  mkdirSync(join(cwd, 'node_modules/.bin'), { recursive: true });
  const bin = join(cwd, 'node_modules/.bin/copydesk');
  writeFileSync(
    bin,
    `#!/bin/sh\nexec "${process.execPath}" --import "${join(root, 'node_modules/tsx/dist/loader.mjs')}" "${join(root, 'src/cli.ts')}" "$@"\n`,
  );
  chmodSync(bin, 0o755);
  writeFiles(cwd, { '.gitignore': 'node_modules/\noutput/\n.copydesk/\n', ...files });
  git(cwd, 'init', '-q', '-b', 'main');
  commit(cwd, 'articles');
  return cwd;
}

function git(cwd: string, ...args: string[]): string {
  const identity = ['-c', 'user.name=A', '-c', 'user.email=a@example.org'];
  return execFileSync('git', [...identity, ...args], { cwd, encoding: 'utf8' });
}

function commit(cwd: string, subject: string): void {
  git(cwd, 'add', '-A');
  git(cwd, 'commit', '-qm', subject);
}

describe('action.yml', () => {
  const file = join(root, 'action.yml');

  it('annotates what it finds, and fails on errors alone', () => {
    const cwd = repository({ 'input/a.txt': good, 'input/b.txt': bad });
    const warned = runAction(file, { cwd });
    expect(warned.output).toMatch(/as the repository has it/);
    expect(warned.output).toMatch(/::warning [^\n]*file=input\/b\.txt,[^\n]*line=3/);
    expect(warned.code).toBe(0);
    expect(warned.summary).toMatch(/missing(?:-|&#45;)outlet/);
    expect(existsSync(join(cwd, 'output'))).toBe(false);

    const strict = runAction(file, { cwd, inputs: { 'max-warnings': '0', sarif: 'report.sarif' } });
    expect(strict.code).toBe(1);
    const sarif = JSON.parse(readFileSync(join(cwd, 'report.sarif'), 'utf8')) as {
      version: string;
    };
    expect(sarif.version).toBe('2.1.0');
  });

  it('looks at what has changed, at files with odd names, and builds', () => {
    const cwd = repository({ 'input/b.txt': bad });
    git(cwd, 'checkout', '-qb', 'work');
    writeFiles(cwd, { 'input/a new; "one".txt': good });
    commit(cwd, 'work');
    const changed = runAction(file, {
      cwd,
      inputs: { changed: 'true', base: 'main', 'max-warnings': '0' },
    });
    expect(changed.code, changed.output).toBe(0);
    const named = runAction(file, {
      cwd,
      inputs: { files: 'input/a new; "one".txt\n', command: 'build' },
    });
    expect(named.code, named.output).toBe(0);
    expect(existsSync(join(cwd, 'output/a new; "one".md'))).toBe(true);
    expect(existsSync(join(cwd, 'output/b.md'))).toBe(false);
  });

  it('refuses a command that is none', () => {
    const cwd = repository({ 'input/a.txt': good });
    const { code, output } = runAction(file, { cwd, inputs: { command: 'check; rm -rf .' } });
    expect(code).toBe(2);
    expect(output).toContain('::error::Unexpected command');
  });

  it('has an input for each line of the table in the docs, with the workflow of the docs', () => {
    const action = parse(readFileSync(file, 'utf8')) as { inputs: Record<string, unknown> };
    const listed = [...page.matchAll(/^\| `([\w-]+)` +\|/gm)].map(([, name]) => name);
    expect(listed).toEqual(Object.keys(action.inputs));
    const workflow = parse(blockOf('.github/workflows/articles.yml')) as {
      jobs: { check: { steps: { uses?: string; with?: Record<string, string> }[] } };
    };
    const step = workflow.jobs.check.steps.find(({ uses }) => uses?.startsWith('copydesk/'));
    for (const name of Object.keys(step?.with ?? {})) expect(action.inputs).toHaveProperty(name);
  });
});

/** Runs lines of a job in a shell in which npm installs nothing. */
function runLines(cwd: string, lines: readonly string[]): { code: number; output: string } {
  const script = [
    'npm() { :; }',
    'npx() { [ "$1" != --no-install ] || shift; "node_modules/.bin/$@"; }',
    ...lines,
  ].join('\n');
  const result = spawnSync('bash', ['-eo', 'pipefail', '-c', script], {
    cwd,
    encoding: 'utf8',
    env: { PATH: process.env['PATH'], HOME: process.env['HOME'], CI: 'true', GITLAB_CI: 'true' },
  });
  return { code: result.status ?? 1, output: result.stdout + result.stderr };
}

describe('the job for GitLab', () => {
  it('writes the report that it names', () => {
    const job = (
      parse(blockOf('.gitlab-ci.yml')) as Record<
        string,
        { script: string[]; artifacts: { reports: { codequality: string } } }
      >
    )['articles'];
    const cwd = repository({ 'input/a.txt': good, 'input/b.txt': bad });
    const { code, output } = runLines(cwd, job?.script ?? []);
    expect(code, output).toBe(1);
    const report = JSON.parse(
      readFileSync(join(cwd, job?.artifacts.reports.codequality ?? ''), 'utf8'),
    ) as object[];
    expect(report).toContainEqual(
      expect.objectContaining({ check_name: 'citations/missing-outlet', severity: 'minor' }),
    );
  });
});

describe('the jobs that init writes', () => {
  it('build what init writes', () => {
    const files = initFiles('news', '0.1.0', ['github', 'gitlab']);
    const cwd = repository(Object.fromEntries(files));
    const github = parse(files.get('.github/workflows/articles.yml') ?? '') as {
      jobs: { check: { steps: { run?: string }[] } };
    };
    const lines = github.jobs.check.steps.flatMap(({ run }) => run ?? []);
    expect(lines.length).toBeGreaterThan(1);
    const hub = runLines(cwd, lines);
    expect(hub.code, hub.output).toBe(0);
    expect(existsSync(join(cwd, 'output/lighthouse.html'))).toBe(true);
    const gitlab = parse(files.get('.gitlab-ci.yml') ?? '') as Record<string, { script: string[] }>;
    const lab = runLines(cwd, gitlab['articles']?.script ?? []);
    expect(lab.code, lab.output).toBe(0);
    expect(existsSync(join(cwd, 'gl-code-quality-report.json'))).toBe(true);
  });
});

describe('hooks before a commit', () => {
  it('the one for pre-commit checks the files that it is given', () => {
    const [hook] = parse(readFileSync(join(root, '.pre-commit-hooks.yaml'), 'utf8')) as {
      id: string;
      entry: string;
      files: string;
    }[];
    const config = parse(blockOf('.pre-commit-config.yaml')) as {
      repos: { hooks: { id: string; files: string; args: string[] }[] }[];
    };
    const used = config.repos[0]?.hooks[0];
    expect(used?.id).toBe(hook?.id);
    const cwd = repository({
      'articles/a.md': good,
      'articles/b.md': bad,
      'pipeline.config.yaml': 'input: articles\n',
    });
    const names = ['articles/a.md', 'articles/b.md', 'readme.md'];
    const due = names.filter((name) => new RegExp(used?.files ?? '').test(name));
    expect(due).toEqual(['articles/a.md', 'articles/b.md']);
    const line = (files: string[]): string =>
      `${hook?.entry} ${used?.args.join(' ')} ${files.join(' ')}`;
    expect(runLines(cwd, [line(['articles/a.md'])]).code).toBe(0);
    const failed = runLines(cwd, [line(due)]);
    expect(failed.code, failed.output).toBe(1);
    const own = new RegExp(hook?.files ?? '');
    expect(
      ['input/a.txt', 'input/2024/a.docx', 'input/a.decisions.yaml', 'other/a.md'].map((name) =>
        own.test(name),
      ),
    ).toEqual([true, true, false, false]);
  });

  it('the one for git keeps a bad article out', () => {
    const cwd = repository({
      'input/a.txt': good,
      'pipeline.config.yaml': 'rules:\n  citations/missing-outlet: error\n',
    });
    const hook = join(cwd, '.git/hooks/pre-commit');
    mkdirSync(join(cwd, '.git/hooks'), { recursive: true });
    writeFileSync(hook, blockOf('.git/hooks/pre-commit'));
    chmodSync(hook, 0o755);
    writeFiles(cwd, { 'input/with space.txt': bad });
    expect(() => commit(cwd, 'bad')).toThrow(/missing-outlet|Command failed/);
    writeFiles(cwd, { 'input/with space.txt': good });
    commit(cwd, 'good');
    expect(git(cwd, 'log', '--format=%s').trim().split('\n')).toEqual(['good', 'articles']);
    // A commit without articles is none of the hook's business.
    writeFiles(cwd, { 'notes.txt': 'x' });
    commit(cwd, 'notes');
  });
});
