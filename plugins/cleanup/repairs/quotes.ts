import type { Change, Repair } from '../repair.ts';
import { signs } from '../signs.ts';

const straight = /["']/gu;
const opens = /[\s([{<—–\-/“‘«¿¡\u00A0]/u;
const letter = /[\p{L}\p{M}]/u;
const word = /[\p{L}\p{M}\p{N}]/u;
/** Words that have lost their beginning, as they stand after the apostrophe. */
const elision = /^(?:tis|twas|twere|twill|twould|em|n|tisn|twasn)(?![\p{L}])/iu;
const likelyElision =
  /^(?:til|cause|bout|round|neath|cept|nother|fraid|cuz|coz|ere|fore|gainst|stead|scuse|ello|alf|im|er)(?![\p{L}])/iu;
const decade = /^\d\d(?:s|er|ers)?(?!\p{N}|\p{L})/u;
const feetAndInches = /\d ?['′] ?\d{1,2}(?:[.½¼¾]\d?)?$/u;
const degrees = /\d ?° ?(?:\d{1,2} ?['′’] ?)?\d{1,2}(?:\.\d+)?$/u;

/**
 * Straight quotation marks and apostrophes become curly, by the rules of English; after figures, where no quotation is open, they become primes.
 * A mark with a space on both sides could be either and stays.
 */
export const quotes: Repair = {
  name: 'quotes',
  rule: 'cleanup/quotes',
  kind: 'typography',
  stage: 'punctuation',
  description: 'Make straight quotation marks and apostrophes typographic.',
  signs: signs.quote,
  trace: /["']/,
  find(text, { english, guard }) {
    if (!english) return [];
    const changes: Change[] = [];
    const closers = lastClosers(text);
    let double = 0;
    let single = 0;
    let read = 0;
    straight.lastIndex = 0;
    for (let match = straight.exec(text); match; match = straight.exec(text)) {
      const at = match.index;
      // Curly marks that stand already open and close as well.
      for (; read < at; read++) {
        const mark = text[read];
        if (mark === '“') double++;
        else if (mark === '”') double = Math.max(0, double - 1);
        else if (mark === '‘') single++;
        else if (mark === '’' && !word.test(text[read + 1] ?? '')) single = Math.max(0, single - 1);
      }
      if (guard.touches(at, at + 1)) continue;
      // Nothing tells whether a space stood between the mark that begins a block and this.
      if (at === 0 && guard.isMarked(0)) continue;
      // Where a note was made of a citation, its bracket stood, and mostly a space before it.
      const before = guard.isMarked(at) ? ')' : (text[at - 1] ?? ' ');
      const after = guard.isMarked(at + 1) ? ' ' : (text[at + 1] ?? ' ');
      // A mark with nothing but a stop behind it opens nothing, and closes nothing either.
      if (/\s/u.test(before) && /^[,;:!?.](?:\s|$)/u.test(text.slice(at + 1, at + 3))) continue;
      // Two single marks for a double one: not ours to guess.
      if (match[0] === "'" && (before === "'" || after === "'")) continue;
      const mark =
        match[0] === '"'
          ? doubleMark(text, at, before, after, double, closers)
          : singleMark(text, at, before, after, single, closers);
      if (mark === undefined) continue;
      if (mark === '“') double++;
      else if (mark === '”') double = Math.max(0, double - 1);
      else if (mark === '‘') single++;
      else if (mark === '’' && !word.test(after)) single = Math.max(0, single - 1);
      read = at + 1;
      changes.push({ start: at, end: at + 1, text: mark });
    }
    return changes;
  },
};

interface Closers {
  double: number;
  single: number;
}

/** The last places where a quotation can close. */
function lastClosers(text: string): Closers {
  const closers = { double: -1, single: -1 };
  for (let at = text.length - 1; at > 0 && (closers.double < 0 || closers.single < 0); at--) {
    const mark = text[at];
    const isDouble = mark === '"' || mark === '”';
    if (!isDouble && mark !== "'" && mark !== '’') continue;
    const closes = !/\s/u.test(text[at - 1] as string) && !word.test(text[at + 1] ?? ' ');
    if (!closes) continue;
    if (isDouble && closers.double < 0) closers.double = at;
    if (!isDouble && closers.single < 0) closers.single = at;
  }
  return closers;
}

function doubleMark(
  text: string,
  at: number,
  before: string,
  after: string,
  open: number,
  closers: Closers,
): string | undefined {
  if (/\p{N}/u.test(before)) {
    const head = text.slice(Math.max(0, at - 16), at);
    const measured = feetAndInches.test(head) || degrees.test(head);
    if (open === 0 ? !/\p{N}/u.test(after) : measured && closers.double > at) return '″';
  }
  return direction(before, after, open, '“', '”');
}

function singleMark(
  text: string,
  at: number,
  before: string,
  after: string,
  open: number,
  closers: Closers,
): string | undefined {
  if (/\p{N}/u.test(before)) {
    const head = text.slice(Math.max(0, at - 16), at);
    if (/\p{N}/u.test(after)) return /\d$/u.test(head) ? '′' : '’';
    if (degrees.test(head)) return '′';
    if (open === 0 && !letter.test(after) && !/\d{3}$/u.test(head)) return '′';
  }
  if (word.test(before)) return '’';
  if (!opens.test(before) && before !== '"' && before !== '”')
    return /\s/u.test(before) ? undefined : '’';
  if (/\s/u.test(after)) return /\s/u.test(before) ? undefined : '’';
  const rest = text.slice(at + 1, at + 12);
  if (decade.test(rest) && !(closers.single > at && /^\d\d['’]/u.test(rest))) return '’';
  if (elision.test(rest)) return '’';
  const closed = closers.single > at;
  if (likelyElision.test(rest) && open === 0) return '’';
  // Without an end it is no quotation, but a letter left out; speech that goes on in the next paragraph begins one.
  if (!closed && at > 0 && before !== '"' && before !== '“' && letter.test(after)) return '’';
  return direction(before, after, open, '‘', '’');
}

/** Opening after a space, a bracket or a dash, closing after anything else. */
function direction(
  before: string,
  after: string,
  open: number,
  opening: string,
  closing: string,
): string | undefined {
  const [spaceBefore, spaceAfter] = [/\s/u.test(before), /\s/u.test(after)];
  if (spaceBefore && spaceAfter) return undefined;
  if (spaceBefore) return opening;
  if (spaceAfter) return closing;
  if (/["']/u.test(before)) return open > 0 && !word.test(after) ? closing : opening;
  if (!opens.test(before))
    return word.test(after) && !/[\p{L}\p{N}\p{P}]/u.test(before) ? opening : closing;
  // After a dash or a bracket: what follows decides.
  if (/[([{<“‘«¿¡]/u.test(before)) return opening;
  return word.test(after) || /["'“‘([]/u.test(after) ? opening : closing;
}
