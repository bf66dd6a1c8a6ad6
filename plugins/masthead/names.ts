/** Names of people as bylines print them. */

const particles: ReadonlySet<string> = new Set(
  (
    'de da do dos das del della di du des d la le las los van von der den het ten ter te zu zum zur af av bin ibn bint ben al el ul ur ' +
    'abu e y i st'
  ).split(' '),
);

/** Particles that stay in lower case when a name in capitals is recased; "Le", "La" and "Ben" are more often a part of the name. */
const lowerParticles: ReadonlySet<string> = new Set(
  'de da do dos das del della di du des van von der den het ten ter af av zu zum zur bin ibn bint y'.split(
    ' ',
  ),
);

/** Words in capitals that begin or make no name. */
const notNames: ReadonlySet<string> = new Set(
  (
    'this that these those there when where while if it he she we they you i a an my our his her their your its all any each every some ' +
    'now then today tomorrow yesterday night day noon midnight dawn design accident law popular default contrast comparison far chance ' +
    'monday tuesday wednesday thursday friday saturday sunday january february march april june july august september october november ' +
    'december christmas easter spring summer autumn winter one two three four five six seven eight nine ten many most last next using ' +
    'making taking being having definition virtue way means order nature land sea air foot train bus car'
  ).split(' '),
);

const suffix = /^(?:Jr|Sr|JR|SR|II|III|IV|Ph\.?D|M\.?D|PHD|Esq)\.?$/u;
const capitalised = /^[\p{Lu}\p{Lt}\p{Lo}][\p{L}\p{M}]*(?:[-'’ʼ‘.][\p{L}\p{M}]+)*\.?$/u;
const elided =
  /^(?:[dlDL]['’]|[‘'ʿ]?(?:al|el|ad|as|ash|ar|an|at|ul)-|[‘'ʿ])[\p{Lu}\p{Lo}][\p{L}\p{M}'’-]*$/u;

/** More words than these are no name. */
const longestName = 6;

/** Whether a word can be a part of a name that is no particle. */
function isNameWord(word: string): boolean {
  return capitalised.test(word) || elided.test(word);
}

/** Length of the name that a text begins with; 0 where there is none. */
export function nameLength(text: string): number {
  let end = 0;
  let words = 0;
  let full = 0;
  const token = /(\s*)(\S+)/gy;
  for (let match = token.exec(text); match && words < longestName; match = token.exec(text)) {
    const [, space, raw] = match as unknown as [string, string, string];
    if (words > 0 && !/^[ \u00A0]{1,2}$/.test(space)) break;
    const word = raw.replace(/[,;:|/()[\]]+.*$/su, '');
    const lower = word.toLowerCase();
    const at = match.index + space.length;
    if (word === '') break;
    if (particles.has(lower.replace('.', '')) && word === lower) {
      words++;
    } else if (isNameWord(word) || suffix.test(word)) {
      if (full === 0 && notNames.has(lower)) return 0;
      words++;
      full++;
      end = at + word.length;
    } else {
      break;
    }
    if (word.length < raw.length) break;
  }
  if (full === 0) return 0;
  // A full stop that is neither an initial's nor an abbreviation's ends a sentence.
  const name = text.slice(0, end);
  return /[^\s.]{3,}\.$/u.test(name) && !/\b(?:Jr|Sr|JR|SR|Esq|Ph\.?D|M\.D)\.$/.test(name)
    ? end - 1
    : end;
}

export function isName(text: string): boolean {
  const trimmed = text.trim();
  return trimmed !== '' && nameLength(trimmed) === trimmed.length;
}

/** Number of words of a name that aren't particles. */
export function nameWords(text: string): number {
  return text.split(/\s+/).filter((word) => word !== '' && !particles.has(word.toLowerCase()))
    .length;
}

/** A name in capitals as it is written in running text: "LUDWIG VAN DER BERG" is Ludwig van der Berg. Others stay as they are. */
export function recase(name: string): string {
  const letters = name.replace(/(?<!\p{L})Mc(?=\p{Lu}{2})|[^\p{L}]/gu, '');
  const words = name.split(' ');
  const shouted = letters === letters.toUpperCase() && letters !== letters.toLowerCase();
  if (!shouted || letters.length < 3) return name;
  if (words.length === 1 && letters.length <= 4) return name;
  return words
    .map((word, index) => {
      const inner = index > 0 && index < words.length - 1;
      // "DE LA CRUZ": an article after a particle.
      if (inner && words[index - 1] === 'DE' && /^L(?:A|AS|OS)$/.test(word))
        return word.toLowerCase();
      return recaseWord(word, inner, index === 0);
    })
    .join(' ');
}

function recaseWord(word: string, inner: boolean, first: boolean): string {
  const lower = word.toLowerCase();
  if (inner && lowerParticles.has(lower)) return lower;
  if (/^(?:II|III|IV|VI{0,3})$/.test(word)) return word;
  // Initials, with or without stops: "J.K.", "AJ".
  if (
    /^(?:\p{Lu}\.)+-?(?:\p{Lu}\.)*$/u.test(word) ||
    /^(?:[B-DF-HJ-NP-TV-Z]{2}|\p{Lu}J)$/u.test(word)
  )
    return word;
  const arabic = /^(AL|EL)-(.+)$/.exec(word);
  if (arabic && !first)
    return `${arabic[1]?.toLowerCase()}-${recaseWord(arabic[2] as string, false, true)}`;
  return lower
    .split(/(?<=[-.])|(?<=\p{L}['’])(?=\p{L}{2})/u)
    .map((part) => part.replace(/\p{L}/u, (letter) => letter.toUpperCase()))
    .join('')
    .replace(
      /^(Mc)(\p{L})(?=\p{L}{2})/u,
      (_, mc: string, letter: string) => mc + letter.toUpperCase(),
    );
}
