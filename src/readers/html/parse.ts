/**
 * HTML to hast, as a browser reads it, within bounds: parse5 takes time that is quadratic in the depth of open elements and in the attributes
 * of one tag, and repeats every formatting element that was left open in every block that follows.
 */
import type { Root } from 'hast';
import { fromParse5 } from 'hast-util-from-parse5';
import { Parser, type DefaultTreeAdapterMap, type Token } from 'parse5';
import type { VFile } from 'vfile';
import { elementsIn } from './hast.ts';

/** Elements that may be open at once; Blink has 512. Start tags of deeper ones are passed over: their text moves up. */
const deepest = 200;
/** Formatting elements that may be open at once. */
const mostFormatting = 16;
/** Of a longer tag with many attributes, only the beginning is read. In characters. */
const longestTag = 16_384;
/** No sound tag has more attributes. */
const mostAttributes = 256;

const formatting = new Set('a b big code em font i nobr s small strike strong tt u'.split(' '));
/** Their content is no markup, which the parser has to be told. */
const rawText = new Set(
  'script style textarea title xmp iframe noembed noframes plaintext noscript'.split(' '),
);

export interface Parsed {
  tree: Root;
  /** How many start tags were passed over, because elements were nested too deeply. */
  skipped: number;
}

export function parseHtml(file: VFile): Parsed {
  const parser = new BoundedParser({ sourceCodeLocationInfo: true, scriptingEnabled: false });
  parser.tokenizer.write(withoutHugeTags(String(file)), true);
  const tree = fromParse5(parser.document, { file, verbose: true }) as Root;
  // The places of tags and attributes are many, and wanted of quotations alone: their tags stand for marks.
  for (const element of elementsIn(tree)) if (element.tagName !== 'q') delete element.data;
  return { tree, skipped: parser.skipped };
}

class BoundedParser extends Parser<DefaultTreeAdapterMap> {
  skipped = 0;

  override onStartTag(token: Token.TagToken): void {
    const tooDeep = this.openElements.stackTop >= deepest && !rawText.has(token.tagName);
    if (tooDeep || (formatting.has(token.tagName) && this.#isFormattingFull())) {
      this.skipped++;
      this.skipNextNewLine = false;
      return;
    }
    super.onStartTag(token);
  }

  #isFormattingFull(): boolean {
    let count = 0;
    let entry = this.activeFormattingElements.newest;
    while (entry !== null && count < mostFormatting) {
      count++;
      entry = entry.older;
    }
    return count >= mostFormatting;
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
