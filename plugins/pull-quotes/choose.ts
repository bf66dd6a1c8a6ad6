/**
 * Chooses among ranked sentences: what is stated already first, then the best that stand apart from one another.
 */
import type { Root } from 'mdast';
import type { ArticlePullQuote } from '../../src/model/index.ts';
import type { Range } from '../../src/text/index.ts';
import type { Article, Block, Passage } from './article.ts';
import { refuse } from './gates.ts';
import type { Settings } from './options.ts';
import { Places } from './place.ts';
import type { Ranked } from './rank.ts';
import { overlapping } from './spans.ts';
import type { Found } from './stated.ts';
import { trim } from './trim.ts';

export interface Pick {
  ranked: Ranked;
  block: Block;
  /** What is quoted, within the block's text. */
  range: Range;
  origin: ArticlePullQuote['origin'];
  /** Who says it, where that is stated. */
  speaker?: string | undefined;
  /** The quote stands before this child of the root; undefined where there is no room. */
  place: number | undefined;
}

/** Share of a sentence's content words that make it say what another quote says. */
const sameThing = 0.5;

export function choose(
  tree: Root,
  article: Article,
  ranking: readonly Ranked[],
  stated: readonly Found[],
  settings: Settings,
): Pick[] {
  const wanted = settings.count ?? Math.max(1, Math.round(article.words / settings.per));
  const choice = new Choice(tree, article, settings, wanted);
  for (const each of stated) {
    if (each.origin !== 'ranked') choice.take(each);
  }
  for (const each of stated) {
    if (each.origin === 'ranked' && choice.picks.length < wanted) choice.take(each);
  }
  // Different sections first; then whatever stands far enough away.
  for (const apart of [true, false]) {
    for (const ranked of ranking) {
      if (choice.picks.length >= wanted) break;
      choice.consider(ranked, apart);
    }
  }
  return choice.picks.toSorted(
    (a, b) => a.ranked.rank - b.ranked.rank || a.range.start - b.range.start,
  );
}

class Choice {
  readonly picks: Pick[] = [];
  readonly #article: Article;
  readonly #settings: Settings;
  readonly #places: Places;
  readonly #sections = new Set<number>();
  readonly #sectionOf: ReadonlyMap<Block, number>;
  readonly #paragraphs = new Set<number>();
  readonly #ranges = new Map<Block, Range[]>();
  /** Which picks hold a content word. */
  readonly #holders = new Map<string, number[]>();
  readonly #seen = new Set<Passage>();
  readonly #fits = new Map<Passage, Range | undefined>();

  constructor(tree: Root, article: Article, settings: Settings, wanted: number) {
    this.#article = article;
    this.#settings = settings;
    this.#places = new Places(tree, settings);
    this.#sectionOf = sectionsOf(article, wanted);
  }

  /** Takes a quote that was chosen before. */
  take(found: Found): void {
    const place = this.#places.take(found.block.rootIndex, true);
    this.#add({ ...found, place });
  }

  /** Takes a ranked sentence where it is fit and stands apart from those taken. */
  consider(ranked: Ranked, apart: boolean): void {
    const { passage } = ranked;
    const { block } = passage;
    if (this.#seen.has(passage)) return;
    const range = this.#fit(passage);
    if (!range) return;
    if (apart && this.#sections.has(this.#sectionOf.get(block) as number)) return;
    const { spacing, gates } = this.#settings;
    for (let step = 1 - spacing; step < spacing; step++) {
      if (this.#paragraphs.has(block.ordinal + step)) return;
    }
    if (this.#ranges.has(block) && overlapping(this.#ranges.get(block) ?? [], range).length > 0)
      return;
    if (gates && this.#isRepeated(passage)) return;
    const place = this.#places.take(block.rootIndex, !gates);
    if (gates && place === undefined) return;
    this.#add({ ranked, block, range, origin: 'ranked', place });
  }

  /** The range of a sentence as it would be quoted; undefined where it can't be. */
  #fit(passage: Passage): Range | undefined {
    if (this.#fits.has(passage)) return this.#fits.get(passage);
    const { gates, trim: mayTrim } = this.#settings;
    const range = mayTrim
      ? trim(passage, this.#settings)
      : { start: passage.start, end: passage.end };
    const isCut = overlapping(passage.block.indivisible, range).some(
      ({ start, end }) =>
        (start < range.start && end > range.start) || (start < range.end && end > range.end),
    );
    const refused =
      isCut || (gates && refuse(passage, range, this.#article, this.#settings) !== undefined);
    const result = refused ? undefined : range;
    this.#fits.set(passage, result);
    return result;
  }

  #add(pick: Pick): void {
    const number = this.picks.push(pick) - 1;
    const { block, ranked } = pick;
    this.#seen.add(ranked.passage);
    this.#sections.add(this.#sectionOf.get(block) as number);
    this.#paragraphs.add(block.ordinal);
    const ranges = this.#ranges.get(block) ?? [];
    insert(ranges, pick.range);
    this.#ranges.set(block, ranges);
    for (const word of ranked.passage.words.content) {
      const holders = this.#holders.get(word);
      if (holders) holders.push(number);
      else this.#holders.set(word, [number]);
    }
  }

  /** Whether a quote taken already says the same thing. */
  #isRepeated({ words }: Passage): boolean {
    const shared = new Map<number, number>();
    for (const word of words.content) {
      for (const pick of this.#holders.get(word) ?? [])
        shared.set(pick, (shared.get(pick) ?? 0) + 1);
    }
    for (const [pick, count] of shared) {
      const other = this.picks[pick]?.ranked.passage.words.content.length ?? 0;
      if (count > sameThing * Math.min(words.content.length, other)) return true;
    }
    return false;
  }
}

/** Keeps ranges in order. New ones come mostly one after the other, or few in all. */
function insert(ranges: Range[], range: Range): void {
  let low = 0;
  let high = ranges.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((ranges[middle] as Range).start < range.start) low = middle + 1;
    else high = middle;
  }
  ranges.splice(low, 0, range);
}

/** The section of each block: by its headings where there are any, else by cutting the article into so many equal parts. */
function sectionsOf(article: Article, parts: number): Map<Block, number> {
  const result = new Map<Block, number>();
  const hasHeadings = (article.blocks.at(-1)?.section ?? 0) > 1;
  let words = 0;
  for (const block of article.blocks) {
    const part = Math.floor((words / Math.max(1, article.words)) * Math.max(1, parts));
    result.set(block, hasHeadings ? block.section : part);
    for (const passage of block.passages) words += passage.words.count;
  }
  return result;
}
