/**
 * A citation's tokens as fields: a name, a date, a title, a place in the source… Commas part fields, semicolons part
 * sources. A date needs no comma before it, nor does a quoted title behind it.
 */
import type { TextDate } from '../../../src/text/index.ts';
import type { Locator } from '../model.ts';
import type { Token } from './tokens.ts';
import { accessWords, beforeDate, remarkWords, signals } from './words.ts';

interface Span {
  start: number;
  end: number;
}

export type Field = Span &
  (
    | { type: 'empty' }
    | { type: 'name'; text: string }
    | { type: 'title'; text: string }
    | {
        type: 'date';
        date: TextDate | undefined;
        literal: string;
        suffix?: string;
        accessed: boolean;
        introduction: string;
      }
    | { type: 'locator'; locator: Locator }
    | { type: 'remark'; text: string }
    | { type: 'url'; url: string }
    /** `[outlet missing]`, as our own notes have it. */
    | { type: 'missing' }
    | { type: 'unknown'; text: string }
  );

export interface Segment extends Span {
  signal?: string;
  fields: Field[];
}

/** Segments between semicolons. */
export function toSegments(text: string, tokens: readonly Token[]): Segment[] {
  const segments: Segment[] = [];
  let from = 0;
  for (let index = 0; index <= tokens.length; index++) {
    const token = tokens[index];
    if (token && token.type !== 'semicolon') continue;
    const part = tokens.slice(from, index);
    from = index + 1;
    segments.push(toSegment(text, part, token?.start ?? tokens.at(-1)?.end ?? 0));
  }
  // A semicolon at the end parts nothing.
  if (
    segments.length > 1 &&
    segments.at(-1)?.fields.length === 1 &&
    segments.at(-1)?.fields[0]?.type === 'empty'
  ) {
    segments.pop();
  }
  return segments;
}

function toSegment(text: string, tokens: readonly Token[], end: number): Segment {
  const taken = takeSignal(tokens);
  const rest = tokens.slice(taken);
  const start = tokens[0]?.start ?? end;
  const last = rest.at(-1)?.end ?? end;
  const segment: Segment = {
    start,
    end: Math.max(last, start),
    fields: new FieldReader(text, rest, end).fields(),
  };
  if (taken > 0) {
    const signal = clean(text.slice(start, (tokens[taken - 1] as Token).end)).replace(
      / ?[,:]$/,
      '',
    );
    // A label says nothing that a note doesn't.
    if (!isLabel(signal)) segment.signal = signal;
  }
  return segment;
}

/** "Source", "Via": words that only say that a source follows. */
export function isLabel(words: string): boolean {
  return /^(?:sources?(?: of information)?|via|per)$/i.test(words);
}

/** How many tokens at the start are a signal: "see also", "Source:". */
function takeSignal(tokens: readonly Token[]): number {
  let taken = 0;
  for (let again = true; again && taken < 8;) {
    again = false;
    for (const signal of signals) {
      if (!signal.every((word, index) => isWord(tokens[taken + index], word))) continue;
      const next = tokens[taken + signal.length];
      if (!next) continue;
      taken += signal.length;
      if (
        next.type === 'colon' ||
        (next.type === 'comma' && /^(?:see|e\.g\.|cf\.?|i\.e\.)$/.test(signal.at(-1) as string))
      ) {
        // "see , August 26" has lost its outlet: that comma is not the signal's.
        if (next.type === 'colon' || tokens[taken + 1]?.type !== 'date') taken++;
      }
      again = true;
      break;
    }
    if (taken === 0) {
      taken = forWhat(tokens);
      again = taken > 0;
    }
  }
  return taken;
}

/** How many tokens are "for an answer," or "for recent estimates see". */
function forWhat(tokens: readonly Token[]): number {
  if (!isWord(tokens[0], 'for')) return 0;
  let at = 1;
  while (at < 6 && tokens[at]?.type === 'word' && /^\p{Ll}/u.test(tokens[at]?.value ?? '')) at++;
  const see = isWord(tokens[at - 1], 'see');
  if (at > 1 && tokens[at]?.type === 'comma' && tokens[at + 1]) return at + 1;
  return see && at > 2 && tokens[at] ? at : 0;
}

function isWord(token: Token | undefined, word: string): boolean {
  if (token?.type !== 'word') return false;
  const value = token.value.toLowerCase();
  return value === word || value === `${word}.` || `${value}.` === word;
}

class FieldReader {
  readonly #text: string;
  readonly #tokens: readonly Token[];
  readonly #end: number;
  #at = 0;

  constructor(text: string, tokens: readonly Token[], end: number) {
    this.#text = text;
    this.#tokens = tokens;
    this.#end = end;
  }

