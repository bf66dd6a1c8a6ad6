import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { VFile } from 'vfile';
import type { Article } from '../model/index.ts';
import type { BuildResult, Pipeline } from '../pipeline.ts';
import { writers, type FormatName } from '../writers/index.ts';
import { bibliographyNames, checkBibliographyFiles, RunBibliography } from './bibliography.ts';
import type { ArticleFile } from './discover.ts';
import { writeWhole } from './write-file.ts';

/** What became of one article: its document and messages, or the error that kept it from being built. */
export type Outcome =
  | { path: string; article: Article; file: VFile; error?: undefined }
  | { path: string; error: Error };

export interface RunOptions {
  output: string;
  date?: string | undefined;
  formats?: readonly FormatName[] | undefined;
  /** Called after each article. */
  onOutcome?: (outcome: Outcome, done: number, total: number) => void;
}

/**
 * Builds articles one after the other. One that fails is reported, and the others are built. Where a format is a bibliography, one of
 * the whole run is written last.
 *
 * @throws InputError where the bibliography of the run and an article would write the same file.
 */
export async function runBatch(
  pipeline: Pipeline,
  articles: readonly ArticleFile[],
  options: Readonly<RunOptions>,
): Promise<Outcome[]> {
  const formats = options.formats ?? pipeline.settings.formats;
  checkBibliographyFiles(articles, formats);
  const bibliography = bibliographyNames(formats).length > 0 ? new RunBibliography() : undefined;
  const outcomes: Outcome[] = [];
  for (const [index, article] of articles.entries()) {
    const outcome = await buildOne(pipeline, article, options);
    outcomes.push(outcome);
    if (!outcome.error) bibliography?.add(outcome.article, index);
    options.onOutcome?.(outcome, outcomes.length, articles.length);
  }
  await bibliography?.write(options.output, formats);
  return outcomes;
}

async function buildOne(
  pipeline: Pipeline,
  { file, path, outputBase }: ArticleFile,
  { output, date, formats }: Readonly<RunOptions>,
): Promise<Outcome> {
  try {
    const value = await readFile(file);
    const result = await pipeline.build({ value, path: file, date, formats });
    await writeOutputs(result, join(output, outputBase));
    return { path, article: result.article, file: result.file };
  } catch (error) {
    return { path, error: error instanceof Error ? error : new Error(String(error)) };
  }
}

async function writeOutputs({ outputs, assets }: BuildResult, base: string): Promise<void> {
  for (const asset of assets) await writeWhole(join(base, '..', asset.path), asset.bytes);
  for (const [format, content] of Object.entries(outputs)) {
    await writeWhole(`${base}.${writers[format as FormatName].extension}`, content);
  }
}
