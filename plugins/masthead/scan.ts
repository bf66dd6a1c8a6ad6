/**
 * Walks over the blocks at the head and at the foot of an article and takes those that belong to the masthead.
 *
 * A block is taken only when all of its words are understood. The first one that isn't ends the walk: it is the beginning of the
 * body. What is taken depends as little as possible on what stands before it, so that a body whose masthead has
 * been taken off already loses nothing more.
 */
import type { Image, Link, Root } from 'mdast';
import type { VFile } from 'vfile';
import {
  report,
  type MastheadContent,
  type MastheadRole,
  type StatedMetadata,
} from '../../src/model/index.ts';
import type { Range } from '../../src/text/index.ts';
import {
  blockFrom,
  candidate,
  holdsMore,
  isImageBlock,
  isTextNode,
  setImage,
  type Candidate,
} from './blocks.ts';
import { isShortCaption, readCaption, type Caption } from './caption.ts';
import { countWords, sameTitle, sameWords } from './compare.ts';
import { agree, isHour, type FoundDate } from './date-line.ts';
import { readDateline, type Dateline } from './dateline.ts';
import { endsSentence, fitsHeadline, fitsSubtitle, looksLikeHeadline } from './headline.ts';
import { isBareAuthor } from './byline.ts';
import { isFurniture } from './furniture.ts';
import { readInContext } from './context.ts';
import { fieldless, lineOf, readLine, type Line, type LineOptions } from './line.ts';
import { isPlace } from './places.ts';
import { isSection } from './section.ts';
import { isSiteName } from './site-name.ts';
import type { Settings } from './index.ts';

/** No masthead has more blocks. */
const mostBlocks = 16;

/** How many lines below one are looked at to tell what it is. */
const linesBelow = 4;

/** Nothing longer stands above a headline. */
const longestLeadIn = 100;

/** A line that was taken, and where it stands. */
export interface TakenLine {
  line: Line;
  from: Candidate;
  range: Range;
}

export interface TakenDateline extends Dateline {
  text: string;
}

export interface Taken {
  blocks: MastheadContent[];
  lines: TakenLine[];
  /** Credits whose label ("Photo by") is in no block. */
  credits: { from: Candidate; range: Range }[];
  /** The title was found in the text. */
  /** Links in lines that are printed nowhere, and around nothing but white space, which no block of words holds. */
  droppedLinks: Set<Link>;
  title: boolean;
  subtitle: boolean;
  dateline: TakenDateline | undefined;
  /** Stated images whose caption was found in the text. */
  images: Set<NonNullable<StatedMetadata['images']>[number]>;
}

type Step = 'taken' | 'passed' | 'stop';

export function scan(tree: Root, file: VFile, settings: Settings): Taken {
  return new Scan(tree, file, settings).run();
}

