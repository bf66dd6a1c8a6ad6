/** Headings in sentence case, in title case, or in one kind of letters. */
import { foldTerm } from '../vocabulary/read.ts';
import { touches, type StyleBlock } from '../text.ts';
import type { LetterCase, Rule } from '../vocabulary/rule.ts';
import { quote, type Finding } from './finding.ts';

const names: Readonly<Record<LetterCase, string>> = {
  sentence: 'sentence case',
  title: 'title case',
  lower: 'small letters',
  upper: 'capitals',
};

/** Words that stay small in a title, unless they are its first or last. */
const small = new Set(
  'a an and as at but by for from in into nor of on or over per the to up via vs with yet'.split(
    ' ',
  ),
);

/** What is wrong with the letters of a block, with the whole of it as it should be. */
export function caseFinding(rule: Rule, block: StyleBlock): Finding | undefined {
  const { match } = rule;
  if (match === undefined) return undefined;
  const exceptions = new Map(rule.exceptions.map((word) => [foldTerm(word, true), word]));
  const words = [...block.text.matchAll(/[\p{L}\p{M}\p{N}]+(?:['’][\p{L}\p{M}]+)?/gu)];
  let expected = '';
  let done = 0;
  for (const [index, { 0: word, index: start }] of words.entries()) {
    const end = start + word.length;
    const between = block.text.slice(done, start);
    const isFirst = index === 0 || /[.:?!—–]["”’»)]*\s+["“‘«(]*$/.test(between.slice(-12));
    expected += between;
    done = end;
    const known = exceptions.get(foldTerm(word, true));
    const isFree = touches(block.names, start, end) || touches(block.code, start, end);
    expected +=
      known ??
      (isFree ? word : inCase(word, match, isFirst, isFirst || index === words.length - 1));
  }
  expected += block.text.slice(done);
  if (expected === block.text) return undefined;
  return {
    rule,
    id: 'house-style/capitalization',
    block,
    start: 0,
    end: block.text.length,
    reason: `Unexpected letters in ${quote(block.text)}, expected ${names[match]}: ${quote(expected)}`,
    expected: [expected],
  };
}

function inCase(word: string, match: LetterCase, isFirst: boolean, isEdge: boolean): string {
  if (match === 'lower') return word.toLowerCase();
  if (match === 'upper') return word.toUpperCase();
  const rest = word.slice(1);
  // "NATO", "iPhone", "B2B": capitals inside a word are its own.
  if (rest !== rest.toLowerCase() || (word.length === 1 && word === 'I')) return word;
  const isCapital = match === 'sentence' ? isFirst : isEdge || !small.has(word.toLowerCase());
  const first = word.charAt(0);
  return (isCapital ? first.toUpperCase() : first.toLowerCase()) + rest;
}
