import { describe, expect, it } from 'vitest';
import { prose, read } from './read.ts';

const dateOf = (headline: string, body = prose) => {
  const { data, part } = read(`# ${headline}\n\n${body}\n\n${prose}`);
  return { date: data.date, title: part('title') };
};

describe('a date in the headline', () => {
  it.each([
    ['Border Update, May 4, 2021', '2021-05-04'],
    ['Fisheries Bulletin, 7 March 2019: Nets and Quotas', '2019-03-07'],
    ['Update on the reservoirs – June 2020', '2020-06'],
    ['Press digest for the northern ports, 23.4.2018', '2018-04-23'],
  ])('%s', (headline, expected) => {
    expect(dateOf(headline)).toEqual({
      date: { value: expected, origin: 'stated' },
      title: headline,
    });
  });

  it.each([
    'What happened on June 4, 1989',
    'The Sinking of the Ferry, April 15, 1912',
    'A Report from the Harbour, Written After May 4, 2021, in Haste',
    'Press Review, 4–7 May 2021',
    'Weather Outlook, 2021',
    'Digest for the northern ports, 4/5/2021',
  ])('none: %s', (headline) => {
    expect(dateOf(headline)).toEqual({ date: null, title: headline });
  });

  it('takes the order of day and month from the other dates', () => {
    expect(
      dateOf('Digest for the northern ports, 4/5/2021', `${prose} So it was on 23.4.2021.`).date
        ?.value,
    ).toBe('2021-05-04');
    expect(
      dateOf('Digest for the northern ports, 4/5/2021', `${prose} So it was on 3/23/2021.`).date
        ?.value,
    ).toBe('2021-04-05');
  });

  it('is none where the text tells of later years', () => {
    expect(dateOf('The Dawn Report, May 4, 1961', `${prose} It was found in 1998.`).date).toBe(
      null,
    );
  });

  it('counts less than a date line', () => {
    const { data } = read(`# Border Update, May 4, 2021\n\nMay 6, 2021\n\n${prose}`);
    expect(data.date?.value).toBe('2021-05-06');
  });
});

describe('lines of institutes and journals', () => {
  it('a kind of document, a date and an institution', () => {
    const { data, messages } = read(
      `# Wells\n\nPolicy brief | June 2019 | Centre for Dry Lands\n\n${prose}`,
    );
    expect(data.date?.value).toBe('2019-06');
    expect(data.publication?.name).toBe('Centre for Dry Lands');
    expect(messages).toContain('masthead/unused-words');
  });

  it('a volume with its year', () => {
    const { data } = read(`# Yearbook of Harbours\n\nVolume 12, 2017\n\n${prose}`);
    expect(data.date?.value).toBe('2017');
  });
});
