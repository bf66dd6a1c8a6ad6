/**
 * What one article may cost. Articles come from strangers, and some forms of input take time or memory out of all proportion to their
 * length; each limit is far above what an article needs and is checked before the cost arises.
 *
 * Each has a rule of the same name in the catalogue, `limits/input-bytes` for `inputBytes`. Where no word is lost, what goes beyond a
 * limit is made simpler and the rule is reported; otherwise the article fails with a `LimitError`.
 */
import type { RuleId } from './model/index.ts';

/**
 * What one article may cost. A limit that is left out has its default.
 *
 * `LimitsConfig` is what a user writes, `Limits` what the code is given.
 */
export interface Limits {
  /**
   * Bytes of an article as it is delivered, of any format. A long novel is a megabyte of text; a Word file brings its pictures along.
   * Default: 32000000. Beyond it the article fails.
   *
   * @asType integer
   * @minimum 1
   */
  inputBytes: number;
  /**
   * Seconds that one article of up to 2,000,000 bytes may take, not counting those in which other processes have the cores; a longer one
   * may take as much more as it is longer: five times as many of 10,000,000 bytes. Default: 20; an article of some pages takes a hundredth of
   * one. Beyond it the article fails, once it was tried again by itself.
   *
   * @exclusiveMinimum 0
   */
  time: number;
  /**
   * Megabytes of memory that the process that builds an article may hold. Default: 2048. Beyond it the article fails, once it was tried
   * again by itself. It holds for articles of more than a quarter of a megabyte and for those of large batches, which are built in other processes.
   *
   * @asType integer
   * @minimum 128
   */
  memory: number;
  /**
   * Elements within elements in HTML and in the XML of a Word file, quotes, lists and emphasis within each other in Markdown, and mappings and lists within each other in front matter: the time that it takes to parse them grows with the square of the
   * depth, and what walks the tree needs a stack as deep. Default: 200; browsers draw the line at 512. Tags of HTML that are nested
   * more deeply are passed over and their text is kept, markers in Markdown are text, front matter stays in the text, a Word file fails.
   *
   * @asType integer
   * @minimum 16
   * @maximum 512
   */
  nestingDepth: number;
  /**
   * Formatting elements (`b`, `i`, `a` and their like) that are open at once in HTML: each that was never closed is opened again in every
   * paragraph that follows. Default: 16. Tags beyond it are passed over and their text is kept.
   *
   * @asType integer
   * @minimum 4
   * @maximum 64
   */
  openFormatting: number;
  /**
   * Elements of an HTML page, those that a parser adds among them. Default: 50000; the longest pages of Wikipedia have about as many. Tags
   * beyond it are passed over and their text is kept.
   *
   * @asType integer
   * @minimum 100
   */
  htmlElements: number;
  /**
   * Cells of one table in HTML, Word or Markdown, once all rows have as many as the longest: a hundred lines of markup can ask for a million. Default:
   * 20000. The rows of a larger table become paragraphs.
   *
   * @asType integer
   * @minimum 1
   */
  tableCells: number;
  /**
   * Characters of one table in HTML, Word or Markdown, once all its columns are as wide as its longest cell, as they are in Markdown. Default: 4000000.
   * The rows of a larger table become paragraphs.
   *
   * @asType integer
   * @minimum 1
   */
  tableCharacters: number;
  /**
   * Marks of running text in one paragraph of Markdown (brackets, emphasis, backticks, references): the time that it takes to parse
   * them may grow with the square of their number. Default: 2000. The marks of a paragraph with more are text.
   *
   * @asType integer
   * @minimum 100
   */
  paragraphMarks: number;
  /**
   * List items and headings of Markdown: each takes the parser a tenth of a millisecond and 16 kilobytes of memory, however short it is. Default: 20000.
   * The marks of those that follow are text.
   *
   * @asType integer
   * @minimum 1
   */
  markdownItems: number;
  /**
   * Definitions of links and notes in Markdown. Default: 10000. Those that follow are text.
   *
   * @asType integer
   * @minimum 1
   */
  definitions: number;
  /**
   * Characters of front matter in Markdown. Default: 262144. Longer front matter isn't read and stays in the text.
   *
   * @asType integer
   * @minimum 0
   */
  frontMatterLength: number;
  /**
   * Keys, list items and aliases in front matter, at all levels. Default: 10000. With more, it isn't read and stays in the text.
   *
   * @asType integer
   * @minimum 0
   */
  frontMatterKeys: number;
  /**
   * How many times the bytes of its article the characters of each output may be; outputs of less than 1,000,000 characters may have any
   * ratio. Of a Word file, which is packed, the bytes count `docxRatio` times. Default: 200; the JSON of an article takes 10 to 30 times.
   * Beyond it the article fails.
   *
   * @minimum 1
   */
  outputRatio: number;
  /**
   * Findings of one rule in one article: a few hundred kilobytes can ask for a hundred thousand. Default: 1000. Those beyond it are counted by one message for
   * each severity, which counts as many, and are not listed.
   *
   * @asType integer
   * @minimum 1
   */
  findings: number;
  /**
   * Bytes of a file of decisions, of which there is one an article. Default: 65536. Beyond it the article fails.
   *
   * @asType integer
   * @minimum 0
   */
  decisionsBytes: number;
  /**
   * Files in the package of a Word file. Default: 10000. Beyond it the article fails, as with all limits of Word files.
   *
   * @asType integer
   * @minimum 1
   */
  docxFiles: number;
  /**
   * Bytes of all that is unpacked of a Word file. Default: 256000000.
   *
   * @asType integer
   * @minimum 1
   */
  docxInflatedBytes: number;
  /**
   * Bytes of one part of XML in a Word file, unpacked. Default: 16000000; a book of 100,000 words takes about 10 million.
   *
   * @asType integer
   * @minimum 1
   */
  docxPartBytes: number;
  /**
   * How many times its packed size a part of XML in a Word file may take; parts of less than 250,000 bytes may have any ratio. Default: 60;
   * text of Word takes 10 to 40 times.
   *
   * @minimum 1
   */
  docxRatio: number;
  /**
   * Elements in one part of XML in a Word file: tiny elements take many times their size in memory. Default: 600000.
   *
   * @asType integer
   * @minimum 1
   */
  docxElements: number;
  /**
   * Paragraphs in one part of a Word file, cells of tables among them. Default: 20000.
   *
   * @asType integer
   * @minimum 1
   */
  docxParagraphs: number;
}

