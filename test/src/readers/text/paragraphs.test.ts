import { describe, expect, test } from 'vitest';
import { VFile } from 'vfile';
import { readText } from '../../../../src/readers/text/index.ts';
import { textView } from '../../../../src/text/index.ts';
import { read, see, texts } from './tree.ts';

const wrapped = `The ferry that ties the two halves of the town together ran again on Monday,
nine years after a storm broke the old landing stage and left the island with-
out any link of its own. Some two hundred people stood in line for the first
crossing, and the harbour master counted every one of them.`;

describe('paragraphs', () => {
  test('stand between blank lines', () => {
    expect(see('One sentence stands here.\n\n\nAnother one stands there.\n')).toBe(
      'p(One sentence stands here.)\np(Another one stands there.)',
    );
  });

  test('stand one a line', () => {
    const long =
      'The council voted to plant ten thousand trees along its busiest streets, a plan that had been argued over for years and costs forty million.';
    expect(see(`${long}\n“We are late,” said the mayor.\n${long}`)).toBe(
      `p(${long})\np(“We are late,” said the mayor.)\np(${long})`,
    );
  });

  test('are joined where they were cut at a width', () => {
    expect(see(`${wrapped}\n\n${wrapped}`).split('\n')).toHaveLength(2);
    expect(see(wrapped)).toContain('on Monday, nine years after');
    expect(see(wrapped)).toContain('left the island without any link');
  });

  test('end where a line breaks off, without a blank line', () => {
    expect(see(`${wrapped}\n${wrapped}`).split('\n')).toHaveLength(2);
  });

  test('keep addresses apart that stand one a line', () => {
    const addresses = [
      'https://example.org/guide/en/',
      'https://example.com/a-',
      'www.example.net/b',
    ];
    const long = 'https://github.com/frictionlessdata/tableschema-js/blob/main/';
    const result = see(`${wrapped}\n\n${long}\n${addresses.join('\n')}`);
    for (const address of [long, ...addresses])
      expect(result).toMatch(new RegExp(`[( ]${address}[ )]`));
  });

  test('are joined also when only two lines long, by the width of the article', () => {
    const short =
      'Nobody in the harbour could say afterwards who had given the sign that made\nEveryone cheer.';
    expect(see(`${wrapped}\n\n${short}`)).toContain('that made Everyone cheer.');
  });

  test('are told apart by first-line indents and by hanging indents', () => {
    const first = wrapped.replace(/^/, '  ');
    expect(see(`${first}\n${first}`).split('\n')).toHaveLength(2);
    const hanging = wrapped.replaceAll('\n', '\n    ');
    expect(see(`${hanging}\n${hanging}`).split('\n')).toHaveLength(2);
  });

  test('of one article can have several shapes', () => {
    const long =
      'The council voted to plant ten thousand trees along its busiest streets, a plan that had been argued over for years and costs forty million.';
    const lines = see(`${long}\n${long}\n\n${wrapped}\n\n${long}`).split('\n');
    expect(lines).toHaveLength(4);
    expect(lines[2]).toContain('on Monday, nine years');
  });

  test('go on over a line ending that fell into a sentence', () => {
    const head =
      'The council voted to plant ten thousand trees along its busiest streets, a plan that had been argued over for most of a decade by';
    expect(see(`${head}\nthree parties and two mayors who agreed on nothing else.`)).not.toContain(
      '\n',
    );
  });

  test.each(['\n', '\r\n', '\r'])('count each kind of line ending (%j)', (ending) => {
    const source = wrapped.replaceAll('\n', ending);
    expect(see(source)).toBe(see(wrapped));
    const file = new VFile(source);
    const paragraph = readText(file).children[0];
    if (paragraph?.type !== 'paragraph') throw new Error('expected a paragraph');
    const view = textView(paragraph, file);
    const at = view.text.indexOf('without');
    const place = view.place(at, at + 'without'.length);
    expect(source.slice(place?.start.offset, place?.end.offset)).toBe(`with-${ending}out`);
    expect(place).toMatchObject({ start: { line: 2, column: 74 }, end: { line: 3, column: 4 } });
  });
});

