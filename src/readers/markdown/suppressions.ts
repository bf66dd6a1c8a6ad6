import type { Html, Nodes, Parents, PhrasingContent, Root } from 'mdast';
import type { Position } from 'unist';
import type { VFile } from 'vfile';
import type { SourceRange } from '../../model/index.ts';
import { commentsIn, parseDirective } from '../../suppressions/directive.ts';
import { toPosition } from '../../text/index.ts';

/** Blocks whose children are running text. */
const running = new Set([
  'paragraph',
  'heading',
  'tableCell',
  'emphasis',
  'strong',
  'delete',
  'link',
]);

/**
 * Takes comments that suppress findings out of the tree, into `file.data.suppressions`. The tree is the same as without them, so that no
 * plugin and no output knows of them.
 */
export function takeSuppressions(tree: Root, file: VFile): void {
  // Most articles have none.
  if (!String(file).includes('copydesk-')) return;
  const stack: Parents[] = [tree];
  for (let parent = stack.pop(); parent; parent = stack.pop()) {
    for (let index = 0; index < parent.children.length; index++) {
      const node = parent.children[index] as Nodes;
      if (node.type === 'html' && takeFrom(node, parent, index, file)) index--;
      else if ('children' in node) stack.push(node);
    }
  }
  file.data.suppressions?.sort(
    (a, b) => (a.place?.start.offset ?? 0) - (b.place?.start.offset ?? 0),
  );
}

/** Tells whether nothing is left of the node, so that it was taken out. */
function takeFrom(node: Html, parent: Parents, index: number, file: VFile): boolean {
  const base = node.position?.start.offset;
  let rest = '';
  let done = 0;
  for (const { start, end, content } of commentsIn(node.value)) {
    const place = base === undefined ? undefined : toPosition(file, base + start, base + end);
    const found = parseDirective(content, place, rangeAfter(parent, index, place));
    if (!found) continue;
    (file.data.suppressions ??= []).push(found);
    rest += node.value.slice(done, start);
    done = end;
  }
  if (done === 0) return false;
  rest += node.value.slice(done);
  if (rest.trim() !== '') {
    node.value = rest.trim();
    return false;
  }
  parent.children.splice(index, 1);
  if (running.has(parent.type)) closeGap(parent.children as PhrasingContent[], index);
  return true;
}

/** What follows a comment: between blocks the next one, in running text the rest of it. */
function rangeAfter(
  parent: Parents,
  index: number,
  place: Position | undefined,
): SourceRange | undefined {
  const next = running.has(parent.type) ? undefined : parent.children[index + 1];
  const start = next ? next.position?.start.offset : place?.end.offset;
  const end = (next ?? parent).position?.end.offset;
  return start === undefined || end === undefined ? undefined : { start, end };
}

/** A comment among words has a space on both sides; only one of them belongs to the words. */
function closeGap(children: PhrasingContent[], index: number): void {
  const before = children[index - 1];
  const after = children[index];
  const isSpaceBefore =
    before === undefined || (before.type === 'text' && /[ \n]$/.test(before.value));
  if (after?.type === 'text' && isSpaceBefore && after.value.startsWith(' ')) {
    const length = /^ +/.exec(after.value)?.[0].length ?? 0;
    after.value = after.value.slice(length);
    shift(after.position?.start, length);
  }
  if (after === undefined && before?.type === 'text' && before.value.endsWith(' ')) {
    const trimmed = before.value.trimEnd();
    shift(before.position?.end, trimmed.length - before.value.length);
    before.value = trimmed;
  }
}

function shift(point: Position['start'] | undefined, by: number): void {
  if (!point) return;
  point.column += by;
  if (point.offset !== undefined) point.offset += by;
}
