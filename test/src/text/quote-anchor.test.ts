import { describe, expect, it } from 'vitest';
import { QuoteIndex } from '../../../src/text/index.ts';

const found = (
  texts: string[],
  selector: { quote: string; after?: string; before?: string },
): string[] =>
  new QuoteIndex(texts)
    .find(selector)
    .places.map(({ text, start, end }) => `${text}: ${(texts[text] as string).slice(start, end)}`);

describe('QuoteIndex', () => {
  it('finds words once, nowhere and several times', () => {
    const texts = ['The harbour opened. The mayor spoke.', 'The harbour closed.'];
    expect(found(texts, { quote: 'The mayor' })).toEqual(['0: The mayor']);
    expect(found(texts, { quote: 'The bishop' })).toEqual([]);
    expect(found(texts, { quote: 'The harbour' })).toEqual(['0: The harbour', '1: The harbour']);
  });

  it('finds whole words only, and keeps their case', () => {
    expect(found(['Washingtonians in Washington'], { quote: 'Washington' })).toEqual([
      '0: Washington',
    ]);
    expect(found(['the post office'], { quote: 'Post' })).toEqual([]);
    expect(found(['Washington’s men'], { quote: 'Washington' })).toEqual(['0: Washington']);
    expect(found(['東京都に'], { quote: '東京' })).toEqual(['0: 東京']);
  });

  it.each([
    ['straight quotation marks', 'He said “it’s over” twice', `"it's over"`],
    ['other quotation marks', `He said "it's over" twice`, '„it‘s over”'],
    ['dashes', 'ten–twelve boats', 'ten-twelve boats'],
    ['a dash with spaces', 'the sea—it came', 'the sea -- it came'],
    ['an ellipsis', 'and then… nothing', 'and then... nothing'],
    ['white space', 'a wall  of\nstone', 'a wall of stone'],
    ['a no-break space', 'No. 12', 'No. 12'],
    ['a soft hyphen and a zero-width space', 'har\u00ADbour\u200B wall', 'harbour wall'],
    ['a space before a stop', 'the ministry said , then', 'said, then'],
    ['a doubled comma', 'the site,, went on', 'the site, went on'],
    ['a ligature', 'the ﬁrst ﬂoor', 'the first floor'],
    ['a decomposed letter', 'Cafe\u0301 Noir', 'Café Noir'],
    ['empty places of a citation', 'It opened ( , August 26 ).', '(, August 26)'],
  ])('takes no account of %s', (_, text, quote) => {
    expect(found([text], { quote })).toHaveLength(1);
  });

  it('takes account of what tells passages apart', () => {
    expect(found(['on August 26 (, August 26)'], { quote: '(, August 26)' })).toEqual([
      '0: (, August 26)',
    ]);
    expect(found(['resume'], { quote: 'résumé' })).toEqual([]);
  });

  it('tells apart by what stands before and behind, also in another block', () => {
    const texts = ['One (, May 3). Two (, May 3).', 'Washington', 'Washington again'];
    expect(found(texts, { quote: '(, May 3)', after: 'Two' })).toHaveLength(1);
    expect(found(texts, { quote: '(, May 3)', before: '. TWO' })).toHaveLength(1);
    expect(found(texts, { quote: '(, May 3)', after: 'Three' })).toEqual([]);
    expect(found(texts, { quote: 'Washington', after: 'May 3).' })).toEqual(['1: Washington']);
    expect(found(texts, { quote: 'Washington', before: 'again' })).toEqual(['2: Washington']);
    expect(
      new QuoteIndex(texts).find({ quote: '(, May 3)', after: 'Three' }).elsewhere,
    ).toHaveLength(2);
  });

  it('takes words that were copied with citations which have left the text', () => {
    const text = 'The ministry said that the harbour was safe.';
    expect(
      found([text], { quote: 'harbour', after: 'said (Reuters, May 3) that the' }),
    ).toHaveLength(1);
    expect(found([text], { quote: 'said (Reuters, May 3) that the harbour' })).toEqual([
      '0: said that the harbour',
    ]);
  });

  it('never finds words across two blocks', () => {
    expect(found(['the old', 'wall fell'], { quote: 'old wall' })).toEqual([]);
  });

  it('makes the shortest selector that means one passage', () => {
    const texts = ['One boat (, May 3) and another boat (, May 3) came.', 'A crane.'];
    const index = new QuoteIndex(texts);
    const at = (text: number, words: string, from = 0) => {
      const start = (texts[text] as string).indexOf(words, from);
      return { text, start, end: start + words.length };
    };
    expect(index.selectorOf(at(1, 'A crane'))).toEqual({ quote: 'A crane' });
    const second = index.selectorOf(at(0, '(, May 3)', 20));
    expect(second?.quote).toBe('(, May 3)');
    expect(index.find(second as { quote: string }).places).toEqual([at(0, '(, May 3)', 20)]);
    expect(
      new QuoteIndex(['same', 'same']).selectorOf({ text: 0, start: 0, end: 4 }),
    ).toMatchObject({ quote: 'same' });
  });

  it('takes time linear in text and quote', () => {
    const index = new QuoteIndex(['a '.repeat(300_000)]);
    const start = performance.now();
    for (let count = 0; count < 20; count++) {
      expect(index.find({ quote: `b ${'a '.repeat(900)}${count}` }).places).toEqual([]);
      expect(index.find({ quote: `${'a '.repeat(900)}b`, after: 'a '.repeat(140) }).places).toEqual(
        [],
      );
    }
    expect(performance.now() - start).toBeLessThan(3000);
  });
});
