import { createHash } from 'node:crypto';
import { basename, isAbsolute, relative, resolve, sep } from 'node:path';
import type { Root } from 'mdast';
import { VFile } from 'vfile';
import { toArticle } from './article/index.ts';
import { assemble, type Assembly } from './assemble.ts';
import { compiledCode } from './compiled-code.ts';
import type { AttachHooks } from './attach.ts';
import type { ConfigError } from './config/config-error.ts';
import { loadSettings, type Settings, type SettingsOptions } from './config/settings.ts';
import { withPluginOptions } from './config/plugin-options.ts';
import { dropAccepted, placeAccepted } from './decisions/accepted.ts';
import { addFrontMatterDecisions } from './decisions/front-matter.ts';
import { decisionsPathOf } from './decisions/path.ts';
import { readDecisions } from './decisions/read.ts';
import { reportUnapplied } from './decisions/unapplied.ts';
import { LimitError, type Limits } from './limits.ts';
import {
  FindingsBeyond,
  report,
  type Article,
  type Asset,
  type RuleCatalogue,
} from './model/index.ts';
import { decode, reportDecoding } from './readers/decode.ts';
import { formatOf, readers, type Read, type Reader } from './readers/index.ts';
import { makeSafe } from './safety/index.ts';
import { settleBlocks } from './settle-blocks.ts';
import { applySeverities } from './severity.ts';
import { isUnusual, steadied, type Version } from './steady/index.ts';
import type { FormatName, Writer, WriterInput } from './writers/index.ts';

/** How a pipeline is made: its config, and what a caller puts over it. */
export interface PipelineOptions extends SettingsOptions {
  /** Options by plugin name, merged over those of the config. */
  pluginOptions?: Readonly<Record<string, Readonly<Record<string, unknown>>>> | undefined;
  /** Whether all findings are told, however many `limits.findings` says: for who acts on each of them. */
  allFindings?: boolean | undefined;
  /** Called before and after each plugin's work on an article, for measuring. */
  onPlugin?: AttachHooks['onRun'];
}

/** An article as it was delivered. */
export interface ArticleInput {
  value: string | Uint8Array;
  /** Tells the format by its ending, and names the article in messages. Default: a text without a name. */
  path?: string | undefined;
  /** Publication date, EDTF level 0: `2022-10-19`, `2022-10` or `2022`. Wins over what the article says. */
  date?: string | undefined;
  /** The editor's decisions on it: the YAML of `<article>.decisions.yaml`. */
  decisions?: string | undefined;
  /** What is put out: names of formats, and of the house's own those that the config lists. Default: the formats of the config. */
  formats?: readonly string[] | undefined;
  /**
   * Asked for each format what takes its output, which is then called with one part after the other, and `outputs` has nothing of it: of
   * a long article no output stands in memory as a whole.
   */
  sink?: ((format: string) => (part: string) => void) | undefined;
  /** Called with each stretch of the work that runs without a pause, which it does: where a time limit can end it. */
  bound?: Bound | undefined;
}

/** Runs a stretch of work and hands on what it returns or throws; may end it early by throwing. */
export type Bound = <Result>(work: () => Result) => Result;

/** The contents of the outputs. A format of the house has the name that the config gives it. */
export type Outputs = Partial<Record<FormatName, string>> & Record<string, string | undefined>;

/** What becomes of an article. */
export interface BuildResult {
  /** The article document, which the JSON output holds. Offsets are UTF-16 code units. */
  article: Article;
  /** The content of each output, by format. */
  outputs: Outputs;
  /** Files that the outputs refer to, images of a Word file: to be written beside them. */
  assets: Asset[];
  /** The file with its messages and data. */
  file: VFile;
  /** The finished tree. */
  tree: Root;
  /** The diagnostics of copydesk and of all plugins. */
  catalogue: RuleCatalogue;
}

/** Builds articles, any number of them, by one config. */
export interface Pipeline {
  /** The config with its defaults, paths absolute. */
  readonly settings: Settings;
  /**
   * Loads all plugins. `build` does so by itself; call it to find faults of the config before the first article.
   *
   * @returns what is likely a mistake in the config, and stops nothing: plugins in an order that one of them advises against.
   */
  ready(): Promise<readonly ConfigError[]>;
  /**
   * Builds one article. Writes no file; may be called concurrently.
   *
   * @throws ConfigError where the config is at fault; PluginError where a plugin throws; LimitError where the article would cost too
   * much; DecisionsError where the decisions can't be read; TypeError for a `date` that is none.
   */
  build(input: Readonly<ArticleInput>): Promise<BuildResult>;
  /** Reads one article without running a plugin on it: the tree as it stands in the source. Throws as `build` does. */
  read(input: Readonly<ArticleInput>): Promise<{ tree: Root; file: VFile }>;
  /**
   * The ending of a format's files, without the dot.
   *
   * @throws TypeError for a format that there is none of; ConfigError where the config is at fault.
   */
  extensionOf(format: string): Promise<string>;
}

