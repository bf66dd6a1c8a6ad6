import { describe, expect, it } from 'vitest';
import { readCaption } from '../../../plugins/masthead/caption.ts';
import { readDateline } from '../../../plugins/masthead/dateline.ts';
import { readLine, type Line } from '../../../plugins/masthead/line.ts';
import { recase } from '../../../plugins/masthead/names.ts';

const line = (text: string): Line | undefined => readLine(text, { order: 'mdy', bylines: true });
const unused = (text: string): string[] | undefined =>
  line(text)?.unused.map(({ start, end }) => text.slice(start, end));

describe('bylines', () => {
  it.each<[string, string[], string[]?]>([
    ['By Jane Roe', ['Jane Roe']],
    ['By Jane Roe and John Q. Doe', ['Jane Roe', 'John Q. Doe']],
    ['by Ana Lima, Bo Li and Cem Oz', ['Ana Lima', 'Bo Li', 'Cem Oz']],
    ['By Ana Lima, Bo Li, and Cem Oz', ['Ana Lima', 'Bo Li', 'Cem Oz']],
    ['BY JANE ROE, Staff Writer', ['Jane Roe'], ['Staff Writer']],
    ['BY JANE McROE', ['Jane McRoe']],
    ['BY JANE ROE AND LUDWIG VAN DER BERG', ['Jane Roe', 'Ludwig van der Berg']],
    ['Author: Jane Roe', ['Jane Roe']],
    ['Authors: Jane Roe; John Doe', ['Jane Roe', 'John Doe']],
    ['Written by Jane Roe', ['Jane Roe']],
    ['By Jane Roe in Kyiv', ['Jane Roe'], ['in Kyiv']],
    ['By Jane Roe for The Herald', ['Jane Roe'], ['for The Herald']],
    ['By Jane Roe, Nairobi', ['Jane Roe'], ['Nairobi']],
    ['By Jane Roe, New York', ['Jane Roe'], ['New York']],
    ['By Jane Roe (Reuters)', ['Jane Roe'], ['(Reuters)']],
    [
      'By Jane Roe, Staff Writer, and John Doe, Editor',
      ['Jane Roe', 'John Doe'],
      ['Staff Writer', 'Editor'],
    ],
    ['By Robert Roe, Jr.', ['Robert Roe, Jr.']],
    [
      'By Ahmed al-Farsi and María José O’Neill-Pérez',
      ['Ahmed al-Farsi', 'María José O’Neill-Pérez'],
    ],
    ['By J.K. Smith with A. B. Cole', ['J.K. Smith', 'A. B. Cole']],
    ['By Ludwig van der Berg', ['Ludwig van der Berg']],
    ['By The Associated Press', ['The Associated Press']],
    ['By Jane Roe.', ['Jane Roe']],
    ['By Jane Roe • 5 min read', ['Jane Roe'], ['5 min read']],
    ['By Jane Roe, in York', ['Jane Roe'], ['in York']],
    ['By our York correspondent', [], ['By our York correspondent']],
  ])('%s', (text, authors, rest = []) => {
    expect(line(text)?.role).toBe('byline');
    expect(line(text)?.authors).toEqual(authors);
    expect(unused(text)).toEqual(rest);
  });

  it.each<[string, string, string[]]>([
    ['Jane Roe | May 4, 2021', '2021-05-04', ['Jane Roe']],
    ['By Jane Roe, May 4, 2021', '2021-05-04', ['Jane Roe']],
    ['By Jane Roe on 4 May 2021', '2021-05-04', ['Jane Roe']],
    ['By Jane Roe Published May 4, 2021', '2021-05-04', ['Jane Roe']],
    ['May 4, 2021 | By Jane Roe and John Doe', '2021-05-04', ['Jane Roe', 'John Doe']],
    ['May 4, 2021 by Jane Roe', '2021-05-04', ['Jane Roe']],
    ['Posted by Jane Roe on Oct 3, 2020', '2020-10-03', ['Jane Roe']],
  ])('with a date: %s', (text, date, authors) => {
    expect(line(text)?.role).toBe('byline');
    expect(line(text)?.authors).toEqual(authors);
    expect(line(text)?.dates.map(({ value }) => value)).toEqual([date]);
  });

  it('with a publication', () => {
    const found = line('By Jane Roe | The Herald | May 4, 2021');
    expect(found?.publication?.name).toBe('The Herald');
    expect(found?.authors).toEqual(['Jane Roe']);
  });

  it.each([
    'By the river, the men waited for rain',
    'By Monday the snow had gone',
    'By Night in Paris',
    'By Accident',
    'By Design for Living',
    'By and large the plan has worked',
    'By March 2021, half of the town had left',
    'By Tuesday, Jane Roe had left the town',
    'By 2030 the sea will have risen',
    'By All Means',
    'By Jane Roe came the news that nobody wanted',
    'By Jane Roe, who has lived in the harbour all her life',
    'Jane Roe is a staff writer',
    'Harbour wall rebuilt by Jane Roe',
    'Bystanders say',
    'The Herald | Harbour wall collapses',
  ])('prose: %s', (text) => {
    expect(line(text)).toBeUndefined();
  });

  it.each([
    ['JANE ROE', 'Jane Roe'],
    ["PATRICK O'BRIEN", "Patrick O'Brien"],
    ['PATRICK O’BRIEN', 'Patrick O’Brien'],
    ['FIONA MCDONALD', 'Fiona McDonald'],
    ['J.K. SMITH', 'J.K. Smith'],
    ['AJ SMITH', 'AJ Smith'],
    ['MARIA DE LA CRUZ', 'Maria de la Cruz'],
    ['BASHAR AL-ASSAD', 'Bashar al-Assad'],
    ['ANNE-MARIE ROE', 'Anne-Marie Roe'],
    ['HENRY ROE III', 'Henry Roe III'],
    ['ÉLODIE ŠIMEK', 'Élodie Šimek'],
    ['AFP', 'AFP'],
    ['Jane Roe', 'Jane Roe'],
    ['王小明', '王小明'],
  ])('recases %s', (shouted, name) => {
    expect(recase(shouted)).toBe(name);
  });
});

