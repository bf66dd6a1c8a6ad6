/** What is in the file and isn't printed: comments, tracked changes, hidden words. All of it is told, so that no word is lost. */
import type { VFile } from 'vfile';
import { report } from '../../model/index.ts';
import { childElements, type XmlElement } from './xml.ts';

interface Comment {
  author: string;
  text: string;
  /** The words that it is about, as far as they are shown. */
  about: string;
  reported: boolean;
}

/** As many characters of the words that a comment is about are shown. */
const longestAbout = 80;

export class Review {
  readonly #comments = new Map<string, Comment>();
  readonly #openComments = new Set<Comment>();
  readonly #leftOut = new Map<string, string[]>();
  readonly #deletions: string[] = [];
  #insertions = 0;
  #moves = 0;
  #deletionGoesOn = false;

  constructor(comments: XmlElement | undefined) {
    for (const element of childElements(comments, 'w:comment')) {
      const id = element.attributes['w:id'];
      if (id === undefined) continue;
      const author = element.attributes['w:author']?.trim() || 'someone';
      this.#comments.set(id, { author, text: wordsOf(element), about: '', reported: false });
    }
  }

  /** Words that are printed. */
  printed(text: string): void {
    if (text === '') return;
    this.#deletionGoesOn = false;
    for (const comment of this.#openComments) {
      comment.about += text.slice(0, longestAbout + 1 - comment.about.length);
      if (comment.about.length > longestAbout) this.#openComments.delete(comment);
    }
  }

  openComment(id: string | undefined): void {
    const comment = id === undefined ? undefined : this.#comments.get(id);
    if (comment) this.#openComments.add(comment);
  }

  closeComment(id: string | undefined): void {
    const comment = id === undefined ? undefined : this.#comments.get(id);
    if (comment) this.#openComments.delete(comment);
  }

  inserted(): void {
    this.#insertions++;
  }

  moved(): void {
    this.#moves++;
  }

  /** Words that a tracked change takes away. Word cuts one deletion into many elements. */
  deleted(text: string): void {
    if (text === '') return;
    if (this.#deletionGoesOn) this.#deletions[this.#deletions.length - 1] += text;
    else this.#deletions.push(text);
    this.#deletionGoesOn = true;
  }

  /** A deletion doesn't go on beyond its paragraph. */
  endParagraph(): void {
    this.#deletionGoesOn = false;
  }

  /** Something that isn't printed, and its words; `what` as in "Unexpected …". */
  leftOut(what: string, words = ''): void {
    const known = this.#leftOut.get(what);
    if (known) known.push(words);
    else this.#leftOut.set(what, [words]);
  }

  /** A run of text that isn't printed, and goes on where the last one ended. */
  leftOutRun(what: string, words: string): void {
    const known = this.#leftOut.get(what);
    if (known) known[known.length - 1] += words;
    else this.#leftOut.set(what, [words]);
  }

  report(file: VFile): void {
    for (const { author, text, about } of this.#comments.values()) {
      const words = squeezed(about);
      const shown =
        words.length > longestAbout ? `${words.slice(0, longestAbout).trimEnd()}…` : words;
      report(
        file,
        'reader/comment',
        `Unexpected comment by ${author}${shown === '' ? '' : ` on “${shown}”`}, it was not printed: “${text}”`,
      );
    }
    this.#reportChanges(file);
    for (const [what, words] of this.#leftOut) {
      const said = words.map(squeezed).filter((each) => each !== '');
      const times = words.length > 1 ? ` (${words.length} times)` : '';
      report(
        file,
        'reader/left-out',
        `Unexpected ${what}${times}, left out${said.length === 0 ? '' : `: ${quoted(said)}`}`,
      );
    }
  }

  #reportChanges(file: VFile): void {
    const counts = [
      counted(this.#insertions, 'insertion'),
      counted(this.#moves, 'move'),
      counted(this.#deletions.length, 'deletion'),
    ].filter((each) => each !== undefined);
    if (counts.length === 0) return;
    const words = this.#deletions.map(squeezed).filter((each) => each !== '');
    report(
      file,
      'reader/tracked-changes',
      `Unexpected tracked changes, expected a final text: accepted ${counts.join(', ')}${words.length === 0 ? '' : `; deleted ${quoted(words)}`}`,
    );
  }
}

function counted(count: number, noun: string): string | undefined {
  if (count === 0) return undefined;
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}

function quoted(words: readonly string[]): string {
  return `“${words.join('”, “')}”`;
}

function squeezed(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

/** The words of an element, deleted ones as well, its paragraphs parted by spaces. */
export function wordsOf(element: XmlElement): string {
  const parts: string[] = [];
  const walk = (parent: XmlElement): void => {
    for (const each of childElements(parent)) {
      if (each.name === 'w:t' || each.name === 'w:delText' || each.name === 'm:t') {
        for (const text of each.children) if (typeof text === 'string') parts.push(text);
      } else if (each.name === 'a:t') {
        for (const text of each.children) if (typeof text === 'string') parts.push(text, ' ');
      } else if (each.name === 'w:tab' || each.name === 'w:br' || each.name === 'w:cr') {
        parts.push(' ');
      } else if (each.name === 'w:noBreakHyphen') {
        parts.push('-');
      } else if (each.name !== 'mc:Fallback' && each.name !== 'w:pPr') {
        walk(each);
      }
      if (each.name === 'w:p') parts.push(' ');
    }
  };
  walk(element);
  return squeezed(parts.join(''));
}
