/** Matching of brackets, in one pass. */

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

const openers: Readonly<Record<string, Bracket['kind']>> = {
  '(': 'round',
  '[': 'square',
  '（': 'round',
};
const closers: Readonly<Record<string, Bracket['kind']>> = {
  ')': 'round',
  ']': 'square',
  '）': 'round',
};
const anyBracket = /[()[\]（）]/g;

/**
 * Pairs the brackets of a text. Round and square ones are matched apart from each other, so that a stray one of the one
 * kind spoils nothing for the other.
 */
export function matchBrackets(text: string): Brackets {
  const open: Record<Bracket['kind'], number[]> = { round: [], square: [] };
  const pairs: Bracket[] = [];
  anyBracket.lastIndex = 0;
  for (let match = anyBracket.exec(text); match; match = anyBracket.exec(text)) {
    const opening = openers[match[0]];
    if (opening) {
      open[opening].push(match.index);
      continue;
    }
    const kind = closers[match[0]] as Bracket['kind'];
    const start = open[kind].pop();
    if (start !== undefined) pairs.push({ kind, start, end: match.index + 1 });
  }
  pairs.sort((a, b) => a.start - b.start);
  return { pairs, unclosed: open.round };
}
