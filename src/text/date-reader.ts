import { classOf, unitClass } from './unit-class.ts';
import {
  isPossible,
  type DateForm,
  type DateOptions,
  type PartialDate,
  type TextDate,
} from './partial-date.ts';

const months: Readonly<Record<string, number>> = {
  january: 1, jan: 1, february: 2, feb: 2, febr: 2, march: 3, mar: 3, april: 4, apr: 4, may: 5,
  june: 6, jun: 6, july: 7, jul: 7, august: 8, aug: 8, september: 9, sept: 9, sep: 9,
  october: 10, oct: 10, november: 11, nov: 11, december: 12, dec: 12,
}; // prettier-ignore

/** Months in French, German, Spanish, Portuguese and Italian, where they are not spelled as in English. */
const foreignMonths: Readonly<Record<string, number>> = {
  janvier: 1, janv: 1, januar: 1, jänner: 1, enero: 1, janeiro: 1, gennaio: 1,
  février: 2, fevrier: 2, févr: 2, februar: 2, feber: 2, febrero: 2, fevereiro: 2, febbraio: 2,
  mars: 3, märz: 3, marzo: 3, março: 3, marco: 3, avril: 4, avr: 4, abril: 4, aprile: 4,
  mai: 5, mayo: 5, maio: 5, maggio: 5, juin: 6, juni: 6, junio: 6, junho: 6, giugno: 6,
  juillet: 7, juil: 7, juli: 7, julio: 7, julho: 7, luglio: 7, août: 8, aout: 8, agosto: 8,
  septembre: 9, septiembre: 9, setembro: 9, settembre: 9, octobre: 10, oktober: 10, okt: 10, octubre: 10, outubro: 10, ottobre: 10,
  novembre: 11, noviembre: 11, novembro: 11, décembre: 12, decembre: 12, déc: 12, dezember: 12, dez: 12, diciembre: 12, dezembro: 12, dicembre: 12,
}; // prettier-ignore

const seasons: Readonly<Record<string, 1 | 2 | 3 | 4>> = {
  spring: 1,
  summer: 2,
  autumn: 3,
  fall: 3,
  winter: 4,
};

const weekdays: Readonly<Record<string, number>> = {
  monday: 1, mon: 1, tuesday: 2, tue: 2, tues: 2, wednesday: 3, wed: 3, thursday: 4, thu: 4, thur: 4,
  thurs: 4, friday: 5, fri: 5, saturday: 6, sat: 6, sunday: 7, sun: 7,
}; // prettier-ignore

const parts: Readonly<Record<string, 'early' | 'mid' | 'late'>> = {
  early: 'early',
  mid: 'mid',
  middle: 'mid',
  late: 'late',
  beginning: 'early',
  start: 'early',
  end: 'late',
};

/** Words that are more often something else when they stand in lower case. */
const everydayWords = new Set([
  'may',
  'march',
  'mar',
  'sat',
  'sun',
  'mon',
  'wed',
  'dec',
  'jan',
  'sep',
]);

/** Words that a date can begin with. */
const firstWords = new Set(
  [months, seasons, weekdays, parts].flatMap((words) => Object.keys(words)),
);
const longestFirstWord = Math.max(...[...firstWords].map((word) => word.length));

/** The first three letters of those words, by `tripleAt`: most words are told by them. */
const firstTriples = new Uint8Array(32 * 32 * 32);
for (const each of [...firstWords, 'the']) firstTriples[tripleAt(each, 0)] = 1;
const the = tripleAt('the', 0);

/** The number of three ASCII letters, the same in either case. */
function tripleAt(text: string, at: number): number {
  return (
    ((text.charCodeAt(at) & 0x1f) << 10) |
    ((text.charCodeAt(at + 1) & 0x1f) << 5) |
    (text.charCodeAt(at + 2) & 0x1f)
  );
}

/** Whether a date can begin at an offset, by the word that does: a cheap look that spares most words the reader. */
export function mayBeginDate(text: string, offset: number): boolean {
  const first = text.charCodeAt(offset);
  if (isDigit(first)) return true;
  const triple = tripleAt(text, offset);
  if (
    firstTriples[triple] === 0 ||
    !isAsciiLetter(first) ||
    !isAsciiLetter(text.charCodeAt(offset + 1)) ||
    !isAsciiLetter(text.charCodeAt(offset + 2))
  )
    return false;
  let end = offset + 3;
  while (end - offset <= longestFirstWord && isAsciiLetter(text.charCodeAt(end))) end++;
  if (triple === the && end === offset + 3) {
    // "the 11th of May", "the end of June"
    const next = text.charCodeAt(end + 1);
    return isDigit(next) || partInitials.has(next | 0x20);
  }
  return end - offset <= longestFirstWord && firstWords.has(text.slice(offset, end).toLowerCase());
}

