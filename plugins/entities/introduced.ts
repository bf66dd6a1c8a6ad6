/**
 * What the words behind a name say of it: "Jordan Bell, an analyst at …" is a person, "Vantaz, a consultancy in Santiago" an
 * organisation. Mends what the tagger took for something else.
 */
import type { Block } from './document.ts';
import { candidate, placeOf, type Candidate } from './model.ts';
import { cases, isCapitalised } from './names.ts';
import { isTitle } from './titles.ts';
import { givenNameLike, isFunctionWord, organisationHeads, particles } from './words.ts';

const list = (words: string): ReadonlySet<string> => new Set(words.trim().split(/\s+/));

/** Nouns that somebody is, and nothing but a person. */
const persons =
  list(`analyst economist expert researcher scientist historian author writer novelist poet journalist reporter correspondent editor columnist photographer
  actor actress singer musician composer producer artist painter activist campaigner farmer nurse surgeon physician psychologist sociologist anthropologist archaeologist
  lawyer attorney barrister professor lecturer teacher student senior junior sophomore freshman pupil classmate resident neighbour neighbor spokesman spokeswoman spokesperson
  physicist biologist chemist epidemiologist engineer architect astronaut pilot driver strategist fellow adviser advisor consultant trader investor entrepreneur banker
  businessman businesswoman businessperson carpenter electrician plumber builder baker chef bartender waiter waitress barista mechanic trucker cyclist runner sprinter
  swimmer footballer cricketer goalkeeper striker midfielder defender coach captain manager owner founder co-founder worker officer detective sergeant soldier veteran
  mother father grandmother grandfather widow widower pensioner retiree volunteer organiser organizer librarian curator geologist ecologist zoologist botanist astronomer
  mathematician statistician technician programmer developer designer therapist counsellor counselor paramedic firefighter fisherman shepherd tailor jeweller jeweler
  graduate postgraduate intern apprentice undergraduate councillor councilor mayor senator minister ambassador diplomat bishop priest rabbi imam monk nun vicar`);

/** Nouns that a firm or another body is. */
const bodies =
  list(`company firm consultancy startup start-up charity school college university bank subsidiary maker manufacturer retailer publisher broker brokerage airline
  carrier insurer lender exchange agency group arm unit nonprofit non-profit ngo newspaper magazine website broadcaster think-tank thinktank institute foundation association
  federation union party lobby watchdog regulator museum hospital clinic studio consortium conglomerate supplier operator developer utility platform publisher
  cooperative co-operative laboratory lab miner shipbuilder carmaker automaker chipmaker drugmaker`);

const articles = list('a an the its his her their our another one');
/** What ends the noun phrase: its last word says what the name is. */
const ends = list(
  'in of at for from with to by on based who whom whose which that and or near under , . ; : ) — – -',
);
const longestPhrase = 7;

/** The noun in apposition behind a name: of ", an analyst at" it is "analyst". */
function headBehind({ keys }: Block, to: number): string | undefined {
  if (keys[to] !== ',' || !articles.has(keys[to + 1] ?? '')) return undefined;
  let head: string | undefined;
  for (let at = to + 2; at < to + 2 + longestPhrase; at++) {
    const key = keys[at];
    if (key === undefined) break;
    if (ends.has(key)) {
      // "quick-commerce arm"
      if (key === '-' && head !== undefined) continue;
      return head;
    }
    head = key;
  }
  return undefined;
}

/** Two to four words that could be somebody's name. */
function isPersonal({ words, keys }: Block, from: number, to: number): boolean {
  let parts = 0;
  for (let at = from; at < to; at++) {
    const word = words[at] as string;
    if (particles.has(keys[at] as string) && at > from) continue;
    if (!givenNameLike(word) && !/^\p{Lu}\.$/u.test(word)) return false;
    if (organisationHeads.has(keys[at] as string)) return false;
    parts++;
  }
  return parts >= 2 && parts <= 4;
}

const money = /^[¢$€£¥₦₹₵]/u;
/** Weather that bears the name of a child. */
const phenomena = list('el-niño la-niña el-nino la-nina');

