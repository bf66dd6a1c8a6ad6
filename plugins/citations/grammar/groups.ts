/** Groups in brackets that are neither outlets nor authors: addresses, law, what somebody said to the author. */
import type { Found, SourceItem } from '../model.ts';
import { addressOf } from './addresses.ts';
import { clean, type Segment } from './field.ts';
import { isSourceWords } from './printed.ts';

/** Addresses and nothing else: "(https://…)", "(see https://…; https://…)", "(https://…, accessed May 3, 2020)". */
export function addressGroup(segments: readonly Segment[]): SourceItem[] | undefined {
  const items: SourceItem[] = [];
  for (const { fields, signal } of segments) {
    for (const field of fields) {
      const last = items.at(-1);
      if (field.type === 'url') {
        items.push({
          kind: 'url',
          start: field.start,
          end: field.end,
          ...addressOf(field.url),
          ...(signal === undefined || items.length > 0 ? {} : { signal }),
        });
      } else if (field.type === 'date' && last && field.date) {
        last.accessed = field.date.dates[0];
      } else if (field.type === 'remark' && last) {
        (last.remarks ??= []).push(field.text);
      } else if (field.type !== 'empty') {
        return undefined;
      }
    }
  }
  return items.length > 0 ? items : undefined;
}

const personalWords =
  /^(?:.{0,60}[,\s])?(?:personal (?:communication|interview|correspondence)|pers\. comm\.|(?:author|writer|reporter)(?:[’']s|s[’'])? (?:interview|correspondence)s?|(?:interviews?|conversations?|correspondence|e-?mails?|discussions?) (?:with|by|to) (?:the |this )?(?:authors?|writer|reporter|columnist|correspondent))(?: with .{1,60})?$|^(?:(?:tele)?phone |video |e-?mail )?(?:interview|correspondence)s?$/i;

/** "J. Smith, personal communication, May 5, 2020", "author’s interview, Kyiv, May 5" */
export function personalGroup(segments: readonly Segment[]): SourceItem[] | undefined {
  if (segments.length !== 1) return undefined;
  const { fields, signal } = segments[0] as Segment;
  const date = fields.at(-1);
  if (date?.type !== 'date' || !date.date) return undefined;
  const words = fields.slice(0, -1);
  if (words.length === 0 || words.length > 4 || !words.every((field) => field.type === 'name'))
    return undefined;
  const texts = words.map((field) => (field as { text: string }).text);
  if (!texts.some((text) => personalWords.test(text))) return undefined;
  const [first] = date.date.dates;
  const start = (words[0] as { start: number }).start;
  return [
    {
      kind: 'other',
      start,
      end: date.end,
      title: texts.join(', '),
      ...(signal === undefined ? {} : { signal }),
      date: {
        from: first,
        form: date.date.form,
        ambiguous: date.date.ambiguous,
        year: first.year === undefined ? 'unknown' : 'stated',
      },
    },
  ];
}

const legalSignal =
  /^(?:see(?:,? (?:also|e\.g\.))?|cf\.?|citing|quoting|e\.g\.|under|pursuant to|discussing|but see|accord|and|,|\s)+$/i;

/**
 * References to law and what belongs to them: signals, a paragraph or a page behind them, what names them before, further
 * sources between semicolons. Undefined where a sentence stands around them.
 */
export function legalGroup(
  text: string,
  from: number,
  to: number,
  law: readonly Found[],
): SourceItem[] | undefined {
  const items: SourceItem[] = [];
  for (const [start, end] of partsBetween(text, from, to, law)) {
    const own = law.filter((each) => each.start >= start && each.end <= end);
    const first = own[0];
    if (!first) {
      const other = wordsOf(text, start, end);
      if (!other) return undefined;
      items.push(other);
      continue;
    }
    const before = clean(text.slice(start, first.start));
    const signal = legalSignal.exec(before)?.[0].replace(/[;,\s]+.*$/, '');
    if (before !== '' && signal === undefined) {
      // "Interpress News, ibid., p. 4": what is meant is named again.
      const named = own.length === 1 ? wordsOf(text, start, end) : undefined;
      if (!named) return undefined;
      items.push(named);
      continue;
    }
    const last = own.at(-1) as Found;
    const behind = clean(text.slice(last.end, end)).replace(/[.,;]+$/, '');
    if (behind !== '' && !/^[,:]?\s?/.test(behind)) return undefined;
    const more = behind.replace(/^[,:]\s?/, '');
    if (more !== '' && !isPlaceInSource(more)) return undefined;
    for (const [index, each] of own.entries()) {
      const next = own[index + 1];
      if (
        next &&
        !/^[\s,]*(?:and|citing|quoting|see also|see|or)?[\s,]*$/i.test(
          text.slice(each.end, next.start),
        )
      )
        return undefined;
      items.push(...each.items);
    }
    if (signal !== undefined && /^\p{L}/u.test(signal) && first.items[0])
      first.items[0].signal = signal;
    const cited = items.at(-1);
    if (more !== '' && cited?.legal) {
      const reference = `${cited.legal.reference}${/^[,:]/.test(behind) ? ',' : ''} ${more}`;
      cited.legal = { ...cited.legal, reference };
      cited.end = end;
    }
  }
  return items.length > 0 ? items : undefined;
}

/** The parts between semicolons that stand outside the references. */
function partsBetween(
  text: string,
  from: number,
  to: number,
  law: readonly Found[],
): [number, number][] {
  const parts: [number, number][] = [];
  let start = from;
  let next = 0;
  for (let at = from; at < to; at++) {
    while (next < law.length && (law[next] as Found).end <= at) next++;
    const around = law[next];
    if (text[at] !== ';' || (around && around.start <= at)) continue;
    if (text.slice(start, at).trim() !== '') parts.push([start, at]);
    start = at + 1;
  }
  if (text.slice(start, to).trim() !== '') parts.push([start, to]);
  return parts;
}

/** "para. 12", "Nov. 15, 2019", "134 n. 4", "Annex II" */
function isPlaceInSource(words: string): boolean {
  if (/^\d[\d\s,.–-]*$/.test(words)) return true;
  return (
    /\d|[IVXL]/.test(words) &&
    words.length < 80 &&
    isSourceWords(words.replace(/^\p{Ll}/u, (letter) => letter.toUpperCase()))
  );
}

/** A part without a reference to law, or with one that it names, in its own words. */
function wordsOf(text: string, start: number, end: number): SourceItem | undefined {
  const words = clean(text.slice(start, end));
  const signal = /^(?:see also|see|cf\.?|but see|e\.g\.,?)\s/i.exec(words)?.[0];
  const title = words.slice(signal?.length ?? 0);
  if (!isSourceWords(title)) return undefined;
  const at = start + (text.slice(start, end).length - text.slice(start, end).trimStart().length);
  return {
    kind: 'other',
    start: at + (signal?.length ?? 0),
    end,
    title,
    ...(signal === undefined ? {} : { signal: signal.trim() }),
  };
}
