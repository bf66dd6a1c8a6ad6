import type { DecideFlags } from '../decide.ts';
import { sharedOptions, type DefineCommand } from './command.ts';

const help = `
Examples:
  copydesk decide input/ferry.txt                 adds what is undecided to input/ferry.decisions.yaml
  copydesk decide input/ferry.txt --stdout        prints it
  copydesk decide --promote --dry-run             names that go to the registry

The decisions on ferry.txt stand in ferry.decisions.yaml beside it; docs/decisions.md tells what they can say. What is undecided is added as
comments, and everything else in the file is left as it is.

--promote shows the names that were decided for whole articles in several of them, and adds them to the registry of entities. Without
files it looks at all articles of the input folder.
`;

export const decideCommand: DefineCommand = (program, io, done) => {
  program
    .command('decide')
    .description('write down what is left for an editor to decide about articles')
    .argument('[files...]', 'articles: files, folders and globs')
    .option(...sharedOptions.config)
    .option(...sharedOptions.date)
    .option('--stdout', 'print the file of decisions, and write nothing')
    .option('--promote', 'add names that were decided often to the registry')
    .option('--at-least <number>', 'with --promote: in how many articles (default: 3)')
    .option('-n, --dry-run', 'with --promote: show them, and write nothing')
    .addHelpText('after', help)
    .action(async (files: string[], flags: DecideFlags) => {
      const { decide } = await import('../decide.ts');
      done(await decide(files, flags, io));
    });
};
