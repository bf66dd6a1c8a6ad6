/** Lines of a given width. Widths are in columns of a terminal, in which a Chinese, Japanese or Korean character takes two. */

const wide =
  /[\u1100-\u115F\u2E80-\u303E\u3041-\uA4CF\uA960-\uA97F\uAC00-\uD7A3\uF900-\uFAFF\uFE30-\uFE6F\uFF01-\uFF60\uFFE0-\uFFE6\u{1F300}-\u{1FAFF}\u{20000}-\u{3FFFD}]/u;
const widthless = /[\p{Mn}\p{Me}\p{Cf}]/u;
/** Scripts that are written without spaces: a line may end after any of their characters. */
const unspaced = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u;
/** What may not begin a line. */
const closing = /[\p{Pe}\p{Pf}、。，．！？：；ー々]/u;

/** How many columns a text takes. */
export function columnsOf(text: string): number {
  let columns = 0;
  for (const character of text) {
    if (widthless.test(character)) continue;
    columns += wide.test(character) ? 2 : 1;
  }
  return columns;
}

/**
 * The lines of a text. Line endings in it stay.
 *
 * @param width - Columns that a line may take; 0 for no limit. A word that is longer stands on a line of its own.
 */
export function wrap(text: string, width: number): string[] {
  const lines = text.split('\n').map((line) => line.replace(/[^\S\u00A0]+/gu, ' ').trim());
  return width === 0 ? lines : lines.flatMap((line) => wrapLine(line, width));
}

function wrapLine(line: string, width: number): string[] {
  const lines: string[] = [];
  let current = '';
  let columns = 0;
  for (const piece of piecesOf(line)) {
    const size = columnsOf(piece);
    const trimmed = piece.endsWith(' ') ? size - 1 : size;
    if (columns > 0 && columns + trimmed > width) {
      lines.push(current.trimEnd());
      current = '';
      columns = 0;
    }
    current += piece;
    columns += size;
  }
  lines.push(current.trimEnd());
  return lines;
}

/** What a line may not be broken within, each with the space after it. */
function piecesOf(line: string): string[] {
  const pieces: string[] = [];
  let piece = '';
  let before = '';
  for (const character of line) {
    const breaks = before === ' ' || (unspaced.test(before) && !closing.test(character));
    if (piece !== '' && breaks && character !== ' ') {
      pieces.push(piece);
      piece = '';
    }
    piece += character;
    before = character;
  }
  if (piece !== '') pieces.push(piece);
  return pieces;
}
