import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import { decode } from '../../../../src/readers/decode.ts';

const page = (head: string, text: string): string =>
  `<!DOCTYPE html><html><head>${head}</head><body><p>${text}</p></body></html>`;

describe('the encoding of a page', () => {
  it.each([
    ['<meta charset="windows-1250">', 'windows-1250', 'Šťastný žák'],
    ['<meta charset=iso-8859-2>', 'iso-8859-2', 'Žluťoučký kůň'],
    [
      '<meta http-equiv="Content-Type" content="text/html; charset=koi8-r">',
      'koi8-r',
      'Вечерняя почта',
    ],
    [
      '<META CONTENT="text/html; charset=Shift_JIS" HTTP-EQUIV=Content-Type>',
      'shift_jis',
      '港の灯台',
    ],
    ['<meta charset="ISO-8859-1">', 'windows-1252', '“Café”'],
  ])('is the one that %s declares', (head, encoding, text) => {
    const decoded = decode(iconv.encode(page(head, text), encoding));
    expect(decoded).toMatchObject({
      value: page(head, text),
      encoding,
      guessed: false,
      replaced: [],
    });
  });

  it('is that of an XML declaration', () => {
    const value = `<?xml version="1.0" encoding="windows-1251"?>\n${page('', 'Слово')}`;
    expect(decode(iconv.encode(value, 'windows-1251')).value).toBe(value);
  });

  it('is UTF-8 where the bytes are, whatever is declared', () => {
    const value = page('<meta charset="iso-8859-1">', 'Žluťoučký kůň');
    expect(decode(Buffer.from(value))).toMatchObject({ value, encoding: 'utf-8' });
  });

  it('is guessed where what is declared cannot be true or is unknown', () => {
    for (const name of ['utf-8', 'x-none-such']) {
      const value = page(`<meta charset="${name}">`, 'Le café était fermé, la gare aussi.');
      const decoded = decode(iconv.encode(value, 'windows-1252'));
      expect(decoded).toMatchObject({ value, guessed: true });
    }
  });

  it('is not looked for beyond the head', () => {
    const value = `${' '.repeat(1100)}${page('<meta charset="koi8-r">', 'café')}`;
    expect(decode(iconv.encode(value, 'windows-1252')).encoding).not.toBe('koi8-r');
  });
});
