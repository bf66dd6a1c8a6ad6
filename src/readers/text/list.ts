/**
 * Lists: at least two items in a row, or one whose further lines hang below its text. Items nest by their indent.
 *
 * A marker is structure and leaves the text; so a line is taken for an item only where nothing else explains it. Numbers have
 * to count up; a dash at the start of a line can be one between words, or begin a speech.
 */
import type { BlockContent, List, ListItem } from 'mdast';
import { endsSentence, opening } from './characters.ts';
import { inset, isBlank, makeLine, skipBlank, type Line } from './lines.ts';
import { countingOf, markerOf, type Counting, type Marker } from './marker.ts';
import { deepest, type Block, type Reading, type Recogniser, type Region } from './reading.ts';
import { innerRegion } from './region.ts';
import { breaksOff, goesOn } from './width.ts';

/** An item as found: its marker and its lines, the first included. */
interface Item {
  marker: Marker;
  from: number;
  to: number;
}

/** How far below a single item the second one is looked for. */
const lookahead = 60;
/** Markers of one list may be this many columns out of line. */
const tolerance = 1;
/** Where numbers say that they belong together they may be further out of line. */
const looseTolerance = 8;
/** A marker or a line this much further in belongs to the item above. */
const deeper = 2;

export const list: Recogniser = (reading, region, at, above) => {
  const { lines } = region;
  const line = lines[at] as Line;
  const marker = markerOf(reading.source, line);
  if (!marker || region.depth >= deepest || at < region.noListBefore) return undefined;
  const nested = region.nested.has(line.start);
  if (above && !nested && !mayFollow(reading, region, above, line, marker)) return undefined;

  const single =
    marker.plain ||
    (nested && (!marker.ordered || countsFromOne(marker))) ||
    hangs(region, at, marker);
  const { items, counting, next } = collect(
    reading,
    region,
    at,
    marker,
    single ? Infinity : lookahead,
  );
  if (items.length === 1 && !single) return undefined;
  if (!marker.ordered && !marker.plain && isDialogue(reading, region, items)) {
    region.noListBefore = next;
    return undefined;
  }
  return { blocks: [makeList(reading, region, items, counting)], next };
};

/** Whether a list can begin right below a line of prose: not where that line goes on. */
function mayFollow(
  reading: Reading,
  region: Region,
  above: Line,
  line: Line,
  marker: Marker,
): boolean {
  const { source } = reading;
  if (marker.plain || source[above.end - 1] === ':') return true;
  const text = { ...line, start: marker.textStart };
  if (opening(source, text) === 'lower' && !marker.ordered) return false;
  return (
    endsSentence(source, above) ||
    line.indent > above.indent ||
    breaksOff(source, above, line, region.width)
  );
}

function collect(
  reading: Reading,
  region: Region,
  at: number,
  first: Marker,
  limit: number,
): { items: Item[]; counting: Counting | undefined; next: number } {
  const { lines } = region;
  const base = (lines[at] as Line).indent;
  const items: Item[] = [];
  let counting: Counting | undefined;
  let marker = first;
  let from = at;
  for (;;) {
    const to = endOfItem(
      reading,
      region,
      from,
      base,
      marker,
      items.length === 0 ? limit : Infinity,
    );
    items.push({ marker, from, to });
    const next = skipBlank(lines, to);
    const line = lines[next];
    const found = line && markerOf(reading.source, line);
    if (!found || found.style !== first.style) return { items, counting, next: to };
    if (first.ordered) {
      counting ??= countingOf(marker, found);
      const count = counting && marker.counts[counting];
      if (!counting || count === undefined || found.counts[counting] !== count + 1) {
        return { items, counting, next: to };
      }
    }
    const shift = Math.abs(line.indent - base);
    if (shift > (first.ordered ? looseTolerance : tolerance)) return { items, counting, next: to };
    marker = found;
    from = next;
  }
}

/** Index of the first line after an item. Blank lines at its end are not part of it. */
function endOfItem(
  reading: Reading,
  region: Region,
  from: number,
  base: number,
  marker: Marker,
  limit: number,
): number {
  const { lines } = region;
  let at = from + 1;
  let nests = false;
  while (at < lines.length && at - from < limit) {
    const line = lines[at] as Line;
    if (isBlank(line)) {
      const next = skipBlank(lines, at);
      const below = lines[next];
      if (!below || below.indent < base + deeper) return at;
      // A block that is set in further than the text of the item is one of its own.
      if (below.indent > base + marker.columns + tolerance && !markerOf(reading.source, below))
        return at;
      at = next;
    } else if (line.indent < base + deeper) {
      if (markerOf(reading.source, line)) return at;
      // A line that was cut without a hanging indent.
      if (!goesOn(reading.source, lines[at - 1] as Line, line, region.width)) return at;
    }
    const inner: Marker | undefined = nests
      ? undefined
      : markerOf(reading.source, lines[at] as Line);
    // The next number of the same list, out of line.
    if (inner?.style === marker.style && inner.ordered && countingOf(marker, inner)) return at;
    nests ||= inner !== undefined;
    at++;
  }
  return at;
}

