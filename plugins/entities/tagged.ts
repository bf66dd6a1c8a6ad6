import type { EntityType } from '../../src/model/index.ts';
import type { NameType, TaggedName } from './backends/tagger.ts';
import type { Block } from './document.ts';
import { anyOf, candidate, tokenEndingAfter, type Candidate } from './model.ts';
import { isDemonym, isNoPeople } from './gazetteer/find.ts';
import { inOrder } from './resolve.ts';
import { isHonorific, isTitle } from './titles.ts';

const types: Readonly<Record<NameType, EntityType>> = {
  PER: 'person',
  ORG: 'organization',
  LOC: 'place',
  NORP: 'group',
  EVENT: 'event',
  WORK: 'work',
  PRODUCT: 'product',
};

/** The tagger's names, on whole words, without titles, articles and possessives. */
export function fromTagger(blocks: readonly Block[], names: readonly TaggedName[]): Candidate[] {
  const candidates: Candidate[] = [];
  for (const { block: index, start, end, type, confidence } of names) {
    const block = blocks[index] as Block;
    let from = tokenEndingAfter(block, start);
    let to = tokenEndingAfter(block, end - 1) + 1;
    if (type === 'PER') {
      from = withoutTitle(block, from, to);
      while (to > from + 1 && afterNames.has(block.words[to - 1] as string)) to--;
      // "Madam Speaker": what is left is no name.
      if (from > 0 && from + 1 === to && isTitle(block, from) && isTitle(block, from - 1)) continue;
    } else if (confidence < sureOfTitled && isHonorific(block.keys[from] ?? '')) continue;
    if (block.words[from] === 'the' && from < to - 1) from++;
    while (to > from && isLeftOver(block, to - 1, type)) to--;
    if (from + 1 === to && (isNoPeople(block, from) || generic.has(block.keys[from] as string)))
      continue;
    // "Russo-Kazakhstani" is of two peoples, which the lists know.
    if (
      type !== 'NORP' &&
      to - from === 3 &&
      block.words[from + 1] === '-' &&
      isDemonym(block.keys[from + 2] ?? '')
    )
      continue;
    if (from >= to || anyOf(block.blocked, from, to)) continue;
    if (!/\p{L}/u.test(block.text.slice(block.starts[from], block.ends[to - 1]))) continue;
    const form = type === 'NORP' ? 'demonym' : 'name';
    candidates.push(candidate(block, from, to, types[type], form, 'model', confidence));
  }
  return inLists(candidates);
}

/** Honours and offices that are written after a name. */
const afterNames = new Set(
  'KC QC SC MP MEP MSP MLA MBE OBE CBE KBE DBE PhD Ph.D. MD M.D. RN Esq Esq. FRS'.split(' '),
);

/** Below this, what begins with "Mr" or "Mrs" is held for a person, whatever else it is said to be. */
const sureOfTitled = 0.7;

/** What is short for a name that was given before, "the Bank", is no name by itself. */
const generic = new Set(
  'agency army association bank board commission committee company council court department federation force government group ministry navy office party police union university'.split(
    ' ',
  ),
);

/** Firms whose name is a possessive itself. */
const possessives = new Set(
  'mcdonald wendy domino denny arby hardee moody lloyd sotheby christie macy kohl lowe sainsbury levi kellogg peet hershey campbell victoria dunkin papa applebee dillard bloomingdale trader carl jimmy'.split(
    ' ',
  ),
);

/** A possessive or a mark at the end of what the tagger gave. */
function isLeftOver({ words, keys }: Block, at: number, type: NameType): boolean {
  const word = words[at] as string;
  if (/^[,.;:'’]$/.test(word)) return true;
  return /^['’]s$/i.test(word) && !(type === 'ORG' && possessives.has(keys[at - 1] ?? ''));
}

/** From this many names on a list is one of like things. */
const shortestList = 4;

/** "Chevron, Amazon, Pfizer and Boeing": one of another type among names of one type is of that type too. */
function inLists(candidates: Candidate[]): Candidate[] {
  const sorted = inOrder([...candidates]);
  let list: Candidate[] = [];
  const close = (): void => {
    const types = new Map<EntityType, number>();
    for (const { type } of list) types.set(type, (types.get(type) ?? 0) + 1);
    const odd = list.filter(({ type }) => types.get(type) === 1);
    if (list.length >= shortestList && types.size === 2 && odd.length === 1) {
      const [type] = [...types.keys()].filter((each) => each !== odd[0]?.type) as [EntityType];
      // A person among organisations is one; places and organisations are taken for each other.
      if (type !== 'person' && odd[0]?.type !== 'person')
        Object.assign(odd[0] as Candidate, { type, form: 'name' });
    }
    list = [];
  };
  for (const candidate of sorted) {
    const last = list.at(-1);
    if (last && !(last.block === candidate.block && isJoint(last, candidate))) close();
    list.push(candidate);
  }
  close();
  return candidates;
}

/** Whether only a comma, "and" or both stand between two names. */
function isJoint({ block, to }: Candidate, next: Candidate): boolean {
  const between = block.keys.slice(to, Math.min(next.from, to + 3));
  return (
    next.from - to >= 1 &&
    next.from - to <= 2 &&
    between.every((key) => /^(?:,|and|or|&)$/.test(key))
  );
}

/** Titles that are given names as well, which the tagger is believed to have told apart. */
const alsoNames = new Set([
  'earl',
  'duke',
  'prince',
  'dean',
  'major',
  'judge',
  'king',
  'count',
  'baron',
  'marshal',
  'saint',
  'st',
  'st.',
  'lama',
  'regent',
]);

/** Where a person's name begins in "Kenyan President Jane Roe". */
function withoutTitle(block: Block, from: number, to: number): number {
  let start = from;
  for (let at = from; at < to - 1; at++) {
    const key = block.keys[at] as string;
    if (isTitle(block, at) && !(at === from && alsoNames.has(key))) start = at + 1;
    else if (!isDemonym(key)) break;
  }
  return start;
}
