import type { Element, ElementContent, RootContent } from 'hast';
import { h } from 'hastscript';
import type { Handler } from 'mdast-util-to-hast';
import type { Article, ArticleEntity, Entity, EntityType } from '../../model/index.ts';
import { isWebAddress } from '../../text/address.ts';
import { remembered } from '../../text/remembered.ts';
import type { HtmlContent } from './content.ts';
import { labelsFor } from './labels.ts';

/** What schema.org calls an entity of each type. It has no word for a group of people that is no organisation. */
export const schemaTypes: Readonly<Record<EntityType, string>> = {
  person: 'Person',
  organization: 'Organization',
  place: 'Place',
  group: 'Thing',
  event: 'Event',
  work: 'CreativeWork',
  product: 'Product',
};

/** Names an entity within the page, in RDFa and JSON-LD alike. */
export const entityResource = remembered((id) => `#${id.replace(/[^\p{L}\p{N}/_.-]+/gu, '-')}`);

/** The page that tells of an entity: its first web address. */
export function entityPage(entity: ArticleEntity): string | undefined {
  return entity.sameAs.find(isWebAddress);
}

/** A name in the text says of whom it speaks, and looks like the words around it. */
export const entityHandler: Handler = (state, node: Entity): Element => ({
  type: 'element',
  tagName: 'span',
  properties: {
    typeof: schemaTypes[node.entityType] ?? 'Thing',
    resource: entityResource(node.entityId),
  },
  children: state.all(node) as ElementContent[],
});

/** Elements within which a name is no link: a link may hold none, and a heading or a quote is the text's own. */
const unlinked = new Set([
  'a',
  'h1',
  'h2',
  'h3',
  'h4',
  'h5',
  'h6',
  'aside',
  'button',
  'summary',
  'pre',
]);

/**
 * Makes the first mention of each entity in the text speak for all: it says what the entity is, and leads to its page where one is known.
 * Later ones only say which entity is meant, so that a page doesn't grow heavy with names.
 */
export function declareFirstMentions(content: HtmlContent, article: Article): void {
  const pages = new Map<string, string>();
  for (const entity of article.entities) {
    const page = entityPage(entity);
    if (page !== undefined) pages.set(entityResource(entity.id), page);
  }
  const mentioned = new Set<string>();
  const walk = (children: readonly RootContent[], linkable: boolean): void => {
    for (const child of children) {
      if (child.type !== 'element') continue;
      const resource = child.properties['resource'];
      if (child.tagName !== 'span' || typeof resource !== 'string') {
        walk(child.children, linkable && !unlinked.has(child.tagName));
      } else if (mentioned.has(resource)) {
        delete child.properties['typeof'];
      } else if (linkable) {
        mentioned.add(resource);
        child.properties['property'] = 'mentions';
        const page = pages.get(resource);
        if (page !== undefined && !holdsLink(child)) {
          child.tagName = 'a';
          child.properties['href'] = page;
        }
      }
    }
  };
  walk(content.body.children, true);
  for (const note of content.notes) walk(note.children, false);
}

function holdsLink(element: Element): boolean {
  return element.children.some(
    (child) => child.type === 'element' && (child.tagName === 'a' || holdsLink(child)),
  );
}

const typeOrder = Object.keys(schemaTypes) as EntityType[];

/**
 * The key to the names: who and what the article speaks of, with links. Undefined where it names nobody. For machines the same stands in the
 * JSON-LD, under the identifiers that the names in the text bear.
 */
export function nameKey(article: Article): Element | undefined {
  const labels = labelsFor(article.metadata.language);
  const groups = typeOrder.flatMap((type) => {
    const entities = article.entities.filter((entity) => entity.type === type);
    if (entities.length === 0) return [];
    return [h('dt', labels.entityTypes[type]), ...entities.map(keyEntry)];
  });
  if (groups.length === 0) return undefined;
  return h('details', [h('summary', labels.names), h('dl', groups)]);
}

function keyEntry(entity: ArticleEntity): Element {
  const page = entityPage(entity);
  return h('dd', page === undefined ? entity.name : h('a', { href: page }, entity.name));
}
