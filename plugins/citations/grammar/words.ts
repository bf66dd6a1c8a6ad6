/** Word lists of the grammar. All in lower case. */

const list = (words: string): ReadonlySet<string> =>
  new Set(words.trim().split(/\s*,\s*|\s*\n\s*/));

/** Lower-case words that may stand inside a name. */
export const connectors = list(
  'of, the, for, and, in, on, to, at, by, from, with, de, del, des, du, da, do, dos, di, della, la, le, les, los, el, al, ' +
    'der, die, das, den, dem, van, von, vom, für, und, et, y, e, i, en, ' +
    'na, w, z, a, af, og, och, bin, ibn, ben, abu, dot, &',
);

/** Lower-case articles with which a name may begin. */
export const articles = list('the, de, la, le, les, el, il, lo, die, der, das, al, l, het, os, o');

/** Signals before a source. The longest are tried first. */
export const signals: readonly string[][] = [
  'first reported by', 'as reported by', 'as reported in', 'as cited in', 'as cited by', 'as quoted in', 'as quoted by',
  'according to', 'reported by', 'reported in', 'published by', 'published in', 'cited in', 'cited by', 'quoted in', 'quoted by', 'see also',
  'see for example', 'see for instance', 'see e.g.', 'see', 'cf.', 'cf', 'e.g.', 'eg', 'i.e.', 'also', 'compare', 'contra', 'but see', 'via', 'citing',
  'quoting', 'from', 'in', 'source', 'sources', 'for example', 'for instance', 'data from', 'based on', 'adapted from', 'translated from',
  'reviewed in', 'discussed in', 'both', 'per', 'for more see', 'for details see', 'for a review see', 'for an overview see', 'as in', 'following', 'reprinted in', 'originally in',
  'confirmed by', 'confirmed in', 'repeated by', 'repeated in', 'echoed by', 'echoed in', 'noted by', 'noted in', 'described in', 'summarised in', 'summarized in', 'reproduced in', 'carried by', 'covered by', 'mentioned in', 'documented in', 'documented by', 'disputed by', 'denied by', 'corroborated by', 'also reported by', 'also in',
]
  .map((signal) => signal.split(' '))
  .sort((a, b) => b.length - a.length); // prettier-ignore

/** Words between an outlet and its date. */
export const beforeDate = list(
  'accessed, retrieved, all, both, each, published, posted, updated, aired, broadcast, dated, on, of, from, last, issued, released, streamed, as, ' +
    'edition, issue, online, print, viewed, visited, and, filed, recorded, modified, interviewed, uploaded, consulted',
);

/** Participles that make the date one of reading, not of printing. */
export const accessWords = list('accessed, retrieved, viewed, visited, consulted');

/** Lower-case nouns that say what kind of source a name is: "Interfax news agency", "FAO report". */
export const descriptors = list(
  'report, reports, reporting, release, press, statement, briefing, transcript, website, site, newspaper, news, agency, blog, podcast, survey, ' +
    'poll, data, study, interview, dispatch, wire, video, tv, radio, magazine, newsletter, editorial, op-ed, online, live, web, page, channel, ' +
    'alert, advisory, guideline, guidelines, guidance, notice, communiqué, memorandum, ' +
    'daily, weekly, monthly, paper, service, journal, bulletin, documentary, broadcast, account, commentary, analysis, factsheet, database, ' +
    'feed, post, thread, tweet, portal, outlet, television, station, programme, program, column, article, story, filing, memo, ' +
    'fact, sheet, paywall, archive, archives, edition, and, statistics, press-release, white, working, policy, brief, state, state-run, private, independent, opposition, local, ' +
    'business, english, russian, quoted, reported',
);

/** Remarks behind a source. A field that begins with one of these is a remark. */
export const remarkWords = list(
  'in, subscription, paywall, paywalled, translated, translation, archived, emphasis, video, audio, photo, print, online, both, all, with, original, ' +
    'paid, registration, behind, author, via, transcript, abstract, full, updated, pdf, podcast, english, interview, ' +
    'trans, my, our, emphases, italics, quoted, cited, quoting, citing, syndicated, reprinted, live, opinion, op-ed, editorial, print-edition, requires, subscribers, free',
);

