/** Marks and notes that don't find each other; what stands twice in the reference list. */
import { report } from '../../../src/model/index.ts';
import type { CheckCase } from './case.ts';

export function checkMarks({ file, found, existing, entries }: CheckCase): void {
  const used = new Set<number>();
  // A numbered list that no author is found in is one of numeric marks.
  const isTied = found.some(({ found: { items } }) =>
    items.some((item) => item.kind === 'author-date' && item.entry),
  );
  const byAuthor =
    entries.some((entry) => entry.year !== undefined) &&
    (isTied || entries.some((entry) => entry.number === undefined));
  for (const { found: citation, text, place } of found) {
    if (citation.stays === 'no-entry') {
      report(
        file,
        'citations/mark-without-note',
        `Unexpected mark “${text}”, expected an entry of that number in a reference list`,
        { place, actual: text },
      );
    }
    for (const item of citation.items) {
      if (item.entry) used.add(item.entry.index);
      else if (item.kind === 'author-date' && byAuthor) {
        report(
          file,
          'citations/mark-without-note',
          `“${text}” has no entry in the reference list`,
          { place, actual: text },
        );
      }
    }
  }
  for (const { definition, marks } of existing) {
    if (marks.length === 0) {
      report(
        file,
        'citations/note-without-mark',
        `Unexpected note [^${definition.label ?? definition.identifier}] that nothing refers to`,
        { place: definition },
      );
    }
  }
  if (used.size > 0) {
    for (const entry of entries) {
      if (!used.has(entry.index))
        report(
          file,
          'citations/note-without-mark',
          `The entry “${shortened(entry.text)}” is not referred to in the text`,
          { place: entry.place },
        );
    }
  }
  const seen = new Set<string>();
  for (const entry of entries) {
    const key = entry.text
      .toLowerCase()
      .replace(/[^\p{L}\p{N}]+/gu, ' ')
      .trim();
    if (seen.has(key))
      report(
        file,
        'citations/duplicate-entry',
        `The entry “${shortened(entry.text)}” stands twice in the reference list`,
        { place: entry.place },
      );
    seen.add(key);
  }
}

function shortened(text: string): string {
  return text.length <= 60 ? text : `${text.slice(0, 57).trimEnd()}…`;
}
