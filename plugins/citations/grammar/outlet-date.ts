/**
 * Sources by outlet and date.
 *
 *     group    = segment (";" segment)*
 *     segment  = [signal] source+
 *     source   = [author] [title] outlet ("," outlet)* date+ remark*
 *              | date outlet
 *              | date                       — of the outlet before, or of one that was lost: "(, August 26)"
 */
import { looksLikePerson, judgeName, splitKnown, type NameVerdict } from './names.ts';
import { joinLocators } from './locator.ts';
import { isPlace } from './places.ts';
import type { OutletTable } from '../outlets.ts';
import type { SourceDate, SourceItem, Sureness } from '../model.ts';
import type { PartialDate, TextDate } from '../../../src/text/index.ts';
import type { Field, Segment } from './field.ts';

export interface OutletItem extends SourceItem {
  sureness: Sureness | 'lost';
  /** The name is rather a person's. */
  person?: boolean;
  /** "October 11, The Diplomat" */
  dateFirst?: boolean;
}

interface PendingName {
  verdict: NameVerdict;
  field: Field;
}

/** The sources of a group. Undefined where anything in it is not understood. */
export function readOutletGroup(
  segments: readonly Segment[],
  table: OutletTable,
  emphasised: (start: number, end: number) => boolean,
): OutletItem[] | undefined {
  const reader = new OutletReader(table, emphasised);
  for (const segment of segments) if (!reader.segment(segment)) return undefined;
  return reader.finish();
}

const broadcaster = /\b(?:Radio|TV|FM|Television|BBC|NPR|CNN|ITV|PBS|CBS|NBC|MSNBC)\b/;
/** What the names of programmes end with. */
const programme =
  /\b(?:Show|Hour|Programme|Program|Breakfast|Tonight|Newsnight|Night|Morning|Drive)$/;

class OutletReader {
  readonly #table: OutletTable;
  readonly #emphasised: (start: number, end: number) => boolean;
  readonly #items: OutletItem[] = [];
  /** Names that wait for their date, also over a semicolon: "Reuters; AFP, May 2". */
  #names: PendingName[] = [];
  #author: string | undefined;
  #title: string | undefined;
  #signal: string | undefined;
  #lost = false;

  constructor(table: OutletTable, emphasised: (start: number, end: number) => boolean) {
    this.#table = table;
    this.#emphasised = emphasised;
  }

