/** What the editor has decided about citations: what they name, and that something is one or none. */
import type { VFile } from 'vfile';
import { reportDecision, type CitationDecision, type Decided } from '../../src/model/index.ts';
import {
  findDates,
  fromEdtf,
  placeDecisions,
  QuoteIndex,
  type QuotePlace,
  type Range,
  type TextView,
} from '../../src/text/index.ts';
import { addressOf } from './grammar/addresses.ts';
import { toSegments } from './grammar/fields.ts';
import { readOutletGroup } from './grammar/outlet-date.ts';
import type { BlockScan } from './grammar/scan.ts';
import { tokenise } from './grammar/tokens.ts';
import type { Found, SourceItem } from './model.ts';
import type { OutletTable } from './outlets.ts';

/** Changes what was found in each block to what has been decided. `scans` are those of `views`, in their order. */
export function applyDecisions(
  scans: readonly BlockScan[],
  views: readonly TextView[],
  table: OutletTable,
  file: VFile,
): void {
  const decisions = file.data.decisions?.citations ?? [];
  if (decisions.length === 0) return;
  const index = new QuoteIndex(views.map(({ text }) => text));
  const decidedItems = new Set<SourceItem>();
  for (const { decided, places } of placeDecisions(decisions, index, file)) {
    const [place] = places;
    const scan = scans[place.text] as BlockScan;
    const { text } = views[place.text] as TextView;
    if (decided.decision.citation === false) {
      leave(scan, place);
      decided.outcome = 'done';
      continue;
    }
    const found = citationAt(scan, place, text, table, decided, file);
    if (!found) continue;
    const item = itemAt(found, place, decided, file);
    if (!item) continue;
    if (decidedItems.has(item)) {
      reportDecision(
        file,
        'decisions/invalid',
        'Unexpected second decision about the same citation, expected one',
        decided,
      );
      continue;
    }
    decidedItems.add(item);
    change(item, decided.decision, table);
    if (found.items.length === 1) found.kind = item.kind;
    delete found.stays;
    decided.outcome = 'done';
  }
}

const overlaps = (a: Range, b: Range): boolean => a.start < b.end && a.end > b.start;

/** Takes away whatever was found at a place, also what is only said to be likely: it stays in the prose. */
function leave(scan: BlockScan, place: QuotePlace): void {
  scan.sure = scan.sure.filter((each) => !overlaps(each, place));
  scan.doubts = scan.doubts.filter(({ found }) => !overlaps(found, place));
  scan.suggestions = scan.suggestions.filter((each) => !overlaps(each, place));
  scan.empty = scan.empty.filter((each) => !overlaps(each, place));
}

/** The citation at a place. What was doubtful is sure now; what was none is made one. */
function citationAt(
  scan: BlockScan,
  place: QuotePlace,
  text: string,
  table: OutletTable,
  decided: Decided<CitationDecision>,
  file: VFile,
): Found | undefined {
  const doubts = scan.doubts.filter(({ found }) => overlaps(found, place));
  const all = [
    ...scan.sure.filter((each) => overlaps(each, place)),
    ...doubts.map(({ found }) => found),
  ];
  const [first, ...others] = all;
  if (others.length > 0) {
    reportDecision(
      file,
      'decisions/invalid',
      `Unexpected decision about ${all.length} citations, expected the words of one`,
      decided,
    );
    return undefined;
  }
  const range = inBrackets(text, place);
  scan.suggestions = scan.suggestions.filter((each) => !overlaps(each, range));
  scan.empty = scan.empty.filter((each) => !overlaps(each, range));
  if (doubts.length > 0 && first) {
    scan.doubts = scan.doubts.filter((doubt) => !doubts.includes(doubt));
    scan.sure.push(first);
  }
  if (first) return first;
  const made = citationFrom(text, range, table, decided.decision);
  if (!made) {
    reportDecision(
      file,
      'decisions/invalid',
      'Unexpected decision about words that name no source, expected an `outlet`, a `date` or a `url`',
      decided,
    );
    return undefined;
  }
  scan.sure.push(made);
  return made;
}

