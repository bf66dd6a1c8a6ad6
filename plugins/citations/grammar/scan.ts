/** Finds the citations of one block. */
import { firstEndingAfter, hasWord } from '../../../src/text/index.ts';
import type { TextView } from '../../../src/text/index.ts';
import { putInOrder } from '../../../src/text/ranges.ts';
import type { ArticleEvidence } from '../evidence.ts';
import type { Found, SourceItem, Suggestion } from '../model.ts';
import { overlapsAny } from '../ranges.ts';
import {
  addressOf,
  isOnlyAddresses,
  linksAsNotes,
  placeAddress,
  scanAddresses,
} from './addresses.ts';
import { readAuthorGroup } from './author-date.ts';
import { matchBrackets, type Bracket } from './brackets.ts';
import type { Segment } from './field.ts';
import { toSegments } from './fields.ts';
import { addressGroup, legalGroup, personalGroup } from './groups.ts';
import { scanLegal } from './legal.ts';
import { readNarrative } from './narrative.ts';
import { bracketMark, superscriptMarks } from './numeric.ts';
import { readOutletGroup } from './outlet-date.ts';
import { printedGroup, printedSource } from './printed.ts';
import { findSourceLine } from './source-line.ts';
import { suggestions } from './suggest.ts';
import { Surroundings } from './surroundings.ts';
import { tokenise } from './tokens.ts';
import { Weigher, type Doubt } from './weigh.ts';

export interface BlockScan {
  sure: Found[];
  doubts: Doubt[];
  suggestions: Suggestion[];
  /** Citations that have their note already, in order. */
  marked: { start: number; end: number }[];
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

const byStart = (a: Found, b: Found): number => a.start - b.start || b.end - a.end;

class BlockScanner {
  readonly #view: TextView;
  readonly #text: string;
  readonly #article: ArticleEvidence;
  readonly #result: BlockScan = {
    sure: [],
    doubts: [],
    suggestions: [],
    marked: [],
    empty: [],
    unclosed: [],
  };
  readonly #around: Surroundings;
  readonly #weigh: Weigher;

  constructor(view: TextView, article: ArticleEvidence) {
    this.#view = view;
    this.#text = view.text;
    this.#article = article;
    this.#around = new Surroundings(view);
    this.#weigh = new Weigher(this.#around, article, this.#result.doubts);
  }

