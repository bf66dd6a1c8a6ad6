/** What a citation is made of: fields, and the segments that they stand in. */
import type { TextDate } from '../../../src/text/index.ts';
import type { Locator } from '../model.ts';
import type { Token } from './tokens.ts';

interface Span {
  start: number;
  end: number;
}

export type Field = Span &
  (
    | { type: 'empty' }
    | { type: 'name'; text: string }
    | { type: 'title'; text: string }
    | {
        type: 'date';
        date: TextDate | undefined;
        literal: string;
        suffix?: string;
        accessed: boolean;
        introduction: string;
      }
    | { type: 'locator'; locator: Locator }
    | { type: 'remark'; text: string }
    | { type: 'url'; url: string }
    /** `[outlet missing]`, as our own notes have it. */
    | { type: 'missing' }
    | { type: 'unknown'; text: string }
  );

export interface Segment extends Span {
  signal?: string;
  fields: Field[];
}

/** A comma; a colon and a spaced dash, which part as well: "Reuters: May 2". */
export function isSeparator(token: Token | undefined): boolean {
  if (!token) return false;
  return (
    token.type === 'comma' ||
    token.type === 'colon' ||
    (token.type === 'dash' && (token.spaced || token.value === '—'))
  );
}

export function isBreak(token: Token | undefined): boolean {
  return token === undefined || isSeparator(token);
}

/** White space collapsed. */
export function clean(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
