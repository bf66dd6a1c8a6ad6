import type { KnownEntity } from '../model.ts';
import { NameIndex, type CaseRule } from '../name-index.ts';
import { keyOf, slugOf, wordsOf } from '../names.ts';
import type { RegistryEntry } from './entry.ts';

/** A name of the registry. */
export interface RegisteredName {
  entry: RegistryEntry;
  /** What is meant: the entry itself, or the people of a place. */
  known: KnownEntity;
  kind: 'name' | 'alias' | 'demonym' | 'not';
  /** Of a phrase under `not`: whether it holds a name of the entry, so that only the mention in it is barred. */
  around?: boolean;
}

/** The house's own names, compiled. */
export interface Registry {
  names: NameIndex<RegisteredName>;
  /** Entries by the keys of their `near` words. */
  near: ReadonlyMap<RegistryEntry, ReadonlySet<string>>;
}

export function compileRegistry(entries: readonly RegistryEntry[]): Registry {
  const names = new NameIndex<RegisteredName>();
  const near = new Map<RegistryEntry, Set<string>>();
  for (const entry of entries) {
    const rule: CaseRule =
      entry.caseSensitive === undefined ? 'name' : entry.caseSensitive ? 'exact' : 'any';
    names.add(entry.name, { entry, known: entry, kind: 'name' }, rule);
    for (const alias of entry.aliases)
      names.add(alias, { entry, known: entry, kind: 'alias' }, rule);
    if (entry.demonyms.length > 0) {
      const known = peopleOf(entry);
      for (const demonym of entry.demonyms)
        names.add(demonym, { entry, known, kind: 'demonym' }, rule);
    }
    const own = [entry.name, ...entry.aliases].map(
      (name) => ` ${wordsOf(name).map(keyOf).join(' ')} `,
    );
    for (const phrase of entry.not) {
      const words = ` ${wordsOf(phrase).map(keyOf).join(' ')} `;
      names.add(
        phrase,
        { entry, known: entry, kind: 'not', around: own.some((name) => words.includes(name)) },
        'any',
      );
    }
    if (entry.near && entry.near.length > 0)
      near.set(entry, new Set(entry.near.flatMap((word) => wordsOf(word).map(keyOf))));
  }
  return { names, near };
}

/** The people of a place, as a group of their own. */
function peopleOf(place: RegistryEntry): KnownEntity {
  const [name, ...aliases] = place.demonyms as [string, ...string[]];
  if (place.type === 'group') return place;
  return {
    id: `group/${slugOf(name)}`,
    type: 'group',
    name,
    aliases,
    sameAs: [],
    ...(place.countryCode === undefined ? {} : { countryCode: place.countryCode }),
  };
}
