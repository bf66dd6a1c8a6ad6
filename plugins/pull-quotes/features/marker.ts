import { markers } from '../lexicon.ts';
import { hasMarker } from '../words.ts';
import type { Feature, FeatureTable } from './feature.ts';

/** Small words that general statements are made of, or reports. Each weighs little. */
export const markerFeatures: FeatureTable = Object.fromEntries(
  markers.map((marker, index): [string, Feature] => [
    `word-${marker}`,
    ({ words }) => hasMarker(words, index),
  ]),
);
