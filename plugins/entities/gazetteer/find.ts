import { putInOrder } from '../../../src/text/ranges.ts';
import type { Block } from '../document.ts';
import { anyOf, candidate, type Candidate } from '../model.ts';
import type { Hit } from '../name-index.ts';
import { remembered } from '../../../src/text/remembered.ts';
import { isCapitalised, isLower } from '../names.ts';
import { datesAndDays, givenNameLike, organisationHeads } from '../words.ts';
import { Evidence } from './evidence.ts';
import { gazetteer, type PlaceName } from './index.ts';

type PlaceHit = Hit<PlaceName> & { block: Block };

/** The built-in places and peoples in an article. */
export function findPlaces(blocks: readonly Block[]): {
  candidates: Candidate[];
  evidence: Evidence;
} {
  const index = gazetteer();
  const hits: PlaceHit[] = [];
  for (const block of blocks) {
    for (const hit of index.find(block.words, block.keys, block.known)) {
      if (anyOf(block.blocked, hit.from, hit.to)) continue;
      // The article is no part of the name.
      const from = hit.name.startsWith('the ') ? hit.from + 1 : hit.from;
      hits.push({ from, to: hit.to, name: hit.name, value: hit.value, block });
    }
  }
  const plain = longest(hits.filter((hit) => isPlausible(hit)));
  const evidence = new Evidence(blocks, plain);
  const candidates: Candidate[] = [];
  for (const hit of plain) {
    const known = evidence.decide(hit);
    if (!known) continue;
    const { block, from, to, value } = hit;
    candidates.push(
      candidate(block, from, to, known.type, value.form, 'gazetteer', confidenceOf(hit), known),
    );
  }
  return { candidates, evidence };
}

/** Of names that overlap the longest, of equally long ones the first. */
function longest(hits: PlaceHit[]): PlaceHit[] {
  const sorted = putInOrder(
    hits,
    (a, b) => a.block.index - b.block.index || a.from - b.from || b.to - a.to,
  );
  const result: PlaceHit[] = [];
  for (const hit of sorted) {
    const last = result.at(-1);
    if (last && last.block === hit.block && last.to > hit.from) continue;
    result.push(hit);
  }
  return result;
}

function isPlausible(hit: PlaceHit): boolean {
  const { block, from, to, value } = hit;
  const { words, keys } = block;
  const before = words[from - 1] ?? '';
  const after = words[to] ?? '';
  const caseless = block.caseless[from] === 1;

  if (value.combining) {
    const second = words[to + 1] ?? '';
    return after === '-' && isCapitalised(second) && isDemonym(keys[to + 1] ?? '');
  }
  // "US" among capitals may be "us".
  if (caseless && words[from] === 'US' && isUpper(before) && isUpper(after)) return false;
  if (value.form === 'demonym' && !isPeople(hit)) return false;
  // "Bank of Ghana", "Ghana Airways", "Radio Free Europe": parts of other names.
  if (!caseless && organisationHeads.has(keys[to] ?? '') && isCapitalised(after)) return false;
  const of = keys[from - 1] === 'the' ? from - 2 : from - 1;
  if (
    (keys[of] === 'of' || keys[of] === 'for') &&
    organisationHeads.has(keys[of - 1] ?? '') &&
    isCapitalised(words[of - 1] ?? '')
  ) {
    return false;
  }
  return caseless || !value.personal || !isPartOfPerson(hit);
}

const isUpper = (word: string): boolean =>
  word.length > 1 && word === word.toUpperCase() && /\p{Lu}/u.test(word);

/** Whether a word, given by its key, is a demonym. */
export const isDemonym: (key: string) => boolean = remembered((key) => {
  const hits = gazetteer().find([key.charAt(0).toUpperCase() + key.slice(1)], [key]);
  return hits.some(({ value }) => value.form === 'demonym');
});

/** Whether a capitalised word beside makes it the name of a person: "Michael Jordan", "Paris Hilton". */
function isPartOfPerson({ block, from, to }: PlaceHit): boolean {
  const { words, keys, opens } = block;
  const before = words[from - 1] ?? '';
  if (isCapitalised(before) && givenNameLike(before) && !opens[from - 1]) return true;
  if (
    isCapitalised(before) &&
    opens[from - 1] &&
    givenNameLike(before) &&
    !/^(?:In|From|At|To|On|As|But|And|For|When|While|If|Since|Inside|Near|Across|With|Outside|After|Before|Until|Under|Over|That|The|Of|By)$/.test(
      before,
    )
  )
    return true;
  const after = words[to] ?? '';
  return (
    isCapitalised(after) &&
    givenNameLike(after) &&
    !datesAndDays.has(keys[to] ?? '') &&
    !isDemonym(keys[to] ?? '')
  );
}

/** Whether a demonym at a token is a language there, or no name at all: "in Russian", "Polish the silver". */
export function isNoPeople(block: Block, at: number): boolean {
  return isDemonym(block.keys[at] ?? '') && !isPeople({ block, from: at, to: at + 1 });
}

const languageVerbs = new Set([
  'speak',
  'speaks',
  'speaking',
  'spoke',
  'spoken',
  'learn',
  'learning',
  'learned',
  'taught',
  'teaches',
  'fluent',
]);
const afterLanguage = new Set([
  'and',
  'or',
  'but',
  'on',
  'with',
  'to',
  'at',
  'as',
  'that',
  'which',
  'by',
  'for',
  'during',
  'when',
  'than',
  'rather',
  'was',
  'is',
  'from',
]);
/** What is in a language, not of a people: "an English translation". */
const languageThings = new Set([
  'translation', 'translations', 'subtitles', 'grammar', 'lesson', 'lessons', 'alphabet', 'dictionary', 'phrasebook', 'speaker', 'speakers', 'spelling', 'vocabulary', 'dub',
]); // prettier-ignore
const things = new Set([
  'french fries', 'french toast', 'french horn', 'french window', 'french windows', 'turkish delight', 'danish pastry', 'polish remover', 'pole position', 'pole vault',
  'swiss roll', 'english breakfast', 'german measles', 'german shepherd', 'persian rug', 'scotch whisky',
]); // prettier-ignore

/** Whether a demonym is one here, and not a language, a verb or part of a thing's name. */
function isPeople({ block, from, to }: Pick<PlaceHit, 'block' | 'from' | 'to'>): boolean {
  const { words, keys, opens } = block;
  const before = keys[from - 1] ?? '';
  const after = words[to] ?? '';
  const next = keys[to] ?? '';
  if (things.has(`${keys[from] as string} ${next}`)) return false;
  if (languageVerbs.has(before) && (!isLower(after) || afterLanguage.has(next))) return false;
  if (languageThings.has(next)) return false;
  if ((before === 'in' || before === 'into') && from + 1 === to) {
    if (after === '' || afterLanguage.has(next) || !/^[\p{L}\p{N}-]/u.test(after)) return false;
  }
  if (
    keys[from] === 'polish' &&
    opens[from] &&
    /^(?:the|your|a|an|it|up|off|each|all|them|until)$/.test(next)
  )
    return false;
  if (/^poles?$/.test(keys[from] as string) && /^(?:north|south|magnetic|celestial)$/.test(before))
    return false;
  return true;
}

function confidenceOf({ value }: PlaceHit): number {
  if (value.needsEvidence) return 0.8;
  return value.personal ? 0.9 : 0.97;
}
