/**
 * Repairs what copying broke and sets the typography of running text: in the body, the masthead and the notes, never in code,
 * addresses, paths, formulas or quotations in other scripts.
 *
 * Damage is reported place by place, typography once a rule. Running it again changes nothing.
 */
import type { Root } from 'mdast';
import { VFile } from 'vfile';
import { report, type RuleId } from '../../src/model/index.ts';
import { languageOf, textBlocks, textView, type TextView } from '../../src/text/index.ts';
import { Guard } from './guard.ts';
import { scriptOf } from './language.ts';
import type { Change, Context, DashStyle, QuoteStyle, Repair } from './repair.ts';
import { dashStyleOf } from './repairs/dashes.ts';
import { repairs } from './repairs/index.ts';
import { signsOf } from './signs.ts';

export type { DashStyle, QuoteStyle } from './repair.ts';

export interface CleanupOptions {
  /** Characters that were decoded with the wrong encoding. Default true. */
  mojibake?: boolean | undefined;
  /** Default true. */
  controlCharacters?: boolean | undefined;
  /** Zero-width characters that no script and no emoji needs. Default true. */
  zeroWidth?: boolean | undefined;
  /** Default true. */
  softHyphens?: boolean | undefined;
  /** Default true. */
  ligatures?: boolean | undefined;
  /** Runs of spaces, stray no-break spaces, tabs. Default true. */
  spaces?: boolean | undefined;
  /** Punctuation that a lost link has doubled. Default true. */
  doubledPunctuation?: boolean | undefined;
  /** Brackets that a lost source has left empty. Default true. */
  emptyBrackets?: boolean | undefined;
  /** Default true. */
  spaceBeforePunctuation?: boolean | undefined;
  /** The space behind a comma between two words. Default true. */
  missingSpace?: boolean | undefined;
  /** Default true. */
  ellipses?: boolean | undefined;
  /** Default `auto`. */
  dashes?: DashStyle | boolean | undefined;
  /** Default `curly`. */
  quotes?: QuoteStyle | boolean | undefined;
  /** Whether typography, too, is reported place by place, and not with one message a rule. Default false. */
  eachPlace?: boolean | undefined;
}

const styles: Readonly<Record<string, readonly string[]>> = {
  dashes: ['auto', 'em', 'em-spaced', 'en-spaced', 'keep'],
  quotes: ['curly', 'keep'],
};

export const optionsSchema = {
  type: 'object',
  additionalProperties: false,
  properties: {
    ...Object.fromEntries(
      repairs.map(({ name, description }) => [
        name,
        styles[name]
          ? { enum: [true, false, ...styles[name]], default: styles[name][0], description }
          : { type: 'boolean', default: true, description },
      ]),
    ),
    eachPlace: {
      type: 'boolean',
      default: false,
      description: 'Report typography place by place, too.',
    },
  },
};

/** What it should come after, and why. */
export const order = {
  after: { masthead: 'the masthead says which language is to be repaired' },
} as const;

/** One repair can make room for another; more rounds than these are never needed. */
const mostRounds = 5;

type Article = Omit<Context, 'guard'>;

/** What is known of an article before its characters are restored. */
const unknown: Article = { latin: false, english: false, language: undefined, dashes: undefined };

export default function cleanup(
  options?: Readonly<CleanupOptions> | null,
): (tree: Root, file: VFile) => void {
  const settings = (options ?? {}) as Readonly<Record<string, unknown>>;
  const eachPlace = options?.eachPlace ?? false;
  const active = repairs.filter(
    ({ name }) => settings[name] !== false && settings[name] !== 'keep',
  );
  const dashes = typeof options?.dashes === 'string' ? options.dashes : 'auto';

  return (tree, file) => {
    const stated = file.data.masthead?.language ?? file.data.stated?.language ?? undefined;
    const counts = new Map<RuleId, number>();
    const views = textBlocks(tree).map(({ node }) => textView(node, file));
    const found = views.map(({ text }) => signsOf(text));
    const characters = active.filter(({ stage }) => stage === 'characters');
    /** Whether a character was restored, which may make the article one in another script or language. */
    const run = (stage: readonly Repair[], article: Article): boolean => {
      const before = restoredIn(counts);
      for (const [index, view] of views.entries()) {
        // Most blocks have nothing, and nobody else changes them between the runs.
        if (found[index] !== 0 && repairBlock(view, file, stage, article, counts, eachPlace))
          found[index] = signsOf(view.text);
      }
      return restoredIn(counts) > before;
    };
    const restoredIn = (all: ReadonlyMap<RuleId, number>): number =>
      characters.reduce((sum, { rule }) => sum + (all.get(rule) ?? 0), 0);
    run(characters, { ...unknown, language: stated });
    let article: Article = unknown;
    for (let round = 0; round < mostRounds; round++) {
      const restored = views.map(({ text }) => text);
      const language = languageOf(tree, file);
      const dashStyle = dashes === 'auto' ? dashStyleOf(restored) : dashes;
      article = {
        ...scriptOf(restored, language),
        language,
        dashes: dashStyle === 'keep' ? undefined : dashStyle,
      };
      if (!run(active, article)) break;
      delete file.data.detectedLanguage;
    }
    const { dashes: _, ...script } = article;
    repairNames(file, active, { ...unknown, ...script });
    for (const { rule, kind } of active) {
      const count = counts.get(rule);
      if (count !== undefined && kind === 'typography' && !eachPlace)
        report(file, rule, summary(rule, count));
    }
  };
}

