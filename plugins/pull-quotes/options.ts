/** Where a quote is put, seen from the passage that it repeats. The other side is taken where that one has no room. */
export type Placement = 'before' | 'after';

export interface PullQuotesOptions {
  /** How many quotes an article gets. Wins over `per`. */
  count?: number;
  /** One quote for so many words of the body; at least one an article. Default: 800. */
  per?: number;
  /** The shortest quote, in words, after trimming. Default: 7. */
  minWords?: number;
  /** The longest quote, in words, after trimming. Default: 45. */
  maxWords?: number;
  /** How many paragraphs have to stand between two quoted passages. Default: 3. */
  spacing?: number;
  /** Default: `before`. */
  placement?: Placement;
  /** Whether sentences that make poor quotes are left out. Default: true. */
  gates?: boolean;
  /** Whether connectives and attributions at the edges of a sentence may be cut off. Default: true. */
  trim?: boolean;
}

/** The options with all defaults filled in; `count` stays open until the article's length is known. */
export type Settings = Required<Omit<PullQuotesOptions, 'count'>> & { count: number | undefined };

export const optionsSchema = {
  type: 'object',
  additionalProperties: false,
  properties: {
    count: {
      type: 'integer',
      minimum: 0,
      description: 'How many quotes an article gets. Wins over `per`.',
    },
    per: {
      type: 'integer',
      minimum: 1,
      default: 800,
      description: 'One quote for so many words of the body; at least one an article.',
    },
    minWords: {
      type: 'integer',
      minimum: 1,
      default: 7,
      description: 'The shortest quote, in words.',
    },
    maxWords: {
      type: 'integer',
      minimum: 1,
      default: 45,
      description: 'The longest quote, in words.',
    },
    spacing: {
      type: 'integer',
      minimum: 0,
      default: 3,
      description: 'How many paragraphs have to stand between two quoted passages.',
    },
    placement: {
      enum: ['before', 'after'],
      default: 'before',
      description: 'Whether a quote is put before or after the passage that it repeats.',
    },
    gates: {
      type: 'boolean',
      default: true,
      description:
        'Leave out sentences that make poor quotes: of the first paragraph, with brackets, cut short.',
    },
    trim: {
      type: 'boolean',
      default: true,
      description: 'Cut connectives and attributions off the edges of a sentence.',
    },
  },
} as const;

export function resolveOptions(options: Readonly<PullQuotesOptions> | null | undefined): Settings {
  const given = options ?? {};
  return {
    count: given.count,
    per: given.per ?? 800,
    minWords: given.minWords ?? 7,
    maxWords: given.maxWords ?? 45,
    spacing: given.spacing ?? 3,
    placement: given.placement ?? 'before',
    gates: given.gates ?? true,
    trim: given.trim ?? true,
  };
}
