import { share, type FeatureTable } from './feature.ts';

/** Who the sentence speaks of. */
export const personFeatures: FeatureTable = {
  we: ({ words }) => Math.min(2, words.kinds.we),
  i: ({ words }) => Math.min(2, words.kinds.i),
  you: ({ words }) => Math.min(2, words.kinds.you),
  'third-person': (passage) => share(passage.words.kinds.third, passage),
  people: ({ words }) => Math.min(2, words.kinds.people),
  names: (passage) => share(passage.words.capitalised, passage),
};
