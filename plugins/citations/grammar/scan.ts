/** Finds the citations of one block, and weighs what could be one. */
import type { Link } from 'mdast';
import type { Span, TextView } from '../../../src/text/index.ts';
import type { ArticleEvidence } from '../evidence.ts';
import type { Found, SourceItem, Suggestion } from '../model.ts';
import { nameKey } from '../outlets.ts';
import { firstEndingAfter, overlapsAny, type Range } from '../ranges.ts';
import { scanAddresses, isOnlyAddresses, addressOf, isItsAddress } from './addresses.ts';
import { readAuthorGroup, type AuthorItem } from './author-date.ts';
import { matchBrackets, type Bracket } from './brackets.ts';
import { clean, toSegments, type Segment } from './fields.ts';
import { scanLegal } from './legal.ts';
import { judgeName, wordKey } from './names.ts';
import { readNarrative } from './narrative.ts';
import { bracketMark, superscriptMarks } from './numeric.ts';
import { readOutletGroup, type OutletItem } from './outlet-date.ts';
import { isPlace } from './places.ts';
import { findSourceLine } from './source-line.ts';
import { tokenise } from './tokens.ts';
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

export interface BlockScan {
  sure: Found[];
  doubts: Doubt[];
  suggestions: Suggestion[];
  /** Brackets that hold nothing any more. */
  empty: { start: number; end: number }[];
  /** Opening brackets that are never closed. */
  unclosed: number[];
}

/** No citation is longer. */
const longestGroup = 1500;

export function scanBlock(view: TextView, article: ArticleEvidence, list: boolean): BlockScan {
  return new BlockScanner(view, article).scan(list);
}

class BlockScanner {
  readonly #view: TextView;
  readonly #text: string;
  readonly #article: ArticleEvidence;
  readonly #result: BlockScan = { sure: [], doubts: [], suggestions: [], empty: [], unclosed: [] };
  readonly #emphasis: { start: number; end: number }[];
  readonly #code: { start: number; end: number }[];
  readonly #marks: Set<number>;
  readonly #links: readonly Span<Link>[];

  constructor(view: TextView, article: ArticleEvidence) {
    this.#view = view;
    this.#text = view.text;
    this.#article = article;
    this.#emphasis = outermost(view.spans('emphasis'));
    this.#links = view.spans('link');
    this.#code = view.spans('inlineCode').map(({ start, end }) => ({ start, end }));
    this.#marks = new Set(view.spans('footnoteReference').map(({ start }) => start));
  }

