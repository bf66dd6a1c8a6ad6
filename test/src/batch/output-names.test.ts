import { mkdirSync, mkdtempSync, readdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { randomNumbers } from '../../../bench/articles.ts';
import { WriteError } from '../../../src/batch/file-system.ts';
import { outputNameFault } from '../../../src/batch/output-name.ts';
import { OutputFolder } from '../../../src/batch/output-folder.ts';

const strict = { strict: true, windows: true };
const lenient = { strict: false, windows: false };

const pieces = [
  '..', '.', '/', '\\', '//', 'C:', 'con', 'NUL', 'aux.txt', 'com1', 'lpt9.md', 'a', 'b.md', ' ', '. ', '...', '~', '%2e%2e', '%2f',
  '\0', '\n', '\r', '\u202E', '\u2215', '\uFF0F', '\uFF0E\uFF0E', ':', '*', '?', '|', '<', '>', '"', "'", '$HOME', '$(id)', '`id`', '-rf', 'é', '文',
  '\uD800', 'x'.repeat(300), '..;', 'etc/passwd', '.copydesk.lock', '::$DATA', '\\\\?\\', 'file://', '🖋',
]; // prettier-ignore

function hostileNames(count: number): string[] {
  const number = randomNumbers(7);
  return Array.from({ length: count }, () =>
    Array.from(
      { length: 1 + Math.floor(number() * 5) },
      () => pieces[Math.floor(number() * pieces.length)] as string,
    ).join(number() < 0.5 ? '/' : ''),
  );
}

describe('names of outputs', () => {
  it('leads no one of 500 hostile names out of the folder', () => {
    const base = mkdtempSync(join(tmpdir(), 'copydesk-names-'));
    const root = join(base, 'deep/er/output');
    const folder = new OutputFolder(root);
    let refused = 0;
    for (const name of hostileNames(500)) {
      try {
        folder.write(name, 'x');
        const way = relative(root, resolve(root, name));
        expect(way).not.toMatch(/^\.\.(?:\/|$)/);
      } catch (error) {
        expect(error).toBeInstanceOf(WriteError);
        refused++;
      }
    }
    expect(refused).toBeGreaterThan(100);
    expect(refused).toBeLessThan(500);
    expect(readdirSync(base)).toEqual(['deep']);
    expect(readdirSync(join(base, 'deep/er'))).toEqual(['output']);
    const left = readdirSync(root, { recursive: true, encoding: 'utf8' });
    expect(left.filter((name) => name.endsWith('.tmp'))).toEqual([]);
  });

  it('takes of 500 hostile names only those that are good on every system, where an article brings them along', () => {
    for (const name of hostileNames(500)) {
      if (outputNameFault(name, strict) !== undefined) continue;
      const parts = name.split('/');
      for (const part of parts) {
        expect(part).not.toMatch(/[<>:"|?*\\]|^\.{0,2}$|[. ]$/);
        expect([...part].every((character) => character >= ' ')).toBe(true);
        expect(part).not.toMatch(/^(?:con|nul|aux|com1|lpt9)(?:\.|$)/i);
      }
    }
  });

  it.each(['../a', 'a/../../b', '/etc/passwd', '', 'a//b', './a', 'a\0b', 'a/..'])(
    'refuses %j',
    (name) => {
      expect(outputNameFault(name, lenient)).toBeDefined();
      expect(outputNameFault(name, strict)).toBeDefined();
    },
  );

  it.each([
    'con',
    'NUL.md',
    'Com1.tar.gz',
    'a:b',
    'C:/a',
    'a\\b',
    'a.',
    'a ',
    'a?',
    'a\tb',
    'lpt¹',
  ])('refuses %j on Windows, and of what an article brings along', (name) => {
    expect(outputNameFault(name, strict)).toBeDefined();
    expect(outputNameFault(name, lenient)).toBeUndefined();
  });

  it.each(['a.md', '2024/05/a.b.json', 'console.md', 'Überschrift – 1.md', '.hidden', 'company1'])(
    'takes %j',
    (name) => {
      expect(outputNameFault(name, strict)).toBeUndefined();
    },
  );
});

describe('symbolic links in the output folder', () => {
  function folders(): { root: string; outside: string } {
    const base = mkdtempSync(join(tmpdir(), 'copydesk-links-'));
    const root = join(base, 'output');
    const outside = join(base, 'outside');
    mkdirSync(root);
    mkdirSync(outside);
    return { root, outside };
  }

  it('are not followed out of it, however deep', () => {
    const { root, outside } = folders();
    symlinkSync(outside, join(root, 'out'));
    mkdirSync(join(root, 'a'));
    symlinkSync('../../outside', join(root, 'a/out'));
    for (const name of ['out/x.md', 'out/deep/x.md', 'a/out/x.md']) {
      expect(() => new OutputFolder(root).write(name, 'x')).toThrow(
        /leads out of the output folder/,
      );
    }
    expect(readdirSync(outside)).toEqual([]);
  });

  it('are followed where they stay inside, and where the folder itself is one', () => {
    const { root } = folders();
    mkdirSync(join(root, 'a'));
    symlinkSync('a', join(root, 'b'));
    symlinkSync(root, `${root}-link`);
    new OutputFolder(`${root}-link`).write('b/x.md', 'x');
    expect(readdirSync(join(root, 'a'))).toEqual(['x.md']);
  });

  it('are replaced where an output is to stand', () => {
    const { root, outside } = folders();
    writeFileSync(join(outside, 'x.md'), 'theirs');
    symlinkSync(join(outside, 'x.md'), join(root, 'x.md'));
    new OutputFolder(root).write('x.md', 'ours');
    expect(readdirSync(outside)).toEqual(['x.md']);
    expect(readdirSync(root)).toEqual(['x.md']);
  });
});
