/** Rules about words as they stand: banned ones, preferred ones, names with a spelling of their own. */
import type { Match } from '../matcher.ts';
import type { StyleBlock } from '../text.ts';
import { either, inCaseOf, quote, type Finding } from './finding.ts';

/** What is wrong with a match; undefined where it is written as it should be. */
export function termFinding(
  block: StyleBlock,
  { rule, term, start, end }: Match,
): Finding | undefined {
  const found = block.text.slice(start, end);
  const at = { rule, block, start, end };
  switch (rule.kind) {
    case 'existence':
      return {
        ...at,
        id: 'house-style/existence',
        reason: `Unexpected ${quote(found)}, expected other words`,
        expected: [],
      };
    case 'substitution': {
      const given = term.expected;
      if (given.some((each) => each === block.normal.slice(start, end))) return undefined;
      const expected = rule.ignoreCase ? given.map((each) => inCaseOf(found, each)) : given;
      if (expected.includes(found)) return undefined;
      return {
        ...at,
        id: 'house-style/substitution',
        reason: `Unexpected ${quote(found)}, expected ${either(expected)}`,
        expected,
      };
    }
    case 'capitalization': {
      const [expected = ''] = term.expected;
      // Where all is in capitals, so are names.
      if (block.normal.slice(start, end) === expected || found === expected.toUpperCase())
        return undefined;
      return {
        ...at,
        id: 'house-style/capitalization',
        reason: `Unexpected ${quote(found)}, expected ${quote(expected)}`,
        expected: [expected],
      };
    }
    default:
      return undefined;
  }
}
