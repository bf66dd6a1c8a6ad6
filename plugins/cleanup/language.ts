/** Tells whether the typography of English fits an article. */

/** Words that tell the commonest languages of the Latin script apart; those that several share tell nothing. */
const functionWords: Readonly<Record<string, readonly string[]>> = {
  english: 'the of and to that is was with for by from this are were has have it his not'.split(
    ' ',
  ),
  french: 'le la les des et une dans est pour que qui du au sur pas avec'.split(' '),
  german: 'der die das und ist nicht ein eine mit von den dem auf für zu'.split(' '),
  spanish: 'el la los las que del una por con para es en se lo como'.split(' '),
  italian: 'il di che la della per una con non sono gli nel del le dei'.split(' '),
  portuguese: 'o os que da do uma para com não em dos das ao mais por'.split(' '),
  dutch: 'de het een van en dat niet zijn op met voor aan er ook'.split(' '),
  polish: 'w i na się nie do że z jest o jak za po od'.split(' '),
  turkish: 've bir bu için ile de da olarak olan çok daha'.split(' '),
};

/** Enough text to tell a language. */
const sample = 20_000;

/** Fewer words of a language may be chance. */
const enough = 3;

export interface Script {
  latin: boolean;
  english: boolean;
}

/** The languages of each function word. */
const languagesOf = new Map<string, string[]>();
for (const [language, words] of Object.entries(functionWords)) {
  for (const word of words) {
    const languages = languagesOf.get(word);
    if (languages) languages.push(language);
    else languagesOf.set(word, [language]);
  }
}
const longestFunctionWord = Math.max(...[...languagesOf.keys()].map((word) => word.length));

const letter = /\p{L}/u;
const latinLetter = /\p{Script=Latin}/u;

/** What script and language an article has; a stated language wins. */
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
  if (language !== undefined) return { latin: true, english: /^en(?:-|_|$)/iu.test(language) };
  const own = tally.words.get('english') ?? 0;
  let most = 0;
  for (const [name, count] of tally.words) if (name !== 'english') most = Math.max(most, count);
  return { latin: true, english: own >= most || most < enough };
}

/** Counts letters, Latin letters, and the function words of each language. */
class Tally {
  letters = 0;
  latin = 0;
  readonly words = new Map<string, number>();

  add(text: string): void {
    let start = -1;
    for (let at = 0; at < text.length;) {
      const code = text.codePointAt(at) as number;
      if (this.#isLetter(code)) {
        if (start < 0) start = at;
      } else if (start >= 0) {
        this.#word(text, start, at);
        start = -1;
      }
      at += code > 0xffff ? 2 : 1;
    }
    if (start >= 0) this.#word(text, start, text.length);
  }

  #isLetter(code: number): boolean {
    if (code < 0x80) {
      const lower = code | 0x20;
      if (lower < 0x61 || lower > 0x7a) return false;
      this.letters++;
      this.latin++;
      return true;
    }
    const character = String.fromCodePoint(code);
    const isLatin = latinLetter.test(character);
    const isLetter = letter.test(character);
    if (isLatin) this.latin++;
    if (isLetter) this.letters++;
    return isLetter;
  }

  #word(text: string, start: number, end: number): void {
    if (end - start > longestFunctionWord) return;
    for (const name of languagesOf.get(text.slice(start, end).toLowerCase()) ?? []) {
      this.words.set(name, (this.words.get(name) ?? 0) + 1);
    }
  }
}
