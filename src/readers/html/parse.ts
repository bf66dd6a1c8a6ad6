/**
 * HTML to hast, as a browser reads it, within bounds: parse5 takes time that is quadratic in the depth of open elements and in the attributes
 * of one tag, and repeats every formatting element that was left open in every block that follows.
 */
import type { Root } from 'hast';
import { fromParse5 } from 'hast-util-from-parse5';
import { Parser, type DefaultTreeAdapterMap, type Token } from 'parse5';
import type { VFile } from 'vfile';
import { defaultLimits, overLimit, type Limits } from '../../limits.ts';
import { report } from '../../model/index.ts';
import { elementsIn } from './hast.ts';

/** Of a longer tag with many attributes, only the beginning is read. In characters. */
const longestTag = 16_384;
/** No sound tag has more attributes. */
const mostAttributes = 256;

const formatting = new Set('a b big code em font i nobr s small strike strong tt u'.split(' '));
/** Their content is no markup, which the parser has to be told. */
const rawText = new Set(
  'script style textarea title xmp iframe noembed noframes plaintext noscript'.split(' '),
);

/** Start tags beyond the limits are passed over, which is reported: their text moves up. */
export function parseHtml(file: VFile, limits: Readonly<Limits>): Root {
  const parser = new BoundedParser({ sourceCodeLocationInfo: true, scriptingEnabled: false });
  parser.limits = limits;
  parser.tokenizer.write(withoutHugeTags(String(file)), true);
  parser.report(file);
  const tree = fromParse5(parser.document, { file, verbose: true }) as Root;
  // The places of tags and attributes are many, and wanted of quotations alone: their tags stand for marks.
  for (const element of elementsIn(tree)) if (element.tagName !== 'q') delete element.data;
  return tree;
}

class BoundedParser extends Parser<DefaultTreeAdapterMap> {
  limits: Readonly<Limits> = defaultLimits;
  #tooDeep = 0;
  #tooManyOpen = 0;

  override onStartTag(token: Token.TagToken): void {
    const { nestingDepth, openFormatting } = this.limits;
    if (this.openElements.stackTop >= nestingDepth && !rawText.has(token.tagName)) {
      this.#tooDeep++;
    } else if (formatting.has(token.tagName) && this.#isFormattingFull(openFormatting)) {
      this.#tooManyOpen++;
    } else {
      super.onStartTag(token);
      return;
    }
    this.skipNextNewLine = false;
  }

  report(file: VFile): void {
    const passed = [
      ['nestingDepth', 'limits/nesting-depth', 'depth of elements', this.#tooDeep],
      [
        'openFormatting',
        'limits/open-formatting',
        'number of formatting elements that are open at once',
        this.#tooManyOpen,
      ],
    ] as const;
    for (const [name, rule, what, count] of passed) {
      if (count === 0) continue;
      const reason = overLimit(name, what, this.limits[name] + 1, this.limits);
      report(
        file,
        rule,
        `${reason}; ${count} ${count === 1 ? 'tag was' : 'tags were'} left out, the text in them kept`,
      );
    }
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
function withoutHugeTags(html: string): string {
  let result = '';
  let done = 0;
  const opening = /<[a-z]/gi;
  for (let match = opening.exec(html); match; match = opening.exec(html)) {
    const close = html.indexOf('>', match.index);
    const end = close < 0 ? html.length : close;
    if (end - match.index > longestTag) {
      let attributes = 0;
      for (let at = match.index; at < end; at++) {
        if (html[at] === ' ' || html[at] === '\n' || html[at] === '/') attributes++;
      }
      // A long address, such as an image within the page, is no harm.
      if (attributes > mostAttributes) {
        const from = match.index + longestTag;
        result += html.slice(done, from) + ' '.repeat(end - from);
        done = end;
      }
    }
    opening.lastIndex = end;
  }
  return done === 0 ? html : result + html.slice(done);
}
