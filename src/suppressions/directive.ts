import type { Position } from 'unist';
import type { SourceRange, Suppression } from '../model/index.ts';

const kinds = { disable: 'disable', enable: 'enable', 'disable-next': 'disable-next' } as const;

/** The words that a comment may begin with, without what all begin with. */
export const directiveNames = Object.keys(kinds);

/** A comment by what stands between its marks; undefined where it isn't for us. */
export function parseDirective(
  content: string,
  place: Position | undefined,
  next?: SourceRange,
): Suppression | undefined {
  const head = /^\s*copydesk-([\w-]*)/.exec(content);
  if (!head) return undefined;
  const name = head[1] as string;
  const rest = content.slice(head[0].length);
  // The id of a rule of a foreign plugin has a colon, with no space after it.
  const colon = /:(?=\s|$)/.exec(rest);
  const list = colon ? rest.slice(0, colon.index) : rest;
  const reason = colon
    ? rest
        .slice(colon.index + 1)
        .trim()
        .replaceAll(/\s+/g, ' ')
    : '';
  const rules = list.split(/[\s,]+/).filter((rule) => rule !== '');
  if (!Object.hasOwn(kinds, name) || (rules.length === 0 && name !== 'enable')) {
    return { kind: 'unknown', rules: [name], reason: null, place };
  }
  return {
    kind: kinds[name as keyof typeof kinds],
    rules,
    reason: reason === '' ? null : reason,
    place,
    next,
  };
}

/** A comment of ours in a text: UTF-16 offsets into it. */
export interface FoundComment {
  start: number;
  end: number;
  content: string;
}

/** The comments in a piece of HTML that are for us. */
export function commentsIn(html: string): FoundComment[] {
  const found: FoundComment[] = [];
  for (let start = html.indexOf('<!--'); start >= 0;) {
    const close = html.indexOf('-->', start + 4);
    if (close < 0) break;
    const content = html.slice(start + 4, close);
    if (/^\s*copydesk-/.test(content)) found.push({ start, end: close + 3, content });
    start = html.indexOf('<!--', close + 3);
  }
  return found;
}
