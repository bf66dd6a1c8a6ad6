import { VFile } from 'vfile';
import { describe, expect, it } from 'vitest';
import { PluginError } from '../../../src/attach.ts';
import { builtOutcome, failedOutcome } from '../../../src/batch/outcome.ts';
import type { Article, ArticleMessage } from '../../../src/model/index.ts';

const message = (place: Partial<ArticleMessage>): ArticleMessage => ({
  ruleId: 'x/y',
  severity: 'warning',
  reason: 'r',
  line: null,
  column: null,
  endLine: null,
  endColumn: null,
  note: null,
  url: null,
  ...place,
});

function excerptsOf(value: string | Uint8Array, messages: ArticleMessage[]) {
  const article = { metadata: {}, messages, citations: [], entities: [], pullQuotes: [] };
  return builtOutcome('a.txt', article as unknown as Article, new VFile({ value })).excerpts;
}

describe('builtOutcome', () => {
  it('cuts the line of each finding out, whatever ends the lines', () => {
    for (const ending of ['\n', '\r\n', '\r']) {
      const [first, second] = excerptsOf(['one', 'two words', 'three'].join(ending), [
        message({ line: 2, column: 5, endLine: 2, endColumn: 10 }),
        message({ line: 3, column: 1 }),
      ]);
      expect(first).toEqual({ text: 'two words', at: 4, length: 5 });
      expect(second).toEqual({ text: 'three', at: 0, length: 1 });
    }
  });

  it('keeps to the surroundings of a finding in a long line', () => {
    const line = `${'a'.repeat(1000)}FAULT${'b'.repeat(1000)}`;
    const [excerpt] = excerptsOf(line, [
      message({ line: 1, column: 1001, endLine: 1, endColumn: 1006 }),
    ]);
    expect(excerpt?.text).toHaveLength(160);
    expect(excerpt?.text.slice(excerpt.at, excerpt.at + excerpt.length)).toBe('FAULT');
  });

  it('has none where a finding has no place, or the format no lines', () => {
    expect(excerptsOf('one', [message({}), message({ line: 9, column: 1 })])).toEqual([null, null]);
    expect(excerptsOf(new Uint8Array([1]), [message({ line: 1, column: 1 })])).toEqual([null]);
  });
});

describe('failedOutcome', () => {
  it('is plain data, under the rule of what went wrong', () => {
    const { error } = failedOutcome('a.txt', new PluginError('shout', new Error('no voice')));
    expect(error).toMatchObject({ ruleId: 'pipeline/plugin-failed', line: null });
    expect(error.message).toContain('no voice');
    expect(structuredClone(error)).toEqual(error);
    expect(failedOutcome('a.txt', 'text').error).toMatchObject({
      ruleId: 'pipeline/not-built',
      message: 'text',
    });
  });
});