const partInitials = new Set(Object.keys(parts).map((part) => part.charCodeAt(0)));

function isDigit(code: number): boolean {
  return code >= 0x30 && code <= 0x39;
}

function isAsciiLetter(code: number): boolean {
  const lower = code | 0x20;
  return lower >= 0x61 && lower <= 0x7a;
}

/** More dates than these in one list are no list of dates. */
const longestList = 12;

// Bounded tokens, read at one place.
const spaces = /[ \t\n\u00A0\u2009\u202F]{1,4}/y;
const word = /\p{Lu}?\p{L}{2,11}(?![\p{L}\p{N}])/uy;
const dayNumber = /(\d{1,2})(st|nd|rd|th)?(?![\p{L}\p{N}]|[.,:]\d)/uy;
const yearNumber = /(1\d{3}|20\d{2})(?![\p{L}\p{N}]|[.,:]\d|%)/uy;
const shortYear = /['’‘](\d{2})(?![\p{L}\p{N}])/uy;
const iso =
  /(1\d{3}|20\d{2})([-/.\u2011])(\d{1,2})(?:\2(\d{1,2}))?(?![\p{L}\p{N}]|[-/.,\u2011]\d)/uy;
const figures = /(\d{1,2})([-/.])(\d{1,2})\2(\d{4}|\d{2})(?![\p{L}\p{N}]|[-/.,]\d)/uy;
const rangeDash = /[ \u00A0]?(?:[-–—\u2011]|(?:to|through|until)(?=[ \u00A0]))[ \u00A0]?/y;
const hyphen = /-(?=\p{Lu})/uy;
/** "3 de mayo", "3. Mai", "1er mai" */
const foreignJoint = /(?:er|º|\.)?[ \u00A0\u202F]{1,2}(?:de[ \u00A0])?/y;
const foreignYear = /[ \u00A0\u202F]{1,2}(?:de[ \u00A0])?/y;
const foreignDay = /(\d{1,2})(?=(?:er|º)?\.?[ \u00A0\u202F])/y;
const article = /the[ \u00A0]/y;
const slash = /\//y;
const stop = /\./y;
const stopBeforeYear = /\.(?=[ \u00A0\u202F]\d)/y;
const secondYear = /[-–/](?:\d{4}|\d{2})(?![\p{L}\p{N}])/uy;
const yearJoint = /,?[ \u00A0]/y;
const jointBeforeYear = /(?:,[ \u00A0\n]{0,2}|[ \u00A0\n]{1,2}(?:of[ \u00A0])?|-)/y;
const weekdayJoint = /\.?,?[ \u00A0\n]{1,2}/y;
const partJoint = /-|[ \u00A0\n](?:of[ \u00A0])?/y;
const of = /of[ \u00A0](?:the[ \u00A0])?/y;
/** What follows a number that counts something: "On May 5, 12 people". */
const countedThing = /[ \u00A0](?!(?:and|or)[ \u00A0])\p{Ll}/uy;
const listJoint =
  /[ \u00A0]?(?:,[ \u00A0]?(?:and[ \u00A0])?|and[ \u00A0]|&[ \u00A0]|\/)[ \u00A0]?/uy;

/** A recursive-descent reader of dates. Each method reads a rule at the cursor, or leaves the cursor where it was. */
export class DateReader {
  readonly #text: string;
  readonly #options: Readonly<DateOptions>;
  #start = 0;
  #at = 0;
  /** The word that was read last: several rules look at the same. */
  #word = '';
  #wordStart = -1;
  #wordEnd = -1;

  constructor(text: string, options: Readonly<DateOptions>) {
    this.#text = text;
    this.#options = options;
  }

  /** The date at an offset: date = [weekday [","]] [part] (iso | figures | words | season | year) */
  date(offset: number): TextDate | undefined {
    this.#start = this.#at = offset;
    const inFigures = isDigit(this.#text.charCodeAt(this.#at));
    const weekday = inFigures ? undefined : this.#weekday();
    const part = inFigures ? undefined : this.#part();
    const date = isDigit(this.#text.charCodeAt(this.#at))
      ? (this.#iso() ?? this.#figures() ?? this.#dayFirst() ?? this.#foreign() ?? this.#year())
      : (this.#monthFirst() ?? this.#dayFirst() ?? this.#season());
    if (!date) return undefined;
    if (weekday !== undefined && date.form !== 'year') date.weekday = weekday;
    else if (weekday !== undefined) return undefined;
    if (part) date.part = part;
    return date;
  }

  /** "2022-10-11", "2022/10/11", "2022-10" */
  #iso(): TextDate | undefined {
    const match = this.#match(iso);
    if (!match) return undefined;
    const date: PartialDate = { year: Number(match[1]), month: Number(match[3]) };
    if (match[4] !== undefined) date.day = Number(match[4]);
    // "2022/10" and "2022.10" are seldom months.
    const fits = date.day !== undefined || (match[2] === '-' && match[3]?.length === 2);
    if (fits && isPossible(date)) return this.#found('iso', [date]);
    this.#at -= match[0].length;
    return undefined;
  }

  /** "4.5.2021", "12/03/2024", "10/11/22" */
  #figures(): TextDate | undefined {
    const match = this.#match(figures);
    if (!match) return undefined;
    const [first, second, digits] = [Number(match[1]), Number(match[3]), match[4] as string];
    const year = digits.length === 2 ? fullYear(Number(digits)) : Number(digits);
    const dayFirst = { year, month: second, day: first };
    const monthFirst = { year, month: first, day: second };
    const both = isPossible(dayFirst) && isPossible(monthFirst);
    // Full stops are never the American way.
    const order = match[2] === '.' ? 'dmy' : (this.#options.dayMonth ?? 'mdy');
    const date = both
      ? order === 'dmy'
        ? dayFirst
        : monthFirst
      : isPossible(dayFirst)
        ? dayFirst
        : monthFirst;
    if (isPossible(date) && year >= 1000 && year < 2100) {
      const found = this.#found('numeric', [date]);
      found.ambiguous = both && first !== second;
      // Full stops say nothing of the order that others in the text have.
      if (match[2] !== '.') found.order = date === dayFirst ? 'dmy' : 'mdy';
      return found;
    }
    this.#at -= match[0].length;
    return undefined;
  }

  /** "October 11, 2022", "Oct. 27", "June 3–5", "June 30–July 2", "March 12, 14 and 15, 2022", "October 2022" */
  #monthFirst(): TextDate | undefined {
    const from = this.#at;
    const lower = this.#isLower();
    const month = this.#month();
    if (month === undefined) return undefined;
    const afterMonth = this.#at;
    this.#skip(spaces);
    const first = this.#day();
    if (first === undefined) {
      this.#at = afterMonth;
      const extent = this.#monthRange({ month });
      const year = this.#followingYear(true);
      // A month alone is a date only where it can't be another word: "October", but not "may".
      if (year === undefined && (lower || isEveryday(this.#text, from, afterMonth))) {
        this.#at = from;
        return undefined;
      }
      const dates = withYear(extent, year);
      return this.#found('words', dates, dates.length > 1 ? 'range' : 'single');
    }
    const dates: PartialDate[] = [{ month, day: first }];
    const extent = this.#moreDays(dates, month);
    const year = this.#followingYear(false);
    const result = withYear(dates, year);
    const everyday = lower && everydayWords.has(this.#text.slice(from, afterMonth));
    if (!result.every(isPossible) || (everyday && year === undefined)) {
      this.#at = from;
      return undefined;
    }
    return this.#found('words', result, extent);
  }

  /** "11 October 2022", "12, 14 March", "3–5 June", "1st of May", "30 June – 2 July 2021" */
  #dayFirst(): TextDate | undefined {
    const from = this.#at;
    const days = [this.#day()];
    if (days[0] === undefined) return undefined;
    let extent: TextDate['extent'] = 'single';
    for (let go = true; go && days.length < longestList;) {
      const before = this.#at;
      const range: boolean = extent === 'single' && this.#skip(rangeDash);
      const joint = range || (extent !== 'range' && this.#skip(listJoint));
      const day = joint ? this.#day() : undefined;
      if (day === undefined) {
        this.#at = before;
        go = false;
      } else {
        extent = range ? 'range' : 'list';
        days.push(day);
        // "5/6 May" is two days; "Brief 22/07, 16 May" none but the last.
        go = this.#text.slice(before, this.#at).trim()[0] !== '/';
      }
    }
    const spaced = this.#skip(spaces) || this.#skip(hyphen);
    if (spaced) this.#skip(of);
    const month = spaced ? this.#month() : undefined;
    if (!spaced || month === undefined) {
      this.#at = from;
      return undefined;
    }
    const dates: PartialDate[] = days.map((day) => ({ month, day: day as number }));
    if (extent === 'single') extent = this.#secondDayFirst(dates);
    const result = withYear(dates, this.#followingYear(true));
    if (!result.every(isPossible)) {
      this.#at = from;
      return undefined;
    }
    return this.#found('words', result, extent);
  }

  /** "3 mai", "12. März 2020", "1er mai 2019", "3 de mayo de 2021" */
  #foreign(): TextDate | undefined {
    if (!this.#options.foreign) return undefined;
    const from = this.#at;
    const match = this.#match(foreignDay);
    const name = match && this.#skip(foreignJoint) ? this.#takeWord() : undefined;
    const month = name === undefined ? undefined : foreignMonths[name];
    const date: PartialDate = { month: month ?? 0, day: Number(match?.[1]) };
    if (month === undefined || !isPossible(date)) {
      this.#at = from;
      return undefined;
    }
    this.#skip(stopBeforeYear);
    const end = this.#at;
    const year = this.#skip(foreignYear) ? this.#match(yearNumber) : undefined;
    if (year) date.year = Number(year[1]);
    else this.#at = end;
    return { ...this.#found('words', [date]), foreign: true };
  }

  /** The rest of "30 June – 2 July" */
  #secondDayFirst(dates: PartialDate[]): TextDate['extent'] {
    const from = this.#at;
    if (this.#skip(rangeDash)) {
      const day = this.#day();
      const month = day !== undefined && this.#skip(spaces) ? this.#month() : undefined;
      if (day !== undefined && month !== undefined) {
        dates.push({ month, day });
        return 'range';
      }
    }
    this.#at = from;
    return 'single';
  }

  /** The days after the first: "–5", "–July 2", ", 14 and 15" */
  #moreDays(dates: PartialDate[], firstMonth: number): TextDate['extent'] {
    let extent: TextDate['extent'] = 'single';
    let month = firstMonth;
    while (dates.length < longestList) {
      const before = this.#at;
      const range: boolean = extent === 'single' && this.#skip(rangeDash);
      if (!range && (extent === 'range' || !this.#skip(listJoint))) break;
      const named = this.#isLower() ? undefined : this.#month();
      // "May 5, June 2022" is a date and another one, not a list.
      if (named !== undefined) this.#skip(spaces);
      const day = this.#day();
      if (
        day === undefined ||
        (named !== undefined && !range) ||
        (!range && this.#sees(countedThing))
      ) {
        this.#at = before;
        break;
      }
      month = named ?? month;
      extent = range ? 'range' : 'list';
      dates.push({ month, day });
    }
    return extent;
  }

  /** The rest of "May–June 2021", "May/June 2021" */
  #monthRange(first: PartialDate): PartialDate[] {
    const from = this.#at;
    if (this.#skip(rangeDash) || this.#skip(slash)) {
      const month = this.#isLower() ? undefined : this.#month();
      if (month !== undefined) return [first, { month }];
    }
    this.#at = from;
    return [first];
  }

  /** "Fall 2021", "spring of 2020", "Winter 2020–21" */
  #season(): TextDate | undefined {
    const from = this.#at;
    const name = this.#takeWord();
    const season = name === undefined ? undefined : seasons[name];
    const year = season === undefined ? undefined : this.#followingYear(true);
    if (season === undefined || year === undefined) {
      this.#at = from;
      return undefined;
    }
    this.#skip(secondYear);
    return this.#found('words', [{ year, season }]);
  }

  /** "2013", "2022, October 11", "2022 October" */
  #year(): TextDate | undefined {
    const match = this.#match(yearNumber);
    if (!match) return undefined;
    const year = Number(match[1]);
    const end = this.#at;
    if (this.#skip(yearJoint) && !this.#isLower()) {
      const from = this.#at;
      const month = this.#month();
      if (month !== undefined && !isEveryday(this.#text, from, this.#at)) {
        const dates: PartialDate[] = [{ year, month }];
        const afterMonth = this.#at;
        this.#skip(spaces);
        const day = this.#day();
        // "in 2022, October 11 of last year" does not occur; "2022, May 5, 2023" is two dates.
        if (day === undefined) this.#at = afterMonth;
        else dates[0] = { year, month, day };
        const before = this.#at;
        if (this.#followingYear(false) === undefined && isPossible(dates[0] as PartialDate)) {
          this.#at = before;
          return this.#found('words', dates);
        }
      }
    }
    this.#at = end;
    if (this.#options.years === false) {
      this.#at -= match[0].length;
      return undefined;
    }
    return this.#found('year', [{ year }]);
  }

  /** A year after a month or a day: " 2022", ", 2022", " of 2022", " ’22" */
  #followingYear(afterMonth: boolean): number | undefined {
    const from = this.#at;
    if (this.#skip(jointBeforeYear)) {
      const match = this.#match(yearNumber);
      if (match) return Number(match[1]);
      const short = this.#match(shortYear);
      if (short && afterMonth) return fullYear(Number(short[1]));
    }
    this.#at = from;
    return undefined;
  }

  /** "Tuesday, ", "Tue. " */
  #weekday(): number | undefined {
    const from = this.#at;
    const name = this.#takeWord();
    const weekday = name === undefined ? undefined : weekdays[name];
    if (weekday !== undefined && this.#skip(weekdayJoint)) return weekday;
    this.#at = from;
    return undefined;
  }

  /** "early ", "mid-", "late ", "the end of " */
  #part(): TextDate['part'] {
    const from = this.#at;
    this.#skip(article);
    const name = this.#takeWord();
    const part = name === undefined ? undefined : parts[name];
    if (part !== undefined && this.#skip(partJoint)) return part;
    this.#at = from;
    return undefined;
  }

  #month(): number | undefined {
    const from = this.#at;
    const name = this.#takeWord();
    const month = name === undefined ? undefined : months[name];
    if (month === undefined) {
      this.#at = from;
      return undefined;
    }
    // An abbreviation's full stop; that of a whole name ends a sentence.
    if ((name as string).length <= 4 && name !== 'may' && name !== 'june' && name !== 'july') {
      this.#skip(stop);
    }
    return month;
  }

  /** "11", "11th", "the 11th" */
  #day(): number | undefined {
    const from = this.#at;
    const the = this.#skip(article);
    const match = this.#match(dayNumber);
    const day = match ? Number(match[1]) : 0;
    if (match && day >= 1 && day <= 31 && (!the || match[2] !== undefined)) return day;
    this.#at = from;
    return undefined;
  }

  /** A word in lower case. */
  #takeWord(): string | undefined {
    if (this.#wordStart !== this.#at) {
      this.#wordStart = this.#at;
      this.#wordEnd = wordEnd(this.#text, this.#at);
      this.#word = this.#text.slice(this.#at, this.#wordEnd).toLowerCase();
    }
    if (this.#wordEnd === this.#at) return undefined;
    this.#at = this.#wordEnd;
    return this.#word;
  }

  #isLower(): boolean {
    const character = this.#text[this.#at];
    return character !== undefined && character >= 'a' && character <= 'z';
  }

  /** Goes behind what matches at the cursor. */
  #skip(pattern: RegExp): boolean {
    pattern.lastIndex = this.#at;
    if (!pattern.test(this.#text)) return false;
    this.#at = pattern.lastIndex;
    return true;
  }

  #match(pattern: RegExp): RegExpExecArray | undefined {
    pattern.lastIndex = this.#at;
    const match = pattern.exec(this.#text);
    if (match) this.#at += match[0].length;
    return match ?? undefined;
  }

  #sees(pattern: RegExp): boolean {
    pattern.lastIndex = this.#at;
    return pattern.test(this.#text);
  }

  #found(form: DateForm, dates: PartialDate[], extent: TextDate['extent'] = 'single'): TextDate {
    return {
      start: this.#start,
      end: this.#at,
      form,
      dates: dates as [PartialDate, ...PartialDate[]],
      extent,
      ambiguous: false,
    };
  }
}

/** Where a word of two to eleven letters ends, of twelve with a capital; the offset itself where none begins. */
function wordEnd(text: string, offset: number): number {
  let end = offset;
  let bits = end < text.length ? classOf(text.charCodeAt(end)) : 0;
  const most = bits & unitClass.upper ? 12 : 11;
  while (bits & unitClass.letter && end - offset <= most) {
    end++;
    bits = end < text.length ? classOf(text.charCodeAt(end)) : 0;
  }
  if (bits & unitClass.surrogate) {
    word.lastIndex = offset;
    return word.test(text) ? word.lastIndex : offset;
  }
  const length = end - offset;
  return length < 2 || length > most || bits & (unitClass.letter | unitClass.digit) ? offset : end;
}

function isEveryday(text: string, from: number, to: number): boolean {
  return everydayWords.has(text.slice(from, to).toLowerCase().replace('.', ''));
}

/** A year of two digits, as POSIX has it. */
function fullYear(digits: number): number {
  return digits < 69 ? 2000 + digits : 1900 + digits;
}

/** The year belongs to the last date, and to all before it unless the range runs over New Year. */
function withYear(dates: readonly PartialDate[], year: number | undefined): PartialDate[] {
  if (year === undefined) return [...dates];
  const last = dates.at(-1) as PartialDate;
  return dates.map((date) => {
    const earlier = (date.month ?? 0) > (last.month ?? 12);
    return { year: earlier ? year - 1 : year, ...date };
  });
}