/** Mends the tagger's names by what the sentence says of them, and adds people whom it passed over. */
export function asIntroduced(
  blocks: readonly Block[],
  tagged: readonly Candidate[],
  places: readonly Candidate[],
): Candidate[] {
  const listed = new Set(places.map(({ block, from }) => placeOf(block, from)));
  const result: Candidate[] = [];
  const taken = new Set<number>();
  for (const each of tagged) {
    const { block } = each;
    if (each.type === 'person') trimPerson(each);
    if (each.to <= each.from || isOnlyInitials(each)) continue;
    // "GH¢1,308"
    if (each.to - each.from === 1 && isMoney(each)) continue;
    const { from, to } = each;
    if (to - from === 2 && phenomena.has(`${block.keys[from]}-${block.keys[from + 1]}`))
      each.type = 'event';
    else retype(each, listed.has(placeOf(block, from)));
    for (let at = from; at < to; at++) taken.add(placeOf(block, at));
    result.push(each);
  }
  for (const block of blocks) {
    for (let comma = 2; comma < block.words.length; comma++) {
      if (block.words[comma] !== ',' || block.caseless[comma]) continue;
      if (block.cases[comma - 1] !== cases.capital || block.cases[comma - 2] !== cases.capital)
        continue;
      const from = personBefore(block, comma, taken);
      if (from === undefined || !persons.has(headBehind(block, comma) ?? '')) continue;
      result.push(candidate(block, from, comma, 'person', 'name', 'pattern', 0.8));
    }
  }
  return result;
}

/** Where two or three capitalised words begin that nobody has taken, right before a comma. */
function personBefore(block: Block, comma: number, taken: ReadonlySet<number>): number | undefined {
  let from = comma;
  while (
    from > 0 &&
    comma - from < 3 &&
    block.cases[from - 1] === cases.capital &&
    !taken.has(placeOf(block, from - 1)) &&
    !block.blocked[from - 1] &&
    !isTitle(block, from - 1) &&
    !(block.opens[from - 1] && isFunctionWord(block.words[from - 1] as string))
  )
    from--;
  return comma - from >= 2 && isPersonal(block, from, comma) ? from : undefined;
}

/** @param listed whether the lists know a place there */
function retype(each: Candidate, listed: boolean): void {
  const { block, from, to, type, confidence } = each;
  // "Simone Roe of Bruegel": one word behind "of" is where she works, and none of her names.
  if (
    type === 'person' &&
    to - from === 1 &&
    block.keys[from - 1] === 'of' &&
    !isTitle(block, from - 2)
  ) {
    if (
      from > 2 &&
      isCapitalised(block.words[from - 2] as string) &&
      isCapitalised(block.words[from - 3] as string)
    )
      each.type = 'organization';
    return;
  }
  if (block.keys[to] !== ',') return;
  const head = headBehind(block, to);
  if (head === undefined) return;
  if (type !== 'person' && persons.has(head) && isPersonal(block, from, to)) {
    each.type = 'person';
    each.form = 'name';
    each.confidence = Math.max(confidence, 0.8);
  } else if (
    (type === 'person' || type === 'place') &&
    to - from <= 2 &&
    bodies.has(head) &&
    !listed
  ) {
    each.type = 'organization';
    each.form = 'name';
  }
}

/** "Tom Roe, R-Big Flats" and "Daniela Roe of Vantaz" end with the surname. */
function trimPerson(each: Candidate): void {
  const { keys, words } = each.block;
  for (let at = each.from + 2; at < each.to; at++) {
    const suffix = /^(?:jr|sr|jr\.|sr\.|ii|iii|iv|md|m\.d\.|phd|ph\.d\.)$/.test(keys[at + 1] ?? '');
    const party = keys[at] === ',' && !suffix;
    if (party || (keys[at] === 'of' && isCapitalised(words[at + 1] ?? ''))) {
      each.to = at;
      each.text = undefined;
      return;
    }
  }
}

function isOnlyInitials({ block, from, to, type }: Candidate): boolean {
  if (type !== 'person') return false;
  for (let at = from; at < to; at++)
    if (!/^(?:\p{Lu}\.?|\.|-)$/u.test(block.words[at] as string)) return false;
  return true;
}

function isMoney({ block, to }: Candidate): boolean {
  return block.starts[to] === block.ends[to - 1] && money.test(block.words[to] ?? '');
}
