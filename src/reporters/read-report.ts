/** Reads JSON reports back: what became of each article, as if it had been built just now. */
import type { Excerpt, Outcome } from '../batch/outcome.ts';
import type { ArticleMessage } from '../model/index.ts';
import { reportVersion, type Report, type ReportedArticle, type ReportedRun } from './json.ts';

/** A report whose articles are read one by one. */
export interface OpenReport {
  run: ReportedRun;
  outcomes: AsyncIterable<Outcome>;
}

/**
 * Opens a report. One that stands as it was written, an article a line, is never held as a whole; any other layout is.
 *
 * @param lines - Of the report, without their ends.
 * @throws Error that says what is wrong with it, in words that follow the name of the report; so do the outcomes.
 */
export async function openReport(lines: AsyncIterable<string>): Promise<OpenReport> {
  const reader = lines[Symbol.asyncIterator]();
  const first = await reader.next();
  if (first.done) throw new Error('it is empty');
  if (!first.value.endsWith('"articles":[')) return wholeReport(first.value, reader);
  const { run } = checked(parsed(`${first.value}]}`));
  return { run: run ?? { done: 'built' }, outcomes: articleLines(reader) };
}

async function* articleLines(reader: AsyncIterator<string>): AsyncGenerator<Outcome> {
  for (let line = await reader.next(); !line.done; line = await reader.next()) {
    if (line.value.startsWith(']')) return;
    const text = line.value.endsWith(',') ? line.value.slice(0, -1) : line.value;
    yield toOutcome(parsed(text) as ReportedArticle);
  }
  throw new Error('its end is missing');
}

async function wholeReport(first: string, reader: AsyncIterator<string>): Promise<OpenReport> {
  const all = [first];
  for (let line = await reader.next(); !line.done; line = await reader.next()) all.push(line.value);
  const { run, articles } = checked(parsed(all.join('\n')));
  return {
    run: run ?? { done: 'built' },
    outcomes: (async function* () {
      for (const article of articles) yield toOutcome(article);
    })(),
  };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new Error(`it is not JSON (${(error as Error).message})`, { cause: error });
  }
}

function checked(value: unknown): Report {
  const { reportVersion: version, articles } = (value ?? {}) as Partial<Report>;
  if (version !== reportVersion) {
    const given = version === undefined ? 'not given' : JSON.stringify(version);
    throw new Error(`its reportVersion is ${given}, expected ${reportVersion}`);
  }
  if (!Array.isArray(articles)) throw new Error('it has no list "articles"');
  return value as Report;
}

function toOutcome(article: ReportedArticle): Outcome {
  if (typeof article?.path !== 'string' || !Array.isArray(article.findings)) {
    throw new Error('an article in it has no "path" or no "findings"');
  }
  const { path, failed, findings, notes = 0, entities = 0, pullQuotes = 0 } = article;
  const [first] = findings;
  if (failed) {
    const { ruleId = 'pipeline/not-built', reason = '', line = null, column = null } = first ?? {};
    return { path, error: { ruleId, message: reason, line, column } };
  }
  const messages = findings.map((finding): ArticleMessage => {
    const {
      path: place,
      fingerprint: _fingerprint,
      excerpt: _excerpt,
      excerptAt: _at,
      excerptLength: _length,
      ...message
    } = finding;
    // A message about the article's decisions stands in another file.
    return place === path ? message : { ...message, file: place };
  });
  const excerpts = findings.map(({ excerpt, excerptAt = 0, excerptLength = 1 }): Excerpt | null =>
    excerpt === null ? null : { text: excerpt, at: excerptAt, length: excerptLength },
  );
  const sources = article.sources ?? [];
  return {
    path,
    article: { title: null, messages, notes, entities, pullQuotes, sources },
    excerpts,
    ...(article.unchanged && { unchanged: true }),
  };
}
