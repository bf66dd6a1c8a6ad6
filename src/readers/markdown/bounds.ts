/**
 * Bounds on Markdown, found by one pass over the text before it is parsed. The parser takes time that is quadratic in the marks of one
 * paragraph, in the depth of quotes and lists and in the number of definitions, and a table takes as many cells as its head has in every
 * row. What goes beyond a bound is masked: its marks are put as characters that mean nothing, one for one, so that offsets hold, and
 * put back once the tree is there. So its marks are text, and no word is lost.
 */
import type { Nodes } from 'mdast';
import type { VFile } from 'vfile';
import { limitRule, overLimit, type Limits } from '../../limits.ts';
import { report } from '../../model/index.ts';
import { toPosition } from '../../text/index.ts';
import { Masks } from './masks.ts';
import { isDelimiterRow, markLine, type MarkdownLine } from './mark-line.ts';

type Bound =
  | 'nestingDepth'
  | 'markdownItems'
  | 'paragraphMarks'
  | 'definitions'
  | 'tableCells'
  | 'tableCharacters';

const bounded: Readonly<Record<Bound, readonly [what: string, outcome: string]>> = {
  nestingDepth: ['depth of quotes, lists and notes', 'the marks of those within are text'],
  paragraphMarks: ['number of marks in a paragraph', 'its marks are text'],
  markdownItems: ['number of list items and headings', 'the marks of those that follow are text'],
  definitions: ['number of definitions', 'those that follow are text'],
  tableCells: ['number of cells in a table', 'it became a paragraph'],
  tableCharacters: ['number of characters in a table with even columns', 'it became a paragraph'],
};

/** What goes beyond a bound, to be told unless it stands in code or raw HTML, where marks are text anyway. */
export interface Excess {
  bound: Bound;
  /** In the source, in UTF-16 code units. */
  start: number;
  end: number;
  actual: number;
}

/** The source as it may be parsed. */
export interface BoundedSource {
  value: string;
  masks: Masks;
  excesses: Excess[];
}

/** Paragraphs that have this many marks are masked as well, where many before them had nearly as many as they may. */
const fewMarks = 200;
/** How many paragraphs may have as many marks as they may. */
const mostFullParagraphs = 100;
const mostOf = 20;

/** Undefined where nothing goes beyond a bound. */
export function boundMarkdown(source: string, limits: Readonly<Limits>): BoundedSource | undefined {
  const walk = new Walk(source, limits);
  walk.run();
  if (walk.excesses.length === 0) return undefined;
  return { value: walk.masks.apply(source), masks: walk.masks, excesses: walk.excesses };
}

/** Blocks in which marks mean nothing anyway. */
const literal = new Set(['code', 'html', 'yaml', 'toml']);

/** Those of which a part is text of the article: what stands in code, raw HTML or front matter is left aside. */
export function excessesIn(excesses: readonly Excess[], masked: readonly Nodes[]): Excess[] {
  const blocks = masked
    .filter(({ type }) => literal.has(type))
    .map(({ position }) => [position?.start.offset ?? 0, position?.end.offset ?? 0] as const)
    .sort((a, b) => a[0] - b[0]);
  let next = 0;
  return [...excesses]
    .sort((a, b) => a.start - b.start)
    .filter(({ start, end }) => {
      while (next < blocks.length && (blocks[next] as readonly [number, number])[1] < end) next++;
      const block = blocks[next];
      return block === undefined || block[0] > start;
    });
}

/** Tells what goes beyond bounds, the first of each in its place. */
export function reportExcesses(
  file: VFile,
  excesses: readonly Excess[],
  limits: Readonly<Limits>,
): void {
  const counts = new Map<Bound, number>();
  for (const { bound, actual, start, end } of excesses) {
    const count = (counts.get(bound) ?? 0) + 1;
    counts.set(bound, count);
    if (count > mostOf) continue;
    const [what, outcome] = bounded[bound];
    report(file, limitRule(bound), `${overLimit(bound, what, actual, limits)}; ${outcome}`, {
      place: toPosition(file, start, end),
    });
  }
  for (const [bound, count] of counts) {
    if (count <= mostOf) continue;
    const [, outcome] = bounded[bound];
    report(
      file,
      limitRule(bound),
      `Unexpected ${count - mostOf} more ${count - mostOf === 1 ? 'place' : 'places'} beyond limits.${bound}; ${outcome}`,
    );
  }
}

