import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { discover } from '../../../src/batch/discover.ts';
import { InputError } from '../../../src/batch/input-error.ts';
import type { Outcome } from '../../../src/batch/outcome.ts';
import { runBatch } from '../../../src/batch/run.ts';
import { writeWhole } from '../../../src/batch/write-file.ts';
import { createPipeline } from '../../../src/index.ts';

function folderWith(files: Record<string, string>): string {
  const folder = mkdtempSync(join(tmpdir(), 'copydesk-batch-'));
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(join(folder, path, '..'), { recursive: true });
    writeFileSync(join(folder, path), content);
  }
  return folder;
}

const text =
  'A Headline About Ships\n\nThe ferry left in the morning and came back in the evening.\n';

describe('discover', () => {
  const files = {
    'input/b.txt': text,
    'input/2024/a.md': text,
    'input/notes.pdf': '',
    'other/c.txt': text,
    'other/d': text,
  };

  it('takes the input folder where nothing is named, in the order of paths', async () => {
    const cwd = folderWith(files);
    const found = await discover([], cwd, join(cwd, 'input'));
    expect(found.map(({ path, outputBase }) => [path, outputBase])).toEqual([
      ['input/2024/a.md', '2024/a'],
      ['input/b.txt', 'b'],
    ]);
  });

  it('takes files, also those without an ending, folders and globs, each once', async () => {
    const cwd = folderWith(files);
    const found = await discover(
      ['other', 'other/c.txt', 'other/d', 'input/**/*.md'],
      cwd,
      join(cwd, 'input'),
    );
    expect(found.map(({ path, outputBase }) => [path, outputBase])).toEqual([
      ['input/2024/a.md', '2024/a'],
      ['other/c.txt', 'c'],
      ['other/d', 'd'],
    ]);
  });

  it('names both inputs that would write the same file', async () => {
    const cwd = folderWith({ 'input/a.txt': text, 'input/a.md': text });
    await expect(discover([], cwd, join(cwd, 'input'))).rejects.toThrow(
      /"input\/a\.md" and "input\/a\.txt"/,
    );
    await expect(discover([], cwd, join(cwd, 'input'))).rejects.toBeInstanceOf(InputError);
  });
});

describe('writeWhole', () => {
  it('makes folders, replaces what is there and leaves nothing else', async () => {
    const folder = folderWith({ 'out/a.txt': 'old' });
    await writeWhole(join(folder, 'out/a.txt'), 'new');
    await writeWhole(join(folder, 'out/deep/er/b.txt'), 'new');
    expect(readFileSync(join(folder, 'out/a.txt'), 'utf8')).toBe('new');
    expect(readdirSync(join(folder, 'out'), { recursive: true }).sort()).toEqual([
      'a.txt',
      'deep',
      join('deep', 'er'),
      join('deep', 'er', 'b.txt'),
    ]);
  });

  it('leaves no temporary file where the target is a folder', async () => {
    const folder = folderWith({ 'out/a.txt/b.txt': '' });
    await expect(writeWhole(join(folder, 'out/a.txt'), 'new')).rejects.toThrow();
    expect(readdirSync(join(folder, 'out'))).toEqual(['a.txt']);
  });
});

describe('runBatch', () => {
  it('builds the others where a file can not be read', async () => {
    const cwd = folderWith({ 'input/a.txt': text, 'input/c.txt': text });
    symlinkSync(join(cwd, 'nowhere'), join(cwd, 'input/b.txt'));
    const pipeline = createPipeline({ cwd, config: {} });
    const article = (name: string) => ({
      file: join(cwd, 'input', `${name}.txt`),
      path: `input/${name}.txt`,
      outputBase: name,
    });
    const outcomes: Outcome[] = [];
    await runBatch(pipeline, ['a', 'b', 'c'].map(article), {
      output: join(cwd, 'output'),
      onOutcome: (outcome) => outcomes.push(outcome),
    });
    expect(outcomes.map(({ path, error }) => [path, error === undefined])).toEqual([
      ['input/a.txt', true],
      ['input/b.txt', false],
      ['input/c.txt', true],
    ]);
    expect(readdirSync(join(cwd, 'output')).sort()).toEqual([
      'a.html',
      'a.json',
      'a.md',
      'c.html',
      'c.json',
      'c.md',
    ]);
  });
});
