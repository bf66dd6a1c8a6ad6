import type { EntitiesFlags } from '../entities.ts';
import type { EntitiesImportFlags } from '../entities-import.ts';
import { sharedOptions, type DefineCommand } from './command.ts';

const examples = `
Examples:
  copydesk entities input/ferry.txt               a table of names, with reasons
  copydesk entities "input/**/*.md" --json
  copydesk entities import places.csv --type place
`;

const importHelp = `
Examples:
  copydesk entities import query.json             makes editorial/imported.yaml
  copydesk entities import places.csv --type place --out editorial/places.yaml

FILE is the result of a query at query.wikidata.org (JSON, CSV or TSV; columns item, itemLabel, itemAltLabel, itemDescription, type,
website), or a spreadsheet saved as CSV or TSV with a header (id, type, name, aliases, sameAs, description, demonyms, near, not;
"|" or ";" between the items of a list).
`;

export const entitiesCommand: DefineCommand = (program, io, done) => {
  const command = program
    .command('entities')
    .description('show the names that are found in articles, where and why; writes nothing')
    .argument('<files...>', 'articles: files, folders and globs')
    .option(...sharedOptions.config)
    .option(...sharedOptions.date)
    .option('--json', 'print JSON: every mention with its place')
    .addHelpText('after', examples)
    .action(async (files: string[], flags: EntitiesFlags) => {
      const { entities } = await import('../entities.ts');
      done(await entities(files, flags, io));
    });

  command
    .command('import')
    .description('make entries of the registry from a query result or a spreadsheet')
    .argument('<file>', 'the table')
    .option(
      '-o, --out <file>',
      'the registry file, YAML or JSON; "-" is standard output',
      'editorial/imported.yaml',
    )
    .option('-t, --type <type>', 'type of the entities whose rows give none')
    .option('--force', 'replace a file that no import has made')
    .addHelpText('after', importHelp)
    .action(async (file: string, flags: EntitiesImportFlags) => {
      const { importEntities } = await import('../entities-import.ts');
      done(await importEntities(file, flags, io));
    });
};
