/** A fault of the configuration, which a user can mend: the run can't be done. */
export class ConfigError extends Error {
  /** The file at fault; undefined where the configuration was given as an object. */
  readonly file: string | undefined;
  /** From 1. */
  readonly line: number | undefined;
  readonly column: number | undefined;
  /** The lines of the file around the fault, with a caret. */
  readonly frame: string | undefined;

  constructor(reason: string, place: ConfigPlace = {}) {
    const { file, line, column, frame } = place;
    const position = line === undefined ? '' : `:${line}:${column ?? 1}`;
    const head = file === undefined ? reason : `${file}${position}: ${reason}`;
    super(frame === undefined ? head : `${head}\n\n${frame}`);
    this.name = 'ConfigError';
    this.file = file;
    this.line = line;
    this.column = column;
    this.frame = frame;
  }
}

export interface ConfigPlace {
  file?: string | undefined;
  line?: number | undefined;
  column?: number | undefined;
  frame?: string | undefined;
}
