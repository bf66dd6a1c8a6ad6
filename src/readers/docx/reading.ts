/** What all parts of the reader share while one file is read. */
import type { VFile } from 'vfile';
import type { Limits } from '../../limits.ts';
import type { Images } from './images.ts';
import type { Notes } from './notes.ts';
import type { Numbering } from './numbering.ts';
import type { DocxPackage, Part } from './parts.ts';
import type { Fields } from './fields.ts';
import type { Review } from './review.ts';
import type { Styles } from './styles.ts';

export interface Reading {
  package: DocxPackage;
  styles: Styles;
  numbering: Numbering;
  notes: Notes;
  images: Images;
  review: Review;
  languages: Languages;
  /** Takes the messages. */
  file: VFile;
  limits: Readonly<Limits>;
}

/** One text of the file: the article, its notes. */
export interface Story {
  reading: Reading;
  part: Part;
  fields: Fields;
}

/** Counts how much of the text is in which language. */
export class Languages {
  readonly #letters = new Map<string, number>();

  add(language: string | undefined, text: string): void {
    if (language === undefined) return;
    this.#letters.set(language, (this.#letters.get(language) ?? 0) + text.length);
  }

  /** The language of most of the text; of two, the one that comes first. */
  main(): string | undefined {
    let best: string | undefined;
    for (const [language, count] of this.#letters) {
      if (best === undefined || count > (this.#letters.get(best) ?? 0)) best = language;
    }
    return best;
  }
}
