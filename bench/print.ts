/** How figures are printed: Markdown, for the terminal and for `results.md`. */
import type { Figure } from './measure.ts';

export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const all = [head, ...rows];
  const widths = head.map((_, column) => Math.max(...all.map((row) => (row[column] ?? '').length)));
  const line = (row: readonly string[]): string =>
    `| ${row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join(' | ')} |`;
  const rule = `| ${widths.map((width) => '-'.repeat(width)).join(' | ')} |`;
  return [line(head), rule, ...rows.map(line)].join('\n');
}

/** `4.91 ms (4.80 to 5.20)` */
export function spread({ median, low, high }: Figure): string {
  return `${time(median)} (${time(low)} to ${time(high)})`;
}

export function time(milliseconds: number): string {
  if (milliseconds >= 10_000) return `${(milliseconds / 1000).toFixed(1)} s`;
  return `${milliseconds.toFixed(milliseconds >= 100 ? 0 : milliseconds >= 10 ? 1 : 2)} ms`;
}

export function ratio(a: number, b: number): string {
  return `${(a / b).toFixed(2)}`;
}

export function size(bytes: number): string {
  return bytes >= 1_000_000 ? `${bytes / 1_000_000} MB` : `${bytes / 1000} KB`;
}

/** Whether a figure is within what it is to be. */
export function against(found: number, most: number): string {
  return found <= most ? `within ${most}` : `beyond ${most}`;
}
