import { distance } from 'fastest-levenshtein';
import type { EntityType } from '../../../src/model/index.ts';
import type { KnownEntity } from '../model.ts';
import { slugOf } from '../names.ts';

export const entityTypes: readonly EntityType[] = [
  'person', 'organization', 'place', 'group', 'event', 'work', 'product',
]; // prettier-ignore

/** An entry of the house's registry, as it is used: nothing is left open. */
export interface RegistryEntry extends KnownEntity {
  demonyms: string[];
  /** What holds for single aliases. */
  rules: Map<string, AliasRule>;
  /** Undefined: as a name is printed, or in capitals. */
  caseSensitive?: boolean | undefined;
  /** Phrases in which a name means something else. */
  not: string[];
}

/** What holds for one alias, beside what holds for its entry. */
export interface AliasRule {
  near: string[];
  caseSensitive?: boolean | undefined;
}

/** What is wrong with a registry, and where: the path from the top, and the key where it is that. */
export interface Fault {
  path: (string | number)[];
  key?: string;
  reason: string;
}

const lists = ['aliases', 'sameAs', 'demonyms', 'near', 'not'] as const;
const keys = [
  'id',
  'type',
  'name',
  ...lists,
  'description',
  'countryCode',
  'caseSensitive',
] as const;

/** Checks the parsed content of a registry file: a list of entries, or a mapping with the list under `entities`. */
export function toEntries(content: unknown): { entries: RegistryEntry[]; faults: Fault[] } {
  const faults: Fault[] = [];
  const entries: RegistryEntry[] = [];
  const below: string[] = [];
  let list = content;
  if (isMapping(content)) {
    list = content['entities'];
    below.push('entities');
    for (const key of Object.keys(content)) {
      if (key !== 'entities')
        faults.push({ path: [], key, reason: `Unexpected key "${key}", expected "entities"` });
    }
  }
  if (content === null || content === undefined || (list === null && isMapping(content)))
    return { entries, faults };
  if (!Array.isArray(list)) {
    faults.push({ path: below, reason: 'Unexpected content, expected a list of entities' });
    return { entries, faults };
  }
  const ids = new Map<string, number>();
  for (const [index, value] of list.entries()) {
    const path = [...below, index];
    const before = faults.length;
    const entry = toEntry(value, path, faults);
    if (!entry || faults.length > before) continue;
    const twin = ids.get(entry.id);
    if (twin !== undefined) {
      faults.push({
        path: [...path, 'id' in (value as object) ? 'id' : 'name'],
        reason: `Unexpected second entity with the id "${entry.id}", which entity ${twin + 1} has already; give one of them an \`id\` of its own`,
      });
    }
    ids.set(entry.id, index);
    entries.push(entry);
  }
  return { entries, faults };
}

