import type { BuildFlags } from '../build.ts';
import { formatNames } from '../../writers/format-name.ts';
import { reporterOption, sharedOptions, type DefineCommand } from './command.ts';

const examples = `
Examples:
  copydesk build                                  every article in the input folder
  copydesk build draft.txt --out site/articles    one article, written elsewhere
  copydesk build "input/2024/**/*.md" --frail     warnings fail the run, for CI
  copydesk build letter.txt --date 2022-10-19     says when it is published
  copydesk build --watch                          and again whatever changes, until Ctrl+C
  copydesk build --formats markdown,csl,bibtex    bibliographies too: of each article, and of the run
  copydesk build --reporter pretty --reporter sarif=report.sarif
  copydesk build --shard 3/10 --reporter json=shard-3.json   a tenth of it; copydesk merge joins the reports
  cat draft.md | copydesk build - --stdin-path draft.md --formats html > draft.html

Exit codes: 0 nothing to say, or warnings only; 1 errors, or an article failed; 2 the run could not be done.
`;

export const buildCommand: DefineCommand = (program, io, done) => {
  program
    .command('build')
    .description(
      'build articles: all of the input folder, or the files, folders and globs that are named',
    )
    .argument(
      '[files...]',
      'articles; "-" reads standard input and writes one format to standard output',
    )
    .option(...sharedOptions.config)
    .option('-o, --out <folder>', 'where the results are written (default: `output` of the config)')
    .option('-f, --formats <list>', `what is written: ${formatNames.join(', ')}`)
    .option(...sharedOptions.date)
    .option('-j, --jobs <number>', 'articles built at a time (default: one a core)')
    .option('--no-cache', 'build everything, whatever earlier runs have built')
    .option('--force', 'write outputs anew that were changed by hand')
    .option('--prune', 'remove outputs whose article is gone')
    .option('--durable', 'flush outputs to the disk, so that they outlast a power cut')
    .option(
      '-w, --watch',
      'build again what changes: articles, decisions, config, plugins, registries',
    )
    .option('--shard <n/of>', 'only a part of the articles, told by their paths: 3/10')
    .option('--frail', 'exit with 1 on warnings too')
    .addOption(reporterOption())
    .option('-q, --quiet', 'print only warnings and errors')
    .option(
      '--stdin-path <path>',
      'path that standard input is taken to have: its ending tells the format',
    )
    .addHelpText('after', examples)
    .action(async (files: string[], flags: BuildFlags) => {
      const { build } = await import('../build.ts');
      done(await build(files, flags, io));
    });
};
