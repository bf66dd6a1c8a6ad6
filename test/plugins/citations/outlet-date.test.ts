import { describe, expect, test } from 'vitest';
import { processArticle, sourcesOf } from './article.ts';

/** An article that cites by outlet and date elsewhere, so that the habit is known. */
const habit = 'The ministry said so (Reuters, May 2, 2021).\n\n';

const cite = (citation: string): string[] =>
  sourcesOf(processArticle(`${habit}Officials denied it ${citation}.`)).slice(1);

describe('outlet and date', () => {
  test.each([
    ['(The Diplomat, October 11)', 'The Diplomat 2022-10-11'],
    ['(TASS, Oct. 27, 2011)', 'TASS 2011-10-27'],
    ['(Xinhua, 12, 14 March)', 'Xinhua 2022-03-12; Xinhua 2022-03-14'],
    ['(Kommersant, 3 June; Interfax, June 4)', 'Kommersant 2022-06-03; Interfax 2022-06-04'],
    ['(Kommersant, 3 June; Interfax, June 4, 2020)', 'Kommersant 2020-06-03; Interfax 2020-06-04'],
    ['(TASS, December 30; Interfax, January 2, 2021)', 'TASS 2020-12-30; Interfax 2021-01-02'],
    ['(Reuters, TASS, May 2)', 'Reuters 2022-05-02; TASS 2022-05-02'],
    ['(Reuters and TASS, May 2)', 'Reuters 2022-05-02; TASS 2022-05-02'],
    ['(Reuters/TASS, May 2)', 'Reuters 2022-05-02; TASS 2022-05-02'],
    ['(Reuters; TASS, May 2)', 'Reuters 2022-05-02; TASS 2022-05-02'],
    ['(October 11, The Diplomat)', 'The Diplomat 2022-10-11'],
    ['(October 11, The Diplomat; October 12, TASS)', 'The Diplomat 2022-10-11; TASS 2022-10-12'],
    ['(RFE/RL’s Kyrgyz Service, May 5)', 'RFE/RL’s Kyrgyz Service 2022-05-05'],
    ['(kremlin.ru, April 3)', 'kremlin.ru 2022-04-03'],
    ['(suspilne dot media, April 3)', 'suspilne.media 2022-04-03'],
    [
      '(see Izvestia, July 2; Novaya Gazeta, July 3, in Russian)',
      'Izvestia 2022-07-02; Novaya Gazeta 2022-07-03',
    ],
    ['[Haaretz, 4.5.2021]', 'Haaretz 2021-05-04'],
    ['(BBC, 2013)', 'BBC 2013'],
    ['(Jane Roe, “A Title,” Kommersant, May 5, 2020)', 'Jane Roe Kommersant 2020-05-05'],
    ['(“A Title,” Kommersant, May 5, 2020)', 'Kommersant 2020-05-05'],
    ['(Kommersant, “A Title,” May 5, 2020)', 'Kommersant 2020-05-05'],
    ['(Jane Roe, Northport Courier, May 5)', 'Jane Roe Northport Courier 2022-05-05'],
    ['(, August 26)', '2022-08-26'],
    ['(August 26, )', '2022-08-26'],
    ['(see , August 26)', '2022-08-26'],
    ['(TASS, May 3; , May 4)', 'TASS 2022-05-03; 2022-05-04'],
    ['(, May 3; TASS, May 4)', '2022-05-03; TASS 2022-05-04'],
    ['(TASS, May 3; May 4)', 'TASS 2022-05-03; TASS 2022-05-04'],
    ['(TASS, May 3 and 4)', 'TASS 2022-05-03; TASS 2022-05-04'],
    ['(TASS, May 3–5)', 'TASS 2022-05-03/2022-05-05'],
    ['(TASS May 3)', 'TASS 2022-05-03'],
    ['(TASS: May 3)', 'TASS 2022-05-03'],
    ['(TASS – May 3)', 'TASS 2022-05-03'],
    ['(The Sun, May 3)', 'The Sun 2022-05-03'],
    ['(Interfax news agency, June 4)', 'Interfax 2022-06-04'],
    ['(state news agency Belta, June 4)', 'BelTA 2022-06-04'],
    ['(as reported by Reuters, June 4)', 'Reuters 2022-06-04'],
    ['(Reuters, Tuesday, June 4)', 'Reuters 2022-06-04'],
    ['(Reuters, June 4, accessed June 6)', 'Reuters 2022-06-04'],
    ['(Northport Courier, June 4, p. A1)', 'Northport Courier 2022-06-04 @A1'],
    ['(Daily Planet of July 2)', 'Daily Planet 2022-07-02'],
    ['(la Repubblica, July 2)', 'La Repubblica 2022-07-02'],
    ['(Ministry of Defence of Ukraine, July 2)', 'Ministry of Defence of Ukraine 2022-07-02'],
    ['(Twitter.com/someone, July 2)', 'Twitter.com/someone 2022-07-02'],
    ['(澎湃新闻, July 2)', '澎湃新闻 2022-07-02'],
    ['(TASS, October 21)', 'TASS 2021-10-21'],
    ['(TASS, October 20)', 'TASS 2022-10-20'],
    ['(TASS, Fall 2021)', 'TASS 2021'],
    ['(Reuters, May 2; see also TASS, May 3)', 'Reuters 2022-05-02; TASS 2022-05-03'],
  ])('%s', (citation, expected) => {
    expect(cite(citation)).toEqual([expected]);
  });

  test.each([
    '(Paris, May 5)',
    '(May 29)',
    '(born May 5, 1960)',
    '(Tuesday, May 5)',
    '(Battle of Kursk, July 5, 1943)',
    '(Independence Day, July 4)',
    '(Reuters, October contract)',
    '(Brent, November)',
    '(Photo: Reuters, May 5)',
    '(Reporting by Jane Roe, May 5)',
    '(CSTO)',
    '(if not all of Central Asia)',
    '(R-Texas)',
    '(a)',
    '(axios, March 2026)',
    '(see section 4)',
    '(Netflix, 2019)',
    '(12, 14)',
    '(age 45)',
    '($42, 2019)',
    '(UTC+3, May 5)',
    '(closed May 5)',
    '(World Cup, 2018)',
  ])('%s stays', (aside) => {
    const result = processArticle(`${habit}Officials denied it ${aside}.`);
    expect(sourcesOf(result)).toHaveLength(1);
    expect(result.markdown).toContain(`denied it ${aside.replace('$', '$')}.`);
  });

  test('a date before a name makes a source where others are written so', () => {
    const aside = 'It said so (June 25, House Armed Services).';
    expect(sourcesOf(processArticle(`${habit}${aside}`))).toHaveLength(1);
    expect(sourcesOf(processArticle(`It rose (June 24, Reuters). ${aside}`))).toHaveLength(2);
  });

  test('a programme and its year', () => {
    const result = processArticle(
      `${habit}She saw *Sherlock* (BBC, 2010) and “The Crown” (BBC, 2016).`,
    );
    expect(sourcesOf(result)).toHaveLength(1);
  });

  test('a dateline names no source', () => {
    expect(
      sourcesOf(processArticle('BEIJING (Reuters) — Prices rose. KYIV, Oct. 8 (Reuters) — More.')),
    ).toEqual([]);
  });

  test('a link gives the address', () => {
    const { citations, markdown } = processArticle(
      'Ties cooled ([The Diplomat](https://thediplomat.com/a), October 11).',
    );
    expect(citations[0]?.items[0]).toMatchObject({
      'container-title': 'The Diplomat',
      URL: 'https://thediplomat.com/a',
      issued: { 'date-parts': [[2022, 10, 11]] },
    });
    expect(citations[0]?.occurrences[0]?.raw).toBe(
      '([The Diplomat](https://thediplomat.com/a), October 11)',
    );
    expect(markdown).toBe(
      'Ties cooled.[^1]\n\n[^1]: *The Diplomat*, October 11, 2022, <https://thediplomat.com/a>.\n',
    );
  });

  test('a name alone among plain brackets is left and reported', () => {
    const result = processArticle('The deal is done, said the embassy (Reuters). More came later.');
    expect(result.citations).toEqual([]);
    expect(result.rules).toEqual(['citations/possible-citation']);
    expect(processArticle('The Guardian reported it (May 29) at once.').rules).toEqual([
      'citations/possible-citation',
    ]);
  });

  test('trailing lines of sources', () => {
    expect(processArticle('First things.\n\nSources: Reuters, May 2; TASS, May 3.').markdown).toBe(
      'First things.[^1]\n\n[^1]: Reuters, May 2, 2022; TASS, May 3, 2022.\n',
    );
    expect(processArticle('Prices rose again. Source: Reuters, May 2').markdown).toBe(
      'Prices rose again.[^1]\n\n[^1]: Reuters, May 2, 2022.\n',
    );
    expect(processArticle('The source: a man who knew.').citations).toEqual([]);
  });
});
