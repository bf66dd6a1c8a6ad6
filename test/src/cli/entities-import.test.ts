import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { readRegistry } from '../../../plugins/entities/registry/load.ts';
import { run } from '../../../src/cli/program.ts';

let cwd: string;
let printed: string;

beforeEach(() => {
  cwd = mkdtempSync(join(tmpdir(), 'copydesk-import-'));
  printed = '';
});
afterEach(() => rmSync(cwd, { recursive: true, force: true }));

function put(path: string, content: string | Uint8Array): void {
  mkdirSync(dirname(join(cwd, path)), { recursive: true });
  writeFileSync(join(cwd, path), content);
}

async function command(...args: string[]): Promise<number> {
  return run(args, {
    cwd,
    stdout: (text) => (printed += text),
    stderr: (text) => (printed += text),
    stdin: async () => new Uint8Array(),
    interactive: false,
    color: false,
    now: () => 0,
  });
}

it('writes a registry that loads, and writes it again', async () => {
  put('house.csv', 'type,name,aliases\nplace,Ruritania,Old Ruritania|No\n');
  expect(await command('entities', 'import', 'house.csv')).toBe(0);
  expect(printed).toBe('1 entity written to editorial/imported.yaml\n');
  const path = join(cwd, 'editorial/imported.yaml');
  expect(readRegistry(path)).toMatchObject([
    { id: 'place/ruritania', type: 'place', name: 'Ruritania', aliases: ['Old Ruritania', 'No'] },
  ]);
  const first = readFileSync(path, 'utf8');
  expect(await command('entities', 'import', 'house.csv')).toBe(0);
  expect(readFileSync(path, 'utf8')).toBe(first);
});

it('writes JSON where the file is to end so', async () => {
  put('house.tsv', 'type\tname\r\nplace\tRuritania\r\n');
  expect(await command('entities', 'import', 'house.tsv', '--out', 'house.json')).toBe(0);
  expect(readRegistry(join(cwd, 'house.json'))).toMatchObject([{ name: 'Ruritania' }]);
});

it('replaces a file that is kept by hand only when forced', async () => {
  put('house.csv', 'type,name\nplace,Ruritania\n');
  put('mine.yaml', '- {type: place, name: Strelsau}\n');
  expect(await command('entities', 'import', 'house.csv', '--out', 'mine.yaml')).toBe(2);
  expect(readFileSync(join(cwd, 'mine.yaml'), 'utf8')).toContain('Strelsau');
  expect(await command('entities', 'import', 'house.csv', '--out', 'mine.yaml', '--force')).toBe(0);
  expect(readRegistry(join(cwd, 'mine.yaml'))).toMatchObject([{ name: 'Ruritania' }]);
});

it('reads what spreadsheets save as Unicode text', async () => {
  put('house.txt', Buffer.from('\uFEFFtype\tname\r\nplace\tStreľsau\r\n', 'utf16le'));
  expect(await command('entities', 'import', 'house.txt', '--out', '-')).toBe(0);
  expect(printed).toContain('name: Streľsau');
});

it('writes nothing where no row makes an entity', async () => {
  put('house.csv', 'type,name\nplce,Ruritania\n');
  expect(await command('entities', 'import', 'house.csv', '--out', 'made.yaml')).toBe(1);
  expect(printed).toContain('No entities found, and nothing written');
  expect(() => readFileSync(join(cwd, 'made.yaml'))).toThrow();
});
