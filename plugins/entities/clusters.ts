import type { EntityOrigin, EntityType } from '../../src/model/index.ts';
import { isShortForm } from './acronyms.ts';
import type { AmbiguousName } from './registry/find.ts';
import { confidenceOf } from './confidence.ts';
import { isAmongKin, isRelative } from './generations.ts';
import { textOf, type Candidate, type Cluster, type KnownEntity } from './model.ts';
import { remembered } from '../../src/text/remembered.ts';
import { nameKey } from './names.ts';
import { groupPeople, isFull, type Person, type PersonMention } from './people.ts';
import { inOrder } from './resolve.ts';
import { roleAfter, titleBefore } from './titles.ts';
import { legalForms } from './words.ts';

/** What a name stands for is known; which entities there are, is worked out here. */
export function toClusters(candidates: readonly Candidate[]): {
  clusters: Cluster[];
  ambiguous: AmbiguousName[];
} {
  const people: Candidate[] = [];
  const others: Candidate[] = [];
  for (const each of candidates) (each.type === 'person' ? people : others).push(each);
  const { clusters, ambiguous } = clusterPeople(people);
  return { clusters: [...clusters, ...clusterOthers(others)], ambiguous };
}

function clusterPeople(candidates: readonly Candidate[]): {
  clusters: Cluster[];
  ambiguous: AmbiguousName[];
} {
  const mentions = candidates.map((candidate): PersonMention => {
    const { block, from, to, known, source } = candidate;
    const { title, gender } = titleBefore(block, from);
    const text = textOf(candidate);
    const full = isFull(text);
    const role = full ? roleAfter(block, to) : undefined;
    const titles: string[] = [];
    if (title !== '') titles.push(title);
    if (role !== undefined && role !== '') titles.push(role);
    const isNamed = source === 'decision' && known !== undefined && !full && isFull(known.name);
    return {
      text,
      titles,
      gender,
      knownId: known?.id,
      fullName: isNamed ? known.name : undefined,
      otherNames: known ? [known.name, ...known.aliases] : [],
      block: block.index,
      at: from,
      kin: isAmongKin(block.keys, from, to),
      relative: isRelative(block.keys, from),
    };
  });
  const grouped = groupPeople(mentions);
  const clusters = grouped.people.map((person) => personCluster(person, candidates));
  const ambiguous = grouped.ambiguous.map(({ mention, options }) => {
    const candidate = candidates[mention] as Candidate;
    return { hit: { ...candidate, name: textOf(candidate) }, options };
  });
  return { clusters, ambiguous };
}

function personCluster(person: Person, candidates: readonly Candidate[]): Cluster {
  const mentions = person.mentions.map((index) => candidates[index] as Candidate);
  const known = mentions.find((each) => each.known?.id === person.knownId && each.known)?.known;
  const full = person.parts.length > 1 || (known !== undefined && isFull(known.name));
  for (const mention of mentions) {
    if (mention.source !== 'markup')
      mention.form = full && !isFull(textOf(mention)) ? 'short' : 'name';
  }
  return {
    type: 'person',
    name: known?.name ?? plainCase(person.name),
    known,
    origin: originOf(mentions),
    mentions,
    titles: [...person.titles],
    confidence: confidenceOf(mentions),
  };
}

