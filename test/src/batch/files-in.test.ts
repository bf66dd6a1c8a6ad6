import { mkdirSync, mkdtempSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { expect, it } from 'vitest';
import { filesIn } from '../../../src/batch/files-in.ts';

it('finds the files of a folder and of those in it, and none that are hidden', () => {
  const folder = mkdtempSync(join(tmpdir(), 'copydesk-'));
  mkdirSync(join(folder, 'a/b'), { recursive: true });
  mkdirSync(join(folder, '.hidden'));
  for (const name of ['one.txt', 'a/two.md', 'a/b/three', '.hidden/four.txt', 'a/.five.txt'])
    writeFileSync(join(folder, name), '');
  expect(namesIn(folder)).toEqual(['a/b/three', 'a/two.md', 'one.txt']);
});

it('follows links, and none of them in circles', () => {
  const folder = mkdtempSync(join(tmpdir(), 'copydesk-'));
  const other = mkdtempSync(join(tmpdir(), 'copydesk-'));
  mkdirSync(join(folder, 'a'));
  mkdirSync(join(folder, 'b'));
  writeFileSync(join(folder, 'a/one.txt'), '');
  writeFileSync(join(other, 'two.txt'), '');
  symlinkSync(other, join(folder, 'linked'));
  symlinkSync(join(folder, 'a/one.txt'), join(folder, 'file.txt'));
  symlinkSync(folder, join(folder, 'a/circle'));
  symlinkSync(join(folder, 'b'), join(folder, 'a/to-b'));
  symlinkSync(join(folder, 'a'), join(folder, 'b/to-a'));
  symlinkSync(join(folder, 'self'), join(folder, 'self'));
  symlinkSync(join(folder, 'nowhere'), join(folder, 'broken'));
  expect(namesIn(folder)).toEqual(['a/one.txt', 'b/to-a/one.txt', 'file.txt', 'linked/two.txt']);
});

it('finds nothing where there is no folder', () => {
  expect(filesIn('/nowhere/at/all')).toEqual([]);
});

function namesIn(folder: string): string[] {
  return filesIn(folder)
    .map((file) => relative(folder, file))
    .sort();
}
