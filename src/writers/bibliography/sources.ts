/** Which sources a bibliography lists: each once, in an order that depends on nothing but them. */
import type { Article, CslItem } from '../../model/index.ts';

/** The sources of an article, in the order of their first citations. Where in them a citation points is left out. */
export function sourcesOf({ citations }: Article): CslItem[] {
  const byId = new Map<string, CslItem>();
  for (const { items } of citations) {
    for (const item of items) if (!byId.has(item.id)) byId.set(item.id, withoutLocator(item));
  }
  return [...byId.values()];
}

/** A page belongs to the citation, not to the source. */
function withoutLocator(item: CslItem): CslItem {
  const { locator: _locator, label: _label, ...source } = item;
  return source;
}

/**
 * The same for items of several articles that are one source; undefined for an item that says too little to tell, such as one
 * that lost its outlet, has no year, or is nothing but a surname and a year.
 */
export function sourceKey(item: CslItem): string | undefined {
  if (item.DOI !== undefined) return `doi ${item.DOI.toLowerCase()}`;
  if (!isTold(item)) return undefined;
  const { issued } = item;
  return JSON.stringify([
    folded(item['container-title']),
    (item.author ?? []).map((name) => [name.family, name.given, name.literal].map(folded)),
    folded(item.title),
    issued?.['date-parts'] ?? null,
    issued?.season ?? null,
    issued?.literal ?? null,
    item.URL ?? null,
    folded(item.references),
    item.title === undefined ? folded(item.note) : null,
  ]);
}

function isTold(item: CslItem): boolean {
  if (item.URL !== undefined) return true;
  if (item.references !== undefined) return !/^(?:id|ibid)\b|\bsupra\b/i.test(item.references);
  const hasYear = item.issued?.['date-parts'] !== undefined;
  if (item['container-title'] !== undefined) return hasYear || item.title !== undefined;
  return item.author !== undefined && (item.title ?? item.note) !== undefined;
}

function folded(text: string | undefined): string {
  return (text ?? '').normalize('NFC').toLowerCase().replace(/[’‘]/g, "'");
}

/** An order that no locale changes. */
export function byId(a: CslItem, b: CslItem): number {
  return a.id < b.id ? -1 : a.id > b.id ? 1 : 0;
}
