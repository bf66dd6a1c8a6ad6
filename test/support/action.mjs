/** Runs the steps of a composite GitHub action here, as a runner would: inputs with their defaults, `run` in bash, files for the summary. */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parse } from 'yaml';

/**
 * @param {string} file - action.yml
 * @param {{ cwd: string, inputs?: Record<string, string>, env?: Record<string, string> }} options
 * @returns {{ code: number, output: string, summary: string }} of the step that failed, or the last; output of all.
 */
export function runAction(file, { cwd, inputs = {}, env = {} }) {
  const action = parse(readFileSync(file, 'utf8'));
  if (action.runs.using !== 'composite')
    throw new Error('Unexpected action, expected a composite one');
  for (const name of Object.keys(inputs)) {
    if (!(name in action.inputs)) throw new Error(`Unexpected input "${name}"`);
  }
  const valueOf = (expression) => {
    const name = /^inputs\.([\w-]+)$/.exec(expression.trim())?.[1];
    if (name === undefined || !(name in action.inputs))
      throw new Error(`Unexpected expression ${expression}`);
    return inputs[name] ?? String(action.inputs[name].default ?? '');
  };
  const expand = (text) => String(text).replaceAll(/\$\{\{(.+?)\}\}/g, (_, each) => valueOf(each));
  const scratch = mkdtempSync(join(tmpdir(), 'copydesk-action-'));
  const summary = join(scratch, 'summary.md');
  writeFileSync(summary, '');
  let output = '';
  let code = 0;
  try {
    for (const [index, step] of action.runs.steps.entries()) {
      if (step.shell !== 'bash') throw new Error(`Unexpected step ${index} without shell: bash`);
      // An input within a script could bring code along.
      if (/\$\{\{/.test(step.run))
        throw new Error(`Unexpected expression in the script of step ${index}`);
      const script = join(scratch, `step-${index}.sh`);
      writeFileSync(script, step.run);
      const result = spawnSync('bash', ['--noprofile', '--norc', '-eo', 'pipefail', script], {
        cwd: resolve(cwd, expand(step['working-directory'] ?? '.')),
        encoding: 'utf8',
        env: {
          PATH: process.env.PATH,
          HOME: process.env.HOME,
          CI: 'true',
          GITHUB_ACTIONS: 'true',
          GITHUB_STEP_SUMMARY: summary,
          GITHUB_WORKSPACE: cwd,
          ...env,
          ...Object.fromEntries(
            Object.entries(step.env ?? {}).map(([name, value]) => [name, expand(value)]),
          ),
        },
      });
      output += result.stdout + result.stderr;
      code = result.status ?? 1;
      if (code !== 0) break;
    }
    return { code, output, summary: existsSync(summary) ? readFileSync(summary, 'utf8') : '' };
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}
