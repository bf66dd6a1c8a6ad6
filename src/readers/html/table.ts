/** Tables: those of data, within bounds, and those that only lay out a page. */
import type { Element, Root } from 'hast';
import { defaultHandlers, type Handle, type State } from 'hast-util-to-mdast';
import type { Paragraph, PhrasingContent, TableCell } from 'mdast';
import type { VFile } from 'vfile';
import type { Limits } from '../../limits.ts';
import { oneLine } from '../one-line.ts';
import { isTooLarge, type TableSize } from '../table-size.ts';
import { attribute, elementsIn, isElement, rawText, textOf } from './hast.ts';
import { inlineOf } from './inline.ts';

/** Columns or rows that one cell may span. */
const widestSpan = 32;
/** Cells that spans may add to a table, for each that it has. */
const mostAdded = 8;

const noCell = new Set(
  'table h1 h2 h3 h4 h5 h6 ul ol blockquote hr pre figure section article'.split(' '),
);

/** Holds the spans of cells to what a table can have; one that is too large all the same is to be read row by row. */
export function boundTables(tree: Root, file: VFile, limits: Readonly<Limits>): void {
  for (const table of elementsIn(tree)) {
    if (table.tagName !== 'table') continue;
    const cells = [...elementsIn(table)].filter((each) => isElement(each, 'td', 'th'));
    const area = cells.reduce(
      (sum, cell) => sum + spanOf(cell, 'colSpan') * spanOf(cell, 'rowSpan'),
      0,
    );
    const tooMany = area > cells.length * mostAdded + 64;
    for (const cell of cells) {
      for (const name of ['colSpan', 'rowSpan']) {
        if (cell.properties[name] !== undefined)
          cell.properties[name] = tooMany ? 1 : spanOf(cell, name);
      }
    }
    if (isTooLarge(sizeOf(table), file, limits)) table.properties['dataRows'] = true;
  }
}

/** The size once cells are filled in where others span, and rows are as long as the longest. */
function sizeOf(table: Element): TableSize {
  let longest = 0;
  let columns = 0;
  /** Columns that cells of earlier rows take in the row at hand, and in which row that ends. */
  let taken = 0;
  const ending = new Map<number, number>();
  const rows = rowsOf(table);
  for (const [index, row] of rows.entries()) {
    taken -= ending.get(index) ?? 0;
    const before = taken;
    let own = 0;
    for (const cell of row) {
      const width = spanOf(cell, 'colSpan');
      const height = spanOf(cell, 'rowSpan');
      own += width;
      longest = Math.max(longest, rawText(cell).length);
      if (height < 2) continue;
      taken += width;
      ending.set(index + height, (ending.get(index + height) ?? 0) + width);
    }
    columns = Math.max(columns, own + before);
  }
  return { rows: rows.length, columns, longest };
}

/** The cells of each row, those of tables within the table left aside. */
function rowsOf(table: Element): Element[][] {
  const rows: Element[][] = [];
  const walk = (parent: Element): void => {
    for (const child of parent.children) {
      if (!isElement(child) || child.tagName === 'table') continue;
      if (child.tagName === 'tr')
        rows.push(child.children.filter((each) => isElement(each, 'td', 'th')));
      else if (/^t(?:head|body|foot)$/.test(child.tagName)) walk(child);
    }
  };
  walk(table);
  return rows;
}

function spanOf(cell: Element, name: string): number {
  const span = Number.parseInt(attribute(cell, name), 10);
  return Number.isNaN(span) ? 1 : Math.min(widestSpan, Math.max(1, span));
}

/** Whether a table has what no cell of a table of data can hold, or nothing to set side by side. */
function isLayout(table: Element): boolean {
  if (/^(?:presentation|none)$/.test(attribute(table, 'role'))) return true;
  let cells = 0;
  let rows = 0;
  for (const element of elementsIn(table)) {
    if (element.tagName === 'tr') rows++;
    if (isElement(element, 'td', 'th')) cells++;
    if (noCell.has(element.tagName)) return true;
  }
  return cells <= 1 || (rows <= 1 && cells <= 2 && textOf(table).length > 400);
}

const table: Handle = (state, element, parent) => {
  if (state.inTable || isLayout(element)) {
    const parts: Element[] = [];
    const collect = (node: Element): void => {
      for (const child of node.children) {
        if (!isElement(child)) continue;
        if (isElement(child, 'td', 'th', 'caption'))
          parts.push({ ...child, tagName: 'div', properties: {} });
        else collect(child);
      }
    };
    collect(element);
    return parts.flatMap((part) => state.toFlow(state.all(part)));
  }
  const caption = element.children.find((child) => isElement(child, 'caption'));
  const words = isElement(caption) ? inlineOf(state.all(caption)) : [];
  if (element.properties['dataRows'] === true) {
    const rows = rowsOf(element).map((row) => rowParagraph(row, state));
    return words.length > 0 ? [{ type: 'paragraph', children: words }, ...rows] : rows;
  }
  const made = (defaultHandlers['table'] as Handle)(state, element, parent);
  const tables = made === undefined ? [] : Array.isArray(made) ? made : [made];
  return words.length > 0 ? [{ type: 'paragraph', children: words }, ...tables] : tables;
};

/** A row as a paragraph, its cells parted by spaces. */
function rowParagraph(row: readonly Element[], state: State): Paragraph {
  const children = row.flatMap((each, index): PhrasingContent[] => {
    const words = inlineOf(state.all(each));
    return index === 0 || words.length === 0 ? words : [{ type: 'text', value: ' ' }, ...words];
  });
  return { type: 'paragraph', children };
}

const cell: Handle = (state, element, parent) => {
  const made = (defaultHandlers['td'] as Handle)(state, element, parent) as TableCell;
  made.children = oneLine(inlineOf(made.children));
  return made;
};

export const tableHandlers: Readonly<Record<string, Handle>> = { table, td: cell, th: cell };