/**
 * Makes a pipeline from a config.
 *
 * @throws ConfigError where the config is missing or at fault; faults of plugins are found by `ready` or the first `build`.
 */
export function createPipeline(options: Readonly<PipelineOptions> = {}): Pipeline {
  const configured = withPluginOptions(loadSettings(options), options.pluginOptions ?? {});
  const settings = options.allFindings
    ? { ...configured, limits: { ...configured.limits, findings: Number.POSITIVE_INFINITY } }
    : configured;
  let assembly: Promise<Assembly> | undefined;
  const assembled = (): Promise<Assembly> => (assembly ??= assemble(settings, options.onPlugin));
  return {
    settings,
    ready: async () => (await assembled()).warnings,
    build: async (input) => buildArticle(input, settings, await assembled()),
    read: async (input) => {
      const file = toFile(input, settings);
      const readAs = await loadReader(file);
      return { tree: await read(file, readAs, await assembled(), settings.limits), file };
    },
    extensionOf: async (format) => writerOf(format, await assembled()).extension,
  };
}

/** One article on its way: bytes, tree, transformed tree, article document, outputs. */
async function buildArticle(
  input: Readonly<ArticleInput>,
  settings: Settings,
  assembly: Assembly,
): Promise<BuildResult> {
  const bound: Bound = input.bound ?? ((work) => work());
  const file = bound(() => toFile(input, settings));
  const readAs = await loadReader(file);
  const tree = await bound(() => read(file, readAs, assembly, settings.limits));
  const accepted = bound(() => placeAccepted(tree, file));
  const finished = await bound(() => assembly.processor.run(tree, file));
  bound(() => {
    makeSafe(finished, file);
    settleBlocks(finished);
    dropAccepted(file, assembly.catalogue, accepted);
    reportUnapplied(file);
  });
  applySeverities(file, assembly.catalogue, settings);
  const { catalogue } = assembly;
  const made = { tree: finished, file, article: bound(() => toArticle(finished, file, catalogue)) };
  const { tree: last, article, markdown } = await steady(made, settings, assembly, bound);
  const outputs = await write(
    { tree: last, file, article, ...assembly },
    input.formats ?? settings.formats,
    assembly,
    bound,
    (format, length) => checkOutput(format, length, input, settings.limits),
    input.sink,
    markdown,
  );
  compiledCode.isWorthKeeping = true;
  return { article, outputs, assets: file.data.assets ?? [], file, tree: last, catalogue };
}

type Unwritten = Omit<Version, 'markdown'>;

/** The article as it stays when the Markdown that is written of it is built again; with that Markdown, where it had to be looked at. */
async function steady(
  made: Unwritten,
  settings: Settings,
  assembly: Assembly,
  bound: Bound,
): Promise<Unwritten & { markdown?: string }> {
  const { file } = made;
  // Without front matter it is another article that is built again, and what plugins of others do again only they know.
  if (settings.markdown.frontMatter === 'none') return made;
  if (assembly.plugins.some(({ origin }) => origin !== 'shipped')) return made;
  if (!bound(() => isUnusual(made))) return made;
  const written = async (unwritten: Unwritten): Promise<Version> => {
    const write = (): unknown =>
      writerOf('markdown', assembly).write({ ...unwritten, ...assembly });
    return { ...unwritten, markdown: (await bound(write)) as string };
  };
  const first = await written(made);
  const last = await steadied(first, async (markdown) => {
    const again = toFile({ value: markdown, path: 'article.md' }, settings);
    Object.assign(again.data, { source: file.data.source });
    const readAs = await loadReader(again);
    const tree = await bound(() => read(again, readAs, assembly, settings.limits));
    const finished = await bound(() => assembly.processor.run(tree, again));
    return bound(() => {
      makeSafe(finished, again);
      settleBlocks(finished);
      applySeverities(again, assembly.catalogue, settings);
      const article = toArticle(finished, again, assembly.catalogue);
      return written({ tree: finished, file: again, article });
    });
  });
  if (last === first) return first;
  return { ...last, article: bound(() => toArticle(last.tree, file, assembly.catalogue)) };
}

