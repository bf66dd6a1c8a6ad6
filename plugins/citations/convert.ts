/** The order of the work on one article. */
import type { FootnoteReference, Link, Paragraph, Parents, Root } from 'mdast';
import { toString } from 'mdast-util-to-string';
import type { Position } from 'unist';
import type { VFile } from 'vfile';
import type { CitationOccurrence, CitationRecord } from '../../src/model/index.ts';
import {
  firstEndingAfter,
  hasWord,
  textBlocks,
  textView,
  toEdtf,
  type TextBlock,
  type Span,
  type TextView,
} from '../../src/text/index.ts';
import { runChecks } from './checks/index.ts';
import { toCsl } from './csl.ts';
import { applyDecisions } from './decisions.ts';
import { settleDoubts } from './doubts.ts';
import { applyChanges, type Change } from './edits.ts';
import { gatherEvidence } from './evidence.ts';
import { takeExistingNotes } from './existing.ts';
import { scanBlock, type BlockScan } from './grammar/scan.ts';
import type { Found, ReferenceEntry } from './model.ts';
import { inOrder, ItemIds, Notes, numberNotes, writeNotes, type Note } from './notes.ts';
import type { Settings } from './options.ts';
import type { OutletTable } from './outlets.ts';
import { headDate, inferDate, statedDate, type DatedBlock } from './publication-date.ts';
import { findReferenceList, takeEntries } from './references/list.ts';
import { tieShortForms } from './references/short-forms.ts';
import { EntryIndex } from './references/tie.ts';
import type { Style } from './styles/index.ts';
import { resolveYears } from './years.ts';

/** A block of prose on its way. */
interface Block {
  block: TextBlock;
  view: TextView;
  found: Found[];
  scan: BlockScan;
  changes: Change[];
}

