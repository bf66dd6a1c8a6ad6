import type { Root } from 'mdast';
import type { VFile } from 'vfile';
import type { EntityType, EntityForm, Mention } from '../../src/model/index.ts';
import {
  findDates,
  firstEndingAfter,
  mentionContext,
  type Sentence,
  textBlocks,
  textView,
  type TextView,
} from '../../src/text/index.ts';
import { sentencesIn } from '../../src/text/sentences.ts';
import { placesOf, tokens, type Token } from '../../src/text/tokens.ts';
import { cases, isLower } from './names.ts';
import { sharedVocabulary, type Vocabulary, type VocabularyWord } from './vocabulary.ts';

export type MentionContext = Mention['in'];

/** A block of the article with its words. */
export interface Block {
  /** Place among the blocks that are looked at. */
  index: number;
  /** How many places between tokens there are in the blocks before. */
  first: number;
  context: MentionContext;
  heading: boolean;
  view: TextView;
  text: string;
  /** Where its tokens stand. */
  starts: Int32Array;
  ends: Int32Array;
  sentences: readonly Sentence[];
  /** The tokens as printed, their keys, and what each begins with, as `caseOf` says. */
  vocabulary: Vocabulary;
  known: readonly VocabularyWord[];
  words: string[];
  keys: string[];
  cases: Uint8Array;
  /** Per token: 1 where no name may be found (code, an address, a citation, a name that is marked up already). */
  blocked: Uint8Array;
  /** Per token: 1 where a sentence begins. */
  opens: Uint8Array;
  /** Per token: 1 in a sentence whose case says nothing, being all in capitals or in title case. */
  caseless: Uint8Array;
  /** Names that are marked up already. */
  marked: MarkedName[];
}

/** A name that stood in the tree as an `Entity` node before. */
export interface MarkedName {
  from: number;
  to: number;
  id: string;
  type: EntityType;
  form: EntityForm;
}

/** The blocks in which names are looked for: title, standfirst, captions, dateline, body and prose notes, in document order. */
export function readDocument(tree: Root, file: VFile): Block[] {
  const blocks: Block[] = [];
  let first = 0;
  const vocabulary = sharedVocabulary();
  for (const textBlock of textBlocks(tree)) {
    const { node } = textBlock;
    const context = mentionContext(textBlock);
    if (context === undefined) continue;
    const view = textView(node, file);
    if (view.text.trim() === '' || (context === 'note' && !isProse(view.text))) continue;
    const heading = node.type === 'heading' && context !== 'subtitle';
    const block = readBlock(view, file, vocabulary, context, heading, blocks.length, first);
    first += block.words.length + 1;
    blocks.push(block);
  }
  return blocks;
}

function readBlock(
  view: TextView,
  file: VFile,
  vocabulary: Vocabulary,
  context: MentionContext,
  heading: boolean,
  index: number,
  first: number,
): Block {
  const { text } = view;
  const list = tokens(text);
  const known: VocabularyWord[] = [];
  const words: string[] = [];
  const keys: string[] = [];
  const size = list.length;
  // One piece of memory for all: many small ones take longer to be had than to be filled.
  const room = new ArrayBuffer(12 * size);
  const starts = new Int32Array(room, 0, size);
  const ends = new Int32Array(room, 4 * size, size);
  const casing = new Uint8Array(room, 8 * size, size);
  placesOf(list, { starts, ends });
  for (let at = 0; at < size; at++) {
    const { start, end } = list[at] as Token;
    const word = vocabulary.at(text, start, end);
    known.push(word);
    words.push(word.text);
    keys.push(word.key);
    casing[at] = word.casing;
  }
  const block: Block = {
    index,
    first,
    context,
    heading: heading || context === 'title',
    view,
    text,
    starts,
    ends,
    sentences: sentencesIn(file, text),
    vocabulary,
    known,
    words,
    keys,
    cases: casing,
    blocked: new Uint8Array(room, 9 * size, size),
    opens: new Uint8Array(room, 10 * size, size),
    caseless: new Uint8Array(room, 11 * size, size),
    marked: [],
  };
  for (const { start, end } of blockedRanges(view)) {
    for (
      let at = firstEndingAfter(list, start);
      at < list.length && (list[at] as Token).start < end;
      at++
    ) {
      block.blocked[at] = 1;
    }
  }
  for (const { node, start, end } of view.spans('entity')) {
    const from = firstEndingAfter(list, start);
    const to = firstEndingAfter(list, end);
    block.blocked.fill(1, from, to);
    block.marked.push({ from, to, id: node.entityId, type: node.entityType, form: node.form });
  }
  let at = 0;
  for (const sentence of block.sentences) {
    while (at < list.length && (list[at] as Token).end <= sentence.start) at++;
    const from = at;
    while (at < list.length && (list[at] as Token).end <= sentence.end) at++;
    const opening = firstWord(block, from, at);
    if (opening < at) block.opens[opening] = 1;
    if (isCaseless(block, from, at)) block.caseless.fill(1, from, at);
  }
  return block;
}