describe('date lines', () => {
  it.each<[string, string[], string[]?]>([
    ['October 19, 2022', ['2022-10-19']],
    ['19 October 2022 10:45 GMT', ['2022-10-19'], ['10:45', 'GMT']],
    ['Published: October 19, 2022', ['2022-10-19']],
    ['Updated 3 May 2020', ['2020-05-03']],
    ['Posted on March 3, 2019', ['2019-03-03']],
    ['Oct 19, 2022, 5:32 PM', ['2022-10-19'], ['5:32 PM']],
    ['2022-10-19', ['2022-10-19']],
    ['2022-10-19T10:45:00Z', ['2022-10-19'], ['10:45:00Z']],
    ['Published 19 Oct 2022 | Updated 20 Oct 2022', ['2022-10-19', '2022-10-20']],
    ['Wednesday, 19 October 2022', ['2022-10-19']],
    ['Published 2022', ['2022']],
    ['October 2022', ['2022-10']],
    ['First published on Tue 4 May 2021 06.00 BST', ['2021-05-04'], ['06.00', 'BST']],
    ['May 4, 2021 at 3:15 p.m. EDT', ['2021-05-04'], ['at 3:15 p.m.', 'EDT']],
    ['10:45 GMT, 19 October 2022', ['2022-10-19'], ['10:45', 'GMT']],
    ['OCTOBER 19, 2022', ['2022-10-19']],
    ['Karachi, September 1, 2022', ['2022-09-01'], ['Karachi']],
    ['New York, 1 September 2022', ['2022-09-01'], ['New York']],
  ])('%s', (text, dates, rest = []) => {
    expect(line(text)?.role).toBe('date');
    expect(line(text)?.dates.map(({ value }) => value)).toEqual(dates);
    expect(unused(text)).toEqual(rest);
  });

  it('tells an update from a publication', () => {
    expect(line('Last modified 4 May 2021')?.dates[0]?.updated).toBe(true);
    expect(line('Published 4 May 2021')?.dates[0]?.updated).toBe(false);
  });

  it('gives both readings of figures', () => {
    expect(line('03/04/2022')?.dates[0]).toMatchObject({
      value: '2022-03-04',
      otherReading: '2022-04-03',
    });
    expect(line('23/04/2022')?.dates[0]?.otherReading).toBeUndefined();
  });

  it.each([
    'October 19',
    '2022',
    'June 3–5, 2021',
    'early October 2022',
    'October 19, 2022 was a day of rain',
    'London – May 4, 2021',
    'The Battle of Hastings, October 14, 1066',
    'Updated guidance for masks',
  ])('no date line: %s', (text) => {
    expect(line(text)).toBeUndefined();
  });
});

