import { describe, expect, test } from 'vitest';
import { processArticle, sourcesOf } from './article.ts';

/** An article that cites the press, and one that does not. */
const citing =
  'The ministry said so (Reuters, May 2, 2021). The port confirmed it (TASS, May 3; Interfax, May 3). ' +
  'Traders were not surprised (Financial Times, May 5). A spokesman said no more (Kommersant, May 6).\n\n';
const plain = 'The ministry said so. The port confirmed it, and traders were not surprised.\n\n';

const inside = (before: string, group: string, after = '.') =>
  processArticle(
    `${before}The committee waited for better weather ${group}${after} Nobody wondered.`,
    {
      published: '2021-11-03',
    },
  );
/** The sources of the group alone. */
const cited = (before: string, group: string): string[] =>
  sourcesOf(inside(before, group)).slice(before === citing ? 4 : 0);

describe('citations of articles of all kinds', () => {
  test.each([
    ['(Business Day, Oct. 31)', 'Business Day 2021-10-31'],
    ['(Le Monde, 3 mai)', 'Le Monde 2021-05-03'],
    ['(Le Monde, 1er mai 2019)', 'Le Monde 2019-05-01'],
    ['(Die Zeit, 12. März 2020)', 'Die Zeit 2020-03-12'],
    ['(El País, 3 de mayo de 2021)', 'El País 2021-05-03'],
    ['(Der Standard, 4. Mai)', 'Der Standard 2021-05-04'],
    ['(Krasnaya Zvezda, February 1, 2019)', 'Krasnaya Zvezda 2019-02-01'],
    ['(@KyivPost, July 7)', '@KyivPost 2021-07-07'],
    ['(Source: Reuters, July 7)', 'Reuters 2021-07-07'],
    ['(via Reuters, July 7)', 'Reuters 2021-07-07'],
    ['(Sources: Reuters, TASS, July 7)', 'Reuters 2021-07-07; TASS 2021-07-07'],
    ['(Rossiyskaya Gazeta, May 9—Victory Day edition)', 'Rossiyskaya Gazeta 2021-05-09'],
    ['(TASS, July 7, evening edition)', 'TASS 2021-07-07'],
    ['(Smith, "Grain", 2020)', 'Smith 2020'],
    ['(Jane Smith, "Grain Returns", May 4, 2020)', 'Jane Smith 2020-05-04'],
    ['(Smith and Jones, “Grain,” 2020, p. 4)', 'Smith & Jones 2020 @4'],
    ['(24.kg, May 3)', '24.kg 2021-05-03'],
    [
      '(see EDM, February 4, 11, March 10)',
      'Eurasia Daily Monitor 2021-02-04; Eurasia Daily Monitor 2021-02-11; Eurasia Daily Monitor 2021-03-10',
    ],
    ['(TASS, Oct.\u00A011)', 'TASS 2021-10-11'],
    ['(TASS, 11\u202FOctober\u00A02020)', 'TASS 2020-10-11'],
    ['(TASS,\u00A0October\u00A03–5)', 'TASS 2021-10-03/2021-10-05'],
    ['(“Grain Returns,” Financial Times, June\u00A014, 2020)', 'Financial Times 2020-06-14'],
    ['(Jane’s Defence Weekly, 3\u00A0May 2017)', 'Jane’s Defence Weekly 2017-05-03'],
  ])('%s', (group, expected) => {
    expect(cited(plain, group)).toEqual([expected]);
    expect(cited(citing, group)).toEqual([expected]);
  });
});

