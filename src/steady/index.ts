/**
 * Makes sure that what is written stays what it is when it is built again.
 *
 * Plugins see an article before the work of those that come after them: a citation that becomes a note leaves its neighbours side by side,
 * and what they are now, another build would find. Where that may be, the Markdown is built again, and what comes of that is the article.
 */
import type { Root } from 'mdast';
import type { VFile } from 'vfile';
import { LimitError } from '../limits.ts';
import type { Article } from '../model/index.ts';
import { carryPlaces } from './places.ts';
import { carryRecords } from './records.ts';

export { isUnusual } from './unusual.ts';

/** An article after all plugins, and what is written of it. */
export interface Version {
  tree: Root;
  file: VFile;
  article: Article;
  markdown: string;
}

/** A longer article isn't built again: it may take a good part of the time that it has. */
const longest = 50_000;
/** So often what is written is built again; an article that changes for ever is left as it then is. */
const mostRounds = 4;

/**
 * The article in the form that doesn't change any more.
 *
 * @param rebuild - Builds Markdown as an article of its own. What it throws as a limit, but for those of time and memory, leaves the article as it is.
 * @returns the version given, where it stays; else one with its file, and with the tree, the data and the Markdown of the last build. Its
 * document is that of the Markdown, and has to be made anew.
 */
export async function steadied(
  first: Version,
  rebuild: (markdown: string) => Promise<Version>,
): Promise<Version> {
  let current = first;
  if (first.markdown.length > longest || isBounded(first)) return first;
  for (let round = 0; round < mostRounds; round++) {
    const again = await rebuild(current.markdown).catch(withinLimits);
    if (!again || isBounded(again) || isSame(current, again)) break;
    current = adopted(current, again);
  }
  return current;
}

/** Where marks are beyond a limit, they are text, and what is written of them has more of them. */
function isBounded({ file }: Version): boolean {
  return file.messages.some(({ source }) => source === 'limits');
}

function withinLimits(error: unknown): undefined {
  const isOfSize = error instanceof LimitError && !/time|memory/.test(error.ruleId);
  if (!isOfSize) throw error;
}

/** A build of what was written of an article, as one of the article itself. */
function adopted(before: Version, after: Version): Version {
  const { file } = before;
  const { data } = after.file;
  const citations = carryRecords(file.data.citations ?? [], before.tree, data.citations ?? []);
  carryPlaces(before.tree, after.tree, file);
  const told = new Set(file.messages.map(({ ruleId, reason }) => `${ruleId} ${reason}`));
  for (const message of after.file.messages) {
    if (told.has(`${message.ruleId} ${message.reason}`)) continue;
    // Its place is one in what was written.
    file.messages.push(
      Object.assign(message, { place: undefined, line: undefined, column: undefined }),
    );
  }
  const { source, decisions, suppressions, assets, publicationDate, findings } = file.data;
  const kept = { source, decisions, suppressions, assets, publicationDate, findings };
  for (const key of Object.keys(file.data)) delete file.data[key];
  Object.assign(file.data, data, given(kept), { citations });
  return { ...after, file };
}

function given<Values extends object>(values: Values): Partial<Values> {
  return Object.fromEntries(
    Object.entries(values).filter(([, value]) => value !== undefined),
  ) as Partial<Values>;
}

function isSame(a: Version, b: Version): boolean {
  return a.markdown === b.markdown && printed(a.article) === printed(b.article);
}

/** What a reader sees of an article. */
function printed({ text, metadata, citations, entities, pullQuotes }: Article): string {
  return JSON.stringify([
    text,
    metadata,
    citations
      .filter(({ note }) => note !== null)
      .map(({ note, rendered, occurrences }) => [note, rendered, occurrences.map(({ at }) => at)])
      .sort(([a], [b]) => (a as number) - (b as number)),
    entities.map(({ id, type, mentions }) => [
      id,
      type,
      mentions.map((mention) => [mention.in, mention.text]),
    ]),
    pullQuotes.map((quote) => quote.text),
  ]);
}
