import { describe, expect, test } from 'vitest';
import {
  compareDates,
  findDates,
  fromEdtf,
  latestNotAfter,
  parseDateAt,
  textDateToEdtf,
  toDateParts,
  toEdtf,
} from '../../../src/text/dates.ts';

describe('dates in other languages', () => {
  test.each([
    ['3 mai', 'XXXX-05-03'],
    ['1er mai 2019', '2019-05-01'],
    ['12. März 2020', '2020-03-12'],
    ['12. Okt. 2020', '2020-10-12'],
    ['3 de mayo de 2021', '2021-05-03'],
    ['4 de maio', 'XXXX-05-04'],
    ['4 maggio 2021', '2021-05-04'],
    ['11\u00A0août\u00A02020', '2020-08-11'],
  ])('%s', (text, expected) => {
    const date = parseDateAt(text, 0, { foreign: true });
    expect(date && textDateToEdtf(date)).toBe(expected);
    expect(date).toMatchObject({ end: text.length, foreign: true });
    expect(parseDateAt(text, 0)).toBeUndefined();
  });

  test.each(['31 avril', '3 mais', '3 de casa', 'mai 2020'])('%s is none', (text) => {
    expect(parseDateAt(text, 0, { foreign: true })).toBeUndefined();
  });
});

describe('parseDateAt', () => {
  test.each([
    ['October 11, 2022', '2022-10-11'],
    ['October 11', 'XXXX-10-11'],
    ['11 October', 'XXXX-10-11'],
    ['Oct. 27, 2011', '2011-10-27'],
    ['Oct 27 2011', '2011-10-27'],
    ['3 June', 'XXXX-06-03'],
    ['3 Sept. 2020', '2020-09-03'],
    ['12, 14 March', '{XXXX-03-12,XXXX-03-14}'],
    ['12 and 14 March 2020', '{2020-03-12,2020-03-14}'],
    ['March 12, 14', '{XXXX-03-12,XXXX-03-14}'],
    ['March 12, 14 and 15, 2022', '{2022-03-12,2022-03-14,2022-03-15}'],
    ['June 3–5', 'XXXX-06-03/XXXX-06-05'],
    ['June 3-5, 2020', '2020-06-03/2020-06-05'],
    ['3–5 June 2020', '2020-06-03/2020-06-05'],
    ['June 30–July 2, 2020', '2020-06-30/2020-07-02'],
    ['30 June – 2 July 2020', '2020-06-30/2020-07-02'],
    ['December 30–January 2, 2021', '2020-12-30/2021-01-02'],
    ['2022-10-11', '2022-10-11'],
    ['2022-10', '2022-10'],
    ['4.5.2021', '2021-05-04'],
    ['31/12/2024', '2024-12-31'],
    ['12/31/2024', '2024-12-31'],
    ['10/13/22', '2022-10-13'],
    ['October 2022', '2022-10'],
    ['October, 2022', '2022-10'],
    ['May–June 2021', '2021-05/2021-06'],
    ['May/June 2021', '2021-05/2021-06'],
    ['Fall 2021', '2021-23'],
    ['Spring 2020', '2020-21'],
    ['winter of 2019', '2019-24'],
    ['2013', '2013'],
    ['Tuesday, 4 May 2021', '2021-05-04'],
    ['Tue., May 4', 'XXXX-05-04'],
    ['1st of May', 'XXXX-05-01'],
    ['May 5th', 'XXXX-05-05'],
    ['May the 5th, 2020', '2020-05-05'],
    ['early October 2022', '2022-10'],
    ['mid-March 2020', '2020-03'],
    ['the end of June 2019', '2019-06'],
    ['2022, October 11', '2022-10-11'],
    ['MAY 5, 2020', '2020-05-05'],
    ['3 may 2020', '2020-05-03'],
    ['June ’21', '2021-06'],
  ])('%s', (text, expected) => {
    const date = parseDateAt(text, 0);
    expect(date && textDateToEdtf(date)).toBe(expected);
    expect(date?.end).toBe(text.length);
    const inside = parseDateAt(`on ${text}) then`, 3);
    expect(inside && textDateToEdtf(inside)).toBe(expected);
    expect(inside?.end).toBe(text.length + 3);
  });

  test.each([
    'may',
    'may 5',
    'march 12',
    'Mayor 5',
    'sat 5',
    '31 February',
    'Feb. 30',
    '12.5',
    '13/13/2020',
    '2022.5',
    '1200',
    '12:30',
    '3,000',
    'fall',
    'Marchioness',
  ])('%s is no date of a day', (text) => {
    const date = parseDateAt(text, 0, { years: false });
    expect(date?.dates[0].day).toBeUndefined();
  });

  test('order of day and month', () => {
    expect(parseDateAt('12/03/2024', 0)?.dates).toEqual([{ year: 2024, month: 12, day: 3 }]);
    expect(parseDateAt('12/03/2024', 0, { dayMonth: 'dmy' })?.dates).toEqual([
      { year: 2024, month: 3, day: 12 },
    ]);
    expect(parseDateAt('12/03/2024', 0)?.ambiguous).toBe(true);
    expect(parseDateAt('31/03/2024', 0)?.ambiguous).toBe(false);
  });

  test('the date ends where the sentence goes on', () => {
    expect(parseDateAt('May 5, 300 people', 0)?.end).toBe(5);
    expect(parseDateAt('May 5, 2,000 people', 0)?.end).toBe(5);
    expect(parseDateAt('May 5, 12 people', 0)?.end).toBe(5);
    expect(parseDateAt('May 5 to see', 0)?.end).toBe(5);
    expect(parseDateAt('3 June and others', 0)?.end).toBe(6);
    expect(parseDateAt('in May.', 3)?.dates).toBeUndefined();
  });
});

