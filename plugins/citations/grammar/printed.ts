/**
 * Sources whose parts can't be told apart, and which are kept as they are printed: "Brief for Respondents 22–25", "US Treasury
 * press release, 1 June 2023". They count only beside sources that are beyond doubt, or where they name their page.
 */
import { isFamilyName } from './names.ts';
import type { SourceItem } from '../model.ts';
import { clean, type Field, type Segment } from './field.ts';
import { toSourceDates } from './outlet-date.ts';
import { articles, beforeDate, connectors, descriptors, remarkWords } from './words.ts';

/** Words in lower case that a source has beside its name. */
const lowerCase =
  /^(?:eds?|edn|trans|tr|rev|repr|no|nos|nr|vol|vols|pt|bk|ch|chs|sec|secs|ser|series|table|tables|fig|figs|figure|figures|app|appendix|annex|annexes|para|paras|pp?|cols?|pls?|ss?|n|nn|esp|at|et|al|ff?|ibid|op|loc|cit|passim|v|vs|ex|rel|forthcoming|supra|note|notes|part|section|chapter|chapters|supplement|dissenting|concurring|order|judgment|opinion|letter|speech|testimony|[ivxlc]+)\.?$/;
/** A page, a column, a paragraph, a section… by its label; the page behind the volume of a journal: "12:1–25". */
const pageLike =
  /(?<![\p{L}\p{N}])(?:(?:pp?|cols?|paras?|pls?|chs?|ss?|nn?|fol|ff)\.?\s?\d|ch(?:ap)?\.\s[ivxlc\d]|[Vv]ols?\.?\s[\dIVXLC]+,?\s(?:[Nn]os?|[Ii]ssue)\.?\s?\d|\d{1,4}(?:\(\d{1,3}\))?:\s?\p{Lu}?(?:\d{3,6}|\d{1,6}[-–]\p{Lu}?\d{1,6})(?![\p{L}\d:]))/u;
const longestSource = 240;

/** Whether words are those of a source: names, titles and what counts its parts, without anything that a sentence needs. */
export function isSourceWords(words: string): boolean {
  if (words.length > longestSource) return false;
  const bare = words.replace(/[“"«][^“”"«»]{1,160}[”"»]/g, ' Title ').trim();
  if (!/^[\p{Lu}\p{Lt}\p{N}@[]/u.test(bare) || !/\p{Lu}/u.test(bare)) return false;
  return bare.split(/[\s,;:()[\]–—]+/).every((word) => {
    if (!/^\p{Ll}/u.test(word)) return true;
    const key = word.replace(/[.’']+$/, '');
    return (
      lowerCase.test(word) ||
      connectors.has(key) ||
      articles.has(key) ||
      descriptors.has(key) ||
      remarkWords.has(key) ||
      beforeDate.has(key) ||
      /^\p{Ll}\p{Lu}/u.test(word)
    );
  });
}

/** A segment as one source in its own words; undefined where they are not those of a source, or say neither when nor where in it. */
export function printedSource(text: string, segment: Segment): SourceItem | undefined {
  const { fields, signal } = segment;
  const from = fields.find((field) => field.type !== 'empty')?.start;
  if (from === undefined || !isSourceWords(clean(text.slice(from, segment.end)))) return undefined;
  if (!fields.some((field) => field.type === 'name' || field.type === 'title')) return undefined;
  const counted =
    fields.some((field) => field.type === 'date' || field.type === 'locator') ||
    /\d/.test(text.slice(from, segment.end));
  if (!counted) return undefined;
  const last = fields.at(-1) as Field;
  const dated = last.type === 'date' && last.date ? toSourceDates(last.date)[0] : undefined;
  const [name] = fields;
  if (fields.length === 2 && name?.type === 'name' && dated?.from.month !== undefined)
    return {
      kind: 'outlet-date',
      start: from,
      end: segment.end,
      outlet: name.text,
      date: dated,
      ...(signal === undefined ? {} : { signal }),
    };
  const title = clean(text.slice(from, dated ? last.start : segment.end)).replace(/[,;:]$/, '');
  return {
    kind: 'other',
    start: from,
    end: segment.end,
    title,
    ...(signal === undefined ? {} : { signal }),
    ...(dated ? { date: dated } : {}),
  };
}

/** "(Das, Communal Riots 1905–1947, 1991, p. 199)": who or what, when, and a page, in whatever order. */
export function printedGroup(
  text: string,
  from: number,
  to: number,
  segments: readonly Segment[],
): SourceItem[] | undefined {
  const first = segments[0]?.fields[0];
  if (!pageLike.test(text.slice(from, to)) || first?.type === 'date') return undefined;
  const items: SourceItem[] = [];
  for (const segment of segments) {
    const item = printedSource(text, segment);
    if (!item) return undefined;
    items.push(item);
  }
  // A page or a chapter of what the sentence names, and no more: "(Chapter 3, 1999)".
  const named = segments.every(({ fields }) =>
    fields.some((field) => field.type === 'name' && isNamed(field.text)),
  );
  return named ? items : undefined;
}

function isNamed(name: string): boolean {
  return isFamilyName(name) || /\p{Lu}\p{L}+ \p{L}/u.test(name) || /^\p{Lu}{2,}/u.test(name);
}
