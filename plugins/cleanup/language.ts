/** Tells whether the typography of English fits an article. */

/** Words that tell the commonest languages of the Latin script apart; those that several share tell nothing. */
const functionWords: Readonly<Record<string, ReadonlySet<string>>> = {
  english: new Set(
    'the of and to that is was with for by from this are were has have it his not'.split(' '),
  ),
  french: new Set('le la les des et une dans est pour que qui du au sur pas avec'.split(' ')),
  german: new Set('der die das und ist nicht ein eine mit von den dem auf für zu'.split(' ')),
  spanish: new Set('el la los las que del una por con para es en se lo como'.split(' ')),
  italian: new Set('il di che la della per una con non sono gli nel del le dei'.split(' ')),
  portuguese: new Set('o os que da do uma para com não em dos das ao mais por'.split(' ')),
  dutch: new Set('de het een van en dat niet zijn op met voor aan er ook'.split(' ')),
  polish: new Set('w i na się nie do że z jest o jak za po od'.split(' ')),
  turkish: new Set('ve bir bu için ile de da olarak olan çok daha'.split(' ')),
};

/** Enough text to tell a language. */
const sample = 20_000;

/** Fewer words of a language may be chance. */
const enough = 3;

export interface Script {
  latin: boolean;
  english: boolean;
}

/** What script and language an article has; a stated language wins. */
export function scriptOf(texts: readonly string[], language: string | undefined): Script {
  let latinLetters = 0;
  let letters = 0;
  const counts = new Map<string, number>();
  let read = 0;
  for (const text of texts) {
    if (read > sample) break;
    const part = text.slice(0, sample);
    read += part.length;
    letters += part.match(/\p{L}/gu)?.length ?? 0;
    latinLetters += part.match(/\p{Script=Latin}/gu)?.length ?? 0;
    for (const word of part.toLowerCase().match(/\p{L}+/gu) ?? []) {
      for (const [name, words] of Object.entries(functionWords)) {
        if (words.has(word)) counts.set(name, (counts.get(name) ?? 0) + 1);
      }
    }
  }
  const isLatin = letters === 0 || latinLetters * 2 >= letters;
  if (!isLatin) return { latin: false, english: false };
  if (language !== undefined) return { latin: true, english: /^en(?:-|_|$)/iu.test(language) };
  const own = counts.get('english') ?? 0;
  let most = 0;
  for (const [name, count] of counts) if (name !== 'english') most = Math.max(most, count);
  return { latin: true, english: own >= most || most < enough };
}
