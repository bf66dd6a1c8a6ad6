/**
 * What ninjs 3.1 asks of the fields that we write, put down from its documentation. A field that is not here is an error, so that nothing is
 * written that nobody has checked. The whole schema of the IPTC is used as well where `NINJS_SCHEMA` names a copy of it.
 */
const text = { type: 'string', minLength: 1 };
const uri = { type: 'string', format: 'uri' };
const percent = { type: 'integer', minimum: 0, maximum: 100 };
const list = (items: object): object => ({ type: 'array', items });
const fields = (properties: Record<string, object>, required: string[] = []): object => ({
  type: 'object',
  properties,
  required,
  additionalProperties: false,
});

const words = { role: text, contentType: text, value: text };
const concept = { name: text, rel: text, uri, literal: text };
const common = {
  uri,
  type: { enum: ['text', 'picture'] },
  descriptions: list(fields(words, ['value'])),
  by: text,
  altIds: list(fields({ role: text, value: text })),
};

export const ninjsSubset = fields(
  {
    ...common,
    representationType: { enum: ['full', 'partial'] },
    contentCreated: { type: 'string', format: 'date-time' },
    language: { type: 'string', pattern: '^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$' },
    headlines: list(fields(words, ['value'])),
    bodies: list(
      fields({ ...words, wordCount: { type: 'integer' }, charCount: { type: 'integer' } }, [
        'value',
      ]),
    ),
    edNote: text,
    located: text,
    people: list(fields(concept)),
    organisations: list(fields(concept)),
    places: list(fields(concept)),
    events: list(fields(concept)),
    objects: list(fields(concept)),
    subjects: list(fields({ ...concept, creator: text, relevance: percent, confidence: percent })),
    infoSources: list(fields({ name: text, role: text })),
    associations: list(
      fields(
        { ...common, name: text, renditions: list(fields({ name: text, href: uri }, ['name'])) },
        ['name', 'uri'],
      ),
    ),
    standard: fields({ name: { const: 'ninjs' }, version: { const: '3.1' }, schema: uri }),
  },
  ['uri'],
);
