/**
 * Ties the words of the tree to the page: between the start and the end of a text stand tags, references and white space, which the words do not
 * show. Each text gets the map from the one to the other, and every node a position that spans what it holds.
 */
import { decodeNamedCharacterReference } from 'decode-named-character-reference';
import type { Nodes, Parents, Root, Text } from 'mdast';
import type { VFile } from 'vfile';
import { toPosition } from '../../text/index.ts';
import type { SourceRun } from '../../text/source-map.ts';

const space = /[\t\n\f\r ]/;
const quotationMark = /["“”‘’«»„‚‹›]/;
/** What the reader writes for `q`. */
const generatedMark = /[“”‘’]/;
const reference = /&(?:#(?:x([\da-f]{1,8})|(\d{1,10}))|([a-z][a-z\d]{0,31}));?/iy;
const tagOrComment = /<(?:!--|[/!?a-z])/iy;

/** Maps every text, and drops the position of one whose words can't be found in its range. */
export function placeTexts(tree: Root, file: VFile): void {
  const source = String(file);
  const stack: Nodes[] = [tree];
  for (let node = stack.pop(); node; node = stack.pop()) {
    if (node.type === 'text') placeText(node, source, file);
    else if ('children' in node) for (const child of node.children) stack.push(child);
  }
}

function placeText(node: Text, source: string, file: VFile): void {
  const from = node.position?.start.offset;
  const to = node.position?.end.offset;
  if (from === undefined || to === undefined) return;
  const runs = mapText(node.value, source, from, to);
  const [first, last] = [runs?.[0], runs?.at(-1)];
  if (!runs || !first || !last) {
    delete node.position;
    return;
  }
  const position = toPosition(file, first.sourceStart, last.sourceEnd);
  if (position) node.position = position;
  if (runs.length > 1 || !first.exact)
    node.data = { ...node.data, sourceMap: { value: node.value, runs } };
}

/** The runs of words that stand in a range of a page; undefined where others do. Linear. */
export function mapText(
  value: string,
  source: string,
  from: number,
  to: number,
): SourceRun[] | undefined {
  const runs: SourceRun[] = [];
  let at = 0;
  let place = from;
  const step = (length: number, sourceLength: number, exact: boolean): void => {
    const last = runs.at(-1);
    if (last?.exact && exact && last.sourceEnd === place) {
      last.end += length;
      last.sourceEnd += sourceLength;
    } else {
      runs.push({
        start: at,
        end: at + length,
        sourceStart: place,
        sourceEnd: place + sourceLength,
        exact,
      });
    }
    at += length;
    place += sourceLength;
  };
  while (at < value.length) {
    const wanted = value[at] as string;
    const markup = place < to ? tagLength(source, place, to) : 0;
    if (markup > 0) {
      const isQuote =
        /^<\/?q[\s>]/i.test(source.slice(place, place + 4)) && quotationMark.test(wanted);
      if (isQuote) step(1, markup, false);
      else place += markup;
      continue;
    }
    const unit = place < to ? unitAt(source, place, to) : undefined;
    if (space.test(wanted)) {
      let end = place;
      for (
        let next = unit;
        next && space.test(next.text);
        next = end < to ? unitAt(source, end, to) : undefined
      ) {
        end += next.length;
      }
      // A space that stands for the edge of a block has no characters of its own.
      step(1, end - place, end - place === 1 && source[place] === wanted);
      continue;
    }
    const isThere = unit !== undefined && value.startsWith(unit.text, at);
    if (!isThere && generatedMark.test(wanted)) {
      // A quotation whose tags are missing or out of place.
      step(1, 0, false);
      continue;
    }
    if (!unit) return undefined;
    if (unit.text.length === 1 && isRaised(wanted, unit.text)) {
      step(1, unit.length, false);
    } else if (isThere) {
      step(
        unit.text.length,
        unit.length,
        unit.length === unit.text.length && source.startsWith(unit.text, place),
      );
    } else if (/^\s$/.test(unit.text)) {
      // White space at the edge of a block, also what an element held that was left out as empty.
      place += unit.length;
    } else {
      return undefined;
    }
  }
  return runs;
}

/** Whether a figure was made a raised or lowered one. */
function isRaised(value: string, source: string): boolean {
  if (value === source || value < '\u00B2') return false;
  return value.normalize('NFKC') === source || ((value === '⁻' || value === '₋') && source === '-');
}

/** The length of a tag or comment that begins here, 0 where none does. */
function tagLength(source: string, place: number, to: number): number {
  if (source[place] !== '<') return 0;
  tagOrComment.lastIndex = place;
  const match = tagOrComment.exec(source);
  if (!match) return 0;
  if (match[0] === '<!--') {
    const close = source.indexOf('-->', place);
    return (close < 0 || close >= to ? to : close + 3) - place;
  }
  let quote = '';
  for (let at = place + 1; at < to; at++) {
    const character = source[at] as string;
    if (quote !== '') {
      if (character === quote) quote = '';
    } else if (character === '>') {
      return at + 1 - place;
    } else if ((character === '"' || character === "'") && source[at - 1] === '=') {
      quote = character;
    }
  }
  return to - place;
}

/** What the character or reference at a place stands for. */
function unitAt(source: string, place: number, to: number): { text: string; length: number } {
  const character = source[place] as string;
  if (character !== '&') return { text: character, length: 1 };
  reference.lastIndex = place;
  const match = reference.exec(source);
  if (!match || place + match[0].length > to) return { text: '&', length: 1 };
  const [whole, hexadecimal, decimal, name] = match;
  if (name !== undefined) {
    if (whole.endsWith(';')) {
      const named = decodeNamedCharacterReference(name);
      if (named) return { text: named, length: whole.length };
    }
    // A few old names count without their semicolon, also at the head of other letters.
    for (let length = Math.min(name.length, 6); length >= 2; length--) {
      const old = name.slice(0, length);
      const named = unclosed.test(old) ? decodeNamedCharacterReference(old) : false;
      if (named) return { text: named, length: length + 1 };
    }
    return { text: '&', length: 1 };
  }
  const code = hexadecimal === undefined ? Number(decimal) : Number.parseInt(hexadecimal, 16);
  return { text: characterOf(code), length: whole.length };
}

const unclosed =
  /^(?:amp|lt|gt|quot|nbsp|iexcl|cent|pound|curren|yen|brvbar|sect|uml|copy|ordf|laquo|not|shy|reg|macr|deg|plusmn|sup[123]|acute|micro|para|middot|cedil|ordm|raquo|frac(?:14|12|34)|iquest|[AEIOUaeiou](?:grave|acute|circ|uml)|[ANOano]tilde|[Aa]ring|AElig|aelig|[Cc]cedil|ETH|eth|[Oo]slash|[Yy]acute|yuml|THORN|thorn|szlig|times|divide|AMP|LT|GT|QUOT|COPY|REG)$/;

/** What browsers read numbers from 128 to 159 as. */
const windows1252 = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008DŽ\u008F\u0090‘’“”•–—˜™š›œ\u009DžŸ';

function characterOf(code: number): string {
  if (code >= 0x80 && code <= 0x9f) return windows1252[code - 0x80] as string;
  if (code === 0 || code > 0x10_ff_ff || (code >= 0xd8_00 && code <= 0xdf_ff)) return '\uFFFD';
  return String.fromCodePoint(code);
}

/** Gives parents that were made along the way the range of what they hold. */
export function placeParents(tree: Root): void {
  const order: Parents[] = [];
  const stack: Nodes[] = [tree];
  for (let node = stack.pop(); node; node = stack.pop()) {
    if (!('children' in node)) continue;
    order.push(node);
    for (const child of node.children) stack.push(child);
  }
  for (const node of order.reverse()) {
    if (node.position || node.type === 'root') continue;
    const placed = (node.children as Nodes[]).filter((child) => child.position);
    const [first, last] = [placed[0]?.position, placed.at(-1)?.position];
    if (first && last && (first.start.offset ?? 0) <= (last.end.offset ?? 0)) {
      node.position = { start: first.start, end: last.end };
    }
  }
}
