/**
 * Bare tables: lines with the same number of cells, set apart by tabs, by bars, or by two or more spaces where the cells
 * stand below each other.
 */
import type { AlignType, Table, TableCell, TableRow } from 'mdast';
import { isBlank, isSpace, type Line } from './lines.ts';
import { plainText } from './paragraph.ts';
import type { Block, Reading, Recogniser, Region } from './reading.ts';

/** A cell as found: the range of its text, and the columns that it takes. An empty cell has `start === end`. */
interface Cell {
  start: number;
  end: number;
  left: number;
  right: number;
}

/** A way of setting cells apart: the cells of a line, undefined where it can't be a row. */
type Splitter = (source: string, line: Line) => Cell[] | undefined;

/** A longer text is prose, not a cell. */
const longestCell = 160;
/** A longer line is prose, not a row. */
const longestRow = 2000;
/** A gap of this many spaces can also be a typist's. */
const typedGap = 2;
/** Runs of lines that are short enough to be looked at again. */
const shortRun = 4;

export const table: Recogniser = (reading, region, at) => {
  if (at < region.noTableBefore) return undefined;
  return tabbed(reading, region, at) ?? barred(reading, region, at) ?? aligned(reading, region, at);
};

function tabbed(reading: Reading, region: Region, at: number): ReturnType<Recogniser> {
  for (const split of [splitAtTab, splitAtTabs]) {
    const rows = rowsOf(reading.source, region, at, split, sameCount);
    if (rows.length >= 2) {
      if (isFilled(rows)) return found(reading, region, at, rows, rows.length);
      region.noTableBefore = at + rows.length;
    }
  }
  return undefined;
}

function barred(reading: Reading, region: Region, at: number): ReturnType<Recogniser> {
  const { source } = reading;
  const rows: Cell[][] = [];
  let alignment: AlignType[] | undefined;
  let next = at;
  for (; next < region.lines.length; next++) {
    const line = region.lines[next] as Line;
    if (isBlank(line) || line.end - line.start > longestRow) break;
    const text = source.slice(line.start, line.end);
    if (isRule(text) && (rows.length > 0 || text.startsWith('+'))) {
      if (rows.length === 1 && text.includes('|')) alignment ??= alignmentOf(text);
      continue;
    }
    const cells = splitAtBars(source, line);
    if (!cells || (rows[0] && rows[0].length !== cells.length)) break;
    rows.push(cells);
  }
  const bordered = source[(region.lines[at] as Line).start] === '|' || next - at > rows.length;
  const enough = bordered || (rows[0]?.length ?? 0) > 2 ? 2 : 3;
  if (rows.length < enough || !isFilled(rows)) return reject(region, at, next);
  return found(reading, region, at, rows, next - at, alignment);
}

function aligned(reading: Reading, region: Region, at: number): ReturnType<Recogniser> {
  const { source } = reading;
  const { lines } = region;
  const first = splitAtGaps(source, lines[at] as Line);
  if (!first) return undefined;
  // The row with the most cells among the first ones tells the columns: a heading may leave one out.
  let columns = first;
  for (let next = at + 1; next < Math.min(lines.length, at + 4); next++) {
    const line = lines[next] as Line;
    if (isBlank(line)) break;
    const cells = isRule(source.slice(line.start, Math.min(line.end, line.start + longestRow)))
      ? undefined
      : splitAtGaps(source, line);
    if (cells && cells.length > columns.length) columns = cells;
  }
  const rows: Cell[][] = [];
  let ruled = false;
  let next = at;
  for (; next < lines.length; next++) {
    const line = lines[next] as Line;
    if (isBlank(line) || line.end - line.start > longestRow) break;
    if (rows.length > 0 && isRule(source.slice(line.start, line.end))) {
      ruled = true;
      continue;
    }
    const cells = splitAtGaps(source, line);
    const row = cells && alignTo(columns, cells);
    if (!row) break;
    rows.push(row);
  }
  const wide = rows.every((row) => gapsOf(row) > typedGap);
  const enough = columns.length > 2 || wide || ruled ? 2 : 3;
  if (rows.length < enough || !isFilled(rows)) return reject(region, at, next);
  return found(reading, region, at, rows, next - at);
}

