/** Elements whose content is no markup: what follows one that is never closed would be swallowed. */
const opaque = new Set(
  'script style textarea title xmp iframe noembed noframes noscript'.split(' '),
);

/** Pictures and unseen stores: left out with all that they hold. */
const dropped = new Set(['svg', 'template']);

/** Elements within which the parser reads by rules of their own. None is shown; their words are. */
const unwrapped = new Set('math select frameset form button plaintext'.split(' '));

/** Elements that never hold another of their kind unless something else that is counted stands between. */
const flat = new Set(
  (
    'area base br col embed hr img input link meta param source track wbr ' +
    'p li dt dd tr td th thead tbody tfoot colgroup caption option optgroup rt rp'
  ).split(' '),
);

/** How many elements may be open at once. A parser's time and memory grow with their depth at each block. */
const maxOpen = 100;

/** Reads the raw HTML of one tree, node by node, and keeps each node from reaching beyond itself by accident. */
export class MarkupGuard {
  readonly #open = new Map<string, number>();
  #depth = 0;
  /** Names whose closing tag was looked for in the node at hand and not found: it is looked for once. */
  #unclosed = new Set<string>();

  /**
   * The HTML of a node, made to end where the node ends: a comment or an opaque element that is left open is closed, a tag that breaks off
   * becomes text, and so does one that would nest too deeply. Takes time linear in its length.
   */
  close(html: string): string {
    const parts: string[] = [];
    this.#unclosed = new Set();
    let done = 0;
    for (let start = html.indexOf('<'); start >= 0; start = html.indexOf('<', done)) {
      parts.push(html.slice(done, start));
      if (html.startsWith('<!--', start)) {
        const end = html.indexOf('-->', start + 4);
        // A comment is no part of the text, and one that never ends would be all that follows.
        if (end < 0) return parts.join('');
        done = end + 3;
        continue;
      }
      const closing = html[start + 1] === '/';
      const tagName = nameAt(html, closing ? start + 2 : start + 1);
      if (tagName === undefined && !/[/!?]/.test(html[start + 1] ?? '')) {
        parts.push('&lt;');
        done = start + 1;
        continue;
      }
      const end =
        tagName === undefined ? html.indexOf('>', start) : tagEnd(html, start + 1 + tagName.length);
      if (end < 0) return parts.join('') + html.slice(start).replaceAll('<', '&lt;');
      const tag = html.slice(start, end + 1);
      done = end + 1;
      if (tagName !== undefined && unwrapped.has(tagName)) continue;
      if (tagName !== undefined && dropped.has(tagName)) {
        done = closing ? done : this.#behind(html, tagName, done);
        continue;
      }
      parts.push(this.#count(tagName, closing) ? tag : tag.replace('<', '&lt;'));
      if (tagName === undefined || closing || !opaque.has(tagName)) continue;
      const close = closingTag(html, tagName, done);
      if (close < 0) return `${parts.join('')}${html.slice(done)}</${tagName}>`;
      parts.push(html.slice(done, close));
      if (tagEnd(html, close + 2 + tagName.length) < 0)
        return `${parts.join('')}</${tagName}>${html.slice(close).replaceAll('<', '&lt;')}`;
      done = close;
    }
    parts.push(html.slice(done));
    return parts.join('');
  }

  /** Where the text goes on behind an element; right where it begins, where it is never closed. */
  #behind(html: string, tagName: string, from: number): number {
    if (this.#unclosed.has(tagName)) return from;
    const close = closingTag(html, tagName, from);
    const end = close < 0 ? -1 : html.indexOf('>', close);
    if (end < 0) this.#unclosed.add(tagName);
    return end < 0 ? from : end + 1;
  }

  /** Keeps count of the elements that are open; false where there would be too many. */
  #count(tagName: string | undefined, closing: boolean): boolean {
    if (tagName === undefined || flat.has(tagName) || opaque.has(tagName)) return true;
    const open = this.#open.get(tagName) ?? 0;
    if (closing) {
      if (open === 0) return true;
      this.#open.set(tagName, open - 1);
      this.#depth--;
      return true;
    }
    if (this.#depth >= maxOpen) return false;
    this.#open.set(tagName, open + 1);
    this.#depth++;
    return true;
  }
}

const name = /[a-zA-Z][^\t\n\f\r />]*/y;

function nameAt(html: string, from: number): string | undefined {
  name.lastIndex = from;
  return name.exec(html)?.[0].toLowerCase();
}

/** Where a tag ends that has attributes from `from` on; -1 where it breaks off. A quotation mark counts after an equals sign only. */
function tagEnd(html: string, from: number): number {
  let afterEquals = false;
  for (let index = from; index < html.length; index++) {
    const character = html[index] as string;
    if (character === '>') return index;
    if (afterEquals && (character === '"' || character === "'")) {
      index = html.indexOf(character, index + 1);
      if (index < 0) return -1;
    }
    if (!/\s/.test(character)) afterEquals = character === '=';
  }
  return -1;
}

function closingTag(html: string, tagName: string, from: number): number {
  const closing = new RegExp(`</${tagName}(?=[\\t\\n\\f\\r />])`, 'gi');
  closing.lastIndex = from;
  return closing.exec(html)?.index ?? -1;
}
