/** Tables of plain text, for a terminal and for a file. */
import { displayWidth } from '../reporters/display-width.ts';
import { visible } from '../reporters/harmless.ts';

export interface Column {
  title: string;
  align?: 'left' | 'right';
  /** Longer cells are broken between words. Default: as wide as the widest cell. */
  width?: number;
}

const gap = '  ';

/**
 * A table with its titles above it. Cells may hold words of an article, whose controls are shown by sign, and line endings; cells of a row begin on the same line. Ends in a line ending; empty
 * where there are no rows.
 */
export function formatTable(
  columns: readonly Column[],
  rows: readonly (readonly string[])[],
): string {
  if (rows.length === 0) return '';
  const cells = rows.map((row) =>
    columns.map(({ width }, index) => linesOf(row[index] ?? '', width)),
  );
  const widths = columns.map(({ title }, index) =>
    cells.reduce(
      (widest, row) => Math.max(widest, ...(row[index] as string[]).map(displayWidth)),
      displayWidth(title),
    ),
  );
  const lineOf = (texts: readonly string[]): string =>
    texts
      .map((text, index) => {
        const padding = ' '.repeat((widths[index] as number) - displayWidth(text));
        return columns[index]?.align === 'right' ? padding + text : text + padding;
      })
      .join(gap)
      .trimEnd();
  const lines = [lineOf(columns.map(({ title }) => title))];
  lines.push(widths.map((width) => '-'.repeat(width)).join(gap));
  for (const row of cells) {
    const height = Math.max(1, ...row.map((cell) => cell.length));
    for (let line = 0; line < height; line++)
      lines.push(lineOf(row.map((cell) => cell[line] ?? '')));
  }
  return `${lines.join('\n')}\n`;
}

/** The lines of a cell. A word that is longer than the column stays whole. */
function linesOf(text: string, width: number | undefined): string[] {
  const lines = text.split('\n').map(visible);
  if (width === undefined) return lines;
  return lines.flatMap((line) => {
    const wrapped: string[] = [];
    let current = '';
    for (const word of line.split(/\s+/)) {
      if (current !== '' && displayWidth(current) + 1 + displayWidth(word) > width) {
        wrapped.push(current);
        current = '';
      }
      current = current === '' ? word : `${current} ${word}`;
    }
    return [...wrapped, current];
  });
}
