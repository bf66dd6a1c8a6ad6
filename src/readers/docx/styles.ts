/** The styles of a file: what a paragraph or a run of text is for, by the style that it bears. */
import { child, childElements, flag, valueOf, type XmlElement } from './xml.ts';

/** What a style makes of a paragraph. */
export type ParagraphRole =
  | { type: 'title' }
  | { type: 'subtitle' }
  | { type: 'heading'; depth: number }
  | { type: 'quote' }
  | { type: 'pullQuote' }
  | { type: 'caption' }
  | { type: 'author' }
  | { type: 'code' }
  | { type: 'contents' };

/** How a run of text is printed, as far as it means something. Undefined: as the text around it. */
export interface RunFormat {
  bold?: boolean | undefined;
  italic?: boolean | undefined;
  strike?: boolean | undefined;
  hidden?: boolean | undefined;
  /** It is code. */
  code?: boolean | undefined;
  position?: 'superscript' | 'subscript' | undefined;
  /** Of the font, where it may be one whose letters are symbols. */
  font?: string | undefined;
  /** BCP 47. */
  language?: string | undefined;
}

interface Style {
  name: string;
  based: string | undefined;
  paragraph: XmlElement | undefined;
  run: XmlElement | undefined;
}

/** Names of styles as Word, LibreOffice, Google Docs and Pandoc have them, in lower case without spaces, hyphens and marks. */
const roles: readonly [RegExp, ParagraphRole][] = [
  [/^title$/, { type: 'title' }],
  [/^subtitle$|^standfirst$|^deck$/, { type: 'subtitle' }],
  [/pullquote|callout(?:quote)?$/, { type: 'pullQuote' }],
  [
    /^(?:intense)?quote$|^quotations?$|^blocktext$|^block(?:quote|quotation)s?$|^quotedtext$/,
    { type: 'quote' },
  ],
  [/^caption$|^(?:image|table|figure|photo)caption$/, { type: 'caption' }],
  [/^authors?$|^byline$/, { type: 'author' }],
  [/^htmlpreformatted$|^preformattedtext$|^sourcecode$|^codeblock$/, { type: 'code' }],
  [/^toc\d$|^contents\d$/, { type: 'contents' }],
];
const headingName = /^heading(\d)$/;
const codeRun = /^(?:verbatimchar|htmlcode|htmltypewriter|sourcetext|inlinecode)$/;

/** Styles that are based on one another in a ring, or in a chain without end, are followed no further. */
const longestChain = 20;

export class Styles {
  readonly #styles = new Map<string, Style>();
  readonly #roles = new Map<string, ParagraphRole | null>();
  readonly #formats = new Map<string, RunFormat>();
  readonly #defaultParagraph: string | undefined;
  readonly #defaults: XmlElement | undefined;

