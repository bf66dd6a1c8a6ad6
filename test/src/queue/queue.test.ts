import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { generateArticles } from '../../../bench/articles.ts';
import { articleNameFault, isJobData } from '../../../src/queue/job.ts';
import { parseQueueAddress } from '../../../src/queue/connection.ts';
import { contentsOf } from '../../support/batch-folder.ts';
import { startFakeS3 } from '../../support/fake-s3.ts';
import { tryQueue } from '../../support/queue.ts';
import { freePort, noRedis, startRedis, type RedisServer } from '../../support/redis.ts';
import { copydesk, workspace, write, type Printed } from '../cli/run.ts';

const root = fileURLToPath(new URL('../../..', import.meta.url));
const command = [
  process.execPath,
  '--import',
  import.meta.resolve('tsx'),
  join(root, 'src/cli.ts'),
];
const config = 'plugins: [masthead, cleanup]\n';
const secret = 'p@ss word:/';

describe('the address of a queue', () => {
  it('has user, password, database and TLS', () => {
    expect(parseQueueAddress('redis://localhost')).toMatchObject({
      options: { host: 'localhost', port: 6379, db: 0 },
      shown: 'redis://localhost:6379',
    });
    const address = parseQueueAddress(
      `rediss://news:${encodeURIComponent(secret)}@queue.example:6380/2`,
    );
    expect(address.options).toEqual({
      host: 'queue.example',
      port: 6380,
      db: 2,
      username: 'news',
      password: secret,
      tls: { servername: 'queue.example' },
    });
    expect(address.shown).toBe('rediss://queue.example:6380/2');
    expect(parseQueueAddress('rediss://[::1]:1').options).toMatchObject({ host: '::1', tls: {} });
  });

  it('is never repeated where it is wrong', () => {
    for (const wrong of ['http://u:hush@h', 'redis://u:hush@h/name', 'hush', 'redis://u:hush@/1']) {
      const parse = (): unknown => parseQueueAddress(wrong);
      expect(parse, wrong).toThrow('Unexpected address of the queue, expected redis://');
      expect(parse).not.toThrow('hush');
    }
  });

  it('is asked for', async () => {
    const { code, stderr } = await copydesk(workspace(), ['status']);
    expect([code, stderr]).toEqual([
      2,
      'Missing address of the queue: --queue redis://host:6379, or COPYDESK_QUEUE in the environment.\n',
    ]);
  });

  it('that nobody listens at ends the command', async () => {
    const url = `redis://user:hush@127.0.0.1:${await freePort()}`;
    const { code, stderr } = await copydesk(workspace(), ['status', '--queue', url]);
    expect(code).toBe(2);
    expect(stderr).toMatch(/^Unexpected failure to reach the queue at redis:\/\/127\.0\.0\.1:\d+: .*ECONNREFUSED/); // prettier-ignore
    expect(stderr).not.toContain('hush');
  });
});

describe('a job', () => {
  it('names articles below the input folder, and nothing else', () => {
    expect(articleNameFault('2024/a.txt')).toBeUndefined();
    for (const wrong of [
      '../a.txt',
      '/etc/a.txt',
      'a/../../b.txt',
      'a\\b.txt',
      'a.js',
      '',
      'a\0.txt',
      3,
    ]) {
      // prettier-ignore
      expect(articleNameFault(wrong), String(wrong)).toBeDefined();
    }
    expect(
      isJobData({ version: 2, run: 'a', total: 1, articles: [], done: {}, failures: [] }),
    ).toBe(false);
  });
});

if (noRedis !== undefined) console.warn(`the queue: ${noRedis}`);

