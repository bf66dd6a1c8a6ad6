import { describe, expect, it } from 'vitest';
import { refuse } from '../../../plugins/pull-quotes/gates.ts';
import { resolveOptions } from '../../../plugins/pull-quotes/options.ts';
import { articleOf } from './helpers.ts';

/** Why the last sentence of a text is refused. */
function reason(markdown: string): string | undefined {
  const article = articleOf(`A first paragraph stands here.\n\n${markdown}`);
  const passage = article.passages.at(-1);
  if (!passage) throw new Error('Unexpected text without a sentence');
  return refuse(passage, passage, article, resolveOptions({ minWords: 4 }));
}

describe('gates', () => {
  it.each([
    'The mill was never ours to sell.',
    '“The mill was never ours to sell.”',
    'It was never ours to sell.',
    'Was the mill ever ours to sell?',
    'Next door, the mill was never ours to sell.',
    '- The mill was never ours to sell.',
    'The mill was never *ours* to sell.',
  ])('lets pass: %s', (text) => {
    expect(reason(text)).toBeUndefined();
  });

  it.each([
    ['too short', 'The mill burned.'],
    ['too long', `The mill ${'and the mill '.repeat(20)}burned.`],
    ['a heading', '## The mill was never ours to sell.'],
    ['a list stub', '- The mill by the river'],
    ['a list stub', '1\\) The mill was never ours to sell.'],
    ['a caption', 'Photo by Anna Birch: the mill was never ours.'],
    ['holds a citation', 'The mill was never sold (The Gazette, October 5).'],
    ['holds a citation', 'The mill was never sold (, October 5).'],
    ['holds a citation', 'The mill was never sold (Birch, 2001, p. 3).'],
    ['holds a citation', 'The mill was never sold \\[12\\].'],
    ['holds a citation', 'The site,, was never sold at all.'],
    ['holds code', 'The `mill --sell --now` was called.'],
    ['holds code', 'Then call mill() on the old server.'],
    ['holds an address', 'The mill is at www.example.com these days.'],
    ['points to a figure', 'The mill was old, as shown below.'],
    ['speaks of the article', 'This article was never meant to be a eulogy.'],
    ['holds brackets', 'The mill (by the river) was never sold.'],
    ['holds an ellipsis', 'The mill… was never ours to sell.'],
    ['ends in the middle', 'The mill has the following owners:'],
    ['has no final stop', 'The mill was never ours to sell'],
    ['opens with a connective', 'However, the mill was never sold.'],
    ['in the references', '## References\n\nThe mill was never ours to sell.'],
    ['cuts a quotation', 'The mill, she said, “was never ours to sell.'],
    ['all in capitals', 'THE MILL WAS NEVER OURS TO SELL.'],
  ])('%s: %s', (expected, text) => {
    expect(reason(text)).toBe(expected);
  });

  it('refuses the first paragraph, a headline before it apart', () => {
    const article = articleOf('The last mill\n\nThe mill was never ours.\n\nIt was never theirs.');
    const reasons = article.passages.map((passage) =>
      refuse(passage, passage, article, resolveOptions({ minWords: 3 })),
    );
    expect(reasons).toEqual(['in the first paragraph', 'in the first paragraph', undefined]);
  });
});
