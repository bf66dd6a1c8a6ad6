import { describe, expect, test } from 'vitest';
import { read, see } from './tree.ts';

const prose =
  'The council voted to plant ten thousand trees along its busiest streets, a plan that had been argued over for years and that costs forty million.';
const among = (block: string): string =>
  see(`${prose}\n\n${block}\n\n${prose}`).split('\n').slice(1, -1).join('\n');

describe('lists', () => {
  test.each(['-', '*', '•', '–', '·', '◦'])('with the bullet %s', (bullet) => {
    expect(among(`${bullet} lime\n${bullet} maple`)).toBe('ul(li(p(lime)) li(p(maple)))');
  });

  test.each([
    ['1.', '2.'],
    ['1)', '2)'],
    ['(1)', '(2)'],
    ['(a)', '(b)'],
    ['a)', 'b)'],
    ['i)', 'ii)'],
    ['(i)', '(ii)'],
  ])('counted %s %s', (first, second) => {
    expect(among(`${first} Plant lime.\n${second} Water it.`)).toBe(
      'ol1(li(p(Plant lime.)) li(p(Water it.)))',
    );
  });

  test('keep the number that they start with', () => {
    expect(among('4. Plant lime.\n5. Water it.')).toBe('ol4(li(p(Plant lime.)) li(p(Water it.)))');
    expect(among('(c) Plant lime.\n(d) Water it.')).toMatch(/^ol3/);
  });

  test('nest by indent, and no deeper than a bound', () => {
    expect(among('- trees\n  - lime\n    1. young\n    2. old\n  - maple\n- shrubs')).toBe(
      'ul(li(p(trees) ul(li(p(lime) ol1(li(p(young)) li(p(old)))) li(p(maple)))) li(p(shrubs)))',
    );
    const deep = Array.from({ length: 100 }, (_, depth) => `${'  '.repeat(depth)}- x`).join('\n');
    expect(see(deep).match(/ul\(/g)).toHaveLength(20);
  });

  test('hold lines that hang, that were cut, and blocks that stand further in', () => {
    expect(among('- a tree that is\n  old\n- a shrub')).toBe(
      'ul(li(p(a tree that is / old)) li(p(a shrub)))',
    );
    const cut =
      '- the trees that the council promised to plant along the river in the spring and\nnot later than that\n- shrubs';
    expect(among(cut)).toBe(
      'ul(li(p(the trees that the council promised to plant along the river in the spring and not later than that)) li(p(shrubs)))',
    );
    expect(among('1. Trees.\n\n   They are old.\n\n2. Shrubs.')).toBe(
      'ol1(li(p(Trees.) p(They are old.)) li(p(Shrubs.)))',
    );
  });

  test('follow right below a colon', () => {
    expect(see(`${prose}\nThree kinds:\n- lime\n- maple`)).toContain('p(Three kinds:)\nul(');
  });

  test.each([
    ['a year at the start', '1945. It was the year in which the war ended.'],
    ['a chronicle', '1945. The war ended.\n\n1946. The town was rebuilt.'],
    ['one speech', '- Never, said he.'],
    ['a dialogue', '- Where will they go? asked one resident.\n- Everywhere, said the mayor.'],
    ['a dialogue with dashes for the tag', '– Where will they go?\n– Everywhere.'],
    ['one number', '3. That was the number on the door.'],
    ['numbers that do not count up', '3. That was the number.\n\n7. That was another.'],
    ['initials', 'A. Smith\nB. Jones'],
    ['a footnote with a star', '* Not her real name.'],
    ['an amount below zero', '-5 degrees\n-6 degrees'],
    ['asides', '(as he said)\n(and as she said)'],
  ])('are not: %s', (_, text) => {
    expect(among(text)).not.toMatch(/[uo]l\d*\(/);
  });

  test('take marks alone in an item for text', () => {
    expect(among('• ***\n• a')).toBe('ul(li(p(***)) li(p(a)))');
  });

  test('are not where a line of prose goes on with a dash or a number', () => {
    const source = `The ferry that ties the two halves of the town together ran again on Monday,
nine years after a storm broke the old landing stage and left the island lost
- as nobody had wanted to believe - without any link to the town. In the year
1945. This was the sum of it, and so the people stood in line on the old quay
- two hundred of them - and sang until the band had packed their instruments.`;
    expect(see(source)).not.toContain('ul(');
    expect(see(source)).not.toContain('\n');
  });
});

describe('headings', () => {
  test('the headline, where it looks like one', () => {
    expect(see(`City to plant ten thousand trees\n\n${prose}`)).toMatch(/^h1\(City to plant/);
    for (const line of [
      'By Ada Lorne',
      '12 March 2019',
      'Publication: The Crier',
      'It rained.',
      'Dear Editor,',
      'News',
    ]) {
      expect(see(`${line}\n\n${prose}`)).toMatch(/^p\(/);
    }
    expect(see('City to plant ten thousand trees')).toMatch(/^p\(/);
    // Which of two is the headline is not for the reader to say.
    expect(see(`THE DAILY CRIER\n\nCity to plant ten thousand trees\n\n${prose}`)).not.toContain(
      'h1(',
    );
  });

  test.each([
    'What comes next',
    'A PLAN FOR THE RIVER',
    'The Long Road to a Plan That Nobody Quite Wanted to Make',
    'Why now?',
    'Background (2010–2014)',
  ])('a subhead: %s', (line) => {
    expect(among(line)).toBe(`h2(${line})`);
    expect(see(`${prose}\n${line}\n${prose}`)).toContain(`h2(${line})`);
  });

  test.each([
    'It rained all day.',
    'By Ada Lorne',
    'Photo: Ada Lorne',
    'Sources: The Crier, May 3',
    'Three kinds:',
    '“A tree is a tree”',
    'a line in small letters',
    'A man walks his dog past the old plane trees near the harbour',
    'Read more about the trees',
    'October 5, 2022',
    'https://crier.example/trees',
    'and the mayor agreed',
    'The trees and the',
    'Ada Lorne: Why now?',
    '42',
    '* * a',
  ])('no subhead: %s', (line) => {
    expect(among(line)).not.toContain('h2(');
  });

  test('no subhead: a line at the end, stubs in a row, a line that recurs', () => {
    expect(see(`${prose}\n\nAda Lorne`)).not.toContain('h2(');
    expect(among('Apples\n\nPears\n\nPlums')).not.toContain('h2(');
    expect(
      see(`${prose}\n\nAda Lorne\n\n${prose}\n\nBen Cole\n\n${prose}\n\nAda Lorne\n\n${prose}`),
    ).toBe(
      [
        `p(${prose})`,
        'p(Ada Lorne)',
        `p(${prose})`,
        'h2(Ben Cole)',
        `p(${prose})`,
        'p(Ada Lorne)',
        `p(${prose})`,
      ].join('\n'),
    );
  });

  test('underlined', () => {
    expect(see(`The plan\n========\n\n${prose}\n\nWhy now\n-------\n${prose}`)).toBe(
      `h1(The plan)\np(${prose})\nh2(Why now)\np(${prose})`,
    );
    expect(among('The trees that nobody wanted\n---')).toContain('hr');
  });

  test('marked with #, in two places or in the first line', () => {
    expect(see(`# The plan\n\n${prose}`)).toMatch(/^h1\(The plan\)/);
    expect(
      see(`${prose}\n\n## Why now\n\n${prose}\n\n## What next\n\n${prose}`).match(/h2\(/g),
    ).toHaveLength(2);
    expect(among('# 1 in the charts')).toBe('p(# 1 in the charts)');
    expect(among('#trees\n\n#shrubs')).not.toMatch(/h\d\(/);
  });
});

describe('block quotes', () => {
  test('marked', () => {
    expect(among('> I object, wrote a\n> reader, to all of it.\n>\n> > I do not.')).toBe(
      'quote(p(I object, wrote a reader, to all of it.) quote(p(I do not.)))',
    );
    expect(among('> I object.')).toBe('quote(p(I object.))');
  });

  test('set in among paragraphs that are not', () => {
    expect(
      among(
        '    The sea gives and the sea takes, and the wise man\n    keeps a boat on both of its shores.',
      ),
    ).toBe(
      'quote(p(The sea gives and the sea takes, and the wise man keeps a boat on both of its shores.))',
    );
    expect(among('    The sea gives and the sea takes.\n\n    So be it.')).toBe(
      'quote(p(The sea gives and the sea takes.) p(So be it.))',
    );
  });

  test.each([
    ['a comparison', '> 50 per cent'],
    ['a comparison without space', '>50 per cent of all trees'],
    ['marks alone', '>\n>'],
    ['a centred line', '                 THE END OF IT ALL'],
  ])('are not: %s', (_, text) => {
    expect(among(text)).not.toContain('quote(');
  });

  test('are not where most paragraphs begin with an indent', () => {
    expect(see(Array.from({ length: 4 }, () => `    ${prose}`).join('\n\n'))).not.toContain(
      'quote(',
    );
  });

  test('nest no deeper than a bound', () => {
    expect(see(`${'> '.repeat(100)}a\n${'> '.repeat(100)}b`).match(/quote\(/g)).toHaveLength(20);
  });
});

describe('tables', () => {
  const rows = 'table(tr(td(Tree) td(Height)) tr(td(Lime) td(20 m)) tr(td(Maple) td(15 m)))';

  test.each([
    ['tabs', 'Tree\tHeight\nLime\t20 m\nMaple\t15 m'],
    ['several tabs', 'Tree\t\tHeight\nLime\t\t20 m\nMaple\t15 m'],
    ['columns', 'Tree    Height\nLime    20 m\nMaple   15 m'],
    ['columns below a rule', 'Tree   Height\n-----  ------\nLime   20 m\nMaple  15 m'],
    ['bars', '| Tree | Height |\n| Lime | 20 m |\n| Maple | 15 m |'],
    ['bars with a rule', 'Tree | Height\n-----|------\nLime | 20 m\nMaple | 15 m'],
    [
      'a drawn box',
      '+-------+--------+\n| Tree  | Height |\n+-------+--------+\n| Lime  | 20 m   |\n| Maple | 15 m   |\n+-------+--------+',
    ],
  ])('set with %s', (_, text) => {
    expect(among(text)).toBe(rows);
  });

  test('with numbers set to the right, and with an empty corner', () => {
    expect(among('Tree     2019   2020\nLime        4     12\nMaple     120      7')).toBe(
      'table(tr(td(Tree) td(2019) td(2020)) tr(td(Lime) td(4) td(12)) tr(td(Maple) td(120) td(7)))',
    );
    expect(among('\t2019\t2020\nLime\t4\t12')).toBe(
      'table(tr(td() td(2019) td(2020)) tr(td(Lime) td(4) td(12)))',
    );
  });

  test('bear the places of their cells', () => {
    const table = read('a\tb\nc\td').children[0];
    expect(table).toMatchObject({
      type: 'table',
      align: [null, null],
      position: { start: { offset: 0 }, end: { offset: 7 } },
      children: [
        {},
        { children: [{}, { position: { start: { line: 2, column: 3, offset: 6 } } }] },
      ],
    });
  });

  test.each([
    ['prose with a tab', `It rained\tall day.\n${prose}`],
    ['paragraphs with a tab before them', `\t${prose}\n\t${prose}`],
    [
      'prose with two spaces after stops',
      'It rained.  It snowed.  It was dark.\nIt rained.  It snowed.  It was light.',
    ],
    ['spaces that do not line up', 'one  two\nthree  four\nfive  six'],
    ['one line', 'a\tb\tc'],
    ['a credit with a bar', 'Photo: A. Lorne | The Crier'],
    ['long cells', `Q\t${prose} ${prose}\nA\t${prose} ${prose}`],
  ])('are not: %s', (_, text) => {
    expect(among(text)).not.toContain('table(');
  });
});

describe('breaks', () => {
  test.each(['***', '* * *', '---', '___', '⁂', '- - -', '========'])('%s', (line) => {
    expect(among(line)).toBe('hr');
  });

  test.each(['--', '**', '*** a', '-30-', '###'])('not %s', (line) => {
    expect(among(line)).toBe(`p(${line})`);
  });
});

describe('sources at the end', () => {
  test('with numbers in brackets stay paragraphs with their numbers', () => {
    const source = `${prose}

References

[1] Lorne, A. The ferry that would not float. Saltby Press, 2001, with an index
that is too long for one line.
[2] Brown, C. Boats.
[3] Cole, B. Quays and harbours of the north, with maps by the author, Saltby,
    second edition.`;
    expect(see(source).split('\n').slice(1)).toEqual([
      'h2(References)',
      'p([1] Lorne, A. The ferry that would not float. Saltby Press, 2001, with an index that is too long for one line.)',
      'p([2] Brown, C. Boats.)',
      'p([3] Cole, B. Quays and harbours of the north, with maps by the author, Saltby, second edition.)',
    ]);
  });

  test('with plain numbers are a list', () => {
    expect(see(`${prose}\n\nNotes\n\n1. Lorne, A. Ferries.\n2. Brown, C. Boats.`)).toContain(
      'h2(Notes)\nol1(li(p(Lorne, A. Ferries.)) li(p(Brown, C. Boats.)))',
    );
  });
});