  constructor(root: XmlElement | undefined) {
    let defaultParagraph: string | undefined;
    for (const element of childElements(root, 'w:style')) {
      const id = element.attributes['w:styleId'];
      if (id === undefined) continue;
      this.#styles.set(id, {
        name: valueOf(element, 'w:name') ?? id,
        based: valueOf(element, 'w:basedOn'),
        paragraph: child(element, 'w:pPr'),
        run: child(element, 'w:rPr'),
      });
      const isDefault = /^(?:1|true|on)$/.test(element.attributes['w:default'] ?? '');
      if (isDefault && element.attributes['w:type'] === 'paragraph') defaultParagraph ??= id;
    }
    this.#defaultParagraph = defaultParagraph;
    this.#defaults = child(child(child(root, 'w:docDefaults'), 'w:rPrDefault'), 'w:rPr');
  }

  /** What a paragraph is for, by its properties and its style. */
  roleOf(properties: XmlElement | undefined): ParagraphRole | undefined {
    const outline = valueOf(properties, 'w:outlineLvl');
    const role = this.#roleOfStyle(valueOf(properties, 'w:pStyle'));
    if (outline === undefined || (role && role.type !== 'heading')) return role;
    return headingOf(outline);
  }

  /** The numbering that a paragraph's style gives it. */
  numberingOf(properties: XmlElement | undefined): XmlElement | undefined {
    for (const { paragraph } of this.#chain(valueOf(properties, 'w:pStyle'))) {
      const found = child(paragraph, 'w:numPr');
      if (found) return found;
    }
    return undefined;
  }

  /** How a run is printed: by its own properties and its style. What the paragraph's style does to all of it means nothing here. */
  runFormat(properties: XmlElement | undefined): RunFormat {
    const style = valueOf(properties, 'w:rStyle');
    const own = formatOf(properties);
    if (style === undefined) return own;
    return overlay(own, this.#formatOfStyle(style));
  }

  /** The language of text that bears none itself. */
  language(paragraph: XmlElement | undefined): string | undefined {
    const style = valueOf(paragraph, 'w:pStyle') ?? this.#defaultParagraph;
    for (const { run } of this.#chain(style)) {
      const language = languageOf(run);
      if (language !== undefined) return language;
    }
    return languageOf(this.#defaults);
  }

  /** Whether a paragraph's style hides it. */
  isHidden(paragraph: XmlElement | undefined): boolean {
    return this.#chain(valueOf(paragraph, 'w:pStyle')).some(({ run }) => flag(run, 'w:vanish'));
  }

  #roleOfStyle(id: string | undefined): ParagraphRole | undefined {
    if (id === undefined) return undefined;
    const known = this.#roles.get(id);
    if (known !== undefined) return known ?? undefined;
    const role = this.#findRole(id);
    this.#roles.set(id, role ?? null);
    return role;
  }

  #findRole(id: string): ParagraphRole | undefined {
    const chain = this.#chain(id);
    // A file may name a style that it doesn't describe.
    if (chain.length === 0) return roleOfName(id);
    for (const { name, paragraph } of chain) {
      const role = roleOfName(name);
      if (role) return role;
      const outline = valueOf(paragraph, 'w:outlineLvl');
      if (outline !== undefined) return headingOf(outline);
    }
    return undefined;
  }

  #formatOfStyle(id: string): RunFormat {
    const known = this.#formats.get(id);
    if (known) return known;
    let format: RunFormat = {};
    const chain = this.#chain(id);
    for (const { name, run } of chain) {
      format = overlay(format, formatOf(run));
      if (codeRun.test(folded(name))) format.code = true;
    }
    if (chain.length === 0) {
      if (/^strong$/i.test(id)) format = { bold: true };
      if (/^emphasis$/i.test(id)) format = { italic: true };
      if (codeRun.test(folded(id))) format = { code: true };
    }
    this.#formats.set(id, format);
    return format;
  }

  /** A style and those that it is based on. */
  #chain(id: string | undefined): Style[] {
    const chain: Style[] = [];
    for (let next = id; next !== undefined && chain.length < longestChain;) {
      const style = this.#styles.get(next);
      if (!style || chain.includes(style)) break;
      chain.push(style);
      next = style.based;
    }
    return chain;
  }
}

function folded(name: string): string {
  return name.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');
}

function roleOfName(name: string): ParagraphRole | undefined {
  const key = folded(name);
  const heading = headingName.exec(key);
  if (heading) return headingOf(String(Number(heading[1]) - 1));
  return roles.find(([pattern]) => pattern.test(key))?.[1];
}

/** Outline levels count from 0; 9 is running text. */
function headingOf(outline: string): ParagraphRole | undefined {
  const level = Number(outline);
  if (!Number.isInteger(level) || level < 0 || level > 8) return undefined;
  return { type: 'heading', depth: level + 1 };
}

function formatOf(run: XmlElement | undefined): RunFormat {
  if (!run) return {};
  const strike = flag(run, 'w:strike');
  const double = flag(run, 'w:dstrike');
  const position = valueOf(run, 'w:vertAlign');
  const fonts = child(run, 'w:rFonts')?.attributes;
  return {
    bold: flag(run, 'w:b'),
    italic: flag(run, 'w:i'),
    strike: strike || double || (strike ?? double),
    hidden: flag(run, 'w:vanish'),
    position: position === 'superscript' || position === 'subscript' ? position : undefined,
    font: fonts?.['w:ascii'] ?? fonts?.['w:hAnsi'],
    language: languageOf(run),
  };
}

function overlay(upper: RunFormat, lower: RunFormat): RunFormat {
  return {
    bold: upper.bold ?? lower.bold,
    italic: upper.italic ?? lower.italic,
    strike: upper.strike ?? lower.strike,
    hidden: upper.hidden ?? lower.hidden,
    code: upper.code ?? lower.code,
    position: upper.position ?? lower.position,
    font: upper.font ?? lower.font,
    language: upper.language ?? lower.language,
  };
}

function languageOf(run: XmlElement | undefined): string | undefined {
  const value = valueOf(run, 'w:lang');
  return value !== undefined && /^[a-z]{2,3}(?:-[a-z0-9]{2,8})*$/i.test(value) ? value : undefined;
}
