/** How large a table becomes, and whether it may. */
import { overLimit, limitRule, type Limits } from '../limits.ts';
import { report } from '../model/index.ts';
import type { VFile } from 'vfile';

export interface TableSize {
  rows: number;
  /** Of the longest row, what its cells span counted. */
  columns: number;
  /** Characters of the longest cell. */
  longest: number;
}

/** Whether a table goes beyond a limit, which is reported: its rows are then to be paragraphs. */
export function isTooLarge(
  { rows, columns, longest }: Readonly<TableSize>,
  file: VFile,
  limits: Readonly<Limits>,
): boolean {
  const sizes = [
    ['tableCells', 'number of cells in a table', rows * columns],
    ['tableCharacters', 'number of characters in a table with even columns', rows * longest],
  ] as const;
  const beyond = sizes.find(([name, , size]) => size > limits[name]);
  if (!beyond) return false;
  const [name, what, size] = beyond;
  report(
    file,
    limitRule(name),
    `${overLimit(name, what, size, limits)}; its rows became paragraphs`,
  );
  return true;
}
