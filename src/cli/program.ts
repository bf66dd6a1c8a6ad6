import { Command, CommanderError } from 'commander';
import { WriteError } from '../batch/file-system.ts';
import { InputError } from '../batch/input-error.ts';
import { ConfigError } from '../config/config-error.ts';
import { DecisionsError } from '../decisions/decisions-error.ts';
import { errorMessage } from '../error-message.ts';
import { LimitError } from '../limits.ts';
import { visible } from '../reporters/harmless.ts';
import { commandGroups } from './commands/index.ts';
import { exitCodes, UsageError, type CommandIo } from './io.ts';
import { version } from './version.ts';

const examples = `
Examples:
  copydesk init newsroom                          a folder with a config and a first article
  copydesk build                                  every article of the input folder
  copydesk decide input/draft.txt                 what is left for an editor to decide
  copydesk help build                             options and examples of a command

Exit codes: 0 nothing to say, or warnings only; 1 errors, or an article failed; 2 the run could not be done.
`;

/**
 * Runs a command line.
 *
 * @param args - Without the program itself.
 * @returns the exit code.
 */
export async function run(args: readonly string[], io: CommandIo): Promise<number> {
  let code: number = exitCodes.ok;
  const program = new Command('copydesk')
    .description(
      'Turns the raw text of an article into clean Markdown, an accessible HTML page and JSON.',
    )
    .version(version(), '-V, --version', 'print the version')
    .option('--debug', 'print the stack of errors')
    .exitOverride()
    .configureOutput({ writeOut: io.stdout, writeErr: io.stderr });

  for (const [heading, commands] of Object.entries(commandGroups)) {
    program.commandsGroup(heading);
    for (const define of commands) {
      define(program, io, (result) => {
        code = result;
      });
    }
  }
  program
    .commandsGroup('Help:')
    .helpCommand('help [command]', 'show the options and examples of a command')
    .addHelpText('after', examples);

  if (args.length === 0) {
    io.stdout(program.helpInformation());
    return exitCodes.failure;
  }
  try {
    await program.parseAsync(args, { from: 'user' });
    return code;
  } catch (error) {
    return failureCode(error, program.opts<{ debug?: boolean }>().debug ?? false, io);
  }
}

function failureCode(error: unknown, debug: boolean, io: CommandIo): number {
  // Commander has printed its own message; help and version are no failures.
  if (error instanceof CommanderError)
    return error.exitCode === 0 ? exitCodes.ok : exitCodes.failure;
  const expected =
    error instanceof ConfigError ||
    error instanceof DecisionsError ||
    error instanceof InputError ||
    error instanceof LimitError ||
    error instanceof UsageError ||
    error instanceof WriteError;
  const lines = errorMessage(error).split('\n');
  // A config is trusted, and its lines are shown as they are written; names of files are not.
  const text = (error instanceof ConfigError ? lines : lines.map(visible)).join('\n');
  io.stderr(`${expected ? '' : 'Unexpected failure: '}${text}\n`);
  if (debug && error instanceof Error) io.stderr(`${error.stack ?? ''}\n`);
  return exitCodes.failure;
}