  segment({ fields, signal }: Segment): boolean {
    this.#signal = signal ?? this.#signal;
    // "(August 26, )": the outlet stood behind the date.
    if (fields.length === 2 && fields[0]?.type === 'date' && fields[1]?.type === 'empty')
      this.#lost = true;
    const dateFirst = fields[0]?.type === 'date' && fields.some((field) => field.type === 'name');
    if (dateFirst && isOutletField(fields.at(-1))) return this.#dateFirst(fields);
    for (const [index, field] of fields.entries()) {
      if (!this.#field(field, fields, index)) return false;
    }
    return true;
  }

  finish(): OutletItem[] | undefined {
    // "(TASS, May 3; Interfax)": an outlet alone at the end is taken where it is a known one.
    if (this.#names.length > 0) {
      if (this.#items.length === 0) return undefined;
      for (const { verdict, field } of this.#names) {
        if (verdict.sureness !== 'known') return undefined;
        this.#items.push(this.#item(verdict, field));
      }
    }
    if (this.#title !== undefined && this.#items.length === 0) return undefined;
    return this.#items.length > 0 ? this.#items : undefined;
  }

  #field(field: Field, fields: readonly Field[], index: number): boolean {
    switch (field.type) {
      case 'empty':
        // An empty place before a date is an outlet that was lost; elsewhere a comma too many.
        if (index === 0 || this.#names.length === 0)
          this.#lost ||= index === 0 && fields.length > 1;
        return true;
      case 'missing':
        this.#lost = true;
        return true;
      case 'title':
        if (this.#title !== undefined) return false;
        this.#title = field.text;
        // What stood before the title is its author.
        if (this.#names.length > 0) {
          this.#author = this.#names.map(({ verdict }) => verdict.name).join(', ');
          // "Izvestia, “Title,” July 2": no outlet follows, so the name is it.
          if (fields.slice(index + 1).some(isOutletField)) this.#names = [];
          else this.#author = undefined;
        }
        return true;
      case 'name':
        return this.#name(field);
      case 'date':
        return this.#date(field, fields.slice(index + 1));
      case 'url': {
        const last = this.#items.at(-1);
        if (last) last.url = field.url;
        return last !== undefined;
      }
      case 'locator': {
        const last = this.#items.at(-1);
        if (last) {
          last.locator = last.locator ? joinLocators(last.locator, field.locator) : field.locator;
          last.end = field.end;
        }
        return last !== undefined;
      }
      case 'remark': {
        const last = this.#items.at(-1);
        if (last) (last.remarks ??= []).push(field.text);
        return (
          last !== undefined ||
          (this.#names.length > 0 && field.text.startsWith('[')) ||
          this.#names.length > 0
        );
      }
      default:
        return false;
    }
  }

  #name(field: Field & { type: 'name' }): boolean {
    // "Guardian, London, May 2": where the paper appears.
    if (
      (this.#names.length > 0 || this.#items.length > 0) &&
      isPlace(field.text) &&
      !this.#table.find(field.text)
    ) {
      const at = this.#names.at(-1);
      return at ? at.verdict.sureness !== 'plain' : false;
    }
    const several = splitKnown(field.text, this.#table);
    for (const part of several ?? [field.text]) {
      const verdict = judgeName(part, this.#table, this.#emphasised(field.start, field.end));
      if (verdict.sureness === 'none') {
        const house = this.#names.at(-1)?.verdict.name;
        if (house === undefined || !broadcaster.test(house) || !programme.test(part)) return false;
        verdict.sureness = 'plain';
      }
      this.#names.push({ verdict, field });
    }
    return this.#names.length <= 8;
  }

  #date(field: Field & { type: 'date' }, following: readonly Field[]): boolean {
    if (!field.date) return false;
    // "(Le Monde, 3 mai)": outlets that are known, or look like it, may be dated in their own language.
    if (field.date.foreign && this.#names.some(({ verdict }) => verdict.sureness === 'plain'))
      return false;
    const last = this.#items.at(-1);
    if (field.accessed && this.#names.length === 0) {
      if (last) last.accessed = field.date.dates[0];
      return last !== undefined;
    }
    if (this.#names.length === 0 && !this.#lost) {
      // "(Interfax, May 3; May 5)": another day of the same outlet.
      if (
        !last ||
        (this.#title === undefined &&
          last.sureness === 'lost' &&
          following.length === 0 &&
          !last.date)
      )
        return false;
      if (field.date.form === 'year' && last.date?.from.year !== undefined) return false;
      if (this.#title !== undefined) return false;
      // "SUNA, June 8; AFP, June 9, both 2023"
      if (field.date.form === 'year' && field.introduction !== '')
        return this.#giveYear(field.date);
      for (const date of toSourceDates(field.date)) {
        const { url: _url, locator: _locator, remarks: _remarks, signal: _signal, ...same } = last;
        this.#items.push({ ...same, date, start: field.start, end: field.end });
      }
      return true;
    }
    if (this.#names.length === 0) {
      for (const date of toSourceDates(field.date)) {
        this.#push({
          kind: 'outlet-date',
          lost: true,
          sureness: 'lost',
          date,
          start: field.start,
          end: field.end,
        });
      }
      this.#lost = false;
      return true;
    }
    this.#splitAuthor();
    this.#takeSection();
    for (const { verdict, field: name } of this.#names) {
      for (const date of toSourceDates(field.date)) {
        const item = this.#item(verdict, name);
        item.date = date;
        item.end = field.end;
        this.#push(item);
      }
    }
    this.#names = [];
    this.#lost = false;
    return true;
  }

  /** "FT, How To Spend It, 18 Feb", "BBC Radio 4, Today, 6 December": a part of the paper, a programme. */
  #takeSection(): void {
    const [house, part] = this.#names;
    if (this.#names.length !== 2 || !house || !part || this.#title !== undefined) return;
    const name = part.verdict.name;
    const airs = broadcaster.test(house.verdict.name);
    const aired = airs && (name === 'Today' || programme.test(name));
    const within =
      house.verdict.sureness === 'known' &&
      part.verdict.sureness !== 'known' &&
      name.split(' ').length >= 3;
    if (!aired && !within) return;
    this.#title = name;
    this.#names = [house];
  }

  /** The year that several days have in common. */
  #giveYear({ dates: [{ year }] }: TextDate): boolean {
    for (const { date } of this.#items) {
      if (!date || year === undefined || date.from.year !== undefined) continue;
      date.from = { ...date.from, year };
      if (date.to) date.to = { ...date.to, year };
      date.year = 'stated';
    }
    return true;
  }

  /** "John Smith, The Guardian, May 2": the first name is a person, the last is an outlet. */
  #splitAuthor(): void {
    const names = this.#names;
    const last = names.at(-1);
    if (names.length < 2 || !last || this.#author !== undefined) return;
    const persons = names.slice(0, -1);
    const allPersons = persons.every(
      ({ verdict }) => verdict.sureness === 'plain' && looksLikePerson(verdict.name, this.#table),
    );
    if (allPersons && last.verdict.sureness !== 'plain') {
      this.#author = persons.map(({ verdict }) => verdict.name).join(', ');
      this.#names = [last];
    }
  }

  #dateFirst(fields: readonly Field[]): boolean {
    let date: (Field & { type: 'date' }) | undefined;
    for (const field of fields) {
      if (field.type === 'date') {
        if (date) return false;
        date = field;
      } else if (field.type === 'name' && date?.date) {
        const verdict = judgeName(
          field.text,
          this.#table,
          this.#emphasised(field.start, field.end),
        );
        if (verdict.sureness === 'none') return false;
        for (const each of toSourceDates(date.date)) {
          const item = { ...this.#item(verdict, field), date: each, start: date.start };
          this.#push({ ...item, dateFirst: true });
        }
        date = undefined;
      } else if (field.type === 'title') {
        this.#title = field.text;
      } else if (field.type !== 'remark') {
        return false;
      }
    }
    return date === undefined;
  }

  #item({ sureness, name, outlet, descriptor, person }: NameVerdict, field: Field): OutletItem {
    return {
      kind: 'outlet-date',
      sureness: sureness === 'none' ? 'plain' : sureness,
      outlet: name,
      ...(outlet ? { known: outlet } : {}),
      ...(descriptor === undefined ? {} : { descriptor }),
      ...(person ? { person } : {}),
      start: field.start,
      end: field.end,
    };
  }

  #push(item: OutletItem): void {
    if (this.#author !== undefined) item.authorText = this.#author;
    if (this.#title !== undefined) item.title = this.#title;
    if (this.#signal !== undefined) item.signal = this.#signal;
    this.#author = undefined;
    this.#title = undefined;
    this.#signal = undefined;
    this.#items.push(item);
  }
}

function isOutletField(field: Field | undefined): boolean {
  return field?.type === 'name';
}

/** The dates of a source: those of a list are sources of their own, a range is one. */
export function toSourceDates(found: TextDate, suffix?: string): SourceDate[] {
  const { dates, extent, form, ambiguous } = found;
  const make = (from: PartialDate, to?: PartialDate): SourceDate => ({
    from,
    ...(to ? { to } : {}),
    form,
    ambiguous,
    year: from.year === undefined ? 'unknown' : 'stated',
    ...(suffix === undefined ? {} : { suffix }),
  });
  if (extent === 'range') return [make(dates[0], dates.at(-1))];
  return dates.map((date) => make(date));
}
