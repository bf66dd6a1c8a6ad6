/** One line of Markdown, as far as it can be told without parsing: what begins on it, and how many marks it has. */

export interface MarkdownLine {
  start: number;
  /** Where its text begins, after indent and markers of quotes and lists. */
  text: number;
  /** Without its ending. */
  end: number;
  next: number;
  blank: boolean;
  /** Whether it surely begins a block of its own: it can't go on with a paragraph. */
  starts: boolean;
  /** Its first column that isn't white space. */
  indent: number;
  /** How many quotes, lists and notes it may stand in. */
  depth: number;
  /** Offsets of the characters that make it so, of those that begin on this line. */
  markers: number[];
  /** Offset of the bracket, where it looks like a definition of a link or a note; else -1. */
  definition: number;
  /** How many marks of running text it has. */
  marks: number;
  /** The column from which lines belong to the list item that was last begun. */
  content: number;
}

/** Characters that a parser of running text stops at. Runs of those in the second row are one mark. */
const singleMarks = '[]<&\\!';
const runMarks = '*_~`';
const markKinds = new Uint8Array(128);
for (const mark of singleMarks) markKinds[mark.charCodeAt(0)] = 1;
for (const mark of runMarks) markKinds[mark.charCodeAt(0)] = 2;

const tab = 9;
const lineFeed = 10;
const carriageReturn = 13;
const space = 32;
const hash = 35;
const openBracket = 91;
const quote = 62;

/** What is indented further than this is code, or goes on with a paragraph. */
const mostIndent = 3;

/**
 * @param at - Where the line begins.
 * @param content - The column from which lines belong to the list item that was last begun; 0 outside of lists.
 */
export function markLine(source: string, at: number, content: number): MarkdownLine {
  const markers: number[] = [];
  const { length } = source;
  let column = 0;
  let indent = 0;
  let text = at;
  let inner = content;
  let starts = false;
  for (; text < length;) {
    const code = source.charCodeAt(text);
    if (code === space || code === tab) {
      const width = code === tab ? 4 - (column % 4) : 1;
      column += width;
      indent += width;
      text++;
      continue;
    }
    const marker = markerAt(source, text, code);
    if (marker === 0) break;
    // A marker begins a block only where no code could stand; a list item without text, or of another number than 1, only where there is no paragraph.
    const reach = markers.length > 0 ? mostIndent + 1 : content + mostIndent;
    const isItem = code !== quote && code !== openBracket;
    if (indent <= reach && (code === quote || (isItem && isFirstOrBullet(source, text, marker))))
      starts = true;
    if (isItem) inner = markers.length > 0 ? column + 2 : marker > 3 ? 0 : column + marker + 1;
    markers.push(text);
    text += code === openBracket ? 1 : marker;
    column += marker;
    if (code === openBracket) break;
    indent = 0;
  }
  const first = source.charCodeAt(text);
  if (first === hash && indent <= mostIndent) starts = true;

  let marks = 0;
  let end = text;
  let before = 0;
  for (; end < length; end++) {
    const code = source.charCodeAt(end);
    if (code === lineFeed || code === carriageReturn) break;
    const kind = code < 128 ? (markKinds[code] as number) : 0;
    if (kind === 1 || (kind === 2 && code !== before)) marks++;
    before = code;
  }
  const blank = first === lineFeed || first === carriageReturn || text >= length;
  const isCrLf =
    source.charCodeAt(end) === carriageReturn && source.charCodeAt(end + 1) === lineFeed;
  const next = end >= length ? length : end + (isCrLf ? 2 : 1);
  const outer = indentOf(source, at);
  // An indent may go on with an item at every second column.
  const depth = markers.length === 0 ? 0 : markers.length + Math.floor(outer / 2);
  const definition = definitionAt(source, markers.at(-1), text, end);
  return {
    start: at,
    text,
    end,
    next,
    blank: blank && markers.length === 0,
    starts,
    indent: outer,
    depth,
    markers,
    definition,
    marks,
    content: blank && markers.length === 0 ? content : markers.length > 0 ? inner : content,
  };
}

/** Whether a line is the row below the head of a table: hyphens, colons and pipes, with at least one pipe or colon. */
export function isDelimiterRow(source: string, start: number, end: number): boolean {
  let hyphens = 0;
  let others = 0;
  for (let at = start; at < end; at++) {
    const character = source[at];
    if (character === '-') hyphens++;
    else if (character === '|' || character === ':') others++;
    else if (character !== ' ' && character !== '\t') return false;
  }
  return hyphens > 0 && others > 0;
}

/** The length of a marker of a quote, a list item or a note; 0 where there is none. */
function markerAt(source: string, at: number, code: number): number {
  if (code === quote) return 1;
  if (code === openBracket) return isNote(source, at) ? 2 : 0;
  if (code === 42 || code === 43 || code === 45) return isGap(source, at + 1) ? 1 : 0;
  let length = 0;
  while (length < 9 && isDigit(source.charCodeAt(at + length))) length++;
  if (length === 0) return 0;
  const after = source.charCodeAt(at + length);
  return (after === 46 || after === 41) && isGap(source, at + length + 1) ? length + 1 : 0;
}

function isFirstOrBullet(source: string, at: number, length: number): boolean {
  const hasText = !/[\n\r]/.test(source[at + length] ?? '\n');
  return hasText && (length === 1 || (length === 2 && source[at] === '1'));
}

function isNote(source: string, at: number): boolean {
  if (source[at + 1] !== '^') return false;
  return labelEnd(source, at + 2, at + 1000) >= 0;
}

/** Where a definition's bracket stands, of a note or a link; else -1. */
function definitionAt(
  source: string,
  marker: number | undefined,
  text: number,
  end: number,
): number {
  if (marker !== undefined && source.charCodeAt(marker) === openBracket) return marker;
  if (source.charCodeAt(text) !== openBracket) return -1;
  return labelEnd(source, text + 1, Math.min(end, text + 1000)) >= 0 ? text : -1;
}

/** Where the colon after a label stands, on the same line; else -1. */
function labelEnd(source: string, from: number, to: number): number {
  for (let at = from; at < to; at++) {
    const code = source.charCodeAt(at);
    if (code === 92) at++;
    else if (code === 93) return source.charCodeAt(at + 1) === 58 ? at + 1 : -1;
    else if (code === lineFeed || code === carriageReturn || Number.isNaN(code)) return -1;
  }
  return -1;
}

function indentOf(source: string, from: number): number {
  let column = 0;
  for (let at = from; ; at++) {
    const code = source.charCodeAt(at);
    if (code === space) column++;
    else if (code === tab) column += 4 - (column % 4);
    else return column;
  }
}

function isGap(source: string, at: number): boolean {
  const code = source.charCodeAt(at);
  return (
    code === space ||
    code === tab ||
    code === lineFeed ||
    code === carriageReturn ||
    Number.isNaN(code)
  );
}

function isDigit(code: number): boolean {
  return code >= 48 && code <= 57;
}
