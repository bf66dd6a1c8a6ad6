/** Notes: which citations share one, what stands in it, and their sequence. */
import type {
  BlockContent,
  FootnoteDefinition,
  FootnoteReference,
  PhrasingContent,
  Root,
} from 'mdast';
import type { CitationRecord, CslItem } from '../../src/model/index.ts';
import { eachNode } from '../../src/text/index.ts';
import { toCsl } from './csl.ts';
import type { ExistingNote } from './existing.ts';
import { itemKey, itemSlug, noteKey } from './identity.ts';
import type { ReferenceEntry, SourceItem } from './model.ts';
import type { EntryContent } from './references/list.ts';
import { CslNoteWriter } from './styles/csl-notes.ts';
import { mergeTexts, renderItem, type Style } from './styles/index.ts';

export interface Note {
  /** Until the sequence is known. */
  temporary: string;
  items: SourceItem[];
  lost: boolean;
  record: CitationRecord;
  existing?: ExistingNote;
  /** Places of the marks in the block texts, for messages. */
  children: (BlockContent | FootnoteDefinition['children'][number])[];
}

/** Gives each source its id, the same for the same source. */
export class ItemIds {
  readonly #byKey = new Map<string, string>();
  readonly #taken = new Map<string, number>();
  readonly #keys = new Map<SourceItem, string | undefined>();

