import { describe, expect, it } from 'vitest';
import type { Tagger } from '../../../plugins/entities/index.ts';
import { mark, type Marked } from './support.ts';

/** Finds the names that it is told of, wherever they stand: what a model would give. */
function telling(...names: string[]): Tagger {
  return {
    tag: ({ blocks }) =>
      blocks.flatMap(({ text }, block) =>
        names.flatMap((name) => {
          const found = [];
          for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + name.length)) {
            found.push({
              block,
              start: at,
              end: at + name.length,
              type: 'PER' as const,
              confidence: 0.9,
            });
          }
          return found;
        }),
      ),
  };
}

function people(text: string, ...names: string[]): Marked {
  return mark(text, { registry: [], tagger: telling(...names), checks: false });
}

const ids = ({ mentions }: Marked): string[] => mentions.map((each) => each.replace('person/', ''));

describe('one person', () => {
  it('in full, by surname, with a title, with a possessive', () => {
    const marked = people(
      'Ada Fisk spoke. Fisk’s aide left. President Fisk and Ms Fisk stayed.',
      'Ada Fisk',
    );
    expect(ids(marked)).toEqual([
      'Ada Fisk = ada-fisk',
      'Fisk = ada-fisk (short)',
      'Fisk = ada-fisk (short)',
      'Fisk = ada-fisk (short)',
    ]);
    expect(marked.records).toMatchObject([
      { name: 'Ada Fisk', aliases: ['Fisk'], titles: ['President'] },
    ]);
  });

  it.each([
    ['Jean-Luc de la Tour, then De la Tour, then Tour', ['Jean-Luc de la Tour', 'De la Tour']],
    ['Bashar al-Halabi and al-Halabi and Halabi', ['Bashar al-Halabi', 'al-Halabi']],
    ['Kang Min Soo said Kang', ['Kang Min Soo']],
    ['Pedro Ruiz Soler, Pedro Ruiz, Ruiz Soler', ['Pedro Ruiz Soler', 'Pedro Ruiz', 'Ruiz Soler']],
    ['Ada M. Fisk spoke.\n\nAda Fisk and A. Fisk', ['Ada M. Fisk', 'Ada Fisk', 'A. Fisk']],
    ['Joseph R. Roe Jr. spoke.\n\nJoe Roe left.', ['Joseph R. Roe Jr.', 'Joe Roe']],
    ['Bill Roe spoke; William Roe left.', ['Bill Roe', 'William Roe']],
    ['J.K. Roe and Joanna Roe', ['J.K. Roe', 'Joanna Roe']],
    ['Juan Carlos Ruiz Soler, Juan Ruiz Soler', ['Juan Carlos Ruiz Soler', 'Juan Ruiz Soler']],
    [
      'Vladislav Petrovich Zorin and Vladislav Zorin',
      ['Vladislav Petrovich Zorin', 'Vladislav Zorin'],
    ],
    ['John Roe Jr. and Roe', ['John Roe Jr.']],
  ])('%s', (text, names) => {
    const { records } = people(text, ...names);
    expect(records.map(({ type }) => type)).toEqual(['person']);
  });

  it('by a surname before the full name', () => {
    expect(ids(people('Fisk wins\n\nAda Fisk won.', 'Ada Fisk'))).toEqual([
      'Fisk = ada-fisk (short)',
      'Ada Fisk = ada-fisk',
    ]);
  });
});

describe('a name', () => {
  it.each([
    ['Ada Das left.', 'Ada Das', 'Ada Das'],
    ['Judge Ada Fisk KC left.', 'Ada Fisk KC', 'Ada Fisk'],
    ['Al Fisk left.', 'Al Fisk', 'Al Fisk'],
  ])('%s', (text, found, name) => {
    const { records, messages } = mark(text, { registry: [], tagger: telling(found) });
    expect(records.map((each) => each.name)).toEqual([name]);
    expect(messages).toEqual([]);
  });

  it('that is left of a form of address is none', () => {
    expect(people('Madam Speaker, I rise.', 'Madam Speaker').records).toEqual([]);
  });
});

