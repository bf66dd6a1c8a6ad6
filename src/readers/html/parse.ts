/**
 * HTML to hast, as a browser reads it, within bounds: parse5 takes time that is quadratic in the depth of open elements and in the attributes
 * of one tag, and repeats every formatting element that was left open in every block that follows.
 */
import type { Root } from 'hast';
import { fromParse5 } from 'hast-util-from-parse5';
import { defaultTreeAdapter, html, Parser, Token, type DefaultTreeAdapterMap } from 'parse5';
import type { VFile } from 'vfile';
import { defaultLimits, LimitError, limitRule, overLimit, type Limits } from '../../limits.ts';
import { report } from '../../model/index.ts';
import { elementsIn, parting } from './hast.ts';

/** Of a longer tag with many attributes, only the beginning is read. In characters. */
const longestTag = 16_384;
/** No sound tag has more attributes. */
const mostAttributes = 256;

const formatting = new Set('a b big code em font i nobr s small strike strong tt u'.split(' '));
/** Their content is no markup, which the parser has to be told. */
const rawText = new Set(
  'script style textarea title xmp iframe noembed noframes plaintext noscript'.split(' '),
);

/** Elements whose content is no markup, which can't be passed over, may be so many times as many as all. */
const mostTimes = 4;

/**
 * Start tags beyond the limits are passed over, which is reported: their text moves up.
 *
 * @throws LimitError where elements whose content is no markup are too many.
 */
export function parseHtml(file: VFile, limits: Readonly<Limits>): Root {
  const count = { elements: 0 };
  const parser = new BoundedParser({
    sourceCodeLocationInfo: true,
    scriptingEnabled: false,
    treeAdapter: {
      ...defaultTreeAdapter,
      // Elements that the parser opens again, or makes up, are counted as well.
      createElement: (...details) => {
        count.elements++;
        return defaultTreeAdapter.createElement(...details);
      },
    },
  });
  parser.bounds = { limits, count };
  parser.tokenizer.write(withoutHugeTags(String(file)), true);
  parser.report(file);
  const tree = fromParse5(parser.document, { file, verbose: true }) as Root;
  // The places of tags and attributes are many, and wanted of quotations alone: their tags stand for marks.
  for (const element of elementsIn(tree)) if (element.tagName !== 'q') delete element.data;
  return tree;
}

type Bound = 'nestingDepth' | 'openFormatting' | 'htmlElements';

const bounded: Readonly<Record<Bound, string>> = {
  nestingDepth: 'depth of elements',
  openFormatting: 'number of formatting elements that are open at once',
  htmlElements: 'number of elements',
};

class BoundedParser extends Parser<DefaultTreeAdapterMap> {
  bounds = { limits: defaultLimits, count: { elements: 0 } };
  readonly #passed = new Map<Bound, number>();

  override onStartTag(token: Token.TagToken): void {
    const bound = this.#boundOf(token.tagName);
    if (bound === undefined) {
      super.onStartTag(token);
      return;
    }
    this.#passed.set(bound, (this.#passed.get(bound) ?? 0) + 1);
    this.skipNextNewLine = false;
    this.#partWords(token);
  }

  override onEndTag(token: Token.TagToken): void {
    // These make an element where none is open.
    const makesOne = token.tagName === 'p' || token.tagName === 'br';
    if (!makesOne || !this.#isFull() || this.openElements.hasInButtonScope(html.TAG_ID.P))
      super.onEndTag(token);
    if (this.#passed.size > 0) this.#partWords(token);
  }

  /** The words on both sides of a block are two, also where its tag was passed over. */
  #partWords({ tagName, location }: Token.TagToken): void {
    if (!parting.has(tagName)) return;
    const type = Token.TokenType.WHITESPACE_CHARACTER;
    this.onWhitespaceCharacter({ type, chars: ' ', location });
  }

  report(file: VFile): void {
    const { limits } = this.bounds;
    for (const [name, count] of this.#passed) {
      const reason = overLimit(name, bounded[name], limits[name] + 1, limits);
      report(
        file,
        limitRule(name),
        `${reason}; ${count} ${count === 1 ? 'tag was' : 'tags were'} left out, the text in them kept`,
      );
    }
  }

  /** The limit beyond which an element would be. */
  #boundOf(name: string): Bound | undefined {
    const { limits, count } = this.bounds;
    if (rawText.has(name)) {
      if (count.elements < mostTimes * limits.htmlElements) return undefined;
      throw new LimitError('htmlElements', bounded.htmlElements, count.elements, limits);
    }
    if (this.#isFull()) return 'htmlElements';
    if (this.openElements.stackTop >= limits.nestingDepth) return 'nestingDepth';
    return formatting.has(name) && this.#isFormattingFull(limits.openFormatting)
      ? 'openFormatting'
      : undefined;
  }

  #isFull(): boolean {
    return this.bounds.count.elements >= this.bounds.limits.htmlElements;
  }

  /** Whether as many formatting elements are open as may be. */
  #isFormattingFull(most: number): boolean {
    let count = 0;
    let entry = this.activeFormattingElements.newest;
    while (entry !== null && count < most) {
      count++;
      entry = entry.older;
    }
    return count >= most;
  }
}

/** Blanks what a tag has beyond the bounds. The length stays the same, so that offsets hold. */
function withoutHugeTags(source: string): string {
  let result = '';
  let done = 0;
  const opening = /<[a-z]/gi;
  for (let match = opening.exec(source); match; match = opening.exec(source)) {
    const close = source.indexOf('>', match.index);
    const end = close < 0 ? source.length : close;
    if (end - match.index > longestTag) {
      let attributes = 0;
      for (let at = match.index; at < end; at++) {
        if (source[at] === ' ' || source[at] === '\n' || source[at] === '/') attributes++;
      }
      // A long address, such as an image within the page, is no harm.
      if (attributes > mostAttributes) {
        const from = match.index + longestTag;
        result += source.slice(done, from) + ' '.repeat(end - from);
        done = end;
      }
    }
    opening.lastIndex = end;
  }
  return done === 0 ? source : result + source.slice(done);
}
