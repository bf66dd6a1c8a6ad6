/** What is left for an editor to decide about an article, as decisions that only need to be filled in. */
import type { Root } from 'mdast';
import type { VFile } from 'vfile';
import type { VFileMessage } from 'vfile-message';
import {
  messageId,
  severityOf,
  type Article,
  type DecisionKind,
  type QuoteSelector,
} from '../model/index.ts';
import { QuoteIndex, textBlocks, textView, type QuotePlace, type TextView } from '../text/index.ts';

/** A decision that could be taken. */
export interface Suggestion {
  section: DecisionKind;
  /** What is the matter, on one line. */
  why: string;
  /** The keys that tell which words are meant, then those to be decided. A value that is undefined is for the editor to fill in. */
  entries: { key: string; value: string | boolean | undefined; or?: string }[];
}

/** Entities that are less sure than this are shown to the editor. */
const sure = 0.75;

/** How messages become decisions other than "accepted". */
const answers: Readonly<Record<string, { section: DecisionKind; key: string; why: string; options?: true; value?: boolean; or?: string }>> = {
  'citations/missing-outlet': { section: 'citations', key: 'outlet', why: 'its outlet was lost' },
  'citations/unresolved-year': { section: 'citations', key: 'date', why: 'its year is not known' },
  'citations/ambiguous-date': { section: 'citations', key: 'date', why: 'its date can be read in two ways', options: true },
  'citations/possible-citation': { section: 'citations', key: 'citation', why: 'this may be a citation', value: true, or: 'false' },
  'masthead/missing-title': { section: 'metadata', key: 'title', why: 'no headline was found' },
  'masthead/ambiguous-date': { section: 'metadata', key: 'date', why: 'the date can be read in two ways', options: true },
}; // prettier-ignore

/** An article as it was read, before any plugin. */
export interface SourceArticle {
  tree: Root;
  file: VFile;
}

/**
 * What is undecided: lost outlets, dates and names that can be read in two ways, doubtful names, proposed pull quotes, and what else was
 * found to be wrong. `built` is of a build with the decisions that have been taken.
 */
export function suggestions(
  built: { article: Article; tree: Root; file: VFile },
  source: SourceArticle,
): Suggestion[] {
  const { article, file } = built;
  return [
    ...fromMessages(file, new Passages(source), new Passages(built)),
    ...fromEntities(article),
    ...fromPullQuotes(article),
  ];
}

