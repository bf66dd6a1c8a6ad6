// Made by train/entities-confidence.ts. Not to be edited by hand.
import type { ConfidenceLine } from './confidence.ts';
import type { MentionSource } from './model.ts';

/** By what found the surest mention; where there is none, its own confidence counts. */
export const confidenceFit: Readonly<Partial<Record<MentionSource, ConfidenceLine>>> = {
  acronym: { offset: -0.166, slope: 0.671, agreement: 0.126 },
  model: { offset: -0.158, slope: 0.975, agreement: 0 },
  gazetteer: { offset: -0.195, slope: 0.579, agreement: 0.07 },
  dateline: { offset: -0.006, slope: 0.897, agreement: 0 },
};
