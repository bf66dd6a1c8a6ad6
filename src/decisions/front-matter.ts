/**
 * Decisions in the front matter of a Markdown article, under `decisions`, in the form of the file. So an author can write them, and so
 * our own Markdown carries what can't be found again in it: that something is no citation, what a name stands for, a quote refused.
 */
import { isNode, type Document } from 'yaml';
import type { VFile } from 'vfile';
import { ConfigError } from '../config/config-error.ts';
import { ConfigSource, type ValuePath } from '../config/source.ts';
import {
  report,
  type Decided,
  type DecisionKind,
  type DecisionPlace,
  type DecisionsData,
  type DecisionsFile,
} from '../model/index.ts';
import { frontMatterPlace } from '../readers/markdown/front-matter-place.ts';
import { noDecisions, toDecisions } from './read.ts';

/** The key of the front matter. */
export const frontMatterKey = 'decisions';

type Listed = Exclude<DecisionKind, 'metadata'>;
const listed: readonly Listed[] = ['citations', 'entities', 'pullQuotes', 'accept'];

/**
 * Adds the decisions of the front matter to those of the file, which go before them where both are about the same words. Decisions that
 * are at fault are reported, and none of the front matter's is used.
 */
export function addFrontMatterDecisions(file: VFile): void {
  const document = file.data.frontMatter;
  if (!document?.has(frontMatterKey)) return;
  const values: unknown = valueOf(document, frontMatterKey);
  if (values === null || values === undefined) return;
  const placeOf = (path: ValuePath): Omit<DecisionPlace, 'file'> | undefined => {
    for (let length = path.length; length > 0; length--) {
      const node: unknown = document.getIn(path.slice(0, length), true);
      const offset = isNode(node) ? node.range?.[0] : undefined;
      const point = offset === undefined ? undefined : pointAt(file, offset);
      if (point) return point;
    }
    return undefined;
  };
  try {
    const own = toDecisions(values, new ConfigSource(), [frontMatterKey], undefined, placeOf);
    file.data.decisions = merge(file.data.decisions ?? noDecisions(), own);
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    const place = placeOf([frontMatterKey]);
    report(file, 'decisions/invalid', error.message.replace(/^config\.?/, ''), { place });
  }
}

function pointAt(file: VFile, offset: number): Omit<DecisionPlace, 'file'> | undefined {
  const start = frontMatterPlace(file, offset, offset)?.start;
  return start && { line: start.line, column: start.column };
}

function merge(first: DecisionsData, second: DecisionsData): DecisionsData {
  const fields = new Set(first.metadata.map(({ decision }) => decision.field));
  const merged = {
    ...first,
    metadata: [
      ...first.metadata,
      ...second.metadata.filter(({ decision }) => !fields.has(decision.field)),
    ],
  };
  for (const kind of listed) addNew(merged, second, kind);
  return merged;
}

function addNew<Kind extends Listed>(to: DecisionsData, from: DecisionsData, kind: Kind): void {
  const known = new Set(to[kind].map(({ decision }) => keyOf(decision)));
  const added = (from[kind] as Decided<{ quote?: string }>[]).filter(
    ({ decision }) => !known.has(keyOf(decision)),
  );
  to[kind] = [...to[kind], ...added] as DecisionsData[Kind];
}

/** The same for decisions about the same words. */
function keyOf(decision: {
  quote?: string;
  after?: string;
  before?: string;
  rule?: string;
}): string {
  const { quote, after, before, rule } = decision;
  return JSON.stringify([quote, after, before, rule]);
}

/**
 * What the front matter of our Markdown has to say so that building it again comes to the same: the decisions that stand in it already,
 * then those that were carried out and leave no trace in the text. Undefined where there is nothing to add.
 */
export function carriedDecisions(file: VFile): DecisionsFile | undefined {
  const data = file.data.decisions;
  if (!data) return undefined;
  const document = file.data.frontMatter;
  const known = (document?.has(frontMatterKey) ? valueOf(document, frontMatterKey) : undefined) as
    DecisionsFile | null | undefined;
  const done = <Decision>(list: readonly Decided<Decision>[]): Decision[] =>
    list
      .filter(({ outcome, place }) => outcome === 'done' && place?.file !== undefined)
      .map(({ decision }) => decision);
  const added: Pick<Required<DecisionsFile>, 'citations' | 'entities' | 'pullQuotes'> = {
    citations: done(data.citations).filter(({ citation }) => citation === false),
    entities: done(data.entities),
    pullQuotes: done(data.pullQuotes).filter(({ take }) => take === false),
  };
  const result: Record<string, unknown> = { ...known };
  let isNew = false;
  for (const [kind, list] of Object.entries(added)) {
    if (!list || list.length === 0) continue;
    isNew = true;
    const old = (known?.[kind as keyof typeof added] ?? []) as { quote: string }[];
    const keys = new Set(list.map(keyOf));
    result[kind] = [...old.filter((each) => !keys.has(keyOf(each))), ...list];
  }
  return isNew ? (result as DecisionsFile) : undefined;
}

function valueOf(document: Document, key: string): unknown {
  const node: unknown = document.get(key, true);
  return isNode(node) ? node.toJS(document, { maxAliasCount: 100 }) : node;
}
