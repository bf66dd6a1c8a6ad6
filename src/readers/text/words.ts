/**
 * Words that a line ending cut in two.
 *
 * A hyphen at a line's end either belongs to the word or was put there by the typesetter. What tells, in this order:
 *
 * 1. a capital or a digit after it belongs to a compound: "Franco-/Prussian", "mid-/1990s";
 * 2. a word with further hyphens is a compound: "state-of-the-/art";
 * 3. the same word elsewhere in the article, in one piece or with its hyphen;
 * 4. numbers are compounds ("twenty-/one"), as is what begins with a word that forms them ("well-/known") or ends with one that
 *    closes them ("Moscow-/based"), the latter where its first part is a word of its own;
 * 5. all else is one word: "infor-/mation".
 */

/** The words of an article in lower case. */
export interface Words {
  /** Words without hyphen. */
  plain: ReadonlySet<string>;
  /** Words with hyphens inside. */
  hyphenated: ReadonlySet<string>;
}

/** Longer runs are no words. */
const longestWord = 64;

const word = /[\p{L}\p{M}]{1,65}(?:[-‐][\p{L}\p{M}]{1,65}){0,8}[-‐]?/gu;
const lineEnding = /[\r\n]/;

/** First parts that form compounds with a hyphen. */
const compoundFirst = new Set(
  (
    'well self ex ill cross half all high low long short hard full much vice so once ever near left right far ' +
    'first second third two three four five six seven eight nine ten one ' +
    'old new part wide deep fast slow free open close best better world state'
  ).split(' '),
);
/** First parts of those that also begin words that are written in one. */
const weakFirst = new Set(
  'all old new part one world state so free open ever near far much'.split(' '),
);
const tens = new Set('twenty thirty forty fifty sixty seventy eighty ninety'.split(' '));
const ones = new Set(
  'one two three four five six seven eight nine first second third fourth fifth sixth seventh eighth ninth'.split(
    ' ',
  ),
);
/** Last parts that close compounds. */
const compoundLast = new Set(
  (
    'based backed led owned run funded sponsored controlled occupied held sized related minded driven elect friendly ' +
    'speaking looking ranking reaching scale class range century style level term known born year month week old'
  ).split(' '),
);
/** Words after which the first part of a compound hangs in the air: "pre- and post-war". */
const suspending = new Set('and or to und oder et ou y o e en of och og'.split(' '));

/** Gathers the words of a source. Parts of words that a line ending cut in two are left out. */
export function collectWords(source: string): Words {
  const plain = new Set<string>();
  const hyphenated = new Set<string>();
  let cutUntil = -1;
  for (const match of source.matchAll(word)) {
    const { index } = match;
    const end = index + match[0].length;
    const cut = /[-‐]$/.test(match[0]) && lineEnding.test(source[end] ?? '');
    const isRest = index <= cutUntil;
    if (cut) {
      cutUntil = end;
      while (/\s/.test(source[cutUntil] ?? '')) cutUntil++;
    }
    if (cut || isRest || match[0].length > longestWord) continue;
    const text = match[0].toLowerCase().replaceAll('‐', '-').replace(/-$/, '');
    if (text.includes('-')) hyphenated.add(text);
    else plain.add(text);
  }
  return { plain, hyphenated };
}

/**
 * What becomes of a hyphen between two lines: it goes, it stays and the parts touch, or it stays before a space.
 *
 * @param first - The word before the hyphen, with what other hyphens it has.
 * @param rest - The word with which the next line begins.
 */
export function judgeHyphen(first: string, rest: string, words: Words): 'drop' | 'keep' | 'space' {
  const a = first.toLowerCase().replaceAll('‐', '-');
  const b = rest.toLowerCase();
  if (suspending.has(b)) return words.plain.has(a + b) && !words.plain.has(a) ? 'drop' : 'space';
  if (!/^\p{Ll}/u.test(rest) && !/^[\p{Lo}\p{Lm}]/u.test(rest)) {
    // A word that is set in capitals throughout is cut like any other.
    const capitals =
      first.length > 1 && first === first.toUpperCase() && rest === rest.toUpperCase();
    if (!capitals || !/^\p{Lu}{2}/u.test(rest)) return 'keep';
  }
  if (a.includes('-')) return 'keep';
  if (words.hyphenated.has(`${a}-${b}`)) return 'keep';
  if (words.plain.has(a + b)) return 'drop';
  if (tens.has(a)) return ones.has(b) ? 'keep' : 'drop';
  if (compoundFirst.has(a) && (!weakFirst.has(a) || words.plain.has(b))) return 'keep';
  if (compoundLast.has(b) && (words.plain.has(a) || /^\p{Lu}/u.test(first))) return 'keep';
  return 'drop';
}
