import type { RuleId } from '../../src/model/index.ts';
import type { Guard } from './guard.ts';

/** One change to the text of a block: UTF-16 offsets, end exclusive. */
export interface Change {
  start: number;
  end: number;
  text: string;
}

/** How quotation marks are set: by the rules of English, or not at all. */
export type QuoteStyle = 'curly' | 'keep';

/**
 * How dashes are set: closed up or spaced, em or en; `auto` follows the dashes that the article has already; `keep` leaves hyphens.
 */
export type DashStyle = 'auto' | 'em' | 'em-spaced' | 'en-spaced' | 'keep';

/** What a repair may know of the article. */
export interface Context {
  /** Ranges of this block that are no prose. */
  guard: Guard;
  /** Whether the article is English, so that English typography fits it. */
  english: boolean;
  /** Whether most letters of the article are Latin. */
  latin: boolean;
  /** BCP 47 of the article's language, where it is stated. */
  language: string | undefined;
  /** How dashes are set in this article; undefined where it has none to go by. */
  dashes: Exclude<DashStyle, 'auto' | 'keep'> | undefined;
}

/** A family of repairs. */
export interface Repair {
  /** The name by which options switch it. */
  name: string;
  rule: RuleId;
  /** `damage` is reported place by place, `typography` as one summary an article. */
  kind: 'damage' | 'typography';
  /** Whether it restores characters, which must be done before the script of an article can be told. */
  stage: 'characters' | 'punctuation';
  /** What the option says of it. */
  description: string;
  /** Bits of `signs`: a text that needs the repair holds one of these. */
  signs: number;
  /**
   * What a text that needs the repair holds somewhere: a look at texts with one of the signs, which spares most of them the search.
   * Neither global nor sticky; quickest without the flag `u`.
   */
  trace: RegExp;
  /** The changes that a text needs, in order and without overlap. Linear in its length. */
  find: (text: string, context: Context) => Change[];
}

/** The changes for the matches of a pattern, outside of what is guarded. */
export function changesFor(
  text: string,
  pattern: RegExp,
  context: Context,
  replace: (match: RegExpExecArray) => Change | string | undefined,
): Change[] {
  const changes: Change[] = [];
  pattern.lastIndex = 0;
  for (let match = pattern.exec(text); match; match = pattern.exec(text)) {
    const [start, end] = [match.index, match.index + match[0].length];
    if (end === start) pattern.lastIndex++;
    const result = replace(match);
    if (result === undefined) continue;
    const change = typeof result === 'string' ? { start, end, text: result } : result;
    if (text.slice(change.start, change.end) === change.text) continue;
    if (context.guard.touches(change.start, change.end)) continue;
    changes.push(change);
  }
  return changes;
}
