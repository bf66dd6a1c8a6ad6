import { mkdirSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { generateArticle } from '../../../bench/articles.ts';
import { articleBuilder, type Task } from '../../../src/batch/build-article.ts';
import { contentHash } from '../../../src/batch/cache/outputs.ts';
import { realFileSystem } from '../../../src/batch/file-system.ts';
import { createPipeline } from '../../../src/index.ts';
import { failingDisk, type Call } from '../../support/failing-disk.ts';

const pipeline = createPipeline({ config: { plugins: ['masthead'] } });
const formats = ['markdown', 'html', 'json'];
const endings: Record<string, string> = { markdown: 'md', html: 'html', json: 'json' };
const { content } = generateArticle(5, 2, { length: 260_000, format: 'text' });

/** A folder with a long article, whose outputs stand there from an earlier run. */
function newsroom(): { output: string; task: Task } {
  const folder = mkdtempSync(join(tmpdir(), 'copydesk-staged-'));
  const output = join(folder, 'out');
  mkdirSync(output);
  const file = join(folder, 'long.txt');
  writeFileSync(file, content);
  for (const format of formats) writeFileSync(join(output, `long.${endings[format]}`), 'old');
  return { output, task: { article: { file, path: 'long.txt', outputBase: 'long' } } };
}

const found = (output: string): string[] => readdirSync(output).sort();
const kept = ['long.html', 'long.json', 'long.md'];

describe('outputs of a long article', () => {
  it('are those of a build without files', async () => {
    const { output, task } = newsroom();
    await articleBuilder(pipeline, { output, formats })(task);
    const { outputs } = await pipeline.build({ value: content, path: task.article.file, formats });
    expect(found(output)).toEqual(kept);
    for (const format of formats) {
      const written = readFileSync(join(output, `long.${endings[format]}`), 'utf8');
      expect(written).toBe(outputs[format]);
    }
  });

  it('leave alone what was changed by hand', async () => {
    const { output, task } = newsroom();
    const record = { path: 'long.html', hash: contentHash('was'), size: 3, mtimeMs: 1 };
    const outcome = await articleBuilder(pipeline, { output, formats })({
      ...task,
      keep: [record],
    });
    expect(found(output)).toEqual(kept);
    expect(readFileSync(join(output, 'long.html'), 'utf8')).toBe('old');
    expect(readFileSync(join(output, 'long.md'), 'utf8')).not.toBe('old');
    expect(outcome.error).toBeUndefined();
  });

  it('are not written in a dry run', async () => {
    const { output, task } = newsroom();
    await articleBuilder(pipeline, { output, formats, dryRun: true })(task);
    expect(found(output)).toEqual(kept);
    expect(readFileSync(join(output, 'long.md'), 'utf8')).toBe('old');
  });

  it('all stay as they were where one of them can’t be made, and nothing else is left', async () => {
    for (const format of formats) {
      const { output, task } = newsroom();
      let parts = 0;
      const broken = {
        ...pipeline,
        build: (input: Parameters<typeof pipeline.build>[0]) => {
          const { sink } = input;
          return pipeline.build({
            ...input,
            sink: (each) => {
              const put = sink?.(each);
              return (part) => {
                put?.(part);
                if (each === format && ++parts === 2) throw new Error('no more');
                if (each === format && part.length > 100_000) throw new Error('no more');
              };
            },
          });
        },
      };
      const outcome = await articleBuilder(broken, { output, formats })(task);
      expect(outcome.error?.message).toContain('no more');
      expect(found(output)).toEqual(kept);
      for (const name of kept) expect(readFileSync(join(output, name), 'utf8')).toBe('old');
    }
  });

  it('on a disk that fails: say why, are whole, and leave nothing else', async () => {
    const calls: Call[] = ['openSync', 'writeFileSync', 'fstatSync', 'closeSync', 'renameSync'];
    const { outputs } = await pipeline.build({ value: content, path: 'long.txt', formats });
    for (const call of calls) {
      for (const at of [1, 2, 3]) {
        const { output, task } = newsroom();
        const { disk } = failingDisk(call, at, 'ENOSPC');
        const outcome = await articleBuilder(pipeline, { output, formats, fs: disk })(task);
        expect([call, at, outcome.error?.ruleId]).toEqual([call, at, 'output/not-written']);
        expect([call, at, found(output)]).toEqual([call, at, kept]);
        for (const format of formats) {
          const written = readFileSync(join(output, `long.${endings[format]}`), 'utf8');
          // Only a rename fails once others have been made.
          if (call !== 'renameSync') expect(written).toBe('old');
          else expect(['old', outputs[format]]).toContain(written);
        }
      }
    }
  });

  it('keep no file open', async () => {
    const { output, task } = newsroom();
    const open = new Set<number>();
    const fs = {
      ...realFileSystem,
      openSync: (...parameters: Parameters<typeof realFileSystem.openSync>) => {
        const handle = realFileSystem.openSync(...parameters);
        open.add(handle);
        return handle;
      },
      closeSync: (handle: number) => {
        open.delete(handle);
        realFileSystem.closeSync(handle);
      },
    };
    await articleBuilder(pipeline, { output, formats, fs })(task);
    expect(open.size).toBe(0);
    const failing = { ...fs, fstatSync: () => { throw new Error('broken'); } }; // prettier-ignore
    await articleBuilder(pipeline, { output, formats, fs: failing as unknown as typeof fs })(task);
    expect(open.size).toBe(0);
  });
});
