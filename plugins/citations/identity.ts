/** When two sources are the same, and two notes. */
import { toEdtf } from '../../src/text/index.ts';
import { nameKey } from './outlets.ts';
import type { SourceDate, SourceItem } from './model.ts';

/** The same for sources that are one; undefined for a source that is like no other, since its outlet was lost. */
export function itemKey(item: SourceItem): string | undefined {
  if (item.lost) return undefined;
  if (item.entry) return `entry ${item.entry.index}`;
  const parts = [
    item.kind,
    item.known ? `known ${item.known.name}` : nameKey(item.outlet ?? ''),
    nameKey(item.authorText ?? ''),
    nameKey(item.title ?? ''),
    item.date ? dateKey(item.date) : '',
    // Where outlet and date are told, the address tells nothing more, unless it differs.
    item.url ?? '',
    item.legal ? `${item.legal.name ?? ''} ${item.legal.reference}` : '',
  ];
  return parts.join('\u0001');
}

/** The same for lists of sources that share a note: the same sources in the same order, at the same places in them. */
export function noteKey(items: readonly SourceItem[]): string | undefined {
  const keys: string[] = [];
  for (const item of items) {
    const key = itemKey(item);
    if (key === undefined) return undefined;
    keys.push(
      [
        key,
        item.locator?.text ?? '',
        item.signal?.toLowerCase() ?? '',
        (item.remarks ?? []).join(' '),
      ].join('\u0002'),
    );
  }
  return keys.join('\u0003');
}

function dateKey(date: SourceDate): string {
  return [
    toEdtf(date.from),
    date.to ? toEdtf(date.to) : '',
    date.suffix ?? '',
    date.literal ?? '',
  ].join(' ');
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
