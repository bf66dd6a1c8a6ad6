import type { RulesFlags } from '../rules.ts';
import { sharedOptions, type DefineCommand } from './command.ts';

const examples = `
Examples:
  copydesk rules                                  all rules, those of the house's plugins too
  copydesk rules citations                        those of one plugin
  copydesk rules citations/missing-outlet         why, with a bad and a good example
`;

export const rulesCommand: DefineCommand = (program, io, done) => {
  program
    .command('rules')
    .description('list the rules, or explain one')
    .argument('[rules...]', 'ids of rules, or the plugin that they belong to')
    .option(...sharedOptions.config)
    .option('--json', 'print JSON')
    .addHelpText('after', examples)
    .action(async (names: string[], flags: RulesFlags) => {
      const { rules } = await import('../rules.ts');
      done(await rules(names, flags, io));
    });
};
