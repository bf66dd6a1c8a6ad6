/**
 * Capitals and palaces that stand for the government in them: "Moscow lamented", "between Astana and Ankara", "the Kremlin’s line".
 *
 * The words around decide. A capital is a place unless they speak of it as of somebody who acts; a palace acts unless they speak of it
 * as of a building.
 */
import type { Block } from './document.ts';
import type { Candidate } from './model.ts';
import { isCapitalised, isLower } from './names.ts';

const list = (words: string): string[] => words.trim().split(/[\s;]+/);
const set = (words: string): ReadonlySet<string> => new Set(list(words));

/** Verbs of governments, in their base form. */
const bases =
  list(`accept accuse acknowledge act admit adopt affirm agree aim allege allow announce annex answer apologise apologize appeal appear approve argue arm ask assert assure attempt attack
  back ban bargain believe blame block boycott bolster brand break brush calculate call cancel cede challenge champion charge claim clarify complain concede condemn confirm consider continue contend contest control convince cooperate
  coordinate court criticise criticize cut decide declare decline decry defend defy delay demand denounce deny deploy depend deploy dismiss dispatch dispute distance doubt downplay drag drop ease emphasise emphasize encourage endorse
  enforce enjoy escalate evade exert expand expect expel exploit express extend fail favour favor fear feel finance fund give grant halt harden help hesitate hint hit hope ignore impose insist instruct intend
  intensify intervene invest invite invoke issue join justify keep know label lament launch lend liken lift lobby look lose maintain make mediate move need negotiate nominate note object offer oppose order outlaw
  overlook owe pay pledge plan play point portray prefer prepare press pressure proclaim project promise promote propose protest provide provoke punish pursue push question quit ratify react realise realize rebuff rebuke recall receive
  recognise recognize reconsider refrain refuse regard reiterate reject rely remain remind renew reply report reprimand request resent resist resort respond resume retaliate retain reverse revoke row rule sanction say scramble scrap see seek seem send sever share shift shun side
  sign signal soften speak spend stage stand start stop stress strike strive struggle submit succeed suggest summon supply support suspect suspend sway take talk target tell terminate think threaten tighten tolerate trust try turn uphold
  unveil upbraid urge use veto view vow waive want warn watch weigh welcome wield wish withdraw withhold work worry yield`);
const irregular =
  set(`said told thought felt gave made took saw sought sent spoke stood struck strove lost kept knew lent dealt hit hid held cut spent began broke drew fought found got grew led left let meant met paid put ran
  rose shut sat sold shook threw understood undertook upheld went withdrew withheld won wrote bent bought brought built caught chose came swore overthrew foresaw forbade forgot forgave quit set overran misread`);
const actions: ReadonlySet<string> = new Set([...irregular, ...bases.flatMap(forms)]);
const acting: ReadonlySet<string> = new Set(bases.map(ingForm));
const baseForms: ReadonlySet<string> = new Set(bases);

function forms(base: string): string[] {
  const third = /(?:[sxz]|ch|sh|o)$/.test(base)
    ? `${base}es`
    : /[^aeiou]y$/.test(base)
      ? `${base.slice(0, -1)}ies`
      : `${base}s`;
  const past = base.endsWith('e')
    ? [`${base}d`]
    : /[^aeiou]y$/.test(base)
      ? [`${base.slice(0, -1)}ied`]
      : [`${base}ed`, `${base}${base.at(-1)}ed`];
  return [third, ...past];
}

function ingForm(base: string): string {
  return /[^eoy]e$/.test(base) ? `${base.slice(0, -1)}ing` : `${base}ing`;
}

const auxiliaries = set(
  'has had have will would can could may might must shall should did does do cannot can’t won’t didn’t doesn’t hasn’t hadn’t wouldn’t couldn’t never not also now then still long once again always soon',
);
const beings = set('is was are were be been');
const bePhrases = set(
  'not now also still already currently increasingly reportedly likely unlikely keen ready eager prepared willing unwilling reluctant determined set due bound able unable wary angry furious adamant afraid aware concerned convinced confident right wrong interested involved',
);
const states = set('become experience get have lie look sit feature contain host');
const locatives = set(
  'in at near outside inside around across throughout within into via through toward towards beyond outside visiting visited visit visits reached reach leaving left entered toured',
);
const dealing = set('against by with between among vis');
const dealings =
  set(`accuse accused accuses accusing urge urged urges urging challenge challenged challenges challenging blame blamed blames blaming criticise criticised criticize criticized criticizing warn warned warns warning press pressed pressing
  pressure pressured pressuring ask asked asks asking tell told tells telling support supported supports supporting defy defied defies defying punish punished sanction sanctioned persuade persuaded condemn condemned antagonise antagonised antagonize
  antagonized provoke provoked appease appeased anger angered infuriated infuriate irk irked alarm alarmed isolate isolated confront confronted trust trusted distrust oppose opposed reassure reassured remind reminded help helped convince convinced
  upbraid upbraided rebuke rebuked lobby lobbied deter deterred counter countered alienate alienated court courted courting embarrass embarrassed`);
