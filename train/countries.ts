/**
 * Makes `src/text/country-data.ts` from the package world-countries: what plugins need of it is a hundredth of its size.
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

const target = new URL('../src/text/country-data.ts', import.meta.url);

const rows = worldCountries
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
