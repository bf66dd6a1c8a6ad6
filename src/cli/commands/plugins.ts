import type { PluginsFlags } from '../plugins/index.ts';
import { sharedOptions, type DefineCommand } from './command.ts';

export const pluginsCommand: DefineCommand = (program, io, done) => {
  program
    .command('plugins')
    .description('show what runs, from where, in which order and with what options; writes nothing')
    .argument('[files...]', 'with --timings: articles (default: the input folder)')
    .option(...sharedOptions.config)
    .option('--timings', 'build the articles several times, and show how long each plugin took')
    .option('--runs <number>', 'how often each article is built', '5')
    .option('--json', 'print JSON')
    .action(async (files: string[], flags: PluginsFlags) => {
      const { plugins } = await import('../plugins/index.ts');
      done(await plugins(files, flags, io));
    });
};