test('a number with a slash before a date is no day of it', () => {
  const dates = findDates('Policy Brief 22/07, 16 May 2022');
  expect(dates.map((date) => textDateToEdtf(date))).toEqual(['2022-05-16']);
});

describe('findDates', () => {
  test('all in order', () => {
    const text = 'Since 2014, and on Tuesday, 4 May 2021 or 2021-05-06 (see A4 2020x), Oct. 3.';
    expect(findDates(text).map((date) => text.slice(date.start, date.end))).toEqual([
      '2014',
      'Tuesday, 4 May 2021',
      '2021-05-06',
      'Oct. 3',
    ]);
    expect(findDates(text, { years: false })).toHaveLength(3);
  });

  test('a megabyte of beginnings is read in linear time', () => {
    const start = performance.now();
    findDates('May 5, '.repeat(150_000));
    findDates('1, 2, 3, '.repeat(120_000));
    expect(performance.now() - start).toBeLessThan(20_000);
  });
});

describe('reckoning', () => {
  test('latest year that is not after the publication date', () => {
    const published = { year: 2022, month: 10, day: 19 };
    expect(latestNotAfter({ month: 10, day: 11 }, published)?.year).toBe(2022);
    expect(latestNotAfter({ month: 10, day: 20 }, published)?.year).toBe(2022);
    expect(latestNotAfter({ month: 10, day: 21 }, published)?.year).toBe(2021);
    expect(latestNotAfter({ month: 12, day: 31 }, published)?.year).toBe(2021);
    expect(latestNotAfter({ month: 10, day: 31 }, { year: 2022, month: 10 })?.year).toBe(2022);
    expect(latestNotAfter({ month: 12, day: 31 }, { year: 2022 })?.year).toBe(2022);
    expect(latestNotAfter({ month: 2, day: 29 }, published)?.year).toBe(2020);
    expect(latestNotAfter({ month: 1, day: 1 }, { year: 2021, month: 12, day: 31 })?.year).toBe(
      2022,
    );
    expect(latestNotAfter({ month: 1, day: 1 }, { month: 12 })).toBeUndefined();
  });

  test('EDTF there and back', () => {
    for (const value of ['2022-10-11', '2022-10', '2022', 'XXXX-10-11', '2021-23']) {
      expect(toEdtf(fromEdtf(value) ?? {})).toBe(value);
    }
    expect(fromEdtf('2022-13')).toBeUndefined();
    expect(fromEdtf('2021-02-29')).toBeUndefined();
    expect(toEdtf({})).toBeUndefined();
  });

  test('date-parts and order', () => {
    expect(toDateParts({ year: 2022, month: 3 })).toEqual([2022, 3]);
    expect(toDateParts({ month: 3 })).toBeUndefined();
    expect(compareDates({ year: 2022 }, { year: 2022, month: 2 })).toBeLessThan(0);
    expect(compareDates({ month: 1 }, { year: 2022, month: 2 })).toBeGreaterThan(0);
  });
});