  /** As `itemKey`, worked out once for each item: by now nothing changes them any more. */
  readonly keyOf = (item: SourceItem): string | undefined => {
    let key = this.#keys.get(item);
    if (key === undefined && !this.#keys.has(item)) this.#keys.set(item, (key = itemKey(item)));
    return key;
  };

  of(given: SourceItem): string {
    // A short form is no source of its own.
    const item = given.legal?.of ?? given;
    const key = this.keyOf(item);
    const known = key === undefined ? undefined : this.#byKey.get(key);
    if (known !== undefined) return known;
    const slug = itemSlug(item);
    const count = (this.#taken.get(slug) ?? 0) + 1;
    this.#taken.set(slug, count);
    let id = count === 1 ? slug : `${slug}-${count}`;
    while (this.#taken.has(id) && id !== slug) id += '-x';
    this.#taken.set(id, this.#taken.get(id) ?? 1);
    if (key !== undefined) this.#byKey.set(key, id);
    return id;
  }
}

/** The notes of an article, old and new, by what they are. */
export class Notes {
  readonly all: Note[] = [];
  readonly #byKey = new Map<string, Note>();
  readonly #ids: ItemIds;

  constructor(ids: ItemIds) {
    this.#ids = ids;
  }

  addExisting(existing: ExistingNote): Note {
    const note = this.#add(existing.items, 'footnote', existing.lost);
    note.existing = existing;
    note.children = existing.definition.children;
    const key = noteKey(existing.items, this.#ids.keyOf);
    if (key !== undefined && existing.items.length > 0 && !existing.lost && !this.#byKey.has(key))
      this.#byKey.set(key, note);
    return note;
  }

  /** The note for a list of sources: a new one, or the one that the same list has already. */
  forItems(items: SourceItem[], kind: CitationRecord['kind']): { note: Note; merged: boolean } {
    const key = noteKey(items, this.#ids.keyOf);
    const known = key === undefined ? undefined : this.#byKey.get(key);
    if (known) return { note: known, merged: true };
    const note = this.#add(
      items,
      kind,
      items.some((item) => item.lost),
    );
    if (key !== undefined) this.#byKey.set(key, note);
    return { note, merged: false };
  }

  #add(items: SourceItem[], kind: CitationRecord['kind'], lost: boolean): Note {
    const temporary = `note ${this.all.length + 1}`;
    const record: CitationRecord = {
      id: temporary,
      identifier: temporary,
      kind,
      items: items.map((item) => toCsl(item, this.#ids.of(item))),
      occurrences: [],
    };
    const note: Note = { temporary, items, lost, record, children: [] };
    this.all.push(note);
    return note;
  }
}

/** Writes the words of new notes. A source that an earlier note has in full is written short. */
export function writeNotes(
  ordered: readonly Note[],
  style: Style,
  contents: ReadonlyMap<ReferenceEntry, EntryContent>,
  { keyOf }: ItemIds,
): void {
  const seen = new Set<string>();
  const sheet = sheetWriter(ordered, style);
  for (const note of ordered) {
    if (!note.existing)
      note.children = writeBySheet(note, sheet) ?? write(note.items, style, contents, seen, keyOf);
    sheet?.see(note.record.items);
    for (const item of note.items) {
      const key = keyOf(item);
      if (key !== undefined) seen.add(key);
    }
  }
}

function sheetWriter(ordered: readonly Note[], { sheet }: Style): CslNoteWriter | undefined {
  const sources = ordered.filter((note) => isForSheet(note)).flatMap(sourcesOf);
  return sheet && sources.length > 0 ? new CslNoteWriter(sheet, sources) : undefined;
}

/** What the article's own list says of a source stays as it stands there: a style would leave most of it out. */
function isForSheet({ existing, items }: Note): boolean {
  return !existing && items.every(({ entry }) => !entry);
}

function sourcesOf({ items, record }: Note): { item: SourceItem; csl: CslItem }[] {
  return items.map((item, index) => ({ item, csl: record.items[index] as CslItem }));
}

function writeBySheet(note: Note, sheet: CslNoteWriter | undefined): Note['children'] | undefined {
  const phrasing = sheet && isForSheet(note) ? sheet.write(sourcesOf(note)) : undefined;
  if (!phrasing) return undefined;
  closeNote(phrasing);
  return [{ type: 'paragraph', children: mergeTexts(phrasing) }];
}

function write(
  items: readonly SourceItem[],
  style: Style,
  contents: ReadonlyMap<ReferenceEntry, EntryContent>,
  seen: Set<string>,
  keyOf: ItemIds['keyOf'],
): Note['children'] {
  const phrasing: PhrasingContent[] = [];
  const blocks: BlockContent[] = [];
  for (const [index, item] of items.entries()) {
    const before = items[index - 1];
    if (index > 0) phrasing.push({ type: 'text', value: '; ' });
    if (item.signal !== undefined)
      phrasing.push({
        type: 'text',
        value: `${index === 0 ? capitalised(item.signal) : item.signal} `,
      });
    const key = keyOf(item);
    const short = key !== undefined && seen.has(key);
    const content = item.entry ? contents.get(item.entry) : undefined;
    if (content && !(short && shortEntry(item) !== undefined)) {
      phrasing.push(...writeEntry(item, content, items.length > 1 || item.locator !== undefined));
      if (!short) blocks.push(...content.blocks);
    } else if (item.entry && shortEntry(item) !== undefined) {
      phrasing.push({ type: 'text', value: shortEntry(item) as string });
    } else {
      const sameOutlet =
        before?.outlet !== undefined &&
        before.outlet === item.outlet &&
        item.title === undefined &&
        before.title === undefined &&
        item.date !== undefined;
      const { outlet: _outlet, known: _known, ...rest } = item;
      phrasing.push(...renderItem(sameOutlet ? rest : item, style, short));
    }
    if (key !== undefined) seen.add(key);
  }
  closeNote(phrasing);
  return [{ type: 'paragraph', children: mergeTexts(phrasing) }, ...blocks];
}

/** An entry's words, to which the place in it is added before the stop. */
function writeEntry(
  item: SourceItem,
  { phrasing }: EntryContent,
  open: boolean,
): PhrasingContent[] {
  const nodes = phrasing.map((node) => structuredClone(node));
  const last = nodes.at(-1);
  if (open && last?.type === 'text') {
    const value = last.value.replace(/[.\s]+$/, '');
    if (value === '') nodes.pop();
    else if (value !== last.value) nodes[nodes.length - 1] = { ...last, value };
  }
  if (item.locator) nodes.push({ type: 'text', value: `, ${item.locator.text}` });
  return nodes;
}

/** "Smith and Jones 2019, p. 4", of an entry whose authors and year are known. */
function shortEntry({ entry, locator, authorText, date }: SourceItem): string | undefined {
  if (!entry) return undefined;
  const year = `${entry.year ?? date?.literal ?? ''}${entry.suffix ?? ''}`;
  const names = entry.authors
    .map((name) => name.family ?? name.literal ?? '')
    .filter((name) => name !== '');
  const shortened =
    names.length > 3
      ? `${names[0] as string} et al.`
      : names.length > 1
        ? `${names.slice(0, -1).join(', ')} and ${names.at(-1) as string}`
        : names[0];
  // "Board 2020" tied to the Swedish Transport Board is told by its full name; without an author the title tells the source.
  const house = entry.authors.length === 1 ? entry.authors[0]?.literal : undefined;
  const title = entry.title === undefined ? undefined : `“${entry.title},”`;
  const printed = house ?? authorText ?? shortened ?? title;
  if (printed === undefined || year === '' || printed.length > 80) return undefined;
  return `${printed} ${year}${locator ? `, ${locator.text}` : ''}`;
}

/** Ends a note with a stop, unless its last sentence has one. */
function closeNote(phrasing: PhrasingContent[]): void {
  let last = phrasing.at(-1);
  while (last && 'children' in last && last.type !== 'link' && last.children.length > 0)
    last = last.children.at(-1) as PhrasingContent;
  if (last?.type === 'text') {
    const value = last.value.replace(/[\s,;:]{0,1000}$/, '');
    if (/[.!?…]$/.test(value) || /[.!?…][”’"')]$/.test(value)) {
      if (last === phrasing.at(-1))
        phrasing[phrasing.length - 1] = value === last.value ? last : { ...last, value };
      return;
    }
    if (last === phrasing.at(-1)) {
      phrasing[phrasing.length - 1] = { ...last, value: last.position ? value : `${value}.` };
      if (!last.position) return;
    }
  }
  phrasing.push({ type: 'text', value: '.' });
}

function capitalised(text: string): string {
  return text.replace(/^\p{Ll}/u, (letter) => letter.toUpperCase());
}

/** All notes in order of their first marks, those in notes after those of the body; then the notes without a mark. */
export function inOrder(tree: Root, notes: readonly Note[]): { ordered: Note[]; unmarked: Note[] } {
  const byTemporary = new Map(notes.map((note) => [note.temporary, note]));
  const ordered = new Set<Note>();
  const collect = (parent: Root | Note['children'][number]): void => {
    eachNode<FootnoteReference>(parent, 'footnoteReference', (mark) => {
      const note = byTemporary.get(mark.identifier);
      if (note) ordered.add(note);
    });
  };
  collect(tree);
  // A set hands out what is added while it is gone through.
  for (const note of ordered) for (const child of note.children) collect(child);
  return { ordered: [...ordered], unmarked: notes.filter((note) => !ordered.has(note)) };
}

/** Gives notes and marks their identifiers and puts the definitions at the end. */
export function numberNotes(tree: Root, ordered: readonly Note[], unmarked: readonly Note[]): void {
  const identifiers = new Map<string, string>();
  let lost = 0;
  for (const [index, note] of [...ordered, ...unmarked].entries()) {
    const identifier = note.lost ? `outlet-missing-${++lost}` : String(index + 1);
    identifiers.set(note.temporary, identifier);
    note.record.identifier = identifier;
  }
  const rename = (mark: FootnoteReference): void => {
    const identifier = identifiers.get(mark.identifier);
    if (identifier === undefined) return;
    mark.identifier = identifier;
    mark.label = identifier;
  };
  eachNode(tree, 'footnoteReference', rename);
  for (const note of [...ordered, ...unmarked]) {
    const identifier = identifiers.get(note.temporary) as string;
    const definition: FootnoteDefinition = {
      ...note.existing?.definition,
      type: 'footnoteDefinition',
      identifier,
      label: identifier,
      children: note.children as FootnoteDefinition['children'],
    };
    eachNode(definition, 'footnoteReference', rename);
    tree.children.push(definition);
  }
}
