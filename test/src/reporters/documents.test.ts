import { Ajv } from 'ajv';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { SaxesParser } from 'saxes';
import { describe, expect, it } from 'vitest';
import type { Outcome } from '../../../src/batch/outcome.ts';
import { built, failed, hostile, message, printed } from './outcomes.ts';

const many: readonly Outcome[] = [
  built('input/a b#?%é.txt', [
    message({ severity: 'error' }),
    message({ severity: 'info', line: null, column: null, endLine: null, endColumn: null }),
    message({ reason: hostile, ruleId: 'house:rule', url: null, note: hostile }),
    message({ endLine: 9, endColumn: 1 }),
  ]),
  built('b.txt', []),
  failed('c.txt', hostile),
  built('::error::<d>&".txt', [message()]),
];

interface XmlElement {
  name: string;
  attributes: Record<string, string>;
  children: XmlElement[];
  text: string;
}

/** @throws Error where it isn't well-formed. */
function parseXml(xml: string): XmlElement {
  const root: XmlElement = { name: '', attributes: {}, children: [], text: '' };
  const stack = [root];
  const parser = new SaxesParser();
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', ({ name, attributes }) => {
    const made = {
      name,
      attributes: { ...attributes } as Record<string, string>,
      children: [],
      text: '',
    };
    stack.at(-1)?.children.push(made);
    stack.push(made);
  });
  parser.on('text', (text) => {
    (stack.at(-1) as XmlElement).text += text;
  });
  parser.on('closetag', () => stack.pop());
  parser.write(xml).close();
  return root.children[0] as XmlElement;
}

describe('sarif', () => {
  const folder = dirname(
    createRequire(import.meta.url).resolve('@microsoft/jest-sarif/package.json'),
  );
  const {
    $schema: _,
    id: _id,
    ...schema
  } = JSON.parse(
    readFileSync(join(folder, 'lib/schemas/sarif-2.1.0-rtm.5.json'), 'utf8'),
  ) as Record<string, unknown>;
  const check = new Ajv({
    strict: false,
    allErrors: true,
    validateFormats: false,
    // One of its patterns is none in Unicode mode.
    unicodeRegExp: false,
  }).compile(schema);

  it.each<[string, readonly Outcome[]]>([
    ['many findings', many],
    ['no article', []],
    ['no finding', [built('a.txt', [])]],
  ])('is valid: %s', (_name, outcomes) => {
    const log: unknown = JSON.parse(printed('sarif', outcomes));
    check(log);
    expect(check.errors ?? []).toEqual([]);
  });

  it('refers to each rule, and to files as addresses', () => {
    const log = JSON.parse(printed('sarif', many, { pathPrefix: 'site/' })) as {
      runs: {
        results: {
          ruleId: string;
          ruleIndex: number;
          locations: { physicalLocation: { artifactLocation: { uri: string }; region?: object } }[];
        }[];
        tool: { driver: { rules: { id: string; helpUri?: string }[] } };
        invocations: { executionSuccessful: boolean }[];
      }[];
    };
    const [run] = log.runs;
    for (const { ruleId, ruleIndex } of run?.results ?? []) {
      expect(run?.tool.driver.rules[ruleIndex]?.id).toBe(ruleId);
    }
    expect(run?.results).toHaveLength(6);
    expect(run?.tool.driver.rules[0]?.helpUri).toContain('#citationsmissing-outlet');
    expect(run?.invocations[0]?.executionSuccessful).toBe(false);
    const [first, whole] =
      run?.results.map(({ locations }) => locations[0]?.physicalLocation) ?? [];
    expect(first?.artifactLocation.uri).toBe('site/input/a%20b%23%3F%25%C3%A9.txt');
    expect(first?.region).toEqual({ startLine: 3, startColumn: 5, endLine: 3, endColumn: 9 });
    expect(whole?.region).toBeUndefined();
  });
});

