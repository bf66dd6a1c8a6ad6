import type { AlignType, Table } from 'mdast';
import type { Setting } from './blocks.ts';
import { inlineText } from './inline.ts';
import { columnsOf } from './wrap.ts';

/** A table that would be wider is set row by row, with tabs between the cells. */
const widest = 160;
const gap = '  ';

/** The lines of a table: its columns made even, with a rule below the head. */
export function tableLines({ children, align }: Table, { width, numbers }: Setting): string[] {
  const rows = children.map((row) =>
    row.children.map((cell) => inlineText(cell.children, numbers).replace(/\s+/g, ' ').trim()),
  );
  const sizes: number[] = [];
  for (const row of rows) {
    for (const [index, cell] of row.entries()) {
      sizes[index] = Math.max(sizes[index] ?? 0, columnsOf(cell));
    }
  }
  const total = sizes.reduce((sum, size) => sum + size + gap.length, -gap.length);
  if (total > (width === 0 ? widest : width)) return rows.map((row) => row.join('\t'));
  const lines = rows.map((row) =>
    row
      .map((cell, index) => even(cell, sizes[index] ?? 0, align?.[index]))
      .join(gap)
      .trimEnd(),
  );
  const [head = '', ...body] = lines;
  return [head, sizes.map((size) => '-'.repeat(size)).join(gap), ...body];
}

function even(cell: string, size: number, align: AlignType | undefined): string {
  const room = size - columnsOf(cell);
  if (align === 'right') return ' '.repeat(room) + cell;
  if (align === 'center')
    return ' '.repeat(Math.floor(room / 2)) + cell + ' '.repeat(Math.ceil(room / 2));
  return cell + ' '.repeat(room);
}
