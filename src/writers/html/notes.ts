import type { Element, ElementContent } from 'hast';
import { h } from 'hastscript';
import { markId, noteId, type Note } from './content.ts';
import type { Labels } from './labels.ts';

const heading = 'notes-title';

/**
 * The notes, once, after the text. A note whose mark was followed is the target of the address, and the style sheet lifts it to the foot of the
 * window: it is read in place, without a script and without a second copy that a screen reader would read again. Its return link
 * puts it back. Where there is no style sheet, marks and return links are plain links.
 */
export function noteSection(notes: readonly Note[], labels: Labels): Element | undefined {
  if (notes.length === 0) return undefined;
  return h('section', { role: 'doc-endnotes', ariaLabelledBy: heading }, [
    h('h2', { id: heading }, labels.notes),
    h(
      'ol',
      notes.map((note) => noteItem(note, labels)),
    ),
  ]);
}

function noteItem({ number, children, marks }: Note, labels: Labels): Element {
  const content = children.filter((child) => child.type !== 'text' || child.value.trim() !== '');
  const last = content.at(-1);
  const links = backlinks(number, marks, labels);
  const [only] = content;
  if (content.length === 1 && only?.type === 'element' && only.tagName === 'p') {
    return h('li', { id: noteId(number) }, [...only.children, ...links]);
  }
  if (last?.type === 'element' && last.tagName === 'p') {
    last.children = [...last.children, ...links];
    return h('li', { id: noteId(number) }, content);
  }
  return h('li', { id: noteId(number) }, [...content, ...(marks > 0 ? [h('p', links)] : [])]);
}

function backlinks(number: number, marks: number, labels: Labels): ElementContent[] {
  return Array.from({ length: marks }, (_, index) => index + 1).flatMap((occurrence) => [
    // An arrow alone on the last line would look lost.
    { type: 'text', value: occurrence === 1 ? '\u00A0' : ' ' },
    h(
      'a',
      {
        href: `#${markId(number, occurrence)}`,
        role: 'doc-backlink',
        ariaLabel: labels.backlink(number, occurrence),
      },
      // The variation selector keeps phones from drawing the arrow as a picture. Where there are several, the style sheet tells
      // them apart by letters: a number in the text would have to be part of the name.
      '↩\uFE0E',
    ),
  ]);
}
