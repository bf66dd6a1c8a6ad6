/** The built-in names: countries, capitals, peoples, regions, seats of government. Read once, when first asked for. */
import { readFileSync } from 'node:fs';
import type { KnownEntity } from '../model.ts';
import { NameIndex } from '../name-index.ts';

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

/** The content of `names.json`. */
export interface Names {
  places: KnownEntity[];
  /** Of each name in turn: the key of its first word, the name, the number of its place, and its marks. */
  names: (string | number)[];
}

/** What a name is, a bit each. */
export const marks = { demonym: 1, needsEvidence: 2, personal: 4, combining: 8 } as const;

let index: NameIndex<PlaceName> | undefined;
let places: KnownEntity[] = [];
/** The built-in entities by their ids. */
let byId: Map<string, KnownEntity> | undefined;

export function gazetteer(): NameIndex<PlaceName> {
  return (index ??= load());
}

/** The built-in entity of an id: `place/georgia`. */
export function knownPlace(id: string): KnownEntity | undefined {
  gazetteer();
  if (!byId) {
    byId = new Map();
    for (const place of places) if (!byId.has(place.id)) byId.set(place.id, place);
  }
  return byId.get(id);
}

function load(): NameIndex<PlaceName> {
  const read = JSON.parse(readFileSync(new URL('names.json', import.meta.url), 'utf8')) as Names;
  places = read.places;
  const { names } = read;
  const result = new NameIndex<PlaceName>();
  for (let at = 0; at < names.length; at += 4) {
    const mark = names[at + 3] as number;
    const value: PlaceName = {
      known: places[names[at + 2] as number] as KnownEntity,
      form: mark & marks.demonym ? 'demonym' : 'name',
      needsEvidence: (mark & marks.needsEvidence) !== 0,
      personal: (mark & marks.personal) !== 0,
      combining: (mark & marks.combining) !== 0,
    };
    const rule = value.combining ? 'exact' : 'name';
    result.addUnder(names[at] as string, names[at + 1] as string, value, rule);
  }
  return result.seal();
}
