/** A project in a folder of its own, and what a run makes of it. */
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { discover } from '../../src/batch/discover.ts';
import type { Outcome } from '../../src/batch/outcome.ts';
import { runBatch, type RunOptions } from '../../src/batch/run.ts';
import { createPipeline } from '../../src/index.ts';

export function projectWith(files: Readonly<Record<string, string>>): string {
  const cwd = mkdtempSync(join(tmpdir(), 'copydesk-project-'));
  put(cwd, files);
  return cwd;
}

export function put(cwd: string, files: Readonly<Record<string, string>>): void {
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(cwd, path)), { recursive: true });
    writeFileSync(join(cwd, path), content);
  }
}

/** Builds the input folder with the config of the project, and gives the outcomes in the order in which they were told. */
export async function runProject(
  cwd: string,
  options: Partial<RunOptions> & { inProcess?: boolean } = {},
): Promise<Outcome[]> {
  const { inProcess = false, ...others } = options;
  const pipeline = createPipeline({ cwd });
  const outcomes: Outcome[] = [];
  await runBatch(pipeline, await discover([], cwd, pipeline.settings.input), {
    output: pipeline.settings.output,
    pipeline: inProcess ? undefined : { cwd, config: undefined },
    onOutcome: (outcome) => outcomes.push(outcome),
    ...others,
  });
  return outcomes;
}

/** All files below a folder with their contents. */
export function contentsOf(folder: string): Record<string, string> {
  if (!existsSync(folder)) return {};
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort();
  const files = names.filter((name) => statSync(join(folder, name)).isFile());
  return Object.fromEntries(files.map((name) => [name, readFileSync(join(folder, name), 'utf8')]));
}
