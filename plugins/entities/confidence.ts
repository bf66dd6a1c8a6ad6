/** How sure an entity is: from its surest mention, and from how many agree. Fitted by train/entities-confidence.ts. */
import { confidenceFit } from './confidence-data.ts';
import type { Candidate, MentionSource } from './model.ts';

/** What an entity's confidence is worked out from. */
export interface Support {
  /** What found the surest mention, and how sure it is by itself. */
  source: MentionSource;
  best: number;
  /** How many mentions were found by themselves, not as repeats of others. */
  mentions: number;
}

/** A line on the scale of log odds. */
export interface ConfidenceLine {
  offset: number;
  /** By the log odds of the surest mention. */
  slope: number;
  /** By the logarithm of the number of mentions. */
  agreement: number;
}

const most = 0.99;
const least = 0.01;

/** 0 to 1: the share of mentions of such entities that are right, in extent and type. */
export function confidenceOf(mentions: readonly Candidate[]): number {
  const support = supportOf(mentions);
  // What stood in the tree before, and what an editor has decided, is none of our guesses.
  return support.source === 'markup' || support.source === 'decision'
    ? 1
    : round(likelihood(support, confidenceFit[support.source]));
}

export function supportOf(mentions: readonly Pick<Candidate, 'source' | 'confidence'>[]): Support {
  let best: Pick<Candidate, 'source' | 'confidence'> | undefined;
  let count = 0;
  for (const mention of mentions) {
    if (best === undefined || mention.confidence > best.confidence) best = mention;
    if (mention.source !== 'repeat') count++;
  }
  return {
    source: best?.source ?? 'model',
    best: best?.confidence ?? 0,
    mentions: Math.max(1, count),
  };
}

/** The confidence of an entity by a line. Without one the surest mention's is the entity's. */
export function likelihood({ best, mentions }: Support, line: ConfidenceLine | undefined): number {
  const value = line
    ? 1 /
      (1 +
        Math.exp(-(line.offset + line.slope * logOdds(best) + line.agreement * Math.log(mentions))))
    : best;
  return Math.min(most, Math.max(least, value));
}

export function logOdds(probability: number): number {
  const bounded = Math.min(most, Math.max(least, probability));
  return Math.log(bounded / (1 - bounded));
}

export function round(value: number): number {
  return Math.round(value * 1000) / 1000;
}
