/** How notes are written: one file a style, this table is the only registry. */
import type { PhrasingContent } from 'mdast';
import type { SourceItem } from '../model.ts';
import type { StyleName } from '../options.ts';
import { ap } from './ap.ts';
import { chicagoNotes } from './chicago-notes.ts';
import { loadCslStyle, type CslStyle } from './csl-style.ts';
import { renderDate } from './dates.ts';
import { plain } from './plain.ts';

export interface Style {
  /** Whether titles of papers and magazines, and names of cases, are in italics. */
  italics: boolean;
  /** Names of the months, January first. `withDay` is given where a day follows. */
  month: (month: number, withDay: boolean) => string;
  /** A style of the house: notes are written by it, as far as it can. */
  sheet?: CslStyle;
}

const styles: Readonly<Record<StyleName, Style>> = {
  'chicago-notes': chicagoNotes,
  ap,
  plain,
};

/**
 * The style of that name, or the one in a `.csl` file.
 *
 * @throws Error where there is none, or the package that CSL needs is not installed.
 */
export function styleOf(name: string): Style {
  if (Object.hasOwn(styles, name)) return styles[name as StyleName];
  if (/\.csl$/i.test(name)) return { ...chicagoNotes, sheet: loadCslStyle(name) };
  const known = Object.keys(styles).join(', ');
  throw new Error(`Unexpected style "${name}", expected one of ${known}, or a file in CSL`);
}

/** What a source is called in a note, without the stop at its end. `short` where it stood in an earlier note in full. */
export function renderItem(item: SourceItem, style: Style, short: boolean): PhrasingContent[] {
  const parts: PhrasingContent[][] = [];
  // A source may run over the end of a line; a note is one paragraph.
  const text = (value: string): PhrasingContent => ({
    type: 'text',
    value: value.replace(/[\t ]*\n[\t ]*/g, ' '),
  });
  const italic = (value: string): PhrasingContent =>
    style.italics ? { type: 'emphasis', children: [text(value)] } : text(value);

  if (item.kind === 'legal') return renderLegal(item, italic, text);
  if (item.kind === 'author-date') {
    const date = item.date ? renderDate(item.date, style) : '';
    if (item.title === undefined) parts.push([text(`${item.authorText ?? ''} ${date}`.trim())]);
    else parts.push([text(item.authorText ?? '')], [text(`“${item.title}”`)], [text(date)]);
  } else {
    if (item.authorText !== undefined) parts.push([text(item.authorText)]);
    if (item.title !== undefined)
      parts.push([text(item.kind === 'other' ? item.title : `“${item.title}”`)]);
    if (item.lost) parts.push([text('[outlet missing]')]);
    if (item.outlet !== undefined) parts.push(renderOutlet(item, italic, text));
    if (item.date) parts.push([text(renderDate(item.date, style))]);
  }
  if (item.locator) parts.push([text(item.locator.text)]);
  if (item.url !== undefined && !(short && parts.length > 0)) {
    parts.push([{ type: 'link', url: item.url, title: null, children: [text(item.url)] }]);
  }
  if (item.accessed && !short)
    parts.push([
      text(
        `accessed ${renderDate({ from: item.accessed, form: 'words', ambiguous: false, year: 'stated' }, style)}`,
      ),
    ]);
  if (!short) for (const remark of item.remarks ?? []) parts.push([text(remark)]);
  const result: PhrasingContent[] = [];
  for (const part of parts) {
    // A title's comma stands inside its quotation marks.
    const last = result.at(-1);
    if (last?.type === 'text' && last.value.endsWith('”') && item.title !== undefined) {
      last.value = /[?!.]”$/.test(last.value) ? `${last.value} ` : last.value.replace(/”$/, ',” ');
    } else if (last) {
      result.push(text(', '));
    }
    result.push(...part);
  }
  return mergeTexts(result);
}

/** Papers, magazines and journals are in italics; agencies, broadcasters, sites and institutes are not. */
function renderOutlet(
  item: SourceItem,
  italic: (value: string) => PhrasingContent,
  text: (value: string) => PhrasingContent,
): PhrasingContent[] {
  const name = item.known?.name ?? (item.outlet as string);
  const kind = item.known?.kind;
  const upright =
    kind === 'agency' ||
    kind === 'broadcaster' ||
    kind === 'website' ||
    kind === 'think-tank' ||
    kind === 'government' ||
    /^\S+\.\p{L}{2,}(?:\/|$)/u.test(name) ||
    /^[\p{Lu}\p{N}/&-]+$/u.test(name);
  const result = [upright ? text(name) : italic(name)];
  if (item.descriptor !== undefined) result.push(text(` ${item.descriptor}`));
  return result;
}

function renderLegal(
  { legal, remarks }: SourceItem,
  italic: (value: string) => PhrasingContent,
  text: (value: string) => PhrasingContent,
): PhrasingContent[] {
  if (!legal) return [];
  const rest = (remarks ?? []).map((remark) => `, ${remark}`).join('');
  const isCase =
    legal.form === 'case' ||
    (legal.form === 'case-short' && !legal.reference.startsWith(legal.name ?? '\n'));
  if (legal.name !== undefined && (isCase || legal.form === 'statute')) {
    const name = isCase ? italic(legal.name) : text(legal.name);
    return mergeTexts([name, text(`, ${legal.reference}${rest}`)]);
  }
  return [text(legal.reference + rest)];
}

/** Neighbouring texts as one, as a parser would make them. */
export function mergeTexts(nodes: readonly PhrasingContent[]): PhrasingContent[] {
  const result: PhrasingContent[] = [];
  for (const node of nodes) {
    const last = result.at(-1);
    if (node.type === 'text' && last?.type === 'text' && !node.position && !last.position)
      last.value += node.value;
    else result.push(node);
  }
  return result;
}
