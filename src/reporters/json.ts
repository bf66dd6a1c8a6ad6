import { findingsOf } from './findings.ts';
import type { ReporterDefinition } from './reporter.ts';

/** Names the form of the document. */
const reportVersion = 1;

/**
 * A document for programs of the house: `{ reportVersion, articles: [{ path, failed, findings }], totals }`. The same articles give the same
 * document; it bears no time.
 */
export const jsonReporter: ReporterDefinition = {
  description: 'every finding with its place, for programs',
  kind: 'document',
  create: ({ quiet }) => {
    let begun = false;
    return {
      article: (outcome) => {
        const head = begun ? ',\n' : `{"reportVersion":${reportVersion},"articles":[\n`;
        begun = true;
        const findings = findingsOf(outcome, quiet).map(
          ({ isFailure: _failure, excerpt, ...finding }) => ({
            ...finding,
            excerpt: excerpt?.text ?? null,
          }),
        );
        const article = { path: outcome.path, failed: outcome.error !== undefined, findings };
        return head + JSON.stringify(article);
      },
      end: (totals) => {
        const head = begun ? '\n' : `{"reportVersion":${reportVersion},"articles":[\n`;
        return `${head}],"totals":${JSON.stringify(totals)}}\n`;
      },
    };
  },
};