describe('words cut at a line ending', () => {
  // The width of the article is given by the paragraph above.
  const cut = (left: string, right: string, elsewhere = ''): string => {
    const filler =
      'and so the people of the town went on to speak about it for a very long time '.slice(
        0,
        74 - left.length,
      );
    const text = see(
      `${wrapped}\n\n${elsewhere}\n\n${filler.trimEnd()} ${left}\n${right} was the end of it.`,
    );
    return text.split('\n').at(-1) as string;
  };

  test.each([
    ['infor-', 'mation', 'information'],
    ['govern-', 'ment', 'government'],
    ['INFOR-', 'MATION', 'INFORMATION'],
    ['well-', 'known', 'well-known'],
    ['self-', 'made', 'self-made'],
    ['twenty-', 'one', 'twenty-one'],
    ['Franco-', 'Prussian', 'Franco-Prussian'],
    ['COVID-', '19', 'COVID-19'],
    ['state-of-the-', 'art', 'state-of-the-art'],
    ['Geneva-', 'based', 'Geneva-based'],
    ['pre-', 'and', 'pre- and'],
    ['stub-', 'born', 'stubborn'],
  ])('%s %s', (left, right, expected) => {
    expect(cut(left, right)).toContain(` ${expected} `);
  });

  test('follow what stands elsewhere in the article', () => {
    expect(cut('co-', 'operate', 'They had to co-operate with each other.')).toContain(
      ' co-operate ',
    );
    expect(cut('co-', 'operate', 'They had to cooperate with each other.')).toContain(
      ' cooperate ',
    );
  });

  test('stay whole around dashes and slashes', () => {
    expect(cut('the end—', 'at last')).toContain('end—at last');
    expect(cut('and/', 'or')).toContain('and/or');
    expect(cut('the end –', 'at last')).toContain('end – at last');
  });
});

test('lines of scripts without spaces are joined without one', () => {
  const line = '港町の渡し船は九年ぶりに月曜日に再び運航を始め、島と町を結ぶ唯一の道が';
  const source = `${line}\n戻ってきたことを住民たちは喜び合い、最初の便には二百人もの人々が列を作って\n待っていたと港の責任者は語り、その全員を数えたという。`;
  expect(see(source)).toContain('道が戻ってきた');
  expect(texts(read(source))).toHaveLength(1);
});

describe('lines that stay apart', () => {
  test('a poem', () => {
    const poem = 'Roses on the quay,\nropes in the rain,\nnobody waits now\nfor the boat again.';
    expect(see(`${wrapped}\n\n${poem}\n\n${wrapped}`)).toContain(
      'p(Roses on the quay, / ropes in the rain, / nobody waits now / for the boat again.)',
    );
  });

  test('verse of the width of prose', () => {
    const sonnet =
      'When winter turns the harbour into stone\nAnd all the ropes are stiff with salt and frost\nThe keeper climbs his hundred steps alone\nTo count the boats, and name the one he lost\nBut never says a word of what he knows\nOr why the lamp burns longer than it should\nAnd only to the winter wind he shows\nThe little ship he carved himself of wood.';
    expect(see(`${wrapped}\n\n${sonnet}`).match(/ \/ /g)).toHaveLength(7);
  });

  test('an address', () => {
    expect(see(`${wrapped}\n\nMr A. Brown\n3 Harbour Road\nSaltby`)).toContain(
      'p(Mr A. Brown / 3 Harbour Road / Saltby)',
    );
  });

  test('the masthead, as paragraphs', () => {
    expect(
      see(`Ferry Line Reopens\nBy Ada Lorne\n12 March 2019\n\n${wrapped}`).split('\n').slice(0, 3),
    ).toEqual(['h1(Ferry Line Reopens)', 'p(By Ada Lorne)', 'p(12 March 2019)']);
  });
});

test('no character means what it means in Markdown', () => {
  const source =
    '*a* _b_ <b>c</b> [1] [x](y) ![z](w) &amp; `code` \\* ~~d~~ | e | https://a.example';
  expect(see(source)).toBe(`p(${source})`);
  expect(see('    four spaces, and a full stop.')).toBe('p(four spaces, and a full stop.)');
  expect(see('#1 is a number. #tag is a tag.')).toBe('p(#1 is a number. #tag is a tag.)');
});

test('form feeds and page numbers stay', () => {
  expect(see(`${wrapped}\n\f12\n\n${wrapped}`)).toContain('\f12');
});

test('an empty input and one of space have no blocks', () => {
  expect(read('').children).toEqual([]);
  expect(read(' \n\u00A0\n\t').children).toEqual([]);
});
