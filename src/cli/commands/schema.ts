import { didYouMean } from '../../config/suggest.ts';
import { UsageError } from '../io.ts';
import type { DefineCommand } from './command.ts';

/** The schemas that ship with the package, by what they describe. */
export const schemaFiles = {
  article: 'article.schema.json',
  config: 'pipeline.config.schema.json',
  decisions: 'decisions.schema.json',
} as const;

const names = Object.keys(schemaFiles);

export const schemaCommand: DefineCommand = (program, io, done) => {
  program
    .command('schema')
    .description('print the JSON Schema of the JSON output, of the config, or of decisions')
    .argument('<name>', `what the schema describes: ${names.join(', ')}`)
    .addHelpText('after', '\nExample:\n  copydesk schema config > config.schema.json\n')
    .action(async (name: string) => {
      if (!Object.hasOwn(schemaFiles, name)) {
        throw new UsageError(
          `Unexpected schema "${name}", expected one of ${names.join(', ')}.${didYouMean(name, names)}`,
        );
      }
      const { schema } = await import('../schema.ts');
      done(schema(schemaFiles[name as keyof typeof schemaFiles], io));
    });
};