const backed = set(
  'backed led controlled aligned installed imposed brokered friendly appointed sponsored supported run dominated approved loyal funded mediated led-',
);
/** What belongs to the city, not to the government. */
const cityThings =
  set(`airport airports airspace architecture avenue avenues bar bars bay beach beaches boroughs bridge bridges cathedral cathedrals centre center church churches city climate clubs coast cinema commuters court courts district districts downtown drivers east festival football
  galleries harbour harbor hospital hospitals hotel hotels homeless housing inhabitants landmarks largest main mayor metro metropolitan mosque mosques museum museums nightlife neighbourhood neighborhood neighbourhoods neighborhoods north oldest outskirts park parks population port
  poor rail residents restaurant restaurants river roads schools skyline south square squares stadium stadiums station stations stock street streets suburb suburbs subway taxi taxis temperature theatre theatres theater theaters tourists traffic trams universities university walls water waterfront weather west winter zoo airport’s`);
const routes = set(
  'flight flights road roads train trains railway railroad rail route routes line lines distance border highway ferry ferries bus buses journey trip trips halfway pipeline miles kilometres kilometers km',
);
const buildingThings = set(
  'wall walls tower towers gate gates lawn ballroom grounds corridor corridors dome roof garden gardens kitchen fence courtyard entrance hall',
);

/** Sets the form of each capital and palace among the mentions. */
export function markMetonyms(candidates: readonly Candidate[]): void {
  const byPlace = new Map<string, Candidate>();
  const eligible = candidates.filter(
    ({ known, type, form, source }) =>
      source !== 'markup' &&
      type === 'place' &&
      form === 'name' &&
      (known?.place === 'capital' || known?.place === 'seat'),
  );
  for (const candidate of candidates)
    if (candidate.type === 'place')
      byPlace.set(`${candidate.block.index} ${candidate.to}`, candidate);
  const starts = new Map<string, Candidate>();
  for (const candidate of candidates)
    if (candidate.type === 'place')
      starts.set(`${candidate.block.index} ${candidate.from}`, candidate);
  for (const candidate of eligible) {
    const seat = candidate.known?.place === 'seat';
    if (seat ? !isBuilding(candidate) : actsAsGovernment(candidate, byPlace, starts))
      candidate.form = 'metonym';
  }
}

function isBuilding({ block, from, to }: Candidate): boolean {
  const { keys } = block;
  const before = keys[from - 1] === 'the' ? (keys[from - 2] ?? '') : (keys[from - 1] ?? '');
  if (locatives.has(before) || before === 'to') return true;
  const next = isPossessive(keys[to]) ? keys[to + 1] : keys[to];
  return buildingThings.has(next ?? '');
}

const isPossessive = (key: string | undefined): boolean => key === "'s" || key === '’s';

function actsAsGovernment(
  { block, from, to }: Candidate,
  ends: ReadonlyMap<string, Candidate>,
  starts: ReadonlyMap<string, Candidate>,
): boolean {
  const { keys } = block;
  const before = keys[from - 1] ?? '';
  if (keys[to] === '-') return backed.has(keys[to + 1] ?? '');
  // A place in apposition or a dateline: "Paris, France", "PARIS, May 3 (AP) —".
  if (isDateline(block, from, to)) return false;
  if (locatives.has(before)) return false;
  if (isPossessive(keys[to])) return isGovernmentThing(block, to + 1);
  if (isBetween(block, from, to, ends, starts)) return true;
  if (dealing.has(before) && before !== 'between')
    return before !== 'by' || isParticiple(keys[from - 2]);
  if (
    dealings.has(before) ||
    (baseForms.has(before) && keys[from - 2] === 'to' && before !== 'leave' && before !== 'join')
  )
    return true;
  if (
    before === 'for' &&
    /^(?:support|backing|sympathy|setback|victory|defeat|problem|headache|blow|boost|win|embarrassment)$/.test(
      keys[from - 2] ?? '',
    )
  )
    return true;
  if (
    before === 'from' &&
    /^(?:independence|support|pressure|threats?|demands?|orders?|aid|reaction|response|condemnation|criticism|instructions|approval|permission|assurances?|away|help|distance)$/.test(
      keys[from - 2] ?? '',
    )
  )
    return true;
  if (
    before === 'to' &&
    /^(?:loyal|beholden|indebted|close|closer|hostile|friendly|subservient|sympathetic|message|warning|signal|concessions?|rebuke|answerable|threat|according|aid|arms|weapons|support|assistance|help|ties|relations|overtures|opposition|deliveries|supplies|pledges?|commitment|allegiance|loyalty|alternative|response)$/.test(
      keys[from - 2] ?? '',
    )
  )
    return true;
  if (/^(?:from|to|of|for|on|over)$/.test(before)) return false;
  return isActing(block, to);
}

