import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import type { CitationKind } from '../../src/model/index.ts';

/** A source as an annotator wrote it down. */
export interface LabelledItem {
  /** Null where it was lost, or where there is none. */
  outlet: string | null;
  /** EDTF, with its year; null where none is printed or none can be known. */
  date: string | null;
  url?: string;
  author?: string;
  title?: string;
}

/** UTF-16 offsets into the text, end exclusive. */
export interface Span {
  start: number;
  end: number;
}

export interface LabelledCitation extends Span {
  kind: CitationKind;
  items: LabelledItem[];
}

/** An article in which every citation and every look-alike is marked. */
export interface LabelledArticle {
  /** Path of the text; from the folder that was read, for `name`. */
  path: string;
  name: string;
  value: string;
  citations: LabelledCitation[];
  lookAlikes: Span[];
  /** The date of publication that the text states, EDTF. */
  published: string | null;
}

interface LabelFile {
  citations: LabelledCitation[];
  non_citations: Span[];
  published: string | null;
}

/** Reads the pairs of `.txt` or `.md` and `.json` below a folder, in the order of their paths. */
export function readLabelled(folder: string): LabelledArticle[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.json'))
    .sort()
    .flatMap((name) => {
      const text = ['.txt', '.md']
        .map((extension) => join(folder, name.replace(/\.json$/, extension)))
        .flatMap((path) => {
          const value = readIfThere(path);
          return value === undefined ? [] : [{ path, value }];
        })[0];
      if (!text) return [];
      const labels = JSON.parse(readFileSync(join(folder, name), 'utf8')) as LabelFile;
      return [
        {
          ...text,
          name: relative(folder, text.path),
          citations: labels.citations,
          lookAlikes: labels.non_citations,
          published: labels.published ?? null,
        },
      ];
    });
}

function readIfThere(path: string): string | undefined {
  try {
    // A byte order mark doesn't count in offsets.
    return readFileSync(path, 'utf8').replace(/^\uFEFF/, '');
  } catch {
    return undefined;
  }
}
