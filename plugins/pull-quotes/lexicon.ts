/**
 * Word lists by what their words do in a sentence. They hold general English, no words of a field, so that a ranking
 * fitted on one kind of article holds for others.
 */
import { commonWords } from './common-words.ts';

/** One bit a list, from the lowest up. A word may be in several. */
export const kinds = {
  stop: 1 << 0,
  we: 1 << 1,
  i: 1 << 2,
  you: 1 << 3,
  third: 1 << 4,
  negation: 1 << 5,
  absolute: 1 << 6,
  positive: 1 << 7,
  negative: 1 << 8,
  modal: 1 << 9,
  contrast: 1 << 10,
  speech: 1 << 11,
  date: 1 << 12,
  number: 1 << 13,
  past: 1 << 14,
  present: 1 << 15,
  idea: 1 << 16,
  people: 1 << 17,
  hedge: 1 << 18,
  reference: 1 << 19,
  common: 1 << 20,
  strong: 1 << 21,
  time: 1 << 22,
  intensifier: 1 << 23,
} as const;

export type Kind = keyof typeof kinds;

const lists: Record<Exclude<Kind, 'common'>, string> = {
  stop: `a an the and or but if of at by for with about against between into through during before after above below to from
    up down in out on off over under again then once here there when where why how all any both each few more most other
    some such no nor not only own same so than too very s t can will just should now i me my myself we our ours ourselves
    you your yours yourself he him his himself she her hers herself it its itself they them their theirs themselves what
    which who whom this that these those am is are was were be been being have has had having do does did doing would could
    may might must shall because as until while also upon since though although whether either neither yet else us it's
    that's don't i'm i've you're we're they're isn't doesn't can't won't didn't there's`,
  we: "we us our ours ourselves we're we've we'll we'd let's",
  i: "i me my mine myself i'm i've i'll i'd",
  you: "you your yours yourself yourselves you're you've you'll you'd",
  third:
    "he him his himself she her hers herself they them their theirs themselves he's she's they're they've they'll he'd she'd",
  negation: `no not never none nothing nobody nowhere neither nor cannot without hardly can't won't don't doesn't didn't isn't
    aren't wasn't weren't couldn't wouldn't shouldn't haven't hasn't hadn't ain't mustn't`,
  absolute: `never always nothing everything everyone everybody anyone anybody anything all every entire entirely only whole
    completely totally absolutely forever nobody none ultimate ever simply`,
  positive: `good great best better beautiful wonderful excellent amazing brilliant perfect love loved loves hope happy proud
    success successful win winning powerful strong strength easy elegant rich fun enjoy joy freedom free fair right true truth
    trust valuable value important significant special remarkable extraordinary fantastic incredible inspiring creative
    bright brave honest safe passion benefit improve improved opportunity dream magic worth worthy grateful impressive
    favourite favorite interesting exciting useful simple natural healthy peace glad beauty genius delight
    delightful lovely gift generous courage hero advantage quality reward`,
  negative: `bad worse worst terrible horrible awful ugly evil wrong fail failed failure fear afraid hate hatred anger angry
    sad tragedy tragic pain painful suffer suffering lost loss lose losing death dead die died dying kill killed war crisis
    danger dangerous threat risk poor weak difficult hard impossible problem problems trouble destroy destroyed broken break
    damage disaster enemy fight fighting struggle victim shame guilt guilty lie lies false fake stupid silly crazy mad boring
    expensive corrupt corruption violence violent crime cruel unfair unjust injustice ridiculous shocking shocked scary
    nightmare mess hell curse annoying frustrating frustration burden waste useless worthless ignorance desperate despair
    lonely hurt blame worry worried devastating heartbreaking humiliating`,
  modal: 'can could may might must shall should will would ought need needs cannot',
  contrast:
    'but yet however although though instead rather despite whereas unlike still than while nevertheless otherwise',
  speech: `said says say saying told tells asked asks replied added adds explained explains noted notes argued argues claimed
    claims stated states announced reported reports according wrote writes recalled insisted warned suggested declared
    commented responded testified admitted acknowledged confirmed denied declined spokesman spokeswoman spokesperson`,
  date: `monday tuesday wednesday thursday friday saturday sunday january february march april june july august september
    october november december jan feb mar apr jun jul aug sept sep oct nov dec`,
  number: `two three four five six seven eight nine ten eleven twelve twenty thirty forty fifty hundred thousand million
    billion trillion dozen percent per cent half third quarter first second`,
  past: `was were had did went came got made took gave found thought became began kept left felt brought wrote sat stood lost
    met paid ran saw knew grew drew fell held led put sent sold spent told won built bought caught chose drove ate flew
    forgot heard hid hit hurt laid let meant read rode rose sang slept spoke stole swam taught threw understood woke wore`,
  present:
    "is are am be has have do does it's that's there's i'm we're they're you're isn't aren't",
  idea: `life world truth love death power freedom future history justice idea ideas meaning sense reality nature art science
    culture society democracy money time change human humanity mind soul heart faith god belief knowledge wisdom education
    progress revolution community responsibility rights respect dignity identity memory language story stories dream dreams
    question answer reason mistake lesson choice chance power control fight battle secret price cost thing things way place
    home work point moment matter difference`,
  people: `people person man woman men women child children kids family families friend friends mother father parents son
    daughter brother sister baby boy girl boys girls human humans someone somebody everyone everybody anyone anybody nobody
    wife husband generation citizens public`,
  hedge:
    'perhaps maybe probably possibly seems seem apparently likely almost nearly somewhat generally usually often sometimes',
  reference: `figure figures table listing screenshot example following below above previous section chapter step steps
    shown see page here appendix photo image photograph`,
  strong: `must need want know believe think feel understand mean means become realize realise remember imagine learn care
    matter matters deserve deserves refuse demand choose try`,
  time: `yesterday today tomorrow ago last week month year years later earlier recently then morning evening night day days
    tonight afternoon weekend`,
  intensifier:
    'very really so too quite truly extremely incredibly deeply far much even just more most less least such',
};

