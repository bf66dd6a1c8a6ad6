import { describe, expect, it } from 'vitest';
import { characterSize, classOf, isSpaceAt, unitClass } from '../../../src/text/unit-class.ts';

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

it('tells how many units a character of a class has', () => {
  const size = (text: string, at = 0): number =>
    characterSize(text, at, unitClass.letter, /\p{L}/u);
  expect([size('a'), size('1'), size('𝒜'), size('😀'), size('\ud835'), size('')]).toEqual([
    1, 0, 2, 0, 0, 0,
  ]);
  // The second half of a pair is no character.
  expect(size('𝒜', 1)).toBe(0);
});

it('knows white space as `\\s` does, and none behind the end', () => {
  for (const character of [' ', '\u00A0', '\n', '\u2003', '\uFEFF'])
    expect(isSpaceAt(character, 0)).toBe(true);
  expect([isSpaceAt('a', 0), isSpaceAt('\u200B', 0), isSpaceAt('', 0)]).toEqual([
    false,
    false,
    false,
  ]);
});
