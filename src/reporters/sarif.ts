import type { ArticleMessage, Rule, Severity } from '../model/index.ts';
import { rules, ruleUrl, type RuleId } from '../model/index.ts';
import { findingsOf, type Finding } from './findings.ts';
import type { ReporterDefinition } from './reporter.ts';

const levels: Record<Severity, string> = { error: 'error', warning: 'warning', info: 'note' };

const schema = 'https://json.schemastore.org/sarif-2.1.0.json';

/**
 * SARIF 2.1.0. Results are written as they come, and what they refer to after them.
 *
 * @see https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html
 */
export const sarifReporter: ReporterDefinition = {
  description: 'SARIF 2.1.0, for code scanning',
  kind: 'document',
  create: ({ quiet, pathPrefix, version }) => {
    const seen = new Map<string, number>();
    let begun = false;
    const head = `{"$schema":${JSON.stringify(schema)},"version":"2.1.0","runs":[{"columnKind":"utf16CodeUnits","results":[\n`;
    const indexOf = (ruleId: string): number => {
      const known = seen.get(ruleId) ?? seen.size;
      seen.set(ruleId, known);
      return known;
    };
    return {
      article: (outcome) => {
        const uri = encodeURI(pathPrefix + outcome.path)
          .replaceAll('#', '%23')
          .replaceAll('?', '%3F');
        const results = findingsOf(outcome, quiet).map((finding) =>
          JSON.stringify(toResult(finding, uri, indexOf(finding.ruleId))),
        );
        if (results.length === 0) return undefined;
        const start = begun ? ',\n' : head;
        begun = true;
        return start + results.join(',\n');
      },
      end: ({ failed }) => {
        const driver = {
          name: 'copydesk',
          semanticVersion: version,
          rules: [...seen.keys()].map(toDescriptor),
        };
        const tail = {
          tool: { driver },
          // A run that left an article out is not complete.
          invocations: [{ executionSuccessful: failed === 0 }],
        };
        return `${begun ? '\n' : head}],${JSON.stringify(tail).slice(1, -1)}}]}\n`;
      },
    };
  },
};

function toResult(finding: Finding, uri: string, ruleIndex: number): object {
  const { ruleId, severity, reason, fingerprint } = finding;
  const region = regionOf(finding);
  return {
    ruleId,
    ruleIndex,
    level: levels[severity],
    message: { text: reason },
    locations: [{ physicalLocation: { artifactLocation: { uri }, ...(region ? { region } : {}) } }],
    partialFingerprints: { 'copydesk/v1': fingerprint },
  };
}

function regionOf({
  line,
  column,
  endLine,
  endColumn,
}: Pick<ArticleMessage, 'line' | 'column' | 'endLine' | 'endColumn'>): object | undefined {
  if (line === null) return undefined;
  const end =
    endLine === null || endColumn === null || (endLine === line && endColumn < (column ?? 1))
      ? {}
      : { endLine, endColumn };
  return { startLine: line, startColumn: column ?? 1, ...end };
}

function toDescriptor(id: string): object {
  const rule = (rules as Record<string, Rule>)[id];
  if (!rule) return { id };
  return {
    id,
    shortDescription: { text: rule.summary },
    helpUri: ruleUrl(id as RuleId),
    defaultConfiguration: { level: levels[rule.severity] },
  };
}
