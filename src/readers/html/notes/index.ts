/**
 * Footnotes, in whatever shape a page has them: mammoth, remark-rehype, Pandoc, WordPress (core and plug-ins), Substack, Word, LibreOffice,
 * MediaWiki, or a raised link and a list. What they share is a link whose words are a label, to a place further down that holds the note.
 */
import type { Element, ElementContent, Nodes, Parents, Root } from 'hast';
import type { VFile } from 'vfile';
import { attribute, elementsIn, isElement, rawText, removeFrom } from '../hast.ts';
import { findMarks, type Mark } from './marks.ts';
import { containerOf, contentOf, isNotesHeading } from './note.ts';

export interface Note {
  identifier: string;
  /** `section` with `data-note-definition`, for the handlers. */
  definition: Element;
}

/**
 * Puts marks of ours (`a` with `data-note-mark`) in place of those of the page, and takes the notes out of it.
 *
 * @param page - The address of the page, for links that name it before the `#`.
 */
export function takeNotes(
  tree: Root,
  parents: ReadonlyMap<Nodes, Parents>,
  page: string | undefined,
  file: VFile,
): Note[] {
  const marks = findMarks(tree, parents, page);
  if (marks.length === 0) return [];
  const byContainer = new Map<Element, Mark[]>();
  const targets = new Set(marks.map(({ target }) => target));
  for (const mark of marks) {
    const container = containerOf(mark, parents, targets);
    if (!container) continue;
    const known = byContainer.get(container);
    if (known) known.push(mark);
    else byContainer.set(container, [mark]);
  }
  const found = [...byContainer].flatMap(([container, group]) => {
    const back = new Set(group.flatMap((mark) => anchorsOf(mark, parents)));
    const content = (): ElementContent[] => contentOf(container, group, back, page, file);
    const isEmpty = content().every((child) => rawText(child).trim() === '');
    return isEmpty ? [] : { container, group, content };
  });
  // All marks before any note is copied: they stand in notes, too.
  for (const [index, { group }] of found.entries()) {
    for (const mark of group) replaceMark(mark, String(index + 1));
  }
  const notes = found.map(({ container, content }, index): Note => {
    const identifier = String(index + 1);
    return { identifier, definition: definitionOf(identifier, container, content()) };
  });
  const gone = new Set<Nodes>(found.map(({ container }) => container));
  if (notes.length === 0) return [];
  removeWithLists(tree, parents, gone);
  return notes;
}

/** The identifiers by which a note leads back to its mark. */
function anchorsOf({ element, wrapper }: Mark, parents: ReadonlyMap<Nodes, Parents>): string[] {
  const around = [parents.get(wrapper), parents.get(element)].filter((node) => isElement(node));
  return [element, wrapper, ...around, ...elementsIn(wrapper)]
    .flatMap((each) => [attribute(each, 'id'), attribute(each, 'name')])
    .filter((id) => id !== '');
}

function definitionOf(identifier: string, container: Element, children: ElementContent[]): Element {
  return {
    type: 'element',
    tagName: 'section',
    properties: { dataNoteDefinition: identifier },
    children,
    ...(container.position ? { position: container.position } : {}),
  };
}

function replaceMark({ wrapper }: Mark, identifier: string): void {
  wrapper.tagName = 'a';
  wrapper.properties = { dataNoteMark: identifier };
  wrapper.children = [];
}

/** Takes notes away, then lists and sections that hold nothing else, with the heading and the rule that set them off. */
function removeWithLists(tree: Root, parents: ReadonlyMap<Nodes, Parents>, gone: Set<Nodes>): void {
  let level = new Set([...gone].map((node) => parents.get(node)));
  while (level.size > 0) {
    const next = new Set<Parents | undefined>();
    for (const parent of level) {
      if (!isElement(parent) || parent.tagName === 'body' || gone.has(parent)) continue;
      const rest = parent.children.filter((child) => !gone.has(child));
      const empty = rest.every(
        (child) =>
          child.type === 'comment' ||
          isElement(child, 'hr', 'br', 'thead', 'caption') ||
          (rawText(child).trim() === '' && !hasImage(child)) ||
          isNotesHeading(child),
      );
      if (!empty) continue;
      gone.add(parent);
      next.add(parents.get(parent));
    }
    level = next;
  }
  for (const node of gone) {
    const siblings = parents.get(node)?.children ?? [];
    if (gone.has(parents.get(node) as Nodes)) continue;
    for (let index = siblings.indexOf(node as ElementContent) - 1; index >= 0; index--) {
      const sibling = siblings[index] as ElementContent;
      if (gone.has(sibling) || (sibling.type === 'text' && sibling.value.trim() === '')) continue;
      if (!isElement(sibling, 'hr') && !isNotesHeading(sibling)) break;
      gone.add(sibling);
    }
  }
  removeFrom(tree, (child) => gone.has(child));
}

function hasImage(node: ElementContent): boolean {
  return node.type === 'element' && [...elementsIn(node)].some((each) => each.tagName === 'img');
}