describe('names that only the article’s habit makes sources', () => {
  test.each([
    ['(Zvezda, May 4)'],
    ['(Profil, May 4)'],
    ['(Azattyk, May 4)'],
    ['(Huanqiu, May 4)'],
    ['(Novyny Donbasu, May 4)'],
    ['(Bloknot, May 4)'],
    ['(Ilta-Sanomat, 4 May)'],
    ['(Turkish Minute, May 4)'],
    ['(Interfax-AVN, March 3)'],
    ['(Kommersant-Vlast, May 4)'],
    ['(Armyinform, May 4)'],
    ['(Znak, February 1, 2019)'],
  ])('%s', (group) => {
    expect(cited(citing, group)).toHaveLength(1);
    const { citations, rules } = inside(plain, group);
    expect(citations).toEqual([]);
    expect(rules).toContain('citations/possible-citation');
  });

  test('an event long before all that is cited is none', () => {
    expect(cited(citing, '(Diário do Vale, 4 May 1909)')).toEqual([]);
    expect(inside(citing, '(Diário do Vale, 4 May 1909)').rules).toContain(
      'citations/possible-citation',
    );
  });

  test('a place of which the article tells is none', () => {
    const told = `${citing}Fighting went on near Bakhmut.\n\n`;
    expect(sourcesOf(inside(told, '(Bakhmut, May 4)'))).toHaveLength(4);
  });

  test('a link around name and date makes them a source anywhere', () => {
    const { citations, markdown } = inside(
      plain,
      '([Diário do Vale, 4 May 1909](https://example.org/a))',
    );
    expect(citations[0]?.items[0]).toMatchObject({
      'container-title': 'Diário do Vale',
      URL: 'https://example.org/a',
      issued: { 'date-parts': [[1909, 5, 4]] },
    });
    expect(markdown).toContain('weather.[^1]');
  });
});

