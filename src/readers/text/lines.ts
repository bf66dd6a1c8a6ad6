/** Lines of the source, by offsets. A reader of blocks works on lines; a block inside another works on insets of them. */

/** A line, without its line ending, as seen from inside the block that holds it. */
export interface Line {
  /** Where the block's left edge cuts the line. */
  from: number;
  /** The text, without space around it. A blank line has `start === end`. */
  start: number;
  end: number;
  /** Where the line ending begins. */
  to: number;
  /** Columns between the left edge and the text. */
  indent: number;
}

const tabWidth = 4;

/** Splits a source at CR, LF and CRLF. A line ending at the end of the source begins no further line. */
export function splitLines(source: string): Line[] {
  const lines: Line[] = [];
  let cr = -1;
  let lf = -1;
  for (let from = 0; from < source.length;) {
    if (cr < from) cr = indexOrEnd(source, '\r', from);
    if (lf < from) lf = indexOrEnd(source, '\n', from);
    const to = Math.min(cr, lf);
    lines.push(makeLine(source, from, to));
    from = cr + 1 === lf ? lf + 1 : to + 1;
  }
  return lines;
}

/** A line that begins at an offset of another, with its indent counted from there. */
export function makeLine(source: string, from: number, to: number): Line {
  let start = from;
  let indent = 0;
  while (start < to && isSpace(source.charCodeAt(start))) {
    indent = advance(indent, source.charCodeAt(start));
    start++;
  }
  let end = to;
  while (end > start && isSpace(source.charCodeAt(end - 1))) end--;
  return { from, start, end, to, indent };
}

/** The line as seen from a left edge that lies `columns` further right; of the indent only as much as there is. */
export function inset(line: Line, source: string, columns: number): Line {
  let from = line.from;
  let column = 0;
  while (from < line.start && column < columns) {
    column = advance(column, source.charCodeAt(from));
    from++;
  }
  return { ...line, from, indent: Math.max(0, line.indent - columns) };
}

export function isBlank(line: Line): boolean {
  return line.start === line.end;
}

/** Index of the first line at or after `at` that isn't blank; the number of lines where there is none. */
export function skipBlank(lines: readonly Line[], at: number): number {
  while (at < lines.length && isBlank(lines[at] as Line)) at++;
  return at;
}

/** Index of the first blank line at or after `at`; the number of lines where there is none. */
export function skipText(lines: readonly Line[], at: number): number {
  while (at < lines.length && !isBlank(lines[at] as Line)) at++;
  return at;
}

/** Whether a line stands first in its block or below a blank one. */
export function opensChunk(lines: readonly Line[], at: number): boolean {
  return at === 0 || isBlank(lines[at - 1] as Line);
}

/**
 * What separates words and is no text: space of any width, also of none. A form feed and its kin are text, so that they are
 * kept and reported.
 */
export function isSpace(code: number): boolean {
  return (
    code === 0x20 ||
    code === 0x09 ||
    code === 0xa0 ||
    (code >= 0x2000 && code <= 0x200b) ||
    code === 0x202f ||
    code === 0x205f ||
    code === 0x2060 ||
    code === 0x3000 ||
    code === 0xfeff ||
    code === 0x1680
  );
}

/** The widest line whose columns are counted one by one; longer ones are no typed lines. */
const countedWidth = 400;

/** Columns from the left edge to the end of the text. East Asian wide characters take two. */
export function widthOf(line: Line, source: string): number {
  const length = line.end - line.start;
  if (length > countedWidth) return line.indent + length;
  let width = line.indent;
  for (let at = line.start; at < line.end; at++) width += columnsAt(source, at);
  return width;
}

/** Columns of the code unit at an offset. */
export function columnsAt(source: string, at: number): number {
  const code = source.charCodeAt(at);
  if (code < 0x300) return 1;
  if (code < 0x370 || code === 0x200d || (code >= 0xfe00 && code <= 0xfe0f)) return 0;
  return isWide(code) ? 2 : 1;
}

function isWide(code: number): boolean {
  return (
    (code >= 0x1100 && code <= 0x115f) ||
    (code >= 0x2e80 && code <= 0xa4cf) ||
    (code >= 0xac00 && code <= 0xd7a3) ||
    (code >= 0xf900 && code <= 0xfaff) ||
    (code >= 0xff01 && code <= 0xff60)
  );
}

function advance(column: number, code: number): number {
  if (code === 0x09) return column + tabWidth - (column % tabWidth);
  return column + (code === 0x200b || code === 0x2060 || code === 0xfeff ? 0 : 1);
}

function indexOrEnd(source: string, wanted: string, from: number): number {
  const index = source.indexOf(wanted, from);
  return index < 0 ? source.length : index;
}
