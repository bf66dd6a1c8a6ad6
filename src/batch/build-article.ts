/** Builds one article: reads the file, runs it through the pipeline, writes what comes out. */
import { readFileSync, statSync } from 'node:fs';
import { join, posix } from 'node:path';
import { LimitError } from '../limits.ts';
import type { Pipeline } from '../pipeline.ts';
import { bibliographyNames } from './bibliography.ts';
import type { BuildCache } from './cache/build-cache.ts';
import { contentHash, holds, withEdited, type OutputRecord } from './cache/outputs.ts';
import type { ArticleFile } from './discover.ts';
import { realFileSystem, reasonOf, WriteError, type FileSystem } from './file-system.ts';
import { builtOutcome, failedOutcome, type Outcome } from './outcome.ts';
import { OutputFolder } from './output-folder.ts';
import { outputNameFault } from './output-name.ts';
import { decisionsOn } from './side-files.ts';
import { StagedOutputs, type StagedOutput } from './staged-outputs.ts';
import { Interrupted, withinTime, type Timing } from './time-limit.ts';
import type { WrittenFile } from './write-file.ts';

/** Bytes from which on the outputs of an article are written while they are made, in parts. */
const longArticle = 250_000;

/** What one article needs to be built, as plain data. */
export interface Task {
  article: ArticleFile;
  /** Outputs that were changed by hand, as they were written: they are left alone. */
  keep?: readonly OutputRecord[];
  /** A folder within the output folder that stands for it. Default: none. */
  into?: string;
}

export interface BuildOptions {
  output: string;
  date?: string | undefined;
  formats: readonly string[];
  durable?: boolean | undefined;
  /** Whether nothing is written. */
  dryRun?: boolean | undefined;
  cache?: BuildCache | undefined;
  /** Whether an interrupt from the keyboard ends the work. */
  breakable?: boolean | undefined;
  /** Called when an article is built and about to be written. What it throws must be `Interrupted`. */
  beforeWriting?: (() => void) | undefined;
  /** Default: `once`. */
  timing?: Timing | undefined;
  fs?: FileSystem | undefined;
}

/**
 * Makes what builds articles with a pipeline. It never throws but for an interrupt: what keeps an article from being built is its outcome.
 */
export function articleBuilder(
  pipeline: Pipeline,
  options: Readonly<BuildOptions>,
): (task: Task) => Promise<Outcome> {
  const { date, formats, durable, cache, fs = realFileSystem } = options;
  const { breakable = false, timing = 'once' } = options;
  const { limits } = pipeline.settings;
  const folder = new OutputFolder(options.output, { durable, fs });
  const withSources = bibliographyNames(formats).length > 0;
  let extensions: Promise<readonly string[]> | undefined;

  return async ({ article, keep = [], into }) => {
    let staged: StagedOutputs | undefined;
    try {
      const value = readArticle(article.file, pipeline);
      const decisions = decisionsOn(article.file, limits);
      const endings = await (extensions ??= Promise.all(formats.map(pipeline.extensionOf)));
      const target = folderOf(into);
      const pathOf = (format: string): string =>
        `${article.outputBase}.${endings[formats.indexOf(format)] as string}`;
      const isLong = value.length > longArticle && !options.dryRun;
      const result = await withinTime(
        limits,
        { bytes: value.length, breakable, timing },
        (bound) => {
          // What time has ended may be begun again.
          staged?.drop();
          const outputs = isLong ? (staged = new StagedOutputs(target, pathOf)) : undefined;
          const sink = outputs && ((format: string) => outputs.begin(format));
          return pipeline.build({
            value,
            path: article.file,
            date,
            decisions,
            formats,
            bound,
            sink,
          });
        },
      );
      const outcome = builtOutcome(article.path, result.article, result.file, withSources);
      if (options.dryRun) return outcome;
      options.beforeWriting?.();
      // A run that is killed while it writes must not take its own outputs for edited ones.
      cache?.begin(article, outcome, keep);
      const ready = [
        ...result.assets.map(({ path, bytes }) =>
          contentOf(besides(article, checked(path)), bytes, target),
        ),
        ...formats.map((format) => {
          const known = staged?.finish().get(format);
          return known
            ? stagedOf(pathOf(format), known)
            : contentOf(pathOf(format), result.outputs[format] ?? '', target);
        }),
      ];
      const outputs = ready.map((output) => place(output, keep, target));
      cache?.store(article, value, outcome, outputs);
      const kept = outputs.filter((output) => keep.includes(output)).map(({ path }) => path);
      return withEdited(outcome, kept, pipeline.settings.rules['output/edited']);
    } catch (error) {
      staged?.drop();
      if (error instanceof Interrupted) throw error;
      return failedOutcome(article.path, error);
    }
  };

  function folderOf(into: string | undefined): OutputFolder {
    return into === undefined ? folder : new OutputFolder(join(folder.root, into), { durable, fs });
  }

  function place(
    { path, hash, write, drop }: ReadyOutput,
    keep: readonly OutputRecord[],
    { root }: OutputFolder,
  ): OutputRecord {
    const kept = keep.find((output) => output.path === path);
    if (!kept || holds(path, hash, root, fs)) return { path, hash, ...write() };
    drop();
    return kept;
  }
}

/** A file that is to be put in its place, or left out. */
interface ReadyOutput {
  path: string;
  /** SHA-256 of the content, in hexadecimal. */
  hash: string;
  write: () => WrittenFile;
  drop: () => void;
}

function contentOf(path: string, content: string | Uint8Array, target: OutputFolder): ReadyOutput {
  return {
    path,
    hash: contentHash(content),
    write: () => target.write(path, content),
    drop: () => undefined,
  };
}

function stagedOf(path: string, { file, hash, size, mtimeMs }: StagedOutput): ReadyOutput {
  const write = (): WrittenFile => {
    file.place();
    return { size, mtimeMs };
  };
  return { path, hash, write, drop: () => file.drop() };
}

function besides({ outputBase }: ArticleFile, path: string): string {
  const folder = posix.dirname(outputBase);
  return folder === '.' ? path : `${folder}/${path}`;
}

/** An article's own path is one that this system holds already; what it brings along could bear any name. */
function checked(path: string): string {
  const fault = outputNameFault(path, { strict: true, windows: true });
  if (fault === undefined) return path;
  throw new WriteError(
    `write ${JSON.stringify(path)}, which the article brings along`,
    new Error(fault),
  );
}

function readArticle(file: string, { settings }: Pipeline): Uint8Array {
  try {
    const known = statSync(file);
    if (!known.isFile()) throw new Error('it is no regular file');
    if (known.size > settings.limits.inputBytes) {
      throw new LimitError('inputBytes', 'size in bytes', known.size, settings.limits);
    }
    return readFileSync(file);
  } catch (error) {
    if (error instanceof LimitError) throw error;
    throw new Error(`Unexpected failure to read the article: ${reasonOf(error)}`, { cause: error });
  }
}
