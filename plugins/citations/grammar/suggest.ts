/** What is only likely to be a citation: an outlet alone, a date alone behind an outlet. */
import type { Range } from '../../../src/text/index.ts';
import type { ArticleEvidence } from '../evidence.ts';
import type { Suggestion } from '../model.ts';
import { overlapsAny } from '../ranges.ts';
import type { Bracket } from './brackets.ts';
import { clean } from './field.ts';
import type { Surroundings } from './surroundings.ts';
import { tokenise } from './tokens.ts';

/** `taken` are the citations that were found, in order; `brackets` all pairs of the block. */
export function suggestions(
  brackets: readonly Bracket[],
  around: Surroundings,
  article: ArticleEvidence,
  taken: readonly Range[],
): Suggestion[] {
  const result: Suggestion[] = [];
  const { text } = around;
  const { table } = article;
  for (const bracket of brackets) {
    const length = bracket.end - bracket.start;
    if (length < 4 || length > 80 || overlapsAny(taken, bracket) || around.inCode(bracket))
      continue;
    const inside = clean(text.slice(bracket.start + 1, bracket.end - 1));
    const found = { start: bracket.start, end: bracket.end };
    if (table.find(inside) && /\p{Lu}/u.test(inside)) {
      const dash = /^\s*(?:—|–|--|-\s)/.test(text.slice(bracket.end, bracket.end + 4));
      if (!dash && !isAcronymOf(text, bracket.start, inside))
        result.push({ ...found, reason: 'an outlet without a date' });
      continue;
    }
    const tokens = tokenise(text, bracket.start + 1, bracket.end - 1, article.dayMonth);
    const date = tokens.length === 1 ? tokens[0]?.date : undefined;
    if (
      date &&
      date.dates[0].day !== undefined &&
      namesOutletBefore(text, article, bracket.start)
    ) {
      result.push({ ...found, reason: 'a date behind the name of an outlet' });
    } else if (tokens.length === 3 && tokens[2]?.date && table.find(tokens[0]?.value ?? '')) {
      result.push({ ...found, reason: 'the name of an outlet in lower case' });
    }
  }
  return result;
}

/** "British Broadcasting Corporation (BBC)" explains an acronym. */
function isAcronymOf(text: string, start: number, acronym: string): boolean {
  const words = text
    .slice(Math.max(0, start - 120), start)
    .trim()
    .split(/\s+/);
  const letters = words
    .map((word) => word[0] ?? '')
    .join('')
    .toUpperCase();
  return letters.endsWith(acronym.toUpperCase());
}

function namesOutletBefore(text: string, article: ArticleEvidence, start: number): boolean {
  const words = text
    .slice(Math.max(0, start - 60), start)
    .trim()
    .split(/\s+/)
    .slice(-5);
  for (let from = 0; from < words.length; from++) {
    for (let to = from + 1; to <= Math.min(words.length, from + 4); to++) {
      const name = words.slice(from, to).join(' ').replace(/[,.]$/, '');
      if (/^\p{Lu}/u.test(name) && article.table.find(name)) return true;
    }
  }
  return false;
}
