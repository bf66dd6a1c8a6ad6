/** What a command needs of the process it runs in. `cli.ts` gives the real one, tests their own. */
export interface CommandIo {
  cwd: string;
  stdout: (text: string) => void;
  stderr: (text: string) => void;
  /** @param most - Bytes after which no more is read: it is too much then. */
  stdin: (most?: number) => Promise<Uint8Array>;
  /** Whether a person watches standard error: progress and colour make sense. */
  interactive: boolean;
  color: boolean;
  /** Columns of the terminal. Default: 100. */
  columns?: number | undefined;
  /** Default: none. */
  env?: Readonly<Record<string, string | undefined>>;
  /** Listens to signals that ask the process to end. Default: nobody listens, and the process just ends. */
  interruption?: () => Interruption;
  /** Milliseconds, for measuring. */
  now: () => number;
}

/** What tells a command to end. */
export interface Interruption {
  /** Aborted by the first signal, with its name as the reason: `SIGINT`, `SIGTERM`. */
  signal: AbortSignal;
  /** Signals end the process again. */
  end: () => void;
}

/** Exit codes, as ESLint and textlint have them. */
export const exitCodes = {
  /** Nothing to say, or warnings only. */
  ok: 0,
  /** Errors were found, or an article failed. */
  findings: 1,
  /** The run itself could not be done. */
  failure: 2,
  /** The run was interrupted: 128 and the number of the signal, as shells have it. */
  SIGINT: 130,
  SIGTERM: 143,
} as const;

/** A command can't be done as it was given. */
export class UsageError extends Error {
  constructor(reason: string) {
    super(reason);
    this.name = 'UsageError';
  }
}