/** Lines that were looked at in vain are not looked at again from each of them. */
function reject(region: Region, at: number, next: number): undefined {
  if (next - at > shortRun) region.noTableBefore = Math.max(region.noTableBefore, next);
  return undefined;
}

function rowsOf(
  source: string,
  region: Region,
  at: number,
  split: Splitter,
  fits: (row: Cell[], first: Cell[]) => boolean,
): Cell[][] {
  const rows: Cell[][] = [];
  for (let next = at; next < region.lines.length; next++) {
    const cells = split(source, region.lines[next] as Line);
    if (!cells || (rows[0] && !fits(cells, rows[0]))) break;
    rows.push(cells);
  }
  return rows;
}

function sameCount(row: Cell[], first: Cell[]): boolean {
  return row.length === first.length;
}

/** Each tab ends a cell. Tabs at the left edge stand for cells without text. */
function splitAtTab(source: string, line: Line): Cell[] | undefined {
  if (!hasTab(source, line)) return undefined;
  const cells: Cell[] = [];
  let from = line.from;
  for (let at = line.from; at <= line.to; at++) {
    if (at < line.to && source[at] !== '\t') continue;
    cells.push(trimmed(source, from, at));
    from = at + 1;
  }
  return cells.length > 1 && cells.every(isShort) ? cells : undefined;
}

/** A run of tabs ends a cell: typed until the columns looked right. */
function splitAtTabs(source: string, line: Line): Cell[] | undefined {
  const cells = splitAtTab(source, line)?.filter((cell) => cell.start < cell.end);
  return cells && cells.length > 1 ? cells : undefined;
}

function splitAtBars(source: string, line: Line): Cell[] | undefined {
  if (line.end - line.start > longestRow) return undefined;
  if (!holds(source, '|', line.start, line.end)) return undefined;
  const cells: Cell[] = [];
  const end = source[line.end - 1] === '|' ? line.end - 1 : line.end;
  let from = source[line.start] === '|' ? line.start + 1 : line.start;
  for (let at = from; at <= end; at++) {
    if (at < end && source[at] !== '|') continue;
    cells.push(trimmed(source, from, at));
    from = at + 1;
  }
  return cells.length > 1 && cells.every(isShort) ? cells : undefined;
}

/** Two or more spaces end a cell, save after a stop, where typists set two. */
function splitAtGaps(source: string, line: Line): Cell[] | undefined {
  if (line.end - line.start > longestRow) return undefined;
  const cells: Cell[] = [];
  let start = line.start;
  let at = line.start;
  while (at < line.end) {
    let after = at;
    while (after < line.end && isSpace(source.charCodeAt(after))) after++;
    if (after - at >= 2) {
      if (after - at === 2 && /[.?!:]/.test(source[at - 1] as string)) return undefined;
      cells.push(cellOf(line, start, at));
      start = after;
    }
    at = Math.max(after, at + 1);
  }
  cells.push(cellOf(line, start, line.end));
  return cells.length > 1 && cells.every(isShort) ? cells : undefined;
}

function cellOf(line: Line, start: number, end: number): Cell {
  const left = line.indent + start - line.start;
  return { start, end, left, right: left + end - start };
}

/** Cells in their columns; undefined where one stands in none. */
function alignTo(columns: readonly Cell[], cells: readonly Cell[]): Cell[] | undefined {
  if (cells.length > columns.length) return undefined;
  const row: Cell[] = [];
  let next = 0;
  for (const column of columns) {
    const cell = cells[next];
    if (cell && (cell.left === column.left || (cell.right === column.right && next > 0))) {
      row.push(cell);
      next++;
    } else {
      const at = cell ? cell.start : (cells.at(-1) as Cell).end;
      row.push({ start: at, end: at, left: column.left, right: column.left });
    }
  }
  return next === cells.length ? row : undefined;
}

