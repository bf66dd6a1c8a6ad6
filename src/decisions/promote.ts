/** Names that the house decides often, on their way to its registry. */
import { isMap, isSeq, parseDocument, stringify, type YAMLMap, type YAMLSeq } from 'yaml';
import { slugOf } from '../../plugins/entities/names.ts';
import { toEntries, type RegistryEntry } from '../../plugins/entities/registry/entry.ts';
import type { DecisionsData, EntityDecision, EntityType } from '../model/index.ts';
import { DecisionsError } from './decisions-error.ts';

/** A name that was decided in the same way in several articles. */
export interface PromotedName {
  id: string;
  type: EntityType | undefined;
  name: string;
  aliases: string[];
  sameAs: string[];
  /** The articles in which it was decided, in order. */
  articles: string[];
}

/** Words that were decided in one way here and in another there. */
export interface DisputedName {
  quote: string;
  readings: { identity: string; articles: string[] }[];
}

/** The decisions on one article. */
export interface ArticleDecisions {
  article: string;
  decisions: DecisionsData;
}

/**
 * The names that were decided for whole articles (`all: true`), in the same way in at least so many. Words that mean different things in
 * different articles are none for the registry.
 */
export function promotedNames(
  all: readonly ArticleDecisions[],
  atLeast: number,
): { names: PromotedName[]; disputed: DisputedName[] } {
  const readings = new Map<string, Map<string, Set<string>>>();
  const names = new Map<string, PromotedName & { quotes: Set<string> }>();
  for (const { article, decisions } of all) {
    for (const { decision } of decisions.entities) {
      const identity = identityOf(decision);
      const own = getOr(readings, decision.quote, () => new Map<string, Set<string>>());
      getOr(own, identity, () => new Set<string>()).add(article);
      if (decision.all !== true || decision.entity === false) continue;
      const { type, name, quote } = decision;
      const known = getOr(names, identity, () => ({
        id: identity,
        type,
        name: name ?? quote,
        aliases: [],
        sameAs: [],
        articles: [],
        quotes: new Set<string>(),
      }));
      known.type ??= type;
      if (name !== undefined) known.name = name;
      known.quotes.add(quote);
      known.sameAs = [...new Set([...known.sameAs, ...[decision.sameAs ?? []].flat()])];
      if (!known.articles.includes(article)) known.articles.push(article);
    }
  }
  const disputed = [...readings]
    .filter(([, own]) => own.size > 1)
    .map(([quote, own]) => ({
      quote,
      readings: [...own].map(([identity, articles]) => ({ identity, articles: [...articles] })),
    }));
  const open = new Set(disputed.map(({ quote }) => quote));
  const ready = [...names.values()].flatMap(({ quotes, ...name }) => {
    const aliases = [...quotes].filter((quote) => quote !== name.name);
    if ([...quotes].some((quote) => open.has(quote)) || name.articles.length < atLeast) return [];
    return [{ ...name, aliases }];
  });
  return { names: ready, disputed };
}

function getOr<Key, Value>(map: Map<Key, Value>, key: Key, make: () => Value): Value {
  const known = map.get(key);
  if (known !== undefined) return known;
  const made = make();
  map.set(key, made);
  return made;
}

function identityOf({ entity, id, type, name, quote }: EntityDecision): string {
  if (entity === false) return 'no name';
  return id ?? `${type ?? 'unknown'}/${slugOf(name ?? quote)}`;
}

/** What becomes of a registry file, and what has to be done by hand. */
export interface Promotion {
  text: string;
  /** Entries and aliases that were added, as YAML, for people to read. */
  added: string[];
  /** Why a name was not added. */
  left: string[];
}

/**
 * Adds names to the text of a registry file. What stands in it stays as it is, with its comments.
 *
 * @throws DecisionsError where the file is no registry.
 */
export function withPromoted(text: string, names: readonly PromotedName[]): Promotion {
  let result = text;
  const added: string[] = [];
  const left: string[] = [];
  for (const each of names) {
    const entries = entriesIn(result);
    const known = entries.find(
      (entry) => entry.id === each.id || (entry.name === each.name && entry.type === each.type),
    );
    if (!known && each.type === undefined) {
      left.push(
        `${each.id}: it is in none of the house's registries, expected a \`type\` in its decisions`,
      );
      continue;
    }
    if (!known) {
      const yaml = entryYaml(each);
      result = appended(result, yaml);
      added.push(yaml);
      continue;
    }
    const names = new Set([known.name, ...known.aliases]);
    const aliases = [each.name, ...each.aliases].filter((name) => !names.has(name));
    if (aliases.length === 0) continue;
    const changed = withAliases(result, known, aliases);
    if (changed === undefined)
      left.push(`${known.id}: add by hand the aliases ${aliases.join(', ')}`);
    else {
      result = changed;
      added.push(stringify([{ name: known.name, aliases }], { flowCollectionPadding: false }));
    }
  }
  entriesIn(result);
  return { text: result, added, left };
}

function entriesIn(text: string): RegistryEntry[] {
  const document = parseDocument(text, { prettyErrors: false });
  const { entries, faults } = toEntries(document.toJS({ maxAliasCount: 100 }));
  const fault = document.errors[0]?.message ?? faults[0]?.reason;
  if (fault !== undefined) throw new DecisionsError(`Unexpected content of the registry: ${fault}`);
  return entries;
}

function entryYaml({ id, type, name, aliases, sameAs }: PromotedName): string {
  const entry = {
    ...(id === `${type as string}/${slugOf(name)}` ? {} : { id }),
    name,
    type,
    ...(aliases.length === 0 ? {} : { aliases }),
    ...(sameAs.length === 0 ? {} : { sameAs: sameAs.length === 1 ? sameAs[0] : sameAs }),
  };
  return stringify([entry], { lineWidth: 0 });
}

function appended(text: string, yaml: string): string {
  const lines = text
    .trimEnd()
    .split('\n')
    .map((line) => line.replace(/^(entities:)\s*\[\s*\]/, '$1'));
  const item = lines.find((line) => /^\s*- /.test(line));
  const isList = item !== undefined || lines.some((line) => line.startsWith('entities:'));
  const indent = item === undefined ? '  ' : (/^\s*/.exec(item)?.[0] ?? '');
  const head = isList ? lines : [...lines.filter((line) => line !== ''), 'entities:'];
  const entry = yaml
    .trimEnd()
    .split('\n')
    .map((line) => indent + line);
  return [...head, ...entry, ''].join('\n');
}

/** Undefined where the file can't be changed without changing how it is written. */
function withAliases(
  text: string,
  { name, type }: RegistryEntry,
  aliases: readonly string[],
): string | undefined {
  const options = { lineWidth: 0, flowCollectionPadding: false } as const;
  const document = parseDocument(text);
  if (document.toString(options) !== text) return undefined;
  const list = isMap(document.contents)
    ? (document.contents as YAMLMap).get('entities')
    : document.contents;
  const item = isSeq(list)
    ? (list as YAMLSeq).items.find(
        (each) => isMap(each) && each.get('name') === name && each.get('type') === type,
      )
    : undefined;
  if (!isMap(item)) return undefined;
  const known = item.get('aliases');
  if (isSeq(known)) for (const alias of aliases) known.add(document.createNode(alias));
  else {
    const node = document.createNode([...(known === undefined ? [] : [known]), ...aliases]);
    (node as YAMLSeq).flow = true;
    item.set('aliases', node);
  }
  return document.toString(options);
}