export function convert(
  tree: Root,
  file: VFile,
  settings: Settings,
  table: OutletTable,
  style: Style,
): void {
  const existing = takeExistingNotes(tree, file, table, settings.dayMonth ?? 'mdy');
  const list = findReferenceList(tree, file, existing.length > 0);
  const entries = new EntryIndex(list.entries);
  const prose = textBlocks(tree).filter(
    ({ node, context, ancestors }) =>
      context === 'body' &&
      node.type !== 'heading' &&
      !list.nodes.has((ancestors[1] ?? node) as never),
  );
  const views = prose.map(({ node }) => textView(node, file));
  const evidence = gatherEvidence(
    views.map((view) => view.text),
    settings,
    table,
    entries,
  );
  const scans = prose.map(({ ancestors }, index) =>
    scanBlock(
      views[index] as TextView,
      evidence,
      ancestors.some((parent) => parent.type === 'listItem'),
    ),
  );
  applyDecisions(scans, views, table, file);
  const all = settleDoubts(scans);
  for (const found of all.flat()) tieNumbers(found, entries);
  tieShortForms(all.flat());
  const blocks = prose.map((block, index): Block => ({
    block,
    view: views[index] as TextView,
    found: all[index] as Found[],
    scan: scans[index] as BlockScan,
    changes: [],
  }));

  const dated = blocks.map(({ view, found }, index) => ({
    text: view.text,
    dates: evidence.dates[index] ?? [],
    found,
    marked: (scans[index] as BlockScan).marked,
  }));
  const published = resolveYears(
    all.flat(),
    statedDate(file) ?? headDate(headLines(tree, dated)) ?? inferDate(dated, file, settings),
  );

  const placed = blocks.flatMap(({ view, found }) =>
    found.map((each) => ({
      found: each,
      text: view.text.slice(each.start, each.end),
      place: placeOf(view, each.start, each.end),
    })),
  );
  const places = new Map(placed.map((each) => [each.found, each.place]));
  runChecks({
    file,
    settings,
    found: placed,
    existing,
    published,
    dayMonthSure: evidence.dayMonthSure,
    entries: list.entries.map((entry) => ({
      ...entry,
      place: entry.home.kind === 'item' ? entry.home.item.position : entry.home.paragraph.position,
    })),
    suggestions: blocks.flatMap(({ view, scan }) =>
      scan.suggestions.map((suggestion) => ({
        suggestion,
        text: view.text.slice(suggestion.start, suggestion.end),
        place: view.place(suggestion.start, suggestion.end),
      })),
    ),
    empty: blocks.flatMap(({ view, scan }) =>
      scan.empty.map(({ start, end }) => ({
        text: view.text.slice(start, end),
        place: view.place(start, end),
      })),
    ),
    unclosed: blocks.flatMap(({ view, scan: { unclosed } }) =>
      unclosed.length === 0
        ? []
        : [
            {
              count: unclosed.length,
              place: view.place(unclosed[0] as number, (unclosed[0] as number) + 1),
            },
          ],
    ),
  });

  const ids = new ItemIds();
  const notes = new Notes(ids);
  const marks = new Map<Note, FootnoteReference[]>();
  for (const each of existing) {
    const note = notes.addExisting(each);
    for (const { node, occurrence } of each.marks) addMark(note, node, occurrence, marks);
  }
  const staying: { record: CitationRecord; change: Change }[] = [];
  const used = new Set<ReferenceEntry>();
  for (const { view, found, changes } of blocks) {
    for (const each of found) {
      const occurrence = toOccurrence(file, view, each, places.get(each));
      if (each.stays) {
        const record: CitationRecord = {
          id: '',
          identifier: null,
          kind: each.kind,
          items: each.items.map((item) => toCsl(item, ids.of(item))),
          occurrences: [occurrence],
        };
        const change: Change = {
          remove: { start: each.end, end: each.end },
          end: each.end,
          marks: [],
          anchor: { start: each.start, end: each.end, id: '' },
        };
        staying.push({ record, change });
        changes.push(change);
        continue;
      }
      const lists = settings.group === 'each' ? each.items.map((item) => [item]) : [each.items];
      const own = lists.map((items) => {
        const { note } = notes.forItems(items, each.kind);
        const mark: FootnoteReference = { type: 'footnoteReference', identifier: '', label: '' };
        addMark(note, mark, occurrence, marks);
        for (const { entry } of items) if (entry) used.add(entry);
        return mark;
      });
      changes.push({ remove: each.remove, end: each.end, marks: own });
    }
  }
  const count = notes.all.length;
  for (const [index, { record, change }] of staying.entries()) {
    record.id = `c${count + index + 1}`;
    if (change.anchor) change.anchor.id = record.id;
  }

  moveMarksOfEmptyBlocks(blocks);
  for (const { view, changes } of blocks)
    if (changes.length > 0) applyChanges(view, changes, settings.placement);
  const contents = takeEntries(tree, file, list, used);
  const { ordered, unmarked } = inOrder(tree, notes.all);
  writeNotes(ordered, style, contents, ids);
  // Notes are written now: marks may stand in them as well.
  numberNotes(tree, ordered, unmarked);
  for (const [index, note] of ordered.entries()) {
    note.record.id = `c${index + 1}`;
    for (const [occurrence, mark] of (marks.get(note) ?? []).entries()) {
      mark.data = { ...mark.data, citation: { id: note.record.id, occurrence } };
    }
  }
  file.data.citations = [
    ...ordered.map((note) => note.record),
    ...staying.map(({ record }) => record),
  ];
  keepInferredDate(file, published);
}

/** The lines above the body, but for captions, the first of the body, and a headline that is dated. */
function headLines(tree: Root, body: readonly DatedBlock[]): string[] {
  const blocks = textBlocks(tree);
  const above = blocks.filter(({ context }) => context === 'masthead');
  // "Frontline Assessment, February 18, 2024": a headline that ends with its day.
  const titles = blocks
    .filter(({ context }) => context === 'title')
    .map(({ node }) => toString(node).trim())
    .filter((title) => /,\s[^,]{3,12},?\s(?:19|20)\d\d$/.test(title));
  return [
    ...above.map(({ node }) => toString(node)),
    ...body.slice(0, 3).map(({ text }) => text),
    ...titles,
  ];
}

