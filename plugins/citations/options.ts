import type { DayMonthOrder } from '../../src/text/index.ts';

/** The kinds of citations that can be switched off one by one. */
export const kindNames = [
  'outlet-date',
  'author-date',
  'numeric',
  'url',
  'legal',
  'other',
] as const;
export type KindName = (typeof kindNames)[number];

export const styleNames = ['chicago-notes', 'ap', 'plain'] as const;
export type StyleName = (typeof styleNames)[number];

export interface CitationsOptions {
  /** Which kinds are looked for; each is on by default. */
  kinds?: Partial<Record<KindName, boolean>> | undefined;
  /** How notes are written: one of ours, or the path of a `.csl` file, for which `citeproc` is installed. Default `chicago-notes`. */
  style?: StyleName | (string & {}) | undefined;
  /** What becomes of links with text of their own: they stay as they are, or each becomes a note. Default `keep`. */
  links?: 'keep' | 'footnote' | undefined;
  /** Sources that share a parenthesis share a note, or have one each. Default `one`. */
  group?: 'one' | 'each' | undefined;
  /** A source this many years older than the others is reported. Default 3. */
  suspiciousYears?: number | undefined;
  /** Order of day and month in figures, where the article does not tell. */
  dayMonth?: DayMonthOrder | undefined;
  /** Where a mark goes: after the punctuation that follows, or before it. Default `after-punctuation`. */
  placement?: 'after-punctuation' | 'before-punctuation' | undefined;
  /** Tables of known outlets (YAML), in place of the shipped one. Paths are taken from the working directory. */
  outlets?: string | string[] | undefined;
  /** What is known of publications, by name: the year of volume 1 tells the year of an issue. */
  publications?: Record<string, { firstVolume: number }> | undefined;
}

/** Options as they are used: nothing is left open. */
export interface Settings {
  kinds: Record<KindName, boolean>;
  style: string;
  links: 'keep' | 'footnote';
  group: 'one' | 'each';
  suspiciousYears: number;
  dayMonth: DayMonthOrder | undefined;
  placement: 'after-punctuation' | 'before-punctuation';
  publications: Record<string, { firstVolume: number }>;
}

export function toSettings(options: Readonly<CitationsOptions>): Settings {
  const kinds = Object.fromEntries(
    kindNames.map((kind) => [kind, options.kinds?.[kind] ?? true]),
  ) as Record<KindName, boolean>;
  return {
    kinds,
    style: options.style ?? 'chicago-notes',
    links: options.links ?? 'keep',
    group: options.group ?? 'one',
    suspiciousYears: options.suspiciousYears ?? 3,
    dayMonth: options.dayMonth,
    placement: options.placement ?? 'after-punctuation',
    publications: options.publications ?? {},
  };
}

/** JSON Schema of the options. */
export const optionsSchema = {
  type: 'object',
  additionalProperties: false,
  properties: {
    kinds: {
      type: 'object',
      description: 'Which kinds of citations are looked for; each is on by default.',
      additionalProperties: false,
      properties: Object.fromEntries(kindNames.map((kind) => [kind, { type: 'boolean' }])),
    },
    style: {
      description:
        'How notes are written: one of the styles that are shipped, or the path of a .csl file.',
      default: 'chicago-notes',
      anyOf: [
        { enum: [...styleNames] },
        { type: 'string', format: 'path', pattern: String.raw`\.csl$` },
      ],
    },
    links: {
      enum: ['keep', 'footnote'],
      description: 'Whether links with text of their own stay, or become notes as well.',
      default: 'keep',
    },
    group: {
      enum: ['one', 'each'],
      description: 'Whether sources that share a parenthesis share a note.',
      default: 'one',
    },
    suspiciousYears: {
      type: 'number',
      minimum: 0,
      description: 'A source this many years older than the others is reported.',
      default: 3,
    },
    dayMonth: {
      enum: ['dmy', 'mdy'],
      description: 'Order of day and month in figures, where the article does not tell.',
    },
    placement: {
      enum: ['after-punctuation', 'before-punctuation'],
      description: 'Where a mark goes.',
      default: 'after-punctuation',
    },
    outlets: {
      description: 'Tables of known outlets (YAML files), in place of the shipped one.',
      anyOf: [
        { type: 'string', format: 'path' },
        { type: 'array', items: { type: 'string', format: 'path' } },
      ],
    },
    publications: {
      type: 'object',
      description: 'What is known of publications, by name.',
      additionalProperties: {
        type: 'object',
        additionalProperties: false,
        required: ['firstVolume'],
        properties: { firstVolume: { type: 'integer', description: 'The year of volume 1.' } },
      },
    },
  },
} as const;
