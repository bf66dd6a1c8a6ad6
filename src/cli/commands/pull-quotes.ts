import type { InspectFlags } from '../inspect.ts';
import { sharedOptions, type DefineCommand } from './command.ts';

export const pullQuotesCommand: DefineCommand = (program, io, done) => {
  program
    .command('pull-quotes')
    .description('show the best sentences of articles for pull quotes, and why; writes nothing')
    .argument('<files...>', 'articles: files, folders and globs')
    .option(...sharedOptions.config)
    .option(...sharedOptions.date)
    .addHelpText('after', '\nExample:\n  copydesk pull-quotes input/ferry.txt\n')
    .action(async (files: string[], flags: InspectFlags) => {
      const { pullQuotes } = await import('../pull-quotes.ts');
      done(await pullQuotes(files, flags, io));
    });
};
