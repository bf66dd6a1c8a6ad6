import type { Article } from '../../model/index.ts';
import { filled } from './values.ts';

/** Who put the article out, the agency that its dateline names, and the outlets that it cites, each once. */
export function infoSourcesOf({ metadata, citations }: Article): object[] {
  const sources = new Map<string, object>();
  const add = (name: string | undefined | null, role: string): void => {
    if (!name || sources.has(`${role} ${name}`)) return;
    sources.set(`${role} ${name}`, filled({ name, role }));
  };
  add(metadata.publication?.name, 'publisher');
  add(agencyOf(metadata.dateline), 'agency');
  for (const { items } of citations) {
    for (const item of items) add(item['container-title'] ?? item.publisher, 'cited');
  }
  return [...sources.values()];
}

/** `Reuters` of `KYIV, Oct. 8 (Reuters)` */
function agencyOf(dateline: string | null): string | undefined {
  return /\(([^()]+)\)\s*$/.exec(dateline ?? '')?.[1]?.trim();
}

/** The place of a dateline: what stands before the agency and the date. `WASHINGTON, D.C.` of `WASHINGTON, D.C., Oct. 8 (AP)` */
export function locatedOf(dateline: string | null): string | null {
  if (dateline === null) return null;
  const parts = (dateline.split('(')[0] as string).split(',').map((part) => part.trim());
  const date = parts.findIndex((part) => /\d/.test(part));
  const place = (date < 0 ? parts : parts.slice(0, date)).filter((part) => part !== '');
  return place.length === 0 ? null : place.join(', ').replace(/\s*[–—-]+$/u, '');
}
