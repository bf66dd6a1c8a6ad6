/** Makes blocks of mdast from entries: items become lists, paragraphs of quotes and of code come together. */
import type { BlockContent, List, ListItem, Paragraph, PhrasingContent } from 'mdast';
import { oneLine } from '../one-line.ts';
import type { Entry, ParagraphEntry } from './entries.ts';

type Block = BlockContent | List;

/** `shift` is added to the depth of headings. */
export function assemble(entries: readonly Entry[], shift = 0): Block[] {
  const blocks: Block[] = [];
  let lists: OpenList[] = [];
  let last: Entry | undefined;
  for (const entry of entries) {
    if (entry.type === 'paragraph' && entry.place) {
      lists = addItem(lists, entry, blocks);
      last = entry;
      continue;
    }
    lists = [];
    if (entry.type === 'box')
      for (const block of assemble(entry.entries, shift)) blocks.push(block);
    else if (entry.type === 'node') blocks.push(entry.node);
    else addParagraph(blocks, entry, last, shift);
    last = entry;
  }
  return blocks;
}

function addParagraph(
  blocks: Block[],
  entry: ParagraphEntry,
  last: Entry | undefined,
  shift: number,
): void {
  const { role, children, text } = entry;
  const before = blocks.at(-1);
  const goesOn = last?.type === 'paragraph' && !last.place && last.role?.type === role?.type;
  switch (role?.type) {
    case 'title':
    case 'heading': {
      if (text.trim() === '') break;
      const depth = role.type === 'title' ? 1 : Math.min(6, role.depth + shift);
      blocks.push({
        type: 'heading',
        depth: depth as 1 | 2 | 3 | 4 | 5 | 6,
        children: headingText(children),
      });
      return;
    }
    case 'quote':
    case 'pullQuote':
      if (goesOn && before?.type === 'blockquote') before.children.push(paragraph(children));
      else blocks.push({ type: 'blockquote', children: [paragraph(children)] });
      return;
    case 'code': {
      const hasMore = children.some(
        (node) => node.type === 'image' || node.type === 'footnoteReference',
      );
      if (hasMore) break;
      if (goesOn && before?.type === 'code') before.value += `\n${text}`;
      else blocks.push({ type: 'code', value: text });
      return;
    }
  }
  blocks.push(paragraph(children));
}

function paragraph(children: PhrasingContent[]): Paragraph {
  return { type: 'paragraph', children };
}

/** A heading is one line, and no bolder than it is. */
function headingText(children: readonly PhrasingContent[]): PhrasingContent[] {
  const only = children.length === 1 ? children[0] : undefined;
  const inner = only?.type === 'strong' ? only.children : children;
  return oneLine(inner);
}

interface OpenList {
  list: List;
  level: number;
  key: string;
  /** The number that the next item must have to belong to it. */
  next: number;
}

/** Adds an item, or a further paragraph of one. @returns the lists that are open then, the outermost first. */
function addItem(lists: readonly OpenList[], entry: ParagraphEntry, blocks: Block[]): OpenList[] {
  const { place, children } = entry;
  if (!place) return [];
  const open = lists.filter(({ level }) => level <= place.level);
  const top = open.at(-1);
  if (place.continues) {
    const item = top?.list.children.at(-1);
    if (!top || !item) {
      blocks.push(paragraph(children));
      return [];
    }
    item.children.push(paragraph(children));
    item.spread = true;
    top.list.spread = true;
    return open;
  }
  const item: ListItem = { type: 'listItem', spread: false, children: [paragraph(children)] };
  if (top?.level === place.level) {
    const belongs = top.key === place.key && (!place.ordered || top.next === place.number);
    if (belongs) {
      top.list.children.push(item);
      top.next++;
      return open;
    }
    open.pop();
  }
  const list: List = {
    type: 'list',
    ordered: place.ordered,
    start: place.ordered ? place.number : null,
    spread: false,
    children: [item],
  };
  const parent = open.at(-1)?.list.children.at(-1);
  if (parent) parent.children.push(list);
  else blocks.push(list);
  open.push({ list, level: place.level, key: place.key, next: place.number + 1 });
  return open;
}
