import { kinds } from '../lexicon.ts';
import { countOf } from '../words.ts';
import { share, type FeatureTable } from './feature.ts';

/** Who the sentence speaks of. */
export const personFeatures: FeatureTable = {
  we: ({ words }) => Math.min(2, countOf(words, kinds.we)),
  i: ({ words }) => Math.min(2, countOf(words, kinds.i)),
  you: ({ words }) => Math.min(2, countOf(words, kinds.you)),
  'third-person': (passage) => share(countOf(passage.words, kinds.third), passage),
  people: ({ words }) => Math.min(2, countOf(words, kinds.people)),
  names: (passage) => share(passage.words.capitalised, passage),
};
