import { findingsOf, type Finding } from './findings.ts';
import { visible, xmlText } from './harmless.ts';
import type { ReporterDefinition } from './reporter.ts';
import { xmlStart } from './xml-start.ts';

/**
 * JUnit: a suite for each article, a case for each rule that found something in it. Errors are failures, an article that could not be
 * built is an error, and the rest is output of a case that passed.
 *
 * @see https://github.com/jenkinsci/xunit-plugin for the schema that most readers of this form go by, `junit-10.xsd`.
 */
export const junitReporter: ReporterDefinition = {
  description: 'JUnit, for test reports',
  kind: 'document',
  create: ({ quiet }) => {
    const start = xmlStart('<testsuites name="copydesk">');
    return {
      article: (outcome) => start() + suite(outcome.path, findingsOf(outcome, quiet)),
      end: () => `${start()}</testsuites>\n`,
    };
  },
};

function suite(path: string, findings: readonly Finding[]): string {
  const groups = [...groupByRule(findings)];
  const failed = groups.filter(([, group]) => group.some(isFailed)).length;
  const errors = groups.filter(([, group]) => group.some(({ isFailure }) => isFailure)).length;
  const cases = groups.map(([ruleId, group]) => testCase(path, ruleId, group));
  // An article without a finding is a test that passed.
  if (cases.length === 0)
    cases.push(`    <testcase${attributes({ name: 'no findings', classname: path })}/>\n`);
  const head = attributes({
    name: path,
    tests: String(cases.length),
    failures: String(failed),
    errors: String(errors),
  });
  return `  <testsuite${head}>\n${cases.join('')}  </testsuite>\n`;
}

function groupByRule(findings: readonly Finding[]): Map<string, Finding[]> {
  const groups = new Map<string, Finding[]>();
  for (const finding of findings) {
    const group = groups.get(finding.ruleId);
    if (group) group.push(finding);
    else groups.set(finding.ruleId, [finding]);
  }
  return groups;
}

function isFailed({ severity, isFailure }: Finding): boolean {
  return severity === 'error' && !isFailure;
}

function testCase(path: string, ruleId: string, findings: readonly Finding[]): string {
  const parts = findings.flatMap((finding) => {
    if (finding.severity !== 'error') return [];
    const element = finding.isFailure ? 'error' : 'failure';
    const head = attributes({ message: finding.reason, type: ruleId });
    return `      <${element}${head}>${xmlText(lineOf(finding))}</${element}>\n`;
  });
  const others = findings.filter(({ severity }) => severity !== 'error');
  if (others.length > 0) {
    const lines = others.map((finding) => `${finding.severity}: ${lineOf(finding)}`);
    parts.push(`      <system-out>${lines.map(xmlText).join('\n')}</system-out>\n`);
  }
  return `    <testcase${attributes({ name: ruleId, classname: path })}>\n${parts.join('')}    </testcase>\n`;
}

function lineOf({ path, line, column, reason }: Finding): string {
  const place = line === null ? '' : `:${line}:${column ?? 1}`;
  return `${visible(path)}${place}: ${visible(reason)}`;
}

function attributes(values: Readonly<Record<string, string>>): string {
  return Object.entries(values)
    .map(([name, value]) => ` ${name}="${xmlText(value)}"`)
    .join('');
}
