/** Findings beyond `limits.findings` are counted and not listed, and nothing of that is hidden. */
import { VFile } from 'vfile';
import type { VFileMessage } from 'vfile-message';
import { describe, expect, it } from 'vitest';
import { builtOutcome } from '../../src/batch/outcome.ts';
import { countOf } from '../../src/cap-findings.ts';
import type { PipelineConfig } from '../../src/config/types.ts';
import { createPipeline, type ArticleMessage } from '../../src/index.ts';
import { FindingsBeyond, report, rules, severityOf, type Severity } from '../../src/model/index.ts';
import { count, noTotals, type Totals } from '../../src/reporters/summary.ts';
import { applySeverities } from '../../src/severity.ts';
import { findingsOf } from '../../src/reporters/findings.ts';

const rule = 'citations/mark-without-note';
const calls = (number: number): string => `Ships came in.${'[^1] '.repeat(number)}They left.\n`;

interface Built {
  messages: ArticleMessage[];
  told: ArticleMessage[];
  beyond: ArticleMessage[];
  totals: Totals;
}

async function build(
  value: string,
  config: PipelineConfig = {},
  { decisions, id = rule }: { decisions?: string; id?: string } = {},
): Promise<Built> {
  const limits = { findings: 10, ...config.limits };
  const pipeline = createPipeline({ config: { plugins: ['citations'], ...config, limits } });
  const { article, file } = await pipeline.build({ value, path: 'a.md', formats: [], decisions });
  const totals = noTotals();
  count(totals, builtOutcome('a.md', article, file));
  const { messages } = article;
  return {
    messages,
    told: messages.filter(({ ruleId }) => ruleId === id),
    beyond: messages.filter(({ ruleId }) => ruleId === 'limits/findings'),
    totals,
  };
}

function fileWith(limit: number): VFile {
  const file = new VFile({ value: 'Ships came in.', path: 'a.txt' });
  file.data.findings = new FindingsBeyond(limit);
  return file;
}

const settle = (file: VFile): void =>
  applySeverities(file, rules, { rules: {}, overrides: [], rulesUrl: undefined });

describe('findings of one rule', () => {
  it('are all told up to the limit', async () => {
    const { told, beyond } = await build(calls(10));
    expect([told.length, beyond.length]).toEqual([10, 0]);
  });

  it('are counted beyond it by one message at the first that is not told, which counts as many', async () => {
    const { told, beyond, totals } = await build(calls(500));
    expect(told).toHaveLength(10);
    expect(beyond).toEqual([
      expect.objectContaining({
        severity: 'warning',
        count: 490,
        reason: `Unexpected number of findings of ${rule}: 500, expected at most 10 (limits.findings); 490 of them, with severity warning, are counted and not listed`,
      }),
    ]);
    const last = told.at(-1) as ArticleMessage;
    expect([beyond[0]?.line, beyond[0]?.column]).toEqual([last.line, (last.column as number) + 5]);
    expect(totals.findings.warning).toBe(500);
  });

  it('are as grave beyond it as the config says, so that no error is hidden', async () => {
    const { beyond, totals } = await build(calls(50), { rules: { [rule]: 'error' } });
    expect(beyond).toMatchObject([{ severity: 'error', count: 40 }]);
    expect(totals.findings.error).toBe(50);
  });

  it('do not count beyond it where they are off, accepted or suppressed', async () => {
    const off = await build(calls(50), { rules: { [rule]: 'off' } });
    expect([off.told, off.beyond]).toEqual([[], []]);

    const accepted = await build(
      calls(50),
      {},
      { decisions: `accept:\n  - rule: ${rule}\n    reason: known\n` },
    );
    expect(accepted.messages).toEqual([]);

    const quoted = await build(
      `${calls(50)}\nThe gulls went with [^2] them.\n`,
      {},
      { decisions: `accept:\n  - rule: ${rule}\n    quote: gulls went with [^2] them\n    reason: known\n` }, // prettier-ignore
    );
    expect(quoted.told).toHaveLength(10);
    expect(quoted.beyond).toMatchObject([{ count: 40 }]);
    expect(quoted.messages).toHaveLength(11);

    const disabled = `<!-- copydesk-disable ${rule}: known -->\n\n${calls(50)}\n<!-- copydesk-enable -->\n\n${calls(50)}`;
    const { told, beyond, totals } = await build(disabled);
    expect(told).toEqual([]);
    expect(beyond).toMatchObject([{ count: 50, line: 7 }]);
    expect(totals.findings.warning).toBe(50);
  });

  it('can be left out beyond it as any finding can', async () => {
    const suppressed = `<!-- copydesk-disable limits/findings: known -->\n\n${calls(50)}`;
    const { messages, beyond } = await build(suppressed);
    expect(beyond).toEqual([]);
    expect(messages.filter(({ ruleId }) => ruleId.startsWith('suppressions/'))).toEqual([]);
    expect((await build(calls(50), { rules: { 'limits/findings': 'off' } })).beyond).toEqual([]);
  });

  it('are kept apart by severity', () => {
    const file = fileWith(10);
    const severities: Severity[] = ['info', 'error', 'warning'];
    for (let index = 0; index < 30; index++)
      report(file, rule, 'no', { severity: severities[index % 3] });
    settle(file);
    const severityOfAll = file.messages.map((message) => [severityOf(message), countOf(message)]);
    expect(severityOfAll.slice(0, 10).every(([, number]) => number === 1)).toBe(true);
    expect(severityOfAll.slice(10).sort()).toEqual([
      ['error', 7],
      ['info', 6],
      ['warning', 7],
    ]);
  });

  it('of plugins that do not use `report` are counted as well', () => {
    const file = fileWith(10);
    for (let index = 0; index < 30; index++)
      file.message(`no ${index}`, { source: 'own', ruleId: 'no' });
    settle(file);
    const reasons = file.messages.map(({ reason }) => reason);
    expect(reasons.slice(0, -1)).toEqual(Array.from({ length: 10 }, (_, index) => `no ${index}`));
    const last = file.messages.at(-1) as VFileMessage;
    expect([severityOf(last), countOf(last), last.place]).toEqual(['warning', 20, undefined]);
    expect(last.reason).toContain('number of findings of own:no: 30');
  });

  it('are all told to who asks for all', async () => {
    const pipeline = createPipeline({ config: { plugins: ['citations'] }, allFindings: true });
    const { file } = await pipeline.build({ value: calls(3000), path: 'a.md', formats: [] });
    expect(file.messages.filter(({ ruleId }) => ruleId === 'mark-without-note')).toHaveLength(3000);
  });

  it('of 400 KB of calls are a thousand and one, and the report says how many there are', async () => {
    const pipeline = createPipeline({ config: { plugins: ['citations'] } });
    const { article, file } = await pipeline.build({ value: calls(80_000), path: 'a.md', formats: [] }); // prettier-ignore
    const findings = findingsOf(builtOutcome('a.md', article, file));
    expect(findings.map(({ ruleId }) => ruleId).filter((id) => id === rule)).toHaveLength(1000);
    expect(findings.length).toBeLessThan(1005);
    expect(findings.find(({ ruleId }) => ruleId === 'limits/findings')?.count).toBe(79_000);
  });
});
