/** What a dateline names by its form alone: places up to the date or the agency, and the agency in brackets. */
import type { Block } from './document.ts';
import { candidate, type Candidate } from './model.ts';
import { isCapitalised } from './names.ts';
import { datesAndDays, particles } from './words.ts';

/** Where a tagger, to which a dateline is but a few capitals, is believed against the form. */
const sure = 0.5;

/** The tagger's names of an article with those of its dateline. */
export function withDateline(blocks: readonly Block[], tagged: readonly Candidate[]): Candidate[] {
  const datelines = blocks.filter(({ context }) => context === 'dateline');
  if (datelines.length === 0) return [...tagged];
  return [
    ...tagged.filter(({ block, confidence }) => block.context !== 'dateline' || confidence >= sure),
    ...datelines.flatMap(readNames),
  ];
}

function readNames(block: Block): Candidate[] {
  const { words, keys } = block;
  const found: Candidate[] = [];
  let from = 0;
  let inBrackets = false;
  const close = (to: number): void => {
    if (to > from && isCapitalised(words[from] ?? '')) {
      const type = inBrackets ? 'organization' : 'place';
      const confidence = inBrackets ? 0.85 : 0.9;
      found.push(candidate(block, from, to, type, 'name', 'dateline', confidence));
    }
  };
  for (let at = 0; at <= words.length; at++) {
    const word = words[at];
    const key = keys[at] ?? '';
    // Words of a name go on; small ones only within it.
    if (word !== undefined && (isNamePart(word, key) || (at > from && particles.has(key))))
      continue;
    if (word === '-' && at > from && isCapitalised(words[at + 1] ?? '')) continue;
    close(at);
    from = at + 1;
    if (word === undefined || /^\p{N}/u.test(word) || datesAndDays.has(key)) {
      // After the date only an agency follows.
      while (at < words.length && words[at] !== '(') at++;
      if (at >= words.length) break;
      from = at + 1;
    }
    if (words[at] === '(') inBrackets = true;
    else if (word === ')') break;
  }
  return found;
}

const isNamePart = (word: string, key: string): boolean =>
  isCapitalised(word) && !datesAndDays.has(key);
