/** Takes citations out of a block and puts marks in their place. */
import type { FootnoteReference } from 'mdast';
import type { Anchor } from '../../src/model/index.ts';
import type { Edit, TextView } from '../../src/text/index.ts';
import { putInOrder } from '../../src/text/ranges.ts';
import type { Settings } from './options.ts';

/** What is to be done at one citation. */
export interface Change {
  /** What leaves the text. */
  remove: { start: number; end: number };
  /** The end of the whole citation. */
  end: number;
  /** The marks come from a later block: they go behind all that stands here. */
  moved?: boolean;
  marks: FootnoteReference[];
  /** Set where the citation stays in the prose without a note. */
  anchor?: { start: number; end: number; id: string };
}

const stops = /[.,;:!?…]/;
const closers = /[”’"'»)\]]/;

/** Makes all changes of a block at once. They stand in order and don't overlap. */
export function applyChanges(
  view: TextView,
  changes: readonly Change[],
  placement: Settings['placement'],
): void {
  const { text } = view;
  const edits: Edit[] = [];
  const marks = new Map<number, { nodes: FootnoteReference[]; before: boolean }>();
  const existing = new Set(view.spans('footnoteReference').map(({ start }) => start));
  const closed = view.spans('link', 'linkReference', 'entity');
  /** Where images and the like stand, which have no text: what is removed must not reach across them. */
  const solid = new Set(view.spans('image', 'imageReference', 'html').map(({ start }) => start));
  for (const start of existing) solid.add(start);
  const ends = rowEnds(text, changes);
  let rowStart = 0;
  let next = 0;
  let done = 0;
  let isBare = true;
  for (const [index, change] of changes.entries()) {
    if (change.anchor) {
      const { start, end, id } = change.anchor;
      const wrap: Anchor = {
        type: 'anchor',
        anchorType: 'citation',
        anchorId: id,
        data: { hName: 'span' },
        children: [],
      };
      edits.push({ start, end, wrap });
      done = Math.max(done, end);
      isBare = false;
      continue;
    }
    const removal = widen(text, change.remove, done, solid, isBare);
    // Nothing is left of the block so far.
    isBare &&= text.slice(done, removal.start).trim() === '';
    if (removal.start < removal.end) {
      // The space before the author's own mark goes as well.
      let space = removal.start;
      if (existing.has(space)) while (space > done && /\s/.test(text[space - 1] as string)) space--;
      if (space < removal.start) edits.push({ start: space, end: removal.start, replace: '' });
      edits.push({ start: removal.start, end: removal.end, replace: '' });
      done = removal.end;
    }
    let at = removal.start < removal.end ? removal.end : change.end;
    // Of citations in a row all marks go behind the last.
    if (removal.start < removal.end) at = Math.max(at, ends[index] as number);
    const follows = index > 0 && ends[index - 1] === ends[index];
    if (!follows) rowStart = removal.start;
    // "(DN, October 30)[^pay].": the author's mark follows, and keeps its place.
    const marked = existing.has(at) && !change.moved;
    if (placement === 'after-punctuation' && !marked)
      at = behindPunctuation(text, at, removal.start);
    // "said, (TASS, May 5).": of comma and stop, which would meet, the stop is meant.
    if (removal.start < removal.end && meetsStop(text, rowStart, removal.end))
      edits.push({ start: rowStart - 1, end: rowStart, replace: '' });
    // A stop of its own would follow the one that stands before.
    if (
      removal.start < removal.end &&
      at > removal.end &&
      endsClosed(text, rowStart) &&
      stops.test(text[removal.end] as string) &&
      text[removal.end] !== '…'
    ) {
      if (isDoubled(text, rowStart, removal.end)) {
        edits.push({ start: removal.end, end: removal.end + 1, replace: '' });
        done = removal.end + 1;
      }
    }
    // No mark may stand inside a link or a name.
    while (next < closed.length && (closed[next] as { end: number }).end <= at) next++;
    const around = closed[next];
    if (around && around.start < at && around.end > at) at = around.end;
    const there = marks.get(at);
    if (there) there.nodes.push(...change.marks);
    else marks.set(at, { nodes: [...change.marks], before: !change.moved && existing.has(at) });
  }
  const all = [
    ...edits,
    ...[...marks].map(([at, { nodes, before }]): Edit => ({
      start: at,
      end: at,
      replace: nodes,
      before,
    })),
  ];
  view.apply(settle(all));
}

/** For each change where the row of removals that it stands in ends: removals with nothing but white space between. */
function rowEnds(text: string, changes: readonly Change[]): number[] {
  const ends = changes.map((change) => change.remove.end);
  for (let index = changes.length - 2; index >= 0; index--) {
    const { remove, anchor } = changes[index] as Change;
    const after = changes[index + 1] as Change;
    if (
      anchor ||
      after.anchor ||
      remove.start === remove.end ||
      after.remove.start === after.remove.end
    )
      continue;
    const gap = after.remove.start - remove.end;
    if (gap >= 0 && gap < 10 && text.slice(remove.end, after.remove.start).trim() === '')
      ends[index] = ends[index + 1] as number;
  }
  return ends;
}

/** Moves insertions out of ranges that are removed: behind them. */
function settle(edits: Edit[]): Edit[] {
  putInOrder(edits, (a, b) => a.start - b.start || a.end - b.end);
  const result: Edit[] = [];
  let removed: { start: number; end: number } | undefined;
  const waiting: Edit[] = [];
  for (const edit of edits) {
    const insertion = edit.start === edit.end;
    if (insertion && removed && edit.start > removed.start && edit.start < removed.end) {
      waiting.push({ ...edit, start: removed.end, end: removed.end });
      continue;
    }
    if (edit.start >= (removed?.end ?? 0)) for (const each of waiting.splice(0)) result.push(each);
    if (!insertion && removed && edit.start < removed.end) continue;
    result.push(edit);
    if (!insertion) removed = { start: edit.start, end: edit.end };
  }
  return result.concat(waiting);
}

/** The space before a citation goes with it; at the start of a block the space behind it. */
function widen(
  text: string,
  { start, end }: { start: number; end: number },
  done: number,
  solid: ReadonlySet<number>,
  isBare: boolean,
): { start: number; end: number } {
  if (start === end) return { start, end };
  let from = start;
  while (from > done && !solid.has(from) && /\s/.test(text[from - 1] as string)) from--;
  let to = end;
  if (
    from === 0 ||
    (from === done && isBare) ||
    (from === done && done > 0 && from === start && /\s/.test(text[from - 1] ?? ''))
  )
    while (to < text.length && !solid.has(to) && /\s/.test(text[to] as string)) to++;
  return { start: from, end: to };
}

/** Behind the stops and the closing quotation marks that follow. */
function behindPunctuation(text: string, from: number, removedFrom: number): number {
  let at = from;
  while (at < text.length && at - from < 6) {
    const character = text[at] as string;
    if (stops.test(character)) {
      // A full stop inside a number or a name belongs to it.
      if (/[\p{L}\p{N}]/u.test(text[at + 1] ?? '') && at === from && from === removedFrom) break;
      at++;
    } else if (
      closers.test(character) &&
      character !== ')' &&
      character !== ']' &&
      isClosing(text, at, from)
    ) {
      at++;
    } else {
      break;
    }
  }
  return at;
}

/** A straight quotation mark closes where no space stands before it and no letter behind it. */
function isClosing(text: string, at: number, from: number): boolean {
  const character = text[at] as string;
  if (character === '"' || character === "'" || character === '’')
    return (
      (at > from || !/\s/.test(text[at - 1] ?? ' ')) && !/[\p{L}\p{N}]/u.test(text[at + 1] ?? '')
    );
  return true;
}

/** Whether the text before ends with a stop already, perhaps inside quotation marks. */
function endsClosed(text: string, end: number): boolean {
  return (
    stops.test(text[end - 1] ?? '') ||
    (/[”’"']/.test(text[end - 1] ?? '') && stops.test(text[end - 2] ?? ''))
  );
}

/** Whether a comma behind a word stands right before what is removed, and a full stop, which ends the sentence, right behind. */
function meetsStop(text: string, before: number, after: number): boolean {
  return (
    text[before - 1] === ',' &&
    text[after] === '.' &&
    /^$|\s/.test(text[after + 1] ?? '') &&
    /[\p{L}\p{N})\]”’"']/u.test(text[before - 2] ?? '')
  );
}

/** "ended. (TASS, May 5). Then": one of the two stops is too many. */
function isDoubled(text: string, before: number, after: number): boolean {
  const last = stops.test(text[before - 1] ?? '') ? text[before - 1] : text[before - 2];
  const next = text[after];
  if (next === '.') return last === '.' || last === '!' || last === '?' || last === '…';
  return last === next && /[,;:]/.test(next ?? '');
}
