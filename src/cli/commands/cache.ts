import { sharedOptions, type DefineCommand } from './command.ts';

export const cacheCommand: DefineCommand = (program, io, done) => {
  const cache = program
    .command('cache')
    .description('what is kept of earlier builds, in .copydesk/cache beside the config');
  cache
    .command('clear')
    .description('remove it: the next build builds everything')
    .option(...sharedOptions.config)
    .addHelpText('after', '\nExample:\n  copydesk cache clear\n')
    .action(async (flags: { config?: string }) => {
      const { clearCache } = await import('../cache.ts');
      done(clearCache(flags, io));
    });
};
