import { buildCommand } from './build.ts';
import { cacheCommand } from './cache.ts';
import { checkCommand } from './check.ts';
import type { DefineCommand } from './command.ts';
import { decideCommand } from './decide.ts';
import { mergeCommand } from './merge.ts';
import { initCommand } from './init.ts';
import { newCommand } from './new.ts';
import { pluginsCommand } from './plugins.ts';
import { doctorCommand } from './doctor.ts';
import { entitiesCommand } from './entities.ts';
import { fixCommand } from './fix.ts';
import { pullQuotesCommand } from './pull-quotes.ts';
import { enqueueDefinition, statusDefinition, workerDefinition } from './queue.ts';
import { rulesCommand } from './rules.ts';
import { schemaCommand } from './schema.ts';

/** The commands, in the order in which the help lists them, under the headings that it gives them. */
export const commandGroups: Readonly<Record<string, readonly DefineCommand[]>> = {
  'Articles:': [buildCommand, checkCommand, fixCommand, decideCommand],
  'What is found, and why:': [entitiesCommand, pullQuotesCommand, rulesCommand],
  'Many machines:': [mergeCommand, enqueueDefinition, workerDefinition, statusDefinition],
  'Setting up:': [
    initCommand,
    newCommand,
    pluginsCommand,
    doctorCommand,
    schemaCommand,
    cacheCommand,
  ],
};
