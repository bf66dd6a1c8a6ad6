import { chmodSync, realpathSync, statSync } from 'node:fs';
import { createColors } from 'picocolors';
import { FILE_HEADERS_ONLY, formatPatch, structuredPatch } from 'diff';
import { discover, type ArticleFile } from '../batch/discover.ts';
import { writeWhole } from '../batch/write-file.ts';
import { editsOf, withEdits } from '../fix/edits.ts';
import { encoderOf } from '../fix/encode.ts';
import { createPipeline, type Pipeline } from '../pipeline.ts';
import { decode } from '../readers/decode.ts';
import { formatOf, type ReadableFormat } from '../readers/index.ts';
import { visible } from '../reporters/harmless.ts';
import { counted } from '../reporters/summary.ts';
import { checkDate } from './flags.ts';
import { exitCodes, type CommandIo } from './io.ts';
import { articleInput, printFailure } from './one-article.ts';
import { ready } from './ready.ts';

export interface FixFlags {
  config?: string;
  date?: string;
  dryRun?: boolean;
  typography?: boolean;
}

/** One repair can make room for another; more rounds than these are never needed. */
const mostRounds = 10;

/** Formats whose source is the text itself. In the others a place is known and what stands there is code. */
const fixable: ReadonlySet<ReadableFormat> = new Set(['text', 'markdown']);

/** `copydesk fix`: the exit code. */
export async function fix(files: string[], flags: FixFlags, io: CommandIo): Promise<number> {
  checkDate(flags.date);
  const pipeline = createPipeline({
    cwd: io.cwd,
    config: flags.config,
    allFindings: true,
    pluginOptions: flags.typography ? { cleanup: { eachPlace: true } } : {},
  });
  const articles = await discover(files, io.cwd, pipeline.settings.input);
  await ready(pipeline, io);
  const totals = { places: 0, articles: 0, failed: 0 };
  for (const article of articles) {
    const format = formatOf(article.file);
    if (!fixable.has(format)) {
      io.stderr(
        `${visible(article.path)}: not fixed; ${format} is out of reach: mend it in the program that it was written with\n`,
      );
      continue;
    }
    try {
      const places = await fixArticle(article, pipeline, flags, io);
      totals.places += places;
      if (places > 0) totals.articles++;
    } catch (error) {
      totals.failed++;
      printFailure(article.path, error, io);
    }
  }
  io.stderr(`${summary(totals, flags.dryRun ?? false)}\n`);
  return totals.failed > 0 ? exitCodes.findings : exitCodes.ok;
}

/** The number of places that were fixed, or would be. */
async function fixArticle(
  article: ArticleFile,
  pipeline: Pipeline,
  flags: FixFlags,
  io: CommandIo,
): Promise<number> {
  const { file, path } = article;
  const input = await articleInput(article, flags.date, pipeline);
  const decoded = decode(input.value);
  const encoder = encoderOf(input.value, decoded);
  let text = decoded.value;
  let places = 0;
  for (let round = 0; round < mostRounds; round++) {
    const result = await pipeline.build({ ...input, value: text });
    const edits = editsOf(result.file, result.catalogue).filter(
      (edit) => !encoder || encoder.holds(edit.text),
    );
    if (edits.length === 0) break;
    text = withEdits(text, edits);
    places += edits.length;
  }
  if (places === 0) return 0;
  if (!encoder) {
    io.stderr(
      `${visible(path)}: not fixed; not all of its bytes can be read as ${decoded.encoding}: save it as UTF-8 first\n`,
    );
    return 0;
  }
  if (flags.dryRun) io.stdout(unifiedDiff(path, decoded.value, text, io.color));
  else {
    await replace(file, encoder.encode(text));
    io.stderr(`${visible(path)}: ${counted(places, 'place')} fixed\n`);
  }
  return places;
}

/** The file keeps its rights, and a link to it stays one. */
async function replace(file: string, bytes: Uint8Array): Promise<void> {
  const real = realpathSync(file);
  const { mode } = statSync(real);
  await writeWhole(real, bytes);
  chmodSync(real, mode);
}

/** A diff that `git apply` and `patch -p1` take. */
function unifiedDiff(path: string, before: string, after: string, color: boolean): string {
  const patch = formatPatch(
    structuredPatch(`a/${path}`, `b/${path}`, before, after, undefined, undefined, { context: 3 }),
    FILE_HEADERS_ONLY,
  );
  if (!color) return patch;
  const paint = createColors(true);
  return patch.replaceAll(/^[+-].*$/gm, (line) =>
    line.startsWith('+') ? paint.green(visible(line)) : paint.red(visible(line)),
  );
}

function summary(
  { places, articles, failed }: { places: number; articles: number; failed: number },
  isDryRun: boolean,
): string {
  const what =
    places === 0
      ? `Nothing ${failed > 0 ? 'fixed' : 'to fix'}`
      : `${counted(places, 'place')} ${isDryRun ? 'to be fixed' : 'fixed'} in ${counted(articles, 'article')}`;
  return failed > 0 ? `${what}; ${failed} failed` : what;
}
