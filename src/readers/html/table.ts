/** Tables: those of data, within bounds, and those that only lay out a page. */
import type { Element, Root } from 'hast';
import { defaultHandlers, type Handle } from 'hast-util-to-mdast';
import type { TableCell } from 'mdast';
import { attribute, elementsIn, isElement, textOf } from './hast.ts';
import { inlineOf } from './inline.ts';

/** Columns or rows that one cell may span. */
const widestSpan = 32;
/** Cells that spans may add to a table, for each that it has. */
const mostAdded = 8;

const noCell = new Set(
  'table h1 h2 h3 h4 h5 h6 ul ol blockquote hr pre figure section article'.split(' '),
);

/** Holds the spans of cells to what a table can have. */
export function boundSpans(tree: Root): void {
  for (const table of elementsIn(tree)) {
    if (table.tagName !== 'table') continue;
    const cells: Element[] = [];
    let area = 0;
    for (const cell of elementsIn(table)) {
      if (!isElement(cell, 'td', 'th')) continue;
      cells.push(cell);
      area += spanOf(cell, 'colSpan') * spanOf(cell, 'rowSpan');
    }
    const tooMany = area > cells.length * mostAdded + 64;
    for (const cell of cells) {
      for (const name of ['colSpan', 'rowSpan']) {
        if (cell.properties[name] !== undefined)
          cell.properties[name] = tooMany ? 1 : spanOf(cell, name);
      }
    }
  }
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
  const made = (defaultHandlers['table'] as Handle)(state, element, parent);
  const tables = made === undefined ? [] : Array.isArray(made) ? made : [made];
  return words.length > 0 ? [{ type: 'paragraph', children: words }, ...tables] : tables;
};

const cell: Handle = (state, element, parent) => {
  const made = (defaultHandlers['td'] as Handle)(state, element, parent) as TableCell;
  made.children = inlineOf(made.children).map((child) =>
    child.type === 'break' ? { type: 'text', value: ' ' } : child,
  );
  return made;
};

export const tableHandlers: Readonly<Record<string, Handle>> = { table, td: cell, th: cell };
