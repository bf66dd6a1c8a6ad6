import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { discover } from '../batch/discover.ts';
import { decisionsOn } from '../batch/side-files.ts';
import { writeWhole } from '../batch/write-file.ts';
import { decisionsPathOf } from '../decisions/path.ts';
import { promotedNames, withPromoted, type ArticleDecisions } from '../decisions/promote.ts';
import { readDecisions } from '../decisions/read.ts';
import { createPipeline, type Pipeline } from '../pipeline.ts';
import { visible } from '../reporters/harmless.ts';
import { counted } from '../reporters/summary.ts';
import type { DecideFlags } from './decide.ts';
import { exitCodes, UsageError, type CommandIo } from './io.ts';
import { shownPath } from './shown-path.ts';

const usualNumber = 3;

/**
 * `copydesk decide --promote`: adds names that were decided in several articles to the registry. The exit code.
 *
 * @throws DecisionsError, LimitError where the decisions on one of the articles can't be read.
 */
export async function promote(files: string[], flags: DecideFlags, io: CommandIo): Promise<number> {
  const atLeast = parseNumber(flags.atLeast);
  const pipeline = createPipeline({ cwd: io.cwd, config: flags.config });
  const { limits } = pipeline.settings;
  const all: ArticleDecisions[] = [];
  for (const { file, path } of await discover(files, io.cwd, pipeline.settings.input)) {
    const text = decisionsOn(file, limits);
    if (text === undefined) continue;
    all.push({ article: path, decisions: readDecisions(text, decisionsPathOf(path), limits) });
  }
  const { names, disputed } = promotedNames(all, atLeast);
  const registry = registryFile(pipeline);
  const shown = shownPath(registry, io.cwd);
  const before = existsSync(registry) ? readFileSync(registry, 'utf8') : '';
  const { text, added, left } = withPromoted(before, names);

  for (const { quote, readings } of disputed) {
    const each = readings.map(({ identity, articles }) => `${identity} in ${articles.join(', ')}`);
    io.stderr(`left: ${visible(`“${quote}” is ${each.join('; ')}`)}\n`);
  }
  for (const reason of left) io.stderr(`left: ${visible(reason)}\n`);
  if (added.length === 0) {
    io.stderr(`nothing to promote: no new name was decided in ${atLeast} articles\n`);
    return exitCodes.ok;
  }
  io.stdout(added.join(''));
  if (!flags.dryRun) await writeWhole(registry, text);
  const what = counted(added.length, 'name');
  io.stderr(flags.dryRun ? `${shown}: ${what} would be added\n` : `${shown}: ${what} added\n`);
  return exitCodes.ok;
}

function parseNumber(text: string | undefined): number {
  if (text === undefined) return usualNumber;
  const number = Number(text);
  if (Number.isInteger(number) && number > 0) return number;
  throw new UsageError(`Unexpected number of articles "${text}", expected a whole number from 1.`);
}

/** The first registry that the config names; else the usual one beside the config. */
function registryFile({ settings }: Pipeline): string {
  const request = settings.plugins.find(({ name }) => name === 'entities');
  const { registry } = (request?.options ?? {}) as { registry?: unknown };
  const [first] = [registry ?? []].flat();
  const file = resolve(
    settings.root,
    typeof first === 'string' ? first : 'editorial/entities.yaml',
  );
  if (/\.ya?ml$/i.test(file)) return file;
  throw new UsageError(`Unexpected registry "${String(first)}", expected a YAML file to add to.`);
}