function countsFromOne(marker: Marker): boolean {
  return Object.values(marker.counts).includes(1);
}

/** Whether the line below one with a marker stands right below its text. */
function hangs(region: Region, at: number, marker: Marker): boolean {
  const first = region.lines[at] as Line;
  const second = region.lines[at + 1];
  if (!second || isBlank(second)) return false;
  return (
    second.indent === first.indent + marker.columns && (!marker.ordered || countsFromOne(marker))
  );
}

const speech =
  /[,?!…—–-]["”’]?\s+(?:[-–—]\s*)?(?:(?:\p{Lu}[\p{L}’'.-]{1,30}|he|she|they|I|the \p{L}{2,20})\s+)?(?:said|says|asked|asks|replied|replies|answered|cried|shouted|whispered|added|continued|insisted|murmured|muttered|laughed)\b/u;
const dialogueSample = 300;

/** Whether dashes begin speeches: some say who speaks, or questions are answered. */
function isDialogue(reading: Reading, region: Region, items: readonly Item[]): boolean {
  if (!/[-–]/.test(items[0]?.marker.style ?? '')) return false;
  let spoken = 0;
  let questions = 0;
  let statements = 0;
  for (const item of items) {
    const line = region.lines[item.from] as Line;
    const text = reading.source.slice(
      item.marker.textStart,
      Math.min(line.end, item.marker.textStart + dialogueSample),
    );
    if (speech.test(text) || /^(?:said|asked|replied|answered)\b/.test(text)) spoken++;
    if (/\?["”’]?$/.test(text)) questions++;
    else if (/[.!…]["”’]?$/.test(text)) statements++;
  }
  return spoken > 0 || (questions > 0 && statements > 0 && questions + statements === items.length);
}

function makeList(
  reading: Reading,
  region: Region,
  items: readonly Item[],
  counting: Counting | undefined,
): Block {
  const first = items[0] as Item;
  const children = items.map((item) => makeItem(reading, region, item));
  const loose = items.some((item, index) => {
    const next = items[index + 1];
    return next !== undefined && next.from > item.to;
  });
  const { ordered, counts } = first.marker;
  const node: List = { type: 'list', ordered, start: null, spread: loose, children };
  if (ordered) node.start = (counting ? counts[counting] : Object.values(counts)[0]) ?? 1;
  const start = (region.lines[first.from] as Line).start;
  node.position = reading.place(start, endOf(children.at(-1) as ListItem));
  return { node };
}

function makeItem(reading: Reading, region: Region, item: Item): ListItem {
  const { source } = reading;
  const first = region.lines[item.from] as Line;
  const columns = first.indent + item.marker.columns;
  const lines = [makeLine(source, item.marker.textStart, first.to)];
  const nested = new Set<number>();
  for (let at = item.from + 1; at < item.to; at++) {
    const line = region.lines[at] as Line;
    if (line.indent >= first.indent + deeper && !isBlank(line) && markerOf(source, line))
      nested.add(line.start);
    lines.push(inset(line, source, columns));
  }
  const blocks = reading.blocks(innerRegion(reading, region, lines, { columns, nested }));
  const children = blocks.map((block) => block.node) as BlockContent[];
  const node: ListItem = { type: 'listItem', spread: isSpread(children), checked: null, children };
  node.position = reading.place(first.start, endOf(node));
  return node;
}

/** Whether blank lines have to part what an item holds: anything but a list below a paragraph. */
function isSpread(children: readonly BlockContent[]): boolean {
  return children.some((child, index) => {
    const next = children[index + 1];
    if (!next || child.type !== 'paragraph' || next.type !== 'list') return next !== undefined;
    // In Markdown only a list that counts from one can follow right below a line of text.
    return next.ordered === true && next.start !== 1;
  });
}

function endOf(node: ListItem): number {
  return node.children.at(-1)?.position?.end.offset ?? node.position?.end.offset ?? 0;
}
