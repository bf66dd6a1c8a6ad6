/** What stands in a paragraph: runs of text, links, marks of notes, drawings, changes, comments. */
import { leftOutControls, readControl } from './controls.ts';
import { isContents, linkOf } from './fields.ts';
import { chosen, readDrawing } from './drawings.ts';
import { formula } from './math.ts';
import { unmarked, type Marks, type Piece } from './pieces.ts';
import type { Story } from './reading.ts';
import { wordsOf } from './review.ts';
import type { RunFormat } from './styles.ts';
import { fontText, shifted, symbol } from './symbols.ts';
import { child, childElements, textContent, type XmlElement } from './xml.ts';

export interface Inline {
  pieces: Piece[];
  /** Texts in boxes that are tied to the paragraph. */
  boxes: XmlElement[];
  /** The paragraph holds a line across the page. */
  rule: boolean;
}

/** Elements that say nothing of the text. */
const silent = new Set(
  (
    'w:pPr w:rPr w:bookmarkStart w:bookmarkEnd w:proofErr w:permStart w:permEnd w:lastRenderedPageBreak ' +
    'w:footnoteRef w:endnoteRef w:annotationRef w:separator w:continuationSeparator w:pgNum w:sdtPr w:sdtEndPr ' +
    'w:smartTagPr w:customXmlPr w:moveFromRangeStart w:moveFromRangeEnd w:moveToRangeStart w:moveToRangeEnd ' +
    'w:commentReference w:sectPr w:rubyPr'
  ).split(' '),
);

/** Reads what stands in a paragraph, or in another element that holds runs. */
export function readInline(paragraph: XmlElement, story: Story): Inline {
  const reader = new InlineReader(paragraph, story);
  reader.walk(paragraph, undefined);
  return reader.inline;
}

class InlineReader {
  readonly inline: Inline = { pieces: [], boxes: [], rule: false };
  readonly #story: Story;
  readonly #language: string | undefined;
  readonly #isHidden: boolean;

  constructor(paragraph: XmlElement, story: Story) {
    this.#story = story;
    const properties = child(paragraph, 'w:pPr');
    const { styles } = story.reading;
    this.#language = styles.language(properties);
    this.#isHidden = styles.isHidden(properties);
  }

  walk(parent: XmlElement, link: string | undefined): void {
    for (const element of childElements(parent)) this.#element(element, link);
  }

