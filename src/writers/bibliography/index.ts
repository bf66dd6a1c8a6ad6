/** The formats of bibliographies. Each is written for an article, and by the batch for a run. */
import type { CslItem } from '../../model/index.ts';
import type { Writer } from '../writer.ts';
import { toBibtex } from './bibtex.ts';
import { toCslJson } from './csl.ts';
import { toRis } from './ris.ts';
import { sourcesOf } from './sources.ts';

export { freeName } from './identifiers.ts';
export { byId, sourceKey, sourcesOf } from './sources.ts';

export interface BibliographyFormat {
  /** Ending of the file, without the dot. */
  extension: string;
  /** The whole content of the file. */
  print: (items: readonly CslItem[]) => string;
}

export const bibliographyFormats = {
  csl: { extension: 'csl.json', print: toCslJson },
  bibtex: { extension: 'bib', print: toBibtex },
  ris: { extension: 'ris', print: toRis },
} as const satisfies Readonly<Record<string, BibliographyFormat>>;

/** Writes the sources of one article. */
export function bibliographyWriter({ extension, print }: BibliographyFormat): Writer {
  return { extension, write: ({ article }) => print(sourcesOf(article)) };
}
