import { Ajv } from 'ajv';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import cleanup, { optionsSchema, type CleanupOptions } from '../../../plugins/cleanup/index.ts';
import { repairs } from '../../../plugins/cleanup/repairs/index.ts';
import type { Root } from 'mdast';
import { VFile } from 'vfile';
import { clean, cleanMarkdown, cleanTree } from './clean.ts';

/** Words that make an article English beyond doubt. */
const table = (cases: [before: string, after: string][]): void => {
  it.each(cases)('%j', (before, after) => {
    expect(clean(before).text).toBe(after);
    expect(clean(after).text).toBe(after);
  });
};
const same = (cases: string[]): void => {
  it.each(cases)('%j stays', (text) => {
    expect(clean(text).text).toBe(text);
    expect(clean(text).messages).toEqual([]);
  });
};

describe('mojibake', () => {
  table([
    ['the townâ€™s wall', 'the town’s wall'],
    ['â€œYesâ€\u009d, he said', '“Yes”, he said'],
    ['he said â€œyesâ€ and left', 'he said “yes” and left'],
    ['a cafÃ© in the town', 'a café in the town'],
    ['the naÃ¯ve façade', 'the naïve façade'],
    ['ten â€“ twelve', 'ten – twelve'],
    ['wait â€¦ what', 'wait … what'],
    ['it cost Â£5 and â‚¬6', 'it cost £5 and €6'],
    ['the townÃ¢â‚¬â„¢s wall', 'the town’s wall'],
    ['the cafÃƒÂ© of the town', 'the café of the town'],
    ['ESPAÃ‘A', 'ESPAÑA'],
    ['the end.Â  Then', 'the end. Then'],
    ['the endÂ of it', 'the end of it'],
    ['Åukasz of the club', 'Åukasz of the club'],
    ['PaweÅ‚ and Äorde', 'Paweł and Äorde'],
    ['the town\u0092s wall', 'the town’s wall'],
    ['ðŸ˜€ is the sign', '😀 is the sign'],
    ['ÐŸÑ€Ð¸Ð²ÐµÑ‚', 'Привет'],
    ['the â„¢ of it', 'the ™ of it'],
    ['ï»¿the start', 'the start'],
  ]);
  same([
    'the letter Ã is Portuguese',
    '“IRMÃ” was written on the wall',
    'SÃO PAULO and AMANHÃ, he said',
    'the CAFÉ” of the town',
    'he read “É…” and left',
    'the café”— a place',
    'a crêpe – à la carte – and naïve façade',
    'the letter Â in the word',
    'Spaß” und “Größe',
    'the À « mot »',
  ]);
  it('reports what it found, where and what it made of it', () => {
    const { file } = clean('the townâ€™s cafÃ©');
    expect(file.messages.map(({ actual, expected }) => [actual, expected])).toEqual([
      ['â€™', ['’']],
      ['Ã©', ['é']],
    ]);
    expect(file.messages[0]?.place).toMatchObject({
      start: { line: 1, column: 9 },
      end: { column: 12 },
    });
  });
});

describe('control and zero-width characters', () => {
  table([
    ['the\u0007 town', 'the town'],
    ['one\ftwo', 'one two'],
    ['one\u2028two', 'one two'],
    ['the\u200B town', 'the town'],
    ['\uFEFFthe town', 'the town'],
    ['the\u200D town', 'the town'],
    ['to\u2060wn', 'town'],
    ['the \u202Etown\u202C', 'the town'],
    ['the \u200Etown', 'the town'],
  ]);
  same([
    'the family 👨‍👩‍👧 and the ❤️‍🔥 and 🏴󠁧󠁢󠁥󠁮󠁧󠁿',
    'می‌خواهم',
    'क्‍ष',
    'ภาษา\u200Bไทย',
    'שלום \u200Fעולם\u200E (the)',
    '☎︎ and ☎️ and 👍🏽',
  ]);
});

