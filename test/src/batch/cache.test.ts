import { readdirSync, readFileSync, rmSync, statSync, unlinkSync, utimesSync, writeFileSync } from 'node:fs'; // prettier-ignore
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { BuildCache } from '../../../src/batch/cache/build-cache.ts';
import { environmentOf } from '../../../src/batch/cache/environment.ts';
import { discover } from '../../../src/batch/discover.ts';
import type { Outcome } from '../../../src/batch/outcome.ts';
import { createPipeline } from '../../../src/index.ts';
import { contentsOf, projectWith, put, runProject } from '../../support/batch-folder.ts';

const shout = (word: string): string =>
  `import { word } from './lib/word.mjs';\nexport default function shout() { return (tree, file) => { file.message(word + ' ${word}', { source: 'shout', ruleId: 'word' }); }; }\n`;
const files = {
  'pipeline.config.yaml': `plugins:\n  - masthead\n  - citations:\n      outlets: outlets.yaml\n  - ./shout.mjs\nformats: [markdown, json]\n`,
  'shout.mjs': shout('one'),
  'lib/word.mjs': `export const word = 'so';\n`,
  'outlets.yaml': `- name: The Northern Echo\n`,
  'input/a.txt': 'A Headline About Ships\n\nThe ferry left (, March 9) in the morning.\n',
  'input/in/b.txt': 'A Headline About Trains\n\nThe train left in the evening.\n',
};

interface RunSettings {
  force?: boolean;
  date?: string;
  version?: string;
}

function cacheOf(cwd: string, { date, version = '1' }: RunSettings): BuildCache {
  const { settings } = createPipeline({ cwd });
  return new BuildCache({
    folder: join(cwd, '.copydesk/cache'),
    environment: environmentOf(settings, { version, date, formats: settings.formats }),
    root: settings.root,
    output: settings.output,
    editedSetting: settings.rules['output/edited'],
  });
}

const run = (cwd: string, settings: RunSettings = {}): Promise<Outcome[]> =>
  runProject(cwd, { inProcess: true, cache: cacheOf(cwd, settings), ...settings });

const unchanged = (outcomes: readonly Outcome[]): boolean[] =>
  outcomes.map((outcome) => !outcome.error && outcome.unchanged === true);

const editedIn = (outcomes: readonly Outcome[]): string[] =>
  outcomes.flatMap((outcome) =>
    outcome.error
      ? []
      : outcome.article.messages
          .filter(({ ruleId }) => ruleId === 'output/edited')
          .map(({ reason }) => /"([^"]+)"/.exec(reason)?.[1] ?? ''),
  );

