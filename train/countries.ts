/**
 * Makes `plugins/entities/gazetteer/country-data.ts` from the package world-countries: what the entities plugin needs of
 * it is a hundredth of its size.
 *
 * Run: npx tsx train/countries.ts
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';

interface Country {
  cca2: string;
  name: { common: string; official: string };
  capital: string[];
  demonyms: { eng?: { f: string; m: string } };
}

const file = createRequire(import.meta.url).resolve('world-countries/countries.json');
const worldCountries = JSON.parse(readFileSync(file, 'utf8')) as Country[];

const target = new URL('../plugins/entities/gazetteer/country-data.ts', import.meta.url);

/** Territories without inhabitants, whose names are no news and whose "capitals" are words of other kinds. */
const leftOut = new Set(['AQ', 'BV', 'HM', 'TF', 'UM', 'BQ', 'IO', 'GS', 'SJ']);

const rows = worldCountries
  .filter(({ cca2 }) => !leftOut.has(cca2))
  .map(({ cca2, name, capital, demonyms }) => {
    const forms = [demonyms.eng?.m ?? '', demonyms.eng?.f ?? '']
      .flatMap((each) => each.split(/, | or /))
      .filter(Boolean);
    return [cca2, name.common, name.official, [...capital], [...new Set(forms)]];
  })
  .sort((a, b) => (String(a[0]) < String(b[0]) ? -1 : 1));

writeFileSync(
  target,
  `// Made by train/countries.ts from world-countries (mledoze/countries), ODbL 1.0. Not to be edited by hand.

/** ISO 3166-1 alpha-2, common name, official name, capitals, demonyms. */
export type CountryRow = readonly [string, string, string, readonly string[], readonly string[]];

export const countryRows: readonly CountryRow[] = [
${rows.map((row) => `  ${JSON.stringify(row)},`).join('\n')}
];
`,
);
