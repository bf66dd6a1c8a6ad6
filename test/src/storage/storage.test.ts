import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { FolderStorage } from '../../../src/storage/folder-storage.ts';
import { isMissing, MissingPackageError } from '../../../src/storage/missing-package.ts';
import { openStorage } from '../../../src/storage/open.ts';
import { S3Storage } from '../../../src/storage/s3-storage.ts';
import { StorageError, TooLargeError, type Storage } from '../../../src/storage/storage.ts';
import { startFakeS3, type FakeS3 } from '../../support/fake-s3.ts';

let store: FakeS3;
const folders: string[] = [];

beforeAll(async () => {
  process.env['AWS_ACCESS_KEY_ID'] = 'test';
  process.env['AWS_SECRET_ACCESS_KEY'] = 'test';
  store = await startFakeS3(3);
});
afterAll(async () => {
  await store.stop();
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

function folder(): string {
  const made = mkdtempSync(join(tmpdir(), 'copydesk-storage-'));
  folders.push(made);
  return made;
}

const s3 = (prefix: string, attempts?: number): Promise<Storage> =>
  S3Storage.open({ bucket: 'house', prefix, endpoint: store.endpoint, attempts });
const kinds: [string, () => Promise<Storage>][] = [
  ['a folder', async () => new FolderStorage(folder())],
  ['a store of objects', () => s3('raw/2024')],
];

describe.each(kinds)('%s', (_name, open) => {
  it('gives back what it was given, and lists it by prefix', async () => {
    const storage = await open();
    const names = ['a.txt', 'b/a.txt', 'b/c d.txt', 'b/é&<.txt', 'bc.txt', 'x/y/z.json', 'z.txt'];
    for (const name of names) await storage.write(name, `content of ${name}`);
    const listed: string[] = [];
    for await (const { path, size } of storage.list()) {
      expect(size).toBe(Buffer.byteLength(`content of ${path}`));
      listed.push(path);
    }
    expect(listed.sort()).toEqual([...names].sort());
    const below: string[] = [];
    for await (const { path } of storage.list('b/')) below.push(path);
    expect(below.sort()).toEqual(['b/a.txt', 'b/c d.txt', 'b/é&<.txt'].sort());
    expect(String(Buffer.from((await storage.read('b/é&<.txt')) ?? []))).toBe(
      'content of b/é&<.txt',
    );
  });

  it('tells a change by the tag', async () => {
    const storage = await open();
    await storage.write('a.txt', 'one');
    const before = await storage.stat('a.txt');
    await storage.write('a.txt', new TextEncoder().encode('three'));
    const after = await storage.stat('a.txt');
    expect(before).toMatchObject({ path: 'a.txt', size: 3 });
    expect(after?.tag).not.toBe(before?.tag);
    expect(after?.size).toBe(5);
  });

  it('knows what is not there', async () => {
    const storage = await open();
    expect(await storage.read('none.txt')).toBeUndefined();
    expect(await storage.stat('none.txt')).toBeUndefined();
    await storage.write('some.txt', 'x');
    await storage.delete('some.txt');
    await storage.delete('some.txt');
    expect(await storage.stat('some.txt')).toBeUndefined();
  });

  it('reads nothing that is too large', async () => {
    const storage = await open();
    await storage.write('large.txt', 'x'.repeat(1000));
    await expect(storage.read('large.txt', 999)).rejects.toBeInstanceOf(TooLargeError);
    expect((await storage.read('large.txt', 1000))?.length).toBe(1000);
  });
});

describe('a folder', () => {
  it('is written to as a whole, and never outside it', async () => {
    const root = folder();
    const storage = new FolderStorage(join(root, 'out'));
    await storage.write('a/b.txt', 'x');
    expect(readdirSync(join(root, 'out/a'))).toEqual(['b.txt']);
    await expect(storage.write('../b.txt', 'x')).rejects.toBeInstanceOf(StorageError);
    expect(readdirSync(root)).toEqual(['out']);
  });
});

describe('a store of objects', () => {
  it('is asked for one page after the other', async () => {
    const storage = await s3('pages');
    for (let index = 0; index < 10; index++) await storage.write(`${index}.txt`, 'x');
    store.requests.length = 0;
    let count = 0;
    for await (const { path } of storage.list()) if (path !== '') count++;
    expect(count).toBe(10);
    expect(store.requests).toHaveLength(4);
  });

  it('is asked again where it is overloaded', async () => {
    const storage = await s3('again');
    store.fail(503, 2);
    await storage.write('a.txt', 'x');
    store.fail(500, 2);
    expect(Buffer.from((await storage.read('a.txt')) ?? []).toString()).toBe('x');
  });

  it('that fails for good is an error in words', async () => {
    const storage = await s3('broken', 2);
    store.fail(503, 100);
    await expect(storage.write('a.txt', 'x')).rejects.toThrow(
      /^Unexpected failure to write a\.txt in s3:\/\/house\/broken: .*\(503\)$/,
    );
    store.fail(403, 1);
    await expect(storage.read('a.txt')).rejects.toThrow(/read a\.txt .*\(403\)/);
    store.fail(0, 0);
    const other = await S3Storage.open({ bucket: 'none', prefix: '', endpoint: store.endpoint });
    await expect(other.write('a.txt', 'x')).rejects.toThrow('there is no such bucket');
    await expect(other.list().next()).rejects.toThrow('there is no such bucket');
  });
});

describe('addresses', () => {
  it('are folders or buckets', async () => {
    expect((await openStorage('raw', { cwd: '/news' })).name).toBe('/news/raw');
    expect((await openStorage('s3://house/raw/', { cwd: '/' })).name).toBe('s3://house/raw');
    expect((await openStorage('s3://house', { cwd: '/' })).name).toBe('s3://house/');
    for (const wrong of ['s3:house', 's3:///raw', 's3://H/raw']) {
      await expect(openStorage(wrong, { cwd: '/' })).rejects.toThrow(
        `Unexpected address "${wrong}", expected s3://bucket/prefix.`,
      );
    }
  });

  it('say what to install', () => {
    const error = Object.assign(new Error("Cannot find package 'bullmq' imported from /x"), {
      code: 'ERR_MODULE_NOT_FOUND',
    });
    expect(isMissing(error, 'bullmq')).toBe(true);
    expect(isMissing(error, 'ioredis')).toBe(false);
    expect(new MissingPackageError('queues', ['bullmq', 'ioredis']).message).toBe(
      'Missing bullmq and ioredis for queues. To install: npm install bullmq ioredis',
    );
  });
});