  scan(list: boolean): BlockScan {
    const text = this.#text;
    const { kinds } = this.#article.settings;
    const brackets = matchBrackets(text);
    this.#result.unclosed = brackets.unclosed;
    const legal = kinds.legal ? scanLegal(text) : [];
    const addresses = kinds.url ? scanAddresses(this.#view) : [];
    const line = findSourceLine(text, this.#article, (start, end) =>
      this.#around.isEmphasised(start, end),
    );
    const candidates: Found[] = [];

    let done = 0;
    for (const bracket of brackets.pairs) {
      if (bracket.start < done || (line && bracket.start >= line.start)) continue;
      if (this.#around.inCode(bracket) || bracket.end - bracket.start > longestGroup) continue;
      const found = this.#bracket(bracket, legal);
      if (!found) continue;
      candidates.push(found);
      done = bracket.end;
    }
    if (kinds.numeric) {
      for (const mark of superscriptMarks(text, this.#article.entries.numbers))
        candidates.push(mark);
    }
    if (line) candidates.push(line);
    putInOrder(candidates, byStart);
    if (kinds.url && this.#article.settings.links === 'footnote') {
      for (const link of linksAsNotes(text, this.#around.links, candidates)) candidates.push(link);
    }
    // What stands inside a bracket that is a citation belongs to it.
    const taken = this.#taken(candidates);
    for (const found of legal) {
      if (!overlapsAny(taken, found) && !this.#around.inCode(found)) candidates.push(found);
    }
    const onlyAddresses = isOnlyAddresses(text, addresses) && (list || addresses.length > 1);
    for (const found of addresses) {
      if (overlapsAny(taken, found) || this.#around.inCode(found)) continue;
      candidates.push(onlyAddresses ? { ...found, stays: 'url-list' } : placeAddress(text, found));
    }
    putInOrder(candidates, byStart);
    let end = 0;
    for (const found of candidates) {
      if (found.start < end) continue;
      if (this.#around.isDivided(found)) continue;
      if (this.#around.isMarked(found)) {
        this.#result.marked.push({ start: found.start, end: found.end });
        continue;
      }
      this.#result.sure.push(found);
      end = found.end;
    }
    if (kinds['outlet-date'])
      this.#result.suggestions.push(
        ...suggestions(brackets.pairs, this.#around, this.#article, this.#taken(this.#result.sure)),
      );
    return this.#result;
  }

  /** Citations, and those that are in doubt, in order. */
  #taken(candidates: readonly Found[]): Found[] {
    const taken = [...candidates];
    for (const { found } of this.#result.doubts) taken.push(found);
    return putInOrder(taken, (a, b) => a.start - b.start);
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
    if (!hasWord(text, from, to)) {
      if (
        bracket.kind === 'round' &&
        inside.length < 20 &&
        !/[\p{L}\p{N}_]/u.test(text.charAt(bracket.start - 1))
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
    const law = within(legal, from, to);
    if (law.length > 0) {
      const found = legalGroup(text, from, to, law);
      return found && whole(found, found.some((item) => item.legal) ? 'legal' : 'other');
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
        const found = this.#weigh.narrative(bracket, narrative);
        if (found || tokens[0]?.type === 'date') return found;
      }
    }
    const imprint = isImprint(inside);
    const authors = kinds['author-date'] && !imprint ? readAuthorGroup(segments) : undefined;
    if (authors && authors.filter((item) => this.#weigh.tie(item)).length === authors.length)
      return whole(authors, 'author-date');
    if (authors?.every((item) => item.title !== undefined && this.#weigh.isAuthor(item)))
      return this.#weigh.authors(whole(authors, 'author-date'), authors);
    const personal = kinds.other ? personalGroup(segments) : undefined;
    if (personal) return whole(personal, 'other');
    const outlets = kinds['outlet-date']
      ? readOutletGroup(segments, table, (start, end) => this.#around.isEmphasised(start, end))
      : undefined;
    if (outlets) {
      this.#addLinks(outlets);
      const found = this.#weigh.outlets(whole(outlets, 'outlet-date'), outlets, authors);
      if (found !== 'no') return found;
    }
    if (authors) return this.#weigh.authors(whole(authors, 'author-date'), authors);
    if (kinds['author-date'] && kinds['outlet-date'] && segments.length > 1) {
      const mixed = this.#mixedGroup(segments);
      if (mixed) return whole(mixed, mixed[0]?.kind ?? 'other');
    }
    if (kinds.other && !authors && !outlets && !imprint) {
      const printed = printedGroup(text, from, to, segments);
      if (printed) return whole(printed, 'other');
    }
    if (kinds['outlet-date'] && !authors && !outlets) this.#suggestNamed(bracket, segments);
    return undefined;
  }

  /** Each source read in whichever way it can be; what can't be read is kept in its words beside one that is beyond doubt. */
  #mixedGroup(segments: readonly Segment[]): SourceItem[] | undefined {
    const items: SourceItem[] = [];
    let sure = false;
    let unread = false;
    for (const segment of segments) {
      const authors = readAuthorGroup([segment]);
      const tied = authors?.every((item) => this.#weigh.tie(item)) ?? false;
      if (authors && (tied || authors.every((item) => item.strong))) {
        items.push(...authors);
        sure = true;
        continue;
      }
      const outlets = readOutletGroup([segment], this.#article.table, (start, end) =>
        this.#around.isEmphasised(start, end),
      );
      if (outlets && outlets.every((item) => item.sureness !== 'plain')) {
        items.push(...outlets);
        sure ||= outlets.every(
          ({ date, title }) => date?.from.month !== undefined || title !== undefined,
        );
        continue;
      }
      // "Kara 2022": nobody leaves the comma out elsewhere.
      const bare = /^\s*\p{Lu}[^,]{1,40}\s(?:19|20)\d\d\s*$/u;
      sure ||=
        ((authors?.every((item) => !this.#weigh.isOtherThing(item)) &&
          bare.test(this.#text.slice(segment.start, segment.end))) ||
          outlets?.every(
            ({ title, date }) => title !== undefined && date?.from.month !== undefined,
          )) ??
        false;
      const printed = printedSource(this.#text, segment);
      if (!printed) return undefined;
      items.push(...(authors ?? outlets ?? [printed]));
      unread = true;
    }
    return unread && !sure ? undefined : items;
  }

  /** A known outlet and a date with words that are not understood. */
  #suggestNamed(bracket: Bracket, segments: readonly Segment[]): void {
    const named = segments.some(
      ({ fields }) =>
        fields[0]?.type === 'name' &&
        fields.some((field) => field.type === 'date' && field.date?.dates[0].month !== undefined) &&
        this.#article.table.find(fields[0].text),
    );
    const quoted = segments.some(
      ({ fields }) =>
        fields[0]?.type === 'title' &&
        fields.some((field) => field.type === 'date' && field.date?.dates[0].month !== undefined),
    );
    if (!named && !quoted) return;
    this.#result.suggestions.push({
      start: bracket.start,
      end: bracket.end,
      reason: named ? 'the name of an outlet and a date' : 'a title and a date',
    });
  }

  /** "([The Diplomat](https://…), October 11)": the link belongs to the source. */
  #addLinks(items: SourceItem[]): void {
    for (const item of items) {
      if (item.url !== undefined) continue;
      const link = this.#around.links[firstEndingAfter(this.#around.links, item.start)];
      if (!link || link.start >= item.end || link.node.url.startsWith('#')) continue;
      Object.assign(item, addressOf(link.node.url));
    }
  }
}

/** "(New York: Norton, 1999)": where, by whom and when a book appeared that the sentence names. */
function isImprint(inside: string): boolean {
  return /^\s*\p{Lu}[\p{L}.’' -]{1,30}(?:,\s\p{Lu}{2})?:\s?\p{Lu}[^;:()]{1,60},\s?(?:1[5-9]|20)\d\d\s*$/u.test(
    inside,
  );
}

/** The citations inside a range, of some that stand in order. */
function within(sorted: readonly Found[], from: number, to: number): Found[] {
  const result: Found[] = [];
  for (let index = firstEndingAfter(sorted, from); index < sorted.length; index++) {
    const found = sorted[index] as Found;
    if (found.end > to) break;
    if (found.start >= from) result.push(found);
  }
  return result;
}
