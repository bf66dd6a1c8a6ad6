import type { RuleId } from '../../../src/model/index.ts';
import type { StyleBlock } from '../text.ts';
import type { Rule } from '../vocabulary/rule.ts';

/** A place that is not in the style of the house. */
export interface Finding {
  rule: Rule;
  id: Extract<RuleId, `house-style/${string}`>;
  block: StyleBlock;
  start: number;
  end: number;
  /** What is wrong, where the rule has no message of its own. */
  reason: string;
  expected: readonly string[];
}

/** Words as they are printed in a message. */
export function quote(text: string): string {
  return `“${text}”`;
}

/** Several words, of which one is enough. */
export function either(words: readonly string[]): string {
  const quoted = words.map(quote);
  const last = quoted.pop() ?? '';
  return quoted.length === 0 ? last : `${quoted.join(', ')} or ${last}`;
}

/** A replacement in the letters of what it replaces: capital where that had a capital. */
export function inCaseOf(found: string, replacement: string): string {
  const letters = found.replace(/[^\p{L}]/gu, '');
  if (
    letters.length > 1 &&
    letters === letters.toUpperCase() &&
    letters !== letters.toLowerCase()
  ) {
    return replacement.toUpperCase();
  }
  const first = found.charAt(0);
  const isCapital = first !== first.toLowerCase();
  return isCapital ? replacement.charAt(0).toUpperCase() + replacement.slice(1) : replacement;
}
