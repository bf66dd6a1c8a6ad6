/** A vocabulary as it is used: each rule with its defaults filled in. */
import type { Severity } from '../../../src/model/index.ts';
import type { Pattern } from '../matching/pattern.ts';

export const kinds = [
  'existence',
  'substitution',
  'consistency',
  'capitalization',
  'acronym',
  'repetition',
] as const;
export type RuleKind = (typeof kinds)[number];

export const scopes = ['title', 'subtitle', 'caption', 'heading', 'body', 'note'] as const;
export type Scope = (typeof scopes)[number];

export const cases = ['sentence', 'title', 'lower', 'upper'] as const;
export type LetterCase = (typeof cases)[number];

/** A word or phrase that is looked for, or a pattern in place of one. */
export interface Term {
  text: string;
  pattern?: Pattern;
  /** What should stand there instead, the best first. */
  expected: readonly string[];
  /** Of words of which either may be used: which of the two spellings this is, and which pair it belongs to. */
  pair?: { id: number; side: 0 | 1 };
}

export interface Rule {
  name: string;
  kind: RuleKind;
  level: Severity;
  /** Printed in place of our own words; `{found}` and `{expected}` stand for what was found and what could stand there. */
  message: string | undefined;
  ignoreCase: boolean;
  scope: ReadonlySet<Scope>;
  /** Whether words that are quoted count. Undefined: as the plugin's option says. */
  quotations: boolean | undefined;
  exceptions: readonly string[];
  terms: readonly Term[];
  /** Of capitalisation: how headings are to be written. */
  match: LetterCase | undefined;
  /** Of acronyms: what they stand for. */
  define: ReadonlyMap<string, string>;
}

export const defaultScope: Readonly<Record<RuleKind, readonly Scope[]>> = {
  existence: ['title', 'subtitle', 'caption', 'heading', 'body'],
  substitution: ['title', 'subtitle', 'caption', 'heading', 'body'],
  consistency: ['title', 'subtitle', 'caption', 'heading', 'body'],
  capitalization: ['title', 'heading'],
  acronym: ['body'],
  repetition: ['title', 'subtitle', 'caption', 'heading', 'body', 'note'],
};