/** Kinds of each word, in lower case with a straight apostrophe. */
export const lexicon: ReadonlyMap<string, number> = makeLexicon();

function makeLexicon(): Map<string, number> {
  const result = new Map<string, number>();
  const put = (word: string, bit: number): void => {
    result.set(word, (result.get(word) ?? 0) | bit);
  };
  for (const [kind, words] of Object.entries(lists)) {
    for (const word of words.trim().split(/\s+/)) put(word, kinds[kind as Kind]);
  }
  for (const word of commonWords) put(word, kinds.common);
  return result;
}

function set(words: string): ReadonlySet<string> {
  return new Set(words.trim().split(/\s+/));
}

/** Pronouns that, at the start, point out of the sentence. */
export const openingPronouns =
  set(`he she it they this that these those his her its their him them such it's that's he's
  she's they're one another both`);

/** Words that, at the start, tie a sentence to the one before. Conjunctions stand apart: editors like them better. */
export const connectives =
  set(`however moreover furthermore therefore thus hence consequently additionally similarly likewise
  meanwhile nevertheless nonetheless indeed finally also besides instead accordingly otherwise conversely specifically first
  firstly second secondly third thirdly lastly next then for eg still incidentally subsequently`);

export const conjunctions = set('and but or so yet nor because');

/** Verbs that open an instruction. */
export const instructions =
  set(`add apply bake boil call change check choose click close combine copy create cut delete download
  draw edit enter fill find fold follow go heat insert install keep leave make mix move note open place pour prepare press
  put read remove repeat replace rinse run save see select send set start stir switch take try turn type use visit wait
  wash write`);

/** Words without a meaning of their own that stand more, or less, in sentences that editors chose. */
export const markers: readonly string[] =
  `a an and are is it that this these there of for with without on about as than like because also such may would one some
  but what when who if no out up more`.split(/\s+/);

export const markerIndex: ReadonlyMap<string, number> = new Map(
  markers.map((marker, index) => [marker, index]),
);