describe('soft hyphens and ligatures', () => {
  table([
    ['infor\u00ADmation', 'information'],
    ['infor\u00AD mation', 'information'],
    ['of the ﬁrst oﬃce', 'of the first office'],
    ['ﬂoor and ﬆ and ﬀ', 'floor and st and ff'],
  ]);
  same(['ﬓ and ﷺ', 'the œuvre of Æsop']);
});

describe('spaces', () => {
  table([
    ['the  town', 'the town'],
    ['the\ttown', 'the town'],
    ['the\u00A0town', 'the town'],
    ['the \u00A0 town', 'the town'],
    ['  the town ', 'the town'],
    ['the\u2003town', 'the town'],
  ]);
  same([
    '10\u00A0000 and 5\u00A0km',
    'Dr.\u00A0Roe and p.\u00A05',
    '« mot »'.replaceAll(' ', '\u00A0'),
    'the\u00A0— town',
    '5\u2009km',
  ]);
});

describe('doubled punctuation', () => {
  table([
    ['the website,, went', 'the website, went'],
    ['the website, , went', 'the website, went'],
    ['the website,,, went', 'the website, went'],
    ['the website ( ) went', 'the website went'],
    ['the website () went', 'the website went'],
    ['the website (, ) went', 'the website went'],
    ['the website ( ), went', 'the website, went'],
    ['the website,.', 'the website.'],
    ['the end.. The', 'the end. The'],
    ['the end;; then', 'the end; then'],
  ]);
  same([
    'the website (, August 26) went',
    'what?! Really!! Yes?? No…',
    'call foo() and bar()',
    '( ) yes ( ) no',
    'Roe Inc., of York',
    ',,so” said he',
    'the ../path/to it',
  ]);
  it('reports its place', () => {
    const text = 'the privately owned website,, went on';
    const { file } = clean(text);
    const place = file.messages[0]?.place as { start: { offset: number }; end: { offset: number } };
    expect(text.slice(place.start.offset, place.end.offset)).toBe(',,');
    expect(file.messages[0]).toMatchObject({ actual: ',,', expected: [','] });
  });
});

it('warns of brackets that lost what stood in them', () => {
  const { file } = clean('It opened on Monday (). Ships had waited.');
  expect(file.messages.map(({ ruleId, fatal }) => [ruleId, fatal])).toEqual([
    ['empty-brackets', false],
  ]);
});

describe('space before punctuation', () => {
  table([
    ['the town , the wall', 'the town, the wall'],
    ['the town .', 'the town.'],
    ['the town ; the wall', 'the town; the wall'],
    ['what is that ?', 'what is that?'],
    ['the town (the wall) , too', 'the town (the wall), too'],
  ]);
  same([
    'the .NET of it',
    'the smile :) and ;)',
    'the town … and',
    'a ratio of 3 : 1',
    'it is a != b',
    'the .5 of it',
  ]);
  it('leaves high marks of other languages', () => {
    expect(clean('Le mot ; les rues', { language: 'fr' }).text).toBe('Le mot ; les rues');
    expect(clean('Le mot , les rues', { language: 'fr' }).text).toBe('Le mot, les rues');
  });
});

