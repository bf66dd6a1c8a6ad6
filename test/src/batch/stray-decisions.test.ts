import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { discover } from '../../../src/batch/discover.ts';
import { decisionsOn, sideFilesOf } from '../../../src/batch/side-files.ts';
import { strayDecisions } from '../../../src/batch/stray-decisions.ts';
import { defaultLimits, LimitError } from '../../../src/limits.ts';

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'copydesk-decisions-'));
  mkdirSync(join(folder, 'input', 'sub'), { recursive: true });
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const put = (path: string, content = ''): void =>
  writeFileSync(join(folder, 'input', path), content);

describe('files of decisions', () => {
  it('are no articles, and none may be named as one', async () => {
    put('a.txt', 'A text.');
    put('a.decisions.yaml');
    const articles = await discover([], folder, join(folder, 'input'));
    expect(articles.map(({ path }) => path)).toEqual(['input/a.txt']);
    await expect(
      discover(['input/a.decisions.yaml'], folder, join(folder, 'input')),
    ).rejects.toThrow(
      'Unexpected input "input/a.decisions.yaml": it holds decisions, expected the article that they are about.',
    );
  });

  it('belong to the article of their name, whatever its format', () => {
    expect(sideFilesOf('/x/a.docx')).toEqual(['/x/a.decisions.yaml']);
    expect(sideFilesOf('/x/a.b.html')).toEqual(['/x/a.b.decisions.yaml']);
    expect(sideFilesOf('/x.y/a')).toEqual(['/x.y/a.decisions.yaml']);
    put('a.decisions.yaml', 'citations:\n');
    expect(decisionsOn(join(folder, 'input', 'a.txt'), defaultLimits)).toBe('citations:\n');
    expect(decisionsOn(join(folder, 'input', 'b.txt'), defaultLimits)).toBeUndefined();
  });

  it('are not read where they are too large, or no file', () => {
    put('a.decisions.yaml', '#'.repeat(70_000));
    expect(() => decisionsOn(join(folder, 'input', 'a.txt'), defaultLimits)).toThrow(LimitError);
    expect(() => decisionsOn(join(folder, 'input', 'sub.txt'), defaultLimits)).not.toThrow();
    mkdirSync(join(folder, 'input', 'b.decisions.yaml'));
    expect(() => decisionsOn(join(folder, 'input', 'b.txt'), defaultLimits)).toThrow(
      'it is no regular file',
    );
  });

  it('are reported where no article stands beside them, in the folders that are built', async () => {
    put('a.txt', 'A text.');
    put('a.decisions.yaml');
    put('sub/gone.decisions.yaml');
    const all = await strayDecisions([], folder, join(folder, 'input'));
    expect(all).toMatchObject([
      { path: 'input/sub/gone.decisions.yaml', error: { ruleId: 'decisions/invalid' } },
    ]);
    expect(all[0]?.error.message).toContain('expected one beside them: gone.txt');
    expect(
      await strayDecisions(['input/sub', 'input'], folder, join(folder, 'input')),
    ).toHaveLength(1);
    expect(
      await strayDecisions(['input/a.txt', 'input/*.txt'], folder, join(folder, 'input')),
    ).toEqual([]);
  });
});
