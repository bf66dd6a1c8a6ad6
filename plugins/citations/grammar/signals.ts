/** What introduces a source: "see also", "as reported by", "for an answer,". */
import type { Token } from './tokens.ts';
import { signals } from './words.ts';

/** Signals by their first word, in the order in which they are tried. */
const byFirstWord = new Map<string, string[][]>();
for (const signal of signals) {
  const first = wordForm(signal[0] as string);
  const known = byFirstWord.get(first);
  if (known) known.push(signal);
  else byFirstWord.set(first, [signal]);
}

/** "Source", "Via": words that only say that a source follows. */
export function isLabel(words: string): boolean {
  return /^(?:sources?(?: of information)?|via|per)$/i.test(words);
}

/** How many tokens at the start are a signal: "see also", "Source:". */
export function takeSignal(tokens: readonly Token[]): number {
  let taken = 0;
  for (let again = true; again && taken < 8;) {
    again = false;
    const first = tokens[taken];
    const likely = first?.type === 'word' ? byFirstWord.get(wordForm(first.value)) : undefined;
    for (const signal of likely ?? []) {
      if (!signal.every((word, index) => isWord(tokens[taken + index], word))) continue;
      const next = tokens[taken + signal.length];
      if (!next) continue;
      taken += signal.length;
      if (
        next.type === 'colon' ||
        (next.type === 'comma' && /^(?:see|e\.g\.|cf\.?|i\.e\.)$/.test(signal.at(-1) as string))
      ) {
        // "see , August 26" has lost its outlet: that comma is not the signal's.
        if (next.type === 'colon' || tokens[taken + 1]?.type !== 'date') taken++;
      }
      again = true;
      break;
    }
    if (taken === 0) {
      taken = forWhat(tokens);
      again = taken > 0;
    }
  }
  return taken;
}

/** How many tokens are "for an answer," or "for recent estimates see". */
function forWhat(tokens: readonly Token[]): number {
  if (!isWord(tokens[0], 'for')) return 0;
  let at = 1;
  while (at < 6 && tokens[at]?.type === 'word' && /^\p{Ll}/u.test(tokens[at]?.value ?? '')) at++;
  const see = isWord(tokens[at - 1], 'see');
  if (at > 1 && tokens[at]?.type === 'comma' && tokens[at + 1]) return at + 1;
  return see && at > 2 && tokens[at] ? at : 0;
}

function isWord(token: Token | undefined, word: string): boolean {
  return token?.type === 'word' && wordForm(token.value) === wordForm(word);
}

/** A word in lower case without the stop of an abbreviation, which many leave out. */
function wordForm(word: string): string {
  const lower = word.toLowerCase();
  return lower.endsWith('.') ? lower.slice(0, -1) : lower;
}
