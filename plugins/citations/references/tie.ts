/** Ties citations to the entries of the reference list. */
import type { ReferenceEntry, SourceItem } from '../model.ts';

export class EntryIndex {
  readonly #byNumber = new Map<number, ReferenceEntry>();
  readonly #byWordAndYear = new Map<string, ReferenceEntry[]>();
  readonly numbers: ReadonlySet<number>;
  /** Whether entries can be found by author and year. */
  readonly hasAuthors: boolean;

  constructor(entries: readonly ReferenceEntry[]) {
    for (const entry of entries) {
      if (entry.number !== undefined && !this.#byNumber.has(entry.number))
        this.#byNumber.set(entry.number, entry);
      if (entry.year === undefined) continue;
      for (const word of new Set(entry.families)) {
        const key = `${word} ${entry.year}`;
        const known = this.#byWordAndYear.get(key);
        if (known) known.push(entry);
        else this.#byWordAndYear.set(key, [entry]);
      }
    }
    this.numbers = new Set(this.#byNumber.keys());
    this.hasAuthors = this.#byWordAndYear.size > 0;
  }

  byNumber(number: number): ReferenceEntry | undefined {
    return this.#byNumber.get(number);
  }

  /** The entry that an author-date source means: its authors are all named there, the first of them first. */
  byAuthor(item: SourceItem): ReferenceEntry | undefined {
    const year = item.date?.from.year;
    if (year === undefined) return undefined;
    const names = (item.authors ?? []).map((name) => keyWords(name.family ?? name.literal ?? ''));
    const first = names[0]?.at(-1);
    if (first === undefined) return undefined;
    const organisation = item.authors?.[0]?.literal !== undefined;
    const lead = organisation ? (names[0]?.[0] as string) : first;
    let candidates = this.#byWordAndYear.get(`${lead} ${year}`) ?? [];
    candidates = candidates.filter((entry) =>
      names.every((words) => words.every((word) => entry.families.includes(word))),
    );
    const suffix = item.date?.suffix;
    const exact = candidates.filter((entry) => entry.suffix === suffix);
    if (exact.length > 0) candidates = exact;
    else if (suffix !== undefined)
      candidates = candidates.filter((entry) => entry.suffix === undefined);
    const ranked = candidates
      .map((entry) => ({
        entry,
        rank: this.#rank(entry, lead, names.length, item.authorText ?? ''),
      }))
      .sort((a, b) => a.rank - b.rank || a.entry.index - b.entry.index);
    // An acronym may stand for an organisation that the list spells out; a later author may be named in error.
    return ranked[0]?.entry;
  }

  #rank(entry: ReferenceEntry, lead: string, named: number, text: string): number {
    const position = entry.families.indexOf(lead);
    const several = entry.authors.length > 2;
    const others = / al\.?$/.test(text);
    const number = others ? (several ? 0 : 1) : Math.abs(entry.authors.length - named);
    return Math.min(position, 20) * 10 + number;
  }
}

function keyWords(name: string): string[] {
  return (
    name
      .toLowerCase()
      .match(/[\p{L}\p{M}][\p{L}\p{M}\p{N}’'-]*/gu)
      ?.map((word) => word.replace(/[’']s$/, '').replace(/’/g, "'")) ?? []
  );
}
