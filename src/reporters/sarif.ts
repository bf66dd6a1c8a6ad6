import { rules, type ArticleMessage, type Rule, type Severity } from '../model/index.ts';
import { namedFindingsOf, type NamedFinding } from './findings.ts';
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
    const seen = new Map<string, { index: number; url: string | null }>();
    let begun = false;
    const head = `{"$schema":${JSON.stringify(schema)},"version":"2.1.0","runs":[{"columnKind":"utf16CodeUnits","results":[\n`;
    const indexOf = ({ ruleId, url }: NamedFinding): number => {
      const known = seen.get(ruleId) ?? { index: seen.size, url };
      seen.set(ruleId, known);
      return known.index;
    };
    return {
      article: (outcome) => {
        const uriOf = ({ path }: NamedFinding): string =>
          encodeURI((pathPrefix + path).replace(/\p{Surrogate}/gu, '\uFFFD'))
            .replaceAll('#', '%23')
            .replaceAll('?', '%3F');
        const results = namedFindingsOf(outcome, quiet).map((finding) =>
          JSON.stringify(toResult(finding, uriOf(finding), indexOf(finding))),
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
          rules: [...seen].map(([id, { url }]) => toDescriptor(id, url)),
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

function toResult(finding: NamedFinding, uri: string, ruleIndex: number): object {
  const { ruleId, severity, reason, fingerprint, count } = finding;
  const region = regionOf(finding);
  return {
    ruleId,
    ruleIndex,
    level: levels[severity],
    message: { text: reason },
    locations: [{ physicalLocation: { artifactLocation: { uri }, ...(region ? { region } : {}) } }],
    ...(count !== undefined && { occurrenceCount: count }),
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

function toDescriptor(id: string, url: string | null): object {
  const rule = (rules as Record<string, Rule>)[id];
  return {
    id,
    ...(rule
      ? {
          shortDescription: { text: rule.summary },
          defaultConfiguration: { level: levels[rule.severity] },
        }
      : {}),
    ...(url !== null && URL.canParse(url) ? { helpUri: url } : {}),
  };
}