describe('two people', () => {
  it('of one surname stay two, and the one named last is meant', () => {
    const marked = people(
      'Ada Fisk spoke. Fisk left. Bob Fisk came. Fisk sat.',
      'Ada Fisk',
      'Bob Fisk',
    );
    expect(ids(marked)).toEqual([
      'Ada Fisk = ada-fisk',
      'Fisk = ada-fisk (short)',
      'Bob Fisk = bob-fisk',
      'Fisk = bob-fisk (short)',
    ]);
  });

  it('are told apart by "Mr" and "Mrs"', () => {
    const marked = people(
      'Mr Bob Fisk met Mrs Ada Fisk. Mr Fisk spoke. Mrs Fisk left. Mr Fisk sat.',
      'Ada Fisk',
      'Bob Fisk',
    );
    expect(
      ids(marked)
        .slice(2)
        .map((each) => each.split(' = ')[1]),
    ).toEqual(['bob-fisk (short)', 'ada-fisk (short)', 'bob-fisk (short)']);
  });

  it('are told apart by title', () => {
    const marked = people(
      'President Ada Fisk met coach Bob Fisk. President Fisk spoke.',
      'Ada Fisk',
      'Bob Fisk',
    );
    expect(ids(marked).at(-1)).toBe('Fisk = ada-fisk (short)');
  });

  it.each([
    ['George H.W. Roe and George W. Roe', ['George H.W. Roe', 'George W. Roe']],
    ['George Roe fought there before George W. Roe did.', ['George Roe', 'George W. Roe']],
    [
      'George Roe fought there.\n\nHis son George W. Roe did, too.',
      ['George Roe', 'George W. Roe'],
    ],
    [
      'John Roe Jr. took over.\n\nThe founder, his father John Roe, left.',
      ['John Roe Jr.', 'John Roe'],
    ],
    ['Kang Min Soo followed Kang Min Il.', ['Kang Min Soo', 'Kang Min Il']],
    ['Bill Roe and Bob Roe', ['Bill Roe', 'Bob Roe']],
    ['John Roe Jr. and John Roe Sr.', ['John Roe Jr.', 'John Roe Sr.']],
  ])('%s', (text, names) => {
    expect(people(text, ...names).records).toHaveLength(2);
  });

  it('of one name but for an initial keep their mentions', () => {
    const marked = people(
      'George Roe and George W. Roe met. Later George Roe left.\n\nGeorge W. Roe stayed. Roe sat.',
      'George Roe',
      'George W. Roe',
    );
    expect(ids(marked).map((each) => each.split(' = ')[1])).toEqual([
      'george-roe', 'george-w-roe', 'george-roe', 'george-w-roe', 'george-w-roe (short)',
    ]); // prettier-ignore
  });

  it('of one family: the one named last is meant, and reported where two were named in one breath', () => {
    const options = { registry: [], tagger: telling('Maria Silva', 'João Silva') };
    const apart = mark(
      'Maria Silva spoke at length of her days in the mines. João Silva listened. Silva left.',
      options,
    );
    expect(apart.mentions.at(-1)).toBe('Silva = person/joao-silva (short)');
    expect(apart.messages).not.toContain('ambiguous-name: Silva');
    const together = mark('Maria Silva and João Silva met. Silva left.', options);
    expect(together.messages).toContain('ambiguous-name: Silva');
    const titled = mark('Mrs Maria Silva and Mr João Silva met. Mr Silva left.', options);
    expect(titled.messages).not.toContain('ambiguous-name: Silva');
  });

  it('one of whom is introduced as kin of the other: the surname alone stays his', () => {
    const marked = mark('Bob Roe was jailed. Roe’s wife, Ada Roe, wept. Roe did not.', {
      registry: [],
      tagger: telling('Bob Roe', 'Ada Roe'),
    });
    expect(marked.mentions.at(-1)).toBe('Roe = person/bob-roe (short)');
    expect(marked.messages).toEqual([]);
  });

  it('of whom neither was named before are reported', () => {
    const { messages } = mark('Fisk won. Ada Fisk and Bob Fisk met.', {
      registry: [],
      tagger: telling('Ada Fisk', 'Bob Fisk'),
    });
    expect(messages).toContain('ambiguous-name: Fisk');
  });
});

describe('titles and roles', () => {
  it.each([
    ['Kenyan President Ada Fisk', ['President']],
    ['former Prime Minister Ada Fisk', ['Prime Minister']],
    ['the deputy foreign minister Ada Fisk', ['deputy foreign minister']],
    ['Secretary-General Ada Fisk', ['Secretary-General']],
    ['Ada Fisk, the foreign minister, spoke', ['foreign minister']],
    ['Ada Fisk, Kenya’s finance minister, spoke', ['finance minister']],
    ['Ada Fisk, a professor at Leeds, spoke', ['professor']],
    ['Ada Fisk, who the minister said', []],
    ['Mr Ada Fisk', []],
    ['the coach said Ada Fisk', []],
  ])('%s', (text, titles) => {
    const { records } = people(text, 'Ada Fisk');
    expect(records.find(({ type }) => type === 'person')?.titles).toEqual(titles);
  });

  it('are no part of the name, whatever the tagger says', () => {
    const marked = people('Kenyan President Ada Fisk’s car', 'Kenyan President Ada Fisk’s');
    expect(marked.mentions).toEqual([
      'Kenyan = group/kenyan (demonym)',
      'Ada Fisk = person/ada-fisk',
    ]);
  });

  it('tell of a person that nothing else has found', () => {
    const { mentions } = mark('Prime Minister Ada Fisk met Mr Oduya. General Motors grew.', {
      registry: [],
    });
    expect(mentions).toEqual(['Ada Fisk = person/ada-fisk', 'Oduya = person/oduya']);
  });
});