describe('a build that was done before', () => {
  it('is not done again, and is told as it was told then', async () => {
    const cwd = projectWith(files);
    const first = await run(cwd);
    expect(unchanged(first)).toEqual([false, false]);
    const before = statSync(join(cwd, 'output/a.md'));
    const second = await run(cwd);
    expect(unchanged(second)).toEqual([true, true]);
    expect(second.map((outcome) => ({ ...outcome, unchanged: undefined }))).toEqual(
      first.map((outcome) => ({ ...outcome, unchanged: undefined })),
    );
    expect(statSync(join(cwd, 'output/a.md')).ino).toBe(before.ino);
  });

  it('is known by content: a new time of a file is no change', async () => {
    const cwd = projectWith(files);
    await run(cwd);
    for (const name of ['input/a.txt', 'output/a.md', 'output/a.json']) {
      utimesSync(join(cwd, name), 1_000_000, 1_000_000);
    }
    expect(unchanged(await run(cwd))).toEqual([true, true]);
  });

  it.each<[string, (cwd: string) => void, boolean[]]>([
    ['the article', (cwd) => put(cwd, { 'input/a.txt': `${files['input/a.txt']}More.\n` }), [false, true]], // prettier-ignore
    ['its decisions', (cwd) => put(cwd, { 'input/a.decisions.yaml': 'metadata: { title: Other }\n' }), [false, true]], // prettier-ignore
    ['the config', (cwd) => put(cwd, { 'pipeline.config.yaml': `${files['pipeline.config.yaml']}rules: { "citations/missing-outlet": error }\n` }), [false, false]], // prettier-ignore
    ['a plugin of the house', (cwd) => put(cwd, { 'shout.mjs': shout('two') }), [false, false]],
    ['what such a plugin imports', (cwd) => put(cwd, { 'lib/word.mjs': `export const word = 'no';\n` }), [false, false]], // prettier-ignore
    ['a file that options name', (cwd) => put(cwd, { 'outlets.yaml': `- name: The Southern Echo\n` }), [false, false]], // prettier-ignore
    ['an output that was removed', (cwd) => unlinkSync(join(cwd, 'output/a.json')), [false, true]],
    ['nothing but a file that nobody names', (cwd) => put(cwd, { 'other.yaml': 'x' }), [true, true]], // prettier-ignore
  ])('is done again after a change of %s', async (_what, change, expected) => {
    const cwd = projectWith(files);
    await run(cwd);
    const before = contentsOf(join(cwd, 'output'));
    change(cwd);
    expect(unchanged(await run(cwd))).toEqual(expected);
    expect(Object.keys(contentsOf(join(cwd, 'output')))).toEqual(Object.keys(before));
    expect(unchanged(await run(cwd))).toEqual([true, true]);
  });

  it('is done again with another date, and by another version', async () => {
    const cwd = projectWith(files);
    await run(cwd);
    expect(unchanged(await run(cwd, { date: '2022' }))).toEqual([false, false]);
    expect(unchanged(await run(cwd, { date: '2022', version: '2' }))).toEqual([false, false]);
  });

  it('is done again where the cache is damaged, entry by entry', async () => {
    const cwd = projectWith(files);
    await run(cwd);
    const folder = join(cwd, '.copydesk/cache');
    const entries = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) =>
      name.endsWith('.json'),
    );
    expect(entries).toHaveLength(2);
    const entry = join(folder, entries[0] as string);
    const content = readFileSync(entry);
    const middle = Math.floor(content.length / 2);
    for (const damaged of [
      content.subarray(0, middle),
      Buffer.from(content).fill(0x20, middle, middle + 3),
      Buffer.alloc(0),
      Buffer.from('{}'),
    ]) {
      writeFileSync(entry, damaged);
      expect(unchanged(await run(cwd)).filter(Boolean)).toHaveLength(1);
    }
    rmSync(folder, { recursive: true });
    writeFileSync(folder, 'no folder');
    expect(unchanged(await run(cwd))).toEqual([false, false]);
    expect(unchanged(await run(cwd))).toEqual([false, false]);
  });
});