/** A name that stands in capitals only, in the case of names. */
function plainCase(name: string): string {
  if (name !== name.toUpperCase() || !/\p{Lu}{4,}/u.test(name)) return name;
  return name.toLowerCase().replace(/(^|[\s’'-])\p{Ll}/gu, (letter) => letter.toUpperCase());
}

/** Organisations, places and the rest: one entity for each name, acronym and full name tied, legal forms left out. */
function clusterOthers(candidates: readonly Candidate[]): Cluster[] {
  const groups = new Map<string, Candidate[]>();
  const ties = new Ties();
  for (const candidate of candidates) {
    const { known, definition, type } = candidate;
    let key: string;
    if (known) {
      key = keyOfId(known.id);
      // The same name once known and once not: one thing.
      if (known.countryCode === undefined) ties.tie(key, keyOfName(type, textOf(candidate)));
    } else key = keyOfName(type, textOf(candidate));
    if (definition) {
      const long = `${type} ${nameKey(definition.long)}`;
      ties.tie(key, long);
      key = long;
    }
    const group = groups.get(key);
    if (group) group.push(candidate);
    else groups.set(key, [candidate]);
  }
  const tied = new Map<string, Candidate[]>();
  for (const [key, group] of groups) {
    const root = ties.rootOf(key);
    const known = tied.get(root);
    if (known) for (const candidate of group) known.push(candidate);
    else tied.set(root, group);
  }
  return [...tied.values()].map(otherCluster);
}

/** Keys that mean the same thing. */
class Ties {
  readonly #parents = new Map<string, string>();

  rootOf(key: string): string {
    let root = key;
    for (let next = this.#parents.get(root); next !== undefined; next = this.#parents.get(root))
      root = next;
    // The way is made short for the next time.
    for (let at = key; at !== root;) {
      const next = this.#parents.get(at) as string;
      this.#parents.set(at, root);
      at = next;
    }
    return root;
  }

  tie(a: string, b: string): void {
    const [x, y] = [this.rootOf(a), this.rootOf(b)];
    if (x !== y) this.#parents.set(x, y);
  }
}

const keyOfId = remembered((id) => `id ${id}`);

const keysOfNames = {
  person: nameKeys('person'),
  organization: nameKeys('organization'),
  place: nameKeys('place'),
  group: nameKeys('group'),
  event: nameKeys('event'),
  work: nameKeys('work'),
  product: nameKeys('product'),
} satisfies Record<EntityType, (name: string) => string>;

function nameKeys(type: EntityType): (name: string) => string {
  return remembered((name) => `${type} ${nameKey(withoutLegalForm(name))}`, 4000);
}

/** By what a name is grouped that nobody knows. */
function keyOfName(type: EntityType, name: string): string {
  return keysOfNames[type](name);
}

function withoutLegalForm(name: string): string {
  const parts = name.split(/,?\s+/);
  while (parts.length > 1 && legalForms.has((parts.at(-1) as string).toLowerCase())) parts.pop();
  return parts.join(' ');
}

function otherCluster(mentions: Candidate[]): Cluster {
  inOrder(mentions);
  const known = bestKnown(mentions);
  const type = known?.type ?? (mentions[0] as Candidate).type;
  const long = mentions.find(({ definition }) => definition)?.definition?.long;
  const name = known?.name ?? (long === undefined ? longestOf(mentions) : long);
  for (const mention of mentions)
    if (mention.source !== 'markup') mention.form = formOf(mention, name, type);
  return {
    type,
    name,
    known,
    origin: originOf(mentions),
    mentions,
    titles: [],
    confidence: confidenceOf(mentions),
  };
}

/** What was decided goes before the registry's entity, and that before a built-in one. */
function bestKnown(mentions: readonly Candidate[]): KnownEntity | undefined {
  const decided = mentions.find(({ known, source }) => known && source === 'decision');
  const registered = mentions.find(({ known, source }) => known && source === 'registry');
  return (decided ?? registered ?? mentions.find(({ known }) => known))?.known;
}

function isShouted(text: string): boolean {
  return text === text.toUpperCase();
}

function longestOf(mentions: readonly Candidate[]): string {
  let longest = '';
  for (const mention of mentions) {
    const text = textOf(mention);
    if (text === longest) continue;
    // Capitals of a headline are no name.
    const shouted = isShouted(text) && text.includes(' ') && /\p{Lu}{5,}/u.test(text);
    const plainer = isShouted(longest) && !isShouted(text) && text.length === longest.length;
    if (longest === '' || plainer || (text.length > longest.length && !shouted)) longest = text;
  }
  // A dateline sets places in capitals.
  const capitals = mentions.every(({ block }) => block.context === 'dateline');
  const name = longest.replace(/\s+/g, ' ');
  return capitals && mentions[0]?.type === 'place' ? plainCase(name) : name;
}

function formOf(mention: Candidate, name: string, type: EntityType): Candidate['form'] {
  const { form, known, definition } = mention;
  if (form === 'demonym' || form === 'metonym') return form;
  const text = textOf(mention);
  if (definition && nameKey(text) === nameKey(definition.short)) return 'acronym';
  if (known && mention.source === 'registry') return form;
  if (type === 'place' || type === 'group') return form === 'acronym' ? 'acronym' : 'name';
  if (nameKey(text) === nameKey(name)) return 'name';
  if (type === 'organization' && isShortForm(text)) return 'acronym';
  return text.length < name.length ? 'short' : 'name';
}

function originOf(mentions: readonly Candidate[]): EntityOrigin {
  const has = (source: Candidate['source']): boolean =>
    mentions.some((each) => each.source === source);
  if (has('decision')) return 'decision';
  if (mentions.some(({ known, source }) => known && source !== 'markup')) return 'registry';
  if (has('markup')) return 'markup';
  return has('acronym') ? 'acronym' : 'model';
}