  scan(list: boolean): BlockScan {
    const text = this.#text;
    const { kinds } = this.#article.settings;
    const brackets = matchBrackets(text);
    this.#result.unclosed = brackets.unclosed;
    const legal = kinds.legal ? scanLegal(text) : [];
    const addresses = kinds.url ? scanAddresses(this.#view) : [];
    const line = findSourceLine(text, this.#article, (start, end) =>
      this.#isEmphasised(start, end),
    );
    const candidates: Found[] = [];

    let done = 0;
    for (const bracket of brackets.pairs) {
      if (bracket.start < done || (line && bracket.start >= line.start)) continue;
      if (this.#inCode(bracket) || bracket.end - bracket.start > longestGroup) continue;
      const found = this.#bracket(bracket, legal);
      if (!found) continue;
      candidates.push(found);
      done = bracket.end;
    }
    if (kinds.numeric) candidates.push(...superscriptMarks(text, this.#article.entries.numbers));
    if (line) candidates.push(line);
    this.#linksAsNotes(candidates);
    candidates.sort((a, b) => a.start - b.start || b.end - a.end);
    // What stands inside a bracket that is a citation belongs to it.
    const taken = [...candidates, ...this.#result.doubts.map((doubt) => doubt.found)].sort(
      (a, b) => a.start - b.start,
    );
    for (const found of legal) {
      if (!overlapsAny(taken, found) && !this.#inCode(found)) candidates.push(found);
    }
    const onlyAddresses = isOnlyAddresses(text, addresses) && (list || addresses.length > 1);
    for (const found of addresses) {
      if (overlapsAny(taken, found) || this.#inCode(found)) continue;
      candidates.push(onlyAddresses ? { ...found, stays: 'url-list' } : this.#placeAddress(found));
    }
    candidates.sort((a, b) => a.start - b.start || b.end - a.end);
    let end = 0;
    for (const found of candidates) {
      if (found.start < end) continue;
      if (this.#isMarked(found)) continue;
      this.#result.sure.push(found);
      end = found.end;
    }
    this.#suggest();
    return this.#result;
  }

  /** What a pair of brackets holds. Doubtful citations go to the doubts. */
  #bracket(bracket: Bracket, legal: readonly Found[]): Found | undefined {
    const text = this.#text;
    const { kinds, table, entries } = this.#article;
    const from = bracket.start + 1;
    const to = bracket.end - 1;
    if (bracket.kind === 'square') {
      const mark = bracketMark(text, bracket, entries.numbers);
      if (mark) return kinds.numeric ? mark : undefined;
    }
    const inside = text.slice(from, to);
    if (!/[\p{L}\p{N}]/u.test(inside)) {
      if (
        bracket.kind === 'round' &&
        inside.length < 20 &&
        !/[\p{L}\p{N}_]$/u.test(text.slice(0, bracket.start).slice(-1))
      ) {
        if (!/[^\s,;:.–—-]/.test(inside))
          this.#result.empty.push({ start: bracket.start, end: bracket.end });
      }
      return undefined;
    }
    const whole = (items: SourceItem[], kind: Found['kind']): Found => ({
      start: bracket.start,
      end: bracket.end,
      kind,
      items,
      remove: { start: bracket.start, end: bracket.end },
    });
    const law = legal.filter((each) => each.start >= from && each.end <= to);
    if (law.length > 0) {
      const found = this.#legalGroup(from, to, law);
      return found && whole(found, 'legal');
    }
    // A list marker, "(a)", and a plural, "(s)", glued to a word.
    if (inside.length < 2) return undefined;
    const tokens = tokenise(text, from, to, this.#article.dayMonth);
    if (tokens.length === 0 || tokens.length > 200) return undefined;
    const segments = toSegments(text, tokens);

    const address = kinds.url ? addressGroup(segments) : undefined;
    if (address) return whole(address, 'url');
    if (!tokens.some((token) => token.type === 'date')) return undefined;

    if (kinds['author-date']) {
      const narrative = readNarrative(text, bracket.start, bracket.end, segments);
      if (narrative && (bracket.kind === 'round' || entries.hasAuthors || narrative.verb)) {
        const found = this.#narrative(bracket, narrative);
        if (found || tokens[0]?.type === 'date') return found;
      }
    }
    const authors = kinds['author-date'] ? readAuthorGroup(segments) : undefined;
    if (authors && authors.filter((item) => this.#tie(item)).length === authors.length)
      return whole(authors, 'author-date');
    if (authors?.every((item) => item.title !== undefined && this.#isAuthor(item)))
      return this.#weighAuthors(whole(authors, 'author-date'), authors);
    const personal = kinds.other ? personalGroup(segments) : undefined;
    if (personal) return whole(personal, 'other');
    const outlets = kinds['outlet-date']
      ? readOutletGroup(segments, table, (start, end) => this.#isEmphasised(start, end))
      : undefined;
    if (outlets) {
      this.#addLinks(outlets);
      const found = this.#weighOutlets(whole(outlets, 'outlet-date'), outlets, authors);
      if (found !== 'no') return found;
    }
    if (authors) return this.#weighAuthors(whole(authors, 'author-date'), authors);
    if (kinds['author-date'] && kinds['outlet-date'] && segments.length > 1) {
      const mixed = this.#mixedGroup(segments);
      if (mixed) return whole(mixed, mixed[0]?.kind ?? 'other');
    }
    return undefined;
  }

  #tie(item: SourceItem): boolean {
    const entry = this.#article.entries.byAuthor(item);
    if (entry) item.entry = entry;
    return entry !== undefined;
  }

  /** Whether what stands before a title is who wrote it, and no outlet. */
  #isAuthor({ authorText, authors, strong }: AuthorItem): boolean {
    const name = authorText ?? '';
    const known = [name, ...name.split(/,? (?:and|&) |, /)];
    return (
      !known.some((each) => judgeName(each, this.#article.table).sureness !== 'plain') &&
      (strong || beginsWithGivenName(name) || authors?.[0]?.given !== undefined)
    );
  }

  /** Each source read in whichever way it can be. */
  #mixedGroup(segments: readonly Segment[]): SourceItem[] | undefined {
    const items: SourceItem[] = [];
    for (const segment of segments) {
      const authors = readAuthorGroup([segment]);
      if (
        authors &&
        (authors.every((item) => this.#tie(item)) || authors.every((item) => item.strong))
      ) {
        items.push(...authors);
        continue;
      }
      const outlets = readOutletGroup([segment], this.#article.table, (start, end) =>
        this.#isEmphasised(start, end),
      );
      if (!outlets || outlets.some((item) => item.sureness === 'plain')) return undefined;
      items.push(...outlets);
    }
    return items;
  }

  /** The rule that settles whether sources by outlet count; "no" where they are rather something else. */
  #weighOutlets(
    found: Found,
    items: OutletItem[],
    authors: AuthorItem[] | undefined,
  ): Found | undefined | 'no' {
    const lowest = Math.min(...items.map(precisionOf));
    const plain = items.filter((item) => item.sureness === 'plain');
    const lost = items.filter((item) => item.sureness === 'lost');
    const final = this.#isFinal(found.end);
    if (this.#isCredit(found)) return undefined;
    if (lost.some((item) => precisionOf(item) < 2 && item.date?.from.year === undefined))
      return undefined;
    // "(2016–2019, BBC)", "*Sherlock* (BBC, 2010)": a programme, and when it ran.
    if (lowest === 1 && items.length - lost.length > 0) {
      if (this.#followsTitle(found.start)) return undefined;
      if (items.some((item) => item.sureness === 'plain')) return 'no';
      // "(World Bank, 2019)": an institute or an office cites as an author where the article cites authors.
      if (
        authors &&
        items.every((item) => /^(?:think-tank|government)$/.test(item.known?.kind ?? ''))
      ) {
        // "(WHO 2019)": without a comma it is an author wherever it stands.
        if (!this.#text.slice(found.start, found.end).includes(','))
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
        this.#article.isSoftware &&
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
    if (plain.some(({ outlet }) => this.#article.places.has(nameKey(outlet ?? ''))))
      return undefined;
    if (lowest === 3 && this.#isOneLink(found)) return found;
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
    if (this.#afterCapital(found.start) && !final)
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

  #weighAuthors(found: Found, items: AuthorItem[]): Found | undefined {
    if (this.#isCredit(found)) return undefined;
    if (items.some((item) => item.title !== undefined)) return this.#weighTitles(found, items);
    const other = items.some((item) => this.#isOtherThing(item));
    if (
      items.some((item) => item.strong) &&
      (!other || items.every((item) => / al\.?$/.test(item.authorText ?? '')))
    )
      return found;
    if (other) return undefined;
    if (this.#followsTitle(found.start))
      return this.#doubt({ found, authors: 3, reason: 'a name and a year' });
    if (this.#afterCapital(found.start))
      return this.#doubt({ found, authors: 2, reason: 'a name and a year' });
    if (items.length > 1) return found;
    // "(Smith 2019)": nobody leaves the comma out elsewhere.
    const bare = !this.#text.slice(found.start, found.end).includes(',');
    const final = this.#isFinal(found.end);
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
    const aside = this.#followsTitle(found.start) || this.#afterCapital(found.start);
    if (!alone || (this.#isFinal(found.end) && !aside && !this.#article.isArts)) return found;
    return this.#doubt({ found, authors: 2, reason: 'a name, a title and a year' });
  }

  /** "([Diário do Vale, 4 May 1909](https://…))": the link says that it is a source. */
  #isOneLink({ start, end }: Found): boolean {
    const link = this.#links[firstEndingAfter(this.#links, start + 1)];
    return (
      link !== undefined &&
      /^https?:/.test(link.node.url) &&
      link.start === start + 1 &&
      link.end === end - 1
    );
  }

  #narrative(
    bracket: Bracket,
    narrative: NonNullable<ReturnType<typeof readNarrative>>,
  ): Found | undefined {
    const { items, strong, verb, single, start, other } = narrative;
    const tied = items.filter((item) => this.#tie(item)).length === items.length;
    const found: Found = {
      start: bracket.start,
      end: bracket.end,
      kind: 'author-date',
      items,
      remove: { start: bracket.start, end: bracket.end },
    };
    if (!tied && (other || this.#overlapsEmphasis(start, bracket.start))) return undefined;
    const others = / (?:al\.?|colleagues|others|co-?(?:workers|authors))$/.test(items[0]?.authorText ?? '');
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

  #doubt(doubt: Doubt): undefined {
    if (!this.#isMarked(doubt.found)) this.#result.doubts.push(doubt);
    return undefined;
  }

  #legalGroup(from: number, to: number, law: readonly Found[]): SourceItem[] | undefined {
    let rest = this.#text.slice(from, to);
    for (const each of law.toReversed())
      rest = rest.slice(0, each.start - from) + rest.slice(each.end - from);
    const signal = clean(rest).replace(/[;,.\s]+$/, '');
    if (
      signal !== '' &&
      !/^(?:see|see also|cf\.?|citing|quoting|e\.g\.|under|pursuant to|discussing|and|;|,|\s)*$/i.test(
        signal,
      )
    )
      return undefined;
    const items = law.flatMap((each) => each.items);
    if (signal !== '' && items[0] && /^\p{L}/u.test(signal))
      items[0].signal = signal.replace(/[;,\s]+.*$/, '');
    return items;
  }

  /** "([The Diplomat](https://…), October 11)": the link belongs to the source. */
  #addLinks(items: SourceItem[]): void {
    for (const item of items) {
      if (item.url !== undefined) continue;
      const link = this.#links[firstEndingAfter(this.#links, item.start)];
      if (!link || link.start >= item.end || link.node.url.startsWith('#')) continue;
      Object.assign(item, addressOf(link.node.url));
    }
  }

  /** Links with text of their own, where they are to become notes; links around a numeric mark. */
  #linksAsNotes(candidates: Found[]): void {
    if (this.#article.settings.links !== 'footnote' || !this.#article.settings.kinds.url) return;
    const taken = [...candidates].sort((a, b) => a.start - b.start);
    for (const { node, start, end } of this.#links) {
      const text = this.#text.slice(start, end);
      if (start === end || !/^https?:/.test(node.url) || isItsAddress(node, text)) continue;
      const item: SourceItem = { kind: 'url', start, end, ...addressOf(node.url) };
      const found: Found = { start, end, kind: 'url', items: [item], remove: { start: end, end } };
      if (!overlapsAny(taken, found)) candidates.push(found);
    }
  }

  /** A bare address: at the end of its sentence, with nothing that needs it, it leaves the text; elsewhere it stays. */
  #placeAddress(found: Found): Found {
    const text = this.#text;
    const before = text.slice(Math.max(0, found.start - 40), found.start).trimEnd();
    const word = /(\S+)$/.exec(before)?.[1] ?? '';
    const detached =
      /[.!?”"’)\]]$/.test(word) &&
      /^(?:\s*$|[.]?\s*$|\s+\p{Lu})/u.test(text.slice(found.end, found.end + 4));
    if (!detached) return found;
    const end =
      text[found.end] === '.' && /^\.(?:\s|$)/.test(text.slice(found.end, found.end + 2))
        ? found.end + 1
        : found.end;
    return { ...found, remove: { start: found.start, end } };
  }

  /** "Reporting by …", "Photo: …" and the dateline's agency. */
  #isCredit(found: Found): boolean {
    const before = this.#text.slice(Math.max(0, found.start - 30), found.start);
    const opens = this.#text.slice(found.start + 1, found.start + 30).toLowerCase();
    if (
      /^\s*(?:photos?|photograph|image|picture|credit|illustration|graphic|courtesy|file|reporting|editing|writing|additional|pictured|map|chart|getty)\b/.test(
        opens,
      )
    )
      return true;
    if (/\b(?:photo|image|credit|caption)s?:?\s*$/i.test(before)) return true;
    const after = this.#text.slice(found.end, found.end + 4);
    return (
      found.start < 80 &&
      /^\s(?:—|–|--|-\s)/.test(after) &&
      /^[\p{Lu}\s,.]+$/u.test(this.#text.slice(0, found.start))
    );
  }

  #isOtherThing(item: AuthorItem): boolean {
    const name = item.authorText ?? '';
    if (isPlace(name) || judgeName(name, this.#article.table).sureness === 'known') return true;
    return name.split(' ').some((word) => {
      if (/^\p{Lu}\.$/u.test(word)) return false;
      const key = wordKey(word);
      if (alsoSurnames.has(key) && /^\p{Lu}\p{Ll}/u.test(word) && !name.includes(' of '))
        return false;
      return (
        otherThings.has(key) ||
        calendarWords.has(key) ||
        (notAuthors.has(key) && /^\p{Lu}/u.test(word))
      );
    });
  }

  /** Whether the sentence or the clause ends here, or another bracket follows. */
  #isFinal(end: number): boolean {
    return /^[\s”’"')\]]*(?:$|[.,;:!?…—–([])/u.test(this.#text.slice(end, end + 6));
  }

  /** Whether a title in italics or in quotation marks stands right before. */
  #followsTitle(start: number): boolean {
    const end = this.#text.slice(0, start).trimEnd().length;
    if (end > 0 && this.#emphasis[firstEndingAfter(this.#emphasis, end - 1)]?.end === end)
      return true;
    const last = this.#text[end - 1];
    if (last !== '”' && last !== '"' && last !== '’' && last !== '»') return false;
    const quoted = /[“"‘«]([^“”"«»]{2,60})[”"’»]$/.exec(
      this.#text.slice(Math.max(0, end - 64), end),
    );
    // A quotation is a sentence or the end of one; a title has capitals.
    if (!quoted) return false;
    const words = (quoted[1] as string).split(/\s+/);
    const capitals = words.filter((word) => /^[\p{Lu}\d]/u.test(word)).length;
    return capitals * 2 >= words.length;
  }

  #afterCapital(start: number): boolean {
    const before = this.#text.slice(Math.max(0, start - 40), start).trimEnd();
    return /(?<![.!?]\s)(?:^|\s)\p{Lu}[\p{L}’'-]*$/u.test(before);
  }

  /** Whether a footnote mark stands right behind: then it has its note already. */
  #isMarked(found: Found): boolean {
    if (found.stays === 'url-list') return false;
    if (
      found.remove.start < found.remove.end &&
      found.remove.end === found.end &&
      found.remove.start === found.start
    )
      return false;
    let at = found.end;
    for (let guard = 0; guard < 4; guard++) {
      if (this.#marks.has(at)) return true;
      if (!/[.,;:!?”’"']/.test(this.#text[at] ?? ' ')) return false;
      at++;
    }
    return false;
  }

  #isEmphasised(start: number, end: number): boolean {
    const around = this.#emphasis[firstEndingAfter(this.#emphasis, start)];
    return around !== undefined && around.start <= start && around.end >= end;
  }

  #overlapsEmphasis(start: number, end: number): boolean {
    return overlapsAny(this.#emphasis, { start, end });
  }

  #inCode(range: { start: number; end: number }): boolean {
    return overlapsAny(this.#code, range);
  }

  /** What is only likely: an outlet alone, a date alone behind an outlet. */
  #suggest(): void {
    const { table, settings } = this.#article;
    if (!settings.kinds['outlet-date']) return;
    const taken = [...this.#result.sure, ...this.#result.doubts.map((doubt) => doubt.found)].sort(
      (a, b) => a.start - b.start,
    );
    for (const bracket of matchBrackets(this.#text).pairs) {
      const length = bracket.end - bracket.start;
      if (length < 4 || length > 80 || overlapsAny(taken, bracket) || this.#inCode(bracket))
        continue;
      const inside = clean(this.#text.slice(bracket.start + 1, bracket.end - 1));
      const found = { start: bracket.start, end: bracket.end };
      if (table.find(inside) && /\p{Lu}/u.test(inside)) {
        const dash = /^\s*(?:—|–|--|-\s)/.test(this.#text.slice(bracket.end, bracket.end + 4));
        if (!dash && !this.#isAcronymOf(bracket.start, inside))
          this.#result.suggestions.push({ ...found, reason: 'an outlet without a date' });
        continue;
      }
      const tokens = tokenise(
        this.#text,
        bracket.start + 1,
        bracket.end - 1,
        this.#article.dayMonth,
      );
      const date = tokens.length === 1 ? tokens[0]?.date : undefined;
      if (date && date.dates[0].day !== undefined && this.#namesOutletBefore(bracket.start)) {
        this.#result.suggestions.push({ ...found, reason: 'a date behind the name of an outlet' });
      } else if (tokens.length === 3 && tokens[2]?.date && table.find(tokens[0]?.value ?? '')) {
        this.#result.suggestions.push({ ...found, reason: 'the name of an outlet in lower case' });
      }
    }
  }

  /** "British Broadcasting Corporation (BBC)" explains an acronym. */
  #isAcronymOf(start: number, acronym: string): boolean {
    const words = this.#text
      .slice(Math.max(0, start - 120), start)
      .trim()
      .split(/\s+/);
    const letters = words
      .map((word) => word[0] ?? '')
      .join('')
      .toUpperCase();
    return letters.endsWith(acronym.toUpperCase());
  }

  #namesOutletBefore(start: number): boolean {
    const words = this.#text
      .slice(Math.max(0, start - 60), start)
      .trim()
      .split(/\s+/)
      .slice(-5);
    for (let from = 0; from < words.length; from++) {
      for (let to = from + 1; to <= Math.min(words.length, from + 4); to++) {
        const name = words.slice(from, to).join(' ').replace(/[,.]$/, '');
        if (/^\p{Lu}/u.test(name) && this.#article.table.find(name)) return true;
      }
    }
    return false;
  }
}

/** 3 a day, 2 a month, 1 a year, 0 nothing. */
function precisionOf({ date }: SourceItem): number {
  if (!date) return 3;
  if (date.from.day !== undefined) return 3;
  if (date.from.month !== undefined || date.from.season !== undefined) return 2;
  return 1;
}

/** Addresses and nothing else: "(https://…)", "(see https://…; https://…)", "(https://…, accessed May 3, 2020)". */
function addressGroup(segments: readonly Segment[]): SourceItem[] | undefined {
  const items: SourceItem[] = [];
  for (const { fields, signal } of segments) {
    for (const field of fields) {
      const last = items.at(-1);
      if (field.type === 'url') {
        items.push({
          kind: 'url',
          start: field.start,
          end: field.end,
          ...addressOf(field.url),
          ...(signal === undefined || items.length > 0 ? {} : { signal }),
        });
      } else if (field.type === 'date' && last && field.date) {
        last.accessed = field.date.dates[0];
      } else if (field.type === 'remark' && last) {
        (last.remarks ??= []).push(field.text);
      } else if (field.type !== 'empty') {
        return undefined;
      }
    }
  }
  return items.length > 0 ? items : undefined;
}

const personalWords =
  /^(?:.{0,60}[,\s])?(?:personal (?:communication|interview|correspondence)|pers\. comm\.|(?:author|writer|reporter)(?:[’']s)? (?:interview|correspondence)s?|interviews? (?:with|by) (?:the )?author)(?: with .{1,60})?$/i;

/** "J. Smith, personal communication, May 5, 2020", "author’s interview, Kyiv, May 5" */
function personalGroup(segments: readonly Segment[]): SourceItem[] | undefined {
  if (segments.length !== 1) return undefined;
  const { fields, signal } = segments[0] as Segment;
  const date = fields.at(-1);
  if (date?.type !== 'date' || !date.date) return undefined;
  const words = fields.slice(0, -1);
  if (words.length === 0 || words.length > 4 || !words.every((field) => field.type === 'name'))
    return undefined;
  const texts = words.map((field) => (field as { text: string }).text);
  if (!texts.some((text) => personalWords.test(text))) return undefined;
  const [first] = date.date.dates;
  const start = (words[0] as { start: number }).start;
  return [
    {
      kind: 'other',
      start,
      end: date.end,
      title: texts.join(', '),
      ...(signal === undefined ? {} : { signal }),
      date: {
        from: first,
        form: date.date.form,
        ambiguous: date.date.ambiguous,
        year: first.year === undefined ? 'unknown' : 'stated',
      },
    },
  ];
}

/** Nodes of a kind may stand in each other: the outer ones. */
function outermost(spans: readonly Range[]): Range[] {
  const result: Range[] = [];
  for (const { start, end } of spans)
    if (start >= (result.at(-1)?.end ?? 0)) result.push({ start, end });
  return result;
}
