import { describe, expect, it } from 'vitest';
import { displayWidth } from '../../../src/reporters/display-width.ts';
import { prettyOutcome } from '../../../src/reporters/pretty.ts';
import { built, failed, hostile, message, printed } from './outcomes.ts';

const plain = { color: false, quiet: false };

/** The line of the source and what is marked in it, by columns of the terminal. */
function marked(text: string, at: number, length: number, width = 100): string {
  const outcome = built('a.txt', [message()], [{ text, at, length }]);
  const [, , source = '', carets = ''] = prettyOutcome(outcome, { ...plain, width }).split('\n');
  const start = displayWidth(carets.slice(0, carets.indexOf('^')));
  const size = carets.trimEnd().length - carets.indexOf('^');
  let column = 0;
  let result = '';
  for (const { segment } of new Intl.Segmenter('en', { granularity: 'grapheme' }).segment(source)) {
    if (column >= start && column < start + size) result += segment;
    column += displayWidth(segment);
  }
  return result;
}

describe('the caret', () => {
  it.each([
    ['plain words', 'The ferry left', 4, 5, 'ferry'],
    ['wide characters before', '東京 の ferry left', 5, 5, 'ferry'],
    ['wide characters in it', 'The 東京 left', 4, 2, '東京'],
    ['combining marks before', 'Cafe\u0301 ferry', 6, 5, 'ferry'],
    ['emoji that are joined', '👩‍👩‍👧 ferry', 9, 5, 'ferry'],
    ['Hangul in parts', '\u1112\u1161\u11AB ferry', 4, 5, 'ferry'],
    ['a tab before', 'The\tferry left', 4, 5, 'ferry'],
    ['a control before', 'The\u001B[31m ferry left', 9, 5, 'ferry'],
    ['an invisible space', 'a\u200Bb ferry', 4, 5, 'ferry'],
  ])('stands under what is meant: %s', (_, text, at, length, expected) => {
    expect(marked(text, at, length)).toBe(expected);
  });

  it('stands under it in the window of a long line', () => {
    const text = `${'word '.repeat(30)}ferry ${'more '.repeat(30)}`;
    for (const width of [40, 60, 100]) {
      expect(marked(text, 150, 5, width)).toBe('ferry');
      const outcome = built('a.txt', [message()], [{ text, at: 150, length: 5 }]);
      const lines = prettyOutcome(outcome, { ...plain, width })
        .split('\n')
        .slice(2);
      for (const line of lines) expect(displayWidth(line)).toBeLessThanOrEqual(width);
    }
  });

  it('is one column where nothing prints', () => {
    const outcome = built('a.txt', [message()], [{ text: 'a\u200Bb', at: 1, length: 1 }]);
    expect(prettyOutcome(outcome, plain).split('\n')[3]).toMatch(/│ {2}\^$/);
  });
});

describe('the report', () => {
  it('names the article once, and each finding with place, severity, reason and rule', () => {
    const outcome = built('a.txt', [
      message({ severity: 'error', line: 12, column: 1 }),
      message({ severity: 'info', line: null, column: null, ruleId: 'masthead/missing-title' }),
    ]);
    expect(prettyOutcome(outcome, plain)).toBe(
      'a.txt\n  12:1  error  Unexpected citation without an outlet  citations/missing-outlet\n' +
        '        info   Unexpected citation without an outlet  masthead/missing-title\n',
    );
    expect(prettyOutcome(outcome, { ...plain, quiet: true })).not.toContain('info');
    expect(prettyOutcome(failed('a.txt', 'no luck'), plain)).toBe(
      'a.txt\n  error  no luck  pipeline/plugin-failed\n',
    );
    expect(prettyOutcome(built('a.txt', []), plain)).toBe('');
  });

  it('has colours where they are wanted, and else no escape sequence', () => {
    const outcome = built('a.txt', [message()], [{ text: 'a b', at: 2, length: 1 }]);
    expect(prettyOutcome(outcome, { color: true, quiet: false })).toContain('\u001B[33m');
    expect(prettyOutcome(outcome, plain)).not.toContain('\u001B');
  });

  it('tells a person what to do about the first finding that matters, and no machine', () => {
    const outcomes = [
      built('a.txt', [message({ severity: 'info' })]),
      built('b c.txt', [message({ ruleId: 'citations/missing-outlet' })]),
    ];
    const told = printed('pretty', outcomes, { hints: true });
    expect(told.split('\n').slice(-3)).toEqual([
      '  copydesk rules citations/missing-outlet  explains a rule',
      '  copydesk decide "b c.txt"                writes down what is to be decided',
      '',
    ]);
    expect(printed('pretty', outcomes)).not.toContain('copydesk ');
    expect(printed('pretty', outcomes.slice(0, 1), { hints: true })).not.toContain('copydesk ');
  });

  it('lets no article command the terminal or the job', () => {
    const outcome = built(
      '::error::\u001B]0;x\u0007.txt',
      [message({ reason: hostile })],
      [{ text: hostile, at: 5, length: 20 }],
    );
    const text = prettyOutcome(outcome, { ...plain, isCommandLog: true });
    // oxlint-disable-next-line no-control-regex -- these are what is looked for.
    expect(text.replaceAll('\n', '')).not.toMatch(/[\0-\x1F\x7F-\x9F\u202E]/);
    for (const line of text.split('\n')) expect(line).not.toMatch(/^\s*::|##\[/);
    expect(text.split('\n')).toHaveLength(5);
  });
});
