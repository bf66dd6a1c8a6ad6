/** Places in a source: pages, paragraphs, chapters. */
import type { Locator } from '../model.ts';
import { clean, isBreak, type Field } from './field.ts';
import type { Token } from './tokens.ts';

const locatorLabels: Readonly<Record<string, string>> = {
  p: 'page', pp: 'page', page: 'page', pages: 'page', para: 'paragraph', paras: 'paragraph', paragraph: 'paragraph', '§': 'section',
  '§§': 'section', sec: 'section', section: 'section', ch: 'chapter', chap: 'chapter', chapter: 'chapter', chapters: 'chapter', vol: 'volume', volume: 'volume', no: 'number',
  nos: 'number', issue: 'number', fig: 'figure', figure: 'figure', table: 'table', at: 'page', n: 'note', fn: 'note', line: 'line', lines: 'line', art: 'article', verse: 'verse', loc: 'location',
  col: 'column', cols: 'column', pl: 'plate', pls: 'plate', plate: 'plate', plates: 'plate', tables: 'table', figs: 'figure', figures: 'figure', annex: 'annex', appendix: 'appendix', app: 'appendix',
  supplement: 'supplement', suppl: 'supplement', supp: 'supplement', s: 'section', ss: 'section', secs: 'section', sections: 'section', nn: 'note', arts: 'article', chs: 'chapter', vols: 'volume', bk: 'book', pt: 'part',
}; // prettier-ignore

/** A locator and the index behind its tokens. */
interface ReadLocator {
  field: Field;
  next: number;
}

/**
 * The locator that begins at a token: "p. 4", "pp. 4–6", "para. 12", "§ 3", "chap. 2", "no. 4", "at 141"; behind a date or a
 * locator also "A1" and "45–47".
 */
export function readLocator(
  text: string,
  tokens: readonly Token[],
  at: number,
  previous: Field['type'] | undefined,
): ReadLocator | undefined {
  const token = tokens[at];
  if (!token) return undefined;
  // "esp. n. 47"
  if (/^esp(?:ecially|\.)?$/.test(token.value)) {
    const read = readLocator(text, tokens, at + 1, previous);
    if (!read || read.field.type !== 'locator') return undefined;
    const { start } = token;
    const { locator, end } = read.field;
    const printed = { ...locator, text: clean(text.slice(start, end)) };
    return { field: { type: 'locator', locator: printed, start, end }, next: read.next };
  }
  // "2018;378:1865-76"
  if (token.type === 'word' && token.value.startsWith(';') && previous === 'date') {
    const { start, end, value } = token;
    const locator = { label: 'volume', value: value.slice(1), text: value.slice(1) };
    return { field: { type: 'locator', locator, start, end }, next: at + 1 };
  }
  const word = token.value.toLowerCase().replace(/\.$/, '');
  const label = token.type === 'word' || token.value === '§' ? locatorLabels[word] : undefined;
  const glued = /^(pp?)\.?(\d+)$/.exec(word);
  if (label !== undefined) {
    // "col. 1146": behind its label no figure is a year.
    const counted =
      /^(?:page|column|paragraph)$/.test(label) && /^\d+$/.test(tokens[at + 1]?.value ?? '');
    const until = Math.max(afterNumbers(tokens, at + 1), counted ? at + 2 : 0);
    return until > at + 1 ? toLocator(text, tokens, label, at, at + 1, until) : undefined;
  }
  if (glued && token.type === 'word')
    return { field: pageField(glued[2] as string, token), next: at + 1 };
  if (previous !== 'date' && previous !== 'locator') return undefined;
  // Pages of a newspaper, "A1", and bare pages, "2019, 45–47".
  if (token.type === 'word' && /^[A-Z]{1,2}\d{1,3}$/.test(token.value))
    return { field: pageField(token.value, token), next: at + 1 };
  if (token.type !== 'number' && !/^\d{1,4}ff?\.?$/.test(token.value)) return undefined;
  const until = afterNumbers(tokens, at);
  return isBreak(tokens[until]) ? toLocator(text, tokens, 'page', at, at, until) : undefined;
}

function toLocator(
  text: string,
  tokens: readonly Token[],
  label: string,
  at: number,
  from: number,
  until: number,
): ReadLocator {
  const start = (tokens[at] as Token).start;
  const end = (tokens[until - 1] as Token).end;
  const value = clean(text.slice((tokens[from] as Token).start, end));
  const locator = { label, value, text: clean(text.slice(start, end)) };
  return { field: { type: 'locator', locator, start, end }, next: until };
}

function pageField(value: string, { value: text, start, end }: Token): Field {
  return { type: 'locator', locator: { label: 'page', value, text }, start, end };
}

/** Index behind "4", "4–6", "4, 7 and 9" (the last only in part: a comma ends it). */
function afterNumbers(tokens: readonly Token[], from: number): number {
  let at = from;
  while (isNumber(tokens[at])) {
    at++;
    const joint = tokens[at];
    const joined =
      joint?.type === 'dash' ||
      (joint?.type === 'word' && joint.value === 'and') ||
      joint?.value === '&';
    if (joined && isNumber(tokens[at + 1])) at++;
  }
  return at;
}

function isNumber(token: Token | undefined): boolean {
  if (token?.type === 'number') return true;
  return (
    token?.type === 'word' && /^(?:[ivxlc]+|[A-Z]?\d+(?:[-–]\d+|[a-z]|ff?\.?)?)$/.test(token.value)
  );
}

/** "supplement 52173, p. 2" */
export function joinLocators(a: Locator, b: Locator): Locator {
  return { label: a.label, value: `${a.value}, ${b.value}`, text: `${a.text}, ${b.text}` };
}
