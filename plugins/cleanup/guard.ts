/** Tells prose from what must be left to the letter: code, addresses, paths, formulas, quotations in other scripts. */
import { firstEndingAfter, isSpaceAt, type Range, type TextView } from '../../src/text/index.ts';

const codeTag = /^<(\/?)(?:code|pre|kbd|samp|script|style|math|tt|var)\b/iu;
const edge = /^["'“”‘’([{<«\p{Cc}]+|["'“”‘’)\]}>»,.;:!?…\p{Cc}]+$/gu;
const address = /:\/\/|^www\.|^mailto:|^\S+@[\w-]+\.\w/iu;
const path = /^(?:~?\/|\.{1,2}[\\/]|[A-Za-z]:[\\/]|\\\\)|\w\\\w/u;
const dotted = /^[\w-]+(?:\.[\w-]+)*\.[a-z][a-z0-9]{1,9}(?:[/?#:]\S*)?$/iu;
const option = /^--?[A-Za-z][\w-]*(?:=\S*)?$/u;
/** A longer word is looked at by its beginning only. */
const longestToken = 2000;

const otherScript = /(?![\p{Script=Latin}\p{Script=Common}])\p{L}/u;
const latin = /\p{Script=Latin}/u;

/** Ranges of a block's text that are no prose, as the text is now. They are looked for when the first change is to be made. */
export class Guard {
  readonly #view: TextView;
  readonly #foreign: boolean;
  #found: Range[] | undefined;
  #marks: ReadonlySet<number> | undefined;
  #solid: ReadonlySet<number> | undefined;
  #links: readonly Range[] | undefined;

  /** @param foreign - Whether stretches in other scripts than Latin are guarded too. */
  constructor(view: TextView, foreign: boolean) {
    this.#view = view;
    this.#foreign = foreign;
  }

  /** Whether a footnote mark stands at an offset: what follows it goes on where its citation ended. */
  isMarked(offset: number): boolean {
    this.#marks ??= new Set(this.#view.spans('footnoteReference').map(({ start }) => start));
    return this.#marks.has(offset);
  }

  /** Whether something stands at an offset that is seen and has no text: an image, raw HTML. */
  isSolid(offset: number): boolean {
    this.#solid ??= new Set(
      this.#view.spans('image', 'imageReference', 'html').map(({ start }) => start),
    );
    return this.#solid.has(offset);
  }

  /** Whether a change would take away all words of a link, and its address with them. */
  empties(start: number, end: number, text: string): boolean {
    this.#links ??= this.#view.spans('link', 'linkReference');
    for (let at = firstEndingAfter(this.#links, start - 1); at < this.#links.length; at++) {
      const link = this.#links[at] as Range;
      if (link.start > end) return false;
      if (link.start < start || link.end > end) continue;
      // What takes the place of a range stands where the first of its characters did.
      if (text === '' || link.start > start || link.start === link.end) return true;
    }
    return false;
  }

  /** Whether a range has a character in common with what is guarded, or stands within it. */
  touches(start: number, end: number): boolean {
    const ranges = (this.#found ??= rangesOf(this.#view, this.#foreign));
    const range = ranges[firstEndingAfter(ranges, start)];
    return (
      range !== undefined &&
      range.start < Math.max(end, start + 1) &&
      range.end > start &&
      (range.start < end || range.start < start)
    );
  }
}

/** What a block guards, by start. */
function rangesOf(view: TextView, foreign: boolean): Range[] {
  const { text } = view;
  const ranges = [
    ...view.spans('inlineCode').map(({ start, end }) => ({ start, end })),
    // These have no text, so that a change that reaches across one would take it away.
    ...view
      .spans('image', 'imageReference', 'footnoteReference', 'html')
      .map(({ start, end }) => ({ start, end })),
    ...rawCode(view),
    ...tokens(text),
    ...formulas(text),
    ...(foreign ? stretches(text) : []),
  ].sort((a, b) => a.start - b.start || a.end - b.end);
  // Ranges may overlap: each is made to reach as far as those before it, so that one look-up suffices.
  let furthest = 0;
  return ranges.map(({ start, end }) => {
    furthest = Math.max(furthest, end);
    return { start, end: furthest > end && furthest > start ? furthest : end };
  });
}

/** Text between raw tags of code. */
function rawCode(view: TextView): Range[] {
  const ranges: Range[] = [];
  let open: number | undefined;
  for (const { node, start } of view.spans('html')) {
    const tag = codeTag.exec(node.value);
    if (!tag) continue;
    if (tag[1] === '') open ??= start;
    else if (open !== undefined) {
      ranges.push({ start: open, end: start });
      open = undefined;
    }
  }
  if (open !== undefined) ranges.push({ start: open, end: view.text.length });
  return ranges;
}

/** Addresses, file names, paths and options of commands: words without white space. */
function tokens(text: string): Range[] {
  const ranges: Range[] = [];
  // Each of them holds one of these marks within.
  const telling = /[-/\\@~:]|\.\w/g;
  for (let match = telling.exec(text); match; match = telling.exec(text)) {
    let from = match.index;
    while (from > 0 && !isSpaceAt(text, from - 1)) from--;
    let to = match.index + 1;
    while (to < text.length && !isSpaceAt(text, to)) to++;
    telling.lastIndex = to;
    const raw = text.slice(from, to);
    const lead = /^["'“”‘’([{<«\p{Cc}]*/u.exec(raw)?.[0].length ?? 0;
    const head = raw.slice(lead, lead + longestToken);
    const token = withoutForeignBracket(head).replace(edge, '');
    if (token.length < 3) continue;
    const scheme = token.search(/(?:[a-z][a-z0-9+.-]{1,20}:\/\/|www\.|mailto:)/i);
    if (scheme > 0) {
      // What is glued to the beginning of an address is prose.
      ranges.push({ start: from + lead + scheme, end: from + lead + token.length });
      continue;
    }
    if (address.test(token) || path.test(token) || dotted.test(token) || option.test(token)) {
      const start = from + lead;
      ranges.push({
        start,
        end: start + (head.length < longestToken ? token.length : raw.length - lead),
      });
    }
  }
  return ranges;
}

/** A word as far as the bracket that closes one before it: "(http://a.example)'s". */
function withoutForeignBracket(token: string): string {
  let round = 0;
  let square = 0;
  for (let at = 0; at < token.length; at++) {
    const character = token[at];
    if (character === '(') round++;
    else if (character === '[') square++;
    else if ((character === ')' && --round < 0) || (character === ']' && --square < 0))
      return token.slice(0, at);
  }
  return token;
}

/** `$a_1 = b^2$`: two dollar signs that hold what only a formula has. */
function formulas(text: string): Range[] {
  const ranges: Range[] = [];
  let open = text.indexOf('$');
  while (open >= 0) {
    const close = text.indexOf('$', open + 1);
    if (close < 0) break;
    const inner = close - open <= 200 ? text.slice(open + 1, close) : '';
    if (inner !== '' && inner.trim() === inner && /[\\^_{}=]/u.test(inner)) {
      ranges.push({ start: open, end: close + 1 });
      open = text.indexOf('$', close + 1);
    } else {
      open = close;
    }
  }
  return ranges;
}

/** From the first to the last letter of each stretch that has letters of other scripts and no Latin ones. */
function stretches(text: string): Range[] {
  const ranges: Range[] = [];
  let start = -1;
  let end = -1;
  // Elsewhere stand Latin letters and signs of no script only.
  if (!/[\u0250-\u1FFF\u2126\u2C00-\uFFFF]/.test(text)) return ranges;
  for (let at = 0; at < text.length;) {
    const character = String.fromCodePoint(text.codePointAt(at) as number);
    const next = at + character.length;
    if (otherScript.test(character)) {
      if (start < 0) start = at;
      end = next;
    } else if (start >= 0 && latin.test(character)) {
      ranges.push({ start, end });
      start = -1;
    }
    at = next;
  }
  if (start >= 0) ranges.push({ start, end });
  return ranges;
}
