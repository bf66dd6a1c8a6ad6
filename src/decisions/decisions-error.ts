import type { ConfigError } from '../config/config-error.ts';

/** A file of decisions can't be used. The message names file, line and column. */
export class DecisionsError extends Error {
  readonly ruleId = 'decisions/invalid';
  /** The lines of the file around the fault, with a caret. */
  readonly frame: string | undefined;

  constructor(reason: string, frame?: string) {
    super(reason);
    this.name = 'DecisionsError';
    this.frame = frame;
  }

  /** The same of a fault that was found as those of the config are. */
  static from({ message, frame }: ConfigError): DecisionsError {
    return new DecisionsError(message.split('\n\n')[0] as string, frame);
  }
}
