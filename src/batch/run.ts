import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { BuildResult, Pipeline } from '../pipeline.ts';
import { bibliographyNames, checkBibliographyFiles, RunBibliography } from './bibliography.ts';
import type { ArticleFile } from './discover.ts';
import { builtOutcome, failedOutcome, type Outcome } from './outcome.ts';
import { writeWhole } from './write-file.ts';

export interface RunOptions {
  output: string;
  date?: string | undefined;
  formats?: readonly string[] | undefined;
  /** Whether outputs are made and not written. */
  dryRun?: boolean | undefined;
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
  const extensions = await Promise.all(formats.map((format) => pipeline.extensionOf(format)));
  checkBibliographyFiles(articles, formats, extensions);
  const bibliography = bibliographyNames(formats).length > 0 ? new RunBibliography() : undefined;
  for (const [index, article] of articles.entries()) {
    const outcome = await buildOne(pipeline, article, options);
    if (!outcome.error) bibliography?.add(outcome.article.sources, index);
    options.onOutcome?.(outcome, index + 1, articles.length);
  }
  if (!options.dryRun) await bibliography?.write(options.output, formats);
}

async function buildOne(
  pipeline: Pipeline,
  { file, path, outputBase }: ArticleFile,
  { output, date, formats, dryRun }: Readonly<RunOptions>,
): Promise<Outcome> {
  try {
    const value = await readFile(file);
    const result = await pipeline.build({ value, path: file, date, formats });
    if (!dryRun) await writeOutputs(pipeline, result, join(output, outputBase));
    const withSources = bibliographyNames(formats ?? pipeline.settings.formats).length > 0;
    return builtOutcome(path, result.article, result.file, withSources);
  } catch (error) {
    return failedOutcome(path, error);
  }
}

async function writeOutputs(
  pipeline: Pipeline,
  { outputs, assets }: BuildResult,
  base: string,
): Promise<void> {
  for (const asset of assets) await writeWhole(join(base, '..', asset.path), asset.bytes);
  for (const [format, content] of Object.entries(outputs)) {
    await writeWhole(`${base}.${await pipeline.extensionOf(format)}`, content ?? '');
  }
}