describe('quotes', () => {
  table([
    ['"Yes," he said.', '“Yes,” he said.'],
    ["'Yes,' he said.", '‘Yes,’ he said.'],
    ['He said, "She said, \'No.\'"', 'He said, “She said, ‘No.’”'],
    ['"\'No,\' she said," he said.', '“‘No,’ she said,” he said.'],
    ["the town's wall", 'the town’s wall'],
    ["the boys' club and James' hat", 'the boys’ club and James’ hat'],
    ["in the '90s and the '60s", 'in the ’90s and the ’60s'],
    ["the class of '68", 'the class of ’68'],
    ["the 1990's", 'the 1990’s'],
    ["rock 'n' roll", 'rock ’n’ roll'],
    ["'Tis true, 'twas so", '’Tis true, ’twas so'],
    ["go get 'em", 'go get ’em'],
    ["O'Brien and d'Arc can't", 'O’Brien and d’Arc can’t'],
    ['("Yes")', '(“Yes”)'],
    ["['yes']", '[‘yes’]'],
    ['the word—"yes"—was', 'the word—“yes”—was'],
    ['"I was—"', '“I was—”'],
    ['he is 6\'2" tall', 'he is 6′2″ tall'],
    ['a 5" pipe', 'a 5″ pipe'],
    ['at 40°26\'46"N', 'at 40°26′46″N'],
    ['"He is 6\'2" tall," she said', '“He is 6′2″ tall,” she said'],
    ['"In 1990," he said', '“In 1990,” he said'],
    ['"It was 1990" and "it was 5"', '“It was 1990” and “it was 5”'],
    ["'It was 1990' and so on", '‘It was 1990’ and so on'],
    ['"First paragraph of two', '“First paragraph of two'],
    ['“Yes, the "town" is”', '“Yes, the “town” is”'],
    ["the 'so-called' wall", 'the ‘so-called’ wall'],
    ['"What?" "Yes!"', '“What?” “Yes!”'],
    ["the dogs' and cats' food", 'the dogs’ and cats’ food'],
  ]);
  same(['the “town’s” wall', 'a " alone', '„Das Wort“ is the German', '«mot»']);
  it('leaves other languages alone', () => {
    for (const language of ['fr', 'de-DE', 'es']) {
      expect(clean('"a" - b', { language }).text).toBe('"a" - b');
    }
    expect(
      clean('Der Mann sagte: "Das ist nicht die Frau, und der Hund ist auch nicht da."').text,
    ).toContain('"');
    expect(clean('Он сказал "да" - и ушёл').text).toBe('Он сказал "да" - и ушёл');
  });
  it('leaves quotations in other scripts alone', () => {
    expect(clean('The sign said «Он -- "да" ушёл» and that was it.').text).toBe(
      'The sign said «Он -- "да" ушёл» and that was it.',
    );
  });
});

describe('dashes', () => {
  table([
    ['the town--a port--was', 'the town—a port—was'],
    ['the town -- a port -- was', 'the town — a port — was'],
    ['the town - a port - was', 'the town – a port – was'],
    ['the town---a port', 'the town—a port'],
    ['the “I was--”', 'the “I was—”'],
    ['the town — a port - was', 'the town — a port — was'],
    ['the town—a port - was', 'the town—a port—was'],
    ['the years 1990-95 and 1990-1995', 'the years 1990–95 and 1990–1995'],
    ['in 2001-02 and pp. 12-15', 'in 2001–02 and pp. 12–15'],
    ['some 5-10 percent, 3-5 days', 'some 5–10 percent, 3–5 days'],
    ['some $5-10 million', 'some $5–10 million'],
  ]);
  same([
    'a well-known man-of-war',
    'call 555-1234 or 1-800-555-1234',
    'ISBN 978-3-16-148410-0 and 0-306-40615-2',
    'on 2022-10-19 and in 2022-10',
    'the sum 3 - 2 and -5 degrees',
    'the F-16 and COVID-19 and 747-400',
    'pre- and post-war',
    'run --help or -v',
    'see https://example.org/a--b and a--b.txt',
    'they won 2-1 and 24-7',
    'a = b - c',
    'ten — of the — spaced',
    'the rule ---- of it',
  ]);
  it('follows the option', () => {
    const text = 'the town -- a port - was';
    expect(clean(text, { options: { dashes: 'em' } }).text).toBe('the town—a port—was');
    expect(clean(text, { options: { dashes: 'en-spaced' } }).text).toBe('the town – a port – was');
    expect(clean(text, { options: { dashes: 'keep' } }).text).toBe(text);
  });
});