describe('junit', () => {
  it('is built as the schema of its readers asks', () => {
    const root = parseXml(printed('junit', many));
    expect(root.name).toBe('testsuites');
    expect(root.children).toHaveLength(4);
    for (const suite of root.children) {
      expect(suite.name).toBe('testsuite');
      const { name, tests, failures, errors } = suite.attributes;
      expect(name).not.toBe('');
      expect(Number(tests)).toBe(suite.children.length);
      const having = (kind: string): number =>
        suite.children.filter(({ children }) => children.some((child) => child.name === kind))
          .length;
      expect(Number(failures)).toBe(having('failure'));
      expect(Number(errors)).toBe(having('error'));
      for (const each of suite.children) {
        expect(each.name).toBe('testcase');
        expect(each.attributes).toMatchObject({ classname: name });
        for (const part of each.children) {
          expect(['failure', 'error', 'system-out']).toContain(part.name);
        }
      }
    }
  });

  it('fails for errors and failed articles alone', () => {
    const [first, second, third] = parseXml(printed('junit', many)).children;
    expect(first?.attributes).toMatchObject({ tests: '2', failures: '1', errors: '0' });
    expect(second?.children[0]?.attributes['name']).toBe('no findings');
    expect(third?.attributes).toMatchObject({ failures: '0', errors: '1' });
  });

  it('is well-formed without an article', () => {
    expect(parseXml(printed('junit', [])).children).toEqual([]);
  });
});

describe('checkstyle', () => {
  it('is well-formed, and names files with findings', () => {
    const root = parseXml(printed('checkstyle', many));
    expect(root.children.map(({ attributes }) => attributes['name'])).toEqual([
      'input/a b#?%é.txt',
      'c.txt',
      '::error::<d>&".txt',
    ]);
    expect(root.children[0]?.children[0]?.attributes).toMatchObject({
      line: '3',
      column: '5',
      severity: 'error',
      source: 'copydesk.citations/missing-outlet',
    });
    expect(parseXml(printed('checkstyle', [])).children).toEqual([]);
  });
});

describe('json', () => {
  it('has every finding, and no time', () => {
    const report = JSON.parse(printed('json', many)) as {
      reportVersion: number;
      articles: { path: string; failed: boolean; findings: object[] }[];
      totals: { failed: number };
    };
    expect(report.reportVersion).toBe(1);
    expect(report.articles.map(({ failed: isFailed }) => isFailed)).toEqual([
      false,
      false,
      true,
      false,
    ]);
    expect(report.articles[0]?.findings).toHaveLength(4);
    expect(report.totals.failed).toBe(1);
    expect(printed('json', many)).toBe(printed('json', many));
    expect(JSON.parse(printed('json', []))).toMatchObject({ articles: [] });
  });

  it('leaves out what is only worth knowing, where that is asked', () => {
    const report = JSON.parse(printed('json', many, { quiet: true })) as {
      articles: { findings: { severity: string }[] }[];
    };
    const severities = report.articles.flatMap(({ findings }) =>
      findings.map((each) => each.severity),
    );
    expect(new Set(severities)).toEqual(new Set(['error', 'warning']));
  });
});

describe('gitlab', () => {
  interface Issue {
    check_name: string;
    fingerprint: string;
    severity: string;
    location: { path: string; lines: { begin: number } };
    description: string;
  }
  const issues = (outcomes: readonly Outcome[]): Issue[] =>
    JSON.parse(printed('gitlab', outcomes, { pathPrefix: 'site/' })) as Issue[];

  it('has what Code Quality asks for', () => {
    const list = issues(many);
    expect(list).toHaveLength(6);
    for (const { check_name, fingerprint, severity, location, description } of list) {
      expect(check_name).toMatch(/^[\w-]+[/:][\w-]+$/);
      expect(fingerprint).toMatch(/^[\da-f]{32}$/);
      expect(['info', 'minor', 'major', 'critical', 'blocker']).toContain(severity);
      expect(location.path).toMatch(/^site\//);
      expect(location.lines.begin).toBeGreaterThan(0);
      expect(description).not.toMatch(/[\n\r\0]/);
    }
    expect(issues([])).toEqual([]);
    expect(new Set(list.map(({ fingerprint }) => fingerprint)).size).toBe(list.length);
  });

  it('names a finding alike wherever its line has moved to', () => {
    const excerpt = { text: 'It opened on Monday (, April 29, 2024).', at: 20, length: 18 };
    const moved = { ...excerpt, text: `Now: ${excerpt.text}`, at: 25 };
    const of = (line: number, ...excerpts: (typeof excerpt)[]): string[] =>
      issues([
        built(
          'a.txt',
          excerpts.map(() => message({ line })),
          excerpts,
        ),
      ]).map(({ fingerprint }) => fingerprint);
    expect(of(3, excerpt)).toEqual(of(70, moved));
    const [first, second] = of(3, excerpt, excerpt);
    expect(first).toBe(of(3, excerpt)[0]);
    expect(second).not.toBe(first);
    expect(of(3, { ...excerpt, text: excerpt.text.replace('29', '28') })).not.toEqual(
      of(3, excerpt),
    );
  });
});
