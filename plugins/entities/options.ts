import type { EntityType } from '../../src/model/index.ts';
import type { Tagger } from './backends/tagger.ts';

export const checkNames = [
  'unexplainedAcronym',
  'acronymExplainedTwice',
  'acronymExplainedLate',
  'spellingVariants',
  'surnameFirst',
  'ambiguousName',
] as const;
export type CheckName = (typeof checkNames)[number];

export interface EntitiesOptions {
  /** Files with the house's own names, YAML or JSON; a later one goes before an earlier one. Default: the shipped registry. */
  registry?: string | string[] | undefined;
  /**
   * What finds names that no list has: the model that ships (`builtin`, the default), a token-classification model in a folder
   * (`transformers`, with `model`), nothing (`registry-only`), a module whose default export is a tagger, or a tagger itself.
   */
  tagger?: string | Tagger | undefined;
  /** The folder of the model, for `transformers`. */
  model?: string | undefined;
  /** Entities of less confidence are left out, 0 to 1. Default 0.4. */
  minConfidence?: number | undefined;
  /** Which types are tagged; each is on by default. */
  types?: Partial<Record<EntityType, boolean>> | undefined;
  /** Whether countries, capitals, regions and demonyms are tagged from the built-in lists. Default true. */
  places?: boolean | undefined;
  /** Which remarks are made to the editor: all, none, or each by its name. Each is on by default. */
  checks?: boolean | Partial<Record<CheckName, boolean>> | undefined;
  /** Whether the first mention of an entity that has a page is a link to it. Default true. */
  links?: boolean | undefined;
}

/** Options as they are used: nothing is left open. */
export interface Settings {
  minConfidence: number;
  types: Record<EntityType, boolean>;
  places: boolean;
  checks: Record<CheckName, boolean>;
  links: boolean;
}

const types: readonly EntityType[] = [
  'person',
  'organization',
  'place',
  'group',
  'event',
  'work',
  'product',
];

export function toSettings(options: Readonly<EntitiesOptions>): Settings {
  const { checks } = options;
  return {
    minConfidence: options.minConfidence ?? 0.4,
    types: Object.fromEntries(
      types.map((type) => [type, options.types?.[type] ?? true]),
    ) as Settings['types'],
    places: options.places ?? true,
    checks: Object.fromEntries(
      checkNames.map((name) => [
        name,
        typeof checks === 'object' ? (checks[name] ?? true) : (checks ?? true),
      ]),
    ) as Settings['checks'],
    links: options.links ?? true,
  };
}

const switches = (names: readonly string[]): object => ({
  type: 'object',
  additionalProperties: false,
  properties: Object.fromEntries(names.map((name) => [name, { type: 'boolean' }])),
});

/** JSON Schema of the options. */
export const optionsSchema = {
  type: 'object',
  additionalProperties: false,
  properties: {
    registry: {
      description:
        'Files with the house’s own names, YAML or JSON; paths are taken from the working directory.',
      oneOf: [
        { type: 'string', format: 'path', minLength: 1 },
        { type: 'array', items: { type: 'string', format: 'path', minLength: 1 } },
      ],
    },
    tagger: {
      description:
        'What finds names that no list has: builtin, transformers, registry-only, or a module that begins with "./".',
      anyOf: [
        { enum: ['builtin', 'transformers', 'registry-only'] },
        { type: 'string', format: 'path', pattern: '^(?:\\.{0,2}/|[A-Za-z]:[\\\\/])' },
        { type: 'object', required: ['tag'] },
      ],
      default: 'builtin',
    },
    model: {
      type: 'string',
      format: 'path',
      minLength: 1,
      description: 'The folder of the model, for the tagger transformers.',
    },
    minConfidence: {
      type: 'number',
      minimum: 0,
      maximum: 1,
      default: 0.4,
      description: 'Entities of less confidence are left out.',
    },
    types: { ...switches(types), description: 'Which types are tagged; each is on by default.' },
    places: {
      type: 'boolean',
      default: true,
      description:
        'Whether countries, capitals, regions and demonyms are tagged from the built-in lists.',
    },
    checks: {
      description: 'Which remarks are made to the editor; each is on by default.',
      oneOf: [{ type: 'boolean' }, switches(checkNames)],
    },
    links: {
      type: 'boolean',
      default: true,
      description: 'Whether the first mention of an entity that has a page is a link to it.',
    },
  },
} as const;
