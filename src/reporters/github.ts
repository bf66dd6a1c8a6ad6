import type { Severity } from '../model/index.ts';
import { severities, findingsOf, type Finding } from './findings.ts';
import { commandData, commandProperty, visible } from './harmless.ts';
import { JobSummary } from './job-summary.ts';
import type { ReporterDefinition } from './reporter.ts';
import { summaryLine } from './summary.ts';

/** GitHub shows so many annotations of each kind in a step; it drops what comes after them without a word. */
const shownOfEach = 10;

const commands: Record<Severity, string> = { error: 'error', warning: 'warning', info: 'notice' };

/**
 * Annotations in the files of a pull request, worst first, within what GitHub shows; everything in the summary of the job.
 *
 * @see https://docs.github.com/actions/reference/workflow-commands-for-github-actions
 */
export const githubReporter: ReporterDefinition = {
  description: 'annotations and a job summary on GitHub',
  kind: 'log',
  create: ({ quiet, pathPrefix, done }) => {
    const kept: Record<Severity, string[]> = { error: [], warning: [], info: [] };
    const summary = new JobSummary();
    let hidden = 0;
    return {
      article: (outcome) => {
        for (const finding of findingsOf(outcome, quiet)) {
          const path = pathPrefix + finding.path;
          summary.add(finding.path, finding);
          const list = kept[finding.severity];
          if (list.length < shownOfEach) list.push(annotation(path, finding));
          else hidden++;
        }
      },
      end: (totals, milliseconds) => {
        summary.end(summaryLine(totals, milliseconds, done));
        const lines = severities.flatMap((severity) => kept[severity]);
        if (hidden > 0) {
          lines.push(
            `${hidden} more ${hidden === 1 ? 'finding is' : 'findings are'} in the summary of the job: GitHub shows ${shownOfEach} annotations of a kind.`,
          );
        }
        return lines.map((line) => `${line}\n`).join('');
      },
      jobSummary: (bytes) => summary.print(bytes),
    };
  },
};

function annotation(path: string, finding: Finding): string {
  const { severity, reason, ruleId, line, column, endLine, endColumn } = finding;
  const properties: [string, string | number | null][] = [
    // A name with controls would command the log; GitHub doesn't find its file.
    ['file', visible(path)],
    ['line', line],
    ['endLine', endLine],
    ['col', column],
    // Columns are shown only where a finding is within one line.
    ['endColumn', endLine === line ? endColumn : null],
    ['title', ruleId],
  ];
  const list = properties
    .filter(([, value]) => value !== null)
    .map(([name, value]) => `${name}=${commandProperty(String(value))}`);
  return `::${commands[severity]} ${list.join(',')}::${commandData(visible(reason))}`;
}