/** Months and days, which are no names. */
export const calendarWords = list(
  'january, february, march, april, may, june, july, august, september, october, november, december, jan, feb, mar, apr, jun, jul, aug, sep, ' +
    'sept, oct, nov, dec, monday, tuesday, wednesday, thursday, friday, saturday, sunday, today, yesterday, tomorrow, noon, midnight, ' +
    'spring, summer, autumn, fall, winter, ad, bc, bce, ce, gmt, utc, est, edt, pst, pdt, cet, cest, bst',
);

/** Words that are common in the names of outlets, each a good sign that a name is one. */
export const outletWords = list(
  'times, post, news, daily, herald, tribune, gazette, journal, press, agency, observer, chronicle, guardian, telegraph, mail, mirror, express, ' +
    'star, standard, record, review, weekly, monthly, magazine, today, broadcasting, radio, television, tv, channel, wire, newswire, monitor, courier, ' +
    'examiner, inquirer, dispatch, bulletin, register, sentinel, ledger, reporter, correspondent, online, newspaper, media, bbc, cnn, independent, ' +
    'citizen, advocate, argus, globe, sun, world, business, economist, nation, republic, diplomat, insider, advertiser, newsroom, zeitung, ' +
    'nachrichten, tagblatt, tageblatt, allgemeine, rundschau, spiegel, presse, kurier, monde, figaro, jornal, diario, correo, mundo, corriere, ' +
    'gazzetta, gazeta, novosti, pravda, izvestia, izvestiya, vesti, vestnik, zhurnal, hürriyet, gazetesi, shimbun, ribao, ' +
    'xinwen, sabah, haber, dagblad, dagbladet, posten, bladet, tidende, quotidien, noticias, periódico, folha, estadão, ' +
    'ukrinform, inform, interfax, fm, bureau, service, dot, blog, substack, telegram, twitter, facebook, youtube, linkedin, ' +
    'instagram, vkontakte, tiktok, weibo, wechat, institute, foundation, council, ministry, commission, department, centre, center, statement, website, observatory, think, tank, ' +
    'watch, committee, office, authority, organisation, organization, bank, fund, association, project, initiative, ' +
    'university, embassy, presidency, parliament, government, federation, union, report',
);

/** Heads of names that are events, things or people, and no sources. */
export const otherThings = list(
  'day, eve, battle, siege, war, treaty, accord, accords, cup, olympics, olympiad, games, summit, conference, election, elections, referendum, festival, final, ' +
    'finals, semi-final, semifinal, quarter-final, match, round, season, act, bill, order, resolution, decree, agreement, convention, protocol, game, ' +
    'episode, session, hearing, meeting, congress-session, birthday, wedding, funeral, concert, tour, anniversary, holiday, week, month, year, marathon, prix, open, championship, ' +
    'championships, league, derby, bowl, series, hurricane, typhoon, cyclone, storm, earthquake, flight, apollo, soyuz, mission, launch, operation, ' +
    'revolution, uprising, coup, massacre, attack, attacks, bombing, crash, flood, fire, ceasefire, armistice, ramadan, eid, easter, christmas, ' +
    'passover, hanukkah, diwali, thanksgiving, halloween, juneteenth, nowruz, epiphany, pentecost, advent, lent, novruz, vesak, holi, ' +
    'expo, exhibition, museum, gallery, theatre, theater, hall, stadium, arena, park, airport, hotel, cinema, opera, ballet, symphony, quartet, orchestra, choir, band, ' +
    'records, pictures, studios, entertainment, publishers, publishing, books, netflix, hulu, hbo, disney, paramount, universal, penguin, vintage, ' +
    'knopf, macmillan, harpercollins, routledge, bloomsbury, doubleday, scribner, faber, picador, verso, springer, elsevier, wiley, ' +
    'volume, vol, chapter, section, part, article, paragraph, figure, table, appendix, annex, page, map, ' +
    'case, docket, version, release, edition, class, grade, phase, stage, tier, group, pool, game-week, matchday, gameweek, race, heat, leg, ' +
    'president, minister, senator, governor, mayor, king, queen, prince, pope, general, colonel, captain, born, died, age, aged, mr, mrs, ms, dr, ' +
    'room, gate, terminal, platform, route, line, street, avenue, road, square, ' +
    'photo, photograph, image, picture, credit, illustration, graphic, courtesy, file, reporting, editing, writing, additional, compiled, ' +
    'contract, futures, delivery, budget, deadline, monday, tuesday, wednesday, thursday, friday, saturday, sunday, ' +
    'closed, opens, opened, closes, started, ended, begins, ends, signed, adopted, ratified, approved, pictured, above, below, left, right, centre-left, ' +
    'nasdaq, nyse, lse, ftse, otc, r, d, i, afternoon, morning, evening, night, quarter, q1, q2, q3, q4, fiscal, deaths, est, founded, built, ' +
    'android, windows, ios, ipados, macos, linux, playstation, xbox, nintendo, python, java, ubuntu, debian, kernel, iphone, ipad, galaxy, pixel, chrome, firefox, safari, kubernetes, node.js, ' +
    'gpt, beta, demo, dlc, sequel, remake, ep, lp, album, vinyl, soundtrack, premiere, finale, gala, awards, oscars, emmys, grammys, baftas, biennale, biennial, triennale, fair, forum, parade, ' +
    'protest, rally, strike, pride, show, workshop, seminar, symposium, retreat, fashion, auction, new-year, equinox, solstice, eclipse, moon, comet, strain, wave, trial, offensive, ' +
    'evacuation, incident, explosion, riot, riots, crisis, shooting, disaster, beach, harbor, harbour, ' +
    'sea, bay, islands, isle, river, valley, county, oblast, raion, district, province, village, shrine, temple, cathedral, church, mosque, abbey, palace, castle, tower, bridge, ' +
    'dam, tunnel, pass, ridge, hills, canyon, falls, strait, gulf, peninsula, desert, forest, reef, crater, field, arena, garden, gardens, plaza, galerie, retrospective, ' +
    '' +
    'argued, decided, docketed, arraignment, verdict, sentencing, plea, vs, versus, united, fc, afc, rovers, wanderers, athletic, ufc, nfl, nba, mlb, nhl, wba, ' +
    'barracks, zoo, cemetery',
);