  /** fields = field ("," field)* */
  fields(): Field[] {
    const result: Field[] = [];
    for (;;) {
      const before = this.#at;
      this.#field(result);
      if (this.#at === before) {
        const place = this.#tokens[this.#at]?.start ?? this.#end;
        result.push({ type: 'empty', start: place, end: place });
      }
      if (this.#at >= this.#tokens.length) break;
      if (isSeparator(this.#tokens[this.#at])) this.#at++;
      if (this.#at < this.#tokens.length) continue;
      result.push({ type: 'empty', start: this.#end, end: this.#end });
      break;
    }
    return result;
  }

  /** What stands between two commas: mostly one field, but "TASS May 3" and "“Title,” Outlet" are two. */
  #field(result: Field[]): void {
    while (this.#at < this.#tokens.length && !isSeparator(this.#peek())) {
      const field =
        this.#quoted() ??
        this.#bracketed() ??
        this.#url() ??
        this.#locator(result) ??
        this.#date(result) ??
        this.#remark(result) ??
        this.#name() ??
        this.#unknown();
      result.push(field);
    }
  }

  #quoted(): Field | undefined {
    const token = this.#peek();
    if (token?.type !== 'quoted') return undefined;
    this.#at++;
    const text = clean(token.value).replace(/[,;]$/, '');
    return { type: 'title', text, start: token.start, end: token.end };
  }

  #bracketed(): Field | undefined {
    const token = this.#peek();
    if (token?.type !== 'bracketed') return undefined;
    this.#at++;
    const { start, end } = token;
    if (/^\s*outlet missing\s*$/.test(token.value)) return { type: 'missing', start, end };
    return { type: 'remark', text: clean(this.#text.slice(start, end)), start, end };
  }

  #url(): Field | undefined {
    const token = this.#peek();
    if (token?.type !== 'url') return undefined;
    this.#at++;
    return { type: 'url', url: token.value, start: token.start, end: token.end };
  }

  /** "p. 4", "pp. 4–6", "para. 12", "§ 3", "chap. 2", "A1", "no. 4", "at 141" */
  #locator(before: readonly Field[]): Field | undefined {
    const token = this.#peek();
    if (!token) return undefined;
    const word = token.value.toLowerCase().replace(/\.$/, '');
    const label = token.type === 'word' || token.value === '§' ? locatorLabels[word] : undefined;
    const glued = /^(pp?)\.?(\d+)$/.exec(word);
    if (label !== undefined) {
      const until = this.#numbers(this.#at + 1);
      if (until > this.#at + 1) return this.#makeLocator(label, this.#at + 1, until);
      return undefined;
    }
    if (glued && token.type === 'word') {
      this.#at++;
      return locatorField('page', glued[2] as string, token.value, token.start, token.end);
    }
    const previous = before.at(-1)?.type;
    if (previous !== 'date' && previous !== 'locator') return undefined;
    // Pages of a newspaper, "A1", and bare pages, "2019, 45–47".
    if (token.type === 'word' && /^[A-Z]{1,2}\d{1,3}$/.test(token.value)) {
      this.#at++;
      return locatorField('page', token.value, token.value, token.start, token.end);
    }
    if (token.type !== 'number') return undefined;
    const until = this.#numbers(this.#at);
    return isBreak(this.#tokens[until]) ? this.#makeLocator('page', this.#at, until) : undefined;
  }

  #makeLocator(label: string, from: number, until: number): Field {
    const start = (this.#peek() as Token).start;
    const end = (this.#tokens[until - 1] as Token).end;
    const value = clean(this.#text.slice((this.#tokens[from] as Token).start, end));
    this.#at = until;
    return locatorField(label, value, clean(this.#text.slice(start, end)), start, end);
  }

  /** Index behind "4", "4–6", "4, 7 and 9" (the last only in part: a comma ends it). */
  #numbers(from: number): number {
    let at = from;
    while (this.#isNumber(at)) {
      at++;
      const joint = this.#tokens[at];
      const joined =
        joint?.type === 'dash' ||
        (joint?.type === 'word' && joint.value === 'and') ||
        joint?.value === '&';
      if (joined && this.#isNumber(at + 1)) at++;
    }
    return at;
  }

  #isNumber(index: number): boolean {
    const token = this.#tokens[index];
    if (token?.type === 'number') return true;
    return (
      token?.type === 'word' &&
      /^(?:[ivxlc]+|[A-Z]?\d+(?:[-–]\d+|[a-z]|ff?\.?)?)$/.test(token.value)
    );
  }

  /** "October 11", "accessed May 3", "n.d." */
  #date(before: readonly Field[]): Field | undefined {
    let at = this.#at;
    let accessed = false;
    while (
      this.#tokens[at]?.type === 'word' &&
      at - this.#at < 4 &&
      beforeDate.has(this.#tokens[at]?.value.toLowerCase() ?? '')
    ) {
      accessed ||= accessWords.has(this.#tokens[at]?.value.toLowerCase() ?? '');
      at++;
    }
    const token = this.#tokens[at];
    if (token?.type !== 'date') return undefined;
    const introduction = this.#tokens
      .slice(this.#at, at)
      .map((each) => each.value.toLowerCase())
      .join(' ');
    const start = (this.#peek() as Token).start;
    let next = at + 1;
    // A time of day adds nothing that notes print: "10:30 GMT".
    if (this.#tokens[next]?.type === 'number' && this.#tokens[next + 1]?.type === 'colon')
      next += 3;
    // A page glued to a year: "2019: 45".
    const end = (this.#tokens[next - 1] ?? token).end;
    if (
      before.length === 0 &&
      introduction !== '' &&
      !accessed &&
      this.#tokens[this.#at]?.value === 'of'
    )
      return undefined;
    this.#at = Math.min(next, this.#tokens.length);
    return {
      type: 'date',
      date: token.date,
      literal: token.value,
      ...(token.suffix === undefined ? {} : { suffix: token.suffix }),
      accessed,
      introduction,
      start,
      end,
    };
  }

  /** "in Russian", "subscription required", behind a date */
  #remark(before: readonly Field[]): Field | undefined {
    const edition = this.#edition(before);
    if (edition) return edition;
    const first = this.#peek();
    const follows = before.some((field) => field.type === 'date' || field.type === 'url');
    if (first?.type !== 'word' || !follows || !remarkWords.has(first.value.toLowerCase()))
      return undefined;
    let at = this.#at;
    while (this.#tokens[at]?.type === 'word' && at - this.#at < 6) at++;
    if (!isBreak(this.#tokens[at])) return undefined;
    const start = first.start;
    const end = (this.#tokens[at - 1] as Token).end;
    // A lower-case beginning, or one that says no more than what medium it is.
    if (/^\p{Lu}/u.test(first.value) && at - this.#at > 1 && first.value !== 'In') return undefined;
    if (
      /^\p{Lu}/u.test(first.value) &&
      at - this.#at === 1 &&
      !/^(?:Video|Audio|Print|Podcast|Paywall|PDF|Transcript)$/.test(first.value)
    )
      return undefined;
    this.#at = at;
    return { type: 'remark', text: clean(this.#text.slice(start, end)), start, end };
  }

  /** "evening edition", "Victory Day edition", behind a date */
  #edition(before: readonly Field[]): Field | undefined {
    if (before.at(-1)?.type !== 'date') return undefined;
    let at = this.#at;
    while (this.#tokens[at]?.type === 'word' && at - this.#at < 5) at++;
    const first = this.#tokens[this.#at];
    const last = this.#tokens[at - 1];
    if (!first || !last || at === this.#at || !isBreak(this.#tokens[at])) return undefined;
    if (!/^(?:edition|issue|supplement|insert|broadcast|bulletin)$/.test(last.value))
      return undefined;
    this.#at = at;
    return {
      type: 'remark',
      text: clean(this.#text.slice(first.start, last.end)),
      start: first.start,
      end: last.end,
    };
  }

  /** Words up to the next comma, date, title or address. */
  #name(): Field | undefined {
    const from = this.#at;
    let at = from;
    for (let token = this.#tokens[at]; token; token = this.#tokens[at]) {
      const inside =
        token.type === 'word' ||
        token.type === 'number' ||
        token.value === '&' ||
        (token.type === 'slash' && at > from);
      const tight =
        (token.type === 'dash' || token.value === "'" || token.value === '’') &&
        at > from &&
        !token.spaced;
      if (!inside && !tight) break;
      at++;
    }
    // Words that introduce the date are not the name's: "Izvestia of July 2".
    if (this.#tokens[at]?.type === 'date') {
      while (at - 1 > from && beforeDate.has(this.#tokens[at - 1]?.value ?? '')) at--;
    }
    if (at === from) return undefined;
    this.#at = at;
    const start = (this.#tokens[from] as Token).start;
    const end = (this.#tokens[at - 1] as Token).end;
    return {
      type: 'name',
      text: clean(this.#text.slice(start, end)).replace(/ ?\/ ?/g, '/'),
      start,
      end,
    };
  }

  #unknown(): Field {
    const token = this.#peek() as Token;
    this.#at++;
    return { type: 'unknown', text: token.value, start: token.start, end: token.end };
  }

  #peek(): Token | undefined {
    return this.#tokens[this.#at];
  }
}

const locatorLabels: Readonly<Record<string, string>> = {
  p: 'page', pp: 'page', page: 'page', pages: 'page', para: 'paragraph', paras: 'paragraph', paragraph: 'paragraph', '§': 'section',
  '§§': 'section', sec: 'section', section: 'section', ch: 'chapter', chap: 'chapter', chapter: 'chapter', chapters: 'chapter', vol: 'volume', volume: 'volume', no: 'number',
  nos: 'number', issue: 'number', fig: 'figure', figure: 'figure', table: 'table', at: 'page', n: 'note', fn: 'note', line: 'line', lines: 'line', art: 'article', verse: 'verse', loc: 'location',
}; // prettier-ignore

function locatorField(
  label: string,
  value: string,
  text: string,
  start: number,
  end: number,
): Field {
  return { type: 'locator', locator: { label, value, text }, start, end };
}

/** A comma; a colon and a spaced dash, which part as well: "Reuters: May 2". */
function isSeparator(token: Token | undefined): boolean {
  if (!token) return false;
  return (
    token.type === 'comma' ||
    token.type === 'colon' ||
    (token.type === 'dash' && (token.spaced || token.value === '—'))
  );
}

function isBreak(token: Token | undefined): boolean {
  return token === undefined || isSeparator(token);
}

/** White space collapsed. */
export function clean(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
