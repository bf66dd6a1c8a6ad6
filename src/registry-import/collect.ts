/** Rows become entries: those of one item are put together, and what they say is split and sorted. */
import { entityTypes } from '../../plugins/entities/registry/entry.ts';
import { slugOf } from '../../plugins/entities/names.ts';
import { didYouMean } from '../config/suggest.ts';
import type { EntityType } from '../model/index.ts';
import { itemId, typeOfClass } from './classes.ts';
import { fieldOf, type Field } from './columns.ts';
import type { Remark, Row } from './rows.ts';

/** An entry as it is written into a registry. Empty lists are left out. */
export interface ImportedEntry {
  id: string;
  type: EntityType;
  name: string;
  aliases?: string[];
  sameAs?: string[];
  description?: string;
  demonyms?: string[];
  countryCode?: string;
  caseSensitive?: boolean;
  near?: string[];
  not?: string[];
}

/** What the rows of one entity say. */
export interface Draft {
  /** Its first row. */
  row: Row;
  /** Of Wikidata; undefined in a spreadsheet. */
  item: string | undefined;
  values: Map<Field, Set<string>>;
}

/** The rows by what they are about. Rows of a query that are about one item are one; every other row is one by itself. */
export function toDrafts(rows: readonly Row[]): Draft[] {
  const byItem = new Map<string, Draft>();
  const drafts: Draft[] = [];
  for (const row of rows) {
    const values = fieldsOf(row.cells);
    const item = itemId([...(values.get('item') ?? [])][0] ?? '');
    const known = item === undefined ? undefined : byItem.get(item);
    if (known) {
      for (const [field, texts] of values) {
        const own = known.values.get(field) ?? new Set();
        for (const text of texts) own.add(text);
        known.values.set(field, own);
      }
      continue;
    }
    const draft = { row, item, values };
    drafts.push(draft);
    if (item !== undefined) byItem.set(item, draft);
  }
  return drafts;
}

function fieldsOf(cells: ReadonlyMap<string, string>): Map<Field, Set<string>> {
  const values = new Map<Field, Set<string>>();
  for (const [title, text] of cells) {
    const field = fieldOf(title);
    if (field === undefined || text === '') continue;
    const own = values.get(field) ?? new Set();
    values.set(field, own.add(text));
  }
  return values;
}

/** The type of an entity that its rows give. Classes that disagree are counted; what isn't known gives `fallback`. */
export function typeOf(
  { row, item, values }: Draft,
  name: string,
  fallback: EntityType | undefined,
  remark: (remark: Remark) => void,
): EntityType | undefined {
  const classes = [...(values.get('type') ?? [])].flatMap((text) => split(text));
  const votes = new Map<EntityType, number>();
  for (const each of classes) {
    const type = typeOfClass(each);
    if (type) votes.set(type, (votes.get(type) ?? 0) + 1);
  }
  const [first, second] = [...votes].sort(
    ([a, x], [b, y]) => y - x || entityTypes.indexOf(a) - entityTypes.indexOf(b),
  );
  if (first) {
    if (second) {
      const others = [...votes.keys()].filter((type) => type !== first[0]);
      remark({
        line: row.line,
        severity: 'warning',
        reason: `Unexpected classes of different types for “${name}”: ${first[0]} was taken, not ${others.join(', ')}`,
      });
    }
    return first[0];
  }
  // A class that isn't known says little; a word that someone typed may be a slip.
  if (fallback && (classes.length === 0 || item !== undefined)) return fallback;
  const expected = `expected one of ${entityTypes.join(', ')}`;
  remark({
    line: row.line,
    severity: 'error',
    reason:
      classes.length === 0
        ? `Missing type of “${name}”, ${expected}; --type gives one to all that have none`
        : `Unexpected type “${classes.join('”, “')}” of “${name}”, ${expected}${item === undefined ? '' : '; --type gives one to all whose class is not known'}.${didYouMean(classes[0] ?? '', entityTypes)}`,
  });
  return undefined;
}

/** The texts of a field, each once, in order; lists in a cell are split. */
export function listOf(draft: Draft, field: Field): string[] {
  const cells = [...(draft.values.get(field) ?? [])];
  return unique(cells.flatMap((cell) => split(cell)));
}

/**
 * Other names. The label service of Wikidata joins them by commas, and names have commas, too: a query that gives each alias a row, or
 * joins them by another mark, is safer.
 */
export function aliasesOf(draft: Draft, name: string): string[] {
  const joined = [...(draft.values.get('joinedAliases') ?? [])].flatMap((cell) =>
    /[;|]/.test(cell) ? split(cell) : cell.split(', '),
  );
  const texts = [...listOf(draft, 'aliases'), ...joined.map((alias) => alias.trim())];
  const names = unique(texts).filter((alias) => alias !== name && /[\p{L}\p{N}]/u.test(alias));
  // A query result has no order of its own.
  return draft.item === undefined ? names : names.sort(byCodeUnit);
}

/** Pages, the entity's own before that of an encyclopedia, and Wikidata's last. */
export function pagesOf(draft: Draft): string[] {
  const { item, values } = draft;
  const pages = (['sameAs', 'website', 'article'] as const).flatMap((field) => {
    const own = [...(values.get(field) ?? [])].flatMap((cell) =>
      cell.split(/\s*\|\s*|\s*;\s*(?=https?:)|\s+(?=https?:)/).filter((page) => page !== ''),
    );
    return item === undefined ? own : own.sort(byCodeUnit);
  });
  const wikidata = item === undefined ? [] : [`https://www.wikidata.org/entity/${item}`];
  // The same page may be written with http and with https.
  const seen = new Set<string>();
  return [...pages, ...wikidata].filter((page) => {
    const id = itemId(page);
    const key = id ?? page.replace(/^https?:\/\/(?:www\.)?/, '').replace(/\/$/, '');
    return !seen.has(key) && seen.add(key);
  });
}

/** The id that an entry has by its type and its name. */
export function plainId(type: EntityType, name: string): string {
  return `${type}/${slugOf(name)}`;
}

function split(cell: string): string[] {
  return cell
    .split(/[;|]/)
    .map((part) => part.trim())
    .filter((part) => part !== '');
}

function unique(texts: readonly string[]): string[] {
  return [...new Set(texts)];
}

export function byCodeUnit(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
