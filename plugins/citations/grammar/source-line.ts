/** A trailing line of sources: "Source: Reuters, May 5." at the end of a paragraph, or as one. */
import type { ArticleEvidence } from '../evidence.ts';
import type { Found, SourceItem } from '../model.ts';
import { addressOf } from './addresses.ts';
import { readAuthorGroup } from './author-date.ts';
import type { Segment } from './field.ts';
import { toSegments } from './fields.ts';
import { isLabel } from './signals.ts';
import { judgeName } from './names.ts';
import { readOutletGroup } from './outlet-date.ts';
import { tokenise } from './tokens.ts';

const opening =
  /(?:^|[.!?”’"')\]…]\s+|\n\s*)((?:With information from|Sources?(?: of information)?|Via):?\s)/gi;
const longestLine = 800;

export function findSourceLine(
  text: string,
  article: ArticleEvidence,
  emphasised: (start: number, end: number) => boolean,
): Found | undefined {
  const { kinds } = article.settings;
  const tail = Math.max(0, text.length - longestLine);
  const window = text.slice(tail);
  if (!window.includes(':') || !/(?:from|sources?|information|via):\s/i.test(window))
    return undefined;
  let last: RegExpExecArray | undefined;
  for (const match of window.matchAll(opening))
    if ((match[1] as string).trimEnd().endsWith(':')) last = match;
  if (!last || (tail > 0 && last.index === 0)) return undefined;
  const start = tail + last.index + last[0].length - (last[1] as string).length;
  const from = tail + last.index + last[0].length;
  const end = text.trimEnd().length;
  const to =
    text[end - 1] === '.' && !/\b\p{Lu}\.$/u.test(text.slice(end - 3, end)) ? end - 1 : end;
  if (to <= from) return undefined;
  const segments = toSegments(text, tokenise(text, from, to, article.dayMonth));
  const items =
    (kinds['author-date'] ? tiedAuthors(segments, article) : undefined) ??
    (kinds['outlet-date']
      ? (readOutletGroup(segments, article.table, emphasised) ??
        bareNames(segments, article, emphasised))
      : undefined) ??
    (kinds.url ? addresses(segments) : undefined);
  const first = items?.[0];
  if (!first) return undefined;
  const label = text.slice(start, from).trim();
  if (!isLabel(label.replace(/:$/, ''))) first.signal = label;
  return { start, end, kind: first.kind, items: items as SourceItem[], remove: { start, end } };
}

function tiedAuthors(
  segments: readonly Segment[],
  article: ArticleEvidence,
): SourceItem[] | undefined {
  const items = readAuthorGroup(segments);
  if (!items) return undefined;
  for (const item of items) {
    const entry = article.entries.byAuthor(item);
    if (!entry) return undefined;
    (item as SourceItem).entry = entry;
  }
  return items;
}

/** Outlets alone, which such a line makes sources: "Sources: Reuters, AP". */
function bareNames(
  segments: readonly Segment[],
  article: ArticleEvidence,
  emphasised: (start: number, end: number) => boolean,
): SourceItem[] | undefined {
  const items: SourceItem[] = [];
  for (const field of segments.flatMap((segment) => segment.fields)) {
    if (field.type === 'url') {
      const last = items.at(-1);
      if (!last) return undefined;
      Object.assign(last, addressOf(field.url));
      continue;
    }
    if (field.type !== 'name') return undefined;
    for (const name of field.text.split(/\/| and /)) {
      const verdict = judgeName(name, article.table, emphasised(field.start, field.end));
      if (verdict.sureness !== 'known' && verdict.sureness !== 'cue') return undefined;
      items.push({
        kind: 'outlet-date',
        outlet: verdict.name,
        ...(verdict.outlet ? { known: verdict.outlet } : {}),
        start: field.start,
        end: field.end,
      });
    }
  }
  return items.length > 0 ? items : undefined;
}

function addresses(segments: readonly Segment[]): SourceItem[] | undefined {
  const fields = segments.flatMap((segment) => segment.fields);
  const items: SourceItem[] = [];
  for (const field of fields) {
    if (field.type === 'url')
      items.push({ kind: 'url', start: field.start, end: field.end, ...addressOf(field.url) });
    else if (field.type !== 'empty') return undefined;
  }
  return items.length > 0 ? items : undefined;
}
