/** Reads a text of the file, the article or a note, paragraph by paragraph. */
import { leftOutControls, readControl } from './controls.ts';
import { chosen } from './drawings.ts';
import type { Entry, ParagraphEntry } from './entries.ts';
import { Fields } from './fields.ts';
import { readInline } from './inline.ts';
import type { Part } from './parts.ts';
import { isBold, splitAtBlankLines, textOf, toPhrasing, type Piece } from './pieces.ts';
import type { Reading, Story } from './reading.ts';
import { wordsOf } from './review.ts';
import { readTable } from './tables.ts';
import { child, childElements, valueOf, type XmlElement } from './xml.ts';

/** Reads an element that holds paragraphs: the body of the file, a note, a text box. */
export function readStory(container: XmlElement, part: Part, reading: Reading): Entry[] {
  return readBlocks(container, { reading, part, fields: new Fields(container) });
}

/** Reads a part of a text: a cell of a table. */
export function readBlocks(container: XmlElement, story: Story): Entry[] {
  const reader = new BlockReader(story);
  reader.walk(container);
  reader.end();
  return reader.entries;
}

class BlockReader {
  readonly entries: Entry[] = [];
  readonly #story: Story;
  /** Text that the next paragraph goes on with: after a large first letter, or a deleted paragraph mark. */
  #pending: { paragraph: XmlElement; pieces: Piece[] } | undefined;

  constructor(story: Story) {
    this.#story = story;
  }

  walk(container: XmlElement): void {
    for (const element of childElements(container)) this.#block(element);
  }

  end(): void {
    const pending = this.#pending;
    this.#pending = undefined;
    if (pending) this.#addParagraph(pending.paragraph, pending.pieces, false);
  }

  #block(element: XmlElement): void {
    const { review } = this.#story.reading;
    switch (element.name) {
      case 'w:p':
        this.#paragraph(element);
        break;
      case 'w:tbl':
        this.end();
        for (const entry of readTable(element, this.#story, readBlocks)) this.entries.push(entry);
        break;
      case 'w:sdt':
        this.#control(element);
        break;
      case 'w:del':
      case 'w:moveFrom':
        if (element.name === 'w:del') review.deleted(wordsOf(element));
        break;
      case 'w:altChunk':
      case 'w:subDoc':
        review.leftOut('embedded document');
        break;
      case 'mc:AlternateContent':
        this.walk(chosen(element));
        break;
      case 'w:commentRangeStart':
        review.openComment(element.attributes['w:id']);
        break;
      case 'w:commentRangeEnd':
        review.closeComment(element.attributes['w:id']);
        break;
      case 'w:r':
      case 'w:hyperlink':
      case 'm:oMath':
      case 'm:oMathPara':
        // Runs belong into paragraphs; some programs put them beside.
        this.#paragraph({ name: 'w:p', attributes: {}, children: [element] });
        break;
      case 'w:sectPr':
        break;
      default:
        this.walk(element);
    }
  }

  #control(element: XmlElement): void {
    const { content, kind } = readControl(element);
    if (!content) return;
    if (kind === 'text') this.walk(content);
    else this.#story.reading.review.leftOut(leftOutControls[kind], wordsOf(content));
  }

  #paragraph(paragraph: XmlElement): void {
    const { reading } = this.#story;
    const properties = child(paragraph, 'w:pPr');
    const mark = child(properties, 'w:rPr');
    const { pieces, boxes, rule } = readInline(paragraph, this.#story);
    reading.review.endParagraph();
    if (child(mark, 'w:ins')) reading.review.inserted();

    const all = this.#pending?.pieces ?? [];
    this.#pending = undefined;
    for (const piece of pieces) all.push(piece);
    const isJoined = child(mark, 'w:del') !== undefined || child(mark, 'w:moveFrom') !== undefined;
    const isDropCap = /^(?:drop|margin)$/.test(
      child(properties, 'w:framePr')?.attributes['w:dropCap'] ?? '',
    );
    if (isJoined || isDropCap) this.#pending = { paragraph, pieces: all };
    else this.#addParagraph(paragraph, all, rule || isBorder(properties));
    for (const box of boxes) {
      const entries = readStory(box, this.#story.part, reading);
      if (entries.length > 0) this.entries.push({ type: 'box', entries });
    }
  }

  #addParagraph(paragraph: XmlElement, pieces: readonly Piece[], rule: boolean): void {
    const { styles, numbering, review } = this.#story.reading;
    const properties = child(paragraph, 'w:pPr');
    const role = styles.roleOf(properties);
    // Numbers count also where they aren't printed.
    const place = numbering.placeOf(properties);
    if (role?.type === 'contents') {
      const words = textOf(pieces);
      if (words.trim() !== '') review.leftOutRun('table of contents', `${words} `);
      return;
    }
    const isCode = role?.type === 'code';
    const parts = isCode ? [pieces] : splitAtBlankLines(pieces);
    let isFirst = true;
    for (const part of parts) {
      const children = toPhrasing(part);
      const text = isCode ? textOf(part) : runningText(children);
      if (children.length === 0) continue;
      if (isSeparator(text)) {
        this.entries.push({ type: 'node', node: { type: 'thematicBreak' } });
        continue;
      }
      const entry: ParagraphEntry = {
        type: 'paragraph',
        role,
        children,
        text,
        place:
          role?.type === 'heading'
            ? undefined
            : place && { ...place, continues: place.continues || !isFirst },
        bold: isBold(part),
      };
      this.entries.push(entry);
      isFirst = false;
    }
    if (rule && isFirst) this.entries.push({ type: 'node', node: { type: 'thematicBreak' } });
  }
}

/** Whether a paragraph is drawn as a line across the page. */
function isBorder(properties: XmlElement | undefined): boolean {
  const borders = child(properties, 'w:pBdr');
  return ['w:top', 'w:bottom'].some((side) => {
    const value = valueOf(borders, side);
    return value !== undefined && !/^(?:nil|none)$/.test(value);
  });
}

/** Three or more like marks and nothing else: a break between sections. */
function isSeparator(text: string): boolean {
  const marks = text.replace(/\s+/g, '');
  return /^(?:\*{3,}|-{3,}|_{3,}|={3,}|~{3,}|–{3,}|—{3,}|⁂|❦|☙)$/.test(marks);
}

function runningText(nodes: readonly ParagraphEntry['children'][number][]): string {
  return nodes
    .map((node) => {
      if (node.type === 'break') return '\n';
      if ('children' in node) return runningText(node.children);
      return 'value' in node ? node.value : '';
    })
    .join('');
}
