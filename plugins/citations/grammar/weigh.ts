/** Weighs what has been read: whether it counts, does not count, or counts where the article does so elsewhere. */
import type { ArticleEvidence } from '../evidence.ts';
import type { Found, SourceItem } from '../model.ts';
import { nameKey } from '../outlets.ts';
import type { AuthorItem } from './author-date.ts';
import type { Bracket } from './brackets.ts';
import { judgeName, wordKey } from './names.ts';
import type { Narrative } from './narrative.ts';
import type { OutletItem } from './outlet-date.ts';
import { isPlace } from './places.ts';
import type { Surroundings } from './surroundings.ts';
import { beginsWithGivenName } from './well-known.ts';
import { alsoSurnames, calendarWords, notAuthors, otherThings } from './words.ts';

/** What must be so in the article as a whole for a doubtful citation to count. */
export interface Doubt {
  found: Found;
  /** How many citations by outlet that are beyond doubt the article must have. */
  outlets?: number;
  /** How many citations by author that are beyond doubt the article must have. */
  authors?: number;
  /** How many citations with the date first that are beyond doubt the article must have. */
  datesFirst?: number;
  /** Or as many doubtful ones of the same shape. */
  alike?: number;
  /** What to tell the editor where it does not count. */
  reason: string;
}

export class Weigher {
  readonly #around: Surroundings;
  readonly #article: ArticleEvidence;
  readonly #doubts: Doubt[];

  /** Doubtful citations are added to `doubts`. */
  constructor(around: Surroundings, article: ArticleEvidence, doubts: Doubt[]) {
    this.#around = around;
    this.#article = article;
    this.#doubts = doubts;
  }

  tie(item: SourceItem): boolean {
    const entry = this.#article.entries.byAuthor(item);
    if (entry) item.entry = entry;
    return entry !== undefined;
  }

