import fc from 'fast-check';
import iconv from 'iconv-lite';
import { VFile } from 'vfile';
import { describe, expect, test } from 'vitest';
import { messageId } from '../../../src/model/index.ts';
import { decode, reportDecoding } from '../../../src/readers/decode.ts';

function bytes(...values: (number | string)[]): Uint8Array {
  return Buffer.concat(
    values.map((value) => (typeof value === 'string' ? Buffer.from(value) : Buffer.from([value]))),
  );
}

describe('encodings that the bytes tell', () => {
  test('UTF-8, with and without a mark', () => {
    expect(decode(bytes('Käse 😀'))).toEqual({
      value: 'Käse 😀',
      encoding: 'utf-8',
      guessed: false,
      replaced: [],
    });
    expect(decode(bytes('\uFEFFKäse')).value).toBe('Käse');
    expect(decode(bytes('')).value).toBe('');
  });

  test.each(['utf-16le', 'utf-16be', 'utf-32le', 'utf-32be'])('%s by its mark', (encoding) => {
    const input = iconv.encode('Käse 😀\r\nЖ', encoding, { addBOM: true });
    expect(decode(input)).toEqual({
      value: 'Käse 😀\r\nЖ',
      encoding,
      guessed: false,
      replaced: [],
    });
  });

  test.each(['utf-16le', 'utf-16be'] as const)('%s without a mark', (encoding) => {
    for (const text of ['Plain text', 'Президент сказал нам, что готов.']) {
      expect(decode(iconv.encode(text, encoding, { addBOM: false }))).toMatchObject({
        value: text,
        encoding,
        guessed: false,
      });
    }
  });

  test('one mark is taken away, not a second', () => {
    expect(decode('\uFEFF\uFEFFa').value).toBe('\uFEFFa');
  });

  test('line endings stay', () => {
    expect(decode(bytes('a\r\nb\rc\n')).value).toBe('a\r\nb\rc\n');
  });
});

describe('encodings that are guessed', () => {
  test.each([
    ['windows-1252', 'It’s a café – “quoted” text… and more.'],
    ['windows-1252', '“Hello,” he said'],
    ['windows-1252', 'café'],
    ['windows-1252', 'Señor Núñez llegó a Bogotá'],
    ['windows-1252', 'Der Präsident sagte, daß die Straße schön sei'],
    [
      'windows-1252',
      'Le maire a déclaré à l’assemblée que la ville « doit agir » très vite, où qu’elle soit.',
    ],
    ['windows-1252', 'Price £5 – that’s 10° in Zürich'],
    ['macintosh', 'The minister’s aide said it wasn’t true.'],
    ['windows-1251', 'Президент заявил, что страна готова к переговорам.'],
    ['windows-1251', 'Москва'],
    ['koi8-r', 'Президент заявил, что страна готова к переговорам.'],
    ['windows-1250', 'Prezydent powiedział, że źródła są wiarygodne i łączą się.'],
    ['windows-1254', 'Türkiye Cumhurbaşkanı İstanbul’da konuştu, ülkenin geleceği için'],
    ['iso-8859-7', 'Ο πρωθυπουργός δήλωσε ότι η χώρα είναι έτοιμη'],
    ['windows-1256', 'قال الرئيس إن البلاد مستعدة للمفاوضات'],
    ['shift_jis', '日本の首相は今日、記者会見で述べた。新しい計画についてである。'],
    ['euc-jp', '日本の首相は今日、記者会見で述べた。新しい計画についてである。'],
    ['gbk', '中国总理今天在北京表示，经济将继续增长。'],
    ['big5', '台灣總統今天在台北表示，經濟將繼續成長。'],
    ['euc-kr', '한국 대통령은 오늘 서울에서 말했다.'],
  ])('%s: %s', (encoding, text) => {
    const decoded = decode(iconv.encode(text, encoding));
    expect(decoded.value).toBe(text);
    expect(decoded).toMatchObject({ guessed: true, replaced: [] });
  });

  test('Western text with typographic marks is windows-1252, not one of its neighbours', () => {
    expect(decode(iconv.encode('“Yes” – it’s so…', 'windows-1252')).encoding).toBe('windows-1252');
  });

  test('ISO-2022-JP, which is ASCII to the eye', () => {
    const input = bytes(0x1b, '$B', 'F|K\\', 0x1b, '(B', ' and ', 0x1b, '$B', 'EDCf', 0x1b, '(B');
    expect(decode(input).value).toBe('日本 and 田中');
  });

  test('are named in a message', () => {
    const file = new VFile('');
    const decoded = decode(iconv.encode('café', 'windows-1252'));
    file.value = decoded.value;
    reportDecoding(file, decoded);
    expect(file.messages.map((message) => messageId(message))).toEqual(['reader/guessed-encoding']);
    expect(file.messages[0]?.reason).toContain(decoded.encoding);
  });
});

