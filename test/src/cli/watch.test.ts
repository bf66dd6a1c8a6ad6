import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { createPipeline } from '../../../src/index.ts';
import { run } from '../../../src/cli/program.ts';
import { newsroom, writeFiles } from '../../support/newsroom.ts';

const text = (word: string): string =>
  `A Headline About Ships\n\nThe ${word} left in the morning and came back late in the evening.\n`;

/** A watch that runs, and what it has printed. */
class Watch {
  readonly cwd: string;
  printed = '';
  readonly #controller = new AbortController();
  readonly #code: Promise<number>;

  constructor(cwd: string, ...args: string[]) {
    this.cwd = cwd;
    const print = (each: string): void => void (this.printed += each);
    this.#code = run(['build', '--watch', ...args], {
      cwd,
      stdout: print,
      stderr: print,
      stdin: async () => new Uint8Array(),
      interactive: false,
      color: false,
      interruption: () => ({ signal: this.#controller.signal, end: () => undefined }),
      now: () => performance.now(),
    });
  }

  async until(isDone: () => boolean, what: string): Promise<void> {
    const start = performance.now();
    while (!isDone()) {
      if (performance.now() - start > 20_000)
        throw new Error(`no ${what}; printed:\n${this.printed}`);
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
  }

  async started(): Promise<this> {
    await this.until(() => this.printed.includes('watching for changes'), 'start');
    this.printed = '';
    return this;
  }

  /** A file that is saved in two steps may be built twice: waits until nothing more comes. */
  async quiet(): Promise<void> {
    for (let last = ''; ; last = this.printed) {
      await new Promise((resolve) => setTimeout(resolve, 250));
      if (this.printed === last && (last === '' || last.endsWith('\n'))) return;
    }
  }

  /** Changes files, waits until the run that they cause is over, and gives what it printed. */
  async change(files: Record<string, string>, end = /ms\n$/): Promise<string> {
    await this.quiet();
    this.printed = '';
    writeFiles(this.cwd, files);
    await this.until(() => end.test(this.printed), 'run');
    return this.printed;
  }

  read(path: string): string {
    return readFileSync(join(this.cwd, path), 'utf8');
  }

  async end(): Promise<number> {
    this.#controller.abort('SIGINT');
    return this.#code;
  }
}

const watches: Watch[] = [];
const open = async (files: Record<string, string>, ...args: string[]): Promise<Watch> => {
  const watch = new Watch(newsroom(files), ...args);
  watches.push(watch);
  return watch.started();
};

afterEach(async () => {
  for (const watch of watches.splice(0)) await watch.end();
});

describe('build --watch', () => {
  it('builds the article that was saved, and no other', async () => {
    const watch = await open({
      'input/a.txt': text('ferry'),
      'input/b.txt': text('barge'),
      'pipeline.config.yaml': 'formats: [markdown]\n',
    });
    expect(watch.read('output/a.md')).toContain('The ferry left');
    const printed = await watch.change({ 'input/a.txt': text('tug') });
    expect(printed).toContain('changed: input/a.txt');
    expect(printed).toContain('1 article built');
    expect(watch.read('output/a.md')).toContain('The tug left');
    expect(await watch.end()).toBe(0);
  });

  it('takes up new articles, and goes on when one is removed', async () => {
    const watch = await open({
      'input/a.txt': text('ferry'),
      'pipeline.config.yaml': 'formats: [markdown]\n',
    });
    await watch.change({ 'input/b.txt': text('barge') });
    expect(watch.read('output/b.md')).toContain('The barge left');
    rmSync(join(watch.cwd, 'input/a.txt'));
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect(await watch.change({ 'input/b.txt': text('tug') })).toContain('1 article built');
  });

  it('builds all again when the config, a plugin, what it imports, or a vocabulary changes', async () => {
    const config = (words: string): string =>
      `formats: [json]\nplugins:\n  - ./plugins/house.ts\n  - house-style:\n      vocabulary: editorial/house.yaml\n${words}`;
    const plugin =
      "import { words } from './words.ts';\nexport default () => (_: unknown, file: { message: (text: string) => unknown }) => { file.message(words); };\n";
    const vocabulary = (word: string): string => `a:\n  extends: existence\n  tokens: [${word}]\n`;
    const watch = await open({
      'input/a.txt': text('ferry'),
      'pipeline.config.yaml': config(''),
      'plugins/house.ts': plugin,
      'plugins/words.ts': "export const words = 'one';\n",
      'editorial/house.yaml': vocabulary('ferry'),
    });
    const reasons = (): string[] =>
      (JSON.parse(watch.read('output/a.json')) as { messages: { reason: string }[] }).messages.map(
        ({ reason }) => reason,
      );
    expect(reasons()).toEqual(['one', 'Unexpected “ferry”, expected other words']);
    await watch.change({ 'plugins/words.ts': "export const words = 'two';\n" });
    expect(reasons()[0]).toBe('two');
    await watch.change({ 'plugins/house.ts': plugin.replace('(words)', "(words + '!')") });
    expect(reasons()[0]).toBe('two!');
    await watch.change({ 'editorial/house.yaml': vocabulary('evening') });
    expect(reasons()[1]).toBe('Unexpected “evening”, expected other words');
    await watch.change({
      'pipeline.config.yaml': config('rules:\n  house-style/existence: off\n'),
    });
    expect(reasons()).toEqual(['two!']);
  });

  it('goes on when the config is broken for a while', async () => {
    const watch = await open({
      'input/a.txt': text('ferry'),
      'pipeline.config.yaml': 'formats: [markdown]\n',
    });
    const printed = await watch.change({ 'pipeline.config.yaml': 'formats: [markdwon]\n' }, /\^\n/);
    expect(printed).toContain('Did you mean "markdown"?');
    await watch.change({ 'pipeline.config.yaml': 'formats: [json]\n' });
    expect(existsSync(join(watch.cwd, 'output/a.json'))).toBe(true);
  });

  it('builds an article when its decisions change', async () => {
    const watch = await open({
      'input/a.txt': text('ferry'),
      'input/b.txt': text('barge'),
      'pipeline.config.yaml': 'formats: [json]\n',
    });
    const printed = await watch.change({
      'input/a.decisions.yaml': 'title: Another Headline\n',
    });
    expect(printed).toMatch(/changed: input\/a\.decisions\.yaml\n/);
    expect(printed).toMatch(/1 article|1 failed/);
  });

  it('is quick', async () => {
    const paragraph =
      'The harbour of Lisbon said on Monday that the boats would run (Reuters, May 3, 2021). ';
    const article = (word: string): string =>
      `A Headline About Ships\n\nThe ${word} left.\n\n${`${paragraph.repeat(4)}\n\n`.repeat(20)}`;
    const watch = await open({ 'input/a.txt': article('ferry'), 'pipeline.config.yaml': '{}\n' });
    const times: number[] = [];
    for (let round = 0; round < 7; round++) {
      const start = performance.now();
      writeFileSync(join(watch.cwd, 'input/a.txt'), article(`tug${round}`));
      await watch.until(
        () =>
          existsSync(join(watch.cwd, 'output/a.html')) &&
          watch.read('output/a.html').includes(`tug${round} left`),
        'output',
      );
      times.push(performance.now() - start);
      await watch.quiet();
    }
    const median = times.sort((a, b) => a - b)[3] as number;
    console.log(
      `from saving to output: ${Math.round(median)} ms, at most ${Math.round(times[6] as number)} ms`,
    );
    // What it takes without the watch, at this time on this machine, which may be busy.
    const pipeline = createPipeline({ cwd: watch.cwd });
    const direct: number[] = [];
    for (let round = 0; round < 5; round++) {
      const start = performance.now();
      await pipeline.build({ value: article(`barge${round}`), path: 'input/a.txt' });
      direct.push(performance.now() - start);
    }
    const alone = direct.sort((a, b) => a - b)[2] as number;
    console.log(`the build alone: ${Math.round(alone)} ms`);
    expect(median).toBeLessThan(4 * alone + 300);
  });

  it('refuses what it can not do', async () => {
    const { command } = await import('../../support/newsroom.ts');
    const cwd = newsroom({ 'input/a.txt': text('ferry') });
    expect(await command(cwd, 'build', '-', '--watch')).toMatchObject({ code: 2 });
    expect((await command(cwd, 'build', '--watch', '--reporter', 'json')).stderr).toContain(
      '--reporter with --watch',
    );
  });
});
