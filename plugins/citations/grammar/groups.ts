/** Groups in brackets that are neither outlets nor authors: addresses, law, what somebody said to the author. */
import type { Found, SourceItem } from '../model.ts';
import { addressOf } from './addresses.ts';
import { clean, type Segment } from './field.ts';

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
  /^(?:.{0,60}[,\s])?(?:personal (?:communication|interview|correspondence)|pers\. comm\.|(?:author|writer|reporter)(?:[’']s)? (?:interview|correspondence)s?|interviews? (?:with|by) (?:the )?author)(?: with .{1,60})?$/i;

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

/** References to law, with nothing but signals around them. */
export function legalGroup(
  text: string,
  from: number,
  to: number,
  law: readonly Found[],
): SourceItem[] | undefined {
  let rest = text.slice(from, to);
  for (const each of law.toReversed())
    rest = rest.slice(0, each.start - from) + rest.slice(each.end - from);
  const signal = clean(rest).replace(/[;,.\s]+$/, '');
  if (
    signal !== '' &&
    !/^(?:see|see also|cf\.?|citing|quoting|e\.g\.|under|pursuant to|discussing|and|;|,|\s)*$/i.test(
      signal,
    )
  )
    return undefined;
  const items = law.flatMap((each) => each.items);
  if (signal !== '' && items[0] && /^\p{L}/u.test(signal))
    items[0].signal = signal.replace(/[;,\s]+.*$/, '');
  return items;
}
