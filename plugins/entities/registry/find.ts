import type { EntityForm } from '../../../src/model/index.ts';
import type { Block } from '../document.ts';
import { candidate, type Candidate } from '../model.ts';
import type { Hit } from '../name-index.ts';
import { isAllCaps } from '../names.ts';
import { Clues } from './clues.ts';
import type { RegistryEntry } from './entry.ts';
import type { RegisteredName, Registry } from './registry.ts';

/** How many words away a `near` or a `not` word counts. */
const closeBy = 30;

export type RegistryHit = Hit<RegisteredName> & { block: Block };

/** A name that can mean more than one entry, and nothing in the article tells which. */
export interface AmbiguousName {
  hit: { block: Block; from: number; to: number; name: string };
  options: string[];
  /** The ids of these, in their order, where each has one that a decision may name. */
  ids?: string[];
}

/** What the rest of the article says, by which a name that entries share is decided. */
export interface Surroundings {
  /** Names that the tagger found. */
  tagged: readonly Candidate[];
  /** Countries that the article speaks of, by their codes. */
  speaksOf: (countryCode: string) => boolean;
}

/** The registry's names in an article. */
export function findRegistered(
  blocks: readonly Block[],
  registry: Registry,
  surroundings: Surroundings,
): { candidates: Candidate[]; ambiguous: AmbiguousName[] } {
  const hits: RegistryHit[] = [];
  for (const block of blocks) {
    const found = registry.names.find(block.words, block.keys, block.known);
    if (found.length === 0) continue;
    const barred = new Map<RegistryEntry, Hit<RegisteredName>[]>();
    for (const hit of found) {
      if (hit.value.kind !== 'not') continue;
      const known = barred.get(hit.value.entry);
      if (known) known.push(hit);
      else barred.set(hit.value.entry, [hit]);
    }
    for (const hit of found) {
      const { from, to, name, value } = hit;
      if (isAllowed(hit, barred.get(value.entry) ?? [], block))
        hits.push({ from, to, name, value, block });
    }
  }
  // An entry that one mention has shown to be meant is meant everywhere.
  const confirmed = new Set<RegistryEntry>();
  for (const hit of hits) if (isNear(hit)) confirmed.add(hit.value.entry);
  const meant = hits.filter(({ value }) => confirmed.has(value.entry));
  return decide(meant, surroundings);
}

function isAllowed(
  hit: Hit<RegisteredName>,
  barred: readonly Hit<RegisteredName>[],
  block: Block,
): boolean {
  const { value, from, to } = hit;
  if (value.kind === 'not') return false;
  for (let at = from; at < to; at++) if (block.blocked[at]) return false;
  // A short name in capitals may be a word among capitals: WHO, IT.
  if (to - from === 1 && block.caseless[from] && isAllCaps(hit.name) && isShout(block, from))
    return false;
  for (let index = firstFrom(barred, from - closeBy); index < barred.length; index++) {
    const bar = barred[index] as Hit<RegisteredName>;
    if (bar.from > from + closeBy) break;
    if (!bar.value.around || (bar.from < to && from < bar.to)) return false;
  }
  return true;
}