describe.skipIf(noRedis !== undefined)('a queue on Redis', () => {
  let redis: RedisServer;
  beforeAll(async () => {
    redis = await startRedis();
  });
  afterAll(() => redis.stop());

  const env = (): Record<string, string> => ({ COPYDESK_QUEUE: redis.url });
  const articles = (count: number): Record<string, string> => {
    const files: Record<string, string> = { 'pipeline.config.yaml': config };
    let index = 0;
    for (const { name, content } of generateArticles(count, { seed: 5, length: 1500 })) {
      files[`input/${index++ % 3}/${name}`] = content;
    }
    return files;
  };
  const json = ({ stdout }: Printed): unknown => JSON.parse(stdout);

  it('takes a run once, and again when an article has changed', async () => {
    const folder = workspace(articles(10));
    const enqueue = (): Promise<Printed> =>
      copydesk(folder, ['enqueue', '--name', 'once', '--batch', '4'], env());
    expect((await enqueue()).stderr).toMatch(/^run [0-9a-f]{16} · 10 articles in 3 jobs\n$/);
    expect((await enqueue()).stderr).toMatch(/ · 10 articles in 3 jobs · all of it was there\n$/);
    const status = ['status', '--name', 'once', '--json'];
    expect(json(await copydesk(folder, status, env()))).toMatchObject({
      runs: [{ articles: 10, built: 0, failed: 0, left: 10 }],
      jobs: { waiting: 3, active: 0 },
      workers: 0,
      secondsLeft: null,
    });
    write(folder, { 'input/new.txt': 'A headline\n\nSome text.\n' });
    expect((await enqueue()).stderr).toMatch(/ · 11 articles in 3 jobs\n$/);
    const outside = workspace({ 'a.txt': 'A\n\nB.\n' });
    const { code, stderr } = await copydesk(
      folder,
      ['enqueue', join(outside, 'a.txt'), '--name', 'once'],
      env(),
    );
    expect([code, stderr.replace(/".*"/, '""')]).toEqual([
      2,
      'Unexpected input "": it is not in the input folder, which is all that workers know.\n',
    ]);
  });

  it('gives up what fails, says why, and tries it again when it is told to', async () => {
    const folder = workspace({
      ...articles(6),
      'input/bad.txt': 'A headline\n\nSome text.\n',
      'input/bad.decisions.yaml': 'titel: [',
    });
    const queue = ['--name', 'failing'];
    await copydesk(folder, ['enqueue', ...queue, '--batch', '4', '--attempts', '1'], env());
    const work = ['worker', ...queue, '--until-done', '--concurrency', '1'];
    const worked = await copydesk(folder, work, env());
    expect(worked.code).toBe(0);
    expect(worked.stderr).toContain('1 of 3 articles failed');
    expect(worked.stderr).toMatch(/6 articles built, 1 tries failed\n$/);
    const status = await copydesk(folder, ['status', ...queue], env());
    expect(status.code).toBe(1);
    expect(status.stdout).toMatch(
      /^run \w+ · 6 of 7 articles built \(85 %\) · 1 failed · 0 left\njobs · 0 waiting, 0 active, 0 to be tried again, 1 done, 1 given up\n/,
    );
    const failed = await copydesk(folder, ['status', ...queue, '--failed', '--json'], env());
    expect(json(failed)).toMatchObject([{ article: 'bad.txt' }]);
    expect((json(failed) as { message: string }[])[0]?.message).toContain('bad.decisions.yaml');
    rmSync(join(folder, 'input/bad.decisions.yaml'));
    const retried = await copydesk(folder, ['status', ...queue, '--retry-failed'], env());
    expect(retried.stderr).toBe('1 article is tried again\n');
    await copydesk(folder, work, env());
    const after = await copydesk(folder, ['status', ...queue, '--json'], env());
    expect(after.code).toBe(0);
    expect(json(after)).toMatchObject({ runs: [{ built: 7, failed: 0, left: 0 }], secondsLeft: 0 });
  });

  it('builds from a store of objects to a store of objects what a local build makes', async () => {
    process.env['AWS_ACCESS_KEY_ID'] = 'test';
    process.env['AWS_SECRET_ACCESS_KEY'] = 'test';
    const store = await startFakeS3(4);
    try {
      const picture = readFileSync(join(root, 'test/fixtures/docx/mill-stream-pandoc.docx'));
      const folder = workspace({ ...articles(8), 'input/sub/picture.docx': picture });
      write(folder, {
        'input/titled.txt': 'A headline\n\nSome text.\n',
        'input/titled.decisions.yaml': 'metadata:\n  title: Another headline\n',
      });
      await copydesk(folder, ['build', '--no-cache', '-q']);
      for (const name of Object.keys(contentsOf(join(folder, 'input')))) {
        store.objects.set(`raw/${name}`, readFileSync(join(folder, 'input', name)));
      }
      const away = workspace({ 'pipeline.config.yaml': config });
      const queue = ['--name', 'objects', '--s3-endpoint', store.endpoint, '--input', 's3://house/raw']; // prettier-ignore
      const enqueued = await copydesk(away, ['enqueue', ...queue, '--batch', '5'], env());
      expect(enqueued.stderr).toContain('10 articles in 2 jobs');
      const worked = await copydesk(
        away,
        ['worker', ...queue, '--out', 's3://house/built', '--until-done', '--concurrency', '2'],
        env(),
      );
      expect(worked.stderr).toMatch(/10 articles built\n$/);
      const built = [...store.objects].filter(([key]) => key.startsWith('built/'));
      const whole = contentsOf(join(folder, 'output'));
      expect(Object.keys(whole).some((name) => name.startsWith('sub/assets/'))).toBe(true);
      expect(built.map(([key]) => key.slice('built/'.length)).sort()).toEqual(Object.keys(whole));
      for (const [key, content] of built) {
        const file = join(folder, 'output', key.slice('built/'.length));
        expect(content.equals(readFileSync(file)), key).toBe(true);
      }
    } finally {
      await store.stop();
    }
  });

  it('gets back what a worker that is told to end has not begun', async () => {
    const folder = workspace(articles(300));
    const queue = ['--name', 'ending'];
    await copydesk(folder, ['enqueue', ...queue, '--batch', '300'], env());
    const first = start(folder, ['worker', ...queue, '--concurrency', '1', '--queue', redis.url]);
    const status = async (): Promise<{ runs: { built: number; left: number }[] }> =>
      json(await copydesk(folder, ['status', ...queue, '--json'], env())) as never;
    // Names alone: what is being written may be gone when it is looked at.
    const output = join(folder, 'output');
    const written = (): number =>
      existsSync(output)
        ? readdirSync(output, { recursive: true, encoding: 'utf8' }).filter((name) =>
            /^\d\/[^.][^/]*\.json$/.test(name),
          ).length
        : 0;
    while (written() < 10) await pause(20);
    first.child.kill('SIGTERM');
    const { code, printed } = await first.ended;
    expect(code).toBe(0);
    expect(printed).toContain('Ending what is at hand; the rest goes back to the queue');
    const built = Number(/(\d+) articles built\n$/.exec(printed)?.[1]);
    expect(built).toBeGreaterThan(5);
    expect(built).toBeLessThan(300);
    expect((await status()).runs).toMatchObject([{ built, left: 300 - built }]);
    const worked = await copydesk(
      folder,
      ['worker', ...queue, '--until-done', '--no-cache', '--concurrency', '1'],
      env(),
    );
    expect(worked.stderr).toMatch(new RegExp(`\\n${300 - built} articles built\\n$`));
    expect((await status()).runs).toMatchObject([{ built: 300, left: 0 }]);
    expect(Object.keys(contentsOf(join(folder, 'output')))).toHaveLength(900);
  });

  it('asks for a password, a user and a certificate', async () => {
    const port = await freePort();
    const folder = workspace(articles(2));
    execFileSync(
      'openssl',
      ['req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-keyout', 'key.pem', '-out', 'cert.pem', '-days', '2', '-subj', '/CN=localhost', '-addext', 'subjectAltName=DNS:localhost'], // prettier-ignore
      { cwd: folder, stdio: 'ignore' },
    );
    const acl = `user default off\nuser news on >${secret.replaceAll(' ', '')} ~copydesk* +@all -@dangerous +info +client +config|get\n`; // prettier-ignore
    writeFileSync(join(folder, 'users.acl'), acl);
    const guarded = await startRedis(
      ['--aclfile', join(folder, 'users.acl'), '--tls-port', String(port), '--tls-cert-file', join(folder, 'cert.pem'), '--tls-key-file', join(folder, 'key.pem'), '--tls-auth-clients', 'no'], // prettier-ignore
    );
    try {
      const password = encodeURIComponent(secret.replaceAll(' ', ''));
      const url = `rediss://news:${password}@localhost:${port}`;
      const own = { NODE_EXTRA_CA_CERTS: join(folder, 'cert.pem'), COPYDESK_QUEUE: url };
      const enqueued = await start(folder, ['enqueue'], own).ended;
      expect(enqueued.printed).toContain('2 articles in 1 job\n');
      const worked = await start(folder, ['worker', '--until-done', '--concurrency', '1'], own)
        .ended;
      expect(worked.printed).toMatch(/2 articles built\n$/);
      expect(worked.printed).toContain(`Waiting for articles of rediss://localhost:${port}, `);

      const wrong = await copydesk(folder, ['status'], {
        COPYDESK_QUEUE: `redis://news:wrong-hush@127.0.0.1:${guarded.port}`,
      });
      expect(wrong.code).toBe(2);
      expect(wrong.stderr).toMatch(/WRONGPASS|NOAUTH/);
      const untrusted = await copydesk(folder, ['status'], { COPYDESK_QUEUE: url });
      expect(untrusted.code).toBe(2);
      expect(untrusted.stderr).toContain('self-signed certificate');
      for (const { stderr } of [wrong, untrusted]) {
        expect(stderr).not.toContain('hush');
        expect(stderr).not.toContain(password);
      }
      expect(worked.printed + enqueued.printed).not.toContain('p@ss');
    } finally {
      await guarded.stop();
    }
  });

  it('loses and doubles nothing where a worker is killed and Redis restarts', async () => {
    // `npm run test:queue` does the same with 20,000 articles.
    const found = await tryQueue({
      command,
      config,
      articles: 600,
      length: 1500,
      workers: 3,
      batch: 20,
      stalledAfter: 3,
      disturbed: true,
    });
    expect(found).toMatchObject({
      built: 600,
      failed: 0,
      files: 1800 + 1,
      jobs: { waiting: 0, active: 0, delayed: 0, completed: 30, failed: 0 },
      missing: [],
      different: [],
      surplus: [],
      badEnds: [],
    });
    expect(found.killedAt).toBeGreaterThan(0);
    expect(found.restartedAt).toBeGreaterThan(0);
    expect(found.again).toContain('all of it was there');
  }, 600_000);

  function start(
    cwd: string,
    args: readonly string[],
    own: Record<string, string> = {},
  ): { child: ChildProcess; ended: Promise<{ code: number | null; printed: string }> } {
    const [program = '', ...before] = command;
    const child = spawn(program, [...before, ...args], { cwd, env: { ...process.env, ...own } });
    let printed = '';
    child.stdout.on('data', (data: Buffer) => (printed += String(data)));
    child.stderr.on('data', (data: Buffer) => (printed += String(data)));
    const ended = new Promise<{ code: number | null; printed: string }>((resolve) => {
      child.once('close', (code) => resolve({ code, printed }));
    });
    return { child, ended };
  }
});

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
