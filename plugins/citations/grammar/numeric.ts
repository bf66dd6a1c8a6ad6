/**
 * Numeric marks.
 *
 *     mark  = "[" span ("," span)* "]" | superscript
 *     span  = number [("–" | "-") number]
 */
import type { Found, SourceItem } from '../model.ts';
import type { Bracket } from './brackets.ts';

const superscripts = '⁰¹²³⁴⁵⁶⁷⁸⁹';
const superscript = /[⁰¹²³⁴⁵⁶⁷⁸⁹]/;
const superscriptRun = /[⁰¹²³⁴⁵⁶⁷⁸⁹]+(?:[,\u02D2˒ʼ⁻–⸴]\s?[⁰¹²³⁴⁵⁶⁷⁸⁹]+)*/g;
const inside = /^\s*\^?\d{1,3}(?:\s*[,;–\u2011-]\s*\^?\d{1,3})*\s*$/;
/** A longer mark is no mark. */
const mostNumbers = 50;

const units = /(?:^|[\s\d\u00A0/(])(?:[kcdmn]?m|ft|in|yd|mi|s|sec|h|hr|g|kg|cm|sq|µm|μm|[A-Za-z])$/;

/** The numbers of "[4–6, 9]"; undefined where it is something else, such as "[sic]" or "[2019]". */
export function numbersOf(text: string): number[] | undefined {
  if (text.length > 200 || !inside.test(text)) return undefined;
  const result: number[] = [];
  for (const part of text.replaceAll('^', '').split(/[,;]/)) {
    const [from, to] = part.split(/[–\u2011-]/).map((each) => Number(each.trim()));
    const last = to ?? from;
    if (
      from === undefined ||
      last === undefined ||
      from < 1 ||
      last < from ||
      last - from > mostNumbers
    )
      return undefined;
    for (let number = from; number <= last; number++) result.push(number);
    if (result.length > mostNumbers) return undefined;
  }
  return result;
}

/** The mark that a pair of brackets is, if it is one. `known` are the numbers of the reference list. */
export function bracketMark(
  text: string,
  bracket: Bracket,
  known: ReadonlySet<number>,
): Found | undefined {
  const numbers = numbersOf(text.slice(bracket.start + 1, bracket.end - 1));
  if (!numbers) return undefined;
  const before = text[bracket.start - 1] ?? '';
  const after = text[bracket.end] ?? '';
  // "items[1]" in code and "[1](…)"; a mark in a language without spaces stands between letters.
  if (
    known.size === 0 &&
    (/[_=]/.test(before) || /[_=[.]\w/.test(text.slice(bracket.end, bracket.end + 2)))
  )
    return undefined;
  if (/\w/.test(after) && /\w/.test(before)) return undefined;
  return toFound(bracket.start, bracket.end, numbers, known);
}

/** Superscript marks. Powers and units ("km²", "10³", "x²") are none. */
export function superscriptMarks(text: string, known: ReadonlySet<number>): Found[] {
  const result: Found[] = [];
  if (!superscript.test(text)) return result;
  for (const match of text.matchAll(superscriptRun)) {
    const digits = [...match[0]]
      .map((each) =>
        superscripts.includes(each)
          ? String(superscripts.indexOf(each))
          : each === '⁻'
            ? '–'
            : each === '–'
              ? '–'
              : /\s/.test(each)
                ? ''
                : ',',
      )
      .join('');
    const numbers = numbersOf(digits);
    const before = text.slice(Math.max(0, match.index - 4), match.index);
    if (
      !numbers ||
      match.index === 0 ||
      /[\d⁻]$/.test(before) ||
      units.test(before) ||
      /^\p{L}/u.test(text.slice(match.index + match[0].length))
    )
      continue;
    if (!/[\p{Ll}\p{Lo}\p{P}\p{Lu}]$/u.test(before)) continue;
    result.push(toFound(match.index, match.index + match[0].length, numbers, known));
  }
  return result;
}

function toFound(start: number, end: number, numbers: number[], known: ReadonlySet<number>): Found {
  const tied = numbers.length > 0 && numbers.every((number) => known.has(number));
  const items = tied
    ? numbers.map((number): SourceItem => ({ kind: 'numeric', start, end, number }))
    : [];
  return {
    start,
    end,
    kind: 'numeric',
    items,
    remove: tied ? { start, end } : { start: end, end },
    ...(tied ? {} : { stays: 'no-entry' as const }),
  };
}