describe('an output that was changed by hand', () => {
  async function edited(): Promise<string> {
    const cwd = projectWith(files);
    await run(cwd);
    put(cwd, { 'output/a.md': 'by hand\n' });
    return cwd;
  }
  const outputOf = (cwd: string): string => readFileSync(join(cwd, 'output/a.md'), 'utf8');

  it('is kept and told, in each run', async () => {
    const cwd = await edited();
    for (let round = 0; round < 2; round++) {
      const outcomes = await run(cwd);
      expect(editedIn(outcomes)).toEqual(['a.md']);
      expect(unchanged(outcomes)).toEqual([true, true]);
      expect(outputOf(cwd)).toBe('by hand\n');
    }
  });

  it('is kept where a run was killed while it wrote the other outputs', async () => {
    const cwd = await edited();
    put(cwd, { 'input/a.txt': `${files['input/a.txt']}More.\n` });
    const cache = cacheOf(cwd, {});
    const [article] = await discover([], cwd, join(cwd, 'input'));
    const [outcome] = await run(cwd);
    if (!article || !outcome || outcome.error) throw new Error('not built');
    const lookup = cache.look(article, false);
    put(cwd, { 'input/a.txt': `${files['input/a.txt']}More still.\n` });
    const changed = cache.look(article, false);
    expect([lookup.state, changed.state]).toEqual(['unchanged', 'changed']);
    // This is all that such a run does before it is killed.
    cache.begin(article, outcome, changed.state === 'changed' ? changed.keep : []);
    put(cwd, { 'output/a.json': 'half of what was to be written' });

    expect(editedIn(await run(cwd))).toEqual(['a.md']);
    expect(outputOf(cwd)).toBe('by hand\n');
    expect(readFileSync(join(cwd, 'output/a.json'), 'utf8')).toContain('More still.');
  });

  it('is kept and told where the article changes, whose other outputs are written', async () => {
    const cwd = await edited();
    put(cwd, { 'input/a.txt': `${files['input/a.txt']}Something more.\n` });
    expect(editedIn(await run(cwd))).toEqual(['a.md']);
    expect(outputOf(cwd)).toBe('by hand\n');
    expect(readFileSync(join(cwd, 'output/a.json'), 'utf8')).toContain('Something more.');
    expect(editedIn(await run(cwd))).toEqual(['a.md']);
  });

  it('is written anew by force, once it is removed, and where no cache tells', async () => {
    const cwd = await edited();
    expect(editedIn(await run(cwd, { force: true }))).toEqual([]);
    expect(outputOf(cwd)).toContain('ferry');
    expect(unchanged(await run(cwd))).toEqual([true, true]);
    put(cwd, { 'output/a.md': 'by hand\n' });
    unlinkSync(join(cwd, 'output/a.md'));
    expect(editedIn(await run(cwd))).toEqual([]);
    expect(outputOf(cwd)).toContain('ferry');
    put(cwd, { 'output/a.md': 'by hand\n' });
    rmSync(join(cwd, '.copydesk'), { recursive: true });
    expect(editedIn(await run(cwd))).toEqual([]);
    expect(outputOf(cwd)).toContain('ferry');
  });

  it('is an output again once it is what the build makes', async () => {
    const cwd = projectWith(files);
    await run(cwd);
    const old = outputOf(cwd);
    put(cwd, { 'input/a.txt': 'Another Headline\n\nThe ferry left in the morning.\n' });
    await run(cwd);
    const made = outputOf(cwd);
    expect(made).not.toBe(old);
    put(cwd, { 'output/a.md': old, 'input/a.txt': files['input/a.txt'] });
    expect(editedIn(await run(cwd))).toEqual([]);
    expect(unchanged(await run(cwd))).toEqual([true, true]);
  });

  it('is told as the config says', async () => {
    const cwd = await edited();
    put(cwd, {
      'pipeline.config.yaml': `${files['pipeline.config.yaml']}rules: { output/edited: error }\n`,
    });
    const [first] = await run(cwd);
    const message = first?.error ? undefined : first?.article.messages[0];
    expect(message).toMatchObject({ ruleId: 'output/edited', severity: 'error' });
  });
});

describe('outputs whose article is gone', () => {
  it('are known, and only those that nobody changed are removed', async () => {
    const cwd = projectWith(files);
    await run(cwd);
    put(cwd, { 'output/a.md': 'by hand\n' });
    unlinkSync(join(cwd, 'input/a.txt'));
    await run(cwd);
    const cache = cacheOf(cwd, {});
    const articles = await discover([], cwd, resolve(cwd, 'input'));
    const gone = [...cache.vanished(articles)];
    expect(gone.map(({ outputBase }) => outputBase)).toEqual(['a']);
    expect(gone.flatMap((entry) => cache.prune(entry, unlinkSync))).toEqual(['a.json']);
    expect([...cache.vanished(articles)]).toEqual([]);
    expect(Object.keys(contentsOf(join(cwd, 'output')))).toEqual(['a.md', 'in/b.json', 'in/b.md']);
  });
});
