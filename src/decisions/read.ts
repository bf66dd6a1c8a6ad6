import { basename } from 'node:path';
import { ConfigError } from '../config/config-error.ts';
import { shippedSchema } from '../config/shipped-schema.ts';
import { ConfigSource, type ValuePath } from '../config/source.ts';
import { validate } from '../config/validate.ts';
import { LimitError, type Limits } from '../limits.ts';
import type {
  Decided,
  DecisionPlace,
  DecisionsData,
  DecisionsFile,
  MetadataDecision,
  MetadataDecisions,
} from '../model/index.ts';
import { fromEdtf, isPossible } from '../text/index.ts';
import { DecisionsError } from './decisions-error.ts';

/** In the order in which a file lists them. */
export const sections = ['metadata', 'citations', 'entities', 'pullQuotes', 'accept'] as const;

/** Decisions on nothing. */
export function noDecisions(): DecisionsData {
  return { metadata: [], citations: [], entities: [], pullQuotes: [], accept: [] };
}

/**
 * Reads and checks a file of decisions.
 *
 * @param text - The YAML.
 * @param path - Of the file, for messages.
 * @throws DecisionsError where it is no YAML, or no decisions; LimitError where it is too large.
 */
export function readDecisions(
  text: string,
  path: string,
  limits: Readonly<Pick<Limits, 'decisionsBytes'>> & Readonly<Limits>,
): DecisionsData {
  const name = basename(path);
  const bytes = Buffer.byteLength(text);
  if (bytes > limits.decisionsBytes)
    throw new LimitError('decisionsBytes', `size of "${name}" in bytes`, bytes, limits);
  try {
    const source = new ConfigSource(name, text.replace(/^\uFEFF/, ''));
    return toDecisions(source.values(), source, [], name);
  } catch (error) {
    if (error instanceof ConfigError) throw DecisionsError.from(error);
    // Aliases that multiply, collections too deep for the parser.
    if (error instanceof ReferenceError || error instanceof RangeError)
      throw new DecisionsError(`${name}: Unexpected YAML: ${error.message}`);
    throw error;
  }
}

/**
 * Checks decisions and gives each its place.
 *
 * @param base - Where they stand in the document.
 * @param file - The name of the file of decisions; undefined where they stand in the article.
 * @throws ConfigError for the first fault.
 */
export function toDecisions(
  values: unknown,
  source: ConfigSource,
  base: ValuePath,
  file: string | undefined,
  placeOf: (path: ValuePath) => Omit<DecisionPlace, 'file'> | undefined = (path) =>
    source.placeOf(path),
): DecisionsData {
  if (typeof values !== 'object' || values === null || Array.isArray(values)) {
    const found = Array.isArray(values) ? 'list' : 'value';
    throw source.error(
      `Unexpected ${found}, expected sections of decisions: ${sections.join(', ')}.`,
      base,
    );
  }
  validate(values, shippedSchema('decisions.schema.json'), source, base);
  const given = values as DecisionsFile;
  checkSense(given, source, base);
  const decided = <Decision>(decision: Decision, path: ValuePath): Decided<Decision> => {
    const place = placeOf([...base, ...path]);
    const named = place && (file === undefined ? place : { ...place, file });
    return { decision, place: named };
  };
  const list = <Decision>(key: keyof DecisionsFile, items: Decision[] | null | undefined) =>
    (items ?? []).map((item, index) => decided(item, [key, index]));
  return {
    metadata: metadataOf(given.metadata ?? {}).map(({ key, decision }) =>
      decided(decision, ['metadata', key]),
    ),
    citations: list('citations', given.citations),
    entities: list('entities', given.entities),
    pullQuotes: list('pullQuotes', given.pullQuotes),
    accept: list('accept', given.accept),
  };
}

function metadataOf(
  given: MetadataDecisions,
): { key: keyof MetadataDecisions; decision: MetadataDecision }[] {
  const { title, subtitle, author, authors, date } = given;
  const line = (text: string): string => text.replace(/\s+/g, ' ').trim();
  const result: { key: keyof MetadataDecisions; decision: MetadataDecision }[] = [];
  if (title !== undefined)
    result.push({ key: 'title', decision: { field: 'title', value: line(title) } });
  if (subtitle !== undefined)
    result.push({ key: 'subtitle', decision: { field: 'subtitle', value: line(subtitle) } });
  if (author !== undefined)
    result.push({ key: 'author', decision: { field: 'authors', value: [line(author)] } });
  if (authors !== undefined)
    result.push({ key: 'authors', decision: { field: 'authors', value: authors.map(line) } });
  if (date !== undefined)
    result.push({ key: 'date', decision: { field: 'date', value: String(date) } });
  return result;
}

/** What a schema can't say: that something is decided, and not two things that exclude each other. */
function checkSense(given: DecisionsFile, source: ConfigSource, base: ValuePath): void {
  const fail = (reason: string, path: ValuePath): never => {
    throw source.error(reason, [...base, ...path]);
  };
  const { metadata, citations, entities, pullQuotes } = given;
  const checkDate = (date: string | number | undefined, path: ValuePath): void => {
    const known = date === undefined ? undefined : fromEdtf(String(date));
    if (date !== undefined && !(known && isPossible(known)))
      fail(
        `Unexpected date "${date}", expected a day, a month or a year: 2022-10-19, 2022-10 or 2022.`,
        path,
      );
  };
  checkDate(metadata?.date, ['metadata', 'date']);
  if (metadata?.author !== undefined && metadata.authors !== undefined)
    fail('Unexpected `author` beside `authors`, expected one of them.', ['metadata', 'author']);
  for (const [index, { citation, outlet, date, url }] of (citations ?? []).entries()) {
    const says = outlet !== undefined || date !== undefined || url !== undefined;
    const path = ['citations', index];
    checkDate(date, [...path, 'date']);
    if (!says && citation === undefined)
      fail('Unexpected decision that decides nothing, expected `outlet`, `date`, `url` or `citation`.', path); // prettier-ignore
    if (says && citation === false)
      fail('Unexpected source of what is no citation, expected `citation: false` alone.', path);
  }
  for (const [index, { entity, type, id, name, sameAs }] of (entities ?? []).entries()) {
    const says = [type, id, name, sameAs].some((each) => each !== undefined);
    const path = ['entities', index];
    if (!says && entity === undefined)
      fail('Unexpected decision that decides nothing, expected `type`, `id`, `sameAs` or `entity: false`.', path); // prettier-ignore
    if (says && entity === false)
      fail('Unexpected identity of what is no name, expected `entity: false` alone.', path);
  }
  for (const [index, { take, trim, speaker }] of (pullQuotes ?? []).entries()) {
    if (take === false && (trim !== undefined || speaker !== undefined))
      fail('Unexpected words of a quote that is refused, expected `take: false` alone.', ['pullQuotes', index]); // prettier-ignore
  }
}
