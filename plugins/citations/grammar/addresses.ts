/** Web addresses in running text. */
import type { Link } from 'mdast';
import type { TextView } from '../../../src/text/index.ts';
import type { Found } from '../model.ts';
import { trimUrl } from './tokens.ts';

const address =
  /(?<![\p{L}\p{N}@/.])(?:https?:\/\/|www\.(?=[\p{L}\p{N}-]+\.))[^\s<>"“”«»\\^`{|}]+|(?<![\p{L}\p{N}/])doi:\s?10\.\d{4,9}\/[^\s<>"“”]+/giu;

/** All addresses of a block: bare ones and links whose text is their address. */
export function scanAddresses(view: TextView): Found[] {
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
