/**
 * Checks an article with the house's own vocabulary: banned words, preferred spellings, capitals, one spelling of two, acronyms that are
 * explained, words that stand twice.
 *
 * Changes nothing; each finding is a message, with what could stand there instead where that is known.
 */
import type { Root } from 'mdast';
import type { VFile } from 'vfile';
import { report } from '../../src/model/index.ts';
import { Matcher } from './matcher.ts';
import type { HouseStyleOptions } from './options.ts';
import { acronymFindings } from './rules/acronyms.ts';
import { Consistency } from './rules/consistency.ts';
import type { Finding } from './rules/finding.ts';
import { caseFinding } from './rules/letter-case.ts';
import { repetitionFindings } from './rules/repetition.ts';
import { termFinding } from './rules/terms.ts';
import { styleBlocks, touches, type StyleBlock } from './text.ts';
import { readVocabulary, rulesOfObject } from './vocabulary/read.ts';
import type { Rule } from './vocabulary/rule.ts';

export { optionsSchema, type HouseStyleOptions } from './options.ts';

/** What it should come after, and why. */
export const order = {
  after: {
    cleanup: 'damaged characters hide words',
    citations: 'outlets in citations are spelled as they are',
    entities: 'names keep their capitals',
  },
} as const;

/**
 * A unified plugin. Vocabularies are read when it is attached.
 *
 * @throws VocabularyError where a vocabulary can't be read or is at fault, with its file, line and column.
 */
export default function houseStyle(
  options?: Readonly<HouseStyleOptions> | null,
): (tree: Root, file: VFile) => void {
  const files = [options?.vocabulary ?? []].flat();
  const rules = [...files.flatMap(readVocabulary), ...rulesOfObject(options?.rules ?? {})];
  const matcher = new Matcher(rules);
  const quotations = options?.quotations ?? true;

  return (tree, file) => {
    const blocks = styleBlocks(tree, file);
    const order = new Map(blocks.map((block, index) => [block, index]));
    const findings = find(blocks, order, rules, matcher).filter(({ rule, block, start, end }) => {
      const isQuotedSkipped = !(rule.quotations ?? quotations);
      return !(isQuotedSkipped && touches(block.quoted, start, end));
    });
    findings.sort(
      (a, b) =>
        (order.get(a.block) ?? 0) - (order.get(b.block) ?? 0) || a.start - b.start || a.end - b.end,
    );
    for (const finding of findings) reportFinding(file, finding);
  };
}

function find(
  blocks: readonly StyleBlock[],
  order: ReadonlyMap<StyleBlock, number>,
  rules: readonly Rule[],
  matcher: Matcher,
): Finding[] {
  const findings: Finding[] = [];
  const consistency = new Consistency();
  for (const block of blocks) {
    for (const match of matcher.find(block)) {
      if (touches(block.code, match.start, match.end)) continue;
      if (match.term.pair) consistency.add(block, match);
      const finding = termFinding(block, match);
      if (finding) findings.push(finding);
    }
  }
  // Not spread: a call takes some hundred thousand arguments, and an article may have more findings.
  for (const each of consistency.findings(order)) findings.push(each);
  for (const rule of rules) {
    const scoped = blocks.filter(({ scope }) => rule.scope.has(scope));
    if (rule.kind === 'acronym')
      for (const each of acronymFindings(rule, scoped)) findings.push(each);
    if (rule.kind !== 'capitalization' && rule.kind !== 'repetition') continue;
    for (const block of scoped) {
      const lettering = caseFinding(rule, block);
      if (lettering) findings.push(lettering);
      if (rule.kind === 'repetition')
        for (const each of repetitionFindings(rule, block)) findings.push(each);
    }
  }
  return findings;
}

function reportFinding(
  file: VFile,
  { rule, id, block, start, end, reason, expected }: Finding,
): void {
  const actual = block.text.slice(start, end);
  const own = rule.message
    ?.replaceAll('{found}', () => actual)
    .replaceAll('{expected}', () => expected.join(' / '));
  report(file, id, own ?? reason, {
    place: block.view.place(start, end) ?? block.view.block,
    actual,
    expected,
    severity: rule.level,
    note: `Rule “${rule.name}” of the house’s vocabulary.`,
  });
}
