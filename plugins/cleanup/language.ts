/** Tells whether the typography of English fits an article. */
import { ScriptTally } from '../../src/text/index.ts';

/** Enough text to tell a language. */
const sample = 20_000;

export interface Script {
  latin: boolean;
  english: boolean;
}

/** What script and language an article has; an unknown language counts as English. */
export function scriptOf(texts: readonly string[], language: string | undefined): Script {
  const tally = new ScriptTally();
  let read = 0;
  for (const text of texts) {
    if (read > sample) break;
    const part = text.slice(0, sample);
    read += part.length;
    tally.add(part);
  }
  const isLatin = tally.letters === 0 || tally.of('latin') * 2 >= tally.letters;
  if (!isLatin) return { latin: false, english: false };
  return { latin: true, english: language === undefined || /^en(?:-|_|$)/iu.test(language) };
}