describe.each([
  [
    'in the first battery',
    [
      '(Independence Day, July 4)',
      '(born May 2, 1967)',
      '(Friday, May 29)',
      '(Kabul, May 3)',
      '(May 29)',
      '(as of May 2023)',
      '(from June 3 to June 5)',
      "(Mother's Day, May 12)",
      '(D-Conn., 2019)',
      '(Battle of Hastings, 1066)',
      '(Berlin, 1936)',
      '(Kyiv, February 24, 2022)',
      '(Good Friday, April 2)',
      '(Chapter 3, May)',
      '(Boeing 737, 1967)',
      '(round 2, May 4)',
      '(matinee, May 4)',
      '(The Godfather, 1972)',
      '(Liverpool, 3-1, May 4)',
      '(Easter Sunday, April 4)',
      '(Monday, October 5)',
      '(Cannes, May 2019)',
      '(Windows 10, 2015)',
      '(pictured, May 2)',
      '(Treaty of Rome, March 25, 1957)',
      '(Game 3, May 4)',
      '(World Cup Final, July 15, 2018)',
      '(season finale, May 4)',
      '(deadline: May 4)',
    ],
  ],
  [
    'events',
    [
      '(Burning Man, August 30)',
      '(Glastonbury, June 24)',
      '(the Oscars, March 27)',
      '(Lollapalooza, July 28, 2019)',
      '(Super Bowl LIV, February 2, 2020)',
      '(Davos Forum, May 23)',
      '(Pride March, June 6)',
      '(G20 Summit, October 30)',
      '(State of the Union, March 1)',
      '(Black Friday, November 26)',
      '(Election Day, November 3)',
      '(Brexit referendum, June 23, 2016)',
      '(COP26, November 1)',
      '(Euromaidan, November 21, 2013)',
      '(Bloody Sunday, January 30, 1972)',
      '(Tiananmen, June 4, 1989)',
      '(Black Lives Matter protest, June 6)',
      '(Eurovision, May 22)',
      '(Comic-Con, July 22)',
      '(opening night, May 4)',
      '(Town Meeting, May 4)',
      '(Kentucky Derby, May 1)',
      '(Chelsea Flower Show, May 21)',
    ],
  ],
  [
    'places',
    [
      '(Springfield, Ill., May 4)',
      '(Ypres, April 22, 1915)',
      '(Lake Baikal, July 3)',
      '(Mount Etna, February 16)',
      '(Fort Sumter, April 12, 1861)',
      '(Central Park, June 3)',
      '(Red Square, May 9)',
      '(Wall Street, October 29, 1929)',
      '(Cape Canaveral, July 16)',
      '(Camp Bastion, September 14)',
      '(Heathrow, May 4)',
      '(Carnegie Hall, May 4)',
      '(St. Andrews, July 14)',
      '(Trafalgar Square, May 4)',
      '(Pearl Harbor, December 7, 1941)',
      '(Omaha Beach, June 6, 1944)',
      '(Yasukuni Shrine, August 15)',
      '(Kabul Airport, August 26)',
      '(Lower Manhattan, May 4)',
      '(Salt Lake City, May 4)',
      '(Tbilisi, Georgia, May 4)',
      '(North Sea, May 4)',
      '(Kansas, May 4)',
      '(Route 66, May 4)',
    ],
  ],
  [
    'people',
    [
      '(Ivan Petrov, May 4)',
      '(John Smith, May 4, 1960)',
      '(Maria Lopez, March 3, 2021)',
      '(Mrs. Thatcher, May 4, 1979)',
      '(Dr. Lee, May 4)',
      '(President Biden, January 20)',
      '(Pope Francis, March 13, 2013)',
      '(Queen Elizabeth, September 8)',
      '(Prince Harry, May 19, 2018)',
      '(Justice Kagan, June 30)',
      '(Senator Warren, May 4)',
      '(Aisha Bello, May 4)',
      '(Thomas Müller, 73rd minute, May 4)',
      '(b. May 4, 1960)',
      '(died May 4, 1960)',
      '(King Charles III, May 6)',
      '(Gen. Milley, September 28)',
      '(Anna and Peter, May 4)',
      '(St. George, April 23)',
      '(David Bowie, January 10, 2016)',
    ],
  ],
  [
    'ships',
    [
      '(HMS Sheffield, May 4, 1982)',
      '(USS Cole, October 12, 2000)',
      '(Titanic, April 15, 1912)',
      '(the Ever Given, March 23)',
      '(Costa Concordia, January 13, 2012)',
      '(Lusitania, May 7, 1915)',
      '(MV Joola, September 26, 2002)',
      '(Hindenburg, May 6, 1937)',
      '(Apollo 11, July 20, 1969)',
      '(Challenger, January 28, 1986)',
      '(Sputnik 1, October 4, 1957)',
      '(Flight MH17, July 17, 2014)',
      '(Air France 447, June 1, 2009)',
      '(Soyuz MS-10, October 11, 2018)',
      '(MS Estonia, September 28, 1994)',
    ],
  ],
  [
    'albums',
    [
      '(Blonde, August 20, 2016)',
      '(Thriller, November 30, 1982)',
      '(Abbey Road, September 26)',
      '(Lemonade, April 23)',
      '(Columbia Records, May 4)',
      '(The Wall, November 30, 1979)',
      '(Netflix, May 4)',
      '(Sub Pop, May 4, 2018)',
      '(Hulu, May 4)',
      '(season two, May 4)',
      '(vinyl, May 4)',
      '(HBO, April 14)',
      '(Deutsche Grammophon, May 4)',
    ],
  ],
  [
    'matches',
    [
      '(Arsenal v Chelsea, May 4)',
      '(Ajax–Tottenham, May 8)',
      '(Lakers vs. Celtics, June 17)',
      '(Real Madrid, May 4)',
      '(Manchester United, May 26, 1999)',
      '(Yankee Stadium, May 4)',
      '(Game 7, May 4)',
      '(Wimbledon, July 3)',
      '(Six Nations, March 19)',
      '(Champions League, May 29)',
      '(UFC 229, October 6, 2018)',
      '(Roland Garros, June 5)',
      '(Boston Marathon, April 15, 2013)',
      '(away, May 4)',
      '(Wrigley Field, May 4)',
      '(Week 4, October 3)',
    ],
  ],
  [
    'holidays',
    [
      '(Bastille Day, July 14)',
      '(St. Patrick’s Day, March 17)',
      '(Orthodox Christmas, January 7)',
      '(Yom Kippur, September 15)',
      '(Rosh Hashanah, September 6)',
      '(Navruz, March 21)',
      '(Cinco de Mayo, May 5)',
      '(Guy Fawkes Night, November 5)',
      '(All Saints, November 1)',
      '(Midsummer, June 24)',
      '(Republic Day, January 26)',
      '(Boxing Day, December 26)',
      '(World Press Freedom Day, May 3)',
      '(Labor Day, September 6)',
      '(Eid al-Fitr, May 13)',
      '(Chinese New Year, February 12)',
      '(Candlemas, February 2)',
      '(Burns Night, January 25)',
      '(Feast of St. John, June 24)',
      '(World Radio Day, February 13)',
      '(Mardi Gras, February 16)',
    ],
  ],
  [
    'battles',
    [
      '(Gettysburg, July 1–3, 1863)',
      '(Waterloo, June 18, 1815)',
      '(D-Day, June 6, 1944)',
      '(Operation Overlord, June 6, 1944)',
      '(Second Battle of Bull Run, August 28–30, 1862)',
      '(VE Day, May 8, 1945)',
      '(Dunkirk evacuation, May 26)',
      '(Tet Offensive, January 30, 1968)',
      '(Stalingrad, February 2, 1943)',
      '(Siege of Sarajevo, April 5, 1992)',
      '(Warsaw Uprising, August 1, 1944)',
      '(Kristallnacht, November 9, 1938)',
    ],
  ],
  [
    'court',
    [
      '(argued March 2, 2021)',
      '(decided June 24, 2022)',
      '(filed May 4)',
      '(docketed May 4)',
      '(hearing, May 4)',
      '(9th Cir., May 4, 2020)',
      '(S.D.N.Y., May 4, 2020)',
      '(No. 19-1392, May 4)',
      '(trial date, May 4)',
      '(arraignment May 4)',

      '(per curiam, May 4)',
      '(Executive Order 13769, January 27, 2017)',

      '(Rule 11, May 4)',
      '(Resolution 1325, October 31, 2000)',
    ],
  ],
  [
    'exhibitions',
    [
      '(Tate Modern, through May 4)',
      '(until May 4)',
      '(MoMA, May 4)',
      '(Louvre, May 4–July 3)',
      '(Venice Biennale, April 23)',
      '(Art Basel, June 14)',
      '(National Gallery, May 4)',
      '(Galerie Perrotin, May 4)',
      '(Retrospective, May 4)',
      '(Guggenheim, May 4)',
      '(Royal Academy, May 4)',
      '(Room 3, May 4)',
      '(Documenta, June 18)',
    ],
  ],
  [
    'releases',
    [
      '(Python 3.10, October 4)',
      '(iPhone 13, September 24)',
      '(iOS 15, September 20)',
      '(Tesla Model 3, July 28, 2017)',
      '(version 2.1, May 4)',
      '(Chrome 94, September 21)',
      '(Windows 11, October 5)',
      '(PlayStation 5, November 12, 2020)',
      '(GPT-3, June 11, 2020)',
      '(Kubernetes 1.22, August 4)',
      '(Node.js 16, April 20)',
      '(Debian Bullseye, August 14)',
      '(Android 12, October 4)',
      '(Sputnik V, August 11)',
    ],
  ],
  [
    'other',
    [
      '(Brent crude, May 4)',
      '(closing price, May 4)',
      '(Delta variant, May 4)',
      '(Hurricane Ida, August 29)',
      '(Omicron, November 26)',
      '(magnitude 7.2, August 14)',
      '(Tuesday evening, May 4)',
      '(Phase One, May 4)',
      '(Dose 1, May 4)',
      '(approx., May 4)',
      '(Full Moon, May 26)',
      '(first quarter, May 4)',
      '(due May 4)',
      '(Cohort B, May 4)',
      '(Typhoon Rai, December 16)',
      '(photo, May 4)',
      '(Getty Images, May 4)',
      '(pictured in Kyiv, May 4)',
      '(left, May 4)',
      '(3 p.m., May 4)',
      '(Eastern Time, May 4)',
      '(Gate 4, May 4)',
      '(week ending May 4)',
    ],
  ],
])('look-alikes: %s', (_, groups) => {
  test.each(groups)('%s', (group) => {
    expect(cited(plain, group)).toEqual([]);
    expect(cited(citing, group)).toEqual([]);
    expect(sourcesOf(inside(citing, group, ' and went home.'))).toHaveLength(4);
  });
});