/** Lines that may belong to one paragraph. */
interface Paragraph {
  lines: MarkdownLine[];
  marks: number;
}

/** Lines without a blank one between them, some of which are quoted or in lists. */
interface Quotes {
  /** How many lines go on with a paragraph that is quoted more deeply. */
  lazy: number;
  /** How many lines go on with a list item without its indent. */
  lazyItems: number;
  deepest: number;
  markers: number[];
  /** Of list items and notes. */
  items: number[];
  lines: MarkdownLine[];
}

const noQuotes = (): Quotes => ({
  lazy: 0,
  lazyItems: 0,
  deepest: 0,
  markers: [],
  items: [],
  lines: [],
});

class Walk {
  readonly masks: Masks;
  readonly excesses: Excess[] = [];
  readonly #source: string;
  readonly #limits: Readonly<Limits>;
  #definitions = 0;
  #items = 0;
  /** The first definition, and all items, beyond the bound. */
  #late: Excess | undefined;
  #lateItem: Excess | undefined;
  /** The sum of the squares of marks, by which time grows. */
  #spent = 0;
  #quotes: Quotes = noQuotes();
  #paragraph: Paragraph = { lines: [], marks: 0 };

  constructor(source: string, limits: Readonly<Limits>) {
    this.#source = source;
    this.#limits = limits;
    this.masks = new Masks();
  }

  run(): void {
    const source = this.#source;
    let content = 0;
    let last: MarkdownLine | undefined;
    for (let at = 0; at < source.length;) {
      const line = markLine(source, at, content);
      at = line.next;
      content = line.content;
      this.#boundDepth(line);
      const begins = this.#countItems(line);
      this.#countLazy(line);
      if (line.blank) {
        this.#close();
        last = undefined;
        continue;
      }
      const isDefinition = line.definition >= 0 && (last === undefined || last.definition >= 0);
      if (isDefinition) this.#define(line);
      if ((line.starts && begins) || isDefinition) this.#close();
      this.#paragraph.lines.push(line);
      this.#paragraph.marks += line.marks;
      last = line;
    }
    this.#close();
    this.#closeQuotes();
    if (this.#late) this.excesses.push({ ...this.#late, actual: this.#definitions });
    if (this.#lateItem) this.excesses.push({ ...this.#lateItem, actual: this.#items });
  }

  /** Quotes, lists and notes that begin on one line, and those that its indent may continue. */
  #boundDepth(line: MarkdownLine): void {
    const most = this.#limits.nestingDepth;
    if (line.depth <= most) return;
    for (const marker of line.markers.slice(-(line.depth - most))) this.masks.add(marker);
    this.#exceed('nestingDepth', line.start, line.end, line.depth);
  }

  /**
   * Lines that go on with a quoted paragraph without a mark of their own: at each the parser goes back to where the paragraph begins.
   * Without the marks of the others, all of them are a plain paragraph.
   */
  #countLazy(line: MarkdownLine): void {
    if (line.blank) {
      this.#closeQuotes();
      return;
    }
    const quotes = this.#quotes;
    if (line.markers.length < quotes.deepest) quotes.lazy++;
    quotes.deepest = Math.max(quotes.deepest, line.markers.length);
    const isItem = quotes.items.length > 0;
    if (isItem && line.markers.length === 0 && line.indent < line.content) quotes.lazyItems++;
    for (const marker of line.markers)
      (this.#source[marker] === '>' ? quotes.markers : quotes.items).push(marker);
    quotes.lines.push(line);
  }

  #closeQuotes(): void {
    const { lazy, lazyItems, markers, items, lines } = this.#quotes;
    this.#quotes = noQuotes();
    const [first, last] = [lines[0], lines.at(-1)];
    const most = this.#limits.paragraphMarks;
    if (!first || !last) return;
    const isLazy = lazy > most && markers.length > 0;
    if (lazyItems > most) for (const marker of items) this.masks.add(marker);
    if (isLazy || lazyItems > most) {
      for (const marker of markers) this.masks.add(marker);
      this.#exceed('paragraphMarks', first.start, last.end, Math.max(lazyItems, isLazy ? lazy : 0));
    }
  }

