/** A word that stands twice in a row: "the the". */
import { foldCase } from '../matching/fold.ts';
import { touches, type StyleBlock } from '../text.ts';
import type { Rule } from '../vocabulary/rule.ts';
import { quote, type Finding } from './finding.ts';

/** Words that are rightly doubled at times. */
const doubled = ['had', 'that', 'so', 'very', 'no', 'yes', 'bye', 'ha', 'knock', 'blah', 'night'];

export function repetitionFindings(rule: Rule, block: StyleBlock): Finding[] {
  const exceptions = new Set([...doubled, ...rule.exceptions.map(foldCase)]);
  const findings: Finding[] = [];
  let last: { word: string; start: number; end: number } | undefined;
  for (const { 0: word, index: start } of block.normal.matchAll(/[\p{L}\p{M}]+/gu)) {
    const end = start + word.length;
    const folded = rule.ignoreCase ? foldCase(word) : word;
    const isDoubled =
      last?.word === folded &&
      block.normal.slice(last.end, start).trim() === '' &&
      // "Walla Walla", "Duran Duran" are names.
      !(start > 0 && isCapital(word) && isCapital(block.text.charAt(last.start)) && last.start > 0);
    if (last && isDoubled && !exceptions.has(foldCase(word)) && !touches(block.code, start, end)) {
      const first = block.text.slice(last.start, last.end);
      findings.push({
        rule,
        id: 'house-style/repetition',
        block,
        start: last.start,
        end,
        reason: `Unexpected ${quote(block.text.slice(last.start, end))}, expected ${quote(first)}`,
        expected: [first],
      });
    }
    last = { word: folded, start, end };
  }
  return findings.filter(({ start, end }) => !touches(block.names, start, end));
}

function isCapital(word: string): boolean {
  const first = word.charAt(0);
  return first !== first.toLowerCase();
}
