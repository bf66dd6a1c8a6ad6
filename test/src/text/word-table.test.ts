import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { WordTable } from '../../../src/text/word-table.ts';

describe('WordTable', () => {
  it('works out once what there is to know of a word, wherever it stands', () => {
    const asked: string[] = [];
    const table = new WordTable((word) => {
      asked.push(word);
      return { word };
    });
    const text = 'the sea and the shore';
    const first = table.at(text, 0, 3);
    expect(first).toEqual({ word: 'the' });
    expect(table.at(text, 12, 15)).toBe(first);
    expect(table.get('the')).toBe(first);
    expect(table.get('sea')).toBeUndefined();
    expect(asked).toEqual(['the']);
  });

  it('gives each of any words its own value, however many there are', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ maxLength: 40 }), { maxLength: 400 }), (words) => {
        const table = new WordTable((word) => word);
        const text = words.join('');
        let from = 0;
        for (const word of words) {
          expect(table.at(text, from, from + word.length)).toBe(word);
          from += word.length;
        }
        expect(table.size).toBe(new Set(words).size);
      }),
      { seed: 1 },
    );
    const many = new WordTable(Number);
    for (let number = 0; number < 20_000; number++)
      many.at(` ${number}.`, 1, `${number}`.length + 1);
    for (let number = 0; number < 20_000; number++) expect(many.get(String(number))).toBe(number);
  });

  it('forgets all words where they are more than it may keep', () => {
    const table = new WordTable((word) => word, 10);
    for (let number = 0; number < 25; number++) {
      expect(table.at(String(number), 0, String(number).length)).toBe(String(number));
      expect(table.size).toBeLessThanOrEqual(10);
    }
    expect(table.get('0')).toBeUndefined();
    expect(table.get('24')).toBe('24');
  });
});
