import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';

/** A newspaper, an agency… of the outlets table. */
export interface Outlet {
  /** The canonical name. */
  name: string;
  /** Other spellings and abbreviations. */
  aliases?: string[];
  /** Host of its site, without `www.`. */
  site?: string;
  /** ISO 3166-1 alpha-2. */
  country?: string;
  kind?: OutletKind;
}

export type OutletKind =
  | 'newspaper'
  | 'agency'
  | 'magazine'
  | 'website'
  | 'broadcaster'
  | 'journal'
  | 'think-tank'
  | 'government';

/** The known outlets, found by any of their names. */
export class OutletTable {
  readonly #byName = new Map<string, Outlet>();
  readonly #bySite = new Map<string, Outlet>();

  constructor(outlets: Iterable<Outlet>) {
    const all = [...outlets];
    // Names go before aliases: an alias of one outlet may be the name of another.
    for (const outlet of all) this.#byName.set(nameKey(outlet.name), outlet);
    for (const outlet of all) {
      for (const alias of outlet.aliases ?? []) {
        if (!this.#byName.has(nameKey(alias))) this.#byName.set(nameKey(alias), outlet);
      }
      const site = outlet.site
        ?.toLowerCase()
        .replace(/^https?:\/\//, '')
        .replace(/^www\./, '')
        .replace(/\/.*$/s, '');
      if (site && !this.#bySite.has(site)) this.#bySite.set(site, outlet);
    }
  }

  /** The outlet of that name, also in another case, with another apostrophe, with or without its article. */
  find(name: string): Outlet | undefined {
    return this.#byName.get(nameKey(name));
  }

  /** The outlet whose site has that host. */
  findBySite(host: string): Outlet | undefined {
    return this.#bySite.get(host.toLowerCase().replace(/^www\./, ''));
  }
}

/** A name in the form in which names are compared. */
export function nameKey(name: string): string {
  if (!isPlain(name)) return foldedKey(name);
  const key = name.toLowerCase();
  return key.startsWith('the ') ? key.slice(4) : key;
}

/** Whether nothing but its case and its article keeps a name from being its own key: most names. */
function isPlain(name: string): boolean {
  // White space at an end, or beside other white space, is taken out.
  let last = 0x20;
  for (let at = 0; at < name.length; at++) {
    const unit = name.charCodeAt(at);
    const isSpace = unit === 0x20;
    if (unit >= 0x7f || unit < 0x20 || unit === 0x60 || unit === 0x2e || (isSpace && last === 0x20))
      return false;
    last = unit;
  }
  return last !== 0x20 || name === '';
}

function foldedKey(name: string): string {
  return name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[’‘`´]/g, "'")
    .replace(/[\u2010-\u2015]/g, '-')
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/^the /, '')
    .replace(/\.(?=$| )/g, '');
}

/**
 * Reads tables of outlets.
 *
 * @throws Error that names the file, where one can't be read or is not a list of outlets.
 */
export function loadOutlets(files: readonly string[]): OutletTable {
  return new OutletTable(files.flatMap(readOutlets));
}

/** The table that is shipped: beside the sources, or beside the compiled files. Undefined where there is none. */
export function shippedOutlets(): string | undefined {
  let folder = dirname(fileURLToPath(import.meta.url));
  for (let level = 0; level < 5; level++) {
    const file = join(folder, 'editorial', 'outlets.yaml');
    if (existsSync(file)) return file;
    folder = dirname(folder);
  }
  return undefined;
}

/** The build has put the table beside itself as JSON, which is read in a hundredth of the time. */
function shippedContent(file: string): unknown {
  const compiled = file.replace(/\.yaml$/, '.json');
  return existsSync(compiled) ? JSON.parse(readFileSync(compiled, 'utf8')) : contentOf(file);
}

function contentOf(file: string): unknown {
  return parse(readFileSync(file, 'utf8'));
}

const read = new Map<string, Outlet[]>();

function readOutlets(file: string): Outlet[] {
  const known = read.get(file);
  if (known) return known;
  const shipped = file === shippedOutlets();
  const value = shipped ? shippedContent(file) : contentOf(file);
  const list = Array.isArray(value) ? value : (value as { outlets?: unknown } | null)?.outlets;
  if (!Array.isArray(list))
    throw new Error(`Unexpected content of ${file}, expected a list of outlets`);
  const outlets = list.map((entry: unknown, index) => {
    const outlet = entry as Outlet | null;
    if (typeof outlet?.name !== 'string') {
      throw new Error(`Unexpected entry ${index + 1} of ${file}, expected an outlet with a name`);
    }
    // Names are printed: with the apostrophe of print, whatever the table was typed with.
    const name = outlet.name.replaceAll("'", '’');
    return { ...outlet, name, aliases: (outlet.aliases ?? []).map(String) };
  });
  // The shipped table is big and asked for at each attachment.
  if (shipped) read.set(file, outlets);
  return outlets;
}