function toFile(
  { value, path, date, decisions }: Readonly<ArticleInput>,
  settings: Settings,
): VFile {
  const file = new VFile(path === undefined ? {} : { path });
  const format = formatOf(path);
  const reader: Reader = readers[format];
  const bytes = bytesOf(value);
  if (bytes > settings.limits.inputBytes)
    throw new LimitError('inputBytes', 'size in bytes', bytes, settings.limits);
  file.data.source = {
    path: sourcePath(path, settings),
    format,
    encoding: 'binary',
    sha256: createHash('sha256').update(value).digest('hex'),
  };
  file.data.findings = new FindingsBeyond(settings.limits.findings);
  if (date !== undefined) file.data.publicationDate = checkedDate(date);
  if (decisions !== undefined) {
    const name = decisionsPathOf(path ?? 'untitled');
    file.data.decisions = readDecisions(decisions, name, settings.limits);
  }
  if (reader.binary) {
    file.value = value;
    return file;
  }
  const decoded = decode(value);
  file.value = decoded.value;
  file.data.source.encoding = decoded.encoding;
  reportDecoding(file, decoded);
  return file;
}

/** Before the work begins that a time limit can end. */
function loadReader(file: VFile): Promise<Read> {
  return readers[formatOf(file.path)].load();
}

async function read(
  file: VFile,
  readAs: Read,
  { processor, syntaxPlugins }: Assembly,
  limits: Readonly<Limits>,
): Promise<Root> {
  const format = formatOf(file.path);
  const reader: Reader = readers[format];
  const tree = await readAs(file, processor, limits);
  addFrontMatterDecisions(file);
  if (!reader.markdownSyntax && syntaxPlugins.length > 0) {
    report(
      file,
      'reader/plugin-without-syntax',
      `Unexpected ${format} input for ${syntaxPlugins.join(', ')}, which extends the syntax of Markdown: it has no effect here`,
    );
  }
  if (tree.children.length === 0) {
    report(file, 'reader/empty-article', 'Unexpected empty article, expected text');
  }
  return tree;
}

async function write(
  input: WriterInput,
  formats: readonly string[],
  assembly: Assembly,
  bound: Bound,
  check: (format: string, length: number) => void,
  sink: ArticleInput['sink'],
  markdown: string | undefined,
): Promise<Outputs> {
  const outputs: Outputs = {};
  for (const format of formats) {
    const writer = writerOf(format, assembly);
    const known = format === 'markdown' ? markdown : undefined;
    if (sink) {
      const parts = known === undefined ? await bound(() => partsOf(writer, input)) : [known];
      bound(() => pour(parts, sink(format), (length) => check(format, length)));
    } else {
      const output = known ?? (await bound(() => writer.write(input)));
      check(format, output.length);
      outputs[format] = output;
    }
  }
  return outputs;
}

async function partsOf(writer: Writer, input: WriterInput): Promise<Iterable<string>> {
  return writer.writeParts ? writer.writeParts(input) : [await writer.write(input)];
}

function pour(
  parts: Iterable<string>,
  put: (part: string) => void,
  check: (length: number) => void,
): void {
  let length = 0;
  for (const part of parts) {
    length += part.length;
    check(length);
    put(part);
  }
}

/** Smaller outputs may have any ratio to their article: a page has parts of its own. */
const anyRatio = 1_000_000;

/** @throws LimitError where an output is out of all proportion to its article. */
function checkOutput(
  format: string,
  length: number,
  { value, path }: Readonly<ArticleInput>,
  limits: Readonly<Limits>,
): void {
  if (length < anyRatio) return;
  const packed = (readers[formatOf(path)] as Reader).binary ? limits.docxRatio : 1;
  const ratio = length / Math.max(1, bytesOf(value) * packed);
  if (ratio > limits.outputRatio)
    throw new LimitError('outputRatio', `size of the output in ${format}, as a multiple of its article`, ratio, limits); // prettier-ignore
}

function bytesOf(value: string | Uint8Array): number {
  return typeof value === 'string' ? Buffer.byteLength(value) : value.length;
}

function writerOf(format: string, { writers }: Assembly): Writer {
  const writer = Object.hasOwn(writers, format) ? writers[format] : undefined;
  if (writer) return writer;
  throw new TypeError(
    `Unexpected format "${format}", expected one of ${Object.keys(writers).join(', ')}`,
  );
}

/** Relative to the input root where the article stands in it, else its base name; with `/` on every system. */
function sourcePath(path: string | undefined, settings: Settings): string {
  if (path === undefined) return 'untitled';
  const inside = relative(settings.input, resolve(settings.root, path));
  const outside = inside === '' || inside.startsWith('..') || isAbsolute(inside);
  return outside ? basename(path) : inside.split(sep).join('/');
}

/**
 * The publication date that a caller gives.
 *
 * @throws TypeError where it is not EDTF level 0.
 */
export function checkedDate(date: string): string {
  if (/^\d{4}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?)?$/.test(date)) return date;
  throw new TypeError(
    `Unexpected date "${date}", expected a day, a month or a year: 2022-10-19, 2022-10 or 2022`,
  );
}
