import type { Entity, EntityRecord, EntityType } from '../../src/model/index.ts';
import type { Edit } from '../../src/text/index.ts';
import type { Block } from './document.ts';
import { endOf, startOf, type Candidate } from './model.ts';

/** schema.org's names for the types of entities; it has none for a group but that of a thing. */
const schemaTypes: Readonly<Record<EntityType, string>> = {
  person: 'Person',
  organization: 'Organization',
  place: 'Place',
  group: 'Thing',
  event: 'Event',
  work: 'CreativeWork',
  product: 'Product',
};

/** What the nodes of a type are marked with. Made once: a text put together for each mention would stay with it. */
const marks = Object.fromEntries(
  Object.entries(schemaTypes).map(([type, schemaType]) => [
    type,
    { className: `entity-${type}`, typeOf: `schema:${schemaType}` },
  ]),
) as Readonly<Record<EntityType, { className: string; typeOf: string }>>;

/** A mention, and the entity that is meant. */
export interface MarkedMention {
  candidate: Candidate;
  record: EntityRecord;
}

/** Puts each mention of a block into an `Entity` node. `linked` holds the entities that have a link already. */
export function markBlock(
  block: Block,
  mentions: readonly MarkedMention[],
  linked: Set<string> | undefined,
): void {
  const closed = block.view.spans('link', 'linkReference');
  const edits: Edit[] = [];
  let link = 0;
  for (const { candidate, record } of mentions) {
    const start = startOf(block, candidate.from);
    const end = endOf(block, candidate.to);
    while (link < closed.length && (closed[link] as { end: number }).end <= start) link++;
    const around = closed[link];
    const inLink = around !== undefined && around.start < end && around.end > start;
    // A link that begins or ends in the middle of a name can't be cut.
    if (
      inLink &&
      !(around.start <= start && around.end >= end) &&
      !(around.start >= start && around.end <= end)
    )
      continue;
    const page =
      inLink || !linked || linked.has(record.id) || block.context === 'title'
        ? undefined
        : record.sameAs[0];
    if (page !== undefined) linked?.add(record.id);
    edits.push({ start, end, wrap: entityNode(candidate, record, page) });
  }
  block.view.apply(edits);
}

function entityNode(
  { form, source, confidence }: Candidate,
  record: EntityRecord,
  page: string | undefined,
): Entity {
  const { id, type, sameAs } = record;
  const { className, typeOf } = marks[type];
  const properties: Record<string, string | string[]> = {
    className: ['entity', className],
    typeof: typeOf,
    property: 'schema:mentions',
  };
  const [resource] = sameAs;
  if (resource !== undefined) properties['resource'] = resource;
  if (page !== undefined) properties['href'] = page;
  return {
    type: 'entity',
    entityId: id,
    entityType: type,
    form,
    children: [],
    data: {
      hName: page === undefined ? 'span' : 'a',
      hProperties: properties,
      evidence: { source, confidence },
    },
  };
}