/** The first of some tokens that begins with a letter or digit; where the last ends when none does. */
function firstWord({ words, cases: casing }: Block, from: number, to: number): number {
  for (let at = from; at < to; at++) {
    if (casing[at] !== cases.other || /^[\p{L}\p{N}]/u.test(words[at] as string)) return at;
  }
  return to;
}

/** Code, addresses and citations that stayed in the text. */
function blockedRanges(view: TextView): { start: number; end: number }[] {
  const ranges: { start: number; end: number }[] = [];
  for (const span of view.spans('inlineCode')) ranges.push(span);
  for (const span of view.spans('link')) {
    if (
      /^(?:https?:|www\.|mailto:)|^[\w-]+(?:\.[\w-]+)+(?:\/|$)/i.test(
        view.text.slice(span.start, span.end).trim(),
      )
    ) {
      ranges.push(span);
    }
  }
  for (const span of view.spans('anchor'))
    if (span.node.anchorType === 'citation') ranges.push(span);
  return ranges.concat(citations(view.text));
}

/** More than this in brackets is an aside, not a citation. */
const longestCitation = 200;

/** Citations by their look: in brackets, a date at the end of an item, after a comma. */
function citations(text: string): { start: number; end: number }[] {
  const ranges: { start: number; end: number }[] = [];
  const brackets = /[()[\]]/g;
  let open = -1;
  for (let match = brackets.exec(text); match; match = brackets.exec(text)) {
    const at = match.index;
    if (match[0] === '(' || match[0] === '[') open = at;
    else if (open >= 0) {
      if (at - open < longestCitation && isCitation(text.slice(open + 1, at))) {
        ranges.push({ start: open, end: at + 1 });
      }
      open = -1;
    }
  }
  return ranges;
}

function isCitation(inside: string): boolean {
  if (!/\d|\p{Lu}\p{L}{2,}/u.test(inside)) return false;
  return inside.split(';').some((item) => {
    const dates = findDates(item);
    const last = dates.at(-1);
    if (!last || last.start === 0) return false;
    const before = item.slice(0, last.start).trimEnd();
    const after = item.slice(last.end).trim();
    return before.endsWith(',') && (after === '' || /^, in \p{Lu}\p{Ll}+$/u.test(after));
  });
}

/** Words by which a sentence is known. */
const verbs =
  /\b(?:is|are|was|were|be|been|has|have|had|will|would|can|could|may|might|did|does|do|said|says|argues|argued|notes|shows|became|made|took|refers|according|which|who|when|because)\b/i;

/** Whether a note is prose, not the name of a source: it has a sentence of its own, outside of titles and quotations. */
export function isProse(note: string): boolean {
  const own = note.replace(/“[^”]{0,300}”|"[^"]{0,300}"|https?:\S+/g, ' ');
  const words = own.match(/[\p{L}’'-]+/gu) ?? [];
  if (words.length < 8) return false;
  const small = words.filter(isLower).length;
  return small / words.length >= 0.55 && verbs.test(own);
}

/** Whether a sentence is printed in capitals, or with a capital on every word of weight. */
function isCaseless(
  { words, cases: casing }: Pick<Block, 'words' | 'cases'>,
  from: number,
  to: number,
): boolean {
  let large = 0;
  let small = 0;
  let capitals = 0;
  for (let at = from; at < to; at++) {
    const word = words[at] as string;
    if (word.length < 2) continue;
    if (casing[at] === cases.capital) {
      large++;
      if (!isLower(word.charAt(1)) && word === word.toUpperCase()) capitals++;
    } else if (word.length > 3 && (casing[at] === cases.small || /\p{L}/u.test(word))) small++;
  }
  if (large < 3) return false;
  // A headline has no full stop: what has one is in title case by chance.
  if (capitals <= large * 0.7 && /^[.!?]$/.test(words[to - 1] as string)) return false;
  return (
    small === 0 ||
    (capitals > large * 0.7 && large > small * 4) ||
    (to - from > 4 && large > small * 5)
  );
}
