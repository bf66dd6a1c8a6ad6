import fc from 'fast-check';
import { toString } from 'mdast-util-to-string';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { VFile } from 'vfile';
import { describe, expect, it } from 'vitest';
import type { Entity } from '../../../src/model/index.ts';
import { articleSyntax } from '../../../src/syntax.ts';
import { textBlocks, textView } from '../../../src/text/index.ts';
import { mark } from './support.ts';

const word = fc.constantFrom(
  'Peru', 'Lima', 'Kenyan', 'Sino', '-', 'Indian', 'the', 'of', 'Bank', 'President', 'Ada', 'Fisk', 'Fisk’s', 'Mr', '(AWC)', 'Alpine', 'Water', 'Council', 'AWC', 'said', 'and', 'between', 'in',
  'Georgia', 'US', 'U.S.', '*Peru*', '**Ada Fisk**', '[Lima](https://example.org)', '`Peru`', '&amp;', '\\*', '(The Herald, May 4)', ',', '.', '"', 'GBRX', 'É', '😀', '\n\n', '\n\n# ', '\n\n- ', '\n\n> ',
); // prettier-ignore
const document = fc.array(word, { maxLength: 60 }).map((words) => words.join(' '));

/** All entity nodes with the words of the source at their places. */
function nodes(
  value: string,
): { node: Entity; text: string; start: number; end: number; block: number }[] {
  const { tree, file } = mark(value);
  return textBlocks(tree).flatMap(({ node }, block) => {
    const view = textView(node, file);
    return view
      .spans('entity')
      .map((span) => ({ ...span, text: view.text.slice(span.start, span.end), block }));
  });
}

describe('for any document', { timeout: 60_000 }, () => {
  it('the text stays as it was', () => {
    fc.assert(
      fc.property(document, (value) => {
        const plain = unified().use(remarkParse).use(articleSyntax).parse(new VFile({ value }));
        expect(toString(mark(value).tree)).toBe(toString(plain));
      }),
    );
  });

  it('mentions do not overlap, and are of entities that are recorded', () => {
    fc.assert(
      fc.property(document, (value) => {
        const { records } = mark(value);
        const ids = new Set(records.map(({ id }) => id));
        let block = -1;
        let end = 0;
        const seen = new Set<string>();
        for (const each of nodes(value)) {
          if (each.block !== block) [block, end] = [each.block, 0];
          expect(each.start).toBeGreaterThanOrEqual(end);
          expect(each.end).toBeGreaterThan(each.start);
          end = each.end;
          expect(ids).toContain(each.node.entityId);
          seen.add(each.node.entityId);
        }
        expect(seen).toEqual(ids);
      }),
    );
  });

  it('places name the words, and no possessive or title is in them', () => {
    fc.assert(
      fc.property(document, (value) => {
        for (const { node, text } of nodes(value)) {
          const { position } = node;
          const slice = value.slice(position?.start.offset, position?.end.offset);
          // Marks of Markdown may stand between the words, and a name may go on behind a link.
          expect(slice.replace(/[*\\[]|\]\([^)]*\)/g, '')).toBe(text);
          expect(text).not.toMatch(/[’']s$|^(?:President|Mr|the) /);
        }
      }),
    );
  });

  it('says the same each time', () => {
    fc.assert(
      fc.property(document, (value) => {
        const [a, b] = [mark(value), mark(value)];
        expect([a.mentions, a.records, a.messages]).toEqual([b.mentions, b.records, b.messages]);
      }),
      { numRuns: 30 },
    );
  });

  it('any characters at all do no harm', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (value) => void mark(value)),
    );
  });
});

describe('in time linear in the text', { timeout: 60_000 }, () => {
  it.each([
    '(',
    '(AB ',
    ', or AB',
    'President Abc ',
    'Lima and ',
    'A-',
    'Abc Def ',
    'ABC ',
    'A. B. ',
    'Ada Fisk, the the ',
  ])('%j repeated', (unit) => {
    const time = (length: number): number => {
      const value = unit.repeat(length / unit.length);
      const start = performance.now();
      mark(value, { tagger: 'builtin' });
      return performance.now() - start;
    };
    time(20_000);
    const [small, large] = [Math.min(time(50_000), time(50_000)), time(200_000)];
    // Four times the text: quadratic work would be sixteen times as long.
    expect(large).toBeLessThan(small * 10 + 400);
  });
});
