/**
 * The running text of a block as one string, and edits by ranges of that string.
 *
 * Editorial work is about spans of running text; mdast splits it over nodes. A view knows for each character which node
 * holds it and where in the source it stands, also across emphasis, links, escapes and character references, and after
 * earlier plugins have changed words.
 */
import type { InlineCode, Nodes, Parents, PhrasingContent, Text } from 'mdast';
import type { Parent, Point, Position } from 'unist';
import { location, type Location } from 'vfile-location';
import type { VFile } from 'vfile';
import { emphases } from './emphases.ts';
import { firstEndingAfter } from './ranges.ts';
import {
  align,
  pushRun,
  realign,
  sliceRuns,
  sourceEndOf,
  sourceStartOf,
  type SourceRun,
} from './source-map.ts';

/** A block whose children are running text. */
export type TextContainer = Parents & { children: Nodes[] };

/** A parent inside running text: emphasis, link, entity… */
type InlineParent = PhrasingContent & Parent;

/** One change to a range of the text. */
export type Edit =
  /** Puts the range into `wrap`, whose children are replaced. */
  | { start: number; end: number; wrap: InlineParent }
  /**
   * Puts text or nodes in place of the range; an empty range inserts: behind the nodes without text that stand at its offset (marks,
   * images), or before them.
   */
  | { start: number; end: number; replace: string | PhrasingContent[]; before?: boolean };

/** A node of the block and the range of the text that it holds. */
export interface Span<NodeType extends PhrasingContent = PhrasingContent> {
  node: NodeType;
  start: number;
  end: number;
}

/** A node of the block. A leaf holds text itself, or stands between characters (a footnote mark, an image, raw HTML). */
interface Leaf {
  node: PhrasingContent;
  /** Empty where the node has children. */
  value: string;
  start: number;
  end: number;
  /** Parents between the block and this node, outermost first. */
  path: readonly InlineParent[];
  runs: SourceRun[] | undefined;
}

/** A leaf, or a part of one, on its way into the new tree. */
interface Piece {
  node: PhrasingContent;
  path: readonly InlineParent[];
}

/** Nodes into which no node may be put: a link holds no footnote mark, a name holds none. */
const closed = new Set(['link', 'linkReference', 'entity']);
/** The path of what stands in the block itself. */
const top: readonly InlineParent[] = [];

/** Makes a view of a block. `file` brings the source, which places need. */
export function textView(block: TextContainer, file: VFile): TextView {
  return new TextView(block, file);
}

export class TextView {
  /** The running text: values of text and code, a line feed for a break, nothing for images, marks and raw HTML. */
  text = '';
  readonly block: TextContainer;
  readonly #file: VFile;
  #leaves: Leaf[] = [];
  /** All nodes, a parent before its children. The same array as the leaves where there are no parents. */
  #nodes: Leaf[] = [];
  /** Made when it is asked for: most views are only read. */
  #extents: Map<Nodes, Leaf> | undefined;

  constructor(block: TextContainer, file: VFile) {
    this.block = block;
    this.#file = file;
    this.#index();
  }