describe('publication lines', () => {
  it.each<[string, string, string | null, string | null, string?]>([
    [
      'Publication: Weekly Harbour Monitor Volume: 19 Issue: 167',
      'Weekly Harbour Monitor',
      '19',
      '167',
    ],
    ['Harbour Review, Vol. 12, No. 3', 'Harbour Review', '12', '3'],
    ['Harbour Review | Volume 5, Issue 2 | May 2020', 'Harbour Review', '5', '2', '2020-05'],
    ['Harbour Review Volume 3, Number 4 (Winter 2001)', 'Harbour Review', '3', '4', '2001'],
    ['Journal: Acta Portuum, Vol. XII (1999)', 'Acta Portuum', 'XII', null, '1999'],
    ['Source: The Herald', 'The Herald', null, null],
    ['Publication: harbour.example', 'harbour.example', null, null],
    ['The Weekly Herald, May 4, 2021', 'The Weekly Herald', null, null, '2021-05-04'],
    [
      'Journal of Harbours and Ports, Vol. 7, Issue 1–2',
      'Journal of Harbours and Ports',
      '7',
      '1–2',
    ],
  ])('%s', (text, name, volume, issue, date) => {
    expect(line(text)?.role).toBe('publication');
    expect(line(text)?.publication).toEqual({ name, volume, issue });
    expect(line(text)?.dates[0]?.value).toBe(date);
  });

  it.each([
    'Volume 5 of his memoirs appears',
    'Chanel No. 5 returns',
    'Issue 45 of the magazine is late',
    'Turn the volume up to 11',
    'Harbour wall – May 4, 2021',
    'Source: a person who was in the room and asked not to be named',
  ])('no publication line: %s', (text) => {
    expect(line(text)).toBeUndefined();
  });
});

describe('furniture', () => {
  it.each([
    'Share this article',
    '5 min read',
    'Advertisement',
    'Facebook | Twitter | Email',
    'READ MORE',
  ])('%s', (text) => expect(line(text)?.role).toBe('other'));
  it.each([
    'Share of the harbour sold',
    'Read more: the wall',
    '5 minutes to midnight',
    'Print is dead',
  ])('words: %s', (text) => expect(line(text)).toBeUndefined());
});

describe('datelines', () => {
  it.each([
    ['KYIV, Oct. 8 (Reuters) — The army said', 'KYIV, Oct. 8 (Reuters)'],
    ['BEIJING (AP) - China said', 'BEIJING (AP)'],
    ['WASHINGTON, D.C. – The senator', 'WASHINGTON, D.C.'],
    ['Nairobi, Kenya | The court', 'Nairobi, Kenya'],
    ['Kyiv -- The army', 'Kyiv'],
    ['LONDON — “We go,” he said', 'LONDON'],
    ['NEW YORK/LONDON, May 4 (Reuters) - Shares', 'NEW YORK/LONDON, May 4 (Reuters)'],
    ['ST. PETERSBURG, Russia (AP) — He', 'ST. PETERSBURG, Russia (AP)'],
    ['Lagos, Nigeria — The', 'Lagos, Nigeria'],
    ['Paris (AFP) – French', 'Paris (AFP)'],
    ['Geneva, 4 May 2021 — The WHO', 'Geneva, 4 May 2021'],
    ['RIO DE JANEIRO--Brazil', 'RIO DE JANEIRO'],
    ['NAIROBI, March 3 (Xinhua) -- Kenya', 'NAIROBI, March 3 (Xinhua)'],
    [
      'DAR ES SALAAM, Tanzania (Thomson Reuters Foundation) – Fishers',
      'DAR ES SALAAM, Tanzania (Thomson Reuters Foundation)',
    ],
    ['TEL AVIV, Israel, Oct. 12, 2023 (AP) — The', 'TEL AVIV, Israel, Oct. 12, 2023 (AP)'],
    ['PORT-AU-PRINCE, Haiti — A', 'PORT-AU-PRINCE, Haiti'],
    ['ISLAMABAD: The minister', 'ISLAMABAD'],
  ])('%s', (text, dateline) => {
    expect(text.slice(0, readDateline(text)?.end)).toBe(dateline);
  });

  it.each([
    'NATO — the alliance — is',
    'NATO — The alliance is',
    'UPDATE — The army said',
    'NOTE: The army said',
    'Love — the kind that hurts',
    'Kyiv — the city — slept',
    'Q — What did you see?',
    'Tuesday, May 4 — The army said',
    'The River, May 4 — He swam',
    'On Tuesday, May 4 — a holiday — we met',
    'A man (Jones) — The first to come',
    'KUALA LUMPUR is a city - and a large one',
    'Jane Roe said — And then left',
    '',
    '— He left',
  ])('prose: %s', (text) => {
    expect(readDateline(text)).toBeUndefined();
  });

  it('gives the day', () => {
    expect(readDateline('KYIV, Oct. 8 (Reuters) — The army')?.date).toEqual({ month: 10, day: 8 });
  });
});

