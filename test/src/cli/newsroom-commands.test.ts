/** The commands that set up a newsroom's repository, and those that look at it. */
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { nodeFinding } from '../../../src/cli/doctor/checks.ts';
import { withPlugin } from '../../../src/cli/new-plugin/index.ts';
import { command, newsroom, writeFiles } from '../../support/newsroom.ts';

const text = 'A Headline About Ships\n\nThe ferry left in the morning and came back late.\n';

describe('copydesk init', () => {
  it('makes what builds at once, with no warning', async () => {
    const cwd = newsroom({});
    const { code, stdout } = await command(cwd, 'init', 'news', '--ci', 'github,gitlab');
    expect(code).toBe(0);
    expect(stdout).toContain('Now: cd news && npm install && npm run build');
    const folder = join(cwd, 'news');
    expect(readdirSync(folder).sort()).toEqual([
      '.github',
      '.gitignore',
      '.gitlab-ci.yml',
      'editorial',
      'input',
      'package.json',
      'pipeline.config.yaml',
    ]);
    const built = await command(folder, 'build', '--frail');
    expect(built.code, built.stderr).toBe(0);
    expect(readFileSync(join(folder, 'output/lighthouse.md'), 'utf8')).toMatch(
      /\[\^1\]: .*Coastal Courier/,
    );
  });

  it('overwrites nothing, and writes nothing then', async () => {
    const cwd = newsroom({ 'package.json': '{}' });
    const { code, stderr } = await command(cwd, 'init');
    expect(code).toBe(2);
    expect(stderr).toContain('Unexpected package.json in .');
    expect(existsSync(join(cwd, 'pipeline.config.yaml'))).toBe(false);
    expect(readFileSync(join(cwd, 'package.json'), 'utf8')).toBe('{}');
  });

  it('refuses CI systems that it does not know', async () => {
    const { code, stderr } = await command(newsroom({}), 'init', '--ci', 'gitlag');
    expect(code).toBe(2);
    expect(stderr).toContain('Did you mean "gitlab"?');
  });
});

describe('copydesk new plugin', () => {
  it('writes a plugin that works, its test, and its line', async () => {
    const cwd = newsroom({
      'pipeline.config.yaml':
        '# ours\nformats: [json] # only\n\nplugins:\n  - masthead # first\n\nrules: {}\n',
      'input/a.txt': text.replace('The', 'teh'),
    });
    expect((await command(cwd, 'new', 'plugin', 'our-words')).code).toBe(0);
    expect(readFileSync(join(cwd, 'pipeline.config.yaml'), 'utf8')).toBe(
      '# ours\nformats: [json] # only\n\nplugins:\n  - masthead # first\n  - ./plugins/our-words.ts\n\nrules: {}\n',
    );
    const { code, stderr } = await command(cwd, 'build');
    expect(code).toBe(0);
    expect(stderr).toMatch(/3:1 +warning +Unexpected “teh” +our-words\/word/);
    expect(readFileSync(join(cwd, 'plugins/our-words.test.mjs'), 'utf8')).toContain(
      "'our-words/word'",
    );
    expect((await command(cwd, 'new', 'plugin', 'our-words')).stderr).toContain(
      'it is there already',
    );
  });

  it.each(['Our', 'a_b', 'citations', '../x', 'a--b'])('refuses the name %s', async (name) => {
    const cwd = newsroom({ 'pipeline.config.yaml': '{}\n' });
    expect((await command(cwd, 'new', 'plugin', name)).code).toBe(2);
    expect(existsSync(join(cwd, 'plugins'))).toBe(false);
  });

  it('needs a config', async () => {
    expect((await command(newsroom({}), 'new', 'plugin', 'words')).stderr).toContain(
      'copydesk init',
    );
  });

  it('lists it in any config', () => {
    expect(withPlugin('', './p.ts')).toContain('  - pull-quotes\n  - ./p.ts\n');
    expect(withPlugin('plugins: [masthead]\n', './p.ts')).toBe('plugins: [masthead, ./p.ts]\n');
    expect(withPlugin('# head\ninput: a\n', './p.ts')).toMatch(
      /^# head\ninput: a\nplugins:\n {2}- masthead\n/,
    );
  });
});

