/** The tags that Google Scholar, Zotero and libraries read (`citation_…`, known as Highwire Press tags). */
import type { Element } from 'hast';
import { h } from 'hastscript';
import type { Article, CslItem } from '../../model/index.ts';
import { isWebAddress } from '../../text/address.ts';

export function citationTags({ metadata, citations }: Article): Element[] {
  const { title, authors, date, publication, language, url } = metadata;
  const references = citations.flatMap(({ items }) => items.flatMap(reference));
  const tags: [string, string | null | undefined][] = [
    ['title', title],
    ...authors.map(({ name }): [string, string] => ['author', name]),
    ['publication_date', date && withSlashes(date.value)],
    ['journal_title', publication?.name],
    ['volume', publication?.volume],
    ['issue', publication?.issue],
    ['language', language],
    ['public_url', isWebAddress(url) ? url : null],
    ...[...new Set(references)].map((value): [string, string] => ['reference', value]),
  ];
  return tags.flatMap(([name, content]) =>
    content ? [h('meta', { name: `citation_${name}`, content })] : [],
  );
}

/** A source as a list of fields. One that lost its outlet and has no title says nothing. */
function reference(item: CslItem): string[] {
  const outlet = item['container-title'] ?? item.publisher;
  if (outlet === undefined && item.title === undefined) return [];
  const names = (item.author ?? []).map(
    ({ literal, given, family }) =>
      literal ?? [given, family].filter((part) => part !== undefined).join(' '),
  );
  const issued = item.issued?.['date-parts']?.[0];
  const fields: [string, string | number | undefined][] = [
    ['title', item.title],
    ...names.map((name): [string, string] => ['author', name]),
    ['journal_title', outlet],
    ['volume', item.volume],
    ['issue', item.issue],
    ['pages', item.page],
    ['doi', item.DOI],
    [
      'publication_date',
      issued?.map((part, index) => String(part).padStart(index === 0 ? 4 : 2, '0')).join('/'),
    ],
  ];
  const told = fields.filter(([, value]) => value !== undefined && value !== '');
  return [told.map(([name, value]) => `citation_${name}=${clean(String(value))}`).join('; ')];
}

/** A semicolon would end the field. */
function clean(value: string): string {
  return value.replace(/\s*[;=]\s*/g, ', ').trim();
}

/** `2022/10/19` */
function withSlashes(date: string): string {
  return date.replaceAll('-', '/');
}
