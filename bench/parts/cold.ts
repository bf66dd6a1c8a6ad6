import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { figureOf, runCommand, type Run } from '../measure.ts';
import type { Part } from '../part.ts';
import { ratio, spread, table, time } from '../print.ts';
import { article, command, root } from '../subjects.ts';

/** What the aim allows beside two and a half times the start of Node. */
const allowance = 60;

/** The command from its start to its end, for one article, against an empty run of Node and against others that convert text. */
export const cold: Part = ({ quick }) => {
  const folder = mkdtempSync(join(tmpdir(), 'copydesk-bench-'));
  try {
    mkdirSync(join(folder, 'input'));
    const file = 'input/article.md';
    writeFileSync(join(folder, file), article(6000));
    const node = process.execPath;
    const commands: Record<string, readonly string[]> = {
      'node -e 0': [node, '-e', '0'],
      'copydesk build, one article': [node, command, 'build', file, '--no-cache', '--quiet'],
      'copydesk --version': [node, command, '--version'],
    };
    const remark = join(root, 'node_modules/remark-cli/cli.js');
    if (existsSync(remark)) commands['remark-cli, no plugins'] = [node, remark, file];
    else if (installed('remark')) commands['remark-cli, no plugins'] = ['remark', file];
    if (installed('pandoc'))
      commands['pandoc, to HTML'] = ['pandoc', '-f', 'markdown', '-t', 'html', file];

    // The code that V8 makes of the command is kept by the first build.
    runCommand([node, command, 'build', file, '--no-cache', '--quiet'], folder);
    const runs = new Map<string, Run[]>();
    for (let round = 0; round < (quick ? 5 : 15); round++) {
      for (const [name, each] of Object.entries(commands))
        runs.set(name, [...(runs.get(name) ?? []), runCommand(each, folder)]);
    }
    const figures = [...runs].map(([name, each]) => ({
      name,
      cpu: figureOf(each.map(({ cpu }) => cpu)),
      clock: figureOf(each.map(({ clock }) => clock)),
    }));
    const empty = figures[0];
    const built = figures[1];
    if (!empty || !built) throw new Error('Unexpected lack of figures');
    const lines = (['cpu', 'clock'] as const).map((of) => {
      const most = empty[of].median * 2.5 + allowance;
      const word = built[of].median <= most ? 'within' : 'beyond';
      return `${of === 'cpu' ? 'Processor time' : 'By the clock'}: ${time(built[of].median)}, ${word} 2.5 × \`node -e 0\` + ${allowance} ms = ${time(most)}.`;
    });
    return Promise.resolve([
      lines.join('\n'),
      table(
        ['command', '/ node -e 0', 'processor time', 'by the clock'],
        figures.map(({ name, cpu, clock }) => [
          name,
          ratio(cpu.median, empty.cpu.median),
          spread(cpu),
          spread(clock),
        ]),
      ),
    ]);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};

function installed(name: string): boolean {
  try {
    execFileSync(name, ['--version'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}
