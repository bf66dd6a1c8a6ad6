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
  /** Keys of words one of which must be close by. */
  near?: ReadonlySet<string> | undefined;
}

/** The house's own names, compiled. */
export interface Registry {
  entries: readonly RegistryEntry[];
  names: NameIndex<RegisteredName>;
}

export function compileRegistry(entries: readonly RegistryEntry[]): Registry {
  const names = new NameIndex<RegisteredName>();
  for (const entry of entries) {
    const near = keysOf(entry.near ?? []);
    const rule = ruleOf(entry.caseSensitive);
    names.add(entry.name, { entry, known: entry, kind: 'name', near }, rule);
    for (const alias of entry.aliases) {
      const own = entry.rules.get(alias);
      const value: RegisteredName = {
        entry,
        known: entry,
        kind: 'alias',
        near: keysOf(own?.near ?? []) ?? near,
      };
      names.add(alias, value, own?.caseSensitive === undefined ? rule : ruleOf(own.caseSensitive));
    }
    if (entry.demonyms.length > 0) {
      const known = peopleOf(entry);
      for (const demonym of entry.demonyms)
        names.add(demonym, { entry, known, kind: 'demonym', near }, rule);
    }
    const own = entry.not.length === 0 ? [] : [entry.name, ...entry.aliases].map(spaced);
    for (const phrase of entry.not) {
      const around = own.some((name) => spaced(phrase).includes(name));
      names.add(phrase, { entry, known: entry, kind: 'not', around }, 'any');
    }
  }
  return { entries, names: names.seal() };
}

const ruleOf = (caseSensitive: boolean | undefined): CaseRule =>
  caseSensitive === undefined ? 'name' : caseSensitive ? 'exact' : 'any';

function keysOf(words: readonly string[]): ReadonlySet<string> | undefined {
  return words.length === 0
    ? undefined
    : new Set(words.flatMap((word) => wordsOf(word).map(keyOf)));
}

/** A phrase as keys between spaces, so that one can be looked for in another by whole words. */
const spaced = (phrase: string): string => ` ${wordsOf(phrase).map(keyOf).join(' ')} `;

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
