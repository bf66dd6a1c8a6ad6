/**
 * Words that end in a full stop without ending a sentence, by what has to follow for the sentence to go on. A capital is
 * part of an abbreviation that is a word without it ("Sun." and "the sun.").
 */

function list(words: string): ReadonlySet<string> {
  return new Set(words.split(/\s+/).filter(Boolean));
}

/** Stand before a name: the sentence goes on, whatever follows. */
export const beforeName = list(`
  mr mrs ms mx messrs mmes dr drs prof profs Rev revd Revd Fr Hon Pres gov Gov Govs sen Sen Sens Rep Reps Amb
  Gen lt Lt Lieut lieut Col Maj capt Capt cpt Cpt Cmdr Adm sgt Sgt Pvt Cpl Brig Det Insp insp Supt supt Atty Asst Assoc
  Mt Ft Pte
  Mme Mmes mme Mlle mlle Mgr Me sr Sr sra srta sres dª Ing Lic Arq Ud Uds
  Hr hr Hrn Frl Dipl Sig Sigg Dott Avv dhr mevr Mw drs Ir
  г гр ул им св тов акад проф
  डॉ श्री
`);

/** Introduce what follows within the same sentence. */
export const introducing = list(`
  e.g i.e eg ie cf viz vs v ca approx resp incl esp a.k.a
  z.b d.h u.a bzw ggf evtl sog vgl s.o s.u
  p.ex c.-à-d env
  p.ej bijv d.w.z m.a.w
  т.е т.к напр см
`);

/** Stand before a number. */
export const beforeNumber = list(`
  no nos nr nrs núm n fig figs eq eqs sec secs sect ch chap art arts p pp vol vols pt pts para
  app ed bd abs abb tab kap str bl t cap c circa tel ext op cit
  Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec
  Mon Tue Tues Wed Thu Thur Thurs Fri Sat Sun
  janv févr avr juil déc ene dic
`);

/** Stand in the middle or at the end of a sentence; only a word that opens sentences tells. */
export const anywhere = list(`
  inc Inc ltd Ltd Co Cos Corp corp LLC PLC plc Bros Jr jr Esq Dept dept Univ Inst Assn Assoc Natl Intl Govt govt Mfg
  St Ave Blvd Rd Hwy Pl Sq Bldg Apt
  al Est ibid Ibid Ed Eds eds Trans Repr
  Ala Ariz Ark Calif Colo Conn Del Fla Ga Ill Ind Kan Kans Ky Md Mich Minn Miss Mo Mont Neb Nebr Nev
  Okla Ore Penn Penna Tenn Tex Vt Va Wash Wis Wisc Wyo Ont Que
  Sci Phys Chem Biol Med Math Econ Hist Philos
`);

/** Names that end in an exclamation mark. */
export const exclaimed = list('Yahoo Jeopardy Oklahoma Mamma Mia Airplane Panic Which');

/** Follow a time of day within the sentence: "5 p.m. Monday", "9 a.m. EST". */
export const afterTime = list(`
  Monday Tuesday Wednesday Thursday Friday Saturday Sunday Mon Tue Tues Wed Thu Thurs Fri Sat Sun
  EST EDT ET CST CDT CT MST MDT MT PST PDT PT GMT UTC BST CET CEST IST JST AEST WAT EAT
  Eastern Central Mountain Pacific Greenwich Moscow Beijing Jan Feb Mar Apr May June July Aug Sept Oct Nov Dec
  January February March April August September October November December
`);

/** Words that open sentences and, with a capital, seldom go on one. */
export const openers = list(`
  The A An This That These Those It He She They We You I There Here
  But And Or So If In On At As For From When While Where What Why How Who Which Whether
  After Before Since Although Though Because Until Unless Once During Despite
  However Moreover Furthermore Meanwhile Instead Then Therefore Thus Now Today Yesterday Perhaps Maybe
  Not No Yes Some Many Most Both Each Every Another Such Several Few Its His Her Their Our My Your
  By With Without Under Among According Also Even Only Still Yet Let Nor Like
  Le La Les Il Elle Ils Elles Un Une Des Ce Cette Mais Et Nous Vous Dans
  Der Die Das Ein Eine Er Sie Es Wir Ich Aber Und Doch Im Am
  El Los Las Una Pero En Y Él Ella
`);

/** Verbs that say who speaks: `"Why?" Smith asked.` */
export const speech = list(`
  said says say asked asks replied replies added adds cried cries shouted shouts wrote writes told tells
  exclaimed answered answers wondered wonders demanded demands whispered yelled screamed muttered
  laughed joked jokes quipped explained insisted thought recalled continued declared responded called
`);

/** What may follow a German ordinal with a capital: "am 3. Oktober". */
export const afterOrdinal = list(`
  Januar Jänner Februar März April Mai Juni Juli August September Oktober November Dezember Jahrhundert Jahrhunderts
  Mal Platz Klasse Weltkrieg Weltkriegs Weltkrieges Liga Auflage Stock Geburtstag Bundesliga
`);