describe('copydesk plugins', () => {
  const config = `plugins:
  - masthead
  - remark-lint-no-literal-urls
  - remark-preset-lint-recommended
  - ./plugins/own.mjs: { word: a }
html:
  plugins: [rehype-slug]
`;
  const files = {
    'pipeline.config.yaml': config,
    'plugins/own.mjs': 'export default () => () => {};\n',
    'input/a.txt': text,
  };

  it('lists what runs, from where, in which order', async () => {
    const { code, stdout } = await command(newsroom(files), 'plugins', '--json');
    expect(code).toBe(0);
    const shown = JSON.parse(stdout) as Record<string, unknown>[];
    expect(shown[0]).toEqual({ position: 1, name: 'masthead', works: 'text', from: 'copydesk' });
    expect(shown[1]).toMatchObject({
      from: expect.stringMatching(/node_modules\/remark-lint-no-literal-urls$/) as string,
    });
    expect(shown.at(-2)).toEqual({
      position: shown.length - 1,
      name: './plugins/own.mjs',
      works: 'text',
      from: 'plugins/own.mjs',
      options: { word: 'a' },
    });
    expect(shown.at(-1)).toMatchObject({ position: 1, name: 'rehype-slug', works: 'page' });
    expect(shown.find(({ name }) => name === 'remark-lint:list-item-indent')).toMatchObject({
      options: 'one',
      from: expect.stringContaining('(preset remark-preset-lint-recommended)') as string,
    });
    expect((await command(newsroom(files), 'plugins')).stdout).toMatch(
      /^ *# +plugin +works on +from +options\n/,
    );
  });

  it('measures each', async () => {
    const { stdout } = await command(newsroom(files), 'plugins', '--timings', '--runs', '3');
    expect(stdout).toMatch(/ms\n/);
    expect(stdout).toMatch(/1 {2}masthead .* \d+\.\d\d\n/);
    expect(stdout).toContain('1 article, median of 3 runs; ');

    // One that only extends the syntax has nothing to do for an article, and takes no other's time.
    const slow =
      'export default () => () => { const end = performance.now() + 30; while (performance.now() < end); };\n';
    const cwd = newsroom({
      ...files,
      'pipeline.config.yaml': 'plugins: [remark-directive, ./plugins/slow.mjs]\n',
      'plugins/slow.mjs': slow,
    });
    const json = (await command(cwd, 'plugins', '--timings', '--runs', '1', '--json')).stdout;
    const shown = JSON.parse(json) as { milliseconds: number }[];
    expect(shown[0]?.milliseconds).toBe(0);
    expect(shown[1]?.milliseconds).toBeGreaterThanOrEqual(30);
  });

  it('refuses what it can not do', async () => {
    expect((await command(newsroom(files), 'plugins', 'input/a.txt')).code).toBe(2);
    expect((await command(newsroom(files), 'plugins', '--timings', '--runs', 'x')).code).toBe(2);
  });
});

describe('copydesk doctor', () => {
  it('finds nothing wrong with what init makes, once it is installed', async () => {
    const cwd = newsroom({});
    await command(cwd, 'init', 'news', '--ci', 'none');
    const folder = join(cwd, 'news');
    const schema = readFileSync(
      new URL('../../../schemas/pipeline.config.schema.json', import.meta.url),
      'utf8',
    );
    writeFiles(folder, { 'node_modules/copydesk/schemas/pipeline.config.schema.json': schema });
    const { code, stdout } = await command(folder, 'doctor');
    expect(stdout).toContain('ok       config: pipeline.config.yaml');
    expect(stdout).toContain(
      'ok       plugin house-style (ships with copydesk; reads editorial/house-style.yaml)',
    );
    expect(stdout).toContain('ok       models and data: a trial article was built');
    expect(stdout).toContain('ok       input: 1 article in input');
    expect(stdout).toMatch(/All is well\.\n$/);
    expect(code).toBe(0);
    expect(existsSync(join(folder, 'output'))).toBe(false);
  });

  it('tells each problem, and what to do', async () => {
    const cwd = newsroom({
      'pipeline.config.yaml': `# yaml-language-server: $schema=./old.json
output: taken
plugins:
  - house-style:
      vocabulary: house.yaml
  - ./own.mjs
  - citations:
      style: ap.csl
`,
      'old.json': '{}',
      'house.yaml': 'a:\n  extends: existence\n',
      'own.mjs': "import 'no-such-package-of-ours';\nexport default () => {};\n",
      taken: 'a file',
    });
    const { code, stdout } = await command(cwd, 'doctor');
    expect(code).toBe(1);
    expect(stdout).toContain(
      'problem  schema line: ./old.json is the schema of another version of copydesk\n          → let the line be: ',
    );
    expect(stdout).toMatch(
      /problem {2}plugin house-style: .*house\.yaml:1:1: Missing key "tokens" of rule "a"/,
    );
    expect(stdout).toMatch(
      /problem {2}plugin \.\/own\.mjs: [\s\S]*?→ npm install no-such-package-of-ours/,
    );
    expect(stdout).toMatch(/problem {2}plugin citations: /);
    expect(stdout).toContain('problem  input: ');
    expect(stdout).toContain('problem  output: taken can not be written to: it is a file');
    expect(stdout).toMatch(/\d problems\.\n$/);
  });

  it('says where a config is broken', async () => {
    const cwd = newsroom({ 'pipeline.config.yaml': 'plugin: []\n' });
    const { code, stdout } = await command(cwd, 'doctor');
    expect(code).toBe(1);
    expect(stdout).toContain('problem  config: pipeline.config.yaml:1:1: Unexpected key "plugin"');
  });

  it('knows which Node is too old', () => {
    expect(nodeFinding('v20.18.3').state).toBe('problem');
    expect(nodeFinding('v18.20.0').state).toBe('problem');
    expect(nodeFinding('v20.19.0').state).toBe('ok');
    expect(nodeFinding('v24.0.1').state).toBe('ok');
  });

  it('takes a folder without a config as it is', async () => {
    const cwd = newsroom({ 'input/a.txt': text });
    mkdirSync(join(cwd, 'output'));
    writeFileSync(join(cwd, '.gitignore'), 'output\n');
    const { code, stdout } = await command(cwd, 'doctor');
    expect(stdout).toContain('note     config: none');
    expect(code).toBe(0);
  });
});
