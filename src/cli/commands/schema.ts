import { Argument } from 'commander';
import type { DefineCommand } from './command.ts';

/** The schemas that ship with the package, by what they describe. */
export const schemaFiles = {
  article: 'article.schema.json',
  config: 'pipeline.config.schema.json',
  decisions: 'decisions.schema.json',
} as const;

export const schemaCommand: DefineCommand = (program, io, done) => {
  program
    .command('schema')
    .description('print the JSON Schema of the JSON output, of the config, or of decisions')
    .addArgument(
      new Argument('<name>', 'what the schema describes').choices(Object.keys(schemaFiles)),
    )
    .addHelpText('after', '\nExample:\n  copydesk schema config > config.schema.json\n')
    .action(async (name: keyof typeof schemaFiles) => {
      const { schema } = await import('../schema.ts');
      done(schema(schemaFiles[name], io));
    });
};
