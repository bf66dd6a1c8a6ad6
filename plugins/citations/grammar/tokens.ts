/** The tokens of a citation: what stands between its brackets, or in a line of sources. */
import {
  classOf,
  parseDateAt,
  unitClass,
  type DayMonthOrder,
  type TextDate,
} from '../../../src/text/index.ts';

export type TokenType =
  | 'word'
  | 'number'
  | 'date'
  | 'quoted'
  | 'url'
  | 'bracketed'
  | 'comma'
  | 'semicolon'
  | 'colon'
  | 'dash'
  | 'slash'
  | 'other';

export interface Token {
  type: TokenType;
  /** Offsets into the text. */
  start: number;
  end: number;
  /** As printed; of a quoted or bracketed token what stands inside. */
  value: string;
  date?: TextDate;
  /** The letter behind a year: `2019a`. */
  suffix?: string;
  /** White space stands before it. */
  spaced: boolean;
}

/** Letters, marks and figures, joined by apostrophes, hyphens, full stops, slashes and the like. */
const word = /[\p{L}\p{M}\p{N}@#$€£]+(?:['’.\-\u2011/&+_!|][\p{L}\p{M}\p{N}@]+)*[+!]?/uy;
const url = /(?:https?:\/\/|www\.|doi:\s?10\.)[^\s<>"“”«»\\^`{|}]+/iy;
const wholeNumber = /^\d+$/;
const yearWithSuffix = /((?:1[5-9]|20)\d\d)[-–]?([a-z])(?![\p{L}\p{N}])/uy;
/** "1867/1976": the year of the original and that of the edition, which is cited. "2019:45": a year and a page. */
const twoYears = /(?:1[5-9]|20)\d\d\/((?:1[5-9]|20)\d\d)(?![\p{L}\p{N}])/uy;
const yearAndPage = /((?:1[5-9]|20)\d\d)(?=:\s?\d)/y;
/** Volume and pages of a journal, glued to the year: "2018;378:1865-76". */
const volumeAndPages =
  /;\s?\d{1,4}(?:\s?\(\d{1,3}\))?:\s?\p{Lu}?\d{1,6}(?:[-–]\p{Lu}?\d{1,6})?(?![\p{L}\p{N}:])/uy;
const yearPlaceholder =
  /(?:n\.\s?d\.|forthcoming|in press|in preparation|no date)(?![\p{L}\p{N}])/iuy;
// prettier-ignore
const closingQuote: Readonly<Record<string, string>> = { '“': '”', '"': '"', '«': '»', '„': '“', '‘': '’', '‹': '›' };
const punctuation: Readonly<Record<string, TokenType>> = {
  ',': 'comma', '，': 'comma', '、': 'comma', ';': 'semicolon', '；': 'semicolon', ':': 'colon',
  '-': 'dash', '–': 'dash', '—': 'dash', '/': 'slash', '|': 'slash',
}; // prettier-ignore

/** Words whose full stop belongs to them. */
const abbreviation =
  /^(?:\p{L}|(?:\p{L}\.)+\p{L}|al|cf|vs|v|pp?|paras?|chap|ch|no|nos|vol|vols|ed|eds|trans|Inc|Ltd|Co|Corp|St|Dr|Mr|Mrs|Jr|Sr|Prof|Gen|Gov|Sen|Rep|Univ|Dept|Int|Intl|Assn|etc|ibid|esp|fig|art|arts|sec|secs|Art|Sec|Cf|Pp|No|Vol|Id|Ibid|J|Rev|cols?|pls?|supp|suppl|app|ss|nn|figs|chs|bk|pt|edn|\d+ff?)$/u;

/** The tokens of a range of the text. Linear in its length. */
export function tokenise(
  text: string,
  from: number,
  to: number,
  dayMonth?: DayMonthOrder,
): Token[] {
  const tokens: Token[] = [];
  let at = from;
  let spaced = false;
  const dateOptions = { dayMonth, foreign: true };
  // A quotation mark without its partner is looked for once, not at each of its kind.
  const missing = new Set<string>();

  const add = (type: TokenType, end: number, more?: Partial<Token>): void => {
    const token: Token = { type, start: at, end, value: text.slice(at, end), spaced };
    tokens.push(more ? Object.assign(token, more) : token);
    at = end;
    spaced = false;
  };
  const sticky = (pattern: RegExp): RegExpExecArray | null => {
    pattern.lastIndex = at;
    const match = pattern.exec(text);
    if (match && at + match[0].length > to) match[0] = match[0].slice(0, to - at);
    return match;
  };

  while (at < to) {
    const unit = text.charCodeAt(at);
    if (classOf(unit) & unitClass.space) {
      at++;
      spaced = true;
      continue;
    }
    const character = text[at] as string;
    const closing = closingQuote[character];
    if (closing !== undefined) {
      const end = missing.has(character) ? -1 : closeOf(text, at + 1, to, closing);
      if (end < 0) {
        missing.add(character);
        add('other', at + 1);
      } else {
        add('quoted', end + 1, { value: text.slice(at + 1, end) });
      }
      continue;
    }
    if (character === '(' || character === '[') {
      const end = matching(text, at, to);
      if (end > 0) add('bracketed', end, { value: text.slice(at + 1, end - 1) });
      else add('other', at + 1);
      continue;
    }
    const pages =
      character === ';' && tokens.at(-1)?.date?.form === 'year' ? sticky(volumeAndPages) : null;
    if (pages) {
      add('word', at + pages[0].length);
      continue;
    }
    const isDigit = unit >= 0x30 && unit <= 0x39;
    const small = unit | 0x20;
    // "http", "www.", "doi:"
    const address = small === 0x68 || small === 0x77 || small === 0x64 ? sticky(url) : null;
    if (address) {
      const value = trimUrl(address[0]);
      add('url', at + value.length, { value });
      continue;
    }
    const suffixed = isDigit ? sticky(yearWithSuffix) : null;
    if (suffixed) {
      const date = yearDate(at, at + 4, Number(suffixed[1]));
      add('date', at + suffixed[0].length, { date, suffix: suffixed[2] as string });
      continue;
    }
    const year = isDigit ? (sticky(twoYears) ?? sticky(yearAndPage)) : null;
    if (year) {
      add('date', at + year[0].length, {
        date: yearDate(at, at + year[0].length, Number(year[1])),
      });
      continue;
    }
    // "n.d.", "forthcoming", "in press"
    const placeholder =
      small === 0x6e || small === 0x66 || small === 0x69 ? sticky(yearPlaceholder) : null;
    if (placeholder) {
      add('other', at + placeholder[0].length);
      const last = tokens.at(-1) as Token;
      last.type = 'date';
      continue;
    }
    const date = parseDateAt(text, at, dateOptions);
    if (date && date.end <= to && !insideName(tokens.at(-1), date, spaced)) {
      add('date', date.end, { date });
      continue;
    }
    const letters = sticky(word);
    if (letters) {
      let end = at + letters[0].length;
      if (text[end] === '.' && end < to && abbreviation.test(letters[0])) end++;
      add(wholeNumber.test(letters[0]) ? 'number' : 'word', end);
      continue;
    }
    add(punctuation[character] ?? 'other', at + 1);
  }
  return tokens;
}

/** "The Sun, May 3": the paper, and not a Sunday. */
function insideName(before: Token | undefined, date: TextDate, spaced: boolean): boolean {
  return (
    date.weekday !== undefined && before?.type === 'word' && spaced && /^\p{Lu}/u.test(before.value)
  );
}

function yearDate(start: number, end: number, year: number): TextDate {
  return { start, end, form: 'year', dates: [{ year }], extent: 'single', ambiguous: false };
}

/** Offset of the mark that closes a quotation. An apostrophe inside a word closes none. */
function closeOf(text: string, from: number, to: number, closing: string): number {
  for (
    let at = text.indexOf(closing, from);
    at >= 0 && at < to;
    at = text.indexOf(closing, at + 1)
  ) {
    const next = text[at + 1];
    if (closing !== '’' || next === undefined || !/[\p{L}\p{N}]/u.test(next)) return at;
  }
  return -1;
}

/** Offset behind the bracket that closes the one at an offset; 0 where it is not closed, or the nesting is deep. */
function matching(text: string, from: number, to: number): number {
  const limit = Math.min(to, from + 300);
  let depth = 0;
  for (let at = from; at < limit; at++) {
    const character = text[at];
    if (character === '(' || character === '[') depth++;
    else if ((character === ')' || character === ']') && --depth === 0) return at + 1;
    if (depth > 3) return 0;
  }
  return 0;
}

/** A URL without the punctuation of the sentence around it. Brackets that it opened itself stay. */
export function trimUrl(value: string): string {
  let end = value.length;
  while (end > 0) {
    const last = value[end - 1] as string;
    if (/[.,;:!?'’*_~]/.test(last)) end--;
    else if (last === ')' && count(value, '(', end) < count(value, ')', end)) end--;
    else if (last === ']' && count(value, '[', end) < count(value, ']', end)) end--;
    else break;
  }
  return value.slice(0, end);
}

function count(value: string, character: string, end: number): number {
  let result = 0;
  for (let at = 0; at < end; at++) if (value[at] === character) result++;
  return result;
}
