import { expect, test } from 'vitest';
import { kinds, markers } from '../../../plugins/pull-quotes/lexicon.ts';
import { countOf, hasMarker, readWords } from '../../../plugins/pull-quotes/words.ts';

test('words are letters and digits with marks, joined by apostrophes and hyphens within', () => {
  const { count, first, second } = readWords('“Well-known,” o’Brien said – in 2014’s rain.');
  expect({ count, first, second }).toEqual({ count: 6, first: 'well-known', second: "o'brien" });
  expect(readWords("- ' 's --x-").count).toBe(2);
});

test('words of any script count, those beyond the first plane too', () => {
  expect(readWords('중앙 é e\u0301 𝒜𝒷 𐐀-𐐨 😀 \ud800').count).toBe(5);
});

test('a capital counts behind the first word alone, and "I" never', () => {
  expect(readWords('The Mayor and I’m BUSY').capitalised).toBe(2);
  expect(readWords('The Mayor and I’m BUSY').capitals).toBe(1);
});

test('May is a month behind the first word, may is a verb', () => {
  const dates = (text: string): number => countOf(readWords(text), kinds.date);
  expect([dates('In May it rains'), dates('It may rain'), dates('May it rain')]).toEqual([1, 0, 0]);
});

test('content words are listed once, without a plural’s s', () => {
  expect(readWords('Rivers and a river, cities and the 3rd city').content).toEqual([
    'river',
    'city',
  ]);
});

test('each marker is told apart, the thirty-third too', () => {
  const words = readWords('No more.');
  const found = markers.filter((_, index) => hasMarker(words, index) === 1);
  expect(found).toEqual(['no', 'more']);
});
