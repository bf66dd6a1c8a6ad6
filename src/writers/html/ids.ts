import type { Element, Properties } from 'hast';
import { visitElements } from './visit.ts';

/** Sets the article's ids apart from those of the page that it may be put into. */
const prefix = 'article-';

const references = ['ariaDescribedBy', 'ariaLabelledBy', 'ariaDetails', 'headers'] as const;

/**
 * Prefixes every id once, together with what refers to it. Of two elements with the same id only the first keeps it. A link to an id that
 * isn't in the article is left alone: it may lead to the page around it.
 */
export function prefixIds(article: Element): void {
  const ids = new Set<string>();
  const referring: Properties[] = [];
  visitElements(article, ({ tagName, properties }) => {
    if (refers(properties)) referring.push(properties);
    // Anchors were named so before ids were: `<a name="…">`.
    if (tagName === 'a' && typeof properties.name === 'string') {
      properties.id ??= properties.name;
    }
    delete properties.name;
    if (properties.id === undefined || properties.id === null) return;
    const id = String(properties.id);
    if (id === '' || ids.has(id)) delete properties.id;
    else properties.id = prefix + id;
    ids.add(id);
  });
  for (const properties of referring) prefixReferences(properties, ids);
}

function refers(properties: Properties): boolean {
  const { href } = properties;
  if (typeof href === 'string' && href.startsWith('#')) return true;
  return references.some((name) => properties[name] !== undefined);
}

function prefixReferences(properties: Properties, ids: ReadonlySet<string>): void {
  const { href } = properties;
  if (typeof href === 'string' && href.startsWith('#') && ids.has(decode(href.slice(1)))) {
    properties.href = `#${prefix}${href.slice(1)}`;
  }
  for (const name of references) {
    const value = properties[name];
    if (typeof value !== 'string' && !Array.isArray(value)) continue;
    const list = Array.isArray(value) ? value.map(String) : value.split(/\s+/);
    const known = list.filter((id) => ids.has(id)).map((id) => prefix + id);
    if (known.length > 0) properties[name as string] = known;
    else delete properties[name];
  }
}

function decode(fragment: string): string {
  try {
    return decodeURIComponent(fragment);
  } catch {
    return fragment;
  }
}
