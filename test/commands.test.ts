/**
 * Whole command runs, kept as text: files, standard input, command, what is printed where, exit code. A case is a `.txt` file in
 * `test/commands`; `UPDATE=1 npx vitest run test/commands.test.ts` writes what is printed today into it, for review.
 */
import {
  chmodSync,
  lchownSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, expect, it } from 'vitest';
import { run } from '../src/cli/program.ts';

interface CommandCase {
  command: string;
  files: { path: string; content: string }[];
  /** Bytes of files, in hexadecimal. */
  bytes: { path: string; content: string }[];
  /** What links lead to, and the rights that files and folders have, in octal. */
  links: { path: string; content: string }[];
  modes: { path: string; content: string }[];
  env: string;
  stdin: string;
  stdout: string;
  stderr: string;
  exit: string;
}

const folder = fileURLToPath(new URL('commands', import.meta.url));
const update = Boolean(process.env['UPDATE']);
const nobody = 65534;
let workspace: string | undefined;

afterEach(() => {
  if (workspace) rmSync(workspace, { recursive: true, force: true });
});

it.each(readdirSync(folder).filter((name) => name.endsWith('.txt')))('%s', async (name) => {
  const path = join(folder, name);
  const expected = parseCase(readFileSync(path, 'utf8'));
  workspace = mkdtempSync(join(tmpdir(), 'copydesk-command-'));
  const place = (path: string): string => {
    mkdirSync(dirname(join(workspace as string, path)), { recursive: true });
    return join(workspace as string, path);
  };
  for (const { path: file, content } of expected.files) {
    if (file.endsWith('/')) mkdirSync(place(file), { recursive: true });
    else writeFileSync(place(file), content);
  }
  for (const { path: file, content } of expected.bytes)
    writeFileSync(place(file), Buffer.from(content.replaceAll(/\s/g, ''), 'hex'));
  for (const { path: file, content } of expected.links) symlinkSync(content.trim(), place(file));
  const restore = restrict(workspace, expected.modes);

  const printed = { stdout: '', stderr: '' };
  const code = await run(argumentsOf(expected.command), {
    cwd: workspace,
    stdout: (text) => (printed.stdout += text),
    stderr: (text) => (printed.stderr += text),
    stdin: async () => Buffer.from(expected.stdin),
    interactive: false,
    color: false,
    env: environmentOf(expected.env),
    now: () => 0,
  }).finally(restore);

  const actual = {
    stdout: settle(printed.stdout, workspace),
    stderr: settle(printed.stderr, workspace),
    exit: String(code),
  };
  if (update) writeFileSync(path, printCase({ ...expected, ...actual }));
  else
    expect(actual).toEqual({
      stdout: expected.stdout,
      stderr: expected.stderr,
      exit: expected.exit,
    });
});

/** The superuser may do everything, so that a case about rights is run as nobody. Gives what undoes it. */
function restrict(folder: string, modes: CommandCase['modes']): () => void {
  if (modes.length === 0) return () => undefined;
  for (const { path, content } of modes) chmodSync(join(folder, path), parseInt(content.trim(), 8));
  const isRoot = process.geteuid?.() === 0;
  if (isRoot) {
    for (const path of ['', ...readdirSync(folder, { recursive: true, encoding: 'utf8' })])
      lchownSync(join(folder, path), nobody, nobody);
    process.seteuid?.(nobody);
  }
  return () => {
    if (isRoot) process.seteuid?.(0);
    for (const { path } of modes) chmodSync(join(folder, path), 0o755);
  };
}

function environmentOf(lines: string): Record<string, string> {
  return Object.fromEntries(
    lines
      .split('\n')
      .filter((line) => line.includes('='))
      .map((line) => [line.slice(0, line.indexOf('=')), line.slice(line.indexOf('=') + 1)]),
  );
}

/** A case is sections that begin with a line of `=== kind [name]`. */
function parseCase(text: string): CommandCase {
  const result: CommandCase = {
    command: '',
    files: [],
    bytes: [],
    links: [],
    modes: [],
    env: '',
    stdin: '',
    stdout: '',
    stderr: '',
    exit: '',
  };
  for (const section of text.split(/^=== /m).slice(1)) {
    const end = section.indexOf('\n');
    const [kind = '', name = ''] = section.slice(0, end).split(' ');
    const content = section.slice(end + 1);
    if (kind === 'file') result.files.push({ path: name, content });
    else if (kind === 'bytes') result.bytes.push({ path: name, content });
    else if (kind === 'link') result.links.push({ path: name, content });
    else if (kind === 'mode') result.modes.push({ path: name, content });
    else if (kind === 'env') result.env = content;
    else if (kind === 'command') result.command = content.trim();
    else if (kind === 'exit') result.exit = name;
    else if (kind === 'stdin' || kind === 'stdout' || kind === 'stderr') result[kind] = content;
    else throw new Error(`Unexpected section "${kind}"`);
  }
  return result;
}

function printCase(each: CommandCase): string {
  const section = (kind: string, list: CommandCase['files']): string =>
    list.map(({ path, content }) => `=== ${kind} ${path}\n${content}`).join('');
  const files = [
    section('file', each.files),
    section('bytes', each.bytes),
    section('link', each.links),
    section('mode', each.modes),
    each.env ? `=== env\n${each.env}` : '',
  ];
  const stdin = each.stdin ? `=== stdin\n${each.stdin}` : '';
  return `=== command\n${each.command}\n${files.join('')}${stdin}=== stdout\n${each.stdout}=== stderr\n${each.stderr}=== exit ${each.exit}\n`;
}

function argumentsOf(command: string): string[] {
  const words = command.match(/"[^"]*"|\S+/g) ?? [];
  return words.slice(1).map((word) => word.replace(/^"(.*)"$/, '$1'));
}

/** What differs from run to run: the folder of the case. A text that does not end a line would run into the next section. */
function settle(text: string, cwd: string): string {
  const settled = text.replaceAll(cwd, '<cwd>');
  return settled === '' || settled.endsWith('\n') ? settled : `${settled}\n`;
}

/** Whatever is done wrong, it is said what, and no stack is printed. */
it('has at least fifty ways to get it wrong', () => {
  const cases = readdirSync(folder)
    .filter((name) => name.endsWith('.txt'))
    .map((name) => ({ name, ...parseCase(readFileSync(join(folder, name), 'utf8')) }));
  const wrong = cases.filter(({ exit }) => exit !== '0');
  expect(wrong.length).toBeGreaterThanOrEqual(50);
  for (const { name, stderr, command } of wrong) {
    expect(stderr.trim(), name).not.toBe('');
    if (!command.includes('--debug')) expect(stderr, name).not.toMatch(/^ +at .*[:(]/m);
    expect(stderr, name).not.toContain('Unexpected failure: ');
  }
});
