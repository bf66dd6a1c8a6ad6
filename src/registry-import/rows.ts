/** The rows of a file, whatever its form: comma- or tab-separated values with a header, or the JSON of a query service. */
import { CsvError, parse } from 'csv-parse/sync';
import { LineCounter, isSeq, parseDocument, type Node } from 'yaml';

/** A row: its cells by the title of their columns. */
export interface Row {
  /** Line of the file on which the row begins, from 1. */
  readonly line: number;
  readonly cells: ReadonlyMap<string, string>;
}

/** A remark about a line of the file. */
export interface Remark {
  line: number;
  /** `error`: the row, or what is named, was left out. */
  severity: 'error' | 'warning';
  reason: string;
}

export interface Rows {
  /** The titles of the columns, in their order. */
  titles: string[];
  rows: Row[];
  remarks: Remark[];
}

/** The file as a whole can't be read. */
export class ImportError extends Error {
  constructor(reason: string) {
    super(reason);
    this.name = 'ImportError';
  }
}

/**
 * Reads all rows.
 *
 * @throws ImportError where the file is no table.
 */
export function readRows(text: string): Rows {
  const plain = text.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n');
  if (plain.trim() === '') throw new ImportError('Unexpected empty file, expected a table.');
  return /^\s*[[{]/.test(plain) ? readJson(plain) : readSeparated(plain);
}

/** Some spreadsheets say in a line of its own what separates the cells: `sep=;`. */
const separatorLine = /^sep=(.)\n/i;

function readSeparated(text: string): Rows {
  const stated = separatorLine.exec(text);
  const skipped = stated ? 1 : 0;
  const content = stated ? text.slice(stated[0].length) : text;
  const header = content.slice(0, content.indexOf('\n') + 1 || content.length);
  const delimiter = stated?.[1] ?? delimiterOf(header);
  // In the tab-separated form of SPARQL every term has its own quotation marks, which are part of it.
  const isSparql = delimiter === '\t' && /^\s*\?/.test(header);
  let line = skipped;
  const records: { line: number; cells: string[] }[] = [];
  try {
    parse(content, {
      delimiter,
      quote: isSparql ? false : '"',
      relax_quotes: true,
      relax_column_count: true,
      on_record: (cells: string[], { lines }) => {
        records.push({ line: line + 1, cells });
        line = skipped + lines;
        return null;
      },
    });
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const reason =
      error.code === 'CSV_QUOTE_NOT_CLOSED'
        ? 'Unexpected quotation mark that is never closed'
        : error.message;
    throw new ImportError(`${reason}, in the row that begins on line ${line + 1}.`);
  }
  return toRows(records, isSparql);
}

function toRows(records: readonly { line: number; cells: string[] }[], isSparql: boolean): Rows {
  const filled = records.filter(({ cells }) => cells.some((cell) => cell.trim() !== ''));
  const [header, ...body] = filled;
  const titles = (header?.cells ?? []).map((title) => title.trim().replace(/^\?/, ''));
  const remarks: Remark[] = [];
  const rows = body.flatMap(({ line, cells }): Row[] => {
    // Empty cells at the end are a spreadsheet's way, and nothing is lost with them.
    const excess = cells.slice(titles.length).filter((cell) => cell.trim() !== '');
    if (excess.length > 0) {
      remarks.push({
        line,
        severity: 'error',
        reason: `Unexpected ${cells.length} cells, expected ${titles.length} as in the header; a cell that holds the separator needs quotation marks`,
      });
      return [];
    }
    const values = titles.map((title, index): [string, string] => {
      const cell = cells[index] ?? '';
      return [title, clean(isSparql ? termValue(cell) : cell)];
    });
    return [{ line, cells: new Map(values) }];
  });
  return { titles, rows, remarks };
}

/** What stands oftenest in the header outside quotation marks. */
function delimiterOf(header: string): string {
  const bare = header.replace(/"[^"]*"/g, '');
  const counts = ['\t', ';', ','].map((each) => [each, bare.split(each).length] as const);
  return counts.reduce((best, each) => (each[1] > best[1] ? each : best))[0];
}

/** The value of a term as SPARQL writes it: `<https://…>`, `"Leith"@en`, `"3"^^<…>`. */
function termValue(term: string): string {
  const address = /^<([^<>]*)>$/.exec(term.trim());
  if (address) return address[1] as string;
  const literal = /^"(.*)"(?:@[\w-]+|\^\^<[^<>]*>)?$/s.exec(term.trim());
  if (!literal) return term;
  return (literal[1] as string).replace(/\\(.)/g, (_, letter: string) =>
    letter === 'n' || letter === 't' || letter === 'r' ? ' ' : letter,
  );
}

function clean(cell: string): string {
  return cell.replace(/\s+/g, ' ').trim();
}

/** Query results: the W3C form with `bindings`, or a plain list of mappings. */
function readJson(text: string): Rows {
  let content: unknown;
  try {
    content = JSON.parse(text);
  } catch (error) {
    throw new ImportError(`Unexpected JSON: ${(error as Error).message}.`);
  }
  const path = Array.isArray(content) ? [] : ['results', 'bindings'];
  const list = path.reduce<unknown>(
    (value, key) => (isMapping(value) ? value[key] : undefined),
    content,
  );
  if (!Array.isArray(list)) {
    throw new ImportError(
      'Unexpected JSON, expected the result of a query (`results.bindings`) or a list of rows.',
    );
  }
  let lines: number[] | undefined;
  // Finding the lines takes far longer than reading the rows, and only remarks ask for them.
  const lineOf = (index: number): number => (lines ??= linesOfItems(text, path))[index] ?? 1;
  const remarks: Remark[] = [];
  const titles = new Set<string>();
  const rows = list.flatMap((each: unknown, index): Row[] => {
    if (!isMapping(each)) {
      const line = lineOf(index);
      remarks.push({ line, severity: 'error', reason: 'Unexpected row, expected a mapping' });
      return [];
    }
    const cells = new Map<string, string>();
    for (const [title, value] of Object.entries(each)) {
      titles.add(title);
      cells.set(title, clean(textOf(value)));
    }
    return [
      {
        get line() {
          return lineOf(index);
        },
        cells,
      },
    ];
  });
  return { titles: [...titles], rows, remarks };
}

/** A value of the plain form, or one of the W3C form with its type. A list is written as in a cell. */
function textOf(value: unknown): string {
  if (Array.isArray(value)) return value.map(textOf).join('|');
  if (isMapping(value)) return textOf(value['value'] ?? '');
  return value === null || value === undefined ? '' : String(value);
}

/** On which line each item of a list begins. JSON is YAML, whose parser knows. */
function linesOfItems(text: string, path: readonly string[]): number[] {
  const counter = new LineCounter();
  const document = parseDocument(text, { lineCounter: counter, prettyErrors: false });
  const list = path.length === 0 ? document.contents : document.getIn(path, true);
  if (!isSeq(list)) return [];
  return list.items.map((item) => counter.linePos((item as Node).range?.[0] ?? 0).line);
}

function isMapping(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
