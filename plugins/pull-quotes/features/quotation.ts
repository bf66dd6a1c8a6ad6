import { kinds } from '../lexicon.ts';
import { countOf } from '../words.ts';
import { flag, share, type FeatureTable } from './feature.ts';

/** Direct speech, and who is said to speak. */
export const quotationFeatures: FeatureTable = {
  'in-quotation': (passage) => passage.spoken / Math.max(1, passage.text.length),
  'quotation-mark': (passage) => flag(passage.quoted > 0),
  attribution: (passage) => share(countOf(passage.words, kinds.speech), passage),
  'according-to': (passage) => flag(/\baccording to\b/i.test(passage.text)),
};
