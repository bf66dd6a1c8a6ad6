/**
 * The article's reference list: under a heading such as "References", or bare at its end.
 *
 * An entry is an item of a list, a paragraph, or a line of a paragraph that begins with a number.
 */
import type {
  BlockContent,
  Heading,
  List,
  ListItem,
  Paragraph,
  PhrasingContent,
  Root,
  RootContent,
} from 'mdast';
import { toString } from 'mdast-util-to-string';
import type { VFile } from 'vfile';
import { report } from '../../../src/model/index.ts';
import { textView } from '../../../src/text/index.ts';
import { numbersOf } from '../grammar/numeric.ts';
import type { ReferenceEntry } from '../model.ts';
import { readEntry, readsAsEntry } from './entry.ts';

/** Where an entry stands in the tree. */
type Home =
  | { kind: 'item'; list: List; item: ListItem }
  | { kind: 'paragraph'; paragraph: Paragraph; start: number; end: number; textStart: number };

export interface ListedEntry extends ReferenceEntry {
  home: Home;
}

export interface ReferenceList {
  entries: ListedEntry[];
  /** Blocks that hold entries, and the headings above them: no citations are looked for here. */
  nodes: Set<RootContent>;
  /** The headings, each with the blocks of entries below it. */
  headings: { node: RootContent; blocks: RootContent[] }[];
}

const headingText =
  /^(?:\d+\.?\s)?(?:references?|notes?|sources?|end\s?notes?|foot\s?notes?|bibliography|works cited|literature(?: cited)?|references? list|list of references|citations|notes (?:and|&) (?:references|sources)|references (?:and|&) notes|sources (?:and|&) notes|selected (?:references|bibliography|sources))\s*:?$/i;