  /**
   * The place of a range in the source, from the start of its first character to the end of its last. An empty range is
   * a point. Undefined where the nodes bear no positions.
   */
  place(start: number, end: number): Position | undefined {
    this.#check(start, end);
    if (this.text === '') return undefined;
    const first = this.#leafAt(start);
    const last = start === end ? first : this.#leafAt(end - 1);
    if (!first || !last) return undefined;
    const from = this.#runs(first);
    const to = this.#runs(last);
    if (!from || !to) return undefined;
    const startOffset = sourceStartOf(from, start - first.start);
    const endOffset = start === end ? startOffset : sourceEndOf(to, end - last.start);
    return toPosition(this.#file, startOffset, endOffset);
  }

  /** The range of a node of this block; undefined where it is none. */
  extent(node: Nodes): { start: number; end: number } | undefined {
    const found = this.#extentOf(node);
    return found && { start: found.start, end: found.end };
  }

  /** All nodes of a type in this block, in order, with their ranges. */
  spans<Type extends PhrasingContent['type']>(
    ...types: Type[]
  ): Span<Extract<PhrasingContent, { type: Type }>>[] {
    const result: Span<Extract<PhrasingContent, { type: Type }>>[] = [];
    for (const { node, start, end } of this.#nodes) {
      if ((types as string[]).includes(node.type)) {
        result.push({ node: node as Extract<PhrasingContent, { type: Type }>, start, end });
      }
    }
    return result;
  }

  /**
   * Puts a range into a node. Emphasis that is covered in part is cut in two. Refuses, and returns false, where the range
   * is empty, or covers a link, a name or another node that can't be cut in part. A range inside a node, or around whole ones, nests.
   */
  wrap(start: number, end: number, node: InlineParent): boolean {
    return this.apply([{ start, end, wrap: node }])[0] as boolean;
  }

  /** Puts text or nodes in place of a range. Text takes on the formatting of the first character that it replaces. */
  replace(start: number, end: number, replacement: string | PhrasingContent[]): void {
    this.apply([{ start, end, replace: replacement }]);
  }

  /** Takes a range away, with the nodes that it leaves empty. */
  remove(start: number, end: number): void {
    this.apply([{ start, end, replace: '' }]);
  }

  /**
   * Makes many edits at once, in time linear in the block. Ranges are those of the text as it is now, and may not overlap.
   *
   * @returns for each edit, in the order given, whether it was made: a wrap can be refused.
   * @throws RangeError where edits overlap or leave the text.
   */
  apply(edits: readonly Edit[]): boolean[] {
    if (edits.length === 0) return [];
    const order = orderOf(edits);
    const result = edits.map(() => true);
    const pieces: Piece[] = [];
    const cursor = { leaf: 0, offset: 0 };
    let done = 0;

    for (let at = 0; at < edits.length; at++) {
      const index = order ? (order[at] as number) : at;
      const edit = edits[index] as Edit;
      this.#check(edit.start, edit.end);
      if (edit.start < done) throw new RangeError(`Unexpected overlapping edit at ${edit.start}`);
      this.#take(cursor, edit.start, pieces, !('before' in edit && edit.before));
      const covered: Piece[] = [];
      this.#take(cursor, edit.end, covered, false);
      done = edit.end;
      if ('wrap' in edit) {
        result[index] = this.#wrapPieces(edit, covered);
        // Not spread: a call takes some hundred thousand arguments, and an article may have more.
        for (const piece of covered) pieces.push(piece);
      } else {
        for (const piece of this.#replacement(edit, covered, pieces.at(-1), cursor))
          pieces.push(piece);
      }
    }
    this.#take(cursor, this.text.length + 1, pieces, true);
    this.block.children = regroup(pieces, this.#file) as typeof this.block.children;
    this.#index();
    return result;
  }

  #check(start: number, end: number): void {
    if (!(start >= 0 && start <= end && end <= this.text.length)) {
      throw new RangeError(
        `Unexpected range ${start}–${end}, expected one within 0–${this.text.length}`,
      );
    }
  }

  #index(): void {
    const leaves: Leaf[] = [];
    let nodes = leaves;
    let text = '';
    let offset = 0;

    // Deep nesting is legal Markdown: a stack of our own can't overflow.
    let children: readonly Nodes[] = this.block.children;
    let child = 0;
    let path = top;
    type Frame = {
      children: readonly Nodes[];
      child: number;
      path: readonly InlineParent[];
      open: Leaf;
    };
    const stack: Frame[] = [];
    for (;;) {
      const node = children[child++] as PhrasingContent | undefined;
      if (!node) {
        const outer = stack.pop();
        if (!outer) break;
        outer.open.end = offset;
        ({ children, child, path } = outer);
      } else if ('children' in node && node.children.length > 0) {
        if (nodes === leaves) nodes = leaves.slice();
        const open: Leaf = { node, value: '', start: offset, end: offset, path, runs: undefined };
        nodes.push(open);
        stack.push({ children, child, path, open });
        ({ children } = node);
        child = 0;
        path = path === top ? [node] : [...path, node];
      } else {
        const value = textOf(node);
        const end = offset + value.length;
        const leaf: Leaf = { node, value, start: offset, end, path, runs: undefined };
        leaves.push(leaf);
        if (nodes !== leaves) nodes.push(leaf);
        text = offset === 0 ? value : text + value;
        offset = end;
      }
    }
    this.text = text;
    this.#leaves = leaves;
    this.#nodes = nodes;
    this.#extents = undefined;
  }

  #extentOf(node: Nodes): Leaf | undefined {
    this.#extents ??= new Map(this.#nodes.map((each) => [each.node, each]));
    return this.#extents.get(node);
  }

