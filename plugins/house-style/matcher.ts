import { Automaton } from './matching/automaton.ts';
import { beginsWord, endsWord } from './matching/fold.ts';
import type { StyleBlock } from './text.ts';
import { foldTerm } from './vocabulary/read.ts';
import type { Rule, Term } from './vocabulary/rule.ts';

/** A term of a rule at a place. */
export interface Match {
  rule: Rule;
  term: Term;
  start: number;
  end: number;
}

/** What the automaton knows of a phrase; no term is an exception. */
interface Phrase {
  rule: Rule;
  term: Term | undefined;
}

/** Finds the terms of all rules in one pass over each block, whatever their number. */
export class Matcher {
  /** Phrases that are found in any case, and those that must be written as they stand. */
  readonly #folded = new Automaton<Phrase>();
  readonly #exact = new Automaton<Phrase>();
  readonly #patterns: { rule: Rule; term: Term }[] = [];

  constructor(rules: readonly Rule[]) {
    for (const rule of rules) {
      for (const term of rule.terms) {
        if (term.pattern) this.#patterns.push({ rule, term });
        else this.#add(term.text, { rule, term });
      }
      if (rule.terms.length > 0) {
        for (const text of rule.exceptions) this.#add(text, { rule, term: undefined });
      }
    }
  }

  #add(text: string, phrase: Phrase): void {
    const { ignoreCase } = phrase.rule;
    (ignoreCase ? this.#folded : this.#exact).add(foldTerm(text, ignoreCase), phrase);
  }

  /** For each rule the first and longest matches, apart from each other, without those that an exception covers. */
  find(block: StyleBlock): Match[] {
    const terms = new Map<Rule, Match[]>();
    const exceptions = new Map<Rule, { start: number; end: number }[]>();
    const found = ({ rule, term }: Phrase, start: number, end: number): void => {
      if (!beginsWord(block.normal, start) || !endsWord(block.normal, end)) return;
      if (!term) push(exceptions, rule, { start, end });
      else if (rule.scope.has(block.scope)) push(terms, rule, { rule, term, start, end });
    };
    this.#folded.search(block.folded, found);
    this.#exact.search(block.normal, found);
    for (const { rule, term } of this.#patterns) {
      if (!rule.scope.has(block.scope)) continue;
      (term.pattern as NonNullable<Term['pattern']>).search(
        rule.ignoreCase ? block.folded : block.normal,
        (at) => beginsWord(block.normal, at),
        (at) => endsWord(block.normal, at),
        (start, end) => push(terms, rule, { rule, term, start, end }),
      );
    }
    return [...terms].flatMap(([rule, matches]) => apart(matches, exceptions.get(rule) ?? []));
  }
}

/** The first and longest of matches. One within an exception is none. */
function apart(matches: Match[], exceptions: { start: number; end: number }[]): Match[] {
  const byStart = (a: { start: number; end: number }, b: { start: number; end: number }): number =>
    a.start - b.start || b.end - a.end;
  matches.sort(byStart);
  exceptions.sort(byStart);
  const result: Match[] = [];
  let done = 0;
  let next = 0;
  // How far the exceptions reach that begin at or before the match.
  let covered = 0;
  for (const match of matches) {
    for (let each = exceptions[next]; each && each.start <= match.start; each = exceptions[next]) {
      covered = Math.max(covered, each.end);
      next++;
    }
    if (match.start < done || match.end <= covered) continue;
    result.push(match);
    done = match.end;
  }
  return result;
}

function push<Key, Value>(lists: Map<Key, Value[]>, key: Key, value: Value): void {
  const list = lists.get(key);
  if (list) list.push(value);
  else lists.set(key, [value]);
}
