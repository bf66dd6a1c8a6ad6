/** Reads the tokens of one source as fields. */
import { clean, isBreak, isSeparator, type Field } from './field.ts';
import { readLocator } from './locator.ts';
import type { PartialDate, TextDate } from '../../../src/text/index.ts';
import type { Token } from './tokens.ts';
import { accessWords, beforeDate, remarkWords } from './words.ts';

export class FieldReader {
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
    const mistyped = this.#mistypedYear(token, next);
    if (mistyped) next += 2;
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
      date: mistyped ?? token.date,
      literal: token.value,
      ...(token.suffix === undefined ? {} : { suffix: token.suffix }),
      accessed,
      introduction,
      start,
      end,
    };
  }

  /** "August 16, 2203": behind a day and a comma four figures are its year, also where that can't be right. */
  #mistypedYear({ date }: Token, next: number): TextDate | undefined {
    const figures = this.#tokens[next + 1];
    if (!date || date.dates[0].day === undefined || date.dates.at(-1)?.year !== undefined)
      return undefined;
    if (this.#tokens[next]?.type !== 'comma' || !/^[1-9]\d{3}$/.test(figures?.value ?? ''))
      return undefined;
    if (!isBreak(this.#tokens[next + 2])) return undefined;
    const year = Number(figures?.value);
    const [first, ...more] = date.dates.map((each) => ({ ...each, year }));
    return { ...date, dates: [first as PartialDate, ...more] };
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

  #locator(before: readonly Field[]): Field | undefined {
    const read = readLocator(this.#text, this.#tokens, this.#at, before.at(-1)?.type);
    if (!read) return undefined;
    this.#at = read.next;
    return read.field;
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
