/** Word lists that more than one part needs. All in lower case. */
import { isCapitalised, keyOf } from './names.ts';

const list = (words: string): string[] => words.trim().split(/[\s;]+/);

/** Words at the head or the end of organisations' names. */
export const organisationHeads: ReadonlySet<string> = new Set(
  list(`academy administration agency airlines airways alliance army assembly association athletic authority bank bar board brigade broadcasting
  bureau cabinet center centre chamber church club college commission committee company conference confederation congress consortium
  consulate coalition cooperative corp corporation corps council court daily department directorate embassy exchange faculty federation fc force forces foundation front
  fund gazette guard guild herald hospital inc inspectorate institute institution laboratory league ltd library media ministry mission mosque movement museum navy network
  news newspaper office orchestra organisation organization parliament party police post press prosecutor railways radio regiment republican review secretariat securities
  senate service services society star stock survey synod telegraph television theatre theater times tribune tribunal trust union unions united university school archdiocese diocese archbishop bishop`),
);

/** Words at the end of legal names, which say nothing of the name. */
export const legalForms: ReadonlySet<string> = new Set(
  list(
    `inc inc. ltd ltd. plc llc llp corp corp. corporation co co. company companies group holdings holding limited gmbh ag se sa s.a. spa s.p.a. nv n.v. bv b.v. pjsc jsc ojsc pao oao ooo ab asa oyj`,
  ),
);

export const datesAndDays: ReadonlySet<string> = new Set(
  list(`monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october
  november december jan jan. feb feb. mar. apr apr. aug aug. sept sept. oct oct. nov nov. dec dec. today tomorrow yesterday`),
);

const notGiven: ReadonlySet<string> = new Set(
  list(`north south east west northern southern eastern western central upper lower greater new great old southeast northeast southwest northwest mainland inner outer
  the a an and or of in on at to from by for with as but if so that this these those he she it they we i you his her its their our my your who what when where why how
  which while since after before until under over between among across inside outside near against during despite although because both all some many most more few several
  one two three four five six seven eight nine ten first second third last next no not only even also still then now here there is are was were be has have had will would can
  could may might must should do does did president minister prime king queen prince princess pope emperor chancellor ambassador general colonel mr mrs ms dr professor
  government state states federal national international parliament republic kingdom foreign defence defense former`),
);

/** Whether a word could be the given name or the surname of somebody, by its look. */
export function givenNameLike(word: string): boolean {
  const key = keyOf(word);
  return (
    isCapitalised(word) &&
    /^[\p{L}\p{M}'’.]+$/u.test(word) &&
    !(word.length > 2 && word === word.toUpperCase()) &&
    !notGiven.has(key) &&
    !datesAndDays.has(key)
  );
}

/** Words that begin sentences and titles and are no names, whatever their case. */
export function isFunctionWord(word: string): boolean {
  return notGiven.has(keyOf(word));
}

/** Small words inside the names of people. */
export const particles: ReadonlySet<string> = new Set(
  list(
    `de del della der den di da do dos das du la le van von zu zur bin ibn bint al el ter ten af av e y ben abu ould wa st. st san`,
  ),
);

/** Acronyms that every reader knows. */
export const commonAcronyms: ReadonlySet<string> = new Set(
  list(`us uk eu un usa uae ussr tv id ok pc dvd cd pdf ceo cfo coo gdp aids hiv dna rna ufo vip hq pr it ai am pm bc ad ce bce gmt utc est pst cet diy faq rip asap
  nato nasa fbi cia bbc cnn nba nfl mlb nhl fifa uefa usb gps phd ma ba mba md suv vat ngo ngos cctv covid lgbt lgbtq sms sim url html mp mps pows pow jr sr ii iii iv vi vii viii ix
  nyc la dc bp hsbc dhl ibm bmw kfc ikea basf ubs ing rbs bnp sap amd gsk ntt lg gm ge tnt ups pwc kpmg ey espn hbo nbc abc cbs pbs npr itv cnbc msnbc mit ucla lse bhp anz dazn mtv ufc wwe ict dram ev evs km kg mph usd eur gbp q&a
  opec nhs nypd lapd isis isil kgb mri icu gcse gcses ptsd adhd ivf pcr sars mers lng lpg nft nfts wwi wwii led lcd atm atms pin bbq hgv hgvs rv rvs dj mc vr ar ppe hpv kc qc obe mbe cbe mvp var
  nascar wnba ncaa mls wta atp pga lpga ipl odi odis mma raf rspca ira plo pta psg psv cska toefl gpa sat sats stem saas mdma thc cbd lsd bst cest ist jst wi-fi ii. yolo fomo sos swat nsfw tba tbc`),
);
