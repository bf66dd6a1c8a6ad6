import { Option, type Command } from 'commander';
import type { CommandIo } from '../io.ts';

/**
 * Adds one command to the program: its name, arguments, options and help. What it does is imported when it runs, so that the start of one
 * command does not wait for the code of the others.
 *
 * @param done - Takes the exit code.
 */
export type DefineCommand = (program: Command, io: CommandIo, done: (code: number) => void) => void;

/** Options that mean the same in every command. */
export const sharedOptions = {
  config: ['-c, --config <file>', 'the config (default: pipeline.config.yaml)'],
  date: ['-d, --date <date>', 'publication date: 2022-10-19, 2022-10 or 2022'],
} as const satisfies Record<string, readonly [flags: string, description: string]>;

/** `--reporter`, of commands that report what they find. */
export function reporterOption(): Option {
  return new Option(
    '-r, --reporter <name[=file]>',
    'how findings are printed: pretty, json, github, gitlab, sarif, junit, checkstyle; may be given more than once (default: what fits)',
  ).argParser((value: string, before: string[] | undefined) => [...(before ?? []), value]);
}
