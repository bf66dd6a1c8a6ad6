import { changesFor, type Change, type Context, type DashStyle, type Repair } from '../repair.ts';
import { signs } from '../signs.ts';

/** "word--word", "word -- word", "word - word", "word---word" */
const hyphens = /(?<=[^\s-])( ?)(-{1,3})( ?)(?=[^\s-]|$)/gu;
const range =
  /(?<![\p{L}\p{N}\p{Sc}.,:/–-])(\p{Sc}?)(\d{1,4})-(\d{1,4})(?![\p{L}\p{N}/:-]|[.,]\d)/gu;
const rangeBefore =
  /(?:\b(?:pp?\.|pages?|ages?|aged|years?|chapters?|chs?\.|verses?|vv\.|lines?|nos?\.|vols?\.|volumes?|figs?\.|figures?|tables?|articles?|sections?|between|from)[ \u00A0])$/iu;
const rangeAfter =
  /^(?:%|[ \u00A0](?:per ?cent|percent|percentage|million|billion|trillion|thousand|seconds?|minutes?|hours?|days?|weeks?|months?|years?|kilomet(?:er|re)s?|met(?:er|re)s?|miles?|feet|inches|km|kg|cm|mm|m|tons?|tonnes?|degrees|people|points?|dollars|euros|pounds|times)\b)/iu;

const words: Readonly<Record<Exclude<DashStyle, 'auto' | 'keep'>, string>> = {
  em: '—',
  'em-spaced': ' — ',
  'en-spaced': ' – ',
};

/** The dash that is commonest in the texts; undefined where they have none. */
export function dashStyleOf(
  texts: readonly string[],
): Exclude<DashStyle, 'auto' | 'keep'> | undefined {
  const counts = { em: 0, 'em-spaced': 0, 'en-spaced': 0 };
  for (const text of texts) {
    if (!/[–—]/.test(text)) continue;
    counts.em += text.match(/(?<=[^\s—])—(?=[^\s—])/gu)?.length ?? 0;
    counts['em-spaced'] += text.match(/\s—\s/gu)?.length ?? 0;
    counts['en-spaced'] += text.match(/\s–\s/gu)?.length ?? 0;
  }
  const most = Math.max(counts.em, counts['em-spaced'], counts['en-spaced']);
  if (most === 0) return undefined;
  return (['em', 'em-spaced', 'en-spaced'] as const).find((style) => counts[style] === most);
}

function dash(text: string, match: RegExpExecArray, context: Context): string | undefined {
  const [found, left, marks, right] = match as unknown as [string, string, string, string];
  const before = text[match.index - 1] as string;
  const after = text[match.index + found.length] ?? '';
  const single = marks.length === 1;
  // A hyphen needs a space on both sides to be a dash.
  if (single && !(left && right)) return undefined;
  if (!/[\p{L}\p{N}\p{M}.,!?…)\]”’"'%»]/u.test(before)) return undefined;
  // A subtraction, a score, a blank to be filled in.
  if (/[=+<>*_|/\\]/u.test(before + after)) return undefined;
  if (single && /\p{N}/u.test(before) && /\p{N}/u.test(after)) return undefined;
  if (single && algebra(text, match.index, match.index + found.length)) return undefined;
  if (single && !/[\p{L}\p{N}“‘"'(«$€£]/u.test(after)) return undefined;
  // An option, a comment, a signature: "run --help".
  if (left && !right && after !== '' && !/[”’"']/u.test(after)) return undefined;
  if (!single && !/[\p{L}\p{N}“”‘’"'([«»$€£)\],.;:!?]/u.test(after || 'a')) return undefined;
  // "i--;" and "C--" are code.
  if (
    !left &&
    !right &&
    /(?<!\p{L})\p{L}$/u.test(text.slice(Math.max(0, match.index - 2), match.index)) &&
    !/[\p{L}“‘"']/u.test(after)
  ) {
    return undefined;
  }
  // Speech that breaks off: no space before the closing mark.
  if (after === '' || (!right && /[”’"'),.;:!?\]]/u.test(after))) return '—';
  const style = context.dashes ?? (single ? 'en-spaced' : left || right ? 'em-spaced' : 'em');
  return words[style];
}

/** "a - b": a letter alone on both sides. */
function algebra(text: string, start: number, end: number): boolean {
  return (
    /(?:^|[^\p{L}])\p{L}$/u.test(text.slice(Math.max(0, start - 2), start)) &&
    /^\p{L}(?:[^\p{L}]|$)/u.test(text.slice(end, end + 2))
  );
}

function rangeDash(text: string, match: RegExpExecArray): Change | undefined {
  const [, currency, first, second] = match as unknown as [string, string, string, string];
  const [from, to] = [Number(first), Number(second)];
  const at = match.index + currency.length + first.length;
  const change = { start: at, end: at + 1, text: '–' };
  const isYear = (value: number): boolean => value >= 1000 && value <= 2100;
  if (first.length === 4 && isYear(from) && currency === '') {
    if (second.length === 4) return isYear(to) && to > from ? change : undefined;
    // "2001-02" may be a month, but for the year that follows.
    const follows = to === (from % 100) + 1;
    return second.length === 2 && to > from % 100 && (to > 12 || follows) ? change : undefined;
  }
  if (to <= from) return undefined;
  const before = text.slice(Math.max(0, match.index - 12), match.index);
  const after = text.slice(match.index + match[0].length, match.index + match[0].length + 14);
  const counted =
    rangeAfter.test(after) || (currency !== '' && second.length <= 3 && first.length <= 3);
  return rangeBefore.test(before) || counted ? change : undefined;
}

export const dashes: Repair = {
  name: 'dashes',
  rule: 'cleanup/dashes',
  kind: 'typography',
  stage: 'punctuation',
  description: 'Make hyphens that stand for dashes dashes.',
  signs: signs.hyphen,
  trace: /-/,
  find(text, context) {
    if (!context.english) return [];
    return [
      ...changesFor(text, hyphens, context, (match) => dash(text, match, context)),
      ...(/\d-\d/.test(text)
        ? changesFor(text, range, context, (match) => rangeDash(text, match))
        : []),
    ].sort((a, b) => a.start - b.start);
  },
};
