/** The bibliography of a run: the sources of all its articles, the same source once. */
import { join } from 'node:path';
import type { CslItem } from '../model/index.ts';
import { bibliographyFormats, byId, freeName, sourceKey } from '../writers/bibliography/index.ts';
import type { ArticleFile } from './discover.ts';
import { InputError } from './input-error.ts';
import { writeWhole } from './write-file.ts';

type BibliographyName = keyof typeof bibliographyFormats;

const baseName = 'bibliography';

/** A source and where it was met first: the place of the article in the run, and its own place in the article. */
interface Entry {
  item: CslItem;
  article: number;
  place: number;
}

/** Gathers sources as articles are built, in whatever order, and keeps nothing else of them. */
export class RunBibliography {
  readonly #byKey = new Map<string, Entry>();
  readonly #others: Entry[] = [];

  /**
   * @param sources - Of one article.
   * @param index - Place of the article in the run.
   */
  add(sources: readonly CslItem[], index: number): void {
    for (const [place, item] of sources.entries()) {
      const entry = { item, article: index, place };
      const key = sourceKey(item);
      const known = key === undefined ? undefined : this.#byKey.get(key);
      if (key === undefined) this.#others.push(entry);
      else if (!known || byPlace(entry, known) < 0) this.#byKey.set(key, entry);
    }
  }

  /** All sources, by id. Different sources that bear the same id are told apart by a number. */
  items(): CslItem[] {
    const entries = [...this.#byKey.values(), ...this.#others].sort(byPlace);
    const own = new Set(entries.map(({ item }) => item.id));
    const given = new Set<string>();
    const taken = { has: (id: string) => given.has(id) || own.has(id) };
    return entries
      .map(({ item }) => {
        const id = given.has(item.id) ? freeName(item.id, taken) : item.id;
        given.add(id);
        return id === item.id ? item : { ...item, id };
      })
      .sort(byId);
  }

  /** Writes the bibliography beside the outputs, in each of the formats that is one. */
  async write(output: string, formats: readonly string[], durable = false): Promise<void> {
    const items = this.items();
    for (const name of bibliographyNames(formats)) {
      const { extension, print } = bibliographyFormats[name];
      await writeWhole(join(output, `${baseName}.${extension}`), print(items), { durable });
    }
  }
}

/** Those of the formats that are bibliographies. */
export function bibliographyNames(formats: readonly string[]): BibliographyName[] {
  return formats.filter((name): name is BibliographyName =>
    Object.hasOwn(bibliographyFormats, name),
  );
}

/**
 * Checks that a bibliography takes no other output's place: an article may be called `bibliography` as well, or `a.csl` beside `a`.
 *
 * @param extensions - The endings of the formats' files.
 * @throws InputError that names the article.
 */
export function checkBibliographyFiles(
  articles: readonly ArticleFile[],
  formats: readonly string[],
  extensions: readonly string[],
): void {
  const own = bibliographyNames(formats);
  const owners = new Map<string, string>();
  for (const name of own) {
    owners.set(`${baseName}.${bibliographyFormats[name].extension}`, 'The bibliography of the run');
  }
  if (own.length === 0) return;
  for (const { path, outputBase } of articles) {
    for (const [index, extension] of extensions.entries()) {
      // Some file systems do not tell capitals from small letters.
      const file = `${outputBase}.${extension}`.toLowerCase();
      const owner = owners.get(file);
      if (owner !== undefined) {
        throw new InputError(
          `Unexpected input "${path}": it would write "${file}". ${owner} is written there. Rename it.`,
        );
      }
      owners.set(file, `The ${formats[index]} of "${path}"`);
    }
  }
}

function byPlace(a: Entry, b: Entry): number {
  return a.article - b.article || a.place - b.place;
}
