/**
 * Whole command runs, kept as text: files, standard input, command, what is printed where, exit code. A case is a `.txt` file in
 * `test/commands`; `UPDATE=1 npx vitest run test/commands.test.ts` writes what is printed today into it, for review.
 */
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, expect, it } from 'vitest';
import { run } from '../src/cli/program.ts';

interface CommandCase {
  command: string;
  files: { path: string; content: string }[];
  stdin: string;
  stdout: string;
  stderr: string;
  exit: string;
}

const folder = fileURLToPath(new URL('commands', import.meta.url));
const update = Boolean(process.env['UPDATE']);
let workspace: string | undefined;

afterEach(() => {
  if (workspace) rmSync(workspace, { recursive: true, force: true });
});

it.each(readdirSync(folder).filter((name) => name.endsWith('.txt')))('%s', async (name) => {
  const path = join(folder, name);
  const expected = parseCase(readFileSync(path, 'utf8'));
  workspace = mkdtempSync(join(tmpdir(), 'copydesk-command-'));
  for (const file of expected.files) {
    mkdirSync(dirname(join(workspace, file.path)), { recursive: true });
    writeFileSync(join(workspace, file.path), file.content);
  }

  const printed = { stdout: '', stderr: '' };
  const code = await run(argumentsOf(expected.command), {
    cwd: workspace,
    stdout: (text) => (printed.stdout += text),
    stderr: (text) => (printed.stderr += text),
    stdin: async () => Buffer.from(expected.stdin),
    interactive: false,
    color: false,
    now: () => 0,
  });

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

/** A case is sections that begin with a line of `=== kind [name]`. */
function parseCase(text: string): CommandCase {
  const result: CommandCase = {
    command: '',
    files: [],
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
    else if (kind === 'command') result.command = content.trim();
    else if (kind === 'exit') result.exit = name;
    else if (kind === 'stdin' || kind === 'stdout' || kind === 'stderr') result[kind] = content;
    else throw new Error(`Unexpected section "${kind}"`);
  }
  return result;
}

function printCase(each: CommandCase): string {
  const files = each.files.map(({ path, content }) => `=== file ${path}\n${content}`);
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
