/**
 * Capitals and palaces that stand for the government in them: "Moscow lamented", "between Astana and Ankara", "the Kremlin’s line".
 *
 * The words around decide. A capital is a place unless they speak of it as of somebody who acts; a palace acts unless they speak of it
 * as of a building.
 */
import type { Block } from './document.ts';
import type { Candidate } from './model.ts';
import {
  actions,
  acting,
  auxiliaries,
  backed,
  baseForms,
  beings,
  bePhrases,
  buildingThings,
  cityThings,
  dealing,
  dealings,
  irregular,
  joints,
  locatives,
  routes,
  states,
} from './metonym-words.ts';
import { isCapitalised, isLower } from './names.ts';

/** Sets the form of each capital and palace among the mentions. */
export function markMetonyms(candidates: readonly Candidate[]): void {
  const places = candidates.filter(({ type, source }) => type === 'place' && source !== 'markup');
  for (const chain of chainsOf(places)) {
    if (!chain.some(isEligible)) continue;
    const acts = chain.length > 1 ? actTogether(chain) : undefined;
    for (const place of chain) {
      if (!isEligible(place)) continue;
      const seat = place.known?.place === 'seat';
      if (seat ? !isBuilding(place) : (acts ?? actsAsGovernment(place))) place.form = 'metonym';
    }
  }
}

function isEligible({ known, form }: Candidate): boolean {
  return form === 'name' && (known?.place === 'capital' || known?.place === 'seat');
}

/** Places that "and" or "or" joins, with commas before: "Lima, Quito and Bogotá". Others stand by themselves. */
function chainsOf(places: readonly Candidate[]): Candidate[][] {
  const chains: Candidate[][] = [];
  let list: Candidate[] = [];
  const close = (): void => {
    const last = list.at(-1);
    const joined = last !== undefined && /^(?:and|or)$/.test(last.block.keys[last.from - 1] ?? '');
    if (joined) chains.push(list);
    else for (const place of list) chains.push([place]);
    list = [];
  };
  for (const place of places) {
    const last = list.at(-1);
    if (last && !(last.block === place.block && isJoined(last, place))) close();
    list.push(place);
    // A comma may join what follows to it, an "and" is the end.
    if (/^(?:and|or)$/.test(place.block.keys[place.from - 1] ?? '')) close();
  }
  close();
  return chains;
}

function isJoined({ block, to }: Candidate, { from }: Candidate): boolean {
  return (
    from > to &&
    from - to <= 2 &&
    block.keys.slice(to, from).every((key) => /^(?:,|and|or)$/.test(key))
  );
}

/** Whether joined capitals are spoken of as governments, by what stands before the first and after the last. */
function actTogether(chain: readonly Candidate[]): boolean {
  const [first, last] = [chain[0], chain.at(-1)] as [Candidate, Candidate];
  const { block, from } = first;
  const before = block.keys[from - 1] ?? '';
  if (isDateline(block, from, last.to) || locatives.has(before)) return false;
  if (before === 'between') return !isRoute(block, from - 1);
  return isDealtWith(block, from, last.to) || (!isObject(before) && isActing(block, last.to));
}

const isObject = (before: string): boolean => /^(?:from|to|of|for|on|over)$/.test(before);

function isBuilding({ block, from, to }: Candidate): boolean {
  const { keys } = block;
  const at = keys[from - 1] === 'the' ? from - 2 : from - 1;
  const before = keys[at] ?? '';
  if (locatives.has(before) || before === 'to') return true;
  if (before === 'from') return !fromGovernment.test(keys[at - 1] ?? '');
  const next = isPossessive(keys[to]) ? keys[to + 1] : keys[to];
  return buildingThings.has(next ?? '');
}

const isPossessive = (key: string | undefined): boolean => key === "'s" || key === '’s';

function actsAsGovernment({ block, from, to }: Candidate): boolean {
  const { keys } = block;
  const before = keys[from - 1] ?? '';
  if (keys[to] === '-') return backed.has(keys[to + 1] ?? '');
  if (isDateline(block, from, to) || locatives.has(before)) return false;
  if (isPossessive(keys[to])) return isGovernmentThing(block, to + 1);
  if (isDealtWith(block, from, to)) return true;
  return !isObject(before) && isActing(block, to);
}

const forGovernment =
  /^(?:support|backing|sympathy|setback|victory|defeat|problem|headache|blow|boost|win|embarrassment)$/;
const fromGovernment =
  /^(?:independence|support|pressure|threats?|demands?|orders?|aid|reaction|response|condemnation|criticism|instructions|approval|permission|assurances?|away|help|distance)$/;
const toGovernment =
  /^(?:loyal|beholden|indebted|close|closer|hostile|friendly|subservient|sympathetic|message|warning|signal|concessions?|rebuke|answerable|threat|according|aid|arms|weapons|support|assistance|help|ties|relations|overtures|opposition|deliveries|supplies|pledges?|commitment|allegiance|loyalty|alternative|response)$/;

/** Whether the words before speak of dealings with a government: "accused Lima", "talks with Lima", "support for Lima". */
function isDealtWith(block: Block, from: number, to: number): boolean {
  const { keys, words } = block;
  const before = keys[from - 1] ?? '';
  const noun = keys[from - 2] ?? '';
  if (before === 'for') return forGovernment.test(noun);
  if (before === 'from') return fromGovernment.test(noun);
  if (before === 'to') return toGovernment.test(noun);
  if (!dealings.has(before) && !(dealing.has(before) && (before !== 'by' || isParticiple(noun))))
    return false;
  // "with Lima lawyers": the city's.
  const after = words[to] ?? '';
  return (
    !isLower(after) ||
    joints.has(keys[to] ?? '') ||
    actions.has(keys[to] ?? '') ||
    (keys[to] ?? '').endsWith('ly')
  );
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
      (bePhrases.has(keys[next - 1] ?? '') &&
        next > at + 1 &&
        !(keys[next - 1] ?? '').endsWith('ly'))
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

/** Whether "between" at a token is one of ways and distances: "the road between Leeds and York". */
function isRoute({ keys }: Block, between: number): boolean {
  for (let at = between - 1; at >= Math.max(0, between - 3); at--)
    if (routes.has(keys[at] as string)) return true;
  return false;
}

const isParticiple = (key: string | undefined): boolean =>
  key !== undefined && (/(?:ed|en)$/.test(key) || irregular.has(key));

/** "KYIV, Oct. 8 (Reuters) —", "PARIS —", "LONDON (AP)" */
function isDateline(block: Block, from: number, to: number): boolean {
  if (from > 0) return false;
  for (let at = to; at < Math.min(block.words.length, to + 12); at++) {
    if (/^(?:—|–|--|-)$/.test(block.words[at] as string))
      return block.ends[at] !== block.starts[at + 1] || at > to;
    if (/^[.!?]$/.test(block.words[at] as string)) return false;
    if (isLower(block.words[at] as string)) return false;
  }
  return false;
}
