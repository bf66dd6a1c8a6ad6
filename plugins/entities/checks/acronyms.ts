import type { VFile } from 'vfile';
import { report } from '../../../src/model/index.ts';
import { isShortForm } from '../acronyms.ts';
import type { Findings } from '../checks.ts';
import type { Block } from '../document.ts';
import {
  endOf,
  placeOf as startingAt,
  startOf,
  textOf,
  type Cluster,
  type Definition,
} from '../model.ts';
import { cases, isLower, nameKey } from '../names.ts';
import { remembered } from '../../../src/text/remembered.ts';
import type { Settings } from '../options.ts';
import { commonAcronyms } from '../words.ts';

/** A place where an acronym stands. */
interface Use {
  block: Block;
  from: number;
  to: number;
}

/** Acronyms that are never explained, explained after use, or explained twice. */
export function checkAcronyms(findings: Findings, checks: Settings['checks'], file: VFile): void {
  const byShort = new Map<string, Definition[]>();
  for (const definition of findings.definitions) {
    const known = byShort.get(definition.short);
    if (known) known.push(definition);
    else byShort.set(definition.short, [definition]);
  }
  const uses = firstUses(findings.blocks, byShort);
  for (const [short, definitions] of byShort) {
    const first =
      definitions.find(({ block }) => block.context === 'body') ?? (definitions[0] as Definition);
    const use = uses.get(short);
    if (checks.acronymExplainedLate && use && isBefore(use, first)) {
      report(
        file,
        'entities/acronym-explained-late',
        `Unexpected “${short}” before its explanation as “${first.long}”`,
        {
          place: placeOf(use),
          actual: short,
          expected: [`${first.long} (${short})`],
        },
      );
    }
    if (checks.acronymExplainedTwice) reportTwice(short, definitions, file);
  }
  if (checks.unexplainedAcronym) reportUnexplained(findings, byShort, uses, file);
}

function reportTwice(short: string, definitions: readonly Definition[], file: VFile): void {
  const inBody = definitions.filter(({ block }) => block.context === 'body');
  const [first, ...others] = inBody;
  if (!first) return;
  for (const other of others) {
    const same = nameKey(other.long) === nameKey(first.long);
    const reason = same
      ? `Unexpected second explanation of “${short}”, expected one`
      : `Unexpected explanation of “${short}” as “${other.long}”, expected “${first.long}” as before`;
    report(file, 'entities/acronym-explained-twice', reason, {
      place: placeOf(other),
      actual: short,
      ...(same ? {} : { expected: [first.long] }),
    });
  }
}

function reportUnexplained(
  { clusters }: Findings,
  explained: ReadonlyMap<string, Definition[]>,
  uses: ReadonlyMap<string, Use>,
  file: VFile,
): void {
  const owners = new Map<string, Cluster>();
  const inside = new Set<number>();
  for (const cluster of clusters) {
    for (const mention of cluster.mentions) {
      const { block, from, to } = mention;
      if (to - from === 1) owners.set(textOf(mention), cluster);
      // "NHS England": part of a longer name.
      else for (let at = from; at < to; at++) inside.add(startingAt(block, at));
    }
  }
  for (const [short, use] of uses) {
    if (explained.has(short) || inside.has(startingAt(use.block, use.from))) continue;
    const owner = owners.get(short);
    if (!owner && short.length < 3) continue;
    // Told in full elsewhere, known by no other name, or of a kind that needs no explanation.
    const inFull =
      owner?.mentions.some((mention) => textOf(mention).length > short.length + 3) === true;
    if (owner && (inFull || (owner.known && owner.name === short))) continue;
    if (owner && /^(?:place|person|group|product|work)$/.test(owner.type)) continue;
    const name = owner?.known?.name;
    report(
      file,
      'entities/unexplained-acronym',
      `Unexpected acronym “${short}” without an explanation`,
      {
        place: placeOf(use),
        actual: short,
        ...(name === undefined ? {} : { expected: [`${name} (${short})`] }),
      },
    );
  }
}

/** The first use of each acronym in the body, outside of its explanations. */
function firstUses(
  blocks: readonly Block[],
  explained: ReadonlyMap<string, readonly Definition[]>,
): Map<string, Use> {
  const uses = new Map<string, Use>();
  const anySmall = [...explained.keys()].some(isLower);
  for (const block of blocks) {
    if (block.context !== 'body' || block.heading) continue;
    for (let at = 0; at < block.words.length; at++) {
      if (block.cases[at] === cases.small && !anySmall) continue;
      const word = block.words[at] as string;
      if (block.blocked[at] || block.caseless[at] || uses.has(word)) continue;
      const definitions = explained.get(word);
      if (definitions) {
        if (!definitions.some((each) => each.block === block && each.from === at))
          uses.set(word, { block, from: at, to: at + 1 });
      } else if (isAcronym(block, at)) uses.set(word, { block, from: at, to: at + 1 });
    }
  }
  return uses;
}

const roman = /^[IVXLC]+$/;

/** Whether a letter is no small one of ASCII, no figure and no mark: a cheap look that spares most words the rest. */
function mayBeCapital(word: string, at: number): boolean {
  const unit = word.charCodeAt(at);
  return unit >= 0x80 || (unit >= 0x41 && unit <= 0x5a);
}

const looksLikeAcronym = remembered(
  (word) =>
    /^\p{Lu}{2,6}s?$/u.test(word) &&
    isShortForm(word) &&
    !roman.test(word) &&
    !commonAcronyms.has(word.toLowerCase()),
);

function isAcronym(block: Block, at: number): boolean {
  const word = block.words[at] as string;
  if (word.length < 2 || word.length > 6 || !mayBeCapital(word, 0) || !mayBeCapital(word, 1))
    return false;
  if (!looksLikeAcronym(word)) return false;
  // "(AP)", "F-16", "AFL-CIO", "A.B. SMITH"
  if (block.words[at - 1] === '(' && block.words[at + 1] === ')') return false;
  if (block.words[at - 1] === '-' || block.words[at + 1] === '-') return false;
  const beside = [block.words[at - 1] ?? '', block.words[at + 1] ?? ''];
  return !beside.some(
    (other) =>
      other.length > 1 && /^\p{Lu}+$/u.test(other) && !commonAcronyms.has(other.toLowerCase()),
  );
}

function isBefore(use: Use, definition: Definition): boolean {
  const at = Math.min(definition.from, definition.longFrom);
  return (
    use.block.index < definition.block.index || (use.block === definition.block && use.from < at)
  );
}

function placeOf({ block, from, to }: Use): ReturnType<Block['view']['place']> {
  return block.view.place(startOf(block, from), endOf(block, to));
}
