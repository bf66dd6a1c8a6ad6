import { formatNames } from '../../writers/format-name.ts';
import type { CheckFlags } from '../check.ts';
import { reporterOption, sharedOptions, type DefineCommand } from './command.ts';

const examples = `
Examples:
  copydesk check                                  every article in the input folder
  copydesk check --changed origin/main            what a branch has changed
  copydesk check --max-warnings 0                 warnings fail the run, for CI
  copydesk check --reporter pretty --reporter sarif=report.sarif
  copydesk check --shard 3/10 --reporter json=shard-3.json   a tenth of it; copydesk merge joins the reports
  copydesk check --update-baseline                accepts all that is found today, in copydesk-baseline.json
  copydesk check --baseline copydesk-baseline.json   shows only what is new

Exit codes: 0 nothing to say, or warnings only; 1 errors, too many warnings, or an article failed; 2 the run could not be done.
`;

export const checkCommand: DefineCommand = (program, io, done) => {
  program
    .command('check')
    .description('check articles: all that build does but writing')
    .argument('[files...]', 'articles: files, folders and globs (default: all of the input folder)')
    .option(...sharedOptions.config)
    .option('-f, --formats <list>', `what is made and thrown away: ${formatNames.join(', ')}`)
    .option(...sharedOptions.date)
    .option(
      '--changed [base]',
      'only what has changed since a branch or commit, as git has it (default: the main branch)',
    )
    .option('--max-warnings <number>', 'exit with 1 on more warnings than this')
    .option('--shard <n/of>', 'only a part of the articles, told by their paths: 3/10')
    .option('--frail', 'exit with 1 on warnings: --max-warnings 0')
    .option('--baseline <file>', 'leave out what stands in this file')
    .option('--update-baseline', 'write what is found into the baseline, and report nothing')
    .addOption(reporterOption())
    .option('-q, --quiet', 'print only warnings and errors')
    .addHelpText('after', examples)
    .action(async (files: string[], flags: CheckFlags) => {
      const { check } = await import('../check.ts');
      done(await check(files, flags, io));
    });
};
