import type { FeatureTable } from './feature.ts';
import { markerFeatures } from './marker.ts';
import { personFeatures } from './person.ts';
import { placeFeatures } from './place.ts';
import { quotationFeatures } from './quotation.ts';
import { shapeFeatures } from './shape.ts';
import { stanceFeatures } from './stance.ts';
import { themeFeatures } from './theme.ts';

export type { Feature, FeatureTable } from './feature.ts';

/** All features that weights are fitted for. */
export const features: FeatureTable = {
  ...quotationFeatures,
  ...personFeatures,
  ...stanceFeatures,
  ...shapeFeatures,
  ...placeFeatures,
  ...markerFeatures,
  ...themeFeatures,
};
