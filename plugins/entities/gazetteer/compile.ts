/**
 * Compiles the built-in names, countries, capitals, peoples, regions and seats of government, into `names.json`, which is all that is read
 * when an article is. Run by `npm run gazetteer`.
 */
import { countryRows } from '../../../src/text/country-data.ts';
import type { KnownEntity, PlaceKind } from '../model.ts';
import { firstKeyOf } from '../name-index.ts';
import { fold, slugOf } from '../names.ts';
import { marks, type Names, type PlaceName } from './index.ts';
import * as more from './supplement.ts';

/** Territories without inhabitants, whose names are no news and whose "capitals" are words of other kinds. */
const leftOut = new Set(['AQ', 'BV', 'HM', 'TF', 'UM', 'BQ', 'IO', 'GS', 'SJ']);

const split = (list: string, mark: string | RegExp = ';'): string[] =>
  list
    .split(mark)
    .map((each) => each.trim())
    .filter((each) => each !== '');

export function compileNames(): Names {
  const places: KnownEntity[] = [];
  const numbers = new Map<KnownEntity, number>();
  const names: (string | number)[] = [];
  const add = (name: string, value: PlaceName): void => {
    let number = numbers.get(value.known);
    if (number === undefined) {
      numbers.set(value.known, (number = places.length));
      places.push(value.known);
    }
    const first = firstKeyOf(name);
    if (first !== undefined) names.push(first, name, number, marksOf(value));
  };
  const evidence = new Set([...more.needEvidence].map(fold));

  const enter = (known: KnownEntity, form: PlaceName['form'], names: Iterable<string>): void => {
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
      add(name, exact ? { ...value, needsEvidence: true } : value);
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
      (each) =>
        each !== name &&
        each !== common &&
        /^\p{Lu}/u.test(each) &&
        // People of a territory that go by the name of those of its country.
        !(code === 'MP' && each === 'American'),
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
      const others = { needsEvidence: false, personal: false, combining: true };
      add(form, { known, form: 'demonym', ...others });
    }
  }
  return { places, names };
}

function marksOf({ form, needsEvidence, personal, combining }: PlaceName): number {
  return (
    (form === 'demonym' ? marks.demonym : 0) +
    (needsEvidence ? marks.needsEvidence : 0) +
    (personal ? marks.personal : 0) +
    (combining ? marks.combining : 0)
  );
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