/** First words of names of ships, places, persons and feasts. */
export const leadingOthers = list(
  'hms, uss, rms, mv, hmas, hmcs, ins, sms, lake, mount, mt, fort, cape, camp, justice, judge, gen, lt, col, sgt, capt, ' +
    'maj, cpl, adm, rev, fr, sir, lady, lord, bishop, archbishop, cardinal, chancellor, coach, professor, prof, saint, saints, st, feast, model, rule, single, dose, cohort, variant',
);

/** Words that make an institution, whatever follows "of": "Ministry of Justice". */
export const institutions = list(
  'ministry, department, office, embassy, institute, centre, center, commission, committee, council, bureau, agency, bank, university, association, federation, service, directorate, court, prosecutor, ombudsman',
);

/** Verbs behind an author who is named in the sentence. */
export const reportingVerbs = list(
  'argue, argues, argued, show, shows, showed, shown, find, finds, found, suggest, suggests, suggested, note, notes, noted, claim, claims, ' +
    'claimed, demonstrate, demonstrates, demonstrated, report, reports, reported, describe, describes, described, propose, proposes, proposed, ' +
    'conclude, concludes, concluded, observe, observes, observed, write, writes, wrote, state, states, stated, contend, contends, contended, ' +
    'maintain, maintains, maintained, examine, examines, examined, develop, develops, developed, introduce, introduces, introduced, estimate, estimates, ' +
    'estimated, identify, identifies, identified, call, calls, called, define, defines, defined, point, points, pointed, explain, explains, ' +
    'explained, use, uses, used, discuss, discusses, discussed, have, has, had, also, offer, offers, offered, analyse, analyses, analysed, analyze, analyzes, ' +
    'analyzed, reject, rejects, rejected, warn, warns, warned, stress, stresses, stressed, emphasise, emphasises, emphasize, emphasizes, emphasized, ' +
    'highlight, highlights, highlighted, compare, compares, compared, measure, measures, measured, test, tests, tested, provide, provides, provided, ' +
    'review, reviews, reviewed, challenge, challenges, challenged, document, documents, documented, add, adds, added, see, sees, saw, believe, ' +
    'believes, believed, insist, insists, insisted, assert, asserts, asserted, posit, posits, posited, predict, predicts, predicted, confirm, confirms, confirmed, ' +
    'reach, reaches, reached, make, makes, made, take, takes, took, surveyed, surveys, attribute, attributes, attributed, trace, traces, traced, draw, draws, drew, study, studies, studied, recommend, recommends, caution, cautions, cautioned',
);

