import { existsSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { generateArticles } from '../../../bench/articles.ts';
import { lockFolder } from '../../../src/batch/lock.ts';
import { parseShard, shardOf } from '../../../src/batch/shard.ts';
import { contentsOf } from '../../support/batch-folder.ts';
import { copydesk, workspace, write } from './run.ts';

const config = 'plugins: [masthead, cleanup, citations]\nformats: [markdown, csl, bibtex]\n';

function project(count: number): string {
  const files: Record<string, string> = { 'pipeline.config.yaml': config };
  let index = 0;
  for (const { name, content } of generateArticles(count, { seed: 3, length: 1500 })) {
    files[`input/${index++ % 3}/${name}`] = content;
  }
  files['input/empty.txt'] = '';
  // The plugin fails on nothing here: a decision that can't be read does.
  files['input/broken.txt'] = 'A headline\n\nSome text.\n';
  files['input/broken.decisions.yaml'] = 'titel: [';
  files['input/stray.decisions.yaml'] = 'title: Nothing\n';
  return workspace(files);
}

const options = ['--no-cache', '--jobs', '1'];

async function shards(folder: string, count: number, command = 'build'): Promise<string[]> {
  const names: string[] = [];
  for (let index = 1; index <= count; index++) {
    names.push(`shard-${index}.json`);
    const own = command === 'build' ? options : [];
    await copydesk(folder, [
      command,
      ...own,
      '--shard',
      `${index}/${count}`,
      '--reporter',
      `json=shard-${index}.json`,
    ]);
  }
  return names;
}

const withoutRun = (report: string): unknown => {
  const { run: _run, ...rest } = JSON.parse(report) as Record<string, unknown>;
  return rest;
};

describe('a shard', () => {
  it('is told by number and count', () => {
    expect(parseShard('3/10')).toEqual({ index: 3, count: 10 });
    for (const wrong of ['0/3', '4/3', '3', '1/0', 'a/b', '1/2/3', '-1/2', '1.5/2', ' 1/2']) {
      expect(parseShard(wrong), wrong).toBeUndefined();
    }
  });

  it('has about as many articles as any other, and the same when others come', () => {
    const paths = Array.from({ length: 10_000 }, (_, index) => `2024/${index}.txt`);
    const sizes = new Map<number, number>();
    for (const path of paths) {
      const shard = shardOf(path, 10);
      sizes.set(shard, (sizes.get(shard) ?? 0) + 1);
    }
    expect([...sizes.keys()].sort((a, b) => a - b)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
    for (const size of sizes.values()) expect(Math.abs(size - 1000)).toBeLessThan(120);
    // Kept: another split would build what other machines have in their caches.
    expect(paths.slice(0, 8).map((path) => shardOf(path, 10))).toMatchInlineSnapshot(`
      [
        1,
        1,
        4,
        8,
        10,
        9,
        9,
        4,
      ]
    `);
  });

  it('is refused where it is none', async () => {
    const folder = workspace({ 'input/a.txt': 'A\n\nB.\n' });
    const { code, stderr } = await copydesk(folder, ['build', '--shard', '11/10']);
    expect(code).toBe(2);
    expect(stderr).toBe(
      'Unexpected shard "11/10", expected its number and how many there are: 3/10.\n',
    );
  });
});

describe('shards together', () => {
  it('build what one run builds, and say what it says', async () => {
    const folder = project(30);
    await copydesk(folder, ['build', ...options, '--reporter', 'json=whole.json']);
    const whole = contentsOf(join(folder, 'output'));
    rmSync(join(folder, 'output'), { recursive: true });

    const names = await shards(folder, 4);
    expect(existsSync(join(folder, 'output/bibliography.csl.json'))).toBe(false);
    const { code } = await copydesk(folder, ['merge', ...names, '-r', 'json=merged.json']);
    expect(code).toBe(1);
    expect(contentsOf(join(folder, 'output'))).toEqual(whole);
    expect(Object.keys(whole)).toContain('bibliography.bib');
    const merged = readFileSync(join(folder, 'merged.json'), 'utf8');
    expect(withoutRun(merged)).toEqual(
      withoutRun(readFileSync(join(folder, 'whole.json'), 'utf8')),
    );
    const shares = names.map(
      (name) =>
        (JSON.parse(readFileSync(join(folder, name), 'utf8')) as { articles: unknown[] }).articles
          .length,
    );
    expect(shares.every((share) => share > 0)).toBe(true);
    expect(shares.reduce((sum, share) => sum + share, 0)).toBe(33);
  });

  it('print as any report does', async () => {
    const folder = project(12);
    const names = await shards(folder, 3, 'check');
    for (const name of ['pretty', 'github', 'gitlab', 'sarif', 'junit', 'checkstyle']) {
      const whole = await copydesk(folder, ['check', '--reporter', name]);
      const merged = await copydesk(folder, ['merge', ...names, '--reporter', name]);
      const untimed = whole.stderr.replace(' · 0 ms', '');
      expect(merged, name).toEqual({ ...whole, stderr: untimed });
    }
    expect(readdirSync(folder)).not.toContain('output');
  });

  it('join whatever layout a report has', async () => {
    const folder = project(6);
    const names = await shards(folder, 2, 'check');
    const plain = await copydesk(folder, ['merge', ...names, '-r', 'json']);
    for (const name of names) {
      const report = JSON.parse(readFileSync(join(folder, name), 'utf8')) as unknown;
      writeFileSync(join(folder, name), JSON.stringify(report, undefined, 2));
    }
    expect(await copydesk(folder, ['merge', ...names, '-r', 'json'])).toEqual(plain);
  });

  it('are missed, doubled or torn reports not taken for a run', async () => {
    const folder = project(9);
    const [first = '', second = '', third = ''] = await shards(folder, 3, 'check');
    const fails = async (...names: string[]): Promise<string> => {
      const { code, stderr, stdout } = await copydesk(folder, ['merge', ...names, '-r', 'json']);
      expect([code, stdout]).toEqual([2, '']);
      return stderr;
    };
    expect(await fails(first, third)).toBe(
      'Missing reports of shard 2/3. --partial joins the others.\n',
    );
    expect(await fails(first, second, third, second)).toContain('both are of shard 2/3');
    expect(await fails('no.json')).toContain('there is no such file');
    const text = readFileSync(join(folder, second), 'utf8');
    write(folder, { 'torn.json': text.slice(0, text.lastIndexOf(']')) });
    const torn = await copydesk(folder, [
      'merge',
      first,
      'torn.json',
      third,
      '-r',
      'json=all.json',
    ]);
    expect([torn.code, torn.stderr]).toEqual([
      2,
      'Unexpected report "torn.json": its end is missing.\n',
    ]);
    expect(existsSync(join(folder, 'all.json'))).toBe(false);
    write(folder, { 'other.json': '{"version": 1}' });
    expect(await fails('other.json')).toContain('its reportVersion is not given, expected 1');
    const partial = await copydesk(folder, [
      'merge',
      first,
      third,
      '--partial',
      '-q',
      '-r',
      'json',
    ]);
    expect(partial.stderr).toBe('warning  Missing shard: 2/3\n');
  });
});

describe('the lock', () => {
  const share = (group: string, member: string): { share: { group: string; member: string } } => ({
    share: { group, member },
  });

  it('is shared by shards of one run, and by nobody else', async () => {
    const root = workspace();
    const first = await lockFolder(root, share('3-shards', '1'));
    const second = await lockFolder(root, { ...share('3-shards', '2'), wait: 0 });
    const others = [{}, share('3-shards', '1'), share('2-shards', '1')];
    for (const other of others) {
      await expect(lockFolder(root, { ...other, wait: 0 })).rejects.toThrow('is writing there');
    }
    first();
    await expect(lockFolder(root, { wait: 0 })).rejects.toThrow('.copydesk.3-shards.2.lock');
    second();
    const whole = await lockFolder(root, { wait: 0 });
    await expect(lockFolder(root, { ...share('3-shards', '1'), wait: 0 })).rejects.toThrow(
      'is writing there',
    );
    whole();
    expect(readdirSync(root)).toEqual([]);
  });

  it('is held by one kind at a time, whoever comes when', async () => {
    const root = workspace();
    const held = new Map<string, number>();
    let most = 0;
    const one = async (group: string | undefined, member: string): Promise<void> => {
      const own = group === undefined ? {} : share(group, member);
      const unlock = await lockFolder(root, { ...own, wait: 60_000 });
      const key = group ?? `alone ${member}`;
      held.set(key, (held.get(key) ?? 0) + 1);
      const kinds = [...held.values()].filter((count) => count > 0).length;
      most = Math.max(most, kinds);
      await new Promise((resolve) => setTimeout(resolve, 5));
      held.set(key, (held.get(key) as number) - 1);
      unlock();
    };
    const runs = Array.from({ length: 9 }, (_, index) =>
      one([undefined, '2-shards', '3-shards'][index % 3], String(index)),
    );
    await Promise.all(runs);
    expect(most).toBe(1);
  });

  it('of a shard that has ended is taken over', async () => {
    const root = workspace({
      '.copydesk.3-shards.1.lock': JSON.stringify({
        pid: 4_194_303,
        host: 'elsewhere',
        token: 'x',
      }),
    });
    await expect(lockFolder(root, { wait: 0 })).rejects.toThrow('process 4194303 on elsewhere');
    const { hostname } = await import('node:os');
    write(root, {
      '.copydesk.3-shards.1.lock': JSON.stringify({ pid: 4_194_303, host: hostname(), token: 'x' }),
    });
    (await lockFolder(root, { wait: 0 }))();
    expect(readdirSync(root)).toEqual([]);
  });
});
