import type { Outcome } from '../batch/outcome.ts';
import type { CslItem } from '../model/index.ts';
import { namedFindingsOf, type NamedFinding } from './findings.ts';
import type { ReporterDefinition } from './reporter.ts';
import type { Done, Totals } from './summary.ts';

/** Names the form of the document. */
export const reportVersion = 1;

/** What a report says of its run. */
export interface ReportedRun {
  done: Done;
  /** The part of a larger run: `3/10`. */
  shard?: string;
  /** Formats of the bibliography of the larger run, which is written once its parts are joined. */
  bibliographies?: readonly string[];
}

/** A finding as the report has it. */
export interface ReportedFinding extends Omit<NamedFinding, 'isFailure' | 'excerpt'> {
  excerpt: string | null;
  /** Where in the excerpt the finding begins, and how much of it stands there, in UTF-16 code units; only with an excerpt. */
  excerptAt?: number;
  excerptLength?: number;
}

export interface ReportedArticle {
  path: string;
  failed: boolean;
  unchanged: boolean;
  notes: number;
  entities: number;
  pullQuotes: number;
  findings: ReportedFinding[];
  /** What it cites, where the parts of a run are to be joined to one bibliography. */
  sources?: readonly CslItem[];
}

export interface Report {
  reportVersion: number;
  run?: ReportedRun;
  articles: ReportedArticle[];
  totals: Totals;
}

/** What stands before the articles. Each of them has a line of its own, so that a report of a million can be read bit by bit. */
export function reportHead(run: ReportedRun): string {
  return `{"reportVersion":${reportVersion},"run":${JSON.stringify(run)},"articles":[\n`;
}

/**
 * A document for programs of the house: `{ reportVersion, run, articles: [{ path, failed, findings }], totals }`. The same articles give the
 * same document; it bears no time.
 */
export const jsonReporter: ReporterDefinition = {
  description: 'every finding with its place, for programs',
  kind: 'document',
  create: ({ quiet, done, part }) => {
    const head = reportHead({ done, ...part });
    let begun = false;
    return {
      article: (outcome) => {
        const before = begun ? ',\n' : head;
        begun = true;
        return before + JSON.stringify(reported(outcome, quiet, part !== undefined));
      },
      end: (totals) => `${begun ? '\n' : head}],"totals":${JSON.stringify(totals)}}\n`,
    };
  },
};

function reported(outcome: Outcome, quiet: boolean, withSources: boolean): ReportedArticle {
  const { notes, entities, pullQuotes, sources } = outcome.error
    ? { notes: 0, entities: 0, pullQuotes: 0, sources: [] }
    : outcome.article;
  const findings = namedFindingsOf(outcome, quiet).map(
    ({ isFailure: _failure, excerpt, ...finding }): ReportedFinding => ({
      ...finding,
      excerpt: excerpt?.text ?? null,
      ...(excerpt && { excerptAt: excerpt.at, excerptLength: excerpt.length }),
    }),
  );
  return {
    path: outcome.path,
    failed: outcome.error !== undefined,
    unchanged: !outcome.error && (outcome.unchanged ?? false),
    notes,
    entities,
    pullQuotes,
    findings,
    ...(withSources && sources.length > 0 && { sources }),
  };
}
