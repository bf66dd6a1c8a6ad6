import type { FixFlags } from '../fix.ts';
import { sharedOptions, type DefineCommand } from './command.ts';

const examples = `
Fixes only what is certain: damage of copying that one text alone can mend, and words that the house writes in one way alone. Encoding,
byte order mark and line endings of a file stay as they are.

Examples:
  copydesk fix --dry-run                          shows what would be changed, as a diff
  copydesk fix input/draft.txt                    changes the file
  copydesk fix --typography "input/**/*.md"       quotation marks, dashes, ellipses and spaces as well
`;

export const fixCommand: DefineCommand = (program, io, done) => {
  program
    .command('fix')
    .description('put right in the sources what is certain: plain text and Markdown')
    .argument('[files...]', 'articles: files, folders and globs (default: all of the input folder)')
    .option(...sharedOptions.config)
    .option(...sharedOptions.date)
    .option('-n, --dry-run', 'print a unified diff and change nothing')
    .option('--typography', 'set quotation marks, dashes, ellipses and spaces as well')
    .addHelpText('after', examples)
    .action(async (files: string[], flags: FixFlags) => {
      const { fix } = await import('../fix.ts');
      done(await fix(files, flags, io));
    });
};
