// Made by train/entities-confidence.ts. Not to be edited by hand.
import type { ConfidenceLine } from './confidence.ts';
import type { MentionSource } from './model.ts';

/** By what found the surest mention; where there is none, its own confidence counts. */
export const confidenceFit: Readonly<Partial<Record<MentionSource, ConfidenceLine>>> = {
  acronym: { offset: -0.106, slope: 0.646, agreement: 0.139 },
  model: { offset: -0.137, slope: 0.983, agreement: 0 },
  gazetteer: { offset: -0.08, slope: 0.514, agreement: 0.129 },
  dateline: { offset: 0.03, slope: 0.874, agreement: 0 },
};
