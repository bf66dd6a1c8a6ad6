import fc from 'fast-check';
import type { Nodes, Root } from 'mdast';
import { gfmFootnoteFromMarkdown, gfmFootnoteToMarkdown } from 'mdast-util-gfm-footnote';
import {
  gfmStrikethroughFromMarkdown,
  gfmStrikethroughToMarkdown,
} from 'mdast-util-gfm-strikethrough';
import { gfmTableFromMarkdown, gfmTableToMarkdown } from 'mdast-util-gfm-table';
import { gfmFootnote } from 'micromark-extension-gfm-footnote';
import { gfmStrikethrough } from 'micromark-extension-gfm-strikethrough';
import { gfmTable } from 'micromark-extension-gfm-table';
import remarkParse from 'remark-parse';
import remarkStringify from 'remark-stringify';
import { unified, type Processor } from 'unified';
import { VFile } from 'vfile';
import { location } from 'vfile-location';
import { describe, expect, test } from 'vitest';
import { isSpace } from '../../../../src/readers/text/lines.ts';
import { textView } from '../../../../src/text/index.ts';
import { align } from '../../../../src/text/source-map.ts';
import { rawText } from './arbitrary.ts';
import { outline, read, texts } from './tree.ts';

const runs = { numRuns: 600 };

function gfm(this: Processor): void {
  const data = this.data();
  data.micromarkExtensions = [gfmTable(), gfmFootnote(), gfmStrikethrough()];
  data.fromMarkdownExtensions = [
    gfmTableFromMarkdown(),
    gfmFootnoteFromMarkdown(),
    gfmStrikethroughFromMarkdown(),
  ];
  data.toMarkdownExtensions = [
    gfmTableToMarkdown(),
    gfmFootnoteToMarkdown(),
    gfmStrikethroughToMarkdown(),
  ];
}

const markdown = unified()
  .use(remarkParse)
  .use(gfm)
  .use(remarkStringify, { bullet: '-', setext: false });

function walk(node: Nodes, visit: (node: Nodes, parent?: Nodes) => void, parent?: Nodes): void {
  visit(node, parent);
  if ('children' in node) for (const child of node.children) walk(child, visit, node);
}

/**
 * What a tree says, without places. mdast-util-from-markdown takes a list in a quotation for a loose one where another quotation
 * follows it, so that this is left out.
 */
function bare(node: Nodes, next?: Nodes, parent?: Nodes): unknown {
  const { position: _position, data: _data, ...rest } = node;
  if (!('children' in rest)) return rest;
  const children = rest.children.map((child, index) => bare(child, rest.children[index + 1], node));
  const misread =
    node.type === 'list' && parent?.type === 'blockquote' && next?.type === 'blockquote';
  return misread ? { ...rest, children, spread: null } : { ...rest, children };
}

describe('every raw text', () => {
  test('keeps each character that is neither space nor marker, in order and once', () => {
    fc.assert(
      fc.property(rawText, (source) => {
        const covered = new Uint8Array(source.length);
        let last = 0;
        for (const text of texts(read(source))) {
          const start = text.position?.start.offset as number;
          const end = text.position?.end.offset as number;
          const map = text.data?.sourceMap?.runs ?? align(text.value, source, start, end, true);
          for (const run of map) {
            expect(run.sourceStart).toBeGreaterThanOrEqual(last);
            last = run.sourceEnd;
            if (!run.exact) {
              expect(text.value.slice(run.start, run.end)).toBe(' ');
              expect(source.slice(run.sourceStart, run.sourceEnd)).toMatch(/[\r\n]/);
              continue;
            }
            expect(source.slice(run.sourceStart, run.sourceEnd)).toBe(
              text.value.slice(run.start, run.end),
            );
            covered.fill(1, run.sourceStart, run.sourceEnd);
          }
        }
        for (const { text, at } of linesOf(source)) {
          const left = uncovered(text, at, covered);
          // Markers of quotations and items, then a rule, bars, hashes or the hyphen of a word that was cut.
          expect(left).toMatch(/^(?:>|[-*•–·]|\(?[\da-z]{1,5}[.)])*(?:[-*_=~–—⁂|+:]*|#*|\|*-?)$/i);
        }
      }),
      runs,
    );
  });

  test('bears places that agree and lie within each other', () => {
    fc.assert(
      fc.property(rawText, (source) => {
        const places = location(source);
        walk(read(source), (node, parent) => {
          const { start, end } = node.position ?? {};
          expect(start?.offset).toBeLessThanOrEqual(end?.offset as number);
          expect(start).toEqual(places.toPoint(start?.offset as number));
          expect(end).toEqual(places.toPoint(end?.offset as number));
          if (!parent) return;
          expect(start?.offset).toBeGreaterThanOrEqual(parent.position?.start.offset as number);
          expect(end?.offset).toBeLessThanOrEqual(parent.position?.end.offset as number);
        });
      }),
      runs,
    );
  });

  test('gives views whose places hold the same characters', () => {
    fc.assert(
      fc.property(rawText, (source) => {
        const file = new VFile(source);
        walk(read(source), (node) => {
          if (node.type !== 'paragraph') return;
          const view = textView(node, file);
          for (let at = 0; at < view.text.length; at++) {
            if (/\s/.test(view.text[at] as string)) continue;
            const place = view.place(at, at + 1);
            expect(source.slice(place?.start.offset, place?.end.offset)).toBe(view.text[at]);
          }
        });
      }),
      { numRuns: 300 },
    );
  });

  test('comes back the same from Markdown', () => {
    fc.assert(
      fc.property(rawText, (source) => {
        const tree = read(source);
        const again = markdown.parse(markdown.stringify(tree)) as Root;
        expect(outline(again)).toBe(outline(tree));
        expect(bare(again)).toEqual(bare(tree));
      }),
      runs,
    );
  });

  test('has text without space at its edges and without line endings', () => {
    fc.assert(
      fc.property(rawText, (source) => {
        for (const { value } of texts(read(source))) {
          expect(value).not.toMatch(/[\r\n]/);
          expect(isSpace(value.charCodeAt(0))).toBe(false);
          expect(isSpace(value.charCodeAt(value.length - 1))).toBe(false);
        }
      }),
      runs,
    );
  });

  test('is read without an error, whatever its characters', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', size: 'max', maxLength: 200 }), (source) => {
        expect(read(source).type).toBe('root');
      }),
      runs,
    );
  });
});

function linesOf(source: string): { text: string; at: number }[] {
  return [...source.matchAll(/[^\r\n]+/g)].map((match) => ({ text: match[0], at: match.index }));
}

function uncovered(line: string, at: number, covered: Uint8Array): string {
  let left = '';
  for (let index = 0; index < line.length; index++) {
    if (!covered[at + index] && !isSpace(line.charCodeAt(index))) left += line[index];
  }
  return left;
}
