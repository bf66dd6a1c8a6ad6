/** Either spelling will do, and one article keeps to one: the one that it uses more, or uses first. */
import type { Match } from '../matcher.ts';
import type { StyleBlock } from '../text.ts';
import type { Rule } from '../vocabulary/rule.ts';
import { inCaseOf, quote, type Finding } from './finding.ts';

interface Use {
  block: StyleBlock;
  match: Match;
}

/** Gathers the uses of both spellings over the article. */
export class Consistency {
  readonly #uses = new Map<Rule, Map<number, [Use[], Use[]]>>();

  add(block: StyleBlock, match: Match): void {
    const { pair } = match.term;
    if (!pair) return;
    const pairs = this.#uses.get(match.rule) ?? new Map<number, [Use[], Use[]]>();
    this.#uses.set(match.rule, pairs);
    const sides = pairs.get(pair.id) ?? [[], []];
    pairs.set(pair.id, sides);
    sides[pair.side].push({ block, match });
  }

  /** @param order - Of the blocks. */
  findings(order: ReadonlyMap<StyleBlock, number>): Finding[] {
    const result: Finding[] = [];
    for (const pairs of this.#uses.values()) {
      for (const [left, right] of pairs.values()) {
        if (left.length === 0 || right.length === 0) continue;
        const isLeft =
          left.length === right.length
            ? isBefore(left[0] as Use, right[0] as Use, order)
            : left.length > right.length;
        for (const use of isLeft ? right : left) result.push(toFinding(use));
      }
    }
    return result;
  }
}

function isBefore(a: Use, b: Use, order: ReadonlyMap<StyleBlock, number>): boolean {
  const blocks = (order.get(a.block) ?? 0) - (order.get(b.block) ?? 0);
  return blocks === 0 ? a.match.start < b.match.start : blocks < 0;
}

function toFinding({ block, match: { rule, term, start, end } }: Use): Finding {
  const found = block.text.slice(start, end);
  const [other = ''] = term.expected;
  const isPattern = other.startsWith('/') && other.endsWith('/') && other.length > 2;
  const expected = isPattern ? [] : [rule.ignoreCase ? inCaseOf(found, other) : other];
  const words = expected[0] === undefined ? 'the other spelling' : quote(expected[0]);
  return {
    rule,
    id: 'house-style/consistency',
    block,
    start,
    end,
    reason: `Unexpected ${quote(found)}, expected ${words}, as elsewhere in the article`,
    expected,
  };
}