  #element(element: XmlElement, link: string | undefined): void {
    const { reading, part } = this.#story;
    const { review } = reading;
    const { attributes } = element;
    if (silent.has(element.name)) return;
    switch (element.name) {
      case 'w:r':
        this.#run(element, link);
        break;
      case 'w:hyperlink': {
        const id = attributes['r:id'];
        const target = id === undefined ? undefined : part.relationships.get(id);
        const anchor = attributes['w:anchor'];
        // A link within the file leads to a bookmark, and there are none in an article.
        const url = target?.external
          ? `${target.target}${anchor === undefined || target.target.includes('#') ? '' : `#${anchor}`}`
          : undefined;
        this.walk(element, link ?? url);
        break;
      }
      case 'w:fldSimple': {
        const code = attributes['w:instr'] ?? '';
        if (isContents(code)) review.leftOut('table of contents', wordsOf(element));
        else this.walk(element, link ?? linkOf(code));
        break;
      }
      case 'w:ins':
        review.inserted();
        this.walk(element, link);
        break;
      case 'w:moveTo':
        review.moved();
        this.walk(element, link);
        break;
      case 'w:del':
      case 'w:moveFrom':
        this.#delete(element);
        break;
      case 'w:commentRangeStart':
        review.openComment(attributes['w:id']);
        break;
      case 'w:commentRangeEnd':
        review.closeComment(attributes['w:id']);
        break;
      case 'w:sdt':
        this.#control(element, link);
        break;
      case 'mc:AlternateContent':
        this.walk(chosen(element), link);
        break;
      case 'm:oMath':
      case 'm:oMathPara':
        this.#text(formula(element), {}, link);
        break;
      default:
        // What is only wrapped around runs: smart tags, directions, elements of programs that are not known.
        this.walk(element, link);
    }
  }

  #control(element: XmlElement, link: string | undefined): void {
    const { content, kind } = readControl(element);
    if (!content) return;
    if (kind === 'text') this.walk(content, link);
    else this.#story.reading.review.leftOut(leftOutControls[kind], wordsOf(content));
  }

  #delete(element: XmlElement): void {
    const { review, notes } = this.#story.reading;
    // Fields begin and end in deleted runs as well.
    for (const mark of marksIn(element, 'w:fldChar')) this.#story.fields.mark(mark);
    // What was moved is printed where it was moved to.
    if (element.name === 'w:moveFrom') return;
    const words = [rawWords(element)];
    for (const kind of ['footnote', 'endnote'] as const) {
      for (const mark of marksIn(element, `w:${kind}Reference`)) {
        words.push(` ${notes.delete(kind, mark.attributes['w:id'])}`);
      }
    }
    review.deleted(words.join(''));
  }

  #run(run: XmlElement, link: string | undefined): void {
    const format = this.#story.reading.styles.runFormat(child(run, 'w:rPr'));
    const isHidden = format.hidden ?? this.#isHidden;
    let custom = false;
    for (const element of childElements(run)) {
      switch (element.name) {
        case 'w:fldChar':
          this.#story.fields.mark(element);
          continue;
        case 'w:instrText':
          this.#story.fields.code(textContent(element));
          continue;
      }
      if (isHidden) {
        this.#hidden(element);
        continue;
      }
      if (custom && element.name === 'w:t') {
        // The author's own mark of a note, which gets a number instead.
        custom = false;
        if (textContent(element).trim().length <= 3) continue;
      }
      if (element.name === 'w:footnoteReference' || element.name === 'w:endnoteReference') {
        custom = /^(?:1|true|on)$/.test(element.attributes['w:customMarkFollows'] ?? '');
      }
      this.#runContent(element, format, link);
    }
  }

  #hidden(element: XmlElement): void {
    const words = element.name === 'w:t' ? textContent(element) : wordsOf(element);
    if (words !== '') this.#story.reading.review.leftOutRun('hidden text', words);
  }

  #runContent(element: XmlElement, format: RunFormat, link: string | undefined): void {
    switch (element.name) {
      case 'w:t':
        // Word shows a line ending within a text as a space.
        this.#text(
          fontText(textContent(element).replace(/\r\n|\n|\r/g, ' '), format.font),
          format,
          link,
        );
        break;
      case 'w:sym':
        this.#text(symbolOf(element), format, link);
        break;
      case 'w:tab':
      case 'w:ptab':
        this.#text(' ', format, link);
        break;
      case 'w:noBreakHyphen':
        this.#text('\u2011', format, link);
        break;
      case 'w:softHyphen':
        this.#text('\u00ad', format, link);
        break;
      case 'w:cr':
        this.#push({ ...marksOf(format, link), type: 'break' });
        break;
      case 'w:br':
        // A page or a column breaks off at any word.
        if (/^(?:page|column)$/.test(element.attributes['w:type'] ?? ''))
          this.#text(' ', format, link);
        else this.#push({ ...marksOf(format, link), type: 'break' });
        break;
      case 'w:footnoteReference':
      case 'w:endnoteReference':
        this.#note(element);
        break;
      case 'w:drawing':
      case 'w:pict':
      case 'w:object':
        this.#drawing(element, link);
        break;
      case 'w:ruby':
        this.#ruby(element, link);
        break;
      case 'w:delText':
        this.#story.reading.review.deleted(textContent(element));
        break;
      case 'mc:AlternateContent':
        for (const each of childElements(chosen(element))) this.#runContent(each, format, link);
        break;
      default:
        this.#element(element, link);
    }
  }

  #text(value: string, format: RunFormat, link: string | undefined): void {
    if (value === '') return;
    const text = format.position === undefined ? value : shifted(value, format.position);
    const language = format.language ?? this.#language;
    this.#push({ ...marksOf(format, link), type: 'text', value: text }, language);
  }

  #push(piece: Piece, language?: string): void {
    const { fields, reading } = this.#story;
    const { state } = fields;
    const words = piece.type === 'text' ? piece.value : '';
    if (state.type !== 'printed') {
      const what = state.type === 'code' ? 'code of a field' : 'table of contents';
      if (words !== '') reading.review.leftOutRun(what, words);
      return;
    }
    piece.link ??= state.link;
    this.inline.pieces.push(piece);
    reading.review.printed(words);
    reading.languages.add(language, words);
  }

  #note(element: XmlElement): void {
    const kind = element.name === 'w:footnoteReference' ? 'footnote' : 'endnote';
    const node = this.#story.reading.notes.mark(kind, element.attributes['w:id']);
    if (node) this.#push({ ...unmarked, type: 'node', node });
  }

  #drawing(element: XmlElement, link: string | undefined): void {
    const { images, boxes, rule } = readDrawing(element, this.#story);
    const target = linkOfDrawing(element, this.#story);
    for (const node of images) {
      this.#push({ ...unmarked, link: link ?? target, type: 'node', node });
    }
    for (const box of boxes) this.inline.boxes.push(box);
    if (rule) this.inline.rule = true;
  }

  /** The reading of a word in brackets after it. */
  #ruby(element: XmlElement, link: string | undefined): void {
    const [base, reading] = [child(element, 'w:rubyBase'), child(element, 'w:rt')];
    if (base) this.walk(base, link);
    if (!reading) return;
    this.#text('(', {}, link);
    this.walk(reading, link);
    this.#text(')', {}, link);
  }
}

function marksOf(format: RunFormat, link: string | undefined): Marks {
  return {
    bold: format.bold ?? false,
    italic: format.italic ?? false,
    strike: format.strike ?? false,
    code: format.code ?? false,
    link,
  };
}

function symbolOf({ attributes }: XmlElement): string {
  return symbol(attributes['w:font'], Number.parseInt(attributes['w:char'] ?? '', 16));
}

function linkOfDrawing(element: XmlElement, story: Story): string | undefined {
  const anchor = child(element, 'wp:inline') ?? child(element, 'wp:anchor');
  const id = child(child(anchor, 'wp:docPr'), 'a:hlinkClick')?.attributes['r:id'];
  const target = id === undefined ? undefined : story.part.relationships.get(id);
  return target?.external ? target.target : undefined;
}

function marksIn(element: XmlElement, name: string): XmlElement[] {
  return childElements(element).flatMap((each) =>
    each.name === name ? [each] : marksIn(each, name),
  );
}

/** Deleted words as they stood, with their spaces. */
function rawWords(element: XmlElement): string {
  return childElements(element)
    .map((each) => {
      if (each.name === 'w:delText' || each.name === 'w:t') return textContent(each);
      return each.name === 'w:tab' || each.name === 'w:br' ? ' ' : rawWords(each);
    })
    .join('');
}