/** Whether what follows is a verb of one who acts. */
function isActing(block: Block, to: number, second = false): boolean {
  const { keys, words } = block;
  let at = to;
  let helped = false;
  for (let steps = 0; steps < 4; steps++, at++) {
    const key = keys[at] ?? '';
    if (auxiliaries.has(key)) {
      helped ||=
        /^(?:will|would|can|could|may|might|must|shall|should|did|does|do|cannot|can’t|won’t|didn’t|doesn’t|wouldn’t|couldn’t)$/.test(
          key,
        );
    } else if (!(key.endsWith('ly') && isLower(words[at] ?? ''))) break;
  }
  const verb = keys[at] ?? '';
  if (!isLower(words[at] ?? '')) return false;
  if (actions.has(verb)) return true;
  if (
    helped &&
    (baseForms.has(verb) ||
      (/^(?:did|does|do|didn’t|doesn’t)$/.test(keys[to] ?? '') && !states.has(verb)))
  )
    return true;
  if (beings.has(verb) || verb === 'been') {
    let next = at + 1;
    while (
      auxiliaries.has(keys[next] ?? '') ||
      ((keys[next] ?? '').endsWith('ly') && next < at + 3)
    )
      next++;
    const after = keys[next] ?? '';
    return (
      acting.has(after) ||
      bePhrases.has(after) ||
      (bePhrases.has(keys[next - 1] ?? '') && next > at + 1 && !(keys[next - 1] ?? '').endsWith('ly'))
    );
  }
  // "Moscow and Beijing signed": the second of two is looked at as the first is.
  if (
    !second &&
    (verb === 'and' || verb === 'or') &&
    isCapitalised(words[at + 1] ?? '') &&
    at === to
  )
    return isActing(block, at + 2, true);
  return false;
}

/** "Moscow’s position" against "Moscow’s streets", "Moscow’s Red Square". */
function isGovernmentThing(block: Block, at: number): boolean {
  const { keys, words } = block;
  if (!isLower(words[at] ?? '')) return false;
  for (let next = at; next < at + 3; next++) {
    const key = keys[next] ?? '';
    if (cityThings.has(key)) return false;
    if (
      !isLower(words[next] ?? '') ||
      /^(?:of|to|in|on|for|and|with|is|was|that|against|over|from|by|at)$/.test(key)
    )
      break;
  }
  return true;
}

/** "between Astana and Ankara", but not "the road between Leeds and York". */
function isBetween(
  block: Block,
  from: number,
  to: number,
  ends: ReadonlyMap<string, Candidate>,
  starts: ReadonlyMap<string, Candidate>,
): boolean {
  const { keys } = block;
  let at = -1;
  if (keys[from - 1] === 'between') {
    const second =
      keys[to] === 'and'
        ? starts.get(`${block.index} ${to + (keys[to + 1] === 'the' ? 2 : 1)}`)
        : undefined;
    if (second) at = from - 1;
  } else if (keys[from - 1] === 'and') {
    const first = ends.get(`${block.index} ${from - 1}`);
    if (first && keys[first.from - 1] === 'between') at = first.from - 1;
  }
  if (at < 0) return false;
  for (let back = at - 1; back >= Math.max(0, at - 3); back--)
    if (routes.has(keys[back] as string)) return false;
  return true;
}

const isParticiple = (key: string | undefined): boolean =>
  key !== undefined && (/(?:ed|en)$/.test(key) || irregular.has(key));

/** "KYIV, Oct. 8 (Reuters) —", "PARIS —", "LONDON (AP)" */
function isDateline(block: Block, from: number, to: number): boolean {
  if (from > 0) return false;
  for (let at = to; at < Math.min(block.words.length, to + 12); at++) {
    if (/^(?:—|–|--|-)$/.test(block.words[at] as string))
      return block.tokens[at]?.end !== block.tokens[at + 1]?.start || at > to;
    if (/^[.!?]$/.test(block.words[at] as string)) return false;
    if (isLower(block.words[at] as string)) return false;
  }
  return false;
}
