import type { VFile } from 'vfile';
import { completeDefinitions, findDefinitions, isName, typeOfLongForm } from './acronyms.ts';
import type { TaggedName } from './backends/tagger.ts';
import { check } from './checks.ts';
import { toClusters } from './clusters.ts';
import { withDateline } from './dateline.ts';
import { decidedNames } from './decisions.ts';
import type { Block } from './document.ts';
import { findPlaces } from './gazetteer/find.ts';
import { markBlock, type MarkedMention } from './mark.ts';
import { markMetonyms } from './metonyms.ts';
import { anyOf, textOf, type Candidate, type Cluster, type Definition } from './model.ts';
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
  const tagged = withDateline(blocks, fromTagger(blocks, names));
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
  const found = withoutOverlap([
    ...findMarked(blocks),
    ...decided,
    ...explained.registered,
    ...explained.candidates,
    ...tagged,
    ...(places?.candidates ?? []),
    ...findTitled(blocks),
  ]);
  const first = toClusters(found).clusters;
  const all = inOrder([...found, ...findRepeats(blocks, first.filter(isRepeatable), found)]);
  markMetonyms(all);
  const { clusters, ambiguous } = toClusters(all);

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

  const byBlock = new Map<Block, MarkedMention[]>();
  for (const [cluster, record] of records) {
    for (const candidate of cluster.mentions) {
      if (candidate.source === 'markup') continue;
      const own = byBlock.get(candidate.block);
      if (own) own.push({ candidate, record });
      else byBlock.set(candidate.block, [{ candidate, record }]);
    }
  }
  const linked = settings.links ? new Set<string>() : undefined;
  for (const block of blocks) {
    const mentions = byBlock.get(block);
    if (!mentions) continue;
    mentions.sort((a, b) => a.candidate.from - b.candidate.from);
    markBlock(block, mentions, linked);
  }
}

/** What an editor has decided is open no more. */
function undecided<Open extends { hit: Pick<Candidate, 'block' | 'from' | 'to'> }>(
  open: readonly Open[],
  decided: readonly Candidate[],
): Open[] {
  const settled = new Set(
    decided.flatMap(({ block, from, to }) =>
      Array.from({ length: to - from }, (_, at) => `${block.index} ${from + at}`),
    ),
  );
  return open.filter(({ hit: { block, from, to } }) => {
    for (let at = from; at < to; at++) if (settled.has(`${block.index} ${at}`)) return false;
    return true;
  });
}

/** Whether a name may be looked for elsewhere: not where it was decided for single places. */
function isRepeatable({ mentions }: Cluster): boolean {
  return mentions.some(({ single }) => single !== true);
}

function isKept({ type, confidence, mentions }: Cluster, settings: Settings): boolean {
  if (mentions.every(({ source }) => source === 'markup')) return false;
  if (mentions.some(({ source }) => source === 'decision')) return true;
  return settings.types[type] && confidence >= settings.minConfidence;
}

/** Names that stood in the tree as `Entity` nodes before: their words are taken. */
function findMarked(blocks: readonly Block[]): Candidate[] {
  return blocks.flatMap((block) =>
    block.marked
      .filter(({ from, to }) => to > from)
      .map(({ from, to, type, form }): Candidate => ({
        block,
        from,
        to,
        type,
        form,
        source: 'markup',
        confidence: 1,
      })),
  );
}

/** Explained acronyms and their long forms, wherever they stand. The article's own explanation goes before the registry's. */
function findExplained(
  blocks: readonly Block[],
  definitions: readonly Definition[],
  registered: readonly Candidate[],
  tagged: readonly Candidate[],
): { candidates: Candidate[]; registered: Candidate[] } {
  if (definitions.length === 0) return { candidates: [], registered: [...registered] };
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
      candidates.push({
        block,
        from,
        to,
        type: types.get(value) ?? typeOfLongForm(value.long),
        form: name === value.short ? 'acronym' : 'name',
        source: 'acronym',
        confidence: 0.95,
        definition: value,
      });
    }
  }
  const rest = registered.filter((candidate) => {
    const definition = byShort.get(textOf(candidate));
    if (!definition || !candidate.known) return true;
    const long = nameKey(definition.long);
    return [candidate.known.name, ...candidate.known.aliases].some(
      (name) => nameKey(name) === long,
    );
  });
  return { candidates, registered: rest };
}

/** What kind of thing an acronym stands for, where the tagger says so of its long form. */
function typesOf(
  definitions: readonly Definition[],
  tagged: readonly Candidate[],
): Map<Definition, Candidate['type']> {
  const byPlace = new Map(
    tagged.map((each) => [`${each.block.index} ${each.from} ${each.to}`, each]),
  );
  const types = new Map<Definition, Candidate['type']>();
  for (const definition of definitions) {
    const { block, longFrom, longTo } = definition;
    const name = byPlace.get(`${block.index} ${longFrom} ${longTo}`);
    if (name && name.confidence >= 0.5) types.set(definition, name.type);
  }
  return types;
}
