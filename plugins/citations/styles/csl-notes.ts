/** The notes of an article in a CSL style. */
import type { PhrasingContent } from 'mdast';
import type { CslItem } from '../../../src/model/index.ts';
import type { SourceItem } from '../model.ts';
import { chicagoNotes } from './chicago-notes.ts';
import type { CslCite, CslNotes, CslStyle } from './csl-style.ts';
import { renderDate } from './dates.ts';

/** A source as it was read, and as CSL has it. */
export interface NoteSource {
  item: SourceItem;
  csl: CslItem;
}

/** What stands for an outlet that was lost; a note without it could not be told from others when it is read again. */
const lostOutlet = '[outlet missing]';

/** Labels of places in a source that CSL has the same name for. */
const labels = new Set(['page', 'paragraph', 'chapter', 'section', 'volume']);

/** Writes the notes of an article, one after the other: what stood in an earlier note is written short. */
export class CslNoteWriter {
  readonly #notes: CslNotes;
  readonly #seen = new Set<string>();

  /** @param sources - Those of all notes to be written. */
  constructor(style: CslStyle, sources: readonly NoteSource[]) {
    const byId = new Map<string, CslItem>();
    for (const source of sources)
      if (!byId.has(source.csl.id)) byId.set(source.csl.id, printable(source));
    this.#notes = style.start([...byId.values()]);
  }

  /** A note; undefined where the style leaves out what may not be missing. */
  write(sources: readonly NoteSource[]): PhrasingContent[] | undefined {
    const within = new Set<string>();
    const cites = sources.map((source, index) => {
      const { id } = source.csl;
      const subsequent = this.#seen.has(id) || within.has(id);
      within.add(id);
      return toCite(source, subsequent, index === 0);
    });
    const nodes = this.#notes.write(cites);
    const text = textOf(nodes);
    const lost = sources.some(({ item }) => item.lost);
    if (text.trim() === '' || (lost && !text.includes(lostOutlet))) return undefined;
    return withoutDoubleStop(nodes);
  }

  /** Takes note that the sources stand in a note, whoever wrote it. */
  see(sources: readonly CslItem[]): void {
    for (const { id } of sources) this.#seen.add(id);
  }
}

function toCite(source: NoteSource, subsequent: boolean, first: boolean): CslCite {
  const { item, csl } = source;
  const { locator } = item;
  const cite: CslCite = { item: printable(source), subsequent };
  const after = subsequent ? [] : [...(item.remarks ?? [])];
  if (locator && labels.has(locator.label)) {
    cite.item.locator = locator.value;
    cite.label = locator.label;
    cite.place = locator.text;
  } else if (locator) {
    after.unshift(locator.text);
  } else if (csl.locator !== undefined) {
    cite.item.locator = csl.locator;
    cite.place = `at ${csl.locator}`;
  }
  if (item.signal !== undefined) {
    cite.prefix = `${first ? item.signal.replace(/^\p{Ll}/u, (letter) => letter.toUpperCase()) : item.signal} `;
  }
  if (after.length > 0) cite.suffix = `, ${after.join(', ')}`;
  return cite;
}

/** The source itself, without the place in it, with words where CSL has none. */
function printable({ item, csl }: NoteSource): CslItem {
  const { locator: _locator, label: _label, ...source } = csl;
  if (item.lost) source['container-title'] = lostOutlet;
  // A day without a year stands as EDTF, which nobody should read in a note.
  if (item.date && source.issued?.literal?.startsWith('XXXX'))
    source.issued = { literal: renderDate(item.date, chicagoNotes) };
  return source;
}

/** "*U.S.*." has one stop too many, which a style can't know. */
function withoutDoubleStop(nodes: PhrasingContent[]): PhrasingContent[] {
  const last = nodes.at(-1);
  const before = nodes.slice(0, -1);
  const isStop = last?.type === 'text' && last.value.trim() === '.';
  return isStop && textOf(before).endsWith('.') ? before : nodes;
}

function textOf(nodes: readonly PhrasingContent[]): string {
  return nodes
    .map((node) =>
      'children' in node ? textOf(node.children) : node.type === 'text' ? node.value : '',
    )
    .join('');
}
