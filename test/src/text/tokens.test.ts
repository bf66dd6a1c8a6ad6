import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { tokens } from '../../../src/text/tokens.ts';

const cut = (text: string): string[] =>
  tokens(text).map(({ start, end }) => text.slice(start, end));

describe('tokens', () => {
  it('splits off a possessive, straight or curly', () => {
    expect(cut("Okello's boat, Amina’s nets, the drivers' union")).toEqual([
      'Okello',
      "'s",
      'boat',
      ',',
      'Amina',
      '’s',
      'nets',
      ',',
      'the',
      'drivers',
      "'",
      'union',
    ]);
  });

  it('keeps other apostrophes', () => {
    expect(cut("O'Hara didn't")).toEqual(["O'Hara", "didn't"]);
  });

  it('splits at hyphens', () => {
    expect(cut('Jean-Pierre, a Lagos-based trader')).toEqual([
      'Jean',
      '-',
      'Pierre',
      ',',
      'a',
      'Lagos',
      '-',
      'based',
      'trader',
    ]);
  });

  it('keeps the stops of abbreviations and initials, but not the sentence’s', () => {
    expect(cut('Dr. J. Mensah of Volta Ltd. left the U.S. at 9 a.m. on Monday.')).toEqual([
      'Dr.',
      'J.',
      'Mensah',
      'of',
      'Volta',
      'Ltd.',
      'left',
      'the',
      'U.S.',
      'at',
      '9',
      'a.m.',
      'on',
      'Monday',
      '.',
    ]);
    expect(cut('He was deputy to Vitamin C.')).toEqual([
      'He',
      'was',
      'deputy',
      'to',
      'Vitamin',
      'C',
      '.',
    ]);
  });

  it('keeps numbers, addresses and handles whole', () => {
    expect(cut('1,250.5 at https://example.org/a?b=c. @desk #harvest')).toEqual([
      '1,250.5',
      'at',
      'https://example.org/a?b=c',
      '.',
      '@desk',
      '#harvest',
    ]);
  });

  it('gives each character of an unspaced script its own token', () => {
    expect(cut('Xi (习近平)')).toEqual(['Xi', '(', '习', '近', '平', ')']);
  });

  it('covers everything but white space, in order and without overlap', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        let at = 0;
        for (const { start, end } of tokens(text)) {
          expect(text.slice(at, start)).toMatch(/^[\s\u200b\ufeff]*$/);
          expect(end).toBeGreaterThan(start);
          at = end;
        }
        expect(text.slice(at)).toMatch(/^[\s\u200b\ufeff]*$/);
      }),
    );
  });

  it('stays inside the part that is asked for', () => {
    const text = 'Nairobi. Kampala’s markets';
    expect(tokens(text, 9, 16).map(({ start, end }) => text.slice(start, end))).toEqual([
      'Kampala',
    ]);
  });

  it('takes time in proportion to the text', () => {
    for (const piece of ["'", '-', 'a.', "a'", 'U.S.', '@', '1,', '.', 'http://']) {
      const long = piece.repeat(100_000);
      const began = performance.now();
      tokens(long);
      expect(performance.now() - began, piece).toBeLessThan(10_000);
    }
  });
});