/** The narrowest gap between cells of a row. */
function gapsOf(row: readonly Cell[]): number {
  let gap = Infinity;
  for (const [index, cell] of row.entries()) {
    const before = row[index - 1];
    if (before && before.end > before.start && cell.end > cell.start)
      gap = Math.min(gap, cell.start - before.end);
  }
  return gap;
}

function trimmed(source: string, from: number, to: number): Cell {
  let start = from;
  while (start < to && isSpace(source.charCodeAt(start))) start++;
  let end = to;
  while (end > start && isSpace(source.charCodeAt(end - 1))) end--;
  return { start, end, left: 0, right: 0 };
}

function hasTab(source: string, line: Line): boolean {
  if (line.to - line.from > longestRow || isBlank(line)) return false;
  return holds(source, '\t', line.from, line.to);
}

/** Looks no further than the range, as `indexOf` would. */
function holds(source: string, wanted: string, from: number, to: number): boolean {
  for (let at = from; at < to; at++) if (source[at] === wanted) return true;
  return false;
}

function isShort(cell: Cell): boolean {
  return cell.end - cell.start <= longestCell;
}

/** Whether no column is empty for the most part, and each row has text in at least one cell. */
function isFilled(rows: readonly (readonly Cell[])[]): boolean {
  const columns = rows[0]?.length ?? 0;
  for (let column = 0; column < columns; column++) {
    const filled = rows.filter(
      (row) => (row[column] as Cell).start < (row[column] as Cell).end,
    ).length;
    // The corner above the names of the rows is often empty.
    if (filled * 2 < rows.length || (column > 0 && filled * 2 === rows.length)) return false;
  }
  return true;
}

/** A line that only draws: `|---|:-:|`, `+-----+`, `-----  ----`. */
function isRule(text: string): boolean {
  return /^[-+|=:\s]+$/.test(text) && /[-=]{2}/.test(text);
}

function alignmentOf(rule: string): AlignType[] {
  const cells = rule
    .replace(/^\s*\|/, '')
    .replace(/\|\s*$/, '')
    .split('|');
  return cells.map((cell) => {
    const text = cell.trim();
    const [left, right] = [text.startsWith(':'), text.endsWith(':')];
    if (left && right) return 'center';
    return right ? 'right' : left ? 'left' : null;
  });
}

function found(
  reading: Reading,
  region: Region,
  at: number,
  rows: readonly (readonly Cell[])[],
  length: number,
  alignment?: AlignType[],
): ReturnType<Recogniser> {
  const columns = (rows[0] as Cell[]).length;
  const align = Array.from({ length: columns }, (_, column) => alignment?.[column] ?? null);
  const children = rows.map((row) => makeRow(reading, row));
  const first = region.lines[at] as Line;
  const last = region.lines[at + length - 1] as Line;
  // An empty cell at the edge lies outside the text of its line.
  const start = Math.min(first.start, children[0]?.position?.start.offset ?? Infinity);
  const end = Math.max(last.end, children.at(-1)?.position?.end.offset ?? 0);
  const node: Table = { type: 'table', align, children, position: reading.place(start, end) };
  const block: Block = { node };
  return { blocks: [block], next: at + length };
}

function makeRow(reading: Reading, row: readonly Cell[]): TableRow {
  const children = row.map(({ start, end }): TableCell => {
    const text = start < end ? [plainText(reading, start, end)] : [];
    return { type: 'tableCell', children: text, position: reading.place(start, end) };
  });
  const first = row[0] as Cell;
  const last = row.at(-1) as Cell;
  return {
    type: 'tableRow',
    children,
    position: reading.place(first.start, Math.max(first.start, last.end)),
  };
}
