/** What `citeproc` prints, HTML of a few tags, as nodes. */
import type { PhrasingContent } from 'mdast';

const emphases: Readonly<Record<string, 'emphasis' | 'strong'>> = {
  i: 'emphasis',
  em: 'emphasis',
  b: 'strong',
  strong: 'strong',
};

const characters: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: '\u00A0',
};

/**
 * Italics and bold become nodes, other formatting goes.
 *
 * @param urls - Addresses that become links where they stand in the text.
 */
export function toPhrasing(html: string, urls: readonly string[]): PhrasingContent[] {
  const root: PhrasingContent[] = [];
  const open: { tag: string; into: PhrasingContent[] }[] = [];
  let into = root;
  for (const [piece] of html.matchAll(/<[^<>]*>|[^<]+|</g)) {
    const tag = /^<(\/?)([a-z]+)/i.exec(piece);
    const name = tag?.[2]?.toLowerCase() ?? '';
    const type = Object.hasOwn(emphases, name) ? emphases[name] : undefined;
    if (!tag) {
      into.push(...linked(decoded(piece), urls));
    } else if (type !== undefined && tag[1] === '') {
      const children: PhrasingContent[] = [];
      into.push({ type, children });
      open.push({ tag: name, into });
      into = children;
    } else if (type !== undefined && open.at(-1)?.tag === name) {
      into = open.pop()?.into ?? root;
    }
  }
  return root.filter((node) => !('children' in node) || node.children.length > 0);
}

function decoded(text: string): string {
  return text.replace(/&(?:#(\d{1,7})|([a-z]{2,4}));/g, (whole, code?: string, name?: string) =>
    code === undefined
      ? (characters[name as string] ?? whole)
      : String.fromCodePoint(Math.min(Number(code), 0x10_ffff)),
  );
}

function linked(text: string, urls: readonly string[]): PhrasingContent[] {
  for (const url of urls) {
    const at = text.indexOf(url);
    if (at < 0) continue;
    return [
      ...linked(text.slice(0, at), urls),
      { type: 'link', url, title: null, children: [{ type: 'text', value: url }] },
      ...linked(text.slice(at + url.length), urls),
    ];
  }
  return text === '' ? [] : [{ type: 'text', value: text }];
}