class Scan {
  readonly #tree: Root;
  readonly #file: VFile;
  readonly #settings: Settings;
  readonly #stated: StatedMetadata;
  readonly #taken: Taken = {
    blocks: [],
    lines: [],
    credits: [],
    droppedLinks: new Set(),
    title: false,
    subtitle: false,
    dateline: undefined,
    images: new Set(),
  };
  readonly #gone = new Set<Root['children'][number]>();
  #lastRole: MastheadRole | undefined;
  #lastWords: string | undefined;
  #image: Image | undefined;
  #otherHeading = false;
  /** Titles, subtitles and captions that were taken. */
  readonly #printed: string[] = [];

  constructor(tree: Root, file: VFile, settings: Settings) {
    this.#tree = tree;
    this.#file = file;
    this.#settings = settings;
    this.#stated = file.data.stated ?? {};
  }

  run(): Taken {
    const bodyStart = this.#head();
    this.#foot(bodyStart);
    if (this.#settings.datelines) this.#dateline(bodyStart);
    this.#tree.children = this.#tree.children.filter((node) => !this.#gone.has(node));
    return this.#taken;
  }

  /** @returns the index of the first block that is not of the masthead. */
  #head(): number {
    const { children } = this.#tree;
    let rule: number | undefined;
    let index = 0;
    for (let blocks = 0; index < children.length && blocks < mostBlocks; index++, blocks++) {
      const node = children[index];
      if (node?.type === 'yaml' || node?.type === 'definition') continue;
      if (node?.type === 'thematicBreak' && rule === undefined && this.#taken.blocks.length > 0) {
        rule = index;
        continue;
      }
      if (!isTextNode(node)) break;
      const block = candidate(node, this.#file);
      const step = this.#step(block, index);
      if (step === 'stop') break;
      if (step !== 'taken') continue;
      this.#gone.add(node);
      // A rule between two lines of the masthead parts nothing any more.
      if (rule !== undefined) this.#gone.add(children[rule] as Root['children'][number]);
      rule = undefined;
    }
    return rule ?? index;
  }

  #step(block: Candidate, index: number): Step {
    if (isImageBlock(block)) {
      const image = block.node.children.find((child) => child.type === 'image');
      this.#image = image;
      return 'passed';
    }
    if (block.lines.length === 0 || holdsMore(block.view)) return 'stop';
    if (block.lines.length > 1) return this.#severalLines(block, index);
    const range = block.lines[0] as Range;
    const text = block.text.slice(range.start, range.end);
    return (
      this.#statedPart(block, range, text) ??
      this.#aboveTitle(block, range, text, index) ??
      this.#heading(block, range, text) ??
      this.#line(block, range, text, index) ??
      this.#caption(block, range, text, index) ??
      this.#headline(block, range, text, index) ??
      this.#subtitle(block, range, text, index) ??
      'stop'
    );
  }

  /** What repeats the title, subtitle or caption, stated or taken already. A second copy is printed nowhere. */
  #statedPart(block: Candidate, range: Range, text: string): Step | undefined {
    const { title, subtitle, images } = this.#stated;
    const copy = this.#printed.some((words) => sameWords(words, text));
    if (copy) return this.#take(block, range, 'other', true);
    if (title !== undefined && !this.#taken.title && this.#isTitle(title, text, block)) {
      this.#reportShortened(title, text, block, range);
      return this.#take(block, range, 'title');
    }
    if (subtitle !== undefined && !this.#taken.subtitle && sameWords(subtitle, text)) {
      return this.#take(block, range, 'subtitle');
    }
    const image = images?.find(
      (each) =>
        each.caption !== undefined &&
        !this.#taken.images.has(each) &&
        sameWords(each.caption, text),
    );
    if (!image || !this.#settings.captions) return undefined;
    this.#taken.images.add(image);
    this.#take(block, range, 'caption');
    const { credit, src, alt } = image;
    setImage(this.#taken.blocks.at(-1), { credit, src, alt });
    return 'taken';
  }

  /** Whether a block is the stated title. In front matter that an author wrote, a site's name stands beside the words of a heading only. */
  #isTitle(stated: string, text: string, { node }: Candidate): boolean {
    if (this.#file.data.source?.format !== 'markdown') return sameTitle(stated, text);
    return node.type === 'heading' ? sameTitle(stated, text, true) : sameWords(stated, text);
  }

  /** What an author wrote beside the words of the headline is told; in the title of a page it is the name of the site. */
  #reportShortened(stated: string, text: string, block: Candidate, range: Range): void {
    if (this.#file.data.source?.format !== 'markdown' || sameWords(stated, text)) return;
    report(
      this.#file,
      'masthead/unused-words',
      `Unexpected words beside the headline in “${stated}”, expected “${text}” as below it`,
      { place: block.view.place(range.start, range.end) ?? block.node, actual: stated },
    );
  }

  /** A heading of the first depth, where no title is stated. */
  #heading(block: Candidate, range: Range, text: string): Step | undefined {
    if (block.node.type !== 'heading' || block.node.depth !== 1) return undefined;
    if (!fitsHeadline(text) || readLine(text, { order: this.#settings.dayMonth, bylines: false }))
      return undefined;
    const stated = this.#stated.title;
    if (stated === undefined && !this.#taken.title) return this.#take(block, range, 'title');
    // Another heading is passed over once, with a stated title as with one that was taken.
    if (this.#otherHeading) return undefined;
    this.#otherHeading = true;
    if (stated !== undefined && !this.#taken.title) {
      this.#conflict('title', text, stated, block, range);
    }
    return 'passed';
  }

  /** "Title: …" above lines with labels of their own. */
  #titleLabel(block: Candidate, range: Range, text: string, below: string | undefined): boolean {
    if (this.#isTitled()) return false;
    const label = titleLabel.exec(text)?.[0].length;
    if (label === undefined) return false;
    if (this.#taken.lines.length === 0 && (below === undefined || !this.#read(below))) return false;
    this.#taken.credits.push({ from: block, range });
    this.#take(block, { start: range.start + label, end: range.end }, 'title');
    return true;
  }

  /** The section, or the name of the site, above a headline. */
  #leadIn(block: Candidate, text: string, index: number): Line | undefined {
    if (text.length > longestLeadIn || this.#isTitled() || this.#isHeadline(block))
      return undefined;
    const section = isSection(text) || isPlace(text.trim()) || isHour(text);
    const [below] = this.#below(index);
    if (!section && !isSiteName(text, below, this.#settings.dayMonth)) return undefined;
    if (!this.#headlineFollows(index)) return undefined;
    const name = text.trim();
    return section
      ? fieldless(text)
      : lineOf('publication', { publication: { name, volume: null, issue: null } });
  }

  /** Whether whoever wrote it made a block the headline; in plain text nobody can. */
  #isHeadline({ node }: Candidate): boolean {
    return node.type === 'heading' && node.depth === 1 && this.#file.data.source?.format !== 'text';
  }

  #takeLine(block: Candidate, range: Range, line: Line): void {
    this.#take(block, range, line.role);
    this.#taken.lines.push({ line, from: block, range });
  }

  /** Whether one of the next blocks is a headline, with nothing before it but lines of the masthead. */
  #headlineFollows(index: number): boolean {
    for (const [at, text] of this.#below(index).entries()) {
      if (this.#read(text) || isSection(text) || isPlace(text)) continue;
      const isHeadline = looksLikeHeadline(text) && countWords(text) >= 3;
      return isHeadline && this.#hasBody(index + at + 1);
    }
    return false;
  }

  #aboveTitle(block: Candidate, range: Range, text: string, index: number): Step | undefined {
    if (this.#titleLabel(block, range, text, this.#nextText(index))) return 'taken';
    const line = this.#leadIn(block, text, index);
    if (!line) return undefined;
    this.#takeLine(block, range, line);
    return 'taken';
  }

  #line(block: Candidate, range: Range, text: string, index: number): Step | undefined {
    const below = (): string[] => this.#below(index);
    const line = readInContext(
      text,
      {
        above: this.#lastRole,
        wordsAbove: this.#lastWords,
        titled: this.#isTitled(),
        // Most blocks are paragraphs, for which nothing is looked at below them.
        get below() {
          return below();
        },
      },
      this.#lineOptions(),
    );
    if (!line) return undefined;
    if (block.node.type === 'heading' && line.role === 'date' && this.#isDiary(block))
      return undefined;
    if (line.source && (this.#image || this.#lastRole === 'caption')) return undefined;
    const known = this.#taken.lines.find((each) => each.line.publication)?.line.publication;
    if (known && line.publication && !sameWords(known.name, line.publication.name)) return 'passed';
    if (!this.#agrees(line, block, range)) return 'passed';
    this.#takeLine(block, range, line);
    return 'taken';
  }

  #read(text: string): Line | undefined {
    return readLine(text, this.#lineOptions());
  }

  #lineOptions(): LineOptions {
    const { bylines, dayMonth } = this.#settings;
    return { bylines, order: dayMonth };
  }

  #isTitled(): boolean {
    return this.#taken.title || this.#stated.title !== undefined;
  }

  /** Whether dates are the headings of this article's sections. */
  #isDiary(block: Candidate): boolean {
    return this.#tree.children.some(
      (node) =>
        node !== block.node &&
        node.type === 'heading' &&
        this.#read(candidate(node, this.#file).text)?.role === 'date',
    );
  }

  /** Whether a line says what is stated; reports where it says something else. */
  #agrees(line: Line, block: Candidate, range: Range): boolean {
    const { authors, publication, date, url } = this.#stated;
    const text = block.text.slice(range.start, range.end);
    const differ = (what: string, stated: string): false => {
      this.#conflict(what, text, stated, block, range);
      return false;
    };
    const names = (list: readonly { name: string }[]): string =>
      list.map((author) => author.name).join(', ');
    if (authors && line.authors.length > 0) {
      const stated = names(authors);
      const same =
        line.authors.length === authors.length &&
        line.authors.every((name) => authors.some((author) => sameWords(author.name, name)));
      if (!same) return differ('author', stated);
    }
    if (publication && line.publication && !sameWords(publication.name, line.publication.name)) {
      return differ('publication', publication.name);
    }
    const published = line.dates.find((each) => !each.updated);
    if (date && published && !agree(date.value, published.value)) {
      if (!(published.otherReading && agree(date.value, published.otherReading)))
        return differ('date', date.value);
    }
    if (url !== undefined && line.url !== undefined && url !== line.url)
      return differ('address', url);
    return true;
  }

  #caption(block: Candidate, range: Range, text: string, index: number): Step | undefined {
    if (!this.#settings.captions) return undefined;
    const found = readCaption(text);
    if (!found) return undefined;
    const anchored = this.#isTitled() || this.#image !== undefined || this.#lastRole === 'caption';
    // "Photos: Harbour Wall Collapses" is a headline.
    if (!found.caption && !anchored) return undefined;
    const sure =
      !found.unsure ||
      (found.caption === undefined && (this.#image !== undefined || this.#lastRole === 'caption'));
    if (!sure && !this.#isCaption(text, found, index)) return undefined;
    const stated = this.#statedImage(text, found);
    if (stated === null) return undefined;
    this.#takeCaption(block, range, found);
    if (stated) this.#taken.images.add(stated);
    return 'taken';
  }

  /** Whether a block that may also be prose is so short, and what follows so much longer, that it is a caption. */
  #isCaption(text: string, found: Caption, index: number): boolean {
    if (!found.caption || !isShortCaption(text)) return false;
    const titled = this.#isTitled() || this.#image !== undefined;
    const sentences =
      text.slice(0, found.caption.end).match(/[.!?]["”’)]?\s+\p{Lu}\p{Ll}/gu)?.length ?? 0;
    const next = this.#nextText(index);
    if (!titled || sentences > 1 || next === undefined) return false;
    return countWords(next) > countWords(text) || this.#read(next) !== undefined;
  }

  /** The stated image that is meant; null where captions are stated and this is none of them. */
  #statedImage(
    text: string,
    found: Caption,
  ): NonNullable<StatedMetadata['images']>[number] | null | undefined {
    const images = this.#stated.images?.filter(
      (image) => image.caption !== undefined || image.credit !== undefined,
    );
    if (!images || images.length === 0) return undefined;
    const words = (range: Range | undefined): string | undefined =>
      range && text.slice(range.start, range.end);
    const [caption, credit] = [words(found.caption), words(found.credit)];
    const same = (a: string | undefined, b: string | undefined): boolean =>
      a !== undefined && b !== undefined && sameWords(a, b);
    return (
      images.find((image) =>
        caption ? same(image.caption, caption) : same(image.credit, credit),
      ) ?? null
    );
  }

  #takeCaption(block: Candidate, range: Range, found: Caption): void {
    const move = (part: Range): Range => ({
      start: part.start + range.start,
      end: part.end + range.start,
    });
    const { blocks } = this.#taken;
    if (found.caption) {
      blocks.push(blockFrom(block, move(found.caption), 'caption', this.#file));
      if (this.#image)
        setImage(blocks.at(-1), { src: this.#image.url, alt: this.#image.alt ?? undefined });
      this.#image = undefined;
    }
    if (found.credit) {
      blocks.push(blockFrom(block, move(found.credit), 'credit', this.#file));
      const start = found.caption ? range.start + found.caption.end : range.start;
      this.#taken.credits.push({ from: block, range: { start, end: range.end } });
    }
    this.#lastRole = 'caption';
    if (found.truncated) {
      const stub = move(found.truncated);
      const words = block.text.slice(stub.start, stub.end);
      report(
        this.#file,
        'masthead/truncated-credit',
        `Unexpected end of caption at “${words}”, expected the rest of its credit`,
        { place: block.view.place(stub.start, stub.end) ?? block.node, actual: words },
      );
    }
    if (found.brokenOff && found.caption) {
      const { start, end } = move(found.caption);
      report(
        this.#file,
        'masthead/truncated-caption',
        'Unexpected end of caption, expected the rest of its sentence',
        {
          place: block.view.place(Math.max(start, end - 1), end) ?? block.node,
          actual: block.text.slice(start, end),
        },
      );
    }
  }

  /** A short first paragraph, or a subhead that stands first, where no title is stated. */
  #headline(block: Candidate, range: Range, text: string, index: number): Step | undefined {
    if (this.#isTitled() || this.#image) return undefined;
    if (block.node.type === 'heading' && block.node.depth > 2) return undefined;
    if (!looksLikeHeadline(text) || !this.#hasBody(index)) return undefined;
    if (readCaption(text)?.unsure === false) return undefined;
    return this.#take(block, range, 'title');
  }

  /** A standfirst right below a headline that stood in the text. */
  #subtitle(block: Candidate, range: Range, text: string, index: number): Step | undefined {
    if (this.#lastRole !== 'title' || this.#taken.subtitle || this.#stated.subtitle !== undefined)
      return undefined;
    if (this.#stated.title !== undefined || !fitsSubtitle(text) || isBareAuthor(text))
      return undefined;
    if (readDateline(text)?.sure || readCaption(text)) return undefined;
    const next = this.#nextText(index);
    if (next === undefined) return undefined;
    const line = readInContext(
      next,
      {
        above: 'subtitle',
        wordsAbove: text,
        below: this.#below(index).slice(1),
        titled: true,
      },
      this.#lineOptions(),
    );
    const followed =
      (line !== undefined && line.role !== 'other' && line.source !== true) ||
      (this.#settings.captions && readCaption(next)?.unsure === false);
    if (!followed) {
      // Without a line of the masthead after it, only what can be no sentence of the body.
      const alone = block.node.type !== 'heading' || !this.#hasHeading(block.node.depth, index);
      const body =
        endsSentence(next) && !/[:,;]$/u.test(next) && countWords(next) >= 2 * countWords(text);
      if (!alone || !body || !looksLikeHeadline(text) || countWords(text) < 4) return undefined;
    }
    return this.#take(block, range, 'subtitle');
  }

  /** A block whose lines are parts of the masthead, all of them. */
  #severalLines(block: Candidate, index: number): Step {
    const texts = block.lines.map(({ start, end }) => block.text.slice(start, end));
    const first = texts[0] as string;
    const stated = this.#stated.title;
    const known = this.#read(first) !== undefined;
    const leadIn = known ? undefined : this.#leadIn(block, first, index);
    const titled =
      !this.#taken.title &&
      !leadIn &&
      !known &&
      (stated === undefined ? looksLikeHeadline(first) : this.#isTitle(stated, first, block));
    const lines: Line[] = leadIn ? [leadIn] : [];
    const skipped = titled || leadIn ? 1 : 0;
    let above = titled ? ('title' as const) : this.#lastRole;
    for (const [at, text] of texts.entries()) {
      if (at < skipped) continue;
      const line = readInContext(
        text,
        {
          above,
          wordsAbove: texts[at - 1],
          below: texts.slice(at + 1, at + 1 + linesBelow),
          titled: titled || this.#isTitled(),
        },
        this.#lineOptions(),
      );
      if (!line) return 'stop';
      above = line.role;
      lines.push(line);
    }
    if (lines.length === 0) return 'stop';
    const ranges = titled ? block.lines.slice(1) : block.lines;
    if (!lines.every((line, at) => this.#agrees(line, block, ranges[at] as Range))) return 'passed';
    if (titled) {
      const range = block.lines[0] as Range;
      if (!this.#titleLabel(block, range, first, texts[1])) this.#take(block, range, 'title');
    }
    for (const [at, line] of lines.entries()) this.#takeLine(block, ranges[at] as Range, line);
    return 'taken';
  }

  /** Lines below the text that say when and where it came out. */
  #foot(bodyStart: number): void {
    const { children } = this.#tree;
    for (let index = children.length - 1; index > bodyStart; index--) {
      const node = children[index];
      if (node?.type === 'definition' || node?.type === 'footnoteDefinition') continue;
      if (node?.type !== 'paragraph') return;
      const block = candidate(node, this.#file);
      if (holdsMore(block.view)) return;
      if (this.#takeFurniture(block)) continue;
      const range = block.lines[0];
      if (!range || block.lines.length > 1) return;
      const line = this.#read(block.text.slice(range.start, range.end));
      if (!line?.labelled || line.authors.length > 0) return;
      const known = this.#taken.lines.find((each) => each.line.publication)?.line.publication;
      if (known && line.publication && !sameWords(known.name, line.publication.name)) return;
      if (!this.#agrees(line, block, range)) return;
      this.#take(block, range, line.role);
      this.#taken.lines.push({ line, from: block, range });
      this.#gone.add(node);
    }
  }

  /** Buttons below the text. A single word there may be the last one of the article. */
  #takeFurniture(block: Candidate): boolean {
    const texts = block.lines.map(({ start, end }) => block.text.slice(start, end));
    if (texts.length === 0 || !texts.every(isFurniture) || countWords(block.text) < 2) return false;
    for (const [at, range] of block.lines.entries())
      this.#takeLine(block, range, fieldless(texts[at] as string));
    this.#gone.add(block.node);
    return true;
  }

  /** The dateline of the first paragraph of the body. */
  #dateline(bodyStart: number): void {
    const { children } = this.#tree;
    const index = children.findIndex(
      (node, at) =>
        at >= bodyStart &&
        node.type !== 'yaml' &&
        node.type !== 'definition' &&
        !(isTextNode(node) && isImageBlock(candidate(node, this.#file))),
    );
    const node = children[index];
    if (node?.type !== 'paragraph' || this.#gone.has(node)) return;
    const block = candidate(node, this.#file);
    const found = readDateline(block.text);
    if (!found || block.text.slice(found.bodyStart).trim() === '') return;
    if (!found.sure && this.#isPattern(index)) return;
    const range = { start: 0, end: found.end };
    const text = block.text.slice(0, found.end);
    const stated = this.#stated.dateline;
    if (stated !== undefined && !sameWords(stated, text)) {
      this.#conflict('dateline', text, stated, block, range);
      return;
    }
    const start = text.length - text.trimStart().length;
    const made = blockFrom(block, { start, end: found.end }, 'dateline', this.#file);
    const place = block.view.place(found.bodyStart, block.text.length);
    block.view.remove(0, found.bodyStart);
    if (place && node.position) node.position = { start: place.start, end: node.position.end };
    this.#taken.blocks.push(made);
    this.#taken.dateline = { ...found, text: text.trim() };
  }

  /** Whether another paragraph begins with a word in capitals and a dash as well: an interview, a list of reports. */
  #isPattern(index: number): boolean {
    return this.#tree.children.some(
      (node, at) =>
        at > index &&
        node.type === 'paragraph' &&
        readDateline(textStart(candidate(node, this.#file).text)) !== undefined,
    );
  }

  #take(block: Candidate, range: Range, role: MastheadRole, copy = false): 'taken' {
    // What belongs to no field is told, and printed nowhere.
    const isPrinted = role !== 'other';
    if (isPrinted) this.#taken.blocks.push(blockFrom(block, range, role, this.#file));
    for (const { node, start, end } of block.view.spans('link')) {
      const isDropped = !isPrinted && start < range.end && end > range.start;
      if (isDropped || block.text.slice(start, end).trim() === '')
        this.#taken.droppedLinks.add(node);
    }
    if (role === 'title') this.#taken.title = true;
    if (role === 'subtitle') this.#taken.subtitle = true;
    if (!copy) this.#lastRole = role;
    this.#lastWords = block.text.slice(range.start, range.end);
    if (role === 'title' || role === 'subtitle' || role === 'caption') {
      this.#printed.push(block.text.slice(range.start, range.end));
    }
    return 'taken';
  }

  /** The texts of the next few blocks of a line each. */
  #below(index: number): string[] {
    const found: string[] = [];
    for (const node of this.#tree.children.slice(index + 1, index + 1 + linesBelow)) {
      if (!isTextNode(node)) break;
      found.push(candidate(node, this.#file).text.trim());
    }
    return found;
  }

  #nextText(index: number): string | undefined {
    for (const node of this.#tree.children.slice(index + 1, index + 4)) {
      if (!isTextNode(node)) {
        if (node.type === 'thematicBreak') continue;
        return undefined;
      }
      const block = candidate(node, this.#file);
      if (!isImageBlock(block)) return block.text.trim();
    }
    return undefined;
  }

  /** Whether anything follows that a headline can stand above. */
  #hasBody(index: number): boolean {
    return this.#tree.children
      .slice(index + 1)
      .some(
        (node) =>
          node.type !== 'definition' &&
          node.type !== 'footnoteDefinition' &&
          node.type !== 'thematicBreak',
      );
  }

  #hasHeading(depth: number, index: number): boolean {
    return this.#tree.children.some(
      (node, at) => at > index && node.type === 'heading' && node.depth === depth,
    );
  }

  #conflict(what: string, actual: string, stated: string, block: Candidate, range: Range): void {
    report(
      this.#file,
      'masthead/conflicting-metadata',
      `Unexpected ${what} in the text, expected “${stated}” as stated in the metadata`,
      { place: block.view.place(range.start, range.end) ?? block.node, actual, expected: [stated] },
    );
  }
}

const titleLabel = /^(?:title|headline)\s*:\s*(?=\S)/iu;

/** As much of a paragraph as a dateline takes. */
function textStart(text: string): string {
  return text.slice(0, 200);
}

/** The date of an article from the lines of its masthead: when it came out, else when it was changed. */
export function chosenDate(
  lines: readonly TakenLine[],
): { date: FoundDate; from: TakenLine } | undefined {
  const all = lines.flatMap((from) => from.line.dates.map((date) => ({ date, from })));
  return all.find(({ date }) => !date.updated) ?? all[0];
}
