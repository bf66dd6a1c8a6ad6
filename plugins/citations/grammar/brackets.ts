/** Matching of brackets, in one pass. */
import { putInOrder } from '../../../src/text/ranges.ts';

export interface Bracket {
  kind: 'round' | 'square';
  /** Offset of the opening bracket. */
  start: number;
  /** Offset behind the closing bracket. */
  end: number;
}

export interface Brackets {
  /** All pairs, in order of their opening brackets. */
  pairs: Bracket[];
  /** Opening round brackets that are never closed. */
  unclosed: number[];
}

/**
 * Pairs the brackets of a text. Round and square ones are matched apart from each other, so that a stray one of the one
 * kind spoils nothing for the other.
 */
export function matchBrackets(text: string): Brackets {
  const round: number[] = [];
  const square: number[] = [];
  const pairs: Bracket[] = [];
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    // Nearly all that stands in a text is a small letter or a space.
    if (unit < 0x28 || (unit > 0x5d && unit < 0xff08)) continue;
    switch (unit) {
      case 0x28: // (
      case 0xff08: // （
        round.push(at);
        break;
      case 0x5b: // [
        square.push(at);
        break;
      case 0x29: // )
      case 0xff09: // ）
        close(pairs, 'round', round, at);
        break;
      case 0x5d: // ]
        close(pairs, 'square', square, at);
        break;
    }
  }
  putInOrder(pairs, (a, b) => a.start - b.start);
  return { pairs, unclosed: round };
}

function close(pairs: Bracket[], kind: Bracket['kind'], open: number[], at: number): void {
  const start = open.pop();
  if (start !== undefined) pairs.push({ kind, start, end: at + 1 });
}