/** Names that the masthead holds as data are printed as well; their words are counted where they stand in the text. */
function repairNames(file: VFile, active: readonly Repair[], article: Article): void {
  const masthead = file.data.masthead;
  if (!masthead) return;
  const repaired = (value: string): string => {
    if (signsOf(value) === 0) return value;
    const scratch = new VFile({ value });
    const view = textView({ type: 'paragraph', children: [{ type: 'text', value }] }, scratch);
    repairBlock(view, scratch, active, article, new Map());
    return view.text;
  };
  masthead.authors = masthead.authors.map((author) => ({ ...author, name: repaired(author.name) }));
  if (masthead.publication) {
    masthead.publication = { ...masthead.publication, name: repaired(masthead.publication.name) };
  }
}

/** @returns whether anything was changed */
function repairBlock(
  view: TextView,
  file: VFile,
  active: readonly Repair[],
  article: Article,
  counts: Map<RuleId, number>,
  eachPlace = false,
): boolean {
  let any = false;
  for (let round = 0; round < mostRounds; round++) {
    let found = signsOf(view.text);
    if (found === 0) break;
    let changed = false;
    let guard = new Guard(view, article.latin);
    for (const repair of active) {
      if ((repair.signs & found) === 0 || !repair.trace.test(view.text)) continue;
      const own = guard;
      const changes = repair
        .find(view.text, { ...article, guard })
        .filter(({ start, end, text }) => !own.empties(start, end, text));
      if (changes.length === 0) continue;
      changed = true;
      if (repair.kind === 'damage' || eachPlace)
        for (const change of changes) reportChange(view, file, repair, change);
      counts.set(repair.rule, (counts.get(repair.rule) ?? 0) + changes.length);
      view.apply(changes.map(({ start, end, text }) => ({ start, end, replace: text })));
      found = signsOf(view.text);
      guard = new Guard(view, article.latin);
    }
    if (!changed) break;
    any = true;
  }
  return any;
}

function reportChange(
  view: TextView,
  file: VFile,
  repair: Repair,
  { start, end, text }: Change,
): void {
  const actual = view.text.slice(start, end);
  report(
    file,
    repair.rule,
    `Unexpected ${shown(actual)}, expected ${text === '' ? 'nothing' : shown(text)}`,
    {
      place: view.place(start, end) ?? view.block,
      actual,
      expected: [text],
    },
  );
}

/** Characters that print nothing are named by their numbers. */
function shown(text: string): string {
  const visible = text.replace(/(?! )[\p{C}\p{Z}]/gu, (character) => {
    const code = character.codePointAt(0) as number;
    return `U+${code.toString(16).toUpperCase().padStart(4, '0')}`;
  });
  return `“${visible}”`;
}

/** What typography replaces, and by what: of one place, of several. */
type Wording = readonly [one: [string, string], several: [string, string]];

const wording: Partial<Record<RuleId, Wording>> = {
  'cleanup/spaces': [
    ['run of spaces', 'a single space'],
    ['runs of spaces', 'single spaces'],
  ],
  'cleanup/quotes': [
    ['straight quotation mark', 'a typographic one'],
    ['straight quotation marks', 'typographic ones'],
  ],
  'cleanup/dashes': [
    ['hyphen for a dash', 'a dash'],
    ['hyphens for dashes', 'dashes'],
  ],
  'cleanup/ellipses': [
    ['full stops for an ellipsis', 'the character “…”'],
    ['full stops for ellipses', 'the character “…”'],
  ],
};

function summary(rule: RuleId, count: number): string {
  const [actual, expected] = (wording[rule] as Wording)[count === 1 ? 0 : 1];
  return `Unexpected ${actual}, expected ${expected} (${count} ${count === 1 ? 'place' : 'places'})`;
}