describe('characters that cannot be kept', () => {
  test('NUL, lone surrogates and broken bytes become U+FFFD', () => {
    expect(decode('a\0b\uD800c\uDC00')).toMatchObject({
      value: 'a\uFFFDb\uFFFDc\uFFFD',
      replaced: [1, 3, 5],
    });
    expect(decode(bytes('a', 0, 'b'))).toMatchObject({
      value: 'a\uFFFDb',
      encoding: 'utf-8',
      replaced: [1],
    });
    expect(decode(bytes('Käse Käse Käse Käse ', 0xff, ' Käse'))).toMatchObject({
      value: 'Käse Käse Käse Käse \uFFFD Käse',
      encoding: 'utf-8',
      guessed: false,
      replaced: [20],
    });
    expect(decode(bytes(0xff, 0xfe, 'a', 0, 'b'))).toMatchObject({
      value: 'a\uFFFD',
      replaced: [1],
    });
  });

  const sentences: Readonly<Record<string, string>> = {
    'windows-1252': 'Die Straße führt zur größten Brücke, und „alle“ gehen darüber.',
    'iso-8859-15': 'L’été dernier, l’école d’Élodie a fermé ; à présent, c’est « fini ».',
    'windows-1250': 'Już pierwszego dnia przyszło ponad tysiąc osób, żeby czytać.',
    'windows-1251': 'В первый же день пришло больше тысячи человек.',
    'windows-1253': 'Την πρώτη μέρα ήρθαν πάνω από χίλιοι άνθρωποι.',
    'windows-1255': 'הספרייה החדשה נפתחה ביום ראשון בבוקר.',
    'windows-1256': 'فتحت المكتبة الجديدة أبوابها صباح يوم الأحد.',
    shift_jis: '図書館が日曜日の朝に開館し、千人以上が訪れた。',
    gbk: '新图书馆在星期天早上开馆，第一天就来了一千多人。',
    'euc-kr': '도서관이 일요일 아침에 문을 열었고 천 명이 찾아왔다.',
  };

  test('one broken byte in a few words of UTF-8 leaves the others as they are', () => {
    const damage = fc.record({
      text: fc.constantFrom(...Object.values(sentences)),
      from: fc.double({ min: 0, max: 1, noNaN: true }),
      length: fc.integer({ min: 4, max: 60 }),
      place: fc.double({ min: 0, max: 1, noNaN: true }),
      byte: fc.integer({ min: 0x80, max: 0xff }),
    });
    let tried = 0;
    fc.assert(
      fc.property(damage, ({ text, from, length, place, byte }) => {
        const start = Math.floor(from * Math.max(1, text.length - length));
        const words = text.slice(start, start + length);
        const letters = words.match(/[^\0-\x7F]/g) ?? [];
        fc.pre(letters.length >= 3 && letters.every((letter) => /\p{L}/u.test(letter)));
        tried++;
        const at = Math.floor(place * words.length);
        const input = bytes(words.slice(0, at), byte, words.slice(at));
        const value = `${words.slice(0, at)}\uFFFD${words.slice(at)}`;
        expect(decode(input)).toEqual({ value, encoding: 'utf-8', guessed: false, replaced: [at] });
      }),
      { seed: 7, numRuns: 1000 },
    );
    expect(tried).toBeGreaterThan(500);
  });

  test('a few words in another encoding are not taken for damaged UTF-8', () => {
    const words = fc.record({
      encoding: fc.constantFrom(...Object.keys(sentences)),
      from: fc.integer({ min: 0, max: 40 }),
      length: fc.integer({ min: 10, max: 60 }),
    });
    fc.assert(
      fc.property(words, ({ encoding, from, length }) => {
        const text = (sentences[encoding] as string).slice(from, from + length);
        const input = iconv.encode(text, encoding);
        fc.pre(text.length >= 10 && input.some((byte) => byte >= 0x80));
        expect(decode(input).guessed).toBe(true);
      }),
      { seed: 7, numRuns: 1000 },
    );
  });

  test('a U+FFFD that the input spells out is not one of them', () => {
    expect(decode(bytes('ä\uFFFDä')).replaced).toEqual([]);
    expect(decode(bytes('ä\uFFFDäää', 0xff)).replaced).toEqual([5]);
  });

  test('are reported with their places, the first twenty one by one', () => {
    const decoded = decode(`a\r\n\0${'\0'.repeat(24)}`);
    const file = new VFile(decoded.value);
    reportDecoding(file, decoded);
    expect(file.messages).toHaveLength(21);
    expect(new Set(file.messages.map((message) => messageId(message)))).toEqual(
      new Set(['reader/replaced-character']),
    );
    expect(file.messages[0]).toMatchObject({ line: 2, column: 1 });
    expect(file.messages[1]).toMatchObject({ line: 2, column: 2 });
    expect(file.messages[20]?.reason).toContain('5 more characters');
  });
});

test('any bytes and any string become well-formed text', () => {
  fc.assert(
    fc.property(
      fc.oneof(fc.uint8Array({ maxLength: 200 }), fc.string({ unit: 'binary' })),
      (input) => {
        const { value, replaced } = decode(input);
        expect(value).not.toMatch(/\p{Surrogate}/u);
        expect(value).not.toContain('\0');
        for (const offset of replaced) expect(value[offset]).toBe('\uFFFD');
      },
    ),
  );
});
