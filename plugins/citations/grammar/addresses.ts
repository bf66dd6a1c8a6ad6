/** Web addresses in running text. */
import type { Link } from 'mdast';
import type { Span, TextView } from '../../../src/text/index.ts';
import type { Found, SourceItem } from '../model.ts';
import { overlapsAny } from '../ranges.ts';
import { trimUrl } from './tokens.ts';

/** What every address has somewhere. */
const trace = /http|www\.|doi:/i;
const traceWithoutColon = /www\./i;
const address =
  /(?<![\p{L}\p{N}@/.])(?:https?:\/\/|www\.(?=[\p{L}\p{N}-]+\.))[^\s<>"“”«»\\^`{|}]+|(?<![\p{L}\p{N}/])doi:\s?10\.\d{4,9}\/[^\s<>"“”]+/giu;

/** All addresses of a block: bare ones and links whose text is their address. */
export function scanAddresses(view: TextView): Found[] {
  if (!(view.text.includes(':') ? trace : traceWithoutColon).test(view.text)) return [];
  const links = view.spans('link');
  const result: Found[] = [];
  let link = 0;
  for (const match of view.text.matchAll(address)) {
    const start = match.index;
    const value = trimUrl(match[0]);
    const end = start + value.length;
    if (value.length < 8) continue;
    while (link < links.length && (links[link]?.end ?? 0) <= start) link++;
    const around = links[link];
    const inside = around && around.start < end;
    // The text of a link that goes elsewhere.
    if (inside && !isItsAddress(around.node, view.text.slice(around.start, around.end))) continue;
    if (inside) {
      result.push(toFound(around.start, around.end, around.node.url));
      continue;
    }
    // Angle brackets, which raw text may have around an address, are its own.
    const angled = view.text[start - 1] === '<' && view.text[end] === '>';
    result.push(angled ? toFound(start - 1, end + 1, value) : toFound(start, end, value));
  }
  return result;
}

function toFound(start: number, end: number, url: string): Found {
  const item = { kind: 'url' as const, start, end, ...addressOf(url) };
  return { start, end, kind: 'url', items: [item], remove: { start: end, end } };
}

/** An address as an item has it; a DOI also as such. */
export function addressOf(url: string): { url: string; doi?: string } {
  const doi = /(?:doi\.org\/|^doi:\s?)(10\.\d{4,9}\/.+)$/i.exec(url);
  if (doi) return { url: `https://doi.org/${doi[1] as string}`, doi: doi[1] as string };
  return { url: /^www\./i.test(url) ? `https://${url}` : url };
}

/** Whether the text of a link is its address, as an autolink has it. */
export function isItsAddress(link: Link, text: string): boolean {
  const bare = (value: string): string =>
    value
      .trim()
      .replace(/^(?:https?:\/\/)?(?:www\.)?/i, '')
      .replace(/\/$/, '');
  return bare(link.url) === bare(text);
}

/** Whether a block holds addresses and nothing else. */
export function isOnlyAddresses(text: string, addresses: readonly Found[]): boolean {
  let at = 0;
  for (const { start, end } of addresses) {
    if (/[\p{L}\p{N}(]/u.test(text.slice(at, start))) return false;
    at = end;
  }
  return addresses.length > 0 && !/[\p{L}\p{N}]/u.test(text.slice(at));
}

/** A bare address: at the end of its sentence, with nothing that needs it, it leaves the text; elsewhere it stays. */
export function placeAddress(text: string, found: Found): Found {
  const before = text.slice(Math.max(0, found.start - 40), found.start).trimEnd();
  const word = /(\S+)$/.exec(before)?.[1] ?? '';
  const detached =
    /[.!?”"’)\]]$/.test(word) &&
    /^(?:\s*$|[.]?\s*$|\s+\p{Lu})/u.test(text.slice(found.end, found.end + 4));
  if (!detached) return found;
  const end =
    text[found.end] === '.' && /^\.(?:\s|$)/.test(text.slice(found.end, found.end + 2))
      ? found.end + 1
      : found.end;
  return { ...found, remove: { start: found.start, end } };
}

/** Links with text of their own, where they are to become notes; links around a numeric mark. */
export function linksAsNotes(
  whole: string,
  links: readonly Span<Link>[],
  taken: readonly Found[],
): Found[] {
  const result: Found[] = [];
  for (const { node, start, end } of links) {
    const text = whole.slice(start, end);
    if (start === end || !/^https?:/.test(node.url) || isItsAddress(node, text)) continue;
    const item: SourceItem = { kind: 'url', start, end, ...addressOf(node.url) };
    const found: Found = { start, end, kind: 'url', items: [item], remove: { start: end, end } };
    if (!overlapsAny(taken, found)) result.push(found);
  }
  return result;
}
