/** What is known of citations from the words of the article, for notes that were read as notes. */
import type { FootnoteReference, Root } from 'mdast';
import type { CitationRecord } from '../model/index.ts';
import { eachNode } from '../text/index.ts';

type Occurrence = CitationRecord['occurrences'][number];

/**
 * The records of a build of what was written, with what the build before knew of the same citations: their kinds and items, the words and places
 * of their occurrences. `written` is the tree that was written.
 */
export function carryRecords(
  before: readonly CitationRecord[],
  written: Root,
  after: readonly CitationRecord[],
): CitationRecord[] {
  const byId = new Map(before.map((record) => [record.id, record]));
  const byIdentifier = new Map(before.map((record) => [record.identifier, record]));
  const marks = marksOf(written);
  const ranks = ranksOf(after);
  const staying = before.filter(({ identifier }) => identifier === null);

  const occurrenceOf = (occurrence: Occurrence): Occurrence => {
    const rank = ranks.get(occurrence);
    if (rank === undefined) {
      const known = staying.flatMap((each) => each.occurrences).find(({ raw }) => raw === occurrence.raw); // prettier-ignore
      return known ?? { ...occurrence, source: null };
    }
    const citation = marks[rank]?.data?.citation;
    const known = citation && byId.get(citation.id)?.occurrences[citation.occurrence];
    return known ?? { ...occurrence, source: null };
  };

  const taken = new Set(after.flatMap(({ items }) => items.map(({ id }) => id)));
  return after.map((record) => {
    const label = labelIn(record.occurrences[0]?.raw);
    const known = label === undefined ? undefined : byIdentifier.get(label);
    const own = new Set(record.items.map(({ id }) => id));
    const fits = known && known.items.every(({ id }) => own.has(id) || !taken.has(id));
    if (fits) for (const { id } of known.items) taken.add(id);
    return {
      ...record,
      ...(fits ? { kind: known.kind, items: known.items } : {}),
      occurrences: record.occurrences.map(occurrenceOf),
    };
  });
}

/** The marks that are written, in order; what stands above the text is written without. */
function marksOf(tree: Root): FootnoteReference[] {
  const marks: FootnoteReference[] = [];
  const children = tree.children.filter(({ type }) => type !== 'masthead');
  eachNode<FootnoteReference>({ type: 'root', children } as Root, 'footnoteReference', (node) => void marks.push(node)); // prettier-ignore
  return marks;
}

/** Which of all marks an occurrence is that was read as one. */
function ranksOf(records: readonly CitationRecord[]): Map<Occurrence, number> {
  const marks = records
    .flatMap(({ occurrences }) => occurrences)
    .filter(({ raw, source }) => source !== null && labelIn(raw) !== undefined)
    .sort((a, b) => (a.source?.start ?? 0) - (b.source?.start ?? 0));
  return new Map(marks.map((occurrence, rank) => [occurrence, rank]));
}

function labelIn(raw: string | undefined): string | undefined {
  return /^\[\^([^\]]+)\]$/.exec(raw ?? '')?.[1];
}
