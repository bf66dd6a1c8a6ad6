import type { Outcome } from '../batch/outcome.ts';
import type { Done, Totals } from './summary.ts';

/** What a reporter may know of the run that it tells of. */
export interface ReporterOptions {
  /** Whether escape sequences for colour are understood where the report goes. */
  color: boolean;
  /** Leaves out what is only worth knowing. */
  quiet: boolean;
  /** Whether the person who reads it is told which command comes next. Default: no. */
  hints?: boolean;
  /** Columns of the terminal. */
  width: number;
  /**
   * What stands before the path of an article, in reports that name files from the root of a repository: empty, or ends in `/`.
   */
  pathPrefix: string;
  /** What the run does with articles. */
  done: Done;
  /** Where the run is a part of a larger one: which, and the formats of the bibliography that is made once the parts are joined. */
  part?: { shard: string; bibliographies: readonly string[] } | undefined;
  /** The version of copydesk. */
  version: string;
  /** Whether what is printed is searched for commands: the log of a job on GitHub. */
  isCommandLog: boolean;
}

/**
 * Tells what became of articles, one after the other. What it returns is printed at once, so that a run of a million articles needs no more
 * memory than its largest; it keeps only what has to be printed at the end.
 */
export interface Reporter {
  /** Called for each article, in their order. */
  article(outcome: Outcome): string | void;
  /**
   * Called once, after the last article.
   *
   * @param milliseconds - How long the run took; undefined where it isn't known.
   */
  end(totals: Readonly<Totals>, milliseconds: number | undefined): string | void;
  /**
   * The report as Markdown, for the page of a job. Called after `end`.
   *
   * @param bytes - How long it may be, in bytes of UTF-8.
   */
  jobSummary?(bytes: number): string;
}

export interface ReporterDefinition {
  /** What the help says of it. */
  description: string;
  /** A document that other programs read goes to standard output; what is for a person to read, beside it. */
  kind: 'log' | 'document';
  create: (options: Readonly<ReporterOptions>) => Reporter;
}