describe('ellipses', () => {
  table([
    ['wait...', 'wait…'],
    ['wait . . . what', 'wait … what'],
    ['wait.... What', 'wait…. What'],
    ['...and so on', '…and so on'],
  ]);
  same(['wait…', 'a ..... leader', 'the .../path of it']);
});

describe('what is no prose', () => {
  it.each([
    'run `a--b  "c"...` now',
    'run <code>a -- "c"...</code> now',
    'see <https://example.org/?q="a"--b> now',
    'write to a--b@example.org now',
    'see /usr/lib//a--b or C:\\\\a--b now',
    'the sum $a_1 -- "b" = c$ of it',
    '```\na -- "b"...\n```',
  ])('%j stays', (source) => {
    const { text, messages } = cleanMarkdown(source);
    expect(messages).toEqual([]);
    expect(text).toBe(cleanMarkdown(source, { options: off() }).text);
  });

  it('reaches into emphasis, headings, tables and notes, across nodes', () => {
    expect(cleanMarkdown('# The "*town*"\n\nthe *town*\'s "wall **,** too"').text).toBe(
      'The “town”\n\nthe town’s “wall, too”',
    );
  });

  it('gives places of the source after earlier changes', () => {
    const source = 'the "town"  &amp; the *websi­te,,* went';
    const { file } = cleanMarkdown(source);
    const slices = file.messages.flatMap(({ place }) =>
      place && 'start' in place ? [source.slice(place.start.offset, place.end.offset)] : [],
    );
    expect(slices).toEqual(['­', ',,']);
  });

  it('treats the names that the masthead holds as data', () => {
    const file = new VFile({ value: '' });
    file.data.masthead = {
      authors: [{ name: "Tim O'Hara" }],
      publication: { name: 'The  Herald', volume: null, issue: null },
      date: null,
      url: null,
      language: null,
    };
    expect(cleanTree({ type: 'root', children: [] }, file).messages).toEqual([]);
    expect(file.data.masthead.authors).toEqual([{ name: 'Tim O’Hara' }]);
    expect(file.data.masthead.publication?.name).toBe('The Herald');
  });

  it('treats the masthead', () => {
    const file = new VFile({ value: '' });
    const tree: Root = {
      type: 'root',
      children: [
        {
          type: 'masthead',
          children: [
            { type: 'heading', depth: 1, children: [{ type: 'text', value: 'The "wall"' }] },
          ],
        },
      ],
    };
    expect(cleanTree(tree, file).text).toBe('The “wall”');
  });
});

describe('messages', () => {
  it('are one a rule for typography, with the count', () => {
    const { file, messages } = clean('the "town" and "wall"\n\nthe  "sea"');
    expect(messages).toEqual(['cleanup/spaces', 'cleanup/quotes']);
    expect(file.messages[1]?.reason).toContain('6 places');
    expect(file.messages[0]?.place).toBeUndefined();
  });
});

/** Options with every repair switched off. */
function off(): CleanupOptions {
  return Object.fromEntries(repairs.map(({ name }) => [name, false]));
}

describe('options', () => {
  it('switch every repair', () => {
    const text =
      'the\u0007\u200B\u00AD ﬁrst  "town" -- cafÃ© then,, wait () now... then , so near,but far';
    expect(clean(text, { options: off() }).text).toBe(text);
    for (const { name, rule } of repairs) {
      const { messages } = clean(text, { options: { ...off(), [name]: true } });
      expect(messages).toEqual([rule]);
    }
    expect(clean('the "town"', { options: { quotes: 'keep' } }).text).toBe('the "town"');
  });

  it('have a valid schema', () => {
    const validate = new Ajv({ strict: false }).compile(optionsSchema);
    expect(validate({ quotes: 'keep', dashes: 'em', mojibake: false })).toBe(true);
    expect(validate({ dashes: 'long' })).toBe(false);
    expect(validate({ moji: true })).toBe(false);
  });
});

