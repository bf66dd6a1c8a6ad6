/** When two sources are the same, and two notes. */
import { toEdtf } from '../../src/text/index.ts';
import { nameKey } from './outlets.ts';
import type { SourceDate, SourceItem } from './model.ts';

/** The same for sources that are one; undefined for a source that is like no other, since its outlet was lost. */
export function itemKey(item: SourceItem): string | undefined {
  if (item.lost) return undefined;
  if (item.entry) return `entry ${item.entry.index}`;
  const { kind, known, outlet, authorText, title, date, url, legal } = item;
  const name = known ? `known ${known.name}` : nameKey(outlet ?? '');
  const words = `${name}\u0001${nameKey(authorText ?? '')}\u0001${nameKey(title ?? '')}`;
  const law = legal ? `${legal.name ?? ''} ${legal.reference}` : '';
  // Where outlet and date are told, the address tells nothing more, unless it differs.
  return `${kind}\u0001${words}\u0001${date ? dateKey(date) : ''}\u0001${url ?? ''}\u0001${law}`;
}

/** The same for lists of sources that share a note: the same sources in the same order, at the same places in them. */
export function noteKey(
  items: readonly SourceItem[],
  keyOf: (item: SourceItem) => string | undefined = itemKey,
): string | undefined {
  const keys: string[] = [];
  for (const item of items) {
    const key = keyOf(item);
    if (key === undefined) return undefined;
    const { locator, signal, remarks } = item;
    const place = `${locator?.text ?? ''}\u0002${signal?.toLowerCase() ?? ''}`;
    keys.push(`${key}\u0002${place}\u0002${remarks ? remarks.join(' ') : ''}`);
  }
  return keys.join('\u0003');
}

function dateKey({ from, to, suffix, literal }: SourceDate): string {
  return `${toEdtf(from) ?? ''} ${(to && toEdtf(to)) ?? ''} ${suffix ?? ''} ${literal ?? ''}`;
}

/** A readable id of a source: `the-diplomat-2022-10-11`. */
export function itemSlug(item: SourceItem): string {
  const { entry, date } = item;
  const name =
    item.known?.name ?? item.outlet ?? item.legal?.name ?? item.legal?.reference ?? entry?.authors[0]?.family ?? item.authorText ?? entry?.authors[0]?.literal ??
    (item.lost ? 'outlet-missing' : undefined) ?? item.url?.replace(/^https?:\/\/(?:www\.)?/, '') ?? item.title ?? 'source'; // prettier-ignore
  const when = date
    ? (toEdtf(date.from)?.replace('XXXX-', '') ?? '') + (date.suffix ?? '')
    : entry?.year === undefined
      ? ''
      : `${entry.year}${entry.suffix ?? ''}`;
  const slug = `${name} ${when}`
    .normalize('NFKD')
    .toLowerCase()
    .replace(/\p{M}/gu, '')
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-|-$/g, '')
    .slice(0, 80);
  return slug === '' ? 'source' : slug;
}
