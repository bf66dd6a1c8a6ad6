/** Follows docs/add-a-format.md: writes the files that it shows, runs the command, and compares what it says is written. */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { forgetLocalModules } from '../src/config/import-plugin.ts';
import { filesIn, type DocFile } from './support/doc-files.ts';
import { command } from './support/newsroom.ts';

const folder = mkdtempSync(join(tmpdir(), 'copydesk-format-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const files = filesIn('add-a-format.md');
const write = ({ path, content }: DocFile): void => {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), content);
};
const isResult = ({ path }: DocFile): boolean => path.startsWith('output/');

it('shows an article, a config, and a format in two steps', () => {
  expect(files.map(({ path, step }) => `${path} ${step ?? ''}`.trim())).toEqual([
    'articles/quay.md',
    'pipeline.config.yaml',
    'formats/gemini.ts 1',
    'output/quay.gmi 1',
    'formats/gemini.ts 2',
    'output/quay.gmi 2',
  ]);
});

it.each(['1', '2'])('leads to what it shows in step %s', async (step) => {
  for (const file of files) {
    if (!isResult(file) && (file.step === undefined || file.step === step)) write(file);
  }
  // A reader of the page starts the command anew.
  forgetLocalModules(folder);
  const { code, stdout, stderr } = await command(folder, 'build', '--quiet');
  expect(code, stdout + stderr).toBe(0);
  const result = files.find((file) => isResult(file) && file.step === step) as DocFile;
  expect(readFileSync(join(folder, result.path), 'utf8')).toBe(result.content);
});
