import { describe, expect, it } from 'vitest';
import { repairs } from '../../../plugins/cleanup/repairs/index.ts';
import { signsOf } from '../../../plugins/cleanup/signs.ts';

/** Texts of up to three characters around letters, of all that any trace asks for. */
function* samples(): Generator<string> {
  const odd = [
    ...' \n\t\u00A0,;.:!?()\'"-a',
    'é',
    'â',
    '\u0080',
    '\u00AD',
    '\u200B',
    '\u3000',
    'ﬁ',
    '\u{E0061}',
    '😀',
  ];
  for (const first of odd) {
    for (const second of odd) {
      for (const third of odd) {
        const text = first + second + third;
        yield text;
        yield `a${text}a`;
      }
    }
  }
  for (let unit = 0; unit <= 0xffff; unit++) yield `a${String.fromCharCode(unit)}a`;
}

describe('signsOf', () => {
  it('misses no text that a repair looks at', () => {
    for (const text of samples()) {
      const found = signsOf(text);
      const missed = repairs.filter(
        ({ signs, trace }) => (signs & found) === 0 && trace.test(text),
      );
      if (missed.length > 0) expect.fail(`${JSON.stringify(text)}: ${missed[0]?.name}`);
    }
  });

  it('finds none in plain prose', () => {
    expect(signsOf('Rain fell on the valley, and nobody minded; it was May (at last).')).toBe(0);
    expect(signsOf('“Well,” she said — “that’s that…”')).toBe(0);
    expect(signsOf('')).toBe(0);
  });
});