describe('for any text', () => {
  const unit = fc.oneof(
    { weight: 6, arbitrary: fc.constantFrom('the ', 'town', 'a', 'S', ' ', '  ', ',', ', ', '.', '...', ' . ', '"', "'", '-', '--', ' - ', ' -- ', '—', '–', '(', ')', '( )', ';', ':', '?', '!', '1990', '5', '-95', "'90s", '\u00A0', '\u00AD', '\u200B', '\u200D', 'ﬁ', 'â€™', 'Ã©', 'Ã', 'Â', 'â€', '\u0092', '…', '“', '”', '‘', '’', '°', '\u202E', '\n', 'да', 'https://a.b/c--d', '«', '»', '/', '$', '\t', '\f', 'é', '€', '\u009D') },
    { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 3 }) },
  ); // prettier-ignore
  /** The same texts in each run; another number tries others. */
  const seed = Number(process.env['FUZZ_SEED'] ?? 2136320277);
  const texts = fc.array(unit, { maxLength: 30 }).map((parts) => parts.join(''));

  it('running twice changes nothing and reports nothing', () => {
    fc.assert(
      fc.property(texts, (text) => {
        const once = clean(text);
        const file = new VFile({ value: text });
        const again = cleanTree(once.tree, file);
        expect(again.text).toBe(once.text);
        expect(again.messages).toEqual([]);
        // Empty lines would be other blocks when read again.
        if (!once.text.includes('\n\n')) expect(clean(once.text).text).toBe(once.text);
      }),
      { numRuns: 3000, seed },
    );
  });

  it('no letter and no digit is lost', () => {
    const keep = (text: string): string => text.normalize('NFKC').replace(/[^\p{L}\p{N}]/gu, '');
    fc.assert(
      fc.property(texts, (text) => {
        const { text: after } = clean(text, { options: { mojibake: false } });
        expect(keep(after)).toBe(keep(text));
      }),
      { numRuns: 2000, seed },
    );
  });

  it('every place is that of what is said to be there', () => {
    fc.assert(
      fc.property(texts, (text) => {
        const { file } = clean(text);
        for (const { place, actual } of file.messages) {
          if (!place || !('start' in place) || actual === undefined) continue;
          expect(text.slice(place.start.offset, place.end.offset).length).toBeGreaterThanOrEqual(0);
          if (file.messages.length === 1 && actual !== '') {
            expect(text.slice(place.start.offset, place.end.offset)).toContain(actual);
          }
        }
      }),
      { numRuns: 500, seed },
    );
  });

  it('works without positions', () => {
    fc.assert(
      fc.property(texts, (text) => {
        const bare = clean(text, { bare: true });
        expect(bare.text).toBe(clean(text).text);
        for (const message of bare.file.messages) expect(message.place).toBeUndefined();
      }),
      { numRuns: 300 },
    );
  });

  it('takes time linear in the length', () => {
    for (const part of [
      '"',
      "'",
      ',,',
      '( )',
      ' -',
      '- ',
      '--',
      '...',
      '. ',
      'â',
      'Ã©',
      '\u00AD',
      ' ',
      '$a_',
      'a.b',
      'a@',
      '/',
      '\u200B',
      'да ',
      '1-',
      '"a" ',
      '\\',
    ]) {
      const text = part.repeat(20_000);
      const start = performance.now();
      clean(text);
      expect(performance.now() - start, JSON.stringify(part)).toBeLessThan(20_000);
    }
  });
});

it('does nothing to an empty tree', () => {
  const file = new VFile({ value: '' });
  cleanup()({ type: 'root', children: [] }, file);
  expect(file.messages).toEqual([]);
});

describe('what has no text', () => {
  it.each(['The gate ![open](a.png) and the wall.', 'The gate <br> and the wall.'])(
    'is kept between spaces: %s',
    (markdown) => {
      const [paragraph] = cleanMarkdown(markdown).tree.children;
      expect(paragraph).toMatchObject({ children: [{}, {}, { value: ' and the wall.' }] });
    },
  );
});
