/** The laws that hold for every article: see docs/architecture.md. */
import { readFileSync } from 'node:fs';
import { Ajv, type ValidateFunction } from 'ajv';
import { expect } from 'vitest';
import { decodeReferences, wordsOf } from './words.ts';
import type { Article, BuildResult, Pipeline, SourceRange } from '../../src/index.ts';

export interface LawInput {
  value: string | Uint8Array;
  path: string;
}

let validateArticle: ValidateFunction | undefined;

/** The JSON document is what its schema says. */
export function expectValid(article: unknown): void {
  validateArticle ??= new Ajv({ strict: false }).compile(
    JSON.parse(
      readFileSync(new URL('../../schemas/article.schema.json', import.meta.url), 'utf8'),
    ) as object,
  );
  validateArticle(article);
  expect(validateArticle.errors ?? []).toEqual([]);
}

/** Same input, same bytes, also with others built at the same time. */
export async function expectDeterminism(
  pipeline: Pipeline,
  input: LawInput,
  built: BuildResult,
): Promise<void> {
  const again = await Promise.all([pipeline.build(input), pipeline.build(input)]);
  for (const { outputs } of again) expect(outputs).toEqual(built.outputs);
}

/** Building the Markdown output again changes nothing that is printed. */
export async function expectFixpoint(pipeline: Pipeline, built: BuildResult): Promise<void> {
  const markdown = built.outputs.markdown as string;
  const again = await pipeline.build({ value: markdown, path: 'again.md' });
  expect(again.outputs.markdown).toBe(markdown);
  expect(printed(again.article)).toEqual(printed(built.article));
}

function printed(article: Article): unknown {
  return {
    text: article.text,
    metadata: article.metadata,
    notes: article.citations
      .filter(({ note }) => note !== null)
      .map(({ note, rendered, occurrences }) => ({
        note,
        rendered,
        at: occurrences.map(({ at }) => at),
      }))
      .sort((a, b) => (a.note as number) - (b.note as number)),
    entities: article.entities.map(({ id, type, mentions }) => ({
      id,
      type,
      mentions: mentions.map((mention) => `${mention.in}: ${mention.text}`),
    })),
    pullQuotes: article.pullQuotes.map(({ text }) => text),
  };
}

/** Every `source` names what it says, and every message a place in the file. */
export function expectTruePlaces(built: BuildResult): void {
  const { article, file } = built;
  const value = String(file);
  const slice = ({ start, end }: SourceRange): string => {
    expect(start).toBeGreaterThanOrEqual(0);
    expect(end).toBeLessThanOrEqual(value.length);
    expect(start).toBeLessThanOrEqual(end);
    return value.slice(start, end);
  };
  const says = (text: string, source: SourceRange | null): void => {
    if (!source) return;
    const own = slice(source);
    // A character that prints nothing is named by its number.
    const said = letters(text.replaceAll(/<U\+[\dA-F]{4,6}>/g, ''));
    // In plain text a reference is no more than its characters.
    const isSaid = isWithin(said, letters(decodeReferences(own))) || isWithin(said, letters(own));
    expect(isSaid, `${text} | ${own}`).toBe(true);
  };

  for (const { occurrences } of article.citations) {
    for (const { raw, source } of occurrences) if (source) expect(slice(source)).toBe(raw);
  }
  for (const block of article.blocks)
    says(article.text.slice(block.start, block.end), block.source);
  for (const { mentions } of article.entities) {
    for (const mention of mentions) {
      says(mention.text, mention.source);
      if (mention.start !== null && mention.end !== null) {
        expect(article.text.slice(mention.start, mention.end)).toBe(mention.text);
      }
    }
  }
  for (const quote of article.pullQuotes) {
    says(quote.text, quote.source);
    expect(article.text.slice(quote.start, quote.end)).toBe(quote.text);
  }
  const lines = value.split(/\r\n|\n|\r/);
  for (const { file: other, line, column } of article.messages) {
    // Decisions have a file of their own.
    if (line === null || column === null || other !== undefined) continue;
    expect(line).toBeLessThanOrEqual(lines.length);
    expect(column).toBeLessThanOrEqual((lines[line - 1] as string).length + 1);
  }
}

/** The offsets of the document lie within its text, in order, and mentions do not overlap. */
export function expectOrder(article: Article): void {
  let last = 0;
  for (const block of article.blocks) {
    expect(block.start).toBeGreaterThanOrEqual(last);
    last = block.end;
  }
  expect(last).toBeLessThanOrEqual(article.text.length);
  for (const { occurrences } of article.citations) {
    for (const { at } of occurrences) expect(at).toBeLessThanOrEqual(article.text.length);
  }
  const mentions = article.entities
    .flatMap((entity) => entity.mentions)
    .filter(({ start }) => start !== null)
    .sort((a, b) => (a.start as number) - (b.start as number));
  for (const [index, mention] of mentions.entries()) {
    const next = mentions[index + 1];
    if (next) expect(next.start as number).toBeGreaterThanOrEqual(mention.end as number);
  }
}

/**
 * Every word of the input is in the body, the metadata, the notes, or a message: in its text, or at its place.
 */
export function expectNothingLost({ article, outputs, file }: BuildResult): void {
  const words = wordsOf(article.source.format, file.value as string | Uint8Array);
  const kept = letters(
    [
      article.text,
      JSON.stringify(article.metadata),
      decodeReferences(outputs.markdown ?? ''),
      outputs.markdown,
      ...article.citations.flatMap(({ rendered, occurrences }) => [
        rendered,
        ...occurrences.map(({ raw }) => raw),
      ]),
      ...article.messages.flatMap(({ reason, note }) => [reason, note]),
    ].join(' '),
  );
  // The page's own words around its article are counted, and only the first of them quoted.
  const leftOut = article.messages
    .filter(({ ruleId }) => ruleId === 'reader/left-out')
    .reduce((sum, { reason }) => sum + Number(/ with (\d+) words?/.exec(reason)?.[1] ?? 0), 0);
  const told = file.messages.flatMap(({ place }) => {
    const start = place && 'start' in place ? place.start.offset : undefined;
    const end = place && 'end' in place ? place.end.offset : undefined;
    return start === undefined || end === undefined ? [] : [[start, end] as const];
  });
  const lost = words
    .filter(({ text }) => !kept.includes(letters(text)))
    // In raw HTML a reference stays one.
    .filter(
      ({ start, end }) =>
        start === undefined || !kept.includes(letters(String(file).slice(start, end))),
    )
    .filter(
      ({ start, end }) =>
        start === undefined ||
        end === undefined ||
        !told.some(([from, to]) => from < end && to > start),
    )
    .map(({ text }) => text);
  expect([...new Set(lost)].slice(leftOut)).toEqual([]);
}

/** Letters and digits alone, compatibility forms resolved. */
function letters(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/[^\p{L}\p{N}]+/gu, '')
    .toLowerCase();
}

/** Whether all characters of a text stand in another, in order: words may have been left out of it. */
function isWithin(part: string, whole: string): boolean {
  let at = 0;
  for (const character of part) {
    at = whole.indexOf(character, at) + 1;
    if (at === 0) return false;
  }
  return true;
}