  /** The leaf that holds the character at an offset; at the end of the text, the last with text. */
  #leafAt(offset: number): Leaf | undefined {
    const at = Math.min(offset, this.text.length - 1);
    return this.#leaves[firstEndingAfter(this.#leaves, at)];
  }

  #runs(leaf: Leaf): SourceRun[] | undefined {
    leaf.runs ??= runsOf(leaf.node, leaf.value, this.#file);
    return leaf.runs;
  }

  /**
   * Moves pieces up to an offset of the text. `edges` tells whether nodes without text that stand right at that offset
   * go with them: those at the edges of an edited range stay outside it.
   */
  #take(cursor: { leaf: number; offset: number }, end: number, to: Piece[], edges: boolean): void {
    for (let leaf = this.#leaves[cursor.leaf]; leaf; leaf = this.#leaves[cursor.leaf]) {
      if (leaf.start > end || (leaf.start === end && !(edges && leaf.end === end))) return;
      const from = Math.max(cursor.offset, leaf.start);
      const until = Math.min(end, leaf.end);
      if (leaf.start === from && leaf.end === until) {
        to.push(leaf);
      } else if (from < until) {
        to.push({ node: this.#part(leaf, from, until), path: leaf.path });
      }
      cursor.offset = until;
      if (until < leaf.end) return;
      cursor.leaf++;
    }
  }

  /** A part of a leaf, as a node with a place of its own. */
  #part(leaf: Leaf, start: number, end: number): PhrasingContent {
    const value = leaf.value.slice(start - leaf.start, end - leaf.start);
    const runs = this.#runs(leaf);
    const own = runs && sliceRuns(runs, start - leaf.start, end - leaf.start);
    const part = placed(leaf.node.type as 'text' | 'inlineCode', value, own, this.#file);
    // What foreign plugins have put on the node. Not copied and then deleted: that makes an object slow for all that read it.
    for (const key in leaf.node) {
      if (key !== 'type' && key !== 'value' && key !== 'position' && key !== 'data')
        Object.assign(part, { [key]: leaf.node[key as keyof PhrasingContent] });
    }
    return part;
  }

  #wrapPieces(edit: Edit & { wrap: InlineParent }, covered: Piece[]): boolean {
    const first = covered[0];
    if (!first || edit.start === edit.end) return false;
    let depth = first.path.length;
    for (const piece of covered) depth = commonDepth(first.path, piece.path, depth);
    for (const { path } of covered) {
      for (let at = depth; at < path.length; at++) {
        const parent = path[at] as InlineParent;
        const extent = this.#extentOf(parent);
        const whole = !extent || (extent.start >= edit.start && extent.end <= edit.end);
        // Emphasis may be cut in two without another meaning; a link cut in two would be two links.
        if (!whole && !emphases.has(parent.type)) return false;
      }
    }
    edit.wrap.children = [];
    const position = this.place(edit.start, edit.end);
    if (position) edit.wrap.position = position;
    for (const piece of covered) {
      piece.path =
        piece.path === top
          ? [edit.wrap]
          : [...piece.path.slice(0, depth), edit.wrap, ...piece.path.slice(depth)];
    }
    return true;
  }

  #replacement(
    edit: Edit & { replace: string | PhrasingContent[] },
    covered: Piece[],
    before: Piece | undefined,
    cursor: { leaf: number },
  ): Piece[] {
    const position = this.place(edit.start, edit.end);
    if (typeof edit.replace === 'string') {
      if (edit.replace === '') return [];
      const model = covered.find((piece) => piece.node.type === 'text') ?? covered[0];
      const runs = position && [
        {
          start: 0,
          end: edit.replace.length,
          sourceStart: position.start.offset as number,
          sourceEnd: position.end.offset as number,
          exact: false,
        },
      ];
      const node = placed('text', edit.replace, runs, this.#file);
      return [{ node, path: model?.path ?? this.#sharedPath(before, cursor.leaf) }];
    }
    // Never into a link or a name.
    const path = this.#sharedPath(before, cursor.leaf);
    const barrier = path.findIndex((parent) => closed.has(parent.type));
    if (barrier >= 0) path.length = barrier;
    return edit.replace.map((node) => ({ node, path }));
  }

  /** The parents in which both what stands before and what follows are at home. */
  #sharedPath(before: Piece | undefined, next: number): InlineParent[] {
    const after = this.#leaves[next];
    return before && after ? before.path.slice(0, commonDepth(before.path, after.path)) : [];
  }
}

/** A position from offsets of the source. */
export function toPosition(file: VFile, start: number, end: number): Position | undefined {
  const known = placesOf(file);
  const startPoint = pointAt(known, start);
  const endPoint = pointAt(known, end);
  return startPoint && endPoint ? { start: startPoint, end: endPoint } : undefined;
}

/** The places of a file, and the last points that were asked for: nodes that touch or lie within each other share theirs. */
interface Places {
  value: VFile['value'];
  location: Location;
  recent: (Point | undefined)[];
}

const places = new WeakMap<VFile, Places>();
/** A power of two. */
const mostRecent = 64;

function placesOf(file: VFile): Places {
  const known = places.get(file);
  if (known && known.value === file.value) return known;
  const recent = Array.from({ length: mostRecent }, () => undefined);
  const made: Places = { value: file.value, location: location(file), recent };
  places.set(file, made);
  return made;
}

function pointAt({ location, recent }: Places, offset: number): Point | undefined {
  const slot = offset & (mostRecent - 1);
  const known = recent[slot];
  if (known?.offset === offset) return known;
  return (recent[slot] = location.toPoint(offset));
}

function textOf(node: PhrasingContent): string {
  switch (node.type) {
    case 'text':
    case 'inlineCode':
      return node.value;
    case 'break':
      return '\n';
    default:
      return '';
  }
}

function runsOf(node: PhrasingContent, value: string, file: VFile): SourceRun[] | undefined {
  const from = node.position?.start.offset;
  const to = node.position?.end.offset;
  const map = node.type === 'text' ? node.data?.sourceMap : undefined;
  if (map) return realign(value, map);
  if (from === undefined || to === undefined) return undefined;
  if (node.type === 'break') {
    return [{ start: 0, end: value.length, sourceStart: from, sourceEnd: to, exact: false }];
  }
  // Only now: of a binary file, which gives no positions, it would decode the whole each time.
  const source = String(file);
  if (node.type === 'inlineCode') {
    const at = source.indexOf(value, from);
    if (at >= 0 && at < to) return align(value, source, at, to, true);
    // Of an element of HTML the words begin behind its tag, and references in it are characters.
    const tag = source[from] === '<' ? source.indexOf('>', from) : -1;
    return tag >= 0 && tag < to
      ? align(value, source, tag + 1, to)
      : align(value, source, from, to, true);
  }
  return align(value, source, from, to);
}

/** A node with the place of its runs, and the runs themselves where the place alone does not tell them. */
function placed<Type extends 'text' | 'inlineCode'>(
  type: Type,
  value: string,
  runs: SourceRun[] | undefined,
  file: VFile,
): Type extends 'text' ? Text : InlineCode;
function placed(
  type: 'text' | 'inlineCode',
  value: string,
  runs: SourceRun[] | undefined,
  file: VFile,
): Text | InlineCode {
  const first = runs?.[0];
  const last = runs?.at(-1);
  if (!runs || !first || !last) return { type, value };
  const position = toPosition(file, first.sourceStart, last.sourceEnd);
  // Made with its place: one that is added later lies beside the object, and takes more memory than it does within.
  const node: Text | InlineCode = position ? { type, value, position } : { type, value };
  if (node.type === 'text' && (runs.length > 1 || !first.exact)) {
    node.data = { ...node.data, sourceMap: { value: node.value, runs } };
  }
  return node;
}

/** The sequence of some edits by their ranges; undefined where that is the one in which they stand. */
function orderOf(edits: readonly Edit[]): number[] | undefined {
  let isSorted = true;
  for (let index = 1; index < edits.length && isSorted; index++)
    isSorted = byRange(edits[index - 1] as Edit, edits[index] as Edit) <= 0;
  if (isSorted) return undefined;
  const order = edits.map((_, index) => index);
  return order.sort((a, b) => byRange(edits[a] as Edit, edits[b] as Edit));
}

function byRange(a: Edit, b: Edit): number {
  return a.start - b.start || a.end - b.end;
}

function commonDepth(
  a: readonly InlineParent[],
  b: readonly InlineParent[],
  limit = a.length,
): number {
  let depth = 0;
  while (depth < limit && depth < b.length && a[depth] === b[depth]) depth++;
  return depth;
}

/** Builds a tree from pieces: neighbours with the same parent come to stand in it together, neighbouring texts become one. */
function regroup(pieces: readonly Piece[], file: VFile): PhrasingContent[] {
  const root: PhrasingContent[] = [];
  const parts = new Map<InlineParent, InlineParent[]>();
  const open: { original: InlineParent; node: InlineParent }[] = [];
  let siblings = root;

  for (let index = 0; index < pieces.length;) {
    const { node, path } = pieces[index] as Piece;
    let depth = 0;
    while (depth < open.length && open[depth]?.original === path[depth]) depth++;
    if (depth < open.length || depth < path.length) {
      while (open.length > depth) open.pop();
      siblings = (open.at(-1)?.node.children as PhrasingContent[] | undefined) ?? root;
      for (let level = depth; level < path.length; level++) {
        const original = path[level] as InlineParent;
        const known = parts.get(original);
        const part = known ? ({ ...original, children: [] } as InlineParent) : original;
        if (known) known.push(part);
        else parts.set(original, [part]);
        part.children = [];
        siblings.push(part as PhrasingContent);
        open.push({ original, node: part });
        siblings = part.children as PhrasingContent[];
      }
    }
    const end = node.type === 'text' ? endOfTexts(pieces, index) : index + 1;
    siblings.push(end === index + 1 ? node : joinTexts(pieces.slice(index, end), file));
    index = end;
  }
  for (const nodes of parts.values()) {
    // A list that grows has room for sixteen more, and those of a tree stand until the end.
    for (const node of nodes) node.children = node.children.slice();
    if (nodes.length > 1) placeParts(nodes);
  }
  return root.slice();
}

/** Index behind the texts that are one with the text at an index: with the same parents, and with positions or without them. */
function endOfTexts(pieces: readonly Piece[], from: number): number {
  const { node: first, path } = pieces[from] as Piece;
  let end = from + 1;
  for (; end < pieces.length; end++) {
    const { node, path: other } = pieces[end] as Piece;
    if (node.type !== 'text' || Boolean(node.position) !== Boolean(first.position)) break;
    if (path !== other && (path.length !== other.length || commonDepth(path, other) < path.length))
      break;
  }
  return end;
}

/** Gives each part of a divided node the place of what it holds; the markers at both ends stay with the outer parts. */
function placeParts(nodes: readonly InlineParent[]): void {
  const whole = nodes[0]?.position;
  if (!whole) return;
  for (const [index, node] of nodes.entries()) {
    const start = index === 0 ? whole.start : node.children[0]?.position?.start;
    const end = index === nodes.length - 1 ? whole.end : node.children.at(-1)?.position?.end;
    if (start && end) node.position = { start, end };
    else delete node.position;
  }
}

/** One text from neighbours, which all bear positions or none does. */
function joinTexts(pieces: readonly Piece[], file: VFile): Text {
  const texts = pieces.map((piece) => piece.node as Text);
  const value = texts.map((text) => text.value).join('');
  if (!texts[0]?.position) return { type: 'text', value };
  const runs: SourceRun[] = [];
  let offset = 0;
  for (const text of texts) {
    for (const run of runsOf(text, text.value, file) ?? []) {
      pushRun(runs, { ...run, start: run.start + offset, end: run.end + offset });
    }
    offset += text.value.length;
  }
  return placed('text', value, runs, file);
}
