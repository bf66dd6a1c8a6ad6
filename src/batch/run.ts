import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { BuildResult, Pipeline } from '../pipeline.ts';
import { writers, type FormatName } from '../writers/index.ts';
import { bibliographyNames, checkBibliographyFiles, RunBibliography } from './bibliography.ts';
import type { ArticleFile } from './discover.ts';
import { builtOutcome, failedOutcome, type Outcome } from './outcome.ts';
import { writeWhole } from './write-file.ts';

export interface RunOptions {
  output: string;
  date?: string | undefined;
  formats?: readonly FormatName[] | undefined;
  /** Called after each article, in the order of the articles. Nothing is kept of it: a run of a million articles needs no more memory. */
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
): Promise<void> {
  const formats = options.formats ?? pipeline.settings.formats;
  checkBibliographyFiles(articles, formats);
  const bibliography = bibliographyNames(formats).length > 0 ? new RunBibliography() : undefined;
  for (const [index, article] of articles.entries()) {
    const outcome = await buildOne(pipeline, article, options);
    if (!outcome.error) bibliography?.add(outcome.article, index);
    options.onOutcome?.(outcome, index + 1, articles.length);
  }
  await bibliography?.write(options.output, formats);
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
    return builtOutcome(path, result.article, result.file);
  } catch (error) {
    return failedOutcome(path, error);
  }
}

async function writeOutputs({ outputs, assets }: BuildResult, base: string): Promise<void> {
  for (const asset of assets) await writeWhole(join(base, '..', asset.path), asset.bytes);
  for (const [format, content] of Object.entries(outputs)) {
    await writeWhole(`${base}.${writers[format as FormatName].extension}`, content);
  }
}
