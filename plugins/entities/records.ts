import type { EntityRecord, EntityType } from '../../src/model/index.ts';
import { textOf, type Cluster } from './model.ts';
import { remembered } from '../../src/text/remembered.ts';
import { nameKey, slugOf } from './names.ts';
import { legalForms } from './words.ts';

/** A record for each entity, the most salient first, and the cluster that it came from. */
export function toRecords(
  clusters: readonly Cluster[],
  salience: ReadonlyMap<Cluster, number>,
): Map<Cluster, EntityRecord> {
  const taken = new Set(clusters.flatMap(({ known }) => (known ? [known.id] : [])));
  const records = new Map<Cluster, EntityRecord>();
  const inText = [...clusters].sort(
    (a, b) =>
      (a.mentions[0]?.block.index ?? 0) - (b.mentions[0]?.block.index ?? 0) ||
      (a.mentions[0]?.from ?? 0) - (b.mentions[0]?.from ?? 0),
  );
  for (const cluster of inText) {
    const { known, type, name, titles, origin, confidence } = cluster;
    const id = known?.id ?? freeId(type, name, taken);
    taken.add(id);
    const countryCode =
      known?.countryCode ?? cluster.mentions.find((each) => each.countryCode)?.countryCode;
    records.set(cluster, {
      id,
      type,
      name,
      aliases: aliasesOf(cluster),
      titles: [...titles],
      sameAs: [...(known?.sameAs ?? [])],
      ...(countryCode === undefined ? {} : { countryCode }),
      origin,
      confidence,
      salience: salience.get(cluster) ?? 0,
    });
  }
  return records;
}

function freeId(type: EntityType, name: string, taken: ReadonlySet<string>): string {
  const base = `${type}/${rememberedSlug(name)}`;
  let id = base;
  for (let number = 2; taken.has(id); number++) id = `${base}-${number}`;
  return id;
}

const rememberedSlug = remembered(slugOf);

/** Other names: those of the registry, and those in the text. A demonym's inflections and a metonym are no other name. */
function aliasesOf({ known, name, mentions, type }: Cluster): string[] {
  const aliases = new Map<string, string>();
  const own = nameKey(name);
  const add = (alias: string): void => {
    const key = nameKey(alias);
    if (key !== own && !aliases.has(key)) aliases.set(key, alias);
  };
  let last: string | undefined;
  for (const mention of mentions) {
    if (mention.form === 'demonym' || mention.form === 'metonym') continue;
    const printed = textOf(mention);
    // Most mentions are like the one before.
    if (printed !== last) {
      const text = printed.replace(/\s+/g, ' ');
      const shouted = text === text.toUpperCase() && text.includes(' ') && /\p{Lu}{6,}/u.test(text);
      if (!shouted) add(text);
      last = printed;
    }
    if (mention.definition) {
      add(mention.definition.short);
      add(mention.definition.long);
    }
  }
  // Of a registry entry all names; of a country those that stand in the text.
  if (known && !known.place && type !== 'group') for (const alias of known.aliases) add(alias);
  return [...aliases.values()].filter((alias) => !legalForms.has(alias.toLowerCase()));
}
