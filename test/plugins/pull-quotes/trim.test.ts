import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { trim } from '../../../plugins/pull-quotes/trim.ts';
import { articleOf } from './helpers.ts';

/** A paragraph's sentences after trimming. */
function trimmed(markdown: string, maxWords = 45): string[] {
  return articleOf(markdown).passages.map((passage) => {
    const { start, end } = trim(passage, { minWords: 4, maxWords });
    return passage.block.view.text.slice(start, end);
  });
}

describe('trim', () => {
  it.each([
    ['However, the mill will stay open.', 'the mill will stay open.'],
    ['In truth, the mill will stay open.', 'the mill will stay open.'],
    ['For all these reasons, the mill stays open.', 'the mill stays open.'],
    ['Next door, the mill stays open.', 'Next door, the mill stays open.'],
    ['However the mill is run, it loses money.', 'However the mill is run, it loses money.'],
    ['“The mill will stay open,” she said.', 'The mill will stay open'],
    ['“The mill will stay open,” said Anna Birch, its owner.', 'The mill will stay open'],
    ['“Will the mill stay open?” she asked.', '“Will the mill stay open?”'],
    ['"The mill will stay open," Birch said on Monday.', 'The mill will stay open'],
    ['Anna Birch said: “The mill will stay open.”', '“The mill will stay open.”'],
    ['She said, “The mill will stay open.”', '“The mill will stay open.”'],
    ['The mill will stay open, Anna Birch said.', 'The mill will stay open'],
    ['The mill will stay open, according to Anna Birch.', 'The mill will stay open'],
    // Nobody is named who would answer for it.
    ['The mill will stay open, officials said.', 'The mill will stay open, officials said.'],
    ['The mill will stay open (for now).', 'The mill will stay open'],
    // What is left would be too short.
    ['“We lost,” she said.', '“We lost,” she said.'],
    // More than an attribution.
    [
      '“The mill will stay open,” she said, but the doors were shut.',
      '“The mill will stay open,” she said, but the doors were shut.',
    ],
    // A connective of someone who speaks is theirs.
    ['“However, the mill will stay open.”', '“However, the mill will stay open.”'],
    ['“The mill,” she said, “will stay open.”', '“The mill,” she said, “will stay open.”'],
  ])('%s', (text, expected) => {
    expect(trimmed(text)).toEqual([expected]);
  });

  it('drops the one mark that a sentence out of a longer speech has', () => {
    expect(
      trimmed('“The mill is ours. It will stay open. We shall never sell.” They left.'),
    ).toEqual(['The mill is ours.', 'It will stay open.', 'We shall never sell.', 'They left.']);
  });

  it('cuts a sentence that is too long at a joint', () => {
    const text = `The old mill by the river had stood there for longer than anybody in the town knew; ${'and so on '.repeat(8)}.`;
    expect(trimmed(text, 20)).toEqual([
      'The old mill by the river had stood there for longer than anybody in the town knew',
    ]);
  });

  it('never cuts into speech, and leaves one piece of the sentence', () => {
    const piece = fc.constantFrom(
      'However, ',
      '“We shall never, ever sell it; not now,” ',
      '“But why? It is ours.” ',
      'she said',
      'said Anna Birch',
      ', ',
      '; ',
      'the old mill will stay open ',
      '(for now)',
      '. ',
      '“open ',
    );
    fc.assert(
      fc.property(fc.array(piece, { minLength: 1, maxLength: 8 }), (pieces) => {
        for (const passage of articleOf(`X ${pieces.join('')}.`).passages) {
          const range = trim(passage, { minWords: 1, maxWords: 12 });
          expect(range.start).toBeGreaterThanOrEqual(passage.start);
          expect(range.end).toBeLessThanOrEqual(passage.end);
          expect(range.end).toBeGreaterThan(range.start);
          for (const { start, end } of passage.block.quotations) {
            const from = Math.max(start + 1, passage.start);
            const to = Math.min(end - 1, passage.end);
            if (to <= range.start || from >= range.end) continue;
            expect(range.start).toBeLessThanOrEqual(from);
            // The comma before a closing mark belongs to who reports.
            expect(range.end).toBeGreaterThanOrEqual(to - 1);
          }
        }
      }),
    );
  });
});