function toEntry(
  value: unknown,
  path: (string | number)[],
  faults: Fault[],
): RegistryEntry | undefined {
  if (!isMapping(value)) {
    faults.push({
      path,
      reason: `Unexpected ${nameOf(value)}, expected an entity with a type and a name`,
    });
    return undefined;
  }
  for (const key of Object.keys(value)) {
    if (!(keys as readonly string[]).includes(key)) {
      faults.push({ path, key, reason: `Unexpected key "${key}"${suggestion(key, keys)}` });
    }
  }
  const fail = (key: string, expected: string): void => {
    const found =
      value[key] === undefined
        ? `Missing \`${key}\``
        : `Unexpected ${nameOf(value[key])} as \`${key}\``;
    faults.push({
      path: value[key] === undefined ? path : [...path, key],
      reason: `${found}, expected ${expected}`,
    });
  };
  const { type, name } = value;
  if (typeof type !== 'string' || !(entityTypes as readonly string[]).includes(type)) {
    const near = typeof type === 'string' ? suggestion(type, entityTypes) : '';
    fail('type', `one of ${entityTypes.join(', ')}${near.replace('; did', '. Did')}`);
  }
  if (typeof name !== 'string' || name.trim() === '') fail('name', 'a text');
  for (const key of ['id', 'description'] as const) {
    if (value[key] !== undefined && (typeof value[key] !== 'string' || value[key].trim() === ''))
      fail(key, 'a text');
  }
  if (value['countryCode'] !== undefined && !/^[A-Z]{2}$/.test(String(value['countryCode']))) {
    fail('countryCode', 'two capital letters (ISO 3166-1)');
  }
  if (value['caseSensitive'] !== undefined && typeof value['caseSensitive'] !== 'boolean')
    fail('caseSensitive', 'true or false');
  const rules = new Map<string, AliasRule>();
  const texts = {} as Record<(typeof lists)[number], string[]>;
  for (const key of lists) {
    texts[key] = [];
    const given = value[key];
    if (given === undefined || given === null) continue;
    for (const [index, each] of (Array.isArray(given) ? given : [given]).entries()) {
      const at = Array.isArray(given) ? [...path, key, index] : [...path, key];
      if (key === 'aliases' && isMapping(each)) {
        const rule = toAliasRule(each, at, faults);
        if (rule) {
          texts.aliases.push(rule.name);
          rules.set(rule.name, rule);
        }
      } else if (typeof each !== 'string' || each.trim() === '') {
        faults.push({
          path: at,
          reason: `Unexpected ${nameOf(each)} in \`${key}\`, expected a text; a word such as yes, no or 10 needs quotation marks`,
        });
      } else if (key === 'sameAs' && !isAddress(each)) {
        faults.push({
          path: at,
          reason: `Unexpected "${each}" in \`sameAs\`, expected an address that begins with https://`,
        });
      } else texts[key].push(each.trim());
    }
  }
  if (typeof type !== 'string' || typeof name !== 'string') return undefined;
  return {
    id: typeof value['id'] === 'string' ? value['id'] : `${type}/${slugOf(name)}`,
    type: type as EntityType,
    name: name.trim(),
    ...texts,
    rules,
    ...(typeof value['description'] === 'string' ? { description: value['description'] } : {}),
    ...(typeof value['countryCode'] === 'string' ? { countryCode: value['countryCode'] } : {}),
    ...(typeof value['caseSensitive'] === 'boolean'
      ? { caseSensitive: value['caseSensitive'] }
      : {}),
  };
}

/** An alias with conditions of its own: `{name: PIF, near: [Saudi]}`. */
function toAliasRule(
  value: Record<string, unknown>,
  path: (string | number)[],
  faults: Fault[],
): (AliasRule & { name: string }) | undefined {
  const allowed = ['name', 'near', 'caseSensitive'];
  for (const key of Object.keys(value)) {
    if (!allowed.includes(key)) {
      faults.push({
        path,
        key,
        reason: `Unexpected key "${key}" of an alias${suggestion(key, allowed)}`,
      });
    }
  }
  const { name, caseSensitive } = value;
  const near =
    value['near'] === undefined
      ? []
      : Array.isArray(value['near'])
        ? value['near']
        : [value['near']];
  if (typeof name !== 'string' || name.trim() === '') {
    faults.push({ path, reason: 'Missing `name` of an alias, expected a text' });
    return undefined;
  }
  if (!near.every((word) => typeof word === 'string' && word.trim() !== '')) {
    faults.push({ path: [...path, 'near'], reason: 'Unexpected `near`, expected texts' });
    return undefined;
  }
  if (caseSensitive !== undefined && typeof caseSensitive !== 'boolean') {
    faults.push({
      path: [...path, 'caseSensitive'],
      reason: 'Unexpected `caseSensitive`, expected true or false',
    });
    return undefined;
  }
  return {
    name: name.trim(),
    near: near as string[],
    ...(caseSensitive === undefined ? {} : { caseSensitive }),
  };
}

function isMapping(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isAddress(value: string): boolean {
  return /^https?:\/\//.test(value) && URL.canParse(value);
}

function nameOf(value: unknown): string {
  if (value === null) return 'nothing';
  if (Array.isArray(value)) return 'list';
  if (typeof value === 'string') return `"${value}"`;
  return typeof value === 'object' ? 'mapping' : `${typeof value} ${String(value)}`;
}

function suggestion(word: string, known: readonly string[]): string {
  const [best] = [...known].sort(
    (a, b) => distance(word, a) - distance(word, b) || (a < b ? -1 : 1),
  );
  const near =
    best !== undefined &&
    (distance(word, best) <= Math.max(1, word.length / 3) || best.startsWith(word));
  return near ? `; did you mean "${best}"?` : '';
}
