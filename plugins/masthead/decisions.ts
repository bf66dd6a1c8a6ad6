/** What the editor has decided about title, subtitle, authors and date. */
import { toString } from 'mdast-util-to-string';
import type { VFile } from 'vfile';
import {
  report,
  type Decided,
  type MastheadContent,
  type MastheadData,
  type MastheadRole,
  type MetadataDecision,
} from '../../src/model/index.ts';
import { blockOf } from './blocks.ts';
import { byline } from './byline-text.ts';
import { sameWords } from './compare.ts';

/**
 * Puts decided words in place of those that were found. What gives way is told, so that no word is lost. Whatever reads the date later
 * (`file.data.stated`, `file.data.publicationDate`) gets the decided one as well.
 *
 * @returns the fields that were decided.
 */
export function applyDecisions(
  blocks: MastheadContent[],
  masthead: MastheadData,
  file: VFile,
): Set<MetadataDecision['field']> {
  const fields = new Set<MetadataDecision['field']>();
  for (const decided of file.data.decisions?.metadata ?? []) {
    const { decision } = decided;
    decided.outcome = 'done';
    fields.add(decision.field);
    if (decision.field === 'authors') {
      const authors = decision.value.map((name) => ({ name }));
      const known = masthead.authors.map(({ name }) => name);
      masthead.authors = authors;
      print('byline', byline(authors) as string, known.join(', '), blocks, file, decided);
    } else if (decision.field === 'date') {
      const known = masthead.date?.value ?? '';
      masthead.date = { value: decision.value, origin: 'stated' };
      file.data.stated = { ...file.data.stated, date: masthead.date };
      if (file.data.publicationDate !== undefined) file.data.publicationDate = decision.value;
      print('date', decision.value, known, blocks, file, decided);
    } else {
      print(decision.field, decision.value, undefined, blocks, file, decided);
    }
  }
  return fields;
}

/** Prints words in the block of a role, which loses its place in the source: its words stand nowhere in it. */
function print(
  role: MastheadRole,
  words: string,
  known: string | undefined,
  blocks: MastheadContent[],
  file: VFile,
  { decision: { field, value } }: Decided<MetadataDecision>,
): void {
  const [block, ...others] = blocks.filter((each) => each.data?.mastheadRole === role);
  const before = [block, ...others].map((each) => (each ? toString(each) : '')).join(', ');
  const now = [value].flat().join(', ');
  const same = sameWords(known ?? before, now);
  if (!same && (before !== '' || (known ?? '') !== '')) {
    report(
      file,
      'decisions/replaced',
      `Unexpected ${field} “${before || known}”, expected “${now}” as decided`,
      { place: block, actual: before || known, expected: [now] },
    );
  }
  if (same && block) return;
  for (const other of others) blocks.splice(blocks.indexOf(other), 1);
  const made = blockOf(words, role);
  if (block) blocks.splice(blocks.indexOf(block), 1, made);
  else blocks.push(made);
}
