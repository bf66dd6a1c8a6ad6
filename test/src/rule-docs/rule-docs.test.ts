/** Every rule is explained, and its examples are true: the bad one gives the rule, the good one doesn't. */
import iconv from 'iconv-lite';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { failedOutcome } from '../../../src/batch/outcome.ts';
import { createPipeline } from '../../../src/index.ts';
import { rules } from '../../../src/model/index.ts';
import { ruleDocs, type RuleExample } from '../../../src/rule-docs/index.ts';
import { docx } from '../readers/docx/docx.ts';

const ids = Object.keys(rules);
let folder: string | undefined;

afterEach(() => {
  if (folder) rmSync(folder, { recursive: true, force: true });
});

it('explains every rule, and no other', () => {
  expect(Object.keys(ruleDocs).sort()).toEqual([...ids].sort());
});

/** What cannot be shown by one article is told in words, and tested where it belongs. */
it('tells of few rules in words', () => {
  const inWords = ids.filter((id) => typeof ruleDocs[id]?.bad === 'string');
  expect(inWords).toEqual([
    'limits/time',
    'limits/memory',
    'limits/output-ratio',
    'limits/docx-ratio',
    'output/edited',
    'output/not-written',
  ]);
});

describe.each(ids)('%s', (id) => {
  const { bad, good, why } = ruleDocs[id] ?? { why: '', bad: '', good: '' };

  it('says why', () => {
    expect(why.length).toBeGreaterThan(30);
    expect(why.endsWith('.')).toBe(true);
  });

  it.runIf(typeof bad !== 'string')('is found in the bad example', async () => {
    expect(await rulesIn(bad as RuleExample)).toContain(id);
  });

  it.runIf(typeof good !== 'string')('is not found in the good example', async () => {
    const found = await rulesIn(good as RuleExample);
    expect(found).not.toContain(id);
    expect(found.filter((each) => each.startsWith('pipeline/'))).toEqual([]);
  });
});

async function rulesIn(example: RuleExample): Promise<string[]> {
  folder = mkdtempSync(join(tmpdir(), 'copydesk-rule-'));
  const { name = 'article.txt', article, config = '{}', files = {}, date, decisions } = example;
  for (const [path, content] of Object.entries({ ...files, 'pipeline.config.yaml': config })) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), content);
  }
  const { comments } = example;
  const value = name.endsWith('.docx')
    ? docx({ body: article, ...(comments === undefined ? {} : { comments }) })
    : iconv.encode(article, example.encoding ?? 'utf-8');
  const pipeline = createPipeline({ cwd: folder });
  try {
    const path = join(folder, 'input', name);
    const result = await pipeline.build({ value, path, date, decisions });
    return result.article.messages.map(({ ruleId }) => ruleId);
  } catch (error) {
    return [failedOutcome(name, error).error.ruleId];
  }
}