/** The first of hits in order that begins at a token or after it. */
function firstFrom(hits: readonly Hit<RegisteredName>[], from: number): number {
  let low = 0;
  let high = hits.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((hits[middle] as Hit<RegisteredName>).from < from) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Whether the words on both sides are in capitals as well. */
function isShout(block: Block, at: number): boolean {
  return [block.words[at - 1], block.words[at + 1]].some(
    (word) => word !== undefined && isAllCaps(word) && word.length > 3,
  );
}

function isNear({ block, from, to, value }: RegistryHit): boolean {
  const { near } = value;
  if (!near) return true;
  for (let at = Math.max(0, from - closeBy); at < to + closeBy; at++) {
    if ((at < from || at >= to) && near.has(block.keys[at] ?? '')) return true;
  }
  return false;
}

/** One candidate for each place; where entries share a name, the one that the article points to. */
function decide(
  hits: readonly RegistryHit[],
  surroundings: Surroundings,
): {
  candidates: Candidate[];
  ambiguous: AmbiguousName[];
} {
  const places: RegistryHit[][] = [];
  for (let at = 0; at < hits.length;) {
    const { block, from } = hits[at] as RegistryHit;
    // Hits that begin at one place follow each other, shorter ones first.
    let options: RegistryHit[] = [];
    for (; at < hits.length; at++) {
      const hit = hits[at] as RegistryHit;
      if (hit.from !== from || hit.block !== block) break;
      if (options[0]?.to !== hit.to) places.push((options = [hit]));
      else if (!options.some(({ value }) => value.known.id === hit.value.known.id))
        options.push(hit);
    }
  }
  const sure = new Map<string, number>();
  for (const options of places) {
    if (options.length > 1) continue;
    const { id } = (options[0] as RegistryHit).value.entry;
    sure.set(id, (sure.get(id) ?? 0) + 1);
  }
  const candidates: Candidate[] = [];
  const open: RegistryHit[][] = [];
  /** By name, the entry that it was decided to mean wherever it was decided; null for several. */
  const decided = new Map<string, RegistryEntry | null>();
  const clues = new Clues(surroundings);
  for (const options of places) {
    const chosen = choose(options, sure, clues);
    if (!chosen) {
      open.push(options);
      continue;
    }
    candidates.push(toCandidate(chosen));
    if (options.length === 1) continue;
    const { entry } = chosen.value;
    const other = decided.get(chosen.name) ?? entry;
    decided.set(chosen.name, decided.get(chosen.name) === null || other !== entry ? null : entry);
  }
  const ambiguous: AmbiguousName[] = [];
  for (const options of open) {
    const [hit] = options as [RegistryHit];
    const meant = options.find(({ value }) => value.entry === decided.get(hit.name));
    if (meant) candidates.push(toCandidate(meant));
    else {
      ambiguous.push({
        hit,
        options: namesOf(options),
        ids: options.map(({ value }) => value.known.id),
      });
    }
  }
  return { candidates, ambiguous };
}

/** What a name can mean, told apart: entries of one name by their description, country or id. */
function namesOf(options: readonly RegistryHit[]): string[] {
  const names = options.map(({ value }) => value.known.name);
  return options.map(({ value: { known, entry } }, index) => {
    const name = names[index] as string;
    if (names.filter((each) => each === name).length === 1) return name;
    return `${name} (${known.description ?? entry.countryCode ?? known.id})`;
  });
}

/** By how much what speaks for an entry must outweigh what speaks for another. */
const lead = 1;

function choose(
  options: readonly RegistryHit[],
  sure: ReadonlyMap<string, number>,
  clues: Clues,
): RegistryHit | undefined {
  if (options.length === 1) return options[0];
  const scored = options.map((hit) => {
    const { entry, kind } = hit.value;
    const context = hit.value.near && isNear(hit) ? 4 : 0;
    const named = Math.min(3, sure.get(entry.id) ?? 0);
    return { hit, score: context + named + (kind === 'name' ? 0.5 : 0) + clues.scoreOf(hit) };
  });
  scored.sort((a, b) => b.score - a.score);
  const [first, second] = scored as [(typeof scored)[0], (typeof scored)[0]];
  return first.score >= second.score + lead ? first.hit : undefined;
}

function toCandidate({ block, from, to, name, value }: RegistryHit): Candidate {
  const { known } = value;
  return candidate(block, from, to, known.type, formOf(name, value), 'registry', 0.98, known);
}

function formOf(name: string, { kind, entry }: RegisteredName): EntityForm {
  if (kind === 'demonym') return 'demonym';
  if (kind === 'name') return 'name';
  if (/^[\p{Lu}\d&.-]{2,10}$/u.test(name)) return 'acronym';
  if (entry.type === 'person' && !name.includes(' ')) return 'short';
  return name.length < entry.name.length && entry.name.includes(name) ? 'short' : 'name';
}
