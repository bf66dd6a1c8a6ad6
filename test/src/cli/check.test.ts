import { execFileSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { copydesk, workspace, write } from './run.ts';

const lost = (place: string): string =>
  `The harbour opens again\n\nThe harbour of ${place} opened again on Monday (, April 29, 2024). Ships had waited.\n`;
const sound = 'The harbour opens again\n\nThe harbour opened again on Monday. Ships had waited.\n';
const config = 'plugins: [masthead, citations]\n';

describe('check', () => {
  it('says what build says, and writes nothing', async () => {
    const folder = workspace({ 'input/a.txt': lost('Cork'), 'input/b.txt': sound });
    const checked = await copydesk(folder, ['check']);
    expect(readdirSync(folder)).toEqual(['input']);
    expect(readdirSync(join(folder, 'input'))).toEqual(['a.txt', 'b.txt']);
    const built = await copydesk(folder, ['build']);
    expect(checked.stderr).toBe(built.stderr.replace('2 articles built', '2 articles checked'));
    expect(checked.code).toBe(0);
  });

  it('fails on more warnings than there may be', async () => {
    const folder = workspace({ 'input/a.txt': lost('Cork'), 'pipeline.config.yaml': config });
    expect((await copydesk(folder, ['check', '--max-warnings', '1'])).code).toBe(0);
    expect((await copydesk(folder, ['check', '--max-warnings', '0'])).code).toBe(1);
    expect((await copydesk(folder, ['check', '--frail'])).code).toBe(1);
    write(folder, { 'pipeline.config.yaml': `${config}rules: { citations/*: error }\n` });
    expect((await copydesk(folder, ['check'])).code).toBe(1);
  });
});

describe('reporters', () => {
  const files = { 'input/a.txt': lost('Cork'), 'pipeline.config.yaml': config };

  it('go to several places at once, and files are there whole', async () => {
    const folder = workspace(files);
    const { stdout, stderr } = await copydesk(folder, [
      'check',
      '-r',
      'pretty',
      '-r',
      'json',
      '--reporter',
      'sarif=out.sarif',
      '-r',
      'junit=out.xml',
    ]);
    expect(stderr).toContain('citations/missing-outlet');
    expect(JSON.parse(stdout)).toMatchObject({ reportVersion: 1 });
    expect(JSON.parse(readFileSync(join(folder, 'out.sarif'), 'utf8'))).toMatchObject({
      version: '2.1.0',
    });
    expect(readFileSync(join(folder, 'out.xml'), 'utf8')).toMatch(/<\/testsuites>\n$/);
    expect(readdirSync(folder).sort()).toEqual([
      'input',
      'out.sarif',
      'out.xml',
      'pipeline.config.yaml',
    ]);
  });

  it('leave nothing behind where a run breaks off', async () => {
    const folder = workspace({ ...files, 'out.sarif/keep': '' });
    const { code, stderr } = await copydesk(folder, [
      'check',
      '-r',
      'json=a.json',
      '-r',
      'sarif=out.sarif',
    ]);
    expect(code).toBe(2);
    expect(stderr).toContain('Unexpected report file "out.sarif"');
    expect(readdirSync(folder).sort()).toEqual(['input', 'out.sarif', 'pipeline.config.yaml']);
  });

  it('fit the job that they run in', async () => {
    const folder = workspace(files);
    write(folder, { 'summary.md': 'before\n' });
    const summary = join(folder, 'summary.md');
    const onGitHub = await copydesk(folder, ['check'], {
      GITHUB_ACTIONS: 'true',
      GITHUB_STEP_SUMMARY: summary,
      GITHUB_WORKSPACE: join(folder, '..'),
    });
    expect(onGitHub.stderr).toMatch(/^::warning file=copydesk-cli-\w+\/input\/a\.txt,line=3,/m);
    expect(readFileSync(summary, 'utf8')).toMatch(/^before\n## copydesk\n[^]*### Warnings \(1\)/);
    const onGitLab = await copydesk(folder, ['check'], { GITLAB_CI: 'true' });
    expect(onGitLab.stderr).toContain('citations/missing-outlet');
    expect(
      JSON.parse(readFileSync(join(folder, 'gl-code-quality-report.json'), 'utf8')),
    ).toHaveLength(1);
    const asked = await copydesk(folder, ['check', '-r', 'pretty'], { GITHUB_ACTIONS: 'true' });
    expect(asked.stderr).not.toContain('::warning');
  });

  it('are no reason to fail a run where the summary of a job cannot be written', async () => {
    const folder = workspace(files);
    const env = { GITHUB_ACTIONS: 'true', GITHUB_STEP_SUMMARY: join(folder, 'no/such/file') };
    const { code, stderr } = await copydesk(folder, ['check'], env);
    expect(code).toBe(0);
    expect(stderr).toContain("The summary of the job can't be written");
  });
});

describe('overrides', () => {
  const files = {
    'input/news/a.txt': lost('Cork'),
    'input/opinion/b.txt': lost('Bari'),
    'input/opinion/old/c.txt': lost('Riga'),
  };
  const severities = async (overrides: string): Promise<Record<string, string>> => {
    const folder = workspace({ ...files, 'pipeline.config.yaml': `${config}${overrides}` });
    const { stdout } = await copydesk(folder, ['check', '-r', 'json']);
    const report = JSON.parse(stdout) as {
      articles: { path: string; findings: { severity: string }[] }[];
    };
    return Object.fromEntries(
      report.articles.map(({ path, findings }) => [path.at(-5), findings[0]?.severity ?? 'off']),
    );
  };

  it('count for the articles that their globs match, the last of them most', async () => {
    expect(
      await severities(
        'rules: { citations/*: info }\noverrides:\n  - files: opinion/**\n    rules: { citations/*: off, citations/missing-outlet: error }\n  - files: ["**/old/*", "!**/d.txt"]\n    rules: { citations/missing-outlet: off }\n',
      ),
    ).toEqual({ a: 'info', b: 'error', c: 'off' });
    expect(
      await severities('overrides:\n  - files: ["*.txt", "!b.txt"]\n    rules: { "*": error }\n'),
    ).toEqual({ a: 'error', b: 'warning', c: 'error' });
  });

  it('are reported where no article matches, in a run over all', async () => {
    const overrides = 'overrides:\n  - files: [opinion/**, letters/**]\n    rules: { "*": off }\n';
    const folder = workspace({ ...files, 'pipeline.config.yaml': `${config}${overrides}` });
    const { stderr } = await copydesk(folder, ['check']);
    expect(stderr).toContain('pipeline.config.yaml:3:25: Unexpected glob "letters/**"');
    expect(stderr).not.toContain('glob "opinion/**"');
    expect((await copydesk(folder, ['check', 'input/news'])).stderr).not.toContain(
      'Unexpected glob',
    );
  });

  it('leave the address of an explanation to the house', async () => {
    const folder = workspace({
      ...files,
      'pipeline.config.yaml': `${config}rulesUrl: https://desk.example/rules\n`,
    });
    const { stdout } = await copydesk(folder, ['check', 'input/news', '-r', 'json']);
    expect(stdout).toContain('"https://desk.example/rules#citationsmissing-outlet"');
  });
});

describe('the baseline', () => {
  const files = {
    'input/a.txt': lost('Cork'),
    'input/b.txt': lost('Bari'),
    'pipeline.config.yaml': config,
  };
  const baseline = ['--baseline', 'known.json'];

  it('leaves out what is known, wherever it has moved to, and shows what is new', async () => {
    const folder = workspace(files);
    const made = await copydesk(folder, ['check', ...baseline, '--update-baseline']);
    expect(made.stderr).toContain('2 findings in the baseline');
    expect(made.code).toBe(0);
    const moved = lost('Cork').replace(
      'The harbour of',
      'It rained.\n\nLong before, the harbour of',
    );
    write(folder, { 'input/a.txt': moved });
    const same = await copydesk(folder, ['check', ...baseline, '--frail']);
    expect(same.stderr).not.toContain('missing-outlet');
    expect(same.code).toBe(0);
    write(folder, {
      'input/a.txt': `${moved}\nThey sailed (, May 1, 2024). They sailed (, April 29, 2024).\n`,
    });
    const more = await copydesk(folder, ['check', ...baseline, '--frail']);
    expect(more.stderr.match(/missing-outlet/g)).toHaveLength(2);
    expect(more.code).toBe(1);
  });

  it('says what no longer occurs, and takes it out when it is asked', async () => {
    const folder = workspace(files);
    await copydesk(folder, ['check', ...baseline, '--update-baseline']);
    write(folder, { 'input/a.txt': sound });
    rmSync(join(folder, 'input/b.txt'));
    const some = await copydesk(folder, ['check', 'input/a.txt', ...baseline]);
    expect(some.stderr).toContain('1 finding of the baseline no longer occurs');
    const all = await copydesk(folder, ['check', ...baseline]);
    expect(all.stderr).toContain('2 findings of the baseline no longer occur');
    expect(all.stderr).toContain('  input/b.txt  citations/missing-outlet');
    await copydesk(folder, ['check', ...baseline, '--update-baseline']);
    expect(JSON.parse(readFileSync(join(folder, 'known.json'), 'utf8'))).toEqual({
      version: 1,
      articles: {},
    });
  });

  it('is the same from any folder, and sorted', async () => {
    const folder = workspace(files);
    await copydesk(folder, ['check', ...baseline, '--update-baseline']);
    const first = readFileSync(join(folder, 'known.json'), 'utf8');
    const inside = ['check', '../input/b.txt', '../input/a.txt', '-c', '../pipeline.config.yaml'];
    mkdirSync(join(folder, 'sub'));
    await copydesk(join(folder, 'sub'), [
      ...inside,
      '--baseline',
      '../known.json',
      '--update-baseline',
    ]);
    expect(readFileSync(join(folder, 'known.json'), 'utf8')).toBe(first);
    expect(Object.keys((JSON.parse(first) as { articles: object }).articles)).toEqual([
      'input/a.txt',
      'input/b.txt',
    ]);
    expect((await copydesk(folder, ['check', '--update-baseline'])).code).toBe(0);
    expect(existsSync(join(folder, 'copydesk-baseline.json'))).toBe(true);
  });

  it('keeps what it knows of articles that were not checked, and of such as failed', async () => {
    const folder = workspace(files);
    await copydesk(folder, ['check', ...baseline, '--update-baseline']);
    write(folder, {
      'house.mjs':
        "export default () => (_, file) => { if (file.path.endsWith('a.txt')) throw new Error('no'); };",
      'pipeline.config.yaml': 'plugins: [masthead, citations, ./house.mjs]\n',
    });
    const result = await copydesk(folder, ['check', ...baseline, '--update-baseline']);
    expect(result.code).toBe(1);
    expect(result.stderr).toContain('2 findings in the baseline');
  });
});

describe('--changed', () => {
  const git = (folder: string, ...args: string[]): void => {
    execFileSync('git', ['-c', 'user.name=a', '-c', 'user.email=a@b.example', ...args], {
      cwd: folder,
      stdio: 'pipe',
    });
  };
  const repository = (): string => {
    const folder = workspace({
      'input/a.txt': lost('Cork'),
      'input/ü b.txt': lost('Bari'),
      'input/c.txt': lost('Riga'),
      'editorial/entities.yaml': '[]\n',
      'pipeline.config.yaml': `${config}`,
    });
    git(folder, 'init', '-q', '-b', 'main');
    git(folder, 'add', '.');
    git(folder, 'commit', '-qm', 'one');
    git(folder, 'switch', '-qc', 'work');
    return folder;
  };
  const checked = async (folder: string, ...args: string[]): Promise<string[]> => {
    const { stdout } = await copydesk(folder, ['check', '-r', 'json', ...args]);
    return (JSON.parse(stdout) as { articles: { path: string }[] }).articles.map(
      ({ path }) => path,
    );
  };

  it('takes what is committed, staged, not staged and untracked', async () => {
    const folder = repository();
    expect(await checked(folder, '--changed')).toEqual([]);
    write(folder, { 'input/a.txt': lost('Lagos') });
    git(folder, 'commit', '-qam', 'two');
    expect(await checked(folder, '--changed')).toEqual(['input/a.txt']);
    write(folder, { 'input/ü b.txt': lost('Oslo') });
    git(folder, 'add', '.');
    write(folder, { 'input/d.txt': sound });
    expect(await checked(folder, '--changed')).toEqual([
      'input/a.txt',
      'input/d.txt',
      'input/ü b.txt',
    ]);
    expect(await checked(folder, '--changed', 'HEAD')).toEqual(['input/d.txt', 'input/ü b.txt']);
  });

  it('compares with where the work forked off, not with what others did since', async () => {
    const folder = repository();
    git(folder, 'switch', '-q', 'main');
    write(folder, { 'input/c.txt': lost('Split') });
    git(folder, 'commit', '-qam', 'others');
    git(folder, 'switch', '-q', 'work');
    write(folder, { 'input/a.txt': lost('Lagos') });
    expect(await checked(folder, '--changed', 'main')).toEqual(['input/a.txt']);
  });

  it('takes renamed articles, and leaves deleted ones', async () => {
    const folder = repository();
    renameSync(join(folder, 'input/a.txt'), join(folder, 'input/z.txt'));
    rmSync(join(folder, 'input/c.txt'));
    git(folder, 'add', '-A');
    expect(await checked(folder, '--changed')).toEqual(['input/z.txt']);
  });

  it('takes an article whose decisions have changed', async () => {
    const folder = repository();
    write(folder, { 'input/c.decisions.yaml': 'metadata:\n  title: Other\n' });
    expect(await checked(folder, '--changed')).toEqual(['input/c.txt']);
  });

  it('takes all where the config or what it names has changed', async () => {
    const folder = repository();
    write(folder, { 'pipeline.config.yaml': `${config}rules: {}\n` });
    const result = await copydesk(folder, ['check', '--changed']);
    expect(result.stderr).toContain('All articles are checked: "pipeline.config.yaml" has changed');
    expect(await checked(folder, '--changed')).toHaveLength(3);
    const named =
      'plugins:\n  - entities:\n      registry: editorial/entities.yaml\n  - ./house/a.mjs\n';
    write(folder, {
      'pipeline.config.yaml': named,
      'house/a.mjs': 'export default () => {};',
      'house/b.mjs': '',
    });
    git(folder, 'add', '.');
    git(folder, 'commit', '-qm', 'two');
    for (const path of ['editorial/entities.yaml', 'house/b.mjs']) {
      write(folder, { [path]: path.endsWith('yaml') ? '[]\n\n' : '//' });
      const { stderr } = await copydesk(folder, ['check', '--changed', 'HEAD']);
      expect(stderr).toContain(`"${path}" has changed`);
      git(folder, 'checkout', '-q', '--', '.');
    }
  });

  it('works from a folder within, and where nothing is committed yet', async () => {
    const folder = repository();
    write(folder, { 'input/a.txt': lost('Lagos') });
    const { stdout } = await copydesk(join(folder, 'input'), [
      'check',
      '-c',
      '../pipeline.config.yaml',
      '-r',
      'json',
      '--changed',
    ]);
    expect(stdout).toContain('"path":"a.txt"');
    const empty = workspace({ 'input/a.txt': sound });
    git(empty, 'init', '-q');
    expect((await copydesk(empty, ['check', '--changed'])).stderr).toContain(
      'nothing is committed yet',
    );
  });

  it('says what git can not tell', async () => {
    const outside = workspace({ 'input/a.txt': sound });
    const none = await copydesk(outside, ['check', '--changed']);
    expect(none.code).toBe(2);
    expect(none.stderr).toContain('--changed needs a git repository');
    const folder = repository();
    const unknown = await copydesk(folder, ['check', '--changed', 'mian']);
    expect(unknown.code).toBe(2);
    expect(unknown.stderr).toContain('Unexpected base "mian": git knows no commit of this name.');
    const file = await copydesk(folder, ['check', '--changed', 'input/a.txt']);
    expect(file.stderr).toContain('copydesk check input/a.txt --changed');
    write(folder, { 'input/a.txt': lost('Lagos') });
    git(folder, 'commit', '-qam', 'two');
    const clone = workspace();
    git(clone, 'clone', '-q', '--depth', '1', '--branch', 'work', `file://${folder}`, 'here');
    const shallow = await copydesk(join(clone, 'here'), ['check', '--changed', 'HEAD~1']);
    expect(shallow.code).toBe(2);
    expect(shallow.stderr).toContain('This clone is shallow');
  });
});

describe('fix', () => {
  const damaged =
    'The harbour opens\r\n\r\nThe ferry \uFB01nally left,, they said.  It "rained".\r\nEnd';

  it('puts the source right, and leaves every other byte', async () => {
    const folder = workspace({ 'input/a.txt': Buffer.from(`\uFEFF${damaged}`) });
    const { code, stderr } = await copydesk(folder, ['fix']);
    expect(code).toBe(0);
    expect(stderr).toBe('input/a.txt: 2 places fixed\n2 places fixed in 1 article\n');
    const fixed = `\uFEFF${damaged.replace('\uFB01', 'fi').replace(',,', ',')}`;
    expect(readFileSync(join(folder, 'input/a.txt'), 'utf8')).toBe(fixed);
    const { mtimeMs } = statSync(join(folder, 'input/a.txt'));
    expect((await copydesk(folder, ['fix'])).stderr).toBe('Nothing to fix\n');
    expect(statSync(join(folder, 'input/a.txt')).mtimeMs).toBe(mtimeMs);
  });

  it('sets typography where that is asked', async () => {
    const folder = workspace({
      'input/a.md': '# The harbour\n\nThey said "rain" -- and it *rained*...  All day.\n',
    });
    await copydesk(folder, ['fix', '--typography']);
    expect(readFileSync(join(folder, 'input/a.md'), 'utf8')).toBe(
      '# The harbour\n\nThey said “rain” — and it *rained*… All day.\n',
    );
    expect((await copydesk(folder, ['fix', '--typography'])).stderr).toBe('Nothing to fix\n');
  });

  it('prints a diff that git takes, and changes nothing', async () => {
    const folder = workspace({ 'input/a.txt': damaged });
    const { stdout, stderr } = await copydesk(folder, ['fix', '--dry-run']);
    expect(readFileSync(join(folder, 'input/a.txt'), 'utf8')).toBe(damaged);
    expect(stdout).toContain('--- a/input/a.txt\n+++ b/input/a.txt\n@@');
    expect(stderr).toBe('2 places to be fixed in 1 article\n');
    execFileSync('git', ['apply', '--whitespace=nowarn', '-'], { cwd: folder, input: stdout });
    expect(readFileSync(join(folder, 'input/a.txt'), 'utf8')).toBe(
      damaged.replace('\uFB01', 'fi').replace(',,', ','),
    );
  });

  it.each([
    [
      'utf16le',
      (text: string) => Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(text, 'utf16le')]),
    ],
    ['latin1', (text: string) => Buffer.from(text, 'latin1')],
  ])('keeps the encoding: %s', async (name, encode) => {
    const text =
      'Le café du port\n\nLe café était fermé,, dit le garçon à la fenêtre. Il était très tôt déjà.\n';
    const folder = workspace({ 'input/a.txt': encode(text) });
    await copydesk(folder, ['fix']);
    expect(readFileSync(join(folder, 'input/a.txt')), name).toEqual(
      encode(text.replace(',,', ',')),
    );
  });

  it('leaves what is suppressed, and formats that are out of reach', async () => {
    const kept =
      '# A\n\n<!-- copydesk-disable-next cleanup/*: as it was sent -->\n\nIt left,, they said.\n';
    const folder = workspace({ 'input/a.md': kept, 'input/b.html': '<p>It left,, they said.</p>' });
    const { stderr } = await copydesk(folder, ['fix']);
    expect(stderr).toContain('input/b.html: not fixed; html is out of reach');
    expect(readFileSync(join(folder, 'input/a.md'), 'utf8')).toBe(kept);
  });
});
