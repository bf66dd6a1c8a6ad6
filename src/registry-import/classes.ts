/** What Wikidata's classes are for us: the commonest by their ids, others by the noun in their names. */
import type { EntityType } from '../model/index.ts';
import { entityTypes } from '../../plugins/entities/registry/entry.ts';

const items: Readonly<Record<EntityType, string>> = {
  person: 'Q5',
  organization:
    'Q43229 Q4830453 Q783794 Q6881511 Q891723 Q7278 Q484652 Q245065 Q163740 Q79913 Q327333 Q2659904 Q3918 Q38723 ' +
    'Q875538 Q2385804 Q476028 Q11032 Q1110794 Q192283 Q22687 Q46970 Q192350 Q215380 Q31855 Q7188 Q35749 Q11204 ' +
    'Q41487 Q176799 Q33506 Q16917 Q1530022',
  place:
    'Q6256 Q3624078 Q515 Q5119 Q1549591 Q3957 Q532 Q486972 Q82794 Q23442 Q33837 Q4022 Q8502 Q46831 Q23397 Q165 ' +
    'Q8514 Q5107 Q34442 Q41176 Q12280 Q1248784 Q35657 Q56061 Q10864048 Q13226383 Q123705 Q16560 Q44782 Q15284 ' +
    'Q747074 Q484170 Q262166 Q1093829 Q2221906 Q27096213',
  group: 'Q41710 Q231002 Q9174',
  event: 'Q1656682 Q1190554 Q198 Q178561 Q40231 Q132241 Q7944 Q8065 Q16510064',
  work: 'Q571 Q7725634 Q8261 Q47461344 Q11424 Q5398426 Q482994 Q7366 Q3305213 Q386724 Q17537576 Q41298',
  product: 'Q2424752 Q7397 Q7889 Q3231690 Q12140 Q431289',
};

const nouns: Readonly<Record<EntityType, string>> = {
  person: 'human person politician writer actor athlete',
  organization:
    'organization organisation company business enterprise corporation conglomerate party agency ministry department ' +
    'university college school institute institution club team association union federation league council committee ' +
    'commission foundation charity bank airline newspaper publisher broadcaster government parliament legislature court ' +
    'army navy police museum hospital band group church ngo trust manufacturer bureau authority cooperative startup',
  place:
    'place country state city town village municipality commune comune settlement capital region province district county ' +
    'territory island archipelago river lake sea ocean mountain volcano valley desert continent road street square building ' +
    'bridge airport port harbour harbor station palace castle neighbourhood neighborhood suburb borough prefecture oblast ' +
    'canton peninsula bay strait park dam stadium monument location metropolis republic kingdom',
  group: 'ethnicity nationality religion denomination tribe',
  event:
    'event war battle election referendum festival tournament championship conference summit earthquake flood hurricane ' +
    'revolution protest massacre pandemic epidemic competition ceremony disaster attack',
  work: 'work book novel film movie series album song painting play opera poem magazine sculpture documentary',
  product:
    'product software game vehicle car automobile smartphone aircraft drug medication vaccine brand weapon missile',
};

const byItem = index(items);
const byNoun = index(nouns);
/** Whole names whose last noun means something else. */
const byName = new Map<string, EntityType>([
  ['ethnic group', 'group'],
  ['religious group', 'group'],
  ['indigenous people', 'group'],
  ['video game', 'product'],
  ['war film', 'work'],
  ['state-owned enterprise', 'organization'],
  ['administrative territorial entity', 'place'],
  ['port authority', 'organization'],
]);

function index(table: Readonly<Record<EntityType, string>>): Map<string, EntityType> {
  return new Map(
    entityTypes.flatMap((type) => table[type].split(' ').map((key) => [key, type] as const)),
  );
}

/** Our type for a class, given as an address, an id (`Q515`) or a name (`city in Scotland`); undefined where it isn't known. */
export function typeOfClass(value: string): EntityType | undefined {
  const id = itemId(value);
  if (id !== undefined) return byItem.get(id);
  const name = value
    .trim()
    .toLowerCase()
    .replace(/ \([^()]{0,60}\)$/, '');
  if ((entityTypes as readonly string[]).includes(name)) return name as EntityType;
  const whole = byName.get(name);
  if (whole) return whole;
  // "municipality of Germany", "city in Scotland": the noun stands before the preposition.
  const head = name.split(/ (?:of|in|for|by|on|at|from|with|that|who)(?= )|,/)[0] as string;
  const headWhole = byName.get(head);
  if (headWhole) return headWhole;
  const noun = head.split(' ').at(-1) as string;
  return (
    byNoun.get(noun) ?? byNoun.get(noun.replace(/s$/, '')) ?? byNoun.get(noun.replace(/ies$/, 'y'))
  );
}

/** The id of a Wikidata item, out of an address or as it is. */
export function itemId(value: string): string | undefined {
  return /^(?:https?:\/\/(?:www\.)?wikidata\.org\/(?:entity|wiki)\/|wd:)?(Q[1-9]\d{0,11})$/.exec(
    value.trim(),
  )?.[1];
}
