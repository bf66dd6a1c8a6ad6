import { conjunctions, connectives, kinds, openingPronouns } from '../lexicon.ts';
import { countOf } from '../words.ts';
import { flag, share, type FeatureTable } from './feature.ts';

/** Addresses, paths, calls, names of files. What stands before a mark is looked at behind it, so that letters are passed over. */
const code = /[_=<>{}|\\~@#]|\/(?<=\w\/)\w|\((?<=\w\()\)|\.\w{2,4}\b|https?:|www\./;

const usualLength = Math.log(20);

/** Length, words and punctuation. */
export const shapeFeatures: FeatureTable = {
  length: ({ words }) => Math.log(words.count + 1),
  'unusual-length': ({ words }) => Math.abs(Math.log(words.count + 1) - usualLength),
  short: ({ words }) => Math.max(0, 9 - words.count) / 9,
  'very-long': ({ words }) => Math.min(3, Math.max(0, words.count - 40) / 20),
  'word-length': ({ words }) => words.letters / Math.max(1, words.count),
  'common-words': (passage) => share(countOf(passage.words, kinds.stop), passage),
  'rare-words': (passage) => share(passage.words.rare, passage),
  numbers: (passage) => share(passage.words.numeric, passage),
  'number-words': ({ words }) => Math.min(2, countOf(words, kinds.number)),
  dates: ({ words }) => Math.min(2, countOf(words, kinds.date)),
  times: ({ words }) => Math.min(2, countOf(words, kinds.time)),
  acronyms: (passage) => share(passage.words.capitals, passage),
  commas: (passage) => share(count(passage.text, ','), passage),
  parenthesis: ({ text }) => flag(text.includes('(')),
  bracket: ({ text }) => flag(text.includes('[')),
  semicolon: ({ text }) => flag(text.includes(';')),
  colon: ({ text }) => flag(text.includes(':')),
  'final-colon': ({ text }) => flag(text.endsWith(':')),
  dash: ({ text }) => flag(/[—–]| --? /.test(text)),
  ellipsis: ({ text }) => flag(/…|\.\.\./.test(text)),
  'no-final-stop': ({ text }) => flag(!/[.!?…。！？।]["'”’»)\]*]{0,3}$/.test(text)),
  code: ({ text }) => flag(code.test(text)),
  reference: ({ words }) => Math.min(2, countOf(words, kinds.reference)),
  'list-number': ({ text }) => flag(/^(?:\(?\d{1,3}[.)]|[-•*–] )/.test(text)),
  'opening-pronoun': ({ words }) => flag(openingPronouns.has(words.first)),
  'opening-connective': ({ words }) =>
    flag(connectives.has(words.first) || (words.first === 'for' && words.second === 'example')),
  'opening-conjunction': ({ words }) => flag(conjunctions.has(words.first)),
};

function count(text: string, character: string): number {
  let result = 0;
  for (let at = text.indexOf(character); at >= 0; at = text.indexOf(character, at + 1)) result++;
  return result;
}
