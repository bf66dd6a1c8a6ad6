import { mkdirSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { articleBuilder } from '../../../src/batch/build-article.ts';
import { WriteError } from '../../../src/batch/file-system.ts';
import { lockFolder } from '../../../src/batch/lock.ts';
import { OutputFolder } from '../../../src/batch/output-folder.ts';
import { createPipeline } from '../../../src/index.ts';
import { failingDisk, type Call } from '../../support/failing-disk.ts';

const codes = ['ENOSPC', 'EIO', 'EACCES', 'EMFILE', 'EROFS'];

/** The calls that writing makes on a disk that works, each as often as it is made. */
function callsOf(act: (disk: ReturnType<typeof failingDisk>['disk']) => void): [Call, number][] {
  const { disk, calls } = failingDisk('statSync', Infinity, '');
  act(disk);
  return [...calls].flatMap(([call, count]) =>
    Array.from({ length: count }, (_, index): [Call, number] => [call, index + 1]),
  );
}

function outputFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'copydesk-disk-'));
  mkdirSync(join(folder, 'in'));
  writeFileSync(join(folder, 'in/a.md'), 'old');
  return folder;
}

describe.each([false, true])('a disk that fails, durable: %s', (durable) => {
  const write = (root: string, fs: ReturnType<typeof failingDisk>['disk']): void => {
    new OutputFolder(root, { durable, fs }).write('in/a.md', 'new content');
  };
  const calls = callsOf((disk) => write(outputFolder(), disk));

  it('is asked all that writing asks', () => {
    const names = calls.map(([call]) => call);
    expect(names).toEqual(
      expect.arrayContaining(['mkdirSync', 'openSync', 'writeFileSync', 'closeSync', 'renameSync']),
    );
    expect(names.includes('fsyncSync')).toBe(durable);
  });

  it.each(codes)('%s: says why, keeps what was there and leaves nothing else', (code) => {
    for (const [call, at] of calls) {
      const root = outputFolder();
      const where = `${call} ${at}`;
      let error: unknown;
      try {
        write(root, failingDisk(call, at, code).disk);
      } catch (thrown) {
        error = thrown;
      }
      const found = readdirSync(root, { recursive: true, encoding: 'utf8' }).sort();
      expect([where, found]).toEqual([where, ['in', join('in', 'a.md')]]);
      const content = readFileSync(join(root, 'in/a.md'), 'utf8');
      // Not every system lets a folder be opened; the file is in place by then.
      if (error === undefined) expect([where, content]).toEqual(['openSync 2', 'new content']);
      else {
        expect(error).toBeInstanceOf(WriteError);
        expect((error as Error).message).toContain(code);
        expect((error as Error).message).toContain('a.md');
        expect(['old', 'new content']).toContain(content);
        // Once the file is in place, only flushing its folder can fail.
        if (content !== 'old') expect(['fsyncSync 2', 'closeSync 2']).toContain(where);
      }
    }
  });
});

describe('a lock on a disk that fails', () => {
  it.each(codes)('%s: says why and leaves no lock', async (code) => {
    for (const call of ['mkdirSync', 'openSync', 'writeFileSync', 'closeSync'] as const) {
      const root = mkdtempSync(join(tmpdir(), 'copydesk-lock-'));
      const { disk } = failingDisk(call, 1, code);
      await expect(lockFolder(root, { fs: disk })).rejects.toThrow(code);
      expect([call, readdirSync(root)]).toEqual([call, []]);
    }
  });
});

describe('an article whose outputs can not be written', () => {
  it('is reported under a rule of its own, and the next one is built', async () => {
    const cwd = mkdtempSync(join(tmpdir(), 'copydesk-disk-'));
    mkdirSync(join(cwd, 'input'));
    for (const name of ['a', 'b']) {
      writeFileSync(
        join(cwd, `input/${name}.txt`),
        'A Headline\n\nThe ferry left in the morning.\n',
      );
    }
    const build = articleBuilder(createPipeline({ cwd, config: {} }), {
      output: join(cwd, 'output'),
      formats: ['markdown', 'json'],
      fs: failingDisk('writeFileSync', 2, 'ENOSPC').disk,
    });
    const article = (name: string) => ({
      article: { file: join(cwd, `input/${name}.txt`), path: `${name}.txt`, outputBase: name },
    });
    expect((await build(article('a'))).error).toMatchObject({
      ruleId: 'output/not-written',
      message: expect.stringContaining('no space is left on the disk (ENOSPC)') as unknown,
    });
    expect((await build(article('b'))).error).toBeUndefined();
    expect(readdirSync(join(cwd, 'output')).sort()).toEqual(['a.md', 'b.json', 'b.md']);
  });
});