function addMark(
  note: Note,
  mark: FootnoteReference,
  occurrence: Omit<CitationOccurrence, 'at'>,
  marks: Map<Note, FootnoteReference[]>,
): void {
  mark.identifier = note.temporary;
  mark.label = note.temporary;
  note.record.occurrences.push(occurrence);
  const known = marks.get(note);
  if (known) known.push(mark);
  else marks.set(note, [mark]);
}

function tieNumbers(found: Found, entries: EntryIndex): void {
  for (const item of found.items) {
    if (item.number === undefined) continue;
    const entry = entries.byNumber(item.number);
    if (entry) item.entry = entry;
  }
}

const linksOfViews = new WeakMap<TextView, Span<Link>[]>();

/** The place of a citation; a link at its edge belongs to it with its markers. */
function placeOf(view: TextView, start: number, end: number): Position | undefined {
  const place = view.place(start, end);
  if (!place) return undefined;
  let links = linksOfViews.get(view);
  if (!links) linksOfViews.set(view, (links = view.spans('link')));
  let { start: from, end: to } = place;
  for (let index = firstEndingAfter(links, start); index < links.length; index++) {
    const { node, start: first, end: last } = links[index] as Span<Link>;
    if (first >= end) break;
    if (first < start || last > end || !node.position) continue;
    if (first === start) from = node.position.start;
    if (last === end) to = node.position.end;
  }
  return { start: from, end: to };
}

function toOccurrence(
  file: VFile,
  view: TextView,
  { start, end }: Found,
  place: Position | undefined,
): Omit<CitationOccurrence, 'at'> {
  const from = place?.start.offset;
  const to = place?.end.offset;
  if (from === undefined || to === undefined)
    return { raw: view.text.slice(start, end), source: null };
  return { raw: String(file).slice(from, to), source: { start: from, end: to } };
}

/** A paragraph that is nothing but citations goes, and its marks move to the end of the one before. */
function moveMarksOfEmptyBlocks(blocks: Block[]): void {
  let before: Block | undefined;
  for (const each of blocks) {
    const parent = each.block.ancestors.at(-1) as Parents;
    const target =
      before && before.block.ancestors.at(-1) === parent && before.block.node.type === 'paragraph'
        ? before
        : undefined;
    if (!isUsedUp(each)) {
      before = each;
      continue;
    }
    if (target && each.block.node.type === 'paragraph' && parent.children.length > 1) {
      const end = target.view.text.trimEnd().length;
      target.changes.push({
        remove: { start: end, end },
        end,
        moved: true,
        marks: each.changes.flatMap((change) => change.marks),
      });
      parent.children = parent.children.filter(
        (child) => child !== (each.block.node as Paragraph),
      ) as typeof parent.children;
      each.changes = [];
    } else {
      // Nothing stands before: the marks are all that the paragraph keeps.
      before = each;
    }
  }
}

function isUsedUp({ view, changes }: Block): boolean {
  if (changes.length === 0 || view.spans('footnoteReference', 'image', 'html').length > 0)
    return false;
  let at = 0;
  for (const { remove, anchor } of changes) {
    if (anchor || hasWord(view.text, at, remove.start)) return false;
    at = remove.end;
  }
  return !hasWord(view.text, at, view.text.length);
}

function keepInferredDate(file: VFile, published: ReturnType<typeof statedDate>): void {
  const { masthead } = file.data;
  if (published?.origin !== 'inferred' || !masthead || masthead.date) return;
  const value = toEdtf(published.date);
  if (value !== undefined) masthead.date = { value, origin: 'inferred' };
}
