import type { Block } from './document.ts';
import { candidate, type Candidate } from './model.ts';
import { cases, isCapitalised } from './names.ts';
import { isHonorific, isTitle, opensPerson } from './titles.ts';
import { datesAndDays, givenNameLike, organisationHeads, particles } from './words.ts';

/** Titles that are words of other kinds as well: a full name must follow. */
const needFullName = new Set([
  'general', 'major', 'private', 'saint', 'justice', 'father', 'sister', 'brother', 'star', 'chief', 'king', 'queen', 'state', 'lord', 'lady', 'count', 'earl', 'duke', 'marshal', 'captain', 'prince', 'princess',
  'director', 'executive', 'officer', 'chair', 'whip', 'speaker', 'principal', 'dean', 'leader', 'deputy', 'manager', 'owner', 'author', 'editor', 'host', 'pilot', 'driver', 'commander', 'secretary', 'representative', 'judge', 'coach', 'dame', 'regent', 'rebel', 'expert', 'major.', 'dr', 'dr.',
]); // prettier-ignore

const longestName = 5;

/** People by the title before their name: "President Jane Roe", "Ms Roe". */
export function findTitled(blocks: readonly Block[]): Candidate[] {
  const found: Candidate[] = [];
  for (const block of blocks) {
    for (let at = 0; at + 1 < block.words.length; at++) {
      const from = at + 1;
      // No name begins with a small letter: most words are passed over for that.
      if (block.cases[from] === cases.small || block.caseless[at] || !isTitle(block, at)) continue;
      const to = nameEnd(block, from);
      if (to === from) continue;
      const key = block.keys[at] as string;
      const words = to - from;
      // A role in small letters tells only of a full name: "the economist Jane Roe".
      if (
        words < 2 &&
        !isHonorific(key) &&
        (!opensPerson(block, at) || needFullName.has(key.replace(/\.$/, '')))
      )
        continue;
      const form = words > 1 ? 'name' : 'short';
      const confidence = words > 1 || isHonorific(key) ? 0.85 : 0.75;
      found.push(candidate(block, from, to, 'person', form, 'pattern', confidence));
    }
  }
  return found;
}

/** Where a name that begins at a token ends; the token itself where none does. */
function nameEnd(block: Block, from: number): number {
  const { words, keys, blocked } = block;
  let to = from;
  let parts = 0;
  for (let at = from; at < words.length && parts < longestName; at++) {
    const word = words[at] as string;
    const key = keys[at] as string;
    if (blocked[at]) break;
    if (at > from && word === '-' && touching(block, at)) continue;
    if (at > from && particles.has(key) && isCapitalised(words[at + 1] ?? '')) continue;
    const initial = /^\p{Lu}\.?$/u.test(word);
    if (!(initial || (givenNameLike(word) && word.length > 1)) || datesAndDays.has(key)) break;
    if (organisationHeads.has(key) || isTitle(block, at)) return from;
    parts++;
    to = at + 1;
  }
  // An initial alone is no name.
  if (to === from + 1 && /^\p{Lu}\.?$/u.test(words[from] as string)) return from;
  return to;
}

function touching(block: Block, at: number): boolean {
  return block.ends[at - 1] === block.starts[at] && block.ends[at] === block.starts[at + 1];
}
