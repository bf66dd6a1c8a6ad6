import type { Severity } from '../model/index.ts';
import { namedFindingsOf, type NamedFinding } from './findings.ts';
import { visible } from './harmless.ts';
import type { ReporterDefinition } from './reporter.ts';

const levels: Record<Severity, string> = { error: 'major', warning: 'minor', info: 'info' };

/**
 * Code Quality of GitLab: a list of issues, each with a fingerprint by which a merge request tells what is new.
 *
 * @see https://docs.gitlab.com/ci/testing/code_quality/
 */
export const gitlabReporter: ReporterDefinition = {
  description: 'Code Quality of GitLab',
  kind: 'document',
  create: ({ quiet, pathPrefix }) => {
    let begun = false;
    return {
      article: (outcome) => {
        const issues = namedFindingsOf(outcome, quiet).map((finding) =>
          JSON.stringify(toIssue(finding, pathPrefix + finding.path)),
        );
        if (issues.length === 0) return undefined;
        const head = begun ? ',\n' : '[\n';
        begun = true;
        return head + issues.join(',\n');
      },
      end: () => (begun ? '\n]\n' : '[]\n'),
    };
  },
};

function toIssue(finding: NamedFinding, path: string): object {
  const { ruleId, severity, reason, line, endLine, isFailure, fingerprint, note } = finding;
  return {
    description: visible(reason),
    ...(note === null ? {} : { content: { body: note } }),
    check_name: ruleId,
    fingerprint,
    severity: isFailure ? 'critical' : levels[severity],
    location: {
      path,
      // Every issue has to be in a line; what is said of the whole article is in the first.
      lines: { begin: line ?? 1, ...(endLine === null ? {} : { end: endLine }) },
    },
  };
}
