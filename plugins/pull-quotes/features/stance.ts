import { instructions, kinds } from '../lexicon.ts';
import { countOf } from '../words.ts';
import { flag, share, type FeatureTable } from './feature.ts';

/** A subject of a few words, then "is" or "are": the sentence says what something comes to. */
const verdict = /^\S+(?: \S+){0,5} (?:is|are|isn['’]t|aren['’]t) /;

/** Whether the sentence takes a stand, or reports. */
export const stanceFeatures: FeatureTable = {
  negation: ({ words }) => Math.min(2, countOf(words, kinds.negation)),
  absolute: ({ words }) => Math.min(2, countOf(words, kinds.absolute)),
  positive: ({ words }) => Math.min(3, countOf(words, kinds.positive)),
  negative: ({ words }) => Math.min(3, countOf(words, kinds.negative)),
  modal: ({ words }) => Math.min(2, countOf(words, kinds.modal)),
  contrast: ({ words }) => Math.min(2, countOf(words, kinds.contrast)),
  hedge: ({ words }) => Math.min(2, countOf(words, kinds.hedge)),
  idea: ({ words }) => Math.min(3, countOf(words, kinds.idea)),
  conviction: ({ words }) => Math.min(2, countOf(words, kinds.strong)),
  superlative: ({ words }) => Math.min(2, words.superlative),
  intensifier: ({ words }) => Math.min(2, countOf(words, kinds.intensifier)),
  'abstract-nouns': (passage) => share(passage.words.abstract, passage),
  instruction: ({ words }) => flag(instructions.has(words.first)),
  verdict: ({ text }) => flag(verdict.test(text.slice(0, 90))),
  'present-tense': ({ words }) => Math.min(2, countOf(words, kinds.present)),
  'past-tense': (passage) => share(passage.words.past, passage),
  question: ({ text }) => flag(text.includes('?')),
  exclamation: ({ text }) => flag(text.includes('!')),
};
