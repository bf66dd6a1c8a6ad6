import type { InitFlags } from '../init/index.ts';
import type { DefineCommand } from './command.ts';

const examples = `
Examples:
  copydesk init newsroom                          with a job for GitHub
  copydesk init newsroom --ci github,gitlab
  copydesk init --ci none                         here, without a job
`;

export const initCommand: DefineCommand = (program, io, done) => {
  program
    .command('init')
    .description(
      'set up a repository of articles: config, registry, vocabulary, CI job, a first article; overwrites nothing',
    )
    .argument('[folder]', 'where (default: the working directory)')
    .option('--ci <list>', 'jobs that are written: github, gitlab or none', 'github')
    .addHelpText('after', examples)
    .action(async (folder: string | undefined, flags: InitFlags) => {
      const { init } = await import('../init/index.ts');
      done(await init(folder, flags, io));
    });
};