  /** Whether what stands before a title is who wrote it, and no outlet. */
  isAuthor({ authorText, authors, strong }: AuthorItem): boolean {
    const name = authorText ?? '';
    const known = [name, ...name.split(/,? (?:and|&) |, /)];
    return (
      !known.some((each) => judgeName(each, this.#article.table).sureness !== 'plain') &&
      (strong || beginsWithGivenName(name) || authors?.[0]?.given !== undefined)
    );
  }

  /** The rule that settles whether sources by outlet count; "no" where they are rather something else. */
  outlets(
    found: Found,
    items: OutletItem[],
    authors: AuthorItem[] | undefined,
  ): Found | undefined | 'no' {
    const lowest = Math.min(...items.map(precisionOf));
    const plain = items.filter((item) => item.sureness === 'plain');
    const lost = items.filter((item) => item.sureness === 'lost');
    const final = this.#around.isFinal(found.end);
    if (this.#around.isCredit(found)) return undefined;
    if (lost.some((item) => precisionOf(item) < 2 && item.date?.from.year === undefined))
      return undefined;
    // "(2016–2019, BBC)", "*Sherlock* (BBC, 2010)": a programme, and when it ran.
    if (lowest === 1 && items.length - lost.length > 0) {
      if (this.#around.followsTitle(found.start)) return undefined;
      if (items.some((item) => item.sureness === 'plain')) return 'no';
      // "(World Bank, 2019)": an institute or an office cites as an author where the article cites authors.
      if (authors && items.every((item) => isHouse(item.known?.kind))) {
        // "(WHO 2019)": without a comma it is an author wherever it stands.
        if (
          authors.some(({ date }) => date?.suffix !== undefined) ||
          !yearBehindComma.test(this.#around.text.slice(found.start, found.end))
        )
          return { ...found, items: authors, kind: 'author-date' };
        this.#doubt({
          found: { ...found, items: authors, kind: 'author-date' },
          authors: 1,
          reason: 'a name and a year',
        });
        return this.#doubt({ found, outlets: 0, reason: 'a name and a year' });
      }
      if (items.some((item) => item.sureness === 'cue' && !item.outlet?.includes('.'))) {
        // "(World Health Organization, 2020)" may be either; it is what the article has elsewhere.
        if (!authors) return this.#doubt({ found, outlets: 1, reason: 'a name and a year' });
        this.#doubt({
          found: { ...found, items: authors, kind: 'author-date' },
          authors: 1,
          alike: 4,
          reason: 'a name and a year',
        });
        return this.#doubt({ found, outlets: 2, reason: 'a name and a year' });
      }
    }
    if (plain.length === 0 || (plain.length < items.length && lost.length === 0)) {
      if (
        lowest === 2 &&
        this.#article.isSoftware() &&
        items.length === 1 &&
        items[0]?.sureness !== 'lost' &&
        !items[0]?.outlet?.includes(' ')
      ) {
        return this.#doubt({ found, outlets: 3, reason: 'a name and a month' });
      }
      return found;
    }
    if (lowest < 2) return 'no';
    // "(Brent, November)": a month alone says too little.
    if (plain.some((item) => precisionOf(item) === 2 && item.date?.from.year === undefined))
      return undefined;
    // "(Bakhmut, May 4)" in an article that tells of fighting near Bakhmut.
    if (plain.some(({ outlet }) => this.#article.places().has(nameKey(outlet ?? ''))))
      return undefined;
    if (lowest === 3 && this.#around.isOneLink(found)) return found;
    // "(June 25, House Armed Services)" names what met on that day, unless the article writes so again.
    if (plain.length === items.length && items.some((item) => item.dateFirst))
      return this.#doubt({ found, alike: 2, datesFirst: 1, reason: 'a date and a name' });
    const signalled = items[0]?.signal !== undefined;
    const known = plain.length < items.length;
    if (known || (signalled && lowest === 3)) return found;
    if (items.some((item) => item.title !== undefined)) return found;
    // "(Jane Doe, May 4)": the date is rather of something that she did.
    if (plain.some((item) => item.person))
      return this.#doubt({ found, reason: 'the name of a person and a date' });
    if (this.#around.afterCapital(found.start) && !final)
      return this.#doubt({ found, outlets: 5, reason: 'a name and a date' });
    if (lowest === 2)
      return this.#doubt({ found, outlets: final ? 2 : 4, reason: 'a name and a month' });
    return this.#doubt({
      found,
      outlets: final ? 1 : 3,
      ...(final ? { alike: 2 } : {}),
      reason: 'a name and a date',
    });
  }

  authors(found: Found, items: AuthorItem[]): Found | undefined {
    if (this.#around.isCredit(found)) return undefined;
    if (items.some((item) => item.title !== undefined)) return this.#weighTitles(found, items);
    const other = items.some((item) => this.isOtherThing(item));
    if (other && this.#citesHouses(items)) return found;
    if (
      items.some((item) => item.strong) &&
      (!other || items.every((item) => / al\.?$/.test(item.authorText ?? '')))
    )
      return found;
    if (other) return undefined;
    if (this.#around.followsTitle(found.start))
      return this.#doubt({ found, authors: 3, reason: 'a name and a year' });
    if (this.#around.afterCapital(found.start))
      return this.#doubt({ found, authors: 2, reason: 'a name and a year' });
    if (items.length > 1) return found;
    // "(Smith 2019)": nobody leaves the comma out elsewhere.
    const bare = !this.#around.text.slice(found.start, found.end).includes(',');
    const final = this.#around.isFinal(found.end);
    const others =
      bare && final && /^\S+$/.test(items[0]?.authorText ?? '')
        ? { outlets: 2, alike: 1 }
        : { alike: final ? 3 : 4 };
    return this.#doubt({
      found,
      authors: 1,
      ...others,
      reason: bare ? 'a name and a year without a comma' : 'a name and a year',
    });
  }

  /** "(Smith, “Grain,” 2020)"; where the article is about songs and paintings, "(Doe, “Rivers,” 1990)" is one. */
  #weighTitles(found: Found, items: AuthorItem[]): Found | undefined {
    const alone = items.length === 1 && items[0]?.locator === undefined;
    const aside = this.#around.followsTitle(found.start) || this.#around.afterCapital(found.start);
    if (!alone || (this.#around.isFinal(found.end) && !aside && !this.#article.isArts()))
      return found;
    return this.#doubt({ found, authors: 2, reason: 'a name, a title and a year' });
  }

  narrative(bracket: Bracket, narrative: Narrative): Found | undefined {
    const { items, strong, verb, single, start, other } = narrative;
    const tied = items.filter((item) => this.tie(item)).length === items.length;
    const found: Found = {
      start: bracket.start,
      end: bracket.end,
      kind: 'author-date',
      items,
      remove: { start: bracket.start, end: bracket.end },
    };
    if (!tied && (other || this.#around.overlapsEmphasis(start, bracket.start))) return undefined;
    const others = / (?:al\.?|colleagues|others|co-?(?:workers|authors))$/.test(
      items[0]?.authorText ?? '',
    );
    if (tied || others || (strong && single && verb)) return found;
    // "Smith [2019]" may be an editor’s word.
    if (bracket.kind === 'square')
      return this.#doubt({ found, authors: 1, reason: 'a name and a year in square brackets' });
    if (strong) return this.#doubt({ found, authors: single ? 1 : 2, reason: 'names and a year' });
    if (verb)
      return this.#doubt({
        found,
        authors: 1,
        ...(single ? { alike: 2 } : {}),
        reason: 'a name and a year',
      });
    return this.#doubt({ found, authors: single ? 2 : 4, reason: 'a name and a year' });
  }

  /** Whether a name is that of a place, an event, an outlet…, and no author's. */
  isOtherThing(item: AuthorItem): boolean {
    const name = item.authorText ?? '';
    if (isPlace(name) || judgeName(name, this.#article.table).sureness === 'known') return true;
    const words = name.split(' ');
    return words.some((word, index) => {
      if (/^\p{Lu}\.$/u.test(word)) return false;
      const key = wordKey(word);
      // "World Weather Attribution"
      if (key === 'world' && index === 0 && words.length > 2) return false;
      if (alsoSurnames.has(key) && /^\p{Lu}\p{Ll}/u.test(word) && !name.includes(' of '))
        return false;
      return (
        otherThings.has(key) ||
        calendarWords.has(key) ||
        (notAuthors.has(key) && /^\p{Lu}/u.test(word))
      );
    });
  }

  /** "(World Bank 2020a, 2020b)", "(IPCC, 2021; World Weather Attribution, 2022)": institutes and offices among authors. */
  #citesHouses(items: readonly AuthorItem[]): boolean {
    if (!items.some((item) => item.strong)) return false;
    const lettered = items.some(({ date }) => date?.suffix !== undefined);
    return items.every((item) => {
      if (!this.isOtherThing(item)) return true;
      const { sureness, outlet } = judgeName(item.authorText ?? '', this.#article.table);
      return sureness === 'known' && (lettered || isHouse(outlet?.kind));
    });
  }

  #doubt(doubt: Doubt): undefined {
    if (!this.#around.isMarked(doubt.found)) this.#doubts.push(doubt);
    return undefined;
  }
}

/** "Bank, 2020", but not the comma of "2020a, 2020b". */
const yearBehindComma = /(?<!\d)\p{L},\s*(?:1[5-9]|20)\d\d/u;

/** What publishes reports of its own, and is cited as their author. */
function isHouse(kind: string | undefined): boolean {
  return kind === 'think-tank' || kind === 'government';
}

/** 3 a day, 2 a month, 1 a year, 0 nothing. */
function precisionOf({ date }: SourceItem): number {
  if (!date) return 3;
  if (date.from.day !== undefined) return 3;
  if (date.from.month !== undefined || date.from.season !== undefined) return 2;
  return 1;
}
