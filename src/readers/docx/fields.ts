/** Fields: text that Word makes from a code, such as a link, a page number or a table of contents. */
import { childElements, type XmlElement } from './xml.ts';

interface Field {
  code: string;
  /** Its result has begun. */
  result: boolean;
  /** Of the outermost link around it. */
  link: string | undefined;
  contents: boolean;
}

/** What the fields around a piece of text make of it. */
export type FieldState =
  | { type: 'printed'; link: string | undefined }
  /** Part of a code. */
  | { type: 'code' }
  /** Part of a table of contents. */
  | { type: 'contents' };

/** Follows the beginnings and ends of fields through the runs of a text. */
export class Fields {
  readonly #open: Field[] = [];
  readonly #unpaired: Set<XmlElement>;
  #codes = 0;
  #contents = 0;

  /** `story` is the whole text: a field that is never closed is none. */
  constructor(story: XmlElement) {
    this.#unpaired = unpairedMarks(story);
  }

  /** A mark: the beginning of a field, of its result, or its end. */
  mark(element: XmlElement): void {
    if (this.#unpaired.has(element)) return;
    switch (element.attributes['w:fldCharType']) {
      case 'begin':
        this.#open.push({
          code: '',
          result: false,
          link: this.#open.at(-1)?.link,
          contents: false,
        });
        this.#codes++;
        break;
      case 'separate':
        this.#beginResult();
        break;
      case 'end': {
        const field = this.#open.pop();
        if (!field) break;
        if (!field.result) this.#codes--;
        if (field.contents) this.#contents--;
        break;
      }
    }
  }

  code(text: string): void {
    const field = this.#open.at(-1);
    if (field && !field.result) field.code += text;
  }

  get state(): FieldState {
    if (this.#codes > 0) return { type: 'code' };
    if (this.#contents > 0) return { type: 'contents' };
    return { type: 'printed', link: this.#open.at(-1)?.link };
  }

  #beginResult(): void {
    const field = this.#open.at(-1);
    if (!field || field.result) return;
    field.result = true;
    this.#codes--;
    field.link ??= linkOf(field.code);
    field.contents = isContents(field.code);
    if (field.contents) this.#contents++;
  }
}

/** The address in the code of a link: `HYPERLINK "https://…" \l "part"`. */
export function linkOf(code: string): string | undefined {
  const match = /^\s*HYPERLINK\s+(?:"([^"]*)"|([^\s"\\]\S*))?/i.exec(code);
  const address = match?.[1] ?? match?.[2];
  if (address === undefined || address.trim() === '') return undefined;
  const fragment = /\\l\s+"([^"]*)"/i.exec(code)?.[1];
  return fragment === undefined ? address.trim() : `${address.trim()}#${fragment}`;
}

export function isContents(code: string): boolean {
  return /^\s*(?:TOC|INDEX|TOA)\b/i.test(code);
}

function unpairedMarks(story: XmlElement): Set<XmlElement> {
  const open: XmlElement[] = [];
  const unpaired = new Set<XmlElement>();
  const walk = (parent: XmlElement): void => {
    for (const element of childElements(parent)) {
      if (element.name !== 'w:fldChar') {
        // Text boxes are texts of their own.
        if (element.name !== 'w:txbxContent') walk(element);
        continue;
      }
      const type = element.attributes['w:fldCharType'];
      if (type === 'begin') open.push(element);
      else if (type === 'end' && !open.pop()) unpaired.add(element);
    }
  };
  walk(story);
  for (const element of open) unpaired.add(element);
  return unpaired;
}
