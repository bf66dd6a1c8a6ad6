/** Finds what belongs to a note, from the place that its mark points to. */
import type { Element, ElementContent, Nodes, Parents, Text } from 'hast';
import type { VFile } from 'vfile';
import { toPosition } from '../../../text/index.ts';
import { sourceStartOf } from '../../../text/source-map.ts';
import { attribute, classesOf, elementsIn, isElement, rawText, textOf, textsIn } from '../hast.ts';
import { mapText } from '../places.ts';
import { fragmentOf, type Mark } from './marks.ts';

const containers = new Set(['li', 'tr', 'dd', 'p', 'div', 'aside', 'section', 'blockquote', 'td']);
/** What a note with no markup of its own may not be longer than, in characters. */
const longestNote = 20_000;

/**
 * The element that holds a whole note: the one that the mark points to, or the block around it where that is an anchor.
 *
 * @param marked - All elements that hold a mark: a note never spans its own text.
 */
export function containerOf(
  { target, element }: Mark,
  parents: ReadonlyMap<Nodes, Parents>,
  targets: ReadonlySet<Element>,
): Element | undefined {
  let container: Element | undefined = target;
  while (container && !containers.has(container.tagName) && container.tagName !== 'th') {
    const parent: Parents | undefined = parents.get(container);
    container = isElement(parent) && parent.tagName !== 'body' ? parent : undefined;
  }
  if (!container || isAround(container, element, parents)) return undefined;
  if (container.tagName === 'th' || container.tagName === 'td') {
    const row = parents.get(container);
    if (isElement(row, 'tr')) container = row;
  }
  // The anchor stands in the first paragraph of a note that goes on.
  if (container.tagName === 'p') {
    const parent = parents.get(container);
    const first = isElement(parent, 'li', 'div', 'aside', 'dd') && parent;
    if (first && isOneNote(first, container, target, targets)) container = first;
  }
  return rawText(container).length <= longestNote ? container : undefined;
}

function isOneNote(
  parent: Element,
  first: Element,
  target: Element,
  targets: ReadonlySet<Element>,
): boolean {
  const content = parent.children.find(
    (child) => child.type !== 'text' || child.value.trim() !== '',
  );
  if (content !== first) return false;
  const named = /note|fn\d|^sd/i.test(`${attribute(parent, 'id')} ${classesOf(parent).join(' ')}`);
  if (!named && parent.tagName !== 'li' && parent.tagName !== 'dd') return false;
  for (const inner of elementsIn(parent)) if (inner !== target && targets.has(inner)) return false;
  return true;
}

function isAround(element: Element, inner: Element, parents: ReadonlyMap<Nodes, Parents>): boolean {
  for (let node: Nodes | undefined = inner; node; node = parents.get(node)) {
    if (node === element) return true;
  }
  return false;
}

/** The content of a note, without the links that lead back to its marks and without its own number. */
export function contentOf(
  container: Element,
  marks: readonly Mark[],
  back: ReadonlySet<string>,
  page: string | undefined,
  file: VFile,
): ElementContent[] {
  const gone = new Set<ElementContent>();
  for (const element of elementsIn(container)) {
    if (element.tagName === 'a' && isReturn(element, back, page)) gone.add(element);
    else if (
      /^(?:mw-cite-backlink|footnotereverse|footnote-backref|backlink)$/.test(
        classesOf(element).join(' '),
      )
    )
      gone.add(element);
  }
  let content: ElementContent[] = container.children;
  if (container.tagName === 'tr') {
    const cells = container.children.filter((child) => isElement(child, 'td', 'th')) as Element[];
    const last = cells.at(-1);
    for (const cell of cells) if (cell !== last) gone.add(cell);
    content = last ? last.children : [];
  }
  const result = without(content, gone);
  stripLabel(result, marks, file);
  return result;
}

function isReturn(element: Element, back: ReadonlySet<string>, page: string | undefined): boolean {
  if (attribute(element, 'role') === 'doc-backlink') return true;
  if (element.properties['dataFootnoteBackref'] !== undefined) return true;
  const fragment = fragmentOf(element, page);
  if (fragment === undefined) return false;
  if (back.has(fragment)) return true;
  return (
    /^[\s↩↑⏎←^⤴\d.[\]()a-z]{0,8}$/iu.test(rawText(element).replace(/[\uFE0E\uFE0F]/g, '')) &&
    /ref|back|anc|link/i.test(fragment)
  );
}

/** Copies, so that the page itself stays as it is; without what held nothing but a return link. */
function without(
  nodes: readonly ElementContent[],
  gone: ReadonlySet<ElementContent>,
): ElementContent[] {
  return nodes.flatMap((node): ElementContent[] => {
    if (gone.has(node)) return [];
    if (node.type !== 'element') return [{ ...node }];
    const children = without(node.children, gone);
    return children.length === 0 && node.children.length > 0 ? [] : [{ ...node, children }];
  });
}

/** A number that was typed, as against one that the list brings: "1. ", "[1] ". Its place goes with it. */
function stripLabel(content: readonly ElementContent[], marks: readonly Mark[], file: VFile): void {
  const label = marks[0]?.label;
  if (label === undefined) return;
  const typed = new RegExp(
    `^\\s*[\\[({^]?\\s?${label.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}\\s?(?:[\\])}.:]+\\s*|\\s+)`,
    'i',
  );
  for (const root of content) {
    for (const text of textsIn(root)) {
      if (text.value.trim() === '') continue;
      const match = typed.exec(text.value);
      const isWhole = text.value.trim().toLowerCase() === label.toLowerCase();
      // Of "[1]", the link alone may be gone.
      const rest = match ?? /^\s*(?:\[\s*\]|\(\s*\)|[.:\]^]|\^)\s+/.exec(text.value);
      if (isWhole) text.value = '';
      else if (rest) shorten(text, rest[0].length, file);
      return;
    }
  }
}

/** Takes away the first characters of a text, and the place where they stand. */
function shorten(text: Text, length: number, file: VFile): void {
  const from = text.position?.start.offset;
  const to = text.position?.end.offset;
  const runs =
    from === undefined || to === undefined
      ? undefined
      : mapText(text.value, String(file), from, to);
  const position = runs && toPosition(file, sourceStartOf(runs, length), to as number);
  text.value = text.value.slice(length);
  if (position) text.position = position;
}

/** Whether words are no more than what heads a list of notes. */
export function isNotesHeading(node: Nodes): boolean {
  return /^(?:(?:foot|end)[\s-]?notes?|notes?(?: (?:and|&) (?:references|sources))?|references|sources|anmerkungen|fußnoten|notas|notes de bas de page)\s*:?$/i.test(
    textOf(node),
  );
}