/** "[1] ", "1. ", "1) ", "¹ ", "[^1]: " */
const marker = /(?:\[\^?(\d{1,3})\]:?|(\d{1,3})[.)](?=\s)|([⁰¹²³⁴⁵⁶⁷⁸⁹]{1,3}))\s*/y;
const bareNumber = /(\d{1,3})\s+(?=[\p{Lu}“"]|https?:)/uy;

/** No entry is longer; a longer paragraph is prose. */
const longestEntry = 1500;

/** @param hasNotes - Whether the article has footnotes: then what stands before the list may have become some of them. */
export function findReferenceList(tree: Root, file: VFile, hasNotes = false): ReferenceList {
  const list: ReferenceList = { entries: [], nodes: new Set(), headings: [] };
  const children = tree.children;
  for (let index = 0; index < children.length; index++) {
    const node = children[index] as RootContent;
    if (!isListHeading(node)) continue;
    const blocks: RootContent[] = [];
    for (let next = index + 1; next < children.length; next++) {
      const block = children[next] as RootContent;
      if (isAside(block)) continue;
      const before = blocks.at(-1);
      const entries = entriesOf(block, file, list.entries.length, true);
      if (entries.length === 0) break;
      // The first line of a numbered list may have become a paragraph.
      const goesOn = entries[0]?.number === (list.entries.at(-1)?.number ?? NaN) + 1;
      if (before && before.type !== block.type && !goesOn) break;
      for (const entry of entries) list.entries.push(entry);
      blocks.push(block);
    }
    if (blocks.length === 0) continue;
    list.headings.push({ node, blocks });
    list.nodes.add(node);
    for (const block of blocks) list.nodes.add(block);
  }
  if (list.entries.length === 0 && (hasNotes || hasMarks(children)))
    addBareList(children, file, list, hasNotes);
  return list;
}

/** A list that nothing refers to is a part of the article. */
function hasMarks(children: readonly RootContent[]): boolean {
  return children.some((node) => {
    const text = toString(node);
    return (
      /\[\^?\d|[⁰¹²³⁴⁵⁶⁷⁸⁹]/.test(text) && /\S\s?\[\^?\d{1,3}[\],;–-]|\S[⁰¹²³⁴⁵⁶⁷⁸⁹]/u.test(text)
    );
  });
}

/** Below a list an article that was copied from a page may have so many of its labels: "Share this article". */
const mostLabels = 6;
const longestLabel = 80;

/** A short line that ends no sentence. */
function isLabel(node: RootContent): boolean {
  if (node.type !== 'paragraph' && node.type !== 'heading' && node.type !== 'list') return false;
  return toString(node).length <= longestLabel && !/[.!?”"]$|\[\d/.test(toString(node).trim());
}

/** The numbers that marks in the text have. */
function markedNumbers(children: readonly RootContent[]): Set<number> {
  const result = new Set<number>();
  for (const node of children) {
    for (const match of toString(node).matchAll(/\[\^?(\d{1,3}(?:\s?[,;–-]\s?\d{1,3}){0,20})\]/g))
      for (const number of numbersOf(match[1] as string) ?? []) result.add(number);
  }
  return result;
}

/** A numbered list at the very end, from 1 on, or one of which every number has its mark. */
function addBareList(
  children: readonly RootContent[],
  file: VFile,
  list: ReferenceList,
  hasNotes: boolean,
): void {
  const blocks: { block: RootContent; entries: ListedEntry[] }[] = [];
  let labels = 0;
  for (let index = children.length - 1; index >= 0; index--) {
    const block = children[index] as RootContent;
    if (isAside(block)) continue;
    const entries = entriesOf(block, file, 0, false);
    if (entries.length === 0) {
      if (blocks.length === 0 && labels++ < mostLabels && isLabel(block)) continue;
      break;
    }
    blocks.unshift({ block, entries });
    if (block.type === 'list') break;
  }
  const entries = blocks.flatMap((each) => each.entries);
  const first = entries[0]?.number;
  if (first === undefined || !entries.every((entry, index) => entry.number === first + index))
    return;
  const named = first === 1 && labels === 0 ? undefined : markedNumbers(children);
  const marked =
    named === undefined
      ? hasMarks(children)
      : entries.every(({ number }) => named.has(number as number));
  if (!marked && (first === 1 || labels > 0 || !hasNotes)) return;
  for (const { block } of blocks) list.nodes.add(block);
  // The rest of a list that an earlier build has read: no mark names what is left of it.
  if (!marked) return;
  for (const [index, entry] of entries.entries()) {
    entry.index = index;
    list.entries.push(entry);
  }
}

function isAside(node: RootContent): boolean {
  return (
    node.type === 'footnoteDefinition' || node.type === 'definition' || node.type === 'pullQuote'
  );
}

function isListHeading(node: RootContent): node is Heading | Paragraph {
  if (node.type !== 'heading' && node.type !== 'paragraph') return false;
  const text = toString(node).trim();
  return text.length < 50 && headingText.test(text);
}

function entriesOf(block: RootContent, file: VFile, from: number, headed: boolean): ListedEntry[] {
  if (block.type === 'list') return entriesOfList(block, from, headed);
  if (block.type !== 'paragraph') return [];
  const text = textView(block, file).text;
  const numbered = splitNumbered(text, headed);
  if (numbered.length > 0) {
    return numbered.map(({ number, start, textStart, end }, index) => ({
      ...readEntry(text.slice(textStart, end), from + index, number),
      home: { kind: 'paragraph', paragraph: block, start, end, textStart },
    }));
  }
  if (!headed) return [];
  return splitLines(text).map(([start, end], index) => ({
    ...readEntry(text.slice(start, end), from + index),
    home: { kind: 'paragraph', paragraph: block, start, end, textStart: start },
  }));
}

function entriesOfList(list: List, from: number, headed: boolean): ListedEntry[] {
  if (!headed && !list.ordered) return [];
  const first = list.start ?? 1;
  // What begins with another list or a block is no source.
  if (list.children.some(({ children }) => children[0]?.type !== 'paragraph')) return [];
  const texts = list.children.map((item) => toString(item));
  if (texts.some((text) => text.length > longestEntry * 2 || !/[\p{L}\p{N}]/u.test(text)))
    return [];
  return list.children.map((item, index) => {
    // A bullet may hide the number: "- [1] Smith…".
    const text = texts[index] as string;
    const own = numberAt(text, 0, false);
    const number = list.ordered ? first + index : own?.number;
    const home: Home = { kind: 'item', list, item };
    return {
      ...readEntry(list.ordered || !own ? text : text.slice(own.length), from + index, number),
      home,
    };
  });
}

function numberAt(
  text: string,
  at: number,
  bare: boolean,
): { number: number; length: number } | undefined {
  for (const pattern of bare ? [marker, bareNumber] : [marker]) {
    pattern.lastIndex = at;
    const match = pattern.exec(text);
    if (!match || match.index !== at) continue;
    const digits =
      match[1] ??
      match[2] ??
      [...(match[3] ?? '')].map((each) => '⁰¹²³⁴⁵⁶⁷⁸⁹'.indexOf(each)).join('');
    return { number: Number(digits), length: match[0].length };
  }
  return undefined;
}

interface NumberedPart {
  number: number;
  start: number;
  textStart: number;
  end: number;
}

/** The entries of a paragraph whose lines, or which itself, begin with a number. */
function splitNumbered(text: string, headed: boolean): NumberedPart[] {
  const parts: NumberedPart[] = [];
  for (let start = 0; start < text.length;) {
    const found = numberAt(text, start, headed);
    const newline = text.indexOf('\n', start);
    const lineEnd = newline < 0 ? text.length : newline;
    const last = parts.at(-1);
    if (found && (!last || found.number === last.number + 1)) {
      if (last) last.end = start - 1;
      parts.push({
        number: found.number,
        start,
        textStart: start + found.length,
        end: text.length,
      });
    } else if (!last) {
      return [];
    }
    start = lineEnd + 1;
  }
  const isNone = ({ start, textStart, end }: NumberedPart): boolean =>
    end - start > longestEntry * 2 || !/[\p{L}\p{N}]/u.test(text.slice(textStart, end));
  if (parts.some(isNone)) return [];
  return parts;
}

/** The entries of a paragraph without numbers: the whole, or each line where all lines read as entries. */
function splitLines(text: string): [number, number][] {
  const lines: [number, number][] = [];
  for (let start = 0; start < text.length;) {
    const newline = text.indexOf('\n', start);
    const end = newline < 0 ? text.length : newline;
    lines.push([start, end]);
    start = end + 1;
  }
  if (lines.length > 1 && lines.every(([start, end]) => readsAsEntry(text.slice(start, end))))
    return lines;
  return readsAsEntry(text) ? [[0, text.length]] : [];
}

/** What a note takes over of an entry: its running text, and blocks below it. */
export interface EntryContent {
  phrasing: PhrasingContent[];
  blocks: BlockContent[];
}

/** Takes entries out of the list, in one go for each block. What is not taken stays; a list that is used up goes with its heading. */
export function takeEntries(
  tree: Root,
  file: VFile,
  list: ReferenceList,
  used: ReadonlySet<ReferenceEntry>,
): Map<ReferenceEntry, EntryContent> {
  const contents = new Map<ReferenceEntry, EntryContent>();
  const gone = new Set<RootContent>();
  const byParagraph = new Map<Paragraph, ListedEntry[]>();
  const byList = new Map<List, Set<ListItem>>();
  for (const entry of list.entries) {
    if (!used.has(entry)) continue;
    const { home } = entry;
    if (home.kind === 'item') {
      contents.set(entry, contentOfItem(home.item, entry));
      const items = byList.get(home.list) ?? new Set();
      byList.set(home.list, items.add(home.item));
    } else {
      const entries = byParagraph.get(home.paragraph) ?? [];
      entries.push(entry);
      byParagraph.set(home.paragraph, entries);
    }
  }
  for (const [node, items] of byList) {
    const first = node.children.findIndex((item) => !items.has(item));
    node.children = node.children.filter((item) => !items.has(item));
    if (node.ordered && first > 0) node.start = (node.start ?? 1) + first;
    if (node.children.length === 0) gone.add(node);
  }
  for (const [paragraph, entries] of byParagraph) {
    takeFromParagraph(paragraph, entries, file, contents);
    if (paragraph.children.length === 0) gone.add(paragraph);
  }
  for (const { node, blocks } of list.headings) {
    if (!blocks.every((block) => gone.has(block))) continue;
    gone.add(node);
    report(
      file,
      'citations/list-became-notes',
      `The heading “${toString(node).trim()}” was left out: all entries below it are notes now`,
      { place: node },
    );
  }
  if (gone.size > 0) tree.children = tree.children.filter((node) => !gone.has(node));
  return contents;
}

function contentOfItem(item: ListItem, entry: ReferenceEntry): EntryContent {
  const [first, ...rest] = item.children;
  if (first?.type !== 'paragraph') return { phrasing: [], blocks: item.children as BlockContent[] };
  const phrasing = [...first.children];
  // The number of a bulleted entry: the note has one of its own.
  const text = phrasing[0];
  const own =
    text?.type === 'text' && !(entry.number === undefined)
      ? numberAt(text.value, 0, false)
      : undefined;
  if (own && text?.type === 'text' && own.number === entry.number)
    phrasing[0] = { ...text, value: text.value.slice(own.length) };
  return { phrasing, blocks: rest as BlockContent[] };
}

/** Wraps each entry's range once, so that the time is linear, and takes the wrapped nodes away. */
function takeFromParagraph(
  paragraph: Paragraph,
  entries: readonly ListedEntry[],
  file: VFile,
  contents: Map<ReferenceEntry, EntryContent>,
): void {
  const view = textView(paragraph, file);
  const homes = entries.map((entry) => entry.home as Home & { kind: 'paragraph' });
  const wrappers = homes.map((): PhrasingContent & { children: PhrasingContent[] } => ({
    type: 'anchor',
    anchorType: 'citation',
    anchorId: '',
    children: [],
  }));
  const wrapped = view.apply(
    homes.map(({ textStart, end }, index) => ({
      start: textStart,
      end,
      wrap: wrappers[index] as never,
    })),
  );
  for (const [index, entry] of entries.entries()) {
    const { textStart, end } = homes[index] as (typeof homes)[number];
    const phrasing = wrapped[index]
      ? (wrappers[index]?.children ?? []).map((node) => structuredClone(node))
      : [{ type: 'text' as const, value: view.text.slice(textStart, end) }];
    contents.set(entry, { phrasing, blocks: [] });
  }
  // The line feed behind an entry goes with it.
  view.apply(
    homes.map(({ start, end }) => ({
      start,
      end: Math.min(view.text.length, view.text[end] === '\n' ? end + 1 : end),
      replace: '',
    })),
  );
  if (view.text.trim() === '') paragraph.children = [];
  else if (view.text.endsWith('\n')) view.remove(view.text.length - 1, view.text.length);
}
