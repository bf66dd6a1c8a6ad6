/** What the editor has decided about names: what they stand for, or that words are none. */
import type { VFile } from 'vfile';
import { reportDecision, type Decided, type EntityDecision } from '../../src/model/index.ts';
import { placeDecisions, QuoteIndex, type QuotePlace } from '../../src/text/index.ts';
import type { Block } from './document.ts';
import { knownPlace } from './gazetteer/index.ts';
import { candidate, tokenEndingAfter, type Candidate, type KnownEntity } from './model.ts';
import { slugOf } from './names.ts';
import type { RegistryEntry } from './registry/entry.ts';
import type { Registry } from './registry/registry.ts';

/** Tokens of a block, end exclusive. */
interface TokenRange {
  block: Block;
  from: number;
  to: number;
}

/**
 * The names that have been decided. Words that are decided to be no names are blocked, so that nothing is found there.
 *
 * A name of which one mention was decided says nothing about others; with `all`, short forms of it are looked for as for any other.
 */
export function decidedNames(
  blocks: readonly Block[],
  registry: Registry,
  file: VFile,
): Candidate[] {
  const decisions = file.data.decisions?.entities ?? [];
  if (decisions.length === 0) return [];
  const index = new QuoteIndex(blocks.map(({ text }) => text));
  const candidates: Candidate[] = [];
  const taken = new Map<Block, Uint8Array>();
  const placed = placeDecisions(decisions, index, file);
  // What was decided for one place goes before what was decided for all.
  const inOrder = [...placed].sort(
    (a, b) => Number(a.decided.decision.all ?? false) - Number(b.decided.decision.all ?? false),
  );
  for (const { decided, places } of inOrder) {
    const { decision } = decided;
    const ranges = places.map((place) => tokensAt(blocks[place.text] as Block, place));
    const known = decision.entity === false ? undefined : knownEntity(decided, registry, file);
    const type = known?.type ?? decision.type;
    if (decided.outcome) continue;
    for (const range of ranges) {
      const { block, from, to } = range;
      let own = taken.get(block);
      if (!own) taken.set(block, (own = new Uint8Array(block.words.length)));
      const isTaken = own.subarray(from, to).includes(1) || isMarked(range);
      if (isTaken) {
        if (decision.all !== true) {
          reportDecision(
            file,
            'decisions/invalid',
            'Unexpected second decision about the same words, expected one',
            decided,
          );
        }
        continue;
      }
      own.fill(1, from, to);
      if (type === undefined) {
        block.blocked.fill(1, from, to);
        continue;
      }
      const made = candidate(block, from, to, type, 'name', 'decision', 1, known);
      made.single = decision.all !== true;
      candidates.push(made);
    }
    decided.outcome = 'done';
  }
  return candidates;
}

/** The words of a passage, without marks at its ends. */
function tokensAt(block: Block, { start, end }: QuotePlace): TokenRange {
  let from = tokenEndingAfter(block, start);
  let to = tokenEndingAfter(block, end - 1) + 1;
  const isWord = (at: number): boolean => /[\p{L}\p{N}]/u.test(block.words[at] ?? '');
  while (from < to - 1 && !isWord(from)) from++;
  while (to > from + 1 && !isWord(to - 1)) to--;
  return { block, from, to };
}

/** Whether the words belong to a name that stood in the tree before. */
function isMarked({ block, from, to }: TokenRange): boolean {
  return block.marked.some((name) => name.from < to && name.to > from);
}

/** Who or what is meant, where more is decided than the type. Reports an identity that is none. */
function knownEntity(
  decided: Decided<EntityDecision>,
  registry: Registry,
  file: VFile,
): KnownEntity | undefined {
  const { id, type, name, quote } = decided.decision;
  const pages = [decided.decision.sameAs ?? []].flat();
  const isMeant = (entry: RegistryEntry): boolean => {
    if (id !== undefined) return entry.id === id;
    if (entry.sameAs.some((page) => pages.includes(page))) return true;
    return name !== undefined && entry.name === name && entry.type === type;
  };
  const own = id ?? (type && name ? `${type}/${slugOf(name)}` : undefined);
  const known = registry.entries.find(isMeant) ?? (own === undefined ? undefined : knownPlace(own));
  if (known && (type === undefined || type === known.type)) {
    return pages.length === 0
      ? known
      : { ...known, sameAs: [...new Set([...known.sameAs, ...pages])] };
  }
  if (known) {
    reportDecision(
      file,
      'decisions/invalid',
      `Unexpected type ${type as string} of “${known.id}”, expected ${known.type} as in the registry`,
      decided,
    );
    return undefined;
  }
  if (type === undefined) {
    reportDecision(
      file,
      'decisions/invalid',
      id === undefined
        ? `Unexpected decision about “${quote}” without a type, expected \`type\`, or the \`id\` of an entity that the registry knows`
        : `Unexpected id “${id}”, expected one that the registry or the built-in lists know, or a \`type\` beside it`,
      decided,
      id === undefined ? {} : { actual: id },
    );
    return undefined;
  }
  if (id === undefined && name === undefined && pages.length === 0) return undefined;
  const full = (name ?? quote).replace(/\s+/g, ' ').trim();
  return { id: id ?? `${type}/${slugOf(full)}`, type, name: full, aliases: [], sameAs: pages };
}