describe('captions', () => {
  const parts = (text: string): (string | undefined)[] | undefined => {
    const found = readCaption(text);
    return (
      found &&
      [found.caption, found.credit, found.truncated].map(
        (range) => range && text.slice(range.start, range.end),
      )
    );
  };

  it.each<[string, string | undefined, string | undefined, string?]>([
    [
      'The mayor speaks at the harbour (Source: Herald)',
      'The mayor speaks at the harbour',
      'Herald',
    ],
    ['The mayor speaks. (Photo: Jane Roe/Agency)', 'The mayor speaks.', 'Jane Roe/Agency'],
    ['The mayor speaks (AP Photo/Jane Roe)', 'The mayor speaks', 'AP Photo/Jane Roe'],
    ['The harbour [Jane Roe/Al Jazeera]', 'The harbour', 'Jane Roe/Al Jazeera'],
    ['The harbour (Jane Roe/Reuters)', 'The harbour', 'Jane Roe/Reuters'],
    ['The harbour at dawn. Photograph: Jane Roe/Agency', 'The harbour at dawn.', 'Jane Roe/Agency'],
    ['Photo by Jane Roe', undefined, 'Jane Roe'],
    ['Image credit: NASA', undefined, 'NASA'],
    ['(Image: NASA)', undefined, 'NASA'],
    ['Photo courtesy of the Harbour Museum', undefined, 'the Harbour Museum'],
    ['© Jane Roe', undefined, 'Jane Roe'],
    ['The mayor speaks in York (Source:', 'The mayor speaks in York', undefined, '(Source:'],
    [
      'The mayor speaks in York (Photo: Jane R',
      'The mayor speaks in York',
      'Jane R',
      '(Photo: Jane R',
    ],
    ['The mayor speaks in York (Photo by', 'The mayor speaks in York', undefined, '(Photo by'],
    ['Caption: The harbour', 'The harbour', undefined],
    [
      'Photo: The harbour at dawn. Credit: Jane Roe/Agency',
      'The harbour at dawn.',
      'Jane Roe/Agency',
    ],
    ['[Image: The harbour at dawn | Photo by Jane Roe]', 'The harbour at dawn', 'Jane Roe'],
    ['(Picture: The harbour, © Jane Roe)', 'The harbour', 'Jane Roe'],
    [
      '[Photo: The harbour at dawn. Credit: Agency/Jane R',
      'The harbour at dawn.',
      'Agency/Jane R',
      'Agency/Jane R',
    ],
    ['Figure 1: The harbour', 'Figure 1: The harbour', undefined],
  ])('%s', (text, caption, credit, truncated) => {
    expect(parts(text)).toEqual([caption, credit, truncated]);
  });

  it.each([
    'Photo: The mayor speaks to the crowd in the harbour',
    'Photography by numbers is hard to learn',
    'Photos from the harbour',
    'Image of the day',
    'Picture this: a town without water',
    'He said (see photo) that nothing was lost',
    'The source (which nobody named',
    'The party (Jones/Smith faction',
    'Credit: why it matters to all of us',
    'The alliance (NATO)',
  ])('prose: %s', (text) => {
    expect(readCaption(text)).toBeUndefined();
  });
});