export type LimitsConfig = Partial<Limits>;

export const defaultLimits: Readonly<Limits> = {
  inputBytes: 32_000_000,
  time: 20,
  memory: 2048,
  nestingDepth: 200,
  openFormatting: 16,
  htmlElements: 50_000,
  tableCells: 20_000,
  tableCharacters: 4_000_000,
  paragraphMarks: 2000,
  markdownItems: 20_000,
  definitions: 10_000,
  frontMatterLength: 262_144,
  frontMatterKeys: 10_000,
  outputRatio: 200,
  findings: 1000,
  decisionsBytes: 65_536,
  docxFiles: 10_000,
  docxInflatedBytes: 256_000_000,
  docxPartBytes: 16_000_000,
  docxRatio: 60,
  docxElements: 600_000,
  docxParagraphs: 20_000,
};

/** Up to so many bytes an article has the time that the limit says. */
const timedBytes = 2_000_000;

/** The seconds that an article of a length in bytes may take. */
export function timeFor(bytes: number, { time }: Readonly<Limits>): number {
  return time * Math.max(1, bytes / timedBytes);
}

type Kebab<Text extends string> = Text extends `${infer First}${infer Rest}`
  ? `${First extends Lowercase<First> ? First : `-${Lowercase<First>}`}${Kebab<Rest>}`
  : Text;

/** The rule of a limit. A limit without one in the catalogue is a fault that the compiler finds. */
export type LimitRule = `limits/${Kebab<keyof Limits>}` & RuleId;

export function limitRule(name: keyof Limits): LimitRule {
  return `limits/${name.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}` as LimitRule;
}

/** An article that would cost too much. The message says what there is too much of, how much, and the limit. */
export class LimitError extends Error {
  readonly ruleId: LimitRule;
  readonly limit: number;
  readonly actual: number;

  /**
   * @param what - What there is too much of, in words that can follow "Unexpected": `number of files in the Word file`.
   * @param actual - How much was seen; more may follow, where reading stopped at once.
   */
  constructor(name: keyof Limits, what: string, actual: number, limits: Readonly<Limits>) {
    super(overLimit(name, what, actual, limits));
    this.name = 'LimitError';
    this.ruleId = limitRule(name);
    this.limit = limits[name];
    this.actual = actual;
  }
}

/** The reason of a message or an error about a limit. */
export function overLimit(
  name: keyof Limits,
  what: string,
  actual: number,
  limits: Readonly<Limits>,
): string {
  return `Unexpected ${what}: ${grouped(actual)}, expected at most ${grouped(limits[name])} (limits.${name})`;
}

function grouped(value: number): string {
  return String(Math.round(value)).replace(/\B(?=(?:\d{3})+$)/g, ',');
}
