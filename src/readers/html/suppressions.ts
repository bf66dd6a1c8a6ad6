import type { Comment, Parents, Root } from 'hast';
import type { VFile } from 'vfile';
import type { SourceRange } from '../../model/index.ts';
import { parseDirective } from '../../suppressions/directive.ts';

/** Takes comments that suppress findings out of a page, into `file.data.suppressions`. */
export function takeSuppressions(page: Root, file: VFile): void {
  // Most pages have none.
  if (!String(file).includes('copydesk-')) return;
  const stack: Parents[] = [page];
  for (let parent = stack.pop(); parent; parent = stack.pop()) {
    parent.children = parent.children.filter((node, index, all) => {
      if ('children' in node) stack.push(node);
      if (node.type !== 'comment') return true;
      const next = rangeAfter(node, all.slice(index + 1, index + 4), parent as Parents);
      const found = parseDirective(node.value, node.position, next);
      if (found) (file.data.suppressions ??= []).push(found);
      return !found;
    }) as never;
  }
  file.data.suppressions?.sort(
    (a, b) => (a.place?.start.offset ?? 0) - (b.place?.start.offset ?? 0),
  );
}

/** What follows a comment: the next element, or the rest of the running text. */
function rangeAfter(
  comment: Comment,
  siblings: Parents['children'],
  parent: Parents,
): SourceRange | undefined {
  const next = siblings.find((node) => node.type !== 'text' || node.value.trim() !== '');
  const isElement = next?.type === 'element';
  const start = isElement ? next.position?.start.offset : comment.position?.end.offset;
  const end = (isElement ? next : parent).position?.end.offset;
  return start === undefined || end === undefined ? undefined : { start, end };
}
