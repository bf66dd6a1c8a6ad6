import type { MergeFlags } from '../merge.ts';
import { reporterOption, sharedOptions, type DefineCommand } from './command.ts';

const examples = `
Examples:
  copydesk merge shard-*.json                               what one run would have printed
  copydesk merge shard-*.json --reporter sarif=all.sarif    as any other report
  copydesk merge shard-*.json --out site/articles           and the bibliography of the run, where formats ask for one

Exit codes: 0 nothing to say, or warnings only; 1 errors, too many warnings, or an article failed; 2 the reports can't be joined.
`;

export const mergeCommand: DefineCommand = (program, io, done) => {
  program
    .command('merge')
    .description('join the JSON reports of several runs, and write the bibliography of all')
    .argument('<reports...>', 'reports that --reporter json=FILE has written')
    .option(...sharedOptions.config)
    .option(
      '-o, --out <folder>',
      'where the bibliography is written (default: `output` of the config)',
    )
    .option('--partial', 'though shards are missing')
    .option('--max-warnings <number>', 'exit with 1 on more warnings than this')
    .option('--frail', 'exit with 1 on warnings: --max-warnings 0')
    .addOption(reporterOption())
    .option('-q, --quiet', 'print only warnings and errors')
    .addHelpText('after', examples)
    .action(async (files: string[], flags: MergeFlags) => {
      const { merge } = await import('../merge.ts');
      done(await merge(files, flags, io));
    });
};
