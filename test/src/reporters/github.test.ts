import { describe, expect, it } from 'vitest';
import type { Severity } from '../../../src/model/index.ts';
import { longestJobSummary } from '../../../src/reporters/job-summary.ts';
import { noTotals } from '../../../src/reporters/summary.ts';
import { built, create, failed, hostile, message, printed } from './outcomes.ts';

const repeated = (severity: Severity, number: number) =>
  Array.from({ length: number }, (_, index) =>
    message({ severity, line: index + 1, endLine: index + 1 }),
  );

describe('annotations', () => {
  it('are the worst first, ten of a kind, and say how many more there are', () => {
    const lines = printed('github', [
      built('a.txt', [
        ...repeated('info', 12),
        ...repeated('warning', 3),
        ...repeated('error', 11),
      ]),
      failed('b.txt', 'no luck'),
    ]).split('\n');
    const kinds = lines.map((line) => /^::(\w+) /.exec(line)?.[1]);
    expect(kinds.slice(0, 23)).toEqual([
      ...Array.from({ length: 10 }, () => 'error'),
      ...Array.from({ length: 3 }, () => 'warning'),
      ...Array.from({ length: 10 }, () => 'notice'),
    ]);
    expect(lines[23]).toContain('4 more findings are in the summary');
  });

  it('name the file from the root of the repository', () => {
    expect(printed('github', [built('input/a.txt', [message()])], { pathPrefix: 'site/' })).toBe(
      '::warning file=site/input/a.txt,line=3,endLine=3,col=5,endColumn=9,title=citations/missing-outlet::Unexpected citation without an outlet\n',
    );
  });

  it('are one command each, whatever the article holds', () => {
    const text = printed('github', [
      built('a,b:c%d.txt', [message({ reason: hostile, ruleId: 'x:y,z' })]),
    ]);
    expect(text.split('\n')).toHaveLength(2);
    expect(text).toContain('file=a%2Cb%3Ac%25d.txt,');
    expect(text).toContain('title=x%3Ay%2Cz::');
    // oxlint-disable-next-line no-control-regex -- these are what is looked for.
    expect(text.trimEnd()).not.toMatch(/[\0-\x1F\x7F-\x9F]/);
  });
});

describe('the job summary', () => {
  const summary = (bytes: number, findings: number, reason = 'Unexpected rain'): string => {
    const reporter = create('github');
    reporter.article(
      built(
        'a.txt',
        repeated('info', findings).map((each) => ({ ...each, reason })),
      ),
    );
    reporter.article(built('b.txt', [message({ severity: 'error', reason: 'Unexpected storm' })]));
    reporter.end(noTotals(), 1);
    return reporter.jobSummary?.(bytes) ?? '';
  };

  it('lists all, the worst first', () => {
    const text = summary(longestJobSummary, 3);
    expect(text).toContain('### Errors (1)');
    expect(text.indexOf('Unexpected storm')).toBeLessThan(text.indexOf('### Notes (3)'));
    expect(text).not.toContain('no room here');
  });

  it('keeps within the limit, and says what is missing', () => {
    const text = summary(longestJobSummary, 50_000, 'Unexpected “東京” '.repeat(10));
    expect(Buffer.byteLength(text)).toBeLessThanOrEqual(longestJobSummary);
    expect(Buffer.byteLength(text)).toBeGreaterThan(longestJobSummary * 0.9);
    expect(text).toMatch(/\n\d+ more findings have no room here/);
    expect(text).toContain('Unexpected storm');
    for (const bytes of [0, 10, 300, 1000, 5000]) {
      expect(Buffer.byteLength(summary(bytes, 100))).toBeLessThanOrEqual(bytes);
    }
  });

  it('takes the words of an article for words', () => {
    const text = summary(longestJobSummary, 1, hostile);
    const row = text.split('\n').find((line) => line.includes('owned')) ?? '';
    expect(row.match(/\|/g)).toHaveLength(5);
    expect(row.replace(/\[citations.*$/, '')).not.toMatch(/[<>[\]`@]|javascript:/);
  });
});
