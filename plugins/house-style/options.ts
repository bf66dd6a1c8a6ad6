export interface HouseStyleOptions {
  /** Files with rules (YAML). Paths are taken from the working directory. */
  vocabulary?: string | string[] | undefined;
  /** Rules beside those of the files, in the same form. */
  rules?: Readonly<Record<string, unknown>> | undefined;
  /** Whether words that are quoted are asked to be in the style of the house. Default true. A rule may say otherwise. */
  quotations?: boolean | undefined;
}

/** JSON Schema of the options. */
export const optionsSchema = {
  type: 'object',
  additionalProperties: false,
  properties: {
    vocabulary: {
      description: 'Files with rules (YAML).',
      anyOf: [
        { type: 'string', format: 'path' },
        { type: 'array', items: { type: 'string', format: 'path' } },
      ],
    },
    rules: {
      type: 'object',
      description: 'Rules beside those of the files, in the same form.',
      additionalProperties: { type: 'object' },
    },
    quotations: {
      type: 'boolean',
      default: true,
      description:
        'Whether words that are quoted are asked to be in the style of the house. A rule may say otherwise.',
    },
  },
} as const;
