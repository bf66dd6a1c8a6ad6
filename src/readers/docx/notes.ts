/** Footnotes and endnotes, in one sequence by their marks in the text. */
import type { FootnoteDefinition, FootnoteReference } from 'mdast';
import type { DocxPackage, Part } from './parts.ts';
import type { Review } from './review.ts';
import { wordsOf } from './review.ts';
import { childElements, type XmlElement } from './xml.ts';

export type NoteKind = 'footnote' | 'endnote';

export interface Note {
  part: Part;
  element: XmlElement;
  identifier: string | undefined;
  /** Its mark was deleted, and its words with it. */
  deleted: boolean;
}

/** Makes the blocks of a note. */
export type NoteReader = (note: Note) => FootnoteDefinition['children'];

export class Notes {
  readonly #notes = new Map<string, Note>();
  readonly #marked: Note[] = [];
  readonly #review: Review;

  constructor(parts: DocxPackage, main: Part, review: Review) {
    this.#review = review;
    for (const kind of ['footnote', 'endnote'] as const) {
      const part = parts.related(main, `${kind}s`, `word/${kind}s.xml`);
      if (!part) continue;
      for (const element of childElements(part.root, `w:${kind}`)) {
        const { 'w:id': id, 'w:type': type = 'normal' } = element.attributes;
        // Separators are notes to the file format alone.
        if (id === undefined || type !== 'normal') continue;
        this.#notes.set(`${kind} ${id}`, { part, element, identifier: undefined, deleted: false });
      }
    }
  }

  /** The mark of a note. Undefined where there is no such note, which is told. */
  mark(kind: NoteKind, id: string | undefined): FootnoteReference | undefined {
    const note = this.#notes.get(`${kind} ${id ?? ''}`);
    if (!note) {
      this.#review.leftOut(`mark of a ${kind} that is missing`);
      return undefined;
    }
    const identifier = this.#number(note);
    return { type: 'footnoteReference', identifier, label: identifier };
  }

  /** A note whose mark a tracked change takes away. @returns its words. */
  delete(kind: NoteKind, id: string | undefined): string {
    const note = this.#notes.get(`${kind} ${id ?? ''}`);
    if (!note || note.deleted) return '';
    note.deleted = true;
    return wordsOf(note.element);
  }

  /** All notes, read in the order of their marks. One without a mark is left out, as Word does, and told. */
  definitions(read: NoteReader): FootnoteDefinition[] {
    const definitions: FootnoteDefinition[] = [];
    // A note may itself have the mark of another, which is then added to the list.
    for (let at = 0; at < this.#marked.length; at++) {
      const note = this.#marked[at] as Note;
      const identifier = this.#number(note);
      const children = read(note);
      definitions.push({ type: 'footnoteDefinition', identifier, label: identifier, children });
    }
    for (const { identifier, deleted, element } of this.#notes.values()) {
      const words = identifier === undefined && !deleted ? wordsOf(element) : '';
      if (words !== '') this.#review.leftOut('note without a mark in the text', words);
    }
    return definitions;
  }

  #number(note: Note): string {
    if (note.identifier === undefined) {
      this.#marked.push(note);
      note.identifier = String(this.#marked.length);
    }
    return note.identifier;
  }
}
