import type { Element, Root } from 'hast';
import { h } from 'hastscript';
import type { Labels } from './labels.ts';
import { textOf } from './text-of.ts';
import { SKIP, visitElements } from './visit.ts';

/** Lets a wide table or code scroll within itself, by keyboard too, and tells which cells are heads of columns. */
export function arrangeTables(body: Root, { table, code }: Labels): void {
  const labels: Readonly<Record<string, string>> = { table, pre: code };
  visitElements(body, (element, index, parent) => {
    const label = labels[element.tagName];
    if (label === undefined || !parent || index === undefined) return undefined;
    if (element.tagName === 'table') arrangeCells(element);
    parent.children[index] = h(
      'div',
      { className: ['scroll'], role: 'group', ariaLabel: label, tabIndex: 0 },
      element,
    );
    return SKIP;
  });
}

function arrangeCells(table: Element): void {
  visitElements(table, (cell) => {
    if (cell.tagName !== 'th' && cell.tagName !== 'td') return;
    const align = cell.properties['align'];
    delete cell.properties['align'];
    // The attribute is long out of use, and the page's policy allows no style of an element's own.
    if (align === 'center' || align === 'right') cell.properties.className = [`align-${align}`];
    if (cell.tagName === 'td') return;
    // An empty head is no head: it would be read out as one.
    if (textOf(cell).trim() === '') cell.tagName = 'td';
    else cell.properties['scope'] ??= 'col';
  });
}
