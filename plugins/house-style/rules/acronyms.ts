/** The first use of an acronym says what it stands for: "North Atlantic Treaty Organization (NATO)", or the other way round. */
import { touches, type StyleBlock } from '../text.ts';
import type { Rule } from '../vocabulary/rule.ts';
import { quote, type Finding } from './finding.ts';

const acronym = /(?<![\p{L}\p{N}])\p{Lu}[\p{Lu}\p{N}]{1,7}(?![\p{L}\p{N}])/gu;
const numeral = /^[IVXLCDM]+$/;
/** An explanation in brackets: two words or more, of which the first begins like the acronym. */
const explanation = /^ ?\((\p{L})[\p{L}\p{M}’'-]* [^()]{1,200}\)/u;

/** The acronyms of an article whose first use explains nothing. */
export function acronymFindings(rule: Rule, blocks: readonly StyleBlock[]): Finding[] {
  const seen = new Set(rule.exceptions);
  const findings: Finding[] = [];
  for (const block of blocks) {
    if (isInCapitals(block.text)) continue;
    for (const { 0: word, index: start } of block.text.matchAll(acronym)) {
      const end = start + word.length;
      if (seen.has(word) || numeral.test(word) || !/\p{Lu}.*\p{Lu}/u.test(word)) continue;
      if (touches(block.code, start, end)) continue;
      seen.add(word);
      if (isExplained(block.text, word, start, end)) continue;
      const long = rule.define.get(word);
      const expected = long === undefined ? [] : [`${long} (${word})`];
      findings.push({
        rule,
        id: 'house-style/acronym',
        block,
        start,
        end,
        reason: `Unexpected ${quote(word)} without what it stands for, expected ${
          expected[0] === undefined ? 'that at its first use' : quote(expected[0])
        }`,
        expected,
      });
    }
  }
  return findings;
}

function isExplained(text: string, word: string, start: number, end: number): boolean {
  const isBracketed = text.charAt(start - 1) === '(' && /^[),;]/.test(text.slice(end, end + 1));
  if (isBracketed && /\p{L}+ \(?$/u.test(text.slice(Math.max(0, start - 60), start))) return true;
  const match = explanation.exec(text.slice(end, end + 260));
  return match?.[1]?.toUpperCase() === word.charAt(0);
}

/** A line in capitals has no acronyms that could be told from its words. */
function isInCapitals(text: string): boolean {
  return text === text.toUpperCase() && text !== text.toLowerCase();
}
