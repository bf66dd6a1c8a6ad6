/**
 * What a finding is known by from one run to the next. Lines move whenever something above them changes, so it is the words that the
 * finding is about, with those around them where these are few.
 */
import { hash } from 'node:crypto';
import type { Excerpt } from '../batch/outcome.ts';

export interface Fingerprinted {
  ruleId: string;
  reason: string;
  excerpt: Excerpt | null;
}

/** How many characters on either side belong to a finding that is too short to be told by its own words. */
const surroundings = 16;
const longEnough = 12;
const longestQuote = 64;

/** The rule and the words that a finding is about; without words, what is said of the article. */
export function identityOf({ ruleId, reason, excerpt }: Readonly<Fingerprinted>): string {
  return sha256(`${ruleId}\n${excerpt ? quoted(excerpt) : reason}`);
}

/**
 * Names a finding of an article. The same words may stand in it more than once, and each gets a name of its own.
 *
 * @param counts - How often each has been met in this article.
 */
export function nextFingerprint(
  path: string,
  finding: Readonly<Fingerprinted>,
  counts: Map<string, number>,
): string {
  const identity = identityOf(finding);
  const count = counts.get(identity) ?? 0;
  counts.set(identity, count + 1);
  return sha256(`${path}\n${identity}\n${count}`);
}

function quoted({ text, at, length }: Excerpt): string {
  const end = at + length;
  // What stands around it may be edited: the less of it counts, the longer the name holds.
  const around = length >= longEnough ? 0 : surroundings;
  const parts = [
    text.slice(Math.max(0, at - around), at),
    text.slice(at, Math.min(end, at + longestQuote)),
    text.slice(end, end + around),
  ];
  return parts.map((part) => part.replaceAll(/\s+/g, ' ')).join('\n');
}

/** 32 hexadecimal digits: what is kept of a million findings has to be short. */
function sha256(text: string): string {
  return hash('sha256', text).slice(0, 32);
}