/**
 * A citation made of words in which none was found. Where they are in the form of one, they are read as one; else their date is read, what
 * stands before it is the outlet unless that is decided, and what stands behind it is kept as a remark.
 */
function citationFrom(
  text: string,
  range: Range,
  table: OutletTable,
  decision: CitationDecision,
): Found | undefined {
  const open = /^[([]/.test(text.slice(range.start)) ? 1 : 0;
  const from = range.start + open;
  const to = range.end - open;
  const [read, ...others] =
    readOutletGroup(toSegments(text, tokenise(text, from, to)), table, () => false) ?? [];
  if (read && others.length === 0) {
    const { sureness: _, person: _person, dateFirst: _dateFirst, ...item } = read;
    return { ...range, kind: item.kind, items: [item], remove: { ...range } };
  }
  const inside = text.slice(from, to);
  const date = findDates(inside)[0];
  const trimmed = (words: string): string => words.replace(/^[\s,;:]+|[\s,;:]+$/g, '');
  const words = trimmed(date ? inside.slice(0, date.start) : inside);
  const behind = trimmed(date ? inside.slice(date.end) : '');
  const hasWords = /[\p{L}\p{N}]/u.test(words);
  if (!hasWords && !date && decision.outlet === undefined && decision.url === undefined)
    return undefined;
  const named = decision.outlet ?? (hasWords ? words : undefined);
  const item: SourceItem = {
    kind:
      date || decision.outlet !== undefined || decision.date !== undefined
        ? 'outlet-date'
        : 'other',
    start: from,
    end: to,
    ...(date
      ? {
          date: {
            from: date.dates[0],
            form: date.form,
            ambiguous: date.ambiguous,
            year: date.dates[0].year === undefined ? 'unknown' : 'stated',
          },
        }
      : {}),
    ...(behind === '' ? {} : { remarks: [behind] }),
  };
  if (item.kind === 'other') item.title = named ?? decision.url ?? '';
  else if (named !== undefined) item.outlet = named.replace(/\s+/g, ' ');
  else item.lost = true;
  return { ...range, kind: item.kind, items: [item], remove: { ...range } };
}

/** A range with the brackets right around it. */
function inBrackets(text: string, { start, end }: Range): Range {
  let from = start;
  let to = end;
  while (/\s/.test(text[from - 1] ?? '')) from--;
  while (/\s/.test(text[to] ?? '')) to++;
  const pair = (text[from - 1] ?? '') + (text[to] ?? '');
  return pair === '()' || pair === '[]' ? { start: from - 1, end: to + 1 } : { start, end };
}

/** The source at a place of a citation. */
function itemAt(
  found: Found,
  place: QuotePlace,
  decided: Decided<CitationDecision>,
  file: VFile,
): SourceItem | undefined {
  const { items } = found;
  const meant = items.length === 1 ? items : items.filter((item) => overlaps(item, place));
  const [item] = meant;
  if (item && meant.length === 1) return item;
  const { outlet, date, url } = decided.decision;
  // It is one, and no more is said of it.
  if (item && outlet === undefined && date === undefined && url === undefined) return item;
  reportDecision(
    file,
    'decisions/invalid',
    `Unexpected decision about a citation of ${items.length} sources, expected the words of one of them as \`quote\``,
    decided,
  );
  return undefined;
}

function change(
  item: SourceItem,
  { outlet, date, url }: CitationDecision,
  table: OutletTable,
): void {
  if (outlet !== undefined) {
    item.outlet = outlet.replace(/\s+/g, ' ').trim();
    const known = table.find(outlet);
    if (known) item.known = known;
    else delete item.known;
    delete item.lost;
    if (item.kind === 'url' || item.kind === 'other') {
      item.kind = 'outlet-date';
      delete item.title;
    }
  }
  if (date !== undefined) {
    const from = fromEdtf(String(date));
    if (from) item.date = { from, form: 'words', ambiguous: false, year: 'stated' };
    if (item.kind === 'other' && item.outlet !== undefined) item.kind = 'outlet-date';
  }
  if (url !== undefined) Object.assign(item, addressOf(url));
}
