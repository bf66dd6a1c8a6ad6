import type { NewPluginFlags } from '../new-plugin/index.ts';
import { sharedOptions, type DefineCommand } from './command.ts';

export const newCommand: DefineCommand = (program, io, done) => {
  const command = program.command('new').description('begin something of your own: a plugin');
  command
    .command('plugin')
    .description('write plugins/NAME.ts with a test, and list it in the config')
    .argument('<name>', 'letters, digits and hyphens: house-words')
    .option(...sharedOptions.config)
    .addHelpText('after', '\nExample:\n  copydesk new plugin house-words\n')
    .action(async (name: string, flags: NewPluginFlags) => {
      const { newPlugin } = await import('../new-plugin/index.ts');
      done(await newPlugin(name, flags, io));
    });
};
