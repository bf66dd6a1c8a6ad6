/** Notes in a style of the Citation Style Language, a `.csl` file. The package `citeproc` writes them, where it is installed. */
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, dirname, join, resolve } from 'node:path';
import type { PhrasingContent } from 'mdast';
import type { CslItem } from '../../../src/model/index.ts';
import { englishLocale } from './csl-locale.ts';
import { toPhrasing } from './csl-markup.ts';

/** A style that was read. */
export interface CslStyle {
  /** Begins the notes of an article: all its sources are told first, since a style may tell alike ones apart. */
  start(sources: readonly CslItem[]): CslNotes;
}

/** One source of a note. */
export interface CslCite {
  item: CslItem;
  /** What stands before and after it in the note: `see `, `, in Russian`. */
  prefix?: string;
  suffix?: string;
  label?: string;
  /** The place in it, as printed: `p. 4`. */
  place?: string;
  /** Whether an earlier note has it in full. */
  subsequent: boolean;
}

export interface CslNotes {
  /** A note as the style writes it; empty where the style has nothing to say of its sources. */
  write(cites: readonly CslCite[]): PhrasingContent[];
}

/** As much of `citeproc` as is used. */
interface Engine {
  updateItems(ids: string[]): void;
  makeCitationCluster(cites: Record<string, unknown>[]): string;
  /** False where the style has none. */
  makeBibliography(): [{ entry_ids: string[][] }, string[]] | false;
  opt: { xclass: string };
}

interface Citeproc {
  Engine: new (
    system: { retrieveLocale(language: string): string; retrieveItem(id: string): CslItem },
    style: string,
  ) => Engine;
}

/**
 * Reads a style.
 *
 * @throws Error where the file can't be read or is no style, and where `citeproc` is not installed.
 */
export function loadCslStyle(file: string): CslStyle {
  const name = basename(file);
  let xml: string;
  try {
    xml = readFileSync(file, 'utf8');
  } catch (error) {
    throw new Error(`Unexpected style "${file}": ${(error as Error).message}`, { cause: error });
  }
  const citeproc = loadCiteproc(file, name);
  const engineFor = (items: ReadonlyMap<string, CslItem>): Engine =>
    new citeproc.Engine(
      {
        retrieveLocale: (language) => localeOf(language, file),
        retrieveItem: (id) => structuredClone(items.get(id) as CslItem),
      },
      xml,
    );
  try {
    engineFor(new Map());
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new Error(`Unexpected content of the style "${name}", expected CSL 1.0: ${reason}`, {
      cause: error,
    });
  }
  return { start: (sources) => startNotes(sources, engineFor) };
}

function startNotes(
  sources: readonly CslItem[],
  engineFor: (items: ReadonlyMap<string, CslItem>) => Engine,
): CslNotes {
  const items = new Map(sources.map((source) => [source.id, source]));
  // An article has an engine of its own: one that has written others may write this one otherwise.
  let engine: Engine | undefined;
  let entries: ReadonlyMap<string, string> | undefined;
  return {
    write: (cites) => {
      if (!engine) {
        engine = engineFor(items);
        engine.updateItems([...items.keys()]);
        // In the text such a style has a key alone, "(2022a)"; what a note should say is in its bibliography.
        if (engine.opt.xclass === 'in-text') entries = entriesOf(engine);
      }
      const html = entries ? entriesFor(cites, entries) : clusterOf(engine, cites);
      // What citeproc prints where an item has nothing that the style asks for.
      if (html.includes('[CSL STYLE ERROR:')) return [];
      return toPhrasing(
        html,
        cites.flatMap(({ item }) => item.URL ?? []),
      );
    },
  };
}

function clusterOf(engine: Engine, cites: readonly CslCite[]): string {
  return engine.makeCitationCluster(
    cites.map(({ item, prefix, suffix, label, subsequent }) => ({
      id: item.id,
      // The numbers are those of citeproc: 0 for the first citation of a source, 1 for a later one.
      position: subsequent ? 1 : 0,
      ...(item.locator === undefined ? {} : { locator: item.locator, label: label ?? 'page' }),
      ...(prefix === undefined ? {} : { prefix }),
      ...(suffix === undefined ? {} : { suffix }),
    })),
  );
}

/** The entries of the bibliography as HTML, by the ids of their sources. */
function entriesOf(engine: Engine): ReadonlyMap<string, string> | undefined {
  const bibliography = engine.makeBibliography();
  if (!bibliography) return undefined;
  const [{ entry_ids: ids }, texts] = bibliography;
  return new Map(texts.map((text, index) => [ids[index]?.[0] ?? '', entryText(text)]));
}

/** An entry without its number and the stop at its end. */
function entryText(html: string): string {
  return html
    .replace(/<div class="csl-left-margin">[^<]*<\/div>/, '')
    .replace(/<\/?div[^<>]*>/g, '')
    .trim()
    .replace(/\.$/, '');
}

/** A note of entries; empty where one of them is. */
function entriesFor(cites: readonly CslCite[], entries: ReadonlyMap<string, string>): string {
  const parts = cites.map(({ item, prefix = '', suffix = '', place }) => {
    const entry = entries.get(item.id) ?? '';
    if (entry === '') return '';
    const at = place === undefined ? '' : `, ${escaped(place)}`;
    return `${escaped(prefix)}${entry}${at}${escaped(suffix)}`;
  });
  return parts.includes('') ? '' : `${parts.join('; ')}.`;
}

function escaped(text: string): string {
  return text.replace(/&/g, '&#38;').replace(/</g, '&#60;').replace(/>/g, '&#62;');
}

/** Installed beside this package, or where the style stands. */
function loadCiteproc(file: string, name: string): Citeproc {
  let failure: unknown;
  for (const from of [import.meta.url, resolve(file)]) {
    try {
      return createRequire(from)('citeproc') as Citeproc;
    } catch (error) {
      const code = (error as { code?: string }).code;
      if (code !== 'MODULE_NOT_FOUND') throw error;
      failure = error;
    }
  }
  throw new Error(
    `Unexpected style "${name}": styles in CSL need the package citeproc, which is not installed. Install it with: npm install citeproc`,
    { cause: failure },
  );
}

/** The house's own words for a language, beside the style; else English ones. */
function localeOf(language: string, file: string): string {
  const own = join(dirname(file), `locales-${language}.xml`);
  return /^[A-Za-z-]+$/.test(language) && existsSync(own)
    ? readFileSync(own, 'utf8')
    : englishLocale;
}
