import type { EntityForm } from '../../../src/model/index.ts';
import type { Block } from '../document.ts';
import type { Candidate } from '../model.ts';
import type { Hit } from '../name-index.ts';
import { isAllCaps } from '../names.ts';
import type { RegistryEntry } from './entry.ts';
import type { RegisteredName, Registry } from './registry.ts';

/** How many words away a `near` or a `not` word counts. */
const closeBy = 30;

type RegistryHit = Hit<RegisteredName> & { block: Block };

/** A name that can mean more than one entry, and nothing in the article tells which. */
export interface AmbiguousName {
  hit: { block: Block; from: number; to: number; name: string };
  options: string[];
}

/** The registry's names in an article. */
export function findRegistered(
  blocks: readonly Block[],
  registry: Registry,
): { candidates: Candidate[]; ambiguous: AmbiguousName[] } {
  const hits: RegistryHit[] = [];
  for (const block of blocks) {
    const found = registry.names.find(block.words, block.keys);
    const barred = new Map<RegistryEntry, Hit<RegisteredName>[]>();
    for (const hit of found) {
      if (hit.value.kind !== 'not') continue;
      const known = barred.get(hit.value.entry);
      if (known) known.push(hit);
      else barred.set(hit.value.entry, [hit]);
    }
    const allowed = found.filter((hit) => isAllowed(hit, barred.get(hit.value.entry) ?? [], block));
    for (const hit of allowed) hits.push({ ...hit, block });
  }
  // An entry that one mention has shown to be meant is meant everywhere.
  const confirmed = new Set<RegistryEntry>();
  for (const hit of hits) if (isNear(hit)) confirmed.add(hit.value.entry);
  const meant = hits.filter(({ value }) => confirmed.has(value.entry));
  return decide(meant);
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
function decide(hits: readonly RegistryHit[]): {
  candidates: Candidate[];
  ambiguous: AmbiguousName[];
} {
  const places = new Map<string, RegistryHit[]>();
  for (const hit of hits) {
    const key = `${hit.block.index} ${hit.from} ${hit.to}`;
    const known = places.get(key);
    if (!known) places.set(key, [hit]);
    else if (!known.some(({ value }) => value.known.id === hit.value.known.id)) known.push(hit);
  }
  const sure = new Map<string, number>();
  for (const [only, ...others] of places.values()) {
    if (only && others.length === 0)
      sure.set(only.value.entry.id, (sure.get(only.value.entry.id) ?? 0) + 1);
  }
  const candidates: Candidate[] = [];
  const ambiguous = new Map<string, AmbiguousName>();
  for (const options of places.values()) {
    const chosen = choose(options, sure);
    const [hit] = options as [RegistryHit];
    if (chosen) candidates.push(toCandidate(chosen));
    else if (!ambiguous.has(hit.name)) {
      ambiguous.set(hit.name, { hit, options: options.map(({ value }) => value.known.name) });
    }
  }
  return { candidates, ambiguous: [...ambiguous.values()] };
}

function choose(
  options: readonly RegistryHit[],
  sure: ReadonlyMap<string, number>,
): RegistryHit | undefined {
  if (options.length === 1) return options[0];
  const scored = options.map((hit) => {
    const { entry, kind } = hit.value;
    const context = hit.value.near && isNear(hit) ? 4 : 0;
    return {
      hit,
      score: context + Math.min(3, sure.get(entry.id) ?? 0) + (kind === 'name' ? 0.5 : 0),
    };
  });
  scored.sort((a, b) => b.score - a.score);
  const [first, second] = scored as [(typeof scored)[0], (typeof scored)[0]];
  return first.score >= second.score + 1 ? first.hit : undefined;
}

function toCandidate({ block, from, to, name, value }: RegistryHit): Candidate {
  return {
    block,
    from,
    to,
    type: value.known.type,
    form: formOf(name, value),
    source: 'registry',
    confidence: 0.98,
    known: value.known,
  };
}

function formOf(name: string, { kind, entry }: RegisteredName): EntityForm {
  if (kind === 'demonym') return 'demonym';
  if (kind === 'name') return 'name';
  if (/^[\p{Lu}\d&.-]{2,10}$/u.test(name)) return 'acronym';
  if (entry.type === 'person' && !name.includes(' ')) return 'short';
  return name.length < entry.name.length && entry.name.includes(name) ? 'short' : 'name';
}
