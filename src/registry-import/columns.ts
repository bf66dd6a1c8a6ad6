/** What the columns of a table of entities are called, in query results and in spreadsheets. */

/** What a column can say of an entity. */
export type Field =
  | 'item'
  | 'id'
  | 'type'
  | 'name'
  | 'aliases'
  | 'joinedAliases'
  | 'sameAs'
  | 'website'
  | 'article'
  | 'description'
  | 'demonyms'
  | 'countryCode'
  | 'caseSensitive'
  | 'near'
  | 'not';

/** The names of each column, as `keyOf` has them. The first is the one that is suggested. */
const names: Readonly<Record<Field, readonly string[]>> = {
  item: ['item', 'entity', 'qid', 'wikidata', 'wikidataitem', 'wikidataid'],
  id: ['id'],
  type: [
    'type', 'typelabel', 'kind', 'class', 'classlabel', 'instance', 'instancelabel', 'instanceof',
    'instanceoflabel',
  ],
  name: ['name', 'itemlabel', 'entitylabel', 'label', 'title'],
  aliases: ['aliases', 'alias', 'othernames', 'alsoknownas', 'synonyms'],
  joinedAliases: ['itemaltlabel', 'entityaltlabel', 'altlabel', 'altlabels'],
  sameAs: ['sameas', 'pages', 'links'],
  website: ['website', 'officialwebsite', 'homepage', 'site', 'url'],
  article: ['article', 'sitelink', 'wikipedia'],
  description: ['description', 'itemdescription', 'entitydescription'],
  demonyms: ['demonyms', 'demonym', 'demonymlabel'],
  countryCode: ['countrycode', 'isocode', 'iso', 'iso2', 'alpha2', 'isoalpha2'],
  caseSensitive: ['casesensitive'],
  near: ['near'],
  not: ['not'],
}; // prettier-ignore

/** The columns of a spreadsheet, as its header spells them. */
export const spelled = [
  'id', 'type', 'name', 'aliases', 'sameAs', 'description', 'demonyms', 'countryCode', 'caseSensitive', 'near',
  'not', 'website', 'item',
]; // prettier-ignore

const fields = new Map<string, Field>(
  (Object.entries(names) as [Field, readonly string[]][]).flatMap(([field, keys]) =>
    keys.map((key) => [key, field]),
  ),
);

/** The field that a column's title names, however it is spelled: `sameAs`, `Same as`, `same_as`, `?sameAs`. */
export function fieldOf(title: string): Field | undefined {
  return fields.get(title.toLowerCase().replace(/[\s_?-]+/g, ''));
}
