import type { VFile } from 'vfile';
import { putInOrder } from '../../src/text/ranges.ts';
import { completeDefinitions, findDefinitions, isName, typeOfLongForm } from './acronyms.ts';
import type { TaggedName } from './backends/tagger.ts';
import { check } from './checks.ts';
import { toClusters } from './clusters.ts';
import { withDateline } from './dateline.ts';
import { decidedNames } from './decisions.ts';
import type { Block } from './document.ts';
import { findPlaces } from './gazetteer/find.ts';
import { asIntroduced } from './introduced.ts';
import { markBlock, type MarkedMention } from './mark.ts';
import { markMetonyms } from './metonyms.ts';
import {
  anyOf,
  candidate,
  placeOf,
  textOf,
  type Candidate,
  type Cluster,
  type Definition,
} from './model.ts';
import { NameIndex } from './name-index.ts';
import { nameKey } from './names.ts';
import type { Settings } from './options.ts';
import { findTitled } from './patterns.ts';
import { toRecords } from './records.ts';
import { findRegistered } from './registry/find.ts';
import type { Registry } from './registry/registry.ts';
import { findRepeats } from './repeats.ts';
import { inOrder, withoutOverlap } from './resolve.ts';
import { salienceOf } from './salience.ts';
import { fromTagger } from './tagged.ts';

/** Finds the entities of an article and marks them: candidates, one for each place, then entities, then what was missed. */
export function recognise(
  blocks: readonly Block[],
  names: readonly TaggedName[],
  registry: Registry,
  settings: Settings,
  file: VFile,
): void {
  // First: what is decided to be no name is looked at by nobody.
  const decided = decidedNames(blocks, registry, file);
  const places = settings.places ? findPlaces(blocks) : undefined;
  const introduced = asIntroduced(blocks, fromTagger(blocks, names), places?.candidates ?? []);
  const tagged = withDateline(blocks, introduced);
  const registered = findRegistered(blocks, registry, {
    tagged,
    speaksOf: (code) => places?.evidence.speaksOf(code) === true,
  });
  const definitions = completeDefinitions(findDefinitions(blocks), tagged);
  const explained = findExplained(
    blocks,
    definitions.filter(isName),
    registered.candidates,
    tagged,
  );
  const found = withoutOverlap(
    findMarked(blocks).concat(
      decided,
      explained.registered,
      explained.candidates,
      tagged,
      places?.candidates ?? [],
      findTitled(blocks),
    ),
  );
  const first = toClusters(found);
  const repeats = findRepeats(blocks, first.clusters.filter(isRepeatable), found);
  const all = repeats.length === 0 ? found : inOrder(found.concat(repeats));
  markMetonyms(all);
  const { clusters, ambiguous } = repeats.length === 0 ? first : toClusters(all);

  const kept = clusters.filter((cluster) => isKept(cluster, settings));
  const records = toRecords(kept, salienceOf(blocks, kept));
  file.data.entities = [...(file.data.entities ?? []), ...records.values()].sort(
    (a, b) => (b.salience ?? 0) - (a.salience ?? 0),
  );
  const open = [...registered.ambiguous, ...ambiguous, ...(places?.evidence.open ?? [])];
  check(
    {
      blocks,
      clusters: kept,
      definitions,
      ambiguous: undecided(open, decided),
    },
    settings,
    file,
  );

  const byBlock: (MarkedMention[] | undefined)[] = blocks.map(() => undefined);
  for (const [cluster, record] of records) {
    for (const mention of cluster.mentions) {
      if (mention.source !== 'markup')
        (byBlock[mention.block.index] ??= []).push({ candidate: mention, record });
    }
  }
  const linked = settings.links ? new Set<string>() : undefined;
  for (const block of blocks) {
    const mentions = byBlock[block.index];
    if (!mentions) continue;
    putInOrder(mentions, (a, b) => a.candidate.from - b.candidate.from);
    markBlock(block, mentions, linked);
  }
}

/** What an editor has decided is open no more. */
function undecided<Open extends { hit: Pick<Candidate, 'block' | 'from' | 'to'> }>(
  open: readonly Open[],
  decided: readonly Candidate[],
): readonly Open[] {
  if (decided.length === 0) return open;
  const settled = new Set<number>();
  for (const { block, from, to } of decided)
    for (let at = from; at < to; at++) settled.add(placeOf(block, at));
  return open.filter(({ hit: { block, from, to } }) => {
    for (let at = from; at < to; at++) if (settled.has(placeOf(block, at))) return false;
    return true;
  });
}

/** Whether a name may be looked for elsewhere: not where it was decided for single places. */
function isRepeatable({ mentions }: Cluster): boolean {
  return mentions.some(({ single }) => !single);
}

function isKept({ type, confidence, mentions }: Cluster, settings: Settings): boolean {
  if (mentions.every(({ source }) => source === 'markup')) return false;
  if (mentions.some(({ source }) => source === 'decision')) return true;
  return settings.types[type] && confidence >= settings.minConfidence;
}

/** Names that stood in the tree as `Entity` nodes before: their words are taken. */
function findMarked(blocks: readonly Block[]): Candidate[] {
  const found: Candidate[] = [];
  for (const block of blocks) {
    for (const { from, to, type, form } of block.marked)
      if (to > from) found.push(candidate(block, from, to, type, form, 'markup', 1));
  }
  return found;
}

/** Explained acronyms and their long forms, wherever they stand. The article's own explanation goes before the registry's. */
function findExplained(
  blocks: readonly Block[],
  definitions: readonly Definition[],
  registered: readonly Candidate[],
  tagged: readonly Candidate[],
): { candidates: readonly Candidate[]; registered: readonly Candidate[] } {
  if (definitions.length === 0) return { candidates: [], registered };
  const index = new NameIndex<Definition>();
  const byShort = new Map<string, Definition>();
  for (const definition of definitions) {
    if (byShort.has(definition.short)) continue;
    byShort.set(definition.short, definition);
    index.add(definition.short, definition, 'exact');
    index.add(definition.long, definition, 'name');
  }
  const types = typesOf(definitions, tagged);
  const candidates: Candidate[] = [];
  for (const block of blocks) {
    for (const { from, to, value, name } of index.find(block.words, block.keys)) {
      if (anyOf(block.blocked, from, to)) continue;
      const type = types.get(value) ?? typeOfLongForm(value.long);
      const form = name === value.short ? 'acronym' : 'name';
      const made = candidate(block, from, to, type, form, 'acronym', 0.95);
      made.definition = value;
      candidates.push(made);
    }
  }
  const rest = registered.filter((each) => {
    const definition = byShort.get(textOf(each));
    if (!definition || !each.known) return true;
    const long = nameKey(definition.long);
    return [each.known.name, ...each.known.aliases].some((name) => nameKey(name) === long);
  });
  return { candidates, registered: rest };
}

/** What kind of thing an acronym stands for, where the tagger says so of its long form. */
function typesOf(
  definitions: readonly Definition[],
  tagged: readonly Candidate[],
): Map<Definition, Candidate['type']> {
  const byPlace = new Map<number, Candidate[]>();
  for (const each of tagged) {
    const place = placeOf(each.block, each.from);
    const known = byPlace.get(place);
    if (known) known.push(each);
    else byPlace.set(place, [each]);
  }
  const types = new Map<Definition, Candidate['type']>();
  for (const definition of definitions) {
    const { block, longFrom, longTo } = definition;
    const name = byPlace.get(placeOf(block, longFrom))?.findLast(({ to }) => to === longTo);
    if (name && name.confidence >= 0.5) types.set(definition, name.type);
  }
  return types;
}
