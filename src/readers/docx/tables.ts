/** Tables. One that is only there to lay out the page is taken apart. */
import type { PhrasingContent, Table } from 'mdast';
import type { Entry, ParagraphEntry } from './entries.ts';
import { mostColumns } from './limits.ts';
import type { Story } from './reading.ts';
import { oneLine } from '../one-line.ts';
import { isTooLarge, type TableSize } from '../table-size.ts';
import { wordsOf } from './review.ts';
import { child, childElements, valueOf, type XmlElement } from './xml.ts';

interface Cell {
  entries: Entry[];
  columns: number;
}

/** A cell with more text in several paragraphs is no cell of a table. */
const longestCell = 600;
const mostParagraphs = 3;

/** Reads what stands in a cell. */
type CellReader = (cell: XmlElement, story: Story) => Entry[];

export function readTable(table: XmlElement, story: Story, readCell: CellReader): Entry[] {
  const rows = unwrapped(table, 'w:tr').flatMap((row) => {
    const cells = readRow(row, story, readCell);
    return cells.length > 0 ? [cells] : [];
  });
  const { file, limits } = story.reading;
  const cells = rows.flat();
  const isLayout = cells.length === 1 || cells.some(({ entries }) => holdsText(entries));
  if (isLayout) return cells.flatMap(({ entries }) => entries);
  if (cells.every(({ entries }) => entries.length === 0)) return [];
  const texts = rows.map((row) =>
    row.map((cell) => ({ ...cell, children: phrasingOf(cell.entries) })),
  );
  return isTooLarge(sizeOf(rows), file, limits)
    ? texts.map(rowEntry)
    : [{ type: 'node', node: tableOf(texts) }];
}

function readRow(row: XmlElement, story: Story, readCell: CellReader): Cell[] {
  const { review } = story.reading;
  const properties = child(row, 'w:trPr');
  if (child(properties, 'w:del')) {
    review.deleted(wordsOf(row));
    review.endParagraph();
    return [];
  }
  if (child(properties, 'w:ins')) review.inserted();
  const before = countOf(valueOf(properties, 'w:gridBefore'), 0);
  const cells = unwrapped(row, 'w:tc').map((cell): Cell => ({
    entries: readCell(cell, story),
    columns: countOf(valueOf(child(cell, 'w:tcPr'), 'w:gridSpan'), 1),
  }));
  return before > 0 ? [{ entries: [], columns: before }, ...cells] : cells;
}

function countOf(value: string | undefined, usual: number): number {
  const count = Number(value);
  return Number.isInteger(count) && count >= 0 ? Math.min(count, mostColumns) : usual;
}

/** Rows or cells, also those that a field of a form or a change is wrapped around. */
function unwrapped(parent: XmlElement, name: string): XmlElement[] {
  return childElements(parent).flatMap((each) => {
    if (each.name === name) return [each];
    return /^w:(?:sdt|sdtContent|customXml|ins|moveTo)$/.test(each.name)
      ? unwrapped(each, name)
      : [];
  });
}

/** Whether a cell holds what no cell of Markdown can, or running text. */
function holdsText(entries: readonly Entry[]): boolean {
  const paragraphs = entries.filter((entry): entry is ParagraphEntry => entry.type === 'paragraph');
  if (entries.some((entry) => entry.type === 'node' && entry.node.type === 'table')) return true;
  if (paragraphs.some(({ role }) => role?.type === 'heading' || role?.type === 'title'))
    return true;
  const length = paragraphs.reduce((sum, { text }) => sum + text.length, 0);
  return paragraphs.length > mostParagraphs && length > longestCell;
}

function phrasingOf(entries: readonly Entry[]): PhrasingContent[] {
  const result: PhrasingContent[] = [];
  const add = (each: Entry): void => {
    if (each.type === 'box') {
      for (const inner of each.entries) add(inner);
    } else if (each.type === 'paragraph') {
      if (result.length > 0) result.push({ type: 'break' });
      const { place } = each;
      if (place?.ordered && !place.continues)
        result.push({ type: 'text', value: `${place.number}. ` });
      for (const node of each.children) result.push(node);
    }
  };
  for (const entry of entries) add(entry);
  return result;
}

type TextCell = Cell & { children: PhrasingContent[] };

function tableOf(rows: readonly TextCell[][]): Table {
  const width = rows.reduce((most, row) => Math.max(most, widthOf(row)), 0);
  return {
    type: 'table',
    children: rows.map((row) => {
      const cells = row.flatMap(({ children, columns }) => [
        children,
        ...Array.from({ length: Math.max(0, columns - 1) }, (): PhrasingContent[] => []),
      ]);
      while (cells.length < width) cells.push([]);
      return {
        type: 'tableRow',
        children: cells.map((children) => ({ type: 'tableCell', children: oneLine(children) })),
      };
    }),
  };
}

function widthOf(row: readonly Cell[]): number {
  return row.reduce((sum, { columns }) => sum + Math.max(1, columns), 0);
}

function sizeOf(rows: readonly Cell[][]): TableSize {
  let columns = 0;
  let longest = 0;
  for (const row of rows) {
    columns = Math.max(columns, widthOf(row));
    for (const { entries } of row) longest = Math.max(longest, lengthOf(entries));
  }
  return { rows: rows.length, columns, longest };
}

function lengthOf(entries: readonly Entry[]): number {
  return entries.reduce(
    (sum, each) =>
      sum +
      (each.type === 'paragraph'
        ? each.text.length
        : each.type === 'box'
          ? lengthOf(each.entries)
          : 0),
    0,
  );
}

/** A row as a paragraph. */
function rowEntry(row: readonly TextCell[]): ParagraphEntry {
  const children = row.flatMap((cell, index): PhrasingContent[] =>
    index === 0 ? cell.children : [{ type: 'text', value: ' ' }, ...cell.children],
  );
  const text = row
    .map(({ entries }) => (entries[0]?.type === 'paragraph' ? entries[0].text : ''))
    .join(' ');
  return { type: 'paragraph', role: undefined, children, text, place: undefined, bold: false };
}
