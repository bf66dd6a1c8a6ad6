/** The words that an input says, for the law that none of them is lost. */
import { strFromU8, unzipSync } from 'fflate';
import { decodeNamedCharacterReference } from 'decode-named-character-reference';
import { parse, type DefaultTreeAdapterTypes } from 'parse5';
import type { SourceFormat } from '../../src/index.ts';

/** A word and where it stands in the source, where that can be told. */
export interface SourceWord {
  text: string;
  start?: number;
  end?: number;
}

/** What an input says to who reads it. */
export function wordsOf(format: SourceFormat, source: string | Uint8Array): SourceWord[] {
  if (format === 'docx') return wordsOfDocx(source as Uint8Array);
  const text = String(source);
  if (format === 'html') return wordsOfHtml(text);
  return format === 'text' ? wordsOfText(text) : wordsOfMarkdown(text);
}

/** Raised figures mark notes, which are counted anew. */
const word = /(?:(?![⁰¹²³⁴-⁹])[\p{L}\p{M}\p{N}])+/gu;
const withReferences = /(?:[\p{L}\p{M}\p{N}]|&(?:#\w{1,8}|\w{1,32});)+/gu;

/** Words of plain text, in which every character is its own. */
function wordsOfText(source: string): SourceWord[] {
  return [...source.matchAll(word)].map(({ 0: text, index }) => ({
    text,
    start: index,
    end: index + text.length,
  }));
}

/**
 * Words of Markdown, references to characters resolved. Without the numbers of list items, which are counted anew, and the alignment of
 * tables.
 */
function wordsOfMarkdown(source: string): SourceWord[] {
  return [...source.matchAll(withReferences)]
    .filter(
      ({ 0: text, index }) =>
        !(/^\d{1,9}$/.test(text) && /^[.)](?:\s|$)/.test(source.slice(index + text.length))),
    )
    .flatMap(({ 0: text, index }) =>
      (decodeReferences(text).match(word) ?? []).map((each) => ({
        text: each,
        start: index,
        end: index + text.length,
      })),
    );
}

/** Elements whose text a page doesn't show. */
const unseen =
  /^(?:head|script|style|template|noscript|iframe|noembed|noframes|svg|math|audio|video|canvas|object|select|datalist|option|textarea|button|title|rp)$/;

/** Words that a browser would show of a page. */
function wordsOfHtml(source: string): SourceWord[] {
  // A word that elements divide counts as two: both stand in the text in any case. Marks of notes are counted anew.
  const parts: string[] = [];
  const walk = (nodes: readonly DefaultTreeAdapterTypes.ChildNode[]): void => {
    for (const node of nodes) {
      if (node.nodeName === '#text') parts.push((node as DefaultTreeAdapterTypes.TextNode).value);
      if (!('childNodes' in node) || unseen.test(node.nodeName)) continue;
      if (node.nodeName !== 'sup') walk(node.childNodes);
    }
  };
  walk(parse(source).childNodes);
  return (parts.join(' ').match(word) ?? []).map((text) => ({ text }));
}

/** Words of a Word file: of its text and its notes. */
function wordsOfDocx(bytes: Uint8Array): SourceWord[] {
  const parts = unzipped(bytes);
  return ['document', 'footnotes', 'endnotes'].flatMap((name) => {
    const part = strFromU8(parts[`word/${name}.xml`] ?? new Uint8Array());
    // A word may be divided between runs, but not between paragraphs.
    return part.split('</w:p>').flatMap((each) => {
      const text = [...each.matchAll(/<w:t(?: [^>]*)?>([^<]*)<|<w:(?:br|tab)\/>/g)]
        .map(([, value]) => (value === undefined ? ' ' : decodeReferences(value)))
        .join('');
      return (text.match(word) ?? []).map((found) => ({ text: found }));
    });
  });
}

/** A file of which bytes were changed may have parts that can't be unpacked; then it says nothing. */
function unzipped(bytes: Uint8Array): ReturnType<typeof unzipSync> {
  try {
    return unzipSync(bytes);
  } catch {
    return {};
  }
}

/** Character references resolved, as in Markdown. */
export function decodeReferences(text: string): string {
  return text.replace(
    /&(?:#[xX]([\da-fA-F]{1,6})|#(\d{1,7})|([a-zA-Z][a-zA-Z\d]{0,31}));/g,
    (whole, hex?: string, decimal?: string, name?: string) => {
      if (name !== undefined) return decodeNamedCharacterReference(name) || whole;
      const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16);
      const isNone = code === 0 || code > 0x10ffff || (code >= 0xd800 && code <= 0xdfff);
      return isNone ? '\uFFFD' : String.fromCodePoint(code);
    },
  );
}