/** @param finished - Names are looked for after citations have become notes: their surroundings are those of the finished text. */
function fromMessages(file: VFile, passages: Passages, finished: Passages): Suggestion[] {
  const result: Suggestion[] = [];
  for (const message of file.messages) {
    const rule = messageId(message);
    if (/^(?:decisions|limits|pipeline|suppressions?)\//.test(rule)) continue;
    const answer = answers[rule];
    const expected = message.expected ?? [];
    const where = message.line === undefined ? '' : `line ${message.line}: `;
    if (rule === 'entities/ambiguous-name') {
      const quote = finished.selectorOf(message) ?? passages.selectorOf(message);
      if (!quote || expected.length === 0) continue;
      result.push({
        section: 'entities',
        why: `${where}which one is meant?`,
        entries: [...selectorEntries(quote), ...identityOf(expected)],
      });
    } else if (answer?.section === 'metadata') {
      const [first, ...others] = expected;
      result.push({
        section: 'metadata',
        why: `${where}${answer.why}`,
        entries: [{ key: answer.key, value: answer.options ? first : undefined, ...orOf(others) }],
      });
    } else if (answer) {
      const quote = passages.selectorOf(message);
      if (!quote) continue;
      const [first, ...others] = answer.options ? expected : [];
      const value = answer.options ? first : answer.value;
      const or = answer.or === undefined ? orOf(others) : { or: answer.or };
      result.push({
        section: answer.section,
        why: `${where}${answer.why}`,
        entries: [...selectorEntries(quote), { key: answer.key, value, ...or }],
      });
    } else if (severityOf(message) !== 'info') {
      result.push(acceptance(rule, `${where}${message.reason}`, passages.selectorOf(message)));
    }
  }
  return result;
}

/** What an ambiguous name can mean: ids that are known (`place/georgia`), or names of people. */
function identityOf(options: readonly string[]): Suggestion['entries'] {
  const [first, ...others] = options;
  if (!options.every((option) => /^[a-z]+\/\S+$/.test(option))) {
    return [
      { key: 'name', value: first, ...orOf(others) },
      { key: 'type', value: 'person' },
    ];
  }
  const [type, ...otherTypes] = new Set(options.map((id) => id.slice(0, id.indexOf('/'))));
  return [
    { key: 'id', value: first, ...orOf(others) },
    ...(otherTypes.length === 0 ? [{ key: 'type', value: type }] : []),
  ];
}

function acceptance(rule: string, why: string, quote: QuoteSelector | undefined): Suggestion {
  return {
    section: 'accept',
    why,
    entries: [
      { key: 'rule', value: rule },
      ...(quote ? selectorEntries(quote) : []),
      { key: 'reason', value: undefined },
    ],
  };
}

function fromEntities({ entities }: Article): Suggestion[] {
  return entities
    .filter(({ origin, confidence }) => origin === 'model' && confidence < sure)
    .flatMap(({ type, name, confidence, mentions }) => {
      const quote = mentions[0]?.text.replace(/\s+/g, ' ').trim();
      if (!quote) return [];
      return [
        {
          section: 'entities' as const,
          why: `${name}: ${type}, ${Math.round(confidence * 100)} % sure`,
          entries: [
            { key: 'quote', value: quote },
            { key: 'all', value: true },
            { key: 'type', value: type, or: 'in place of it, entity: false' },
          ],
        },
      ];
    });
}

function fromPullQuotes({ text, blocks, pullQuotes }: Article): Suggestion[] {
  const proposed = pullQuotes.filter(({ origin }) => origin === 'ranked');
  if (proposed.length === 0) return [];
  const index = new QuoteIndex(blocks.map(({ start, end }) => text.slice(start, end)));
  return proposed.flatMap((quote) => {
    const at = blocks.findIndex(({ start, end }) => start <= quote.start && end >= quote.end);
    const block = blocks[at];
    const selector =
      block &&
      index.selectorOf({
        text: at,
        start: quote.start - block.start,
        end: quote.end - block.start,
      });
    if (!selector) return [];
    return [
      {
        section: 'pullQuotes' as const,
        why: `proposed, ${quote.rank}. of ${quote.of} sentences`,
        entries: [...selectorEntries(selector), { key: 'take', value: true, or: 'false' }],
      },
    ];
  });
}

function selectorEntries({ quote, after, before }: QuoteSelector): Suggestion['entries'] {
  return [
    { key: 'quote', value: quote },
    ...(after === undefined ? [] : [{ key: 'after', value: after }]),
    ...(before === undefined ? [] : [{ key: 'before', value: before }]),
  ];
}

function orOf(others: readonly string[]): { or?: string } {
  return others.length === 0 ? {} : { or: others.join(' or ') };
}

/** Finds the words of messages in the article as it was read. */
class Passages {
  readonly #file: VFile;
  readonly #views: TextView[];
  readonly #index: QuoteIndex;
  /** In a format without places: how many of the same words have been met. */
  readonly #met = new Map<string, number>();

  constructor({ tree, file }: SourceArticle) {
    this.#file = file;
    this.#views = textBlocks(tree).map(({ node }) => textView(node, file));
    this.#index = new QuoteIndex(this.#views.map(({ text }) => text));
  }

  /** A selector of the words that a message is about. Undefined where they can't be told. */
  selectorOf(message: VFileMessage): QuoteSelector | undefined {
    const place = this.#placeOf(message);
    return place && this.#index.selectorOf(place);
  }

  #placeOf(message: VFileMessage): QuotePlace | undefined {
    const range = rangeOf(message);
    if (range) {
      const source = String(this.#file).slice(range.start, range.end);
      for (const words of [
        source,
        source.replace(/<[^<>]{0,500}>|[*_`\\]/g, ''),
        message.actual ?? '',
      ]) {
        const found = this.#index
          .find({ quote: words })
          .places.find((place) => this.#isAt(place, range));
        if (found) return found;
      }
      return undefined;
    }
    const words = message.actual;
    if (typeof words !== 'string' || words === '') return undefined;
    // The messages of a rule come in the order of the text.
    const key = `${messageId(message)} ${words}`;
    const count = this.#met.get(key) ?? 0;
    this.#met.set(key, count + 1);
    return this.#index.find({ quote: words }).places[count];
  }

  #isAt({ text, start, end }: QuotePlace, range: { start: number; end: number }): boolean {
    const place = this.#views[text]?.place(start, end);
    const from = place?.start.offset;
    const to = place?.end.offset;
    return from !== undefined && to !== undefined && from < range.end && to > range.start;
  }
}

function rangeOf({ place }: VFileMessage): { start: number; end: number } | undefined {
  if (!place || !('start' in place)) return undefined;
  const { start, end } = place;
  return start.offset === undefined || end.offset === undefined
    ? undefined
    : { start: start.offset, end: end.offset };
}
