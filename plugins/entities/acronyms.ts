/**
 * Acronyms that an article explains, as Schwartz and Hearst (2003) find them: a short form in brackets after its long form, or the
 * other way round. Each bracket looks at a bounded number of words, so that the whole is linear.
 */
import type { EntityType } from '../../src/model/index.ts';
import type { Block } from './document.ts';
import { endOf, placeOf, startOf, type Candidate, type Definition } from './model.ts';
import { cases, fold, isCapitalised, isLower } from './names.ts';

/** Letters of a short form: two to ten, two capitals among them. */
export function isShortForm(word: string): boolean {
  if (word.length < 2 || word.length > 10 || !/^[\p{L}\d][\p{L}\p{M}\d&./’'-]*$/u.test(word))
    return false;
  const capitals = word.match(/\p{Lu}/gu)?.length ?? 0;
  const letters = word.match(/\p{L}/gu)?.length ?? 0;
  return capitals >= 2 && capitals * 2 > letters;
}

/** All explanations of an article, in order. */
export function findDefinitions(blocks: readonly Block[]): Definition[] {
  const result: Definition[] = [];
  for (const block of blocks) {
    for (let open = 0; open < block.words.length; open++) {
      if (block.cases[open] !== cases.other) continue;
      const word = block.words[open];
      let definition: Definition | undefined;
      if (word === ',') definition = afterComma(block, open);
      else if (word === '(' || word === '[') definition = inBrackets(block, open);
      if (definition) result.push(definition);
    }
  }
  return result;
}

function inBrackets(block: Block, open: number): Definition | undefined {
  const { words, blocked } = block;
  if (blocked[open]) return undefined;
  // "(CSTO)", "(the CSTO)", "(“CSTO”)", "(ODKB in Russian)" and "(CSTO; ODKB)" give their first word.
  let at = open + 1;
  while (/^(?:the|or|“|"|‘)$/i.test(words[at] ?? '')) at++;
  const [short, to] = shortForm(block, at);
  if (short !== undefined && /^[)\],;”"’]$/.test(words[to] ?? '')) {
    const before = longFormBefore(block, open, short);
    if (before) return { short, block, from: at, to, ...before };
  }
  return longFormInside(block, open);
}

/** "the International Monetary Fund, or IMF," */
function afterComma(block: Block, comma: number): Definition | undefined {
  if (block.keys[comma + 1] !== 'or') return undefined;
  const at = comma + (block.keys[comma + 2] === 'the' ? 3 : 2);
  const [short, to] = shortForm(block, at);
  if (short === undefined || !/^[,.;:)—–]$/.test(block.words[to] ?? '.')) return undefined;
  const before = longFormBefore(block, comma, short);
  return before && { short, block, from: at, to, ...before };
}

/** A short form at a token, which hyphens may join ("AFL-CIO"), and where it ends. */
function shortForm(block: Block, at: number): [string | undefined, number] {
  let to = at + 1;
  while (block.words[to] === '-' && touches(block, to - 1) && touches(block, to) && to < at + 5)
    to += 2;
  const word = block.text.slice(startOf(block, at), endOf(block, Math.min(to, block.words.length)));
  return isShortForm(word) ? [word, to] : [undefined, at];
}

function touches(block: Block, at: number): boolean {
  const next = block.starts[at + 1];
  return next !== undefined && block.ends[at] === next;
}

/** The long form that ends before a token. */
function longFormBefore(
  block: Block,
  end: number,
  short: string,
): { long: string; longFrom: number; longTo: number } | undefined {
  const letters = [...fold(short)]
    .filter((letter) => /[\p{L}\d]/u.test(letter))
    .map((letter) => letter.toLowerCase());
  const most = Math.min(letters.length + 5, letters.length * 2) + 4;
  let longTo = end;
  while (/^[”"’,]$/.test(block.words[longTo - 1] ?? '')) longTo--;
  const first = Math.max(0, longTo - most * 2);
  const longFrom = align(block, first, longTo, letters);
  if (longFrom === undefined) return undefined;
  return toLong(block, longFrom, longTo, short);
}

/** "CSTO (Collective Security Treaty Organization)" */
function longFormInside(block: Block, open: number): Definition | undefined {
  const { words } = block;
  let from = open;
  if (from === 0) return undefined;
  from--;
  while (
    from > 1 &&
    words[from - 1] === '-' &&
    touches(block, from - 1) &&
    touches(block, from - 2) &&
    from > open - 5
  )
    from -= 2;
  const [short, to] = shortForm(block, from);
  if (short === undefined || to !== open) return undefined;
  let close = open + 1;
  while (close < words.length && close < open + 24 && !/^[)\];]$/.test(words[close] as string))
    close++;
  if (!/^[)\];]$/.test(words[close] ?? '')) return undefined;
  let longTo = close;
  for (let at = open + 1; at < close; at++) {
    if (words[at] === ',') {
      longTo = at;
      break;
    }
  }
  let first = open + 1;
  while (/^(?:the|“|"|‘)$/i.test(words[first] ?? '')) first++;
  const letters = [...fold(short)]
    .filter((letter) => /[\p{L}\d]/u.test(letter))
    .map((letter) => letter.toLowerCase());
  for (const end of new Set([longTo, close])) {
    const longFrom = align(block, first, end, letters);
    if (longFrom !== first) continue;
    const long = toLong(block, longFrom, end, short);
    if (long) return { short, block, from, to: open, ...long };
  }
  return undefined;
}

function toLong(
  block: Block,
  longFrom: number,
  longTo: number,
  short: string,
): { long: string; longFrom: number; longTo: number } | undefined {
  const long = block.text.slice(startOf(block, longFrom), endOf(block, longTo));
  if (longTo - longFrom < 2 && !/\p{Ll}{5,}/u.test(long)) return undefined;
  if (long.length <= short.length || long.includes(`(`)) return undefined;
  return { long, longFrom, longTo };
}

/**
 * Where the long form begins that has the letters of a short form in order, ending at a token: the shortest such one whose first word
 * begins with the first letter. Initials of words are preferred to letters inside of them.
 */
function align(
  block: Block,
  first: number,
  end: number,
  letters: readonly string[],
): number | undefined {
  return byInitials(block, first, end, letters) ?? byLetters(block, first, end, letters);
}

const smallWords = new Set([
  'of',
  'and',
  'for',
  'the',
  'in',
  'on',
  'to',
  'de',
  'la',
  'du',
  'des',
  'der',
  'with',
  'against',
  'by',
  'at',
  'a',
  'y',
  'e',
  '&',
  '-',
]);

/** Each letter is the initial of a word; small words may be passed over. */
function byInitials(
  block: Block,
  first: number,
  end: number,
  letters: readonly string[],
): number | undefined {
  let letter = letters.length - 1;
  for (let at = end - 1; at >= first; at--) {
    const key = fold(block.keys[at] as string);
    if (!/^[\p{L}\d&-]/u.test(key)) return undefined;
    if (key[0] === letters[letter] || (key === '&' && letters[letter] === 'a')) {
      letter--;
      if (letter < 0) return at;
    } else if (!smallWords.has(key)) return undefined;
  }
  return undefined;
}

/** Letters anywhere in the words, from the end; the first at the beginning of a word. */
function byLetters(
  block: Block,
  first: number,
  end: number,
  letters: readonly string[],
): number | undefined {
  let letter = letters.length - 1;
  for (let at = end - 1; at >= first; at--) {
    const key = fold(block.keys[at] as string);
    if (/^[.;:()!?“”"]$/.test(key)) return undefined;
    let used = false;
    for (let index = key.length - 1; index >= 0 && letter >= 0; index--) {
      if (key[index] !== letters[letter]) continue;
      if (letter === 0 && index > 0) continue;
      letter--;
      used = true;
    }
    if (letter < 0) return at;
    // A word of weight that gives no letter is not passed over.
    if (!used && !smallWords.has(key) && key.length > 1 && isCapitalised(block.words[at] as string))
      return undefined;
    if (!used && isLower(block.words[at] as string) && !smallWords.has(key)) return undefined;
  }
  return undefined;
}

/** Whether the long form is a name, and not a term such as "gross domestic product". */
export function isName({ block, longFrom, longTo }: Definition): boolean {
  let small = 0;
  let large = 0;
  for (let at = longFrom; at < longTo; at++) {
    if (isCapitalised(block.words[at] as string)) large++;
    else if (!smallWords.has(block.keys[at] as string) && isLower(block.words[at] as string))
      small++;
  }
  return isCapitalised(block.words[longFrom] ?? '') && large >= 1 && small === 0;
}

const typesByHead: readonly [RegExp, EntityType][] = [
  [
    /\b(?:act|treaty|agreement|accord|convention|protocol|pact|constitution|charter|directive|regulation|law|code|bill)$/i,
    'work',
  ],
  [
    /\b(?:war|games|cup|olympics|summit|festival|championships?|conference of the parties)$/i,
    'event',
  ],
  [
    /\b(?:republic|kingdom|emirates|states|islands?|region|province|zone|territory|territories|corridor)$/i,
    'place',
  ],
  [/\b(?:vehicle|system|missile|aircraft|fighter|tank|vaccine|reactor|telescope)$/i, 'product'],
];

/** Words that make a name an organisation's, whatever its last word: "Organization of American States". */
const bodies =
  /\b(?:academy|agency|association|board|bureau|commission|committee|community|company|council|federation|front|institute|league|ministry|mission|movement|office|organi[sz]ation|party|secretariat|service|society|union)\b/i;

/** The type of what an explained acronym stands for, by the words of its name. */
export function typeOfLongForm(long: string): EntityType {
  const [head, type] = typesByHead.find(([each]) => each.test(long)) ?? [];
  if (!head || type === undefined) return 'organization';
  return type === 'place' && bodies.test(long) ? 'organization' : type;
}

/**
 * Definitions as the tagger's names complete them: a long form that begins earlier ("the Togolese Football Federation (FTF)"), and
 * acronyms of another language, whose letters are not those of the name ("the Workers’ Party (PT)").
 */
export function completeDefinitions(
  definitions: readonly Definition[],
  tagged: readonly Candidate[],
): Definition[] {
  const byEnd = new Map<number, Candidate>();
  for (const candidate of tagged) {
    if (candidate.type === 'organization')
      byEnd.set(placeOf(candidate.block, candidate.to), candidate);
  }
  const known = new Set<number>();
  const result = definitions.map((definition): Definition => {
    const { block, longTo } = definition;
    known.add(placeOf(block, definition.from));
    const name = byEnd.get(placeOf(block, longTo));
    if (
      !name ||
      name.from >= definition.longFrom ||
      definition.longFrom < name.from ||
      definition.longFrom - name.from > 4
    )
      return definition;
    const long = block.text.slice(startOf(block, name.from), endOf(block, longTo));
    return { ...definition, long, longFrom: name.from };
  });
  for (const { block, from, to, type } of tagged) {
    if (type !== 'organization' || block.words[from - 1] !== '(' || block.words[to] !== ')')
      continue;
    if (known.has(placeOf(block, from))) continue;
    const short = block.text.slice(startOf(block, from), endOf(block, to));
    const name = byEnd.get(placeOf(block, from - 1));
    if (!name || name.to - name.from < 2 || !isShortForm(short) || short.length > 6) continue;
    const initials = new Set(block.keys.slice(name.from, name.to).map((key) => key[0]));
    if (![...short.toLowerCase()].some((letter) => initials.has(letter))) continue;
    const long = block.text.slice(startOf(block, name.from), endOf(block, name.to));
    result.push({ short, long, block, from, to, longFrom: name.from, longTo: name.to });
  }
  for (const name of tagged) {
    const found = name.type === 'organization' ? inOtherLanguage(name) : undefined;
    if (found && !known.has(placeOf(found.block, found.from))) result.push(found);
  }
  return result.sort((a, b) => a.block.index - b.block.index || a.from - b.from);
}

const introducing =
  /^(?:known|called|abbreviated|better|also|commonly|widely|as|by|under|its|the|their|in|or)$/;
const initials = /^(?:initials|acronym|acronyms|abbreviation)$/;

/** "…, known by its Portuguese initials INGD", "… (CHT in its Spanish acronym)": the letters are those of another language. */
function inOtherLanguage({ block, from, to }: Candidate): Definition | undefined {
  const { words, keys } = block;
  if (to - from < 2 || !/^[,(]$/.test(words[to] ?? '')) return undefined;
  const long = block.text.slice(startOf(block, from), endOf(block, to));
  const define = (at: number): Definition => ({
    short: words[at] as string,
    long,
    block,
    from: at,
    to: at + 1,
    longFrom: from,
    longTo: to,
  });
  const first = to + 1;
  if (isShortForm(words[first] ?? '') && keys[first + 1] === 'in') {
    for (let at = first + 2; at < first + 6; at++)
      if (initials.test(keys[at] ?? '')) return define(first);
    return undefined;
  }
  let told = false;
  for (let at = first; at < first + 8; at++) {
    const word = words[at] ?? '';
    if (told && isShortForm(word)) return define(at);
    told ||= initials.test(keys[at] ?? '');
    // A language is the one word with a capital.
    if (!told && !introducing.test(keys[at] ?? '') && !isCapitalised(word)) return undefined;
  }
  return undefined;
}
