/**
 * Makes entries of the registry of entities from a table: the result of a Wikidata query, or a spreadsheet. Reads and writes no file.
 */
import { toEntries } from '../../plugins/entities/registry/entry.ts';
import { didYouMean } from '../config/suggest.ts';
import type { EntityType } from '../model/index.ts';
import {
  aliasesOf,
  byCodeUnit,
  listOf,
  pagesOf,
  plainId,
  toDrafts,
  typeOf,
  type Draft,
  type ImportedEntry,
} from './collect.ts';
import { fieldOf, spelled, type Field } from './columns.ts';
import { ImportError, readRows, type Remark } from './rows.ts';

export type { ImportedEntry } from './collect.ts';
export { importMark, printRegistry } from './print.ts';
export { ImportError, type Remark } from './rows.ts';

export interface ImportOptions {
  /** The type of the entities whose rows give none. */
  type?: EntityType | undefined;
}

export interface ImportResult {
  /** Those of a spreadsheet in its order; those of a query, which has none, by name. */
  entries: ImportedEntry[];
  /** What was left out, and what is doubtful, by line. */
  remarks: Remark[];
}

/**
 * Makes registry entries of a table. The same rows give the same entries; those of a query also in another order.
 *
 * @throws ImportError where the file is no table, or has no column of names.
 */
export function importRegistry(text: string, { type }: ImportOptions = {}): ImportResult {
  const { titles, rows, remarks } = readRows(text);
  const fields = new Set(titles.map(fieldOf));
  if (rows.length > 0 && !fields.has('name')) {
    throw new ImportError(
      `Unexpected columns ${titles.join(', ')}; expected one that is called name or itemLabel.`,
    );
  }
  for (const title of titles) {
    if (fieldOf(title) !== undefined || title === '') continue;
    remarks.push({
      line: 1,
      severity: 'warning',
      reason: `Unexpected column “${title}”, which was left out.${didYouMean(title, spelled)}`,
    });
  }
  const remark = (each: Remark): void => void remarks.push(each);
  const made = toDrafts(rows).flatMap((draft) => {
    const entry = toEntry(draft, type, remark);
    return entry ? [{ draft, entry }] : [];
  });
  const entries = withOwnIds(inOrder(made), remark);
  remarks.sort((a, b) => a.line - b.line);
  return { entries, remarks };
}

/** An entry and the rows that it was made from. */
interface Made {
  draft: Draft;
  entry: Omit<ImportedEntry, 'id'> & { id: string | undefined };
}

function toEntry(
  draft: Draft,
  fallback: EntityType | undefined,
  remark: (remark: Remark) => void,
): Made['entry'] | undefined {
  const { row, item } = draft;
  const name = only(draft, 'name', remark);
  // The label service gives an item without a name its id for one.
  if (name === undefined || (item !== undefined && name === item)) {
    const what = item === undefined ? 'an entity' : item;
    remark({
      line: row.line,
      severity: 'error',
      reason: `Missing name of ${what}, expected a text`,
    });
    return undefined;
  }
  const type = typeOf(draft, name, fallback, remark);
  if (type === undefined) return undefined;
  const caseSensitive = caseOf(draft, remark);
  const entry: Made['entry'] = {
    id: only(draft, 'id', remark),
    type,
    name,
    ...filled('aliases', aliasesOf(draft, name)),
    ...filled('sameAs', pagesOf(draft)),
    ...given('description', only(draft, 'description', remark)),
    ...filled('demonyms', listOf(draft, 'demonyms')),
    ...given('countryCode', only(draft, 'countryCode', remark)?.toUpperCase()),
    ...given('caseSensitive', caseSensitive),
    ...filled('near', listOf(draft, 'near')),
    ...filled('not', listOf(draft, 'not')),
  };
  const { faults } = toEntries([entry]);
  for (const { reason } of faults) {
    remark({ line: row.line, severity: 'error', reason: `${reason}; “${name}” was left out` });
  }
  return faults.length === 0 ? entry : undefined;
}

/** The one value of a field. Where rows of one item differ, that which comes first in the alphabet, whatever their order. */
function only(draft: Draft, field: Field, remark: (remark: Remark) => void): string | undefined {
  const [value, ...others] = [...(draft.values.get(field) ?? [])].sort(byCodeUnit);
  if (others.length > 0) {
    remark({
      line: draft.row.line,
      severity: 'warning',
      reason: `Unexpected ${others.length + 1} values of ${field}, expected one: “${value ?? ''}” was taken, not “${others.join('”, “')}”`,
    });
  }
  return value;
}

function caseOf(draft: Draft, remark: (remark: Remark) => void): boolean | undefined {
  const value = only(draft, 'caseSensitive', remark)?.toLowerCase();
  if (value === undefined) return undefined;
  if (['true', 'yes', '1'].includes(value)) return true;
  if (['false', 'no', '0'].includes(value)) return false;
  remark({
    line: draft.row.line,
    severity: 'warning',
    reason: `Unexpected “${value}” as caseSensitive, expected true or false; it was left out`,
  });
  return undefined;
}

function inOrder(made: readonly Made[]): Made[] {
  if (!made.every(({ draft }) => draft.item !== undefined)) return [...made];
  return made.toSorted(
    (a, b) => byCodeUnit(a.entry.name, b.entry.name) || numberOf(a.draft) - numberOf(b.draft),
  );
}

/** Items get their numbers as they are made: of two of one name, the older keeps the plain id when the other comes to be. */
function numberOf({ item }: Draft): number {
  return Number(item?.slice(1) ?? 0);
}

function withOwnIds(made: readonly Made[], remark: (remark: Remark) => void): ImportedEntry[] {
  const owners = new Map<string, Draft>();
  return made.flatMap(({ draft, entry }): ImportedEntry[] => {
    const plain = entry.id ?? plainId(entry.type, entry.name);
    const isTaken = owners.has(plain);
    const id =
      isTaken && entry.id === undefined && draft.item !== undefined
        ? `${plain}-${draft.item.toLowerCase()}`
        : plain;
    const owner = owners.get(id);
    if (owner) {
      remark({
        line: draft.row.line,
        severity: 'warning',
        reason: `Unexpected second entity with the id “${id}”, which that of line ${owner.row.line} has already; it was left out`,
      });
      return [];
    }
    owners.set(id, draft);
    return [{ ...entry, id }];
  });
}

function filled<Key extends string>(key: Key, list: string[]): Partial<Record<Key, string[]>> {
  return list.length > 0 ? ({ [key]: list } as Record<Key, string[]>) : {};
}

function given<Key extends string, Value>(
  key: Key,
  value: Value | undefined,
): Partial<Record<Key, Value>> {
  return value === undefined ? {} : ({ [key]: value } as Record<Key, Value>);
}
