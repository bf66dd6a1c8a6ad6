/** The text of a paragraph in pieces of one format each, and the mdast that they make. */
import type { Link, PhrasingContent } from 'mdast';

export interface Marks {
  bold: boolean;
  italic: boolean;
  strike: boolean;
  code: boolean;
  /** The address that the piece leads to. */
  link: string | undefined;
}

export type Piece = Marks &
  (
    | { type: 'text'; value: string }
    | { type: 'break' }
    /** An image or the mark of a note. */
    | { type: 'node'; node: PhrasingContent }
  );

export const unmarked: Readonly<Marks> = {
  bold: false,
  italic: false,
  strike: false,
  code: false,
  link: undefined,
};

/** Pieces as mdast: white space at the edges of emphasis stands outside of it, as Markdown wants it. */
export function toPhrasing(pieces: readonly Piece[]): PhrasingContent[] {
  return grouped(settled(trimmed(pieces)), 0);
}

/** Whether all letters of a paragraph are bold. */
export function isBold(pieces: readonly Piece[]): boolean {
  const texts = pieces.filter((piece) => piece.type === 'text' && piece.value.trim() !== '');
  return texts.length > 0 && texts.every((piece) => piece.bold);
}

/** The running text of pieces; a line feed for a break. */
export function textOf(pieces: readonly Piece[]): string {
  return pieces
    .map((piece) => (piece.type === 'text' ? piece.value : piece.type === 'break' ? '\n' : ''))
    .join('');
}

/** Two breaks in a row are what writers make a paragraph with who don't know of paragraphs. */
export function splitAtBlankLines(pieces: readonly Piece[]): Piece[][] {
  const parts: Piece[][] = [[]];
  let breaks: Piece[] = [];
  for (const piece of pieces) {
    if (piece.type === 'break') {
      breaks.push(piece);
    } else if (breaks.length > 0 && piece.type === 'text' && piece.value.trim() === '') {
      continue;
    } else {
      if (breaks.length > 1) parts.push([]);
      else for (const each of breaks) parts.at(-1)?.push(each);
      breaks = [];
      parts.at(-1)?.push(piece);
    }
  }
  return parts;
}

/** Without white space and breaks at its ends and white space around breaks; each piece of white space apart from words. */
function trimmed(pieces: readonly Piece[]): Piece[] {
  const result: Piece[] = [];
  const endsLine = (): boolean => {
    const last = result.at(-1);
    return last === undefined || last.type === 'break';
  };
  const trimEnd = (): void => {
    for (let last = result.at(-1); last?.type === 'text' && last.value.trim() === '';) {
      // A no-break space at the end of a line is as good as none.
      result.pop();
      last = result.at(-1);
    }
  };
  for (const piece of pieces) {
    if (piece.type === 'break') {
      trimEnd();
      if (!endsLine()) result.push(piece);
    } else if (piece.type === 'node' || piece.code) {
      result.push(piece);
    } else {
      for (const part of piece.value.split(/(\s+)/)) {
        const isSpace = part.trim() === '';
        if (part === '' || (isSpace && endsLine())) continue;
        result.push({ ...piece, value: part });
      }
    }
  }
  trimEnd();
  while (result.at(-1)?.type === 'break') {
    result.pop();
    trimEnd();
  }
  return result;
}

/** White space, breaks and marks of notes are marked as both of their neighbours are. */
function settled(pieces: readonly Piece[]): Piece[] {
  const isLoose = (piece: Piece): boolean =>
    piece.type === 'break' ||
    (piece.type === 'text' && piece.value.trim() === '') ||
    (piece.type === 'node' && piece.node.type === 'footnoteReference');
  const result = [...pieces];
  for (let at = 0; at < result.length; at++) {
    if (!isLoose(result[at] as Piece)) continue;
    let end = at;
    while (end < result.length && isLoose(result[end] as Piece)) end++;
    const marks = common(result[at - 1], result[end]);
    for (; at < end; at++) {
      const piece = result[at] as Piece;
      // A link holds no mark of a note, which is a link itself.
      const link = piece.type === 'node' ? undefined : marks.link;
      result[at] = { ...piece, ...marks, link };
    }
  }
  return result;
}

function common(before: Piece | undefined, after: Piece | undefined): Marks {
  if (!before || !after) return unmarked;
  return {
    bold: before.bold && after.bold,
    italic: before.italic && after.italic,
    strike: before.strike && after.strike,
    code: false,
    link: before.link === after.link ? before.link : undefined,
  };
}

/** From the outermost. */
const wrappers: readonly (readonly [
  keyof Marks,
  (piece: Piece, children: PhrasingContent[]) => PhrasingContent,
])[] = [
  ['link', ({ link }, children) => ({ type: 'link', url: link ?? '', children }) as Link],
  ['strike', (_, children) => ({ type: 'delete', children })],
  ['bold', (_, children) => ({ type: 'strong', children })],
  ['italic', (_, children) => ({ type: 'emphasis', children })],
];

function grouped(pieces: readonly Piece[], depth: number): PhrasingContent[] {
  const wrapper = wrappers[depth];
  if (!wrapper) return leaves(pieces);
  const [mark, wrap] = wrapper;
  const result: PhrasingContent[] = [];
  for (let start = 0; start < pieces.length;) {
    const first = pieces[start] as Piece;
    let end = start;
    while (end < pieces.length && pieces[end]?.[mark] === first[mark]) end++;
    const children = grouped(pieces.slice(start, end), depth + 1);
    const isMarked = first[mark] !== undefined && first[mark] !== false;
    if (isMarked) result.push(wrap(first, children));
    else for (const each of children) result.push(each);
    start = end;
  }
  return result;
}

function leaves(pieces: readonly Piece[]): PhrasingContent[] {
  const result: PhrasingContent[] = [];
  for (const piece of pieces) {
    const last = result.at(-1);
    if (piece.type === 'break') result.push({ type: 'break' });
    else if (piece.type === 'node') result.push(piece.node);
    else if (piece.code && last?.type === 'inlineCode') last.value += piece.value;
    else if (piece.code) result.push({ type: 'inlineCode', value: piece.value });
    else if (last?.type === 'text') last.value += piece.value;
    else result.push({ type: 'text', value: piece.value });
  }
  return result;
}