  /** Counts what begins on a line; false where there were too many before, so that all of it is text. */
  #countItems(line: MarkdownLine): boolean {
    const source = this.#source;
    const isHeading = source[line.text] === '#';
    if (line.markers.length === 0 && !isHeading) return true;
    const most = this.#limits.markdownItems;
    const before = this.#items;
    line.markers = line.markers.filter((marker) => {
      if (source[marker] === '>' || source[marker] === '[' || ++this.#items <= most) return true;
      this.masks.add(marker);
      return false;
    });
    if (isHeading && ++this.#items > most) this.masks.add(line.text);
    if (this.#items <= most) return true;
    this.#lateItem ??= { bound: 'markdownItems', start: line.start, end: line.end, actual: 0 };
    // Where the first stands in code, others may not.
    this.#lateItem.end = line.end;
    return before < most || line.markers.some((marker) => source[marker] === '>');
  }

  #define(line: MarkdownLine): void {
    const most = this.#limits.definitions;
    if (++this.#definitions <= most) return;
    this.masks.add(line.definition);
    this.#late ??= { bound: 'definitions', start: line.start, end: line.end, actual: 0 };
  }

  #close(): void {
    const { lines, marks } = this.#paragraph;
    this.#paragraph = { lines: [], marks: 0 };
    const first = lines[0];
    const last = lines.at(-1);
    if (!first || !last) return;
    // The cells of a table are each parsed by themselves.
    const table = this.#tableOf(lines);
    if (table === 'fits') {
      for (const line of lines) this.#boundMarks([line], line.marks);
      return;
    }
    if (table === 'too large') for (const line of lines) this.#maskTable(line);
    this.#boundMarks(lines, marks);
  }

  #boundMarks(lines: readonly MarkdownLine[], marks: number): void {
    const most = this.#limits.paragraphMarks;
    const isFull = this.#spent > mostFullParagraphs * most * most;
    const allowed = isFull ? Math.min(most, fewMarks) : most;
    if (marks <= allowed) {
      this.#spent += marks * marks;
      return;
    }
    for (const line of lines) this.masks.addMarks(this.#source, line.text, line.end);
    const [first, last] = [lines[0] as MarkdownLine, lines.at(-1) as MarkdownLine];
    this.#exceed('paragraphMarks', first.start, last.end, marks);
  }

  #tableOf(lines: readonly MarkdownLine[]): 'none' | 'fits' | 'too large' {
    const source = this.#source;
    const row = lines.findIndex(
      ({ text, end }, index) => index > 0 && isDelimiterRow(source, text, end),
    );
    if (row < 0) return 'none';
    const delimiter = lines[row] as MarkdownLine;
    const columns = source
      .slice(delimiter.text, delimiter.end)
      .split('|')
      .filter((cell) => cell.includes('-')).length;
    const rows = lines.length - row;
    let longest = 0;
    for (const { text, end } of lines) longest = Math.max(longest, end - text);
    const cells = columns * rows;
    const size = rows * longest;
    const bound =
      cells > this.#limits.tableCells
        ? 'tableCells'
        : size > this.#limits.tableCharacters
          ? 'tableCharacters'
          : undefined;
    // What stands before the head, or rows that look like a delimiter row again, are one paragraph with the head where it isn't one.
    if (bound === undefined) return row === 1 ? 'fits' : 'none';
    this.#exceed(
      bound,
      (lines[0] as MarkdownLine).start,
      (lines.at(-1) as MarkdownLine).end,
      bound === 'tableCells' ? cells : size,
    );
    return 'too large';
  }

  #maskTable({ text, end }: MarkdownLine): void {
    const isDelimiter = isDelimiterRow(this.#source, text, end);
    for (let at = text; at < end; at++) {
      const character = this.#source[at];
      if (character === '|' || (isDelimiter && (character === '-' || character === ':')))
        this.masks.add(at);
    }
  }

  #exceed(bound: Bound, start: number, end: number, actual: number): void {
    this.excesses.push({ bound, start, end, actual });
  }
}
