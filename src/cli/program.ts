import { readFileSync } from 'node:fs';
import { Command, CommanderError } from 'commander';
import { InputError } from '../batch/discover.ts';
import { ConfigError } from '../config/config-error.ts';
import { build, type BuildFlags } from './build.ts';
import { entities, type EntitiesFlags } from './entities.ts';
import { importEntities, type EntitiesImportFlags } from './entities-import.ts';
import type { InspectFlags } from './inspect.ts';
import { pullQuotes } from './pull-quotes.ts';
import { exitCodes, UsageError, type CommandIo } from './io.ts';

const examples = `
Examples:
  copydesk build                                  every article in the input folder
  copydesk build draft.txt --out site/articles    one article, written elsewhere
  copydesk build "input/2024/**/*.md" --frail     warnings fail the run, for CI
  copydesk build letter.txt --date 2022-10-19     says when it is published
  copydesk build --formats markdown,csl,bibtex    bibliographies too: of each article, and of the run
  cat draft.md | copydesk build - --stdin-path draft.md --formats html > draft.html

Exit codes: 0 nothing to say, or warnings only; 1 errors, or an article failed; 2 the run could not be done.
`;

const importHelp = `
FILE is the result of a query at query.wikidata.org (JSON, CSV or TSV; columns item, itemLabel, itemAltLabel, itemDescription, type,
website), or a spreadsheet saved as CSV or TSV with a header (id, type, name, aliases, sameAs, description, demonyms, near, not;
"|" or ";" between the items of a list).
`;

/**
 * Runs a command line.
 *
 * @param args - Without the program itself.
 * @returns the exit code.
 */
export async function run(args: readonly string[], io: CommandIo): Promise<number> {
  let code: number = exitCodes.ok;
  const program = new Command('copydesk')
    .description(
      'Turns the raw text of an article into clean Markdown, an accessible HTML page and JSON.',
    )
    .version(version(), '-V, --version', 'print the version')
    .option('--debug', 'print the stack of errors')
    .exitOverride()
    .configureOutput({ writeOut: io.stdout, writeErr: io.stderr });

  program
    .command('build')
    .description(
      'build articles: all of the input folder, or the files, folders and globs that are named',
    )
    .argument(
      '[files...]',
      'articles; "-" reads standard input and writes one format to standard output',
    )
    .option('-c, --config <file>', 'the config (default: pipeline.config.yaml)')
    .option('-o, --out <folder>', 'where the results are written (default: `output` of the config)')
    .option('-f, --formats <list>', 'what is written: markdown, html, json, csl, bibtex, ris')
    .option('-d, --date <date>', 'publication date: 2022-10-19, 2022-10 or 2022')
    .option('--frail', 'exit with 1 on warnings too')
    .option('-q, --quiet', 'print only warnings and errors')
    .option(
      '--stdin-path <path>',
      'path that standard input is taken to have: its ending tells the format',
    )
    .addHelpText('after', examples)
    .action(async (files: string[], flags: BuildFlags) => {
      code = await build(files, flags, io);
    });

  program
    .command('pull-quotes')
    .description('show the best sentences of articles for pull quotes, and why; writes nothing')
    .argument('<files...>', 'articles: files, folders and globs')
    .option('-c, --config <file>', 'the config (default: pipeline.config.yaml)')
    .option('-d, --date <date>', 'publication date: 2022-10-19, 2022-10 or 2022')
    .action(async (files: string[], flags: InspectFlags) => {
      code = await pullQuotes(files, flags, io);
    });

  const entitiesCommand = program
    .command('entities')
    .description('show the names that are found in articles, where and why; writes nothing')
    .argument('<files...>', 'articles: files, folders and globs')
    .option('-c, --config <file>', 'the config (default: pipeline.config.yaml)')
    .option('-d, --date <date>', 'publication date: 2022-10-19, 2022-10 or 2022')
    .option('--json', 'print JSON: every mention with its place')
    .action(async (files: string[], flags: EntitiesFlags) => {
      code = await entities(files, flags, io);
    });

  entitiesCommand
    .command('import')
    .description('make entries of the registry from a query result or a spreadsheet')
    .argument('<file>', 'the table')
    .option(
      '-o, --out <file>',
      'the registry file, YAML or JSON; "-" is standard output',
      'editorial/imported.yaml',
    )
    .option('-t, --type <type>', 'type of the entities whose rows give none')
    .option('--force', 'replace a file that no import has made')
    .addHelpText('after', importHelp)
    .action(async (file: string, flags: EntitiesImportFlags) => {
      code = await importEntities(file, flags, io);
    });

  if (args.length === 0) {
    io.stdout(program.helpInformation());
    return exitCodes.failure;
  }
  try {
    await program.parseAsync(args, { from: 'user' });
    return code;
  } catch (error) {
    return failureCode(error, program.opts<{ debug?: boolean }>().debug ?? false, io);
  }
}

function failureCode(error: unknown, debug: boolean, io: CommandIo): number {
  // Commander has printed its own message; help and version are no failures.
  if (error instanceof CommanderError)
    return error.exitCode === 0 ? exitCodes.ok : exitCodes.failure;
  const expected =
    error instanceof ConfigError || error instanceof InputError || error instanceof UsageError;
  const text = error instanceof Error ? error.message : String(error);
  io.stderr(`${expected ? '' : 'Unexpected failure: '}${text}\n`);
  if (debug && error instanceof Error) io.stderr(`${error.stack ?? ''}\n`);
  return exitCodes.failure;
}

function version(): string {
  for (const path of ['../../package.json', '../../../package.json']) {
    try {
      const content = readFileSync(new URL(path, import.meta.url), 'utf8');
      return (JSON.parse(content) as { version: string }).version;
    } catch {
      // The compiled code stands one folder deeper than the source.
    }
  }
  return 'unknown';
}
