/** Tells whether the typography of English fits an article. */

/** Enough text to tell a language. */
const sample = 20_000;

export interface Script {
  latin: boolean;
  english: boolean;
}

const letter = /\p{L}/u;
const latinLetter = /\p{Script=Latin}/u;

/** What script and language an article has; an unknown language counts as English. */
export function scriptOf(texts: readonly string[], language: string | undefined): Script {
  const tally = new Tally();
  let read = 0;
  for (const text of texts) {
    if (read > sample) break;
    const part = text.slice(0, sample);
    read += part.length;
    tally.add(part);
  }
  const isLatin = tally.letters === 0 || tally.latin * 2 >= tally.letters;
  if (!isLatin) return { latin: false, english: false };
  return { latin: true, english: language === undefined || /^en(?:-|_|$)/iu.test(language) };
}

/** Counts letters, and Latin letters among them. */
class Tally {
  letters = 0;
  latin = 0;

  add(text: string): void {
    for (const character of text) {
      if (!letter.test(character)) continue;
      this.letters++;
      if (latinLetter.test(character)) this.latin++;
    }
  }
}
