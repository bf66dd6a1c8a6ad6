import { describe, expect, it } from 'vitest';
import { classOf, unitClass } from '../../../src/text/unit-class.ts';

const patterns: readonly [keyof typeof unitClass, RegExp][] = [
  ['space', /^\s$/],
  ['digit', /^\p{N}$/u],
  ['mark', /^\p{M}$/u],
  ['letter', /^\p{L}$/u],
  ['upper', /^\p{Lu}$/u],
  ['lower', /^\p{Ll}$/u],
  ['surrogate', /^[\uD800-\uDFFF]$/],
];

describe('classOf', () => {
  it('says of each unit what Unicode says', () => {
    for (let unit = 0; unit <= 0xffff; unit++) {
      const character = String.fromCharCode(unit);
      const expected = patterns
        .filter(([, pattern]) => pattern.test(character))
        .reduce((bits, [name]) => bits | unitClass[name], 0);
      if (classOf(unit) !== (expected || unitClass.other)) {
        expect.fail(`U+${unit.toString(16)}: ${classOf(unit)}, expected ${expected}`);
      }
    }
  });

  it('takes what stands behind the end of a text for none of them', () => {
    expect(classOf(''.charCodeAt(0))).toBe(unitClass.other);
  });
});
