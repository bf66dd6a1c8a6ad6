/**
 * The ninjs writer: the article as IPTC's "News in JSON" 3.1, which news agencies and their customers exchange. What ninjs has no field
 * for (offsets of names, reasons of pull quotes, citations as data) is in the JSON output.
 */
import type { Article } from '../../model/index.ts';
import { articleBody } from '../html/index.ts';
import { labelsFor } from '../html/labels.ts';
import { plainBody } from '../txt/index.ts';
import type { Writer, WriterInput } from '../writer.ts';
import { association } from './associations.ts';
import { dated } from './dates.ts';
import { eventsOf, objectsOf, organisationsOf, peopleOf, placesOf, subjectsOf } from './names.ts';
import { infoSourcesOf, locatedOf } from './sources.ts';
import { filled, itemUri } from './values.ts';

export const ninjsWriter: Writer = {
  extension: 'ninjs.json',
  write: async (input) => `${JSON.stringify(await toNinjs(input), null, 2)}\n`,
};

async function toNinjs(input: WriterInput): Promise<object> {
  const { article } = input;
  const { metadata, source } = article;
  const uri = itemUri(article);
  const { contentCreated, edNote } = dated(metadata.date);
  return filled({
    uri,
    type: 'text',
    representationType: 'full',
    contentCreated,
    language: metadata.language,
    headlines: headlinesOf(article),
    bodies: await bodiesOf(input),
    edNote,
    by:
      metadata.authors.length > 0
        ? labelsFor(metadata.language).list(metadata.authors.map(({ name }) => name))
        : null,
    located: locatedOf(metadata.dateline),
    people: peopleOf(article),
    organisations: organisationsOf(article),
    places: placesOf(article),
    subjects: subjectsOf(article),
    events: eventsOf(article),
    objects: objectsOf(article),
    infoSources: infoSourcesOf(article),
    associations: metadata.images.map((image, index) => association(image, uri, index)),
    altIds: [
      { role: 'path', value: source.path },
      { role: 'sha256', value: source.sha256 },
    ],
    standard: {
      name: 'ninjs',
      version: '3.1',
      schema: 'https://iptc.org/std/ninjs/ninjs-schema_3.1.json',
    },
  });
}

function headlinesOf({ metadata }: Article): object[] {
  const headline = (role: string, value: string | null): object[] =>
    value === null ? [] : [{ role, contentType: 'text/plain', value }];
  return [...headline('main', metadata.title), ...headline('subtitle', metadata.subtitle)];
}

/** The text twice: as the HTML that the page has, and plain. Both bring the notes. */
async function bodiesOf(input: WriterInput): Promise<object[]> {
  const { tree, article } = input;
  const counts = { wordCount: article.metadata.wordCount, charCount: article.text.length };
  return [
    { role: 'main', contentType: 'text/html', ...counts, value: await articleBody(input) },
    { role: 'plain', contentType: 'text/plain', ...counts, value: plainBody(tree, article) },
  ];
}
