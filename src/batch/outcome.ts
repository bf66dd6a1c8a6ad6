/** What became of an article, as plain data: it passes between threads, processes and machines as it is. */
import type { VFile } from 'vfile';
import { PluginError } from '../attach.ts';
import type { Article, ArticleMessage, CslItem } from '../model/index.ts';
import { sourcesOf } from '../writers/bibliography/index.ts';

/** The part of a source line that a finding is in, for a person to read. */
export interface Excerpt {
  /** At most 160 UTF-16 code units of the line. */
  text: string;
  /** Where in `text` the finding begins, and how much of it stands in `text`; UTF-16 code units. */
  at: number;
  length: number;
}

/** What a run tells of an article. The document itself is many times its size, and stays where it was made. */
export interface ArticleDigest {
  title: string | null;
  messages: readonly ArticleMessage[];
  notes: number;
  entities: number;
  pullQuotes: number;
  /** What it cites, where a bibliography of the run is wanted; else empty. */
  sources: readonly CslItem[];
}

export interface BuiltOutcome {
  /** Of the article, as shown in messages. */
  path: string;
  article: ArticleDigest;
  /** For each message of the article, the line that it is in; null where it has no place, or the format no lines. */
  excerpts: readonly (Excerpt | null)[];
  /** Whether nothing had changed since an earlier run, whose findings these are. */
  unchanged?: boolean;
  error?: undefined;
}

/** Why an article could not be built. */
export interface Failure {
  /** Of the catalogue: `pipeline/plugin-failed`, `limits/…`. */
  ruleId: string;
  message: string;
  /** Of the article; from 1. */
  line: number | null;
  column: number | null;
  stack?: string;
}

export interface FailedOutcome {
  path: string;
  error: Failure;
}

/** What became of one article: what there is to say of it, or what kept it from being built. */
export type Outcome = BuiltOutcome | FailedOutcome;

const excerptLength = 160;
/** How much of a long line stands before the finding. */
const excerptLead = 40;

/** @param withSources - Whether a bibliography of the run is wanted. */
export function builtOutcome(
  path: string,
  article: Article,
  file: VFile,
  withSources = false,
): BuiltOutcome {
  const lines = typeof file.value === 'string' ? lineReader(file.value) : () => undefined;
  const excerpts = article.messages.map(({ file: other, line, column, endLine, endColumn }) => {
    // A message about the article's decisions names a line of theirs.
    const text = line === null || other !== undefined ? undefined : lines(line);
    if (text === undefined) return null;
    const end = endLine === line && endColumn !== null ? endColumn - 1 : undefined;
    return excerptOf(text, (column ?? 1) - 1, end);
  });
  return { path, article: digestOf(article, withSources), excerpts };
}

function digestOf(article: Article, withSources: boolean): ArticleDigest {
  const { metadata, messages, citations, entities, pullQuotes } = article;
  const notes = new Set(citations.map(({ note }) => note).filter((note) => note !== null));
  return {
    title: metadata.title,
    messages,
    notes: notes.size,
    entities: entities.length,
    pullQuotes: pullQuotes.length,
    sources: withSources ? sourcesOf(article) : [],
  };
}

export function failedOutcome(path: string, thrown: unknown): FailedOutcome {
  const error = thrown instanceof Error ? thrown : new Error(String(thrown));
  const { ruleId, line, column } = error as { ruleId?: string; line?: number; column?: number };
  const failure: Failure = {
    // Errors of limits and of plugins that fail a file bear the name of their rule.
    ruleId:
      ruleId ?? (error instanceof PluginError ? 'pipeline/plugin-failed' : 'pipeline/not-built'),
    message: error.message,
    line: line ?? null,
    column: column ?? null,
  };
  if (error.stack !== undefined) failure.stack = error.stack;
  return { path, error: failure };
}

function excerptOf(line: string, start: number, end: number | undefined): Excerpt {
  const from = line.length <= excerptLength ? 0 : Math.max(0, start - excerptLead);
  const text = line.slice(from, from + excerptLength);
  const at = Math.min(start - from, text.length);
  const length = Math.max(1, Math.min((end ?? start + 1) - start, text.length - at));
  return { text, at, length };
}

/** Gives lines by their number. The places of all lines are found once, when the first is asked for. */
function lineReader(source: string): (line: number) => string | undefined {
  let starts: number[] | undefined;
  return (line) => {
    starts ??= lineStarts(source);
    const start = starts[line - 1];
    if (start === undefined) return undefined;
    const end = starts[line] ?? source.length;
    return source.slice(start, end).replace(/[\r\n]+$/, '');
  };
}

/** Lines end as vfile-location has it: at a line feed, a carriage return, or both. */
function lineStarts(source: string): number[] {
  const starts = [0];
  const ending = /\r\n?|\n/g;
  while (ending.test(source)) starts.push(ending.lastIndex);
  return starts;
}
