/** Random raw texts, made of what the reader tells apart: markers, indents, rules, cells, and characters that Markdown gives a meaning. */
import fc from 'fast-check';

const prefixes = [
  '',
  '',
  '',
  '',
  '  ',
  '    ',
  '\t',
  '- ',
  '- ',
  '* ',
  '  - ',
  '    - ',
  '• ',
  '•',
  '– ',
  '1. ',
  '2. ',
  '3. ',
  '  1. ',
  '1) ',
  '2) ',
  '(a) ',
  '(b) ',
  'a. ',
  'b. ',
  '> ',
  '> ',
  '>',
  '> > ',
  '>> - ',
  '[1] ',
  '[2] ',
  '# ',
  '## ',
  '| ',
  '+ ',
  '10. ',
  '\u3000',
];
const words = [
  'a',
  'The',
  'word',
  'well-',
  'infor-',
  'Title',
  'Case',
  'lower',
  'End.',
  'and',
  'it,',
  'said:',
  'U.S.',
  '5',
  '1945.',
  '(Reuters)',
  '中文',
  '。',
  'Ж',
  '-',
  '*',
  '**',
  '_x_',
  '__',
  '#',
  '>',
  '|',
  '~~',
  '~',
  '`',
  '```',
  '\\',
  '&amp;',
  '&#32;',
  '<b>',
  '<!--',
  'http://a.b',
  'a@b.c',
  '[^1]',
  '[^1]:',
  '![a](b)',
  '[a]: b',
  '[ ]',
  '!',
  '[',
  '](',
  ']',
  '+',
  '1.',
  '1)',
  '$',
  '^',
  ':',
  ':-:',
  '|-|',
  '---',
  '===',
  '***',
  '"',
  '“x”',
  '\f',
  '\u2028',
  '\u00A0',
  '\u200B',
  '\uFFFD',
  '=',
  '  ',
  '   ',
  '\t',
  '😀',
  '://',
  '-- ',
  '—',
  'x\u00AD',
];
const whole = [
  '',
  '',
  '',
  '***',
  '* * *',
  '---',
  '======',
  '⁂',
  'References',
  '|---|---|',
  '>',
  '-',
  '> ',
  '   ',
];
const sentence =
  'The harbour town has waited for the ferry and the ferry has waited for the town, which nobody there would call a well-known fact or even a rumour. ';

const line = fc.oneof(
  {
    weight: 5,
    arbitrary: fc
      .tuple(
        fc.constantFrom(...prefixes),
        fc.array(
          fc.tuple(fc.constantFrom(...words), fc.constantFrom(' ', ' ', ' ', '', '\t', '   ')),
          { maxLength: 7, size: 'max' },
        ),
      )
      .map(([prefix, parts]) => prefix + parts.flat().join('')),
  },
  { weight: 2, arbitrary: fc.constantFrom(...whole) },
  {
    weight: 1,
    arbitrary: fc.constantFrom(
      '- item',
      '- item',
      '1. item',
      '2. item',
      '> quoted text',
      '[1] Entry',
      '[2] Entry',
      'a\tb',
      'a\tb',
      'x   y',
      '| a | b |',
    ),
  },
  {
    weight: 1,
    arbitrary: fc.integer({ min: 60, max: 72 }).map((width) => sentence.slice(0, width)),
  },
  { weight: 1, arbitrary: fc.constant(sentence.trimEnd()) },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 8 }) },
);

const phrase = fc
  .array(fc.constantFrom(...words), { minLength: 1, maxLength: 4, size: 'max' })
  .map((parts) => `x ${parts.join(' ')}`);

/** Items of a list, some nested, some with lines below them. */
const items = fc
  .tuple(
    fc.constantFrom('-', '*', '•', '1.', '1)', '(a)'),
    fc.array(
      fc.tuple(
        fc.constantFrom('', '', '', '  ', '    '),
        phrase,
        fc.constantFrom(
          '\n',
          '\n',
          '\n\n',
          '\n   below\n',
          '\n\n   apart\n',
          '\n   > quoted\n   > more\n',
        ),
      ),
      { minLength: 2, maxLength: 6, size: 'max' },
    ),
  )
  .map(([marker, parts]) =>
    parts
      .map(([indent, text, end], index) => {
        const own = marker
          .replace('1', String(index + 1))
          .replace('a', String.fromCharCode(97 + index));
        return `${indent}${own} ${text}${end}`;
      })
      .join(''),
  );

/** A decoded input: no NUL and no lone surrogate, as `decode` leaves it. */
export const rawText: fc.Arbitrary<string> = fc
  .array(
    fc.tuple(
      fc.oneof({ weight: 6, arbitrary: line }, { weight: 1, arbitrary: items }),
      fc.constantFrom('\n', '\n', '\n', '\n', '\n\n', '\r\n', '\r'),
    ),
    { maxLength: 14, size: 'max' },
  )
  .map((lines) =>
    lines
      .flat()
      .join('')
      .replace(/[\0\p{Surrogate}]/gu, '\uFFFD'),
  );
