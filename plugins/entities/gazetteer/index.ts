/** The built-in names: countries, capitals, peoples, regions, seats of government. Compiled once, when first asked for. */
import { countryRows } from '../../../src/text/country-data.ts';
import type { KnownEntity, PlaceKind } from '../model.ts';
import { NameIndex } from '../name-index.ts';
import { fold, slugOf } from '../names.ts';
import * as more from './supplement.ts';

/** A name of the built-in lists. */
export interface PlaceName {
  known: KnownEntity;
  form: 'name' | 'demonym';
  /** Taken only where the article names the country in another way as well. */
  needsEvidence: boolean;
  /** Also the name of a person. */
  personal: boolean;
  /** First half of a compound: "Sino" in "Sino-Indian". */
  combining: boolean;
}

/** Territories without inhabitants, whose names are no news and whose "capitals" are words of other kinds. */
const leftOut = new Set(['AQ', 'BV', 'HM', 'TF', 'UM', 'BQ', 'IO', 'GS', 'SJ']);

let compiled: NameIndex<PlaceName> | undefined;
/** The built-in entities by their ids. */
const byId = new Map<string, KnownEntity>();

export function gazetteer(): NameIndex<PlaceName> {
  compiled ??= compile();
  return compiled;
}

/** The built-in entity of an id: `place/georgia`. */
export function knownPlace(id: string): KnownEntity | undefined {
  gazetteer();
  return byId.get(id);
}

const split = (list: string, mark: string | RegExp = ';'): string[] =>
  list
    .split(mark)
    .map((each) => each.trim())
    .filter((each) => each !== '');

function compile(): NameIndex<PlaceName> {
  const index = new NameIndex<PlaceName>();
  const evidence = new Set([...more.needEvidence].map(fold));

  const enter = (known: KnownEntity, form: PlaceName['form'], names: Iterable<string>): void => {
    if (!byId.has(known.id)) byId.set(known.id, known);
    for (const name of new Set(names)) {
      // A word that has a diacritic to tell it from another: "Réunion" is not "Reunion".
      const exact = /^(?:Réunion|Malé)$/.test(name);
      const needsEvidence = evidence.has(fold(name)) && !exact;
      const value = {
        known,
        form,
        needsEvidence,
        personal: more.personal.has(name),
        combining: false,
      };
      if (!exact) index.add(name, value);
      else index.add(name, { ...value, needsEvidence: true });
    }
  };
  const place = (
    kind: PlaceKind,
    name: string,
    aliases: string[],
    countryCode?: string,
  ): KnownEntity => {
    const known = entity('place', name, aliases, countryCode);
    known.place = kind;
    enter(known, 'name', [name, ...aliases]);
    return known;
  };

  const peoples = new Map<string, KnownEntity>();
  for (const [code, common, official, listed, listedDemonyms] of countryRows) {
    if (leftOut.has(code)) continue;
    const [own, others] = (more.countryNames[code] ?? '|').split('|') as [string, string];
    const name = own.trim() || common;
    const aliases = [common, official, ...split(others)].filter((each) => each !== name);
    place('country', name, [...new Set(aliases)], code);

    const cities = more.capitals[code] === undefined ? listed : split(more.capitals[code]);
    const groups = more.sameCity.has(code) ? [[...cities]] : cities.map((each) => [each]);
    for (const [city, ...names] of groups) {
      if (city === undefined || city === name) continue;
      place('capital', city, [...names, ...split(more.capitalNames[city] ?? '')], code);
    }

    const forms = [...split(more.demonyms[code] ?? ''), ...listedDemonyms].filter(
      (each) => each !== name && each !== common && /^\p{Lu}/u.test(each),
    );
    const [first, ...rest] = [...new Set(forms)];
    if (first !== undefined) peoples.set(code, people(first, rest, code, peoples, enter));
  }

  for (const entry of split(more.groups.replace(/\n/g, ' '))) {
    const [names, code] = entry.split('=') as [string, string | undefined];
    const [name, ...aliases] = split(names, '/');
    if (name !== undefined) people(name, aliases, code, new Map(), enter);
  }
  for (const [kind, list] of [
    ['region', more.regions],
    ['seat', more.seats],
  ] as const) {
    for (const entry of split(list.replace(/\n/g, ' '))) {
      const [names, code] = entry.split('=') as [string, string | undefined];
      const [name, ...aliases] = split(names, '/');
      if (name !== undefined) place(kind, name, aliases, code);
    }
  }
  for (const [form, code] of Object.entries(more.combiningForms)) {
    const known = peoples.get(code);
    if (known) {
      index.add(
        form,
        { known, form: 'demonym', needsEvidence: false, personal: false, combining: true },
        'exact',
      );
    }
  }
  return index;
}

/** Enters a people. Countries that share a demonym ("Congolese") share the people, which then has no code of its own. */
function people(
  name: string,
  aliases: string[],
  code: string | undefined,
  peoples: Map<string, KnownEntity>,
  enter: (known: KnownEntity, form: 'demonym', names: Iterable<string>) => void,
): KnownEntity {
  for (const other of peoples.values()) {
    if (other.name !== name) continue;
    // The Dutch of Aruba's mother country and the French of its departments stay what they are.
    if (other.name === 'Congolese' || other.name === 'Dominican') delete other.countryCode;
    return other;
  }
  const known = entity('group', name, aliases, code);
  const all = [name, ...aliases];
  enter(known, 'demonym', [...all, ...all.flatMap(plural)]);
  return known;
}

function plural(demonym: string): string[] {
  if (/(?:ese|ish|ch|sh|s|x|z|men|welsh)$/i.test(demonym)) return [];
  if (demonym.endsWith('man') && /(?:wo|ch|sh|s)man$/i.test(demonym)) return [];
  return [`${demonym}s`];
}

function entity(
  type: 'place' | 'group',
  name: string,
  aliases: string[],
  countryCode?: string,
): KnownEntity {
  const id = `${type}/${slugOf(name)}`;
  return { id, type, name, aliases, sameAs: [], ...(countryCode ? { countryCode } : {}) };
}