/** Words before the mention of an author by name and year. */
export const beforeAuthor = list(
  'by, see, following, follow, cf, unlike, as, e.g, contra, per, while, whereas, although',
);

/** What comes before a year in brackets and is no author. */
export const notAuthors = list(
  'the, a, an, in, on, at, of, by, for, to, and, or, but, table, figure, fig, chapter, section, act, law, regulation, directive, treaty, ' +
    'agreement, convention, protocol, resolution, constitution, article, part, volume, edition, census, election, elections, war, battle, olympics, games, ' +
    'cup, report, since, from, until, year, years, fiscal, budget, film, movie, album, book, novel, series, season, episode, version, ' +
    'this, that, these, those, his, her, its, their, our, my, who, which, what, when, where, while, as, if, then, than, however, moreover, both, see, ' +
    'he, she, it, they, we, you, i, also, only, circa, ca, between, before, after, during, about, around, early, late, mid, ' +
    'plan, strategy, programme, program, project, paper, bill, code, rule, order, decree, statute, v, vs, no, est, founded, born, died, published, released, ' +
    'reprinted, originally, original, first, second, third, revised, updated, effective, current, projected, forecast, estimate, estimates, actual, ' +
    'population, total, average, median, source, sources, note, notes, data, approx, approximately, model, type, class, summit, conference, festival, ' +
    'world, cop, expo, brexit, covid, covid-19, gdp, fy, ipo, ad, bc, ce, bce, q1, q2, q3, q4, h1, h2, vintage, penguin, netflix, hulu, hbo, disney, knopf, ' +
    'routledge, random, macmillan, harpercollins, faber, picador, bloomsbury, verso, paramount, universal, columbia, atlantic, motown, capitol, windows, android, ios, macos, iphone, ' +
    'playstation, xbox, nintendo, cannes, sundance, venice, eurovision, wimbledon, oscars, grammys, euro, copa, champion, champions, winner, runner-up, ' +
    'copyright, isbn, issn, doi, article, amended, as, repealed, r, d',
);

/** Words of the lists above that are family names as well. */
export const alsoSurnames = list(
  'king, prince, pope, hall, park, page, day, case, street, road, law, bill, line, may, march, april, june, august, winter, summer, bishop, ' +
    'flood, fire, storm, bowl, race, gate, room, rule, grade, wiley, stage, square, minister, major, file, born, left, right, war, bell, best, ' +
    'friday, monday, sun, mar, jan, note, model, class, paper, first, code, page, field, read, lane, leg, pool, advent, lent, sec, mission, holiday, ' +
    'lake, mount, fort, cape, camp, beach, bay, forest, church, temple, abbey, castle, tower, bridge, hills, falls, garden, justice, judge, bishop, cardinal, lord, rose, ' +
    'chancellor, fair, show, pride, rule, strain, wave, moon, plaza, fields, gardens, saint, single, base, dam, pass, islam, wolf, marsh, rivers, river, sea, ridge',
);

/** Words of the arts, among which a name with a title and a year is a song, a film or a painting. */
export const artsWords = list(
  'album, albums, song, songs, singer, singers, songwriter, band, lyrics, chart, vinyl, soundtrack, guitar, vocals, concert, painting, paintings, painter, canvas, gallery, exhibition, ' +
    'sculpture, sculptor, poem, poems, poet, film, films, filmmaker, soprano, composer, orchestra, museum, drummer, chorus, melody, jazz, watercolour, watercolor, portrait, curator',
);

/** Words of programming, which make a lower-case name with a month and year the release of a package. */
export const softwareWords = list(
  'npm, package, packages, library, libraries, dependency, dependencies, javascript, typescript, api, apis, repository, framework, github, node.js, ' +
    'runtime, compiler, codebase, changelog, semver, maintainer, maintainers, bug, bugs, cli, sdk, pypi, crate, crates, docker, kubernetes, frontend, ' +
    'backend, deprecated, releases, refactor, developers, developer, react, webpack, vite, eslint, linter, http, client, module, modules, plugin',
);
