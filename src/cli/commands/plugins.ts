import type { PluginsFlags } from '../plugins/index.ts';
import { sharedOptions, type DefineCommand } from './command.ts';

const examples = `
Examples:
  copydesk plugins                                what the config lists, with options
  copydesk plugins --timings                      how long each takes, over the input folder
`;

export const pluginsCommand: DefineCommand = (program, io, done) => {
  program
    .command('plugins')
    .description('show what runs, from where, in which order and with what options; writes nothing')
    .argument('[files...]', 'with --timings: articles (default: the input folder)')
    .option(...sharedOptions.config)
    .option('--timings', 'build the articles several times, and show how long each plugin took')
    .option('--runs <number>', 'how often each article is built', '5')
    .option('--json', 'print JSON')
    .addHelpText('after', examples)
    .action(async (files: string[], flags: PluginsFlags) => {
      const { plugins } = await import('../plugins/index.ts');
      done(await plugins(files, flags, io));
    });
};
